"""What every network of ours is: pictures in, the answers of its task out, and a loss to learn from."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from torch import Tensor, nn


@dataclass(frozen=True)
class LabelRows:
    """How the labels lie in the first axis of a layer's tensors: ``before`` x (background, labels) x ``after``.

    ``background`` says whether a row of its own comes before those of the labels.
    """

    before: int = 1
    background: bool = False
    after: int = 1


class Network(nn.Module, ABC):
    """A network for one task, built for pictures of one size.

    Pictures are float32 ``N,3,H,W`` in RGB from 0 to 1, at the ``input_size`` (height, width) the network was
    built for; normalising happens inside. Boxes are ``x0, y0, x1, y1`` in pixels of that input, pixel-edge and 0-based.
    C counts the labels, A the places (or things found) of a picture.
    """

    batch_free: bool = True
    """Whether the exported graph takes any number of pictures at a time; False: exactly one."""
    channels_last: bool = True
    """Whether learning was measured to be quicker with pictures laid out channel by channel last."""
    trunk: str = "backbone"
    """The part that looks at the picture; the last, coarsest level of what it gives says what the whole looks like."""
    aliases: ClassVar[tuple[tuple[str, str], ...]] = ()
    """How the files of others name our weights: what their names begin with, and what ours do instead."""

    @abstractmethod
    def forward(self, images: Tensor) -> tuple[Tensor, ...]:
        """Return the outputs of the task; every operation exports to ONNX by torch's older exporter.

        Detection: scores N,A,C from 0 to 1 (no background) and boxes N,A,4; overlapping ones are all still there, for
        who predicts keeps the best of each place. Instances: the two, and masks N,A,m,m from 0 to 1, each spread over
        its box. Semantic: probabilities N,C+1,H,W, the background first. Classification: scores N,C from 0 to 1.
        """

    @abstractmethod
    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return the parts of the loss by name, each a scalar; their sum is what to minimise.

        A target holds, for detection, ``boxes`` (n,4 float) and ``labels`` (n int64, 0-based), where n may be 0; for
        instances ``masks`` (n,H,W uint8) as well; for semantic ``map`` (H,W uint8: 0 background, 1 + label, 255
        void); for classification ``tags`` (C float, 0 or 1). Works as well with the network in evaluation mode and
        without gradients, which is the validation loss; batch-norm statistics are then left alone.
        """

    def pass_norms(self, images: Tensor) -> None:
        """Take pictures through every batch-norm layer, and no further where the rest of the network takes long."""
        self(images)

    def label_rows(self) -> Mapping[str, LabelRows]:
        """Return how the labels lie in the output layers, by a layer's name; the other layers know no labels."""
        return {}
