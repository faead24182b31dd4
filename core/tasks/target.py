"""What a network is to say of one picture while it learns, in the picture's own pixels."""

from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

VOID = 255
"""In a class map: what counts neither for nor against."""
VOID_LABEL = -1
"""The label of an object that counts neither for nor against: whether something is there is not learned from it."""

Crop: TypeAlias = tuple[int, int, NDArray[np.uint8]]
"""An object's pixels: left, top and a uint8 (h, w) of 0 and 255."""


def _no_boxes() -> NDArray[np.float32]:
    return np.zeros((0, 4), np.float32)


def _no_labels() -> NDArray[np.int64]:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, kw_only=True)
class Target:
    """The parts that the tasks need; None for those that a task does without.

    ``boxes`` float32 (n, 4) and ``labels`` int64 (n,), 0-based, are the objects, ``masks`` their pixels, one each.
    ``classes`` uint8 (height, width) says what each pixel is: 0 background, 1 + label, 255 void. ``tags`` float32 (C,)
    is 1 for each tag that the image has.
    """

    boxes: NDArray[np.float32] = field(default_factory=_no_boxes)
    labels: NDArray[np.int64] = field(default_factory=_no_labels)
    masks: tuple[Crop, ...] | None = None
    classes: NDArray[np.uint8] | None = None
    tags: NDArray[np.float32] | None = None

    @property
    def nbytes(self) -> int:
        """About how much memory it takes."""
        crops = sum(crop[2].nbytes for crop in self.masks or ())
        return self.boxes.nbytes + crops + (0 if self.classes is None else self.classes.nbytes)
