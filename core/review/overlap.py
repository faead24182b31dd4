"""How much two things have in common, wherever each of them comes from: a person or a model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core import boxes
from core.geometry import Mask, Shape


def overlap(one: Shape | None, other: Shape | None) -> float:
    """Return the IoU of two shapes, 0 to 1: of the pixels of two masks, else of the bounds.

    None is the whole image, as a tag means it: all of it is common to two tags, nothing to a tag and an object.
    """
    if one is None or other is None:
        return float(one is other)
    if one.bounds.intersection(other.bounds).area <= 0:
        return 0.0
    if not (isinstance(one, Mask) and isinstance(other, Mask)):
        return one.bounds.iou(other.bounds)
    common = one.spans.common(other.spans).area
    return common / (one.area + other.area - common)


def overlaps(ones: Sequence[Shape | None], others: Sequence[Shape | None], least: float = 0.0) -> NDArray[np.float64]:
    """Return the IoU of each of ``ones`` (rows) with each of ``others`` (columns), as :func:`overlap` has it.

    Pairs whose bounds have less than ``least`` in common get that of the bounds: masks are compared for the others.
    """
    table = boxes.overlaps(_corners(ones), _corners(others))
    table[np.ix_(*([shape is None for shape in shapes] for shapes in (ones, others)))] = 1
    for row, column in np.argwhere(table > least):
        if isinstance(ones[row], Mask) and isinstance(others[column], Mask):
            table[row, column] = overlap(ones[row], others[column])
    return table


def _corners(shapes: Sequence[Shape | None]) -> NDArray[np.float64]:
    """Return the bounds as (n, 4): x0, y0, x1, y1; all 0 for the whole image."""
    bounds = (None if shape is None else shape.bounds for shape in shapes)
    return np.array([(0, 0, 0, 0) if b is None else (b.x0, b.y0, b.x1, b.y1) for b in bounds], float).reshape(-1, 4)
