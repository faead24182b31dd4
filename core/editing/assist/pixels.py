"""How the assisted tools get at the pixels of a picture that may be too large to be held whole."""

from collections.abc import Callable
from math import ceil, floor, sqrt
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from core.geometry import Box, Mask

Read: TypeAlias = Callable[[Box], NDArray[np.uint8]]
"""Returns the (h, w, 3) uint8 RGB pixels of a box of whole pixels inside the picture, at full resolution."""


def whole(box: Box, size: tuple[int, int]) -> Box:
    """Return the smallest box of whole pixels around ``box``, cut at the border of a picture of (width, height)."""
    return Box(floor(box.x0), floor(box.y0), ceil(box.x1), ceil(box.y1)).clamped(*size)


def working_scale(box: Box, pixels: int) -> float:
    """Return by how much a part of a picture is shrunk (at most 1.0) so that no more than ``pixels`` are worked on."""
    return min(1.0, sqrt(pixels / max(box.area, 1.0)))


def shrunk(rgb: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """Return (h, w, 3) pixels at ``scale`` of their size, averaged, each side at least one pixel."""
    if scale >= 1.0:
        return np.ascontiguousarray(rgb)
    height, width = (max(1, round(side * scale)) for side in rgb.shape[:2])
    return np.asarray(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def shrunk_mask(mask: Mask, area: Box, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return which pixels of ``area`` (whole pixels), shrunk to ``shape`` (height, width), are mostly in the mask."""
    pixels = mask.moved(-area.x0, -area.y0).to_array(int(area.width), int(area.height)).view(np.uint8)
    small = cv2.resize(pixels * 255, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return np.asarray(small > 127, dtype=np.bool_)
