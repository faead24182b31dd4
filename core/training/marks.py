"""What is in an image, or was found in it, as labelled boxes, whatever the task: enough to compare the two by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

SURE = 0.3
"""From this score on something counts as found."""
_VOID = 255


@dataclass(frozen=True, eq=False)
class Marks:
    """Boxes (n, 4) float64, ``x0, y0, x1, y1`` in pixels of the image from its upper left corner, and labels (n,)."""

    boxes: NDArray[np.float64]
    labels: NDArray[np.int64]

    @classmethod
    def of(cls, boxes: Any, labels: Any) -> "Marks":
        """Return the marks of anything that arrays can be made of."""
        return cls(np.asarray(boxes, np.float64).reshape(-1, 4), np.asarray(labels, np.int64).reshape(-1))


def of_truth(truth: Any) -> Marks:
    """Return the marks of a task's truth about one image: boxes, a map of labels, or tags.

    Objects that are ignored are left out. A map gives a box round all pixels of each label, a tag one round a unit.
    """
    if hasattr(truth, "classes"):
        return _of_map(truth.classes())
    if hasattr(truth, "present"):
        return _of_tags(np.flatnonzero(truth.present))
    return Marks.of(truth.boxes[~truth.ignored], truth.labels[~truth.ignored])


def of_found(found: Any) -> Marks:
    """Return the marks of what was found in one image with a score of ``SURE`` or more."""
    if hasattr(found, "classes"):
        return _of_map(found.classes)
    if not hasattr(found, "boxes"):
        return _of_tags(np.flatnonzero(found.scores >= 0.5))
    sure = found.scores >= SURE
    return Marks.of(found.boxes[sure], found.labels[sure])


def _of_map(classes: NDArray[np.uint8]) -> Marks:
    """Return a box round all pixels of each label; 0 is background, 255 nothing is known of."""
    boxes, labels = [], []
    for value in (int(value) for value in np.unique(classes) if value not in (0, _VOID)):
        rows, columns = (np.flatnonzero((classes == value).any(axis=axis)) for axis in (1, 0))
        boxes.append((columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))
        labels.append(value - 1)
    return Marks.of(boxes, labels)


def _of_tags(labels: Sequence[int] | NDArray[np.intp]) -> Marks:
    return Marks.of(np.tile((0.0, 0.0, 1.0, 1.0), (len(labels), 1)), labels)
