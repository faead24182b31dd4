"""The magic wand: all pixels of a colour near that of the one clicked that hang together with it."""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.assist.pixels import Read, whole
from core.errors import AssistError
from core.geometry import XY, Box, Mask
from core.runs import Spans

FIRST_REACH = 256
"""Up to here from the click, in pixels, the picture is looked at first; further as long as the flood gets out."""
FURTHER = 4
STRIP_PIXELS = 2**18
"""So many pixels are read at a time."""
MOST_PIXELS = 2**27
"""Of a larger picture no more than this is flooded."""


def flood(read: Read, size: tuple[int, int], at: XY, tolerance: int) -> Mask:
    """Return the pixels that hang together with the one at ``at`` by their edges and have nearly its colour.

    Raises:
        AssistError: the point is outside of the picture, or all of the picture is flooded.
    """
    return Basin(read, size, at).flood(tolerance)


class Basin:
    """The picture round a place, as far as it was looked at: how far each pixel's colour is from that of the place.

    A pixel is near if each of its channels differs by at most the tolerance (0 to 255) from the median of the 3 x 3
    pixels round the place, so that a noisy pixel does not decide. What was worked out stays for other tolerances: a
    flood of 12 megapixels takes 80 ms the first time, then 20. Made and used on one thread at a time.
    """

    def __init__(self, read: Read, size: tuple[int, int], at: XY) -> None:
        """Read nothing yet; ``size`` is the picture's (width, height)."""
        self._read, self._size, self._at = read, size, at
        self._reach = 0
        self._area = Box(0, 0, 0, 0)
        self._away = self._wet = np.zeros((0, 0), np.uint8)

    def flood(self, tolerance: int) -> Mask:
        """Return the pixels that hang together with the one at the place by their edges and are near.

        Raises:
            AssistError: the place is outside of the picture, or all of the picture is flooded.
        """
        size = self._size
        if not (0 <= self._at[0] < size[0] and 0 <= self._at[1] < size[1]):
            raise AssistError("The wand was set down beside the picture: click a place inside it.")
        if not self._reach:
            self._look(FIRST_REACH)
        wet = self._flooded(tolerance)
        while _gets_out(wet, self._area, size) and self._around(FURTHER * self._reach).area <= MOST_PIXELS:
            self._look(FURTHER * self._reach)
            wet = self._flooded(tolerance)
        mask = Mask.from_spans(Spans.of_array(self._wet.view(np.bool_), int(self._area.x0) - 1, int(self._area.y0) - 1))
        if mask is None or mask.area == size[0] * size[1]:
            raise AssistError("The whole picture is of nearly one colour for the wand: lower its tolerance.")
        return mask

    def _around(self, reach: int) -> Box:
        column, row = int(self._at[0]), int(self._at[1])
        return whole(Box(column, row, column + 1, row + 1).grown(reach), self._size)

    def _look(self, reach: int) -> None:
        """Work out the distances so far from the place."""
        color = np.median(self._read(self._around(1)).reshape(-1, 3), axis=0).round()
        self._reach, self._area = reach, self._around(reach)
        self._away = _distances(self._read, self._area, color)
        self._away[self._seed[1], self._seed[0]] = 0
        self._wet = np.empty((self._away.shape[0] + 2, self._away.shape[1] + 2), np.uint8)

    @property
    def _seed(self) -> tuple[int, int]:
        """The column and row of the place in the area."""
        return int(self._at[0]) - int(self._area.x0), int(self._at[1]) - int(self._area.y0)

    def _flooded(self, tolerance: int) -> NDArray[np.uint8]:
        """Return (h, w), 1 where the flood gets to; a part of ``_wet``, which has a dry border of one pixel."""
        self._wet.fill(0)
        how = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (1 << 8)
        cv2.floodFill(self._away, self._wet, self._seed, 0, 0, tolerance, how)
        self._wet[[0, -1]] = 0  # OpenCV fills the border
        self._wet[:, [0, -1]] = 0
        return self._wet[1:-1, 1:-1]


def _distances(read: Read, area: Box, color: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return (h, w): the largest difference of a channel; in strips, for large arrays are mostly waited for."""
    width, height = int(area.width), int(area.height)
    away, four = np.empty((height, width), np.uint8), np.append(color, 0.0)  # as OpenCV wants a colour
    step = max(1, STRIP_PIXELS // width)
    for top in range(0, height, step):
        strip = away[top : top + step]
        rgb = read(Box(area.x0, area.y0 + top, area.x1, area.y0 + top + len(strip)))
        red, green, blue = cv2.split(np.asarray(cv2.absdiff(rgb, four)))
        cv2.max(np.maximum(red, green), np.asarray(blue), dst=strip)
    return away


def _gets_out(wet: NDArray[np.uint8], area: Box, size: tuple[int, int]) -> bool:
    """Tell whether the flood reached a side of the area that is not the picture's own border."""
    return bool(
        (area.x0 > 0 and wet[:, 0].any())
        or (area.y0 > 0 and wet[0].any())
        or (area.x1 < size[0] and wet[:, -1].any())
        or (area.y1 < size[1] and wet[-1].any())
    )
