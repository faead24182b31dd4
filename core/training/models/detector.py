"""What every detector of ours is: pictures in, scores and boxes out, and a loss to learn from."""

from abc import ABC, abstractmethod

import torch
from torch import Tensor, nn


class Detector(nn.Module, ABC):
    """A network that says, for a fixed list of places in a picture, what is there and how far it reaches.

    Pictures are float32 ``N,3,H,W`` in RGB from 0 to 1, at the ``input_size`` (height, width) the detector was
    built for; normalising happens inside. Boxes are ``x0, y0, x1, y1`` in pixels of that input, pixel-edge and
    0-based.
    """

    @abstractmethod
    def forward(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores ``N,A,C`` from 0 to 1, no background among them, and boxes ``N,A,4``.

        Overlapping boxes are all still there: who predicts cuts by score and keeps the best of each place.
        Every operation exports to ONNX with a batch axis of any length.
        """

    @abstractmethod
    def losses(self, images: Tensor, targets: list[dict[str, Tensor]]) -> dict[str, Tensor]:
        """Return the parts of the loss by name, each a scalar; their sum is what to minimise.

        Each target holds ``boxes`` (n,4 float) and ``labels`` (n int64, 0-based); n may be 0. Works as well with
        the network in evaluation mode and without gradients, which is the validation loss.
        """


def stack_targets(targets: list[dict[str, Tensor]], device: torch.device) -> list[tuple[Tensor, Tensor]]:
    """Return each target as ``(boxes n,4 float32, labels n int64)`` on the device."""
    return [
        (target["boxes"].to(device, torch.float32).reshape(-1, 4), target["labels"].to(device, torch.int64))
        for target in targets
    ]
