"""A picture and its halvings, from which any part is sampled at any zoom without touching the rest.

Level k shows the picture at 1 / 2**k: its pixel (x, y) is the mean of four pixels of the level above. What lies beyond
an odd edge repeats it. So sizes are rounded up, and image coordinates times 1 / 2**k are the level's, exactly.
"""

import math
from collections.abc import Mapping

import cv2
import numpy as np

from core.geometry import Box
from core.images.decoding import Pixels
from core.images.room import release, room_for

SMALLEST_LEVEL = 600
"""Halving ends before the longer side would be below this."""
SQUARES_FROM = 3.0
"""From this zoom on pixels are shown as squares instead of being smoothed."""
_ROWS = 256
_HOLD = 1 / 1024


class Pyramid:
    """``levels`` by their power of two, at least one; a picture's full ``size`` is (width, height).

    Levels may be missing, level 0 as well: then what is sampled is coarser. May be read from any thread.
    """

    def __init__(self, size: tuple[int, int], levels: Mapping[int, Pixels]) -> None:
        self.width, self.height = size
        self.levels = dict(sorted(levels.items()))

    @classmethod
    def of(cls, pixels: Pixels) -> "Pyramid":
        """Build all levels of a picture; the pixels themselves are kept, not copied."""
        levels = {0: pixels}
        while max(pixels.shape[:2]) >= 2 * SMALLEST_LEVEL:
            pixels = halved(pixels)
            levels[len(levels)] = pixels
        for level in levels.values():
            release(level)
        return cls((levels[0].shape[1], levels[0].shape[0]), levels)

    @property
    def is_whole(self) -> bool:
        """Tell whether it holds the picture at full resolution."""
        return 0 in self.levels

    @property
    def bytes_held(self) -> int:
        """The memory, or the room in files, that the levels take."""
        return sum(level.nbytes for level in self.levels.values())

    @property
    def smallest(self) -> Pixels:
        """The coarsest level."""
        return self.levels[max(self.levels)]

    def region(self, box: Box) -> Pixels:
        """Return the part in ``box``, in whole pixels and clamped, at full resolution; blurred where that is missing.

        The array is the caller's own; it is empty where the box lies beside the picture.
        """
        part = box.clamped(self.width, self.height)
        x0, y0, x1, y1 = int(part.x0), int(part.y0), math.ceil(part.x1), math.ceil(part.y1)
        if self.is_whole or x1 <= x0 or y1 <= y0:
            return np.array(self.levels[min(self.levels)][y0:y1, x0:x1], order="C")
        return self.sampled(1.0, -x0, -y0, x1 - x0, y1 - y0)

    def sampled(self, zoom: float, x: float, y: float, width: int, height: int) -> Pixels:
        """Return a view as (height, width) of grey, or (height, width, 4) as screens have colour: B, G, R, nothing.

        ``zoom`` view pixels show one of the picture's, whose corner lies at (x, y) of the view. The view must not
        reach beyond the picture; what does repeats its edge.
        """
        power = max((p for p in self.levels if zoom * 2**p <= 1 + _HOLD), default=min(self.levels))
        level = self.levels[power]
        step = 1 / (zoom * 2**power)
        left, top = (0.5 - x) * step - 0.5, (0.5 - y) * step - 0.5  # the level's place of the view's first pixel centre
        columns = _span(left, left + (width - 1) * step, level.shape[1])
        rows = _span(top, top + (height - 1) * step, level.shape[0])
        part = np.ascontiguousarray(level[rows, columns])
        if part.ndim == 3:
            part = cv2.cvtColor(part, cv2.COLOR_RGB2BGRA)  # warping three channels takes three times as long
        shift = np.array([[step, 0, left - columns.start], [0, step, top - rows.start]])
        smooth = cv2.INTER_NEAREST if zoom >= SQUARES_FROM else cv2.INTER_LINEAR
        return cv2.warpAffine(
            part, shift, (width, height), flags=smooth | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
        )


def halved(pixels: Pixels) -> Pixels:
    """Return the pixels at half their size, rounded up, each the mean of four; worked through in strips of rows."""
    height, width = pixels.shape[:2]
    half: Pixels = room_for(((height + 1) // 2, (width + 1) // 2, *pixels.shape[2:]), pixels.dtype)
    for top in range(0, half.shape[0], _ROWS):
        strip = np.ascontiguousarray(pixels[2 * top : 2 * (top + _ROWS)])
        below, beside = strip.shape[0] % 2, width % 2
        if below or beside:
            strip = cv2.copyMakeBorder(strip, 0, below, 0, beside, cv2.BORDER_REPLICATE)
        size = (strip.shape[1] // 2, strip.shape[0] // 2)
        half[top : top + _ROWS] = cv2.resize(strip, size, interpolation=cv2.INTER_AREA)
    return half


def _span(first: float, last: float, length: int) -> slice:
    """Return the pixels of a line of ``length`` that smoothing from ``first`` to ``last`` touches, at least one."""
    start = min(max(math.floor(first) - 1, 0), length - 1)
    return slice(start, max(min(math.ceil(last) + 2, length), start + 1))
