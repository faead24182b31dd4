"""The magic wand: all pixels of a colour near that of the one clicked that hang together with it."""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.assist.pixels import Read, whole
from core.errors import AssistError
from core.geometry import XY, Box, Mask

FIRST_REACH = 256
"""Up to here from the click, in pixels, the picture is looked at first; further as long as the flood gets out."""
FURTHER = 4
MOST_PIXELS = 2**27
"""Of a larger picture no more than this is flooded."""


def flood(read: Read, size: tuple[int, int], at: XY, tolerance: int) -> Mask:
    """Return the pixels that hang together with the one at ``at`` by their edges and have nearly its colour.

    ``size`` is the picture's (width, height). A pixel is near if each of its channels differs by at most ``tolerance``
    (0 to 255) from the median of the 3 x 3 pixels round the click, so that a noisy pixel does not decide.

    Raises:
        AssistError: the point is outside of the picture, or all of the picture is flooded.
    """
    if not (0 <= at[0] < size[0] and 0 <= at[1] < size[1]):
        raise AssistError("The wand was set down beside the picture: click a place inside it.")
    column, row = int(at[0]), int(at[1])
    pixel, reach = Box(column, row, column + 1, row + 1), FIRST_REACH
    while True:
        area, further = (whole(pixel.grown(far), size) for far in (reach, FURTHER * reach))
        wet = _flooded(read(area), (column - int(area.x0), row - int(area.y0)), tolerance)
        if not _gets_out(wet, area, size) or further.area > MOST_PIXELS:
            break
        reach *= FURTHER
    mask = Mask.from_array(wet, int(area.x0), int(area.y0))
    if mask is None or mask.area == size[0] * size[1]:
        raise AssistError("The whole picture is of nearly one colour for the wand: lower its tolerance.")
    return mask


def _flooded(rgb: NDArray[np.uint8], seed: tuple[int, int], tolerance: int) -> NDArray[np.uint8]:
    """Return (h, w), 1 where the flood from the pixel (column, row) gets to."""
    column, row = seed
    near = rgb[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2].reshape(-1, 3)
    color = np.median(near, axis=0)
    alike = cv2.inRange(rgb, np.clip(color - tolerance, 0, 255), np.clip(color + tolerance, 0, 255))
    alike[row, column] = 255
    wet = np.zeros((rgb.shape[0] + 2, rgb.shape[1] + 2), np.uint8)
    cv2.floodFill(alike, wet, seed, 255, 0, 0, 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (1 << 8))
    return wet[1:-1, 1:-1]


def _gets_out(wet: NDArray[np.uint8], area: Box, size: tuple[int, int]) -> bool:
    """Tell whether the flood reached a side of the area that is not the picture's own border."""
    return bool(
        (area.x0 > 0 and wet[:, 0].any())
        or (area.y0 > 0 and wet[0].any())
        or (area.x1 < size[0] and wet[:, -1].any())
        or (area.y1 < size[1] and wet[-1].any())
    )
