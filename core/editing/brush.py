"""Painting pixels: a round brush dragged along a line sets the pixels whose centres it covers."""

from math import ceil, hypot

import numpy as np
from numpy.typing import NDArray

from core.geometry import XY, Box, Mask


def paint_line(pixels: NDArray[np.uint8], start: XY, end: XY, radius: float, value: int) -> Box | None:
    """Set every pixel of an (H, W) array whose centre is within ``radius`` of the segment; return what was touched.

    The array is changed in place. The returned box is in whole pixels and may hold more than was changed; None where
    the brush was outside. A long stroke is cut in pieces, so that the work grows with its length, not its square.
    """
    pieces = max(1, ceil(hypot(end[0] - start[0], end[1] - start[1]) / max(4 * radius, 64.0)))
    touched: Box | None = None
    for piece in range(pieces):
        a = _between(start, end, piece / pieces)
        b = _between(start, end, (piece + 1) / pieces)
        dirty = _paint_piece(pixels, a, b, radius, value)
        touched = union(touched, dirty)
    return touched


def union(a: Box | None, b: Box | None) -> Box | None:
    """Return the box around both, either of which may be missing."""
    if a is None or b is None:
        return a or b
    return Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))


def mask_within(pixels: NDArray[np.uint8], box: Box) -> Mask | None:
    """Return the mask of the non-zero pixels inside ``box`` (whole pixels) of an (H, W) array, None if all are off."""
    x0, y0, x1, y1 = int(box.x0), int(box.y0), int(box.x1), int(box.y1)
    return Mask.from_array(pixels[y0:y1, x0:x1], x0, y0)


def _paint_piece(pixels: NDArray[np.uint8], a: XY, b: XY, radius: float, value: int) -> Box | None:
    height, width = pixels.shape
    around = Box.around((a, b)).grown(radius).clamped(width, height)
    x0, y0, x1, y1 = int(around.x0), int(around.y0), ceil(around.x1), ceil(around.y1)
    if x0 >= x1 or y0 >= y1:
        return None
    along_x, along_y = b[0] - a[0], b[1] - a[1]
    square = along_x**2 + along_y**2
    dx = np.arange(x0, x1, dtype=np.float64) + 0.5 - a[0]
    dy = np.arange(y0, y1, dtype=np.float64)[:, None] + 0.5 - a[1]
    share = np.clip((dx * along_x + dy * along_y) / square, 0.0, 1.0) if square > 0 else 0.0
    near = (dx - share * along_x) ** 2 + (dy - share * along_y) ** 2 <= radius**2
    pixels[y0:y1, x0:x1][near] = value
    return Box(x0, y0, x1, y1)


def _between(start: XY, end: XY, share: float) -> XY:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
