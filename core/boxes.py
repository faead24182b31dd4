"""Upright boxes as rows of an array (n, 4): left, top, right and bottom, half-open, in any unit."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Real = TypeVar("Real", np.float32, np.float64)


def areas(boxes: NDArray[Real]) -> NDArray[Real]:
    """Return the areas (n,); 0 where a box is turned inside out."""
    sides = np.maximum(boxes[:, 2:] - boxes[:, :2], 0)
    return np.asarray(sides[:, 0] * sides[:, 1], boxes.dtype)


def overlaps(ones: NDArray[Real], others: NDArray[Real]) -> NDArray[Real]:
    """Return the intersection over union (n, m) of boxes (n, 4) with boxes (m, 4); 0 where both are empty."""
    common = np.ones((len(ones), len(others)), ones.dtype)
    for low in (0, 1):  # side by side and above each other; in place, for a crowded image has millions of pairs
        side = np.minimum.outer(ones[:, low + 2], others[:, low + 2])
        side -= np.maximum.outer(ones[:, low], others[:, low])
        common *= np.maximum(side, 0, out=side)
    union = np.add.outer(areas(ones), areas(others))
    union -= common
    return np.asarray(np.divide(common, union, out=common, where=union > 0), ones.dtype)
