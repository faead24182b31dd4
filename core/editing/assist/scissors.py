"""Intelligent scissors: the cheapest way along the edges of a picture from a seed to any place near it.

After E. Mortensen and W. Barrett, 'Intelligent Scissors for Image Composition' (1995), as OpenCV has it: one map holds
the cheapest way from its seed to every pixel, so that following the cursor only reads it. Making the map costs some
hundredths of a second for the part of the picture that is looked at here, so that belongs in the background.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.assist.pixels import Read, shrunk, whole, working_scale
from core.geometry import XY, Box, Polygon

WORK_PIXELS = 100_000
"""The most pixels that a map is made of (30 to 60 ms); of a larger part of the picture a shrunk copy is followed."""
LEAST_REACH = 80.0
"""How far a map reaches at least beyond its seed and the cursor, in image pixels."""
EDGE_FROM = 6.0
"""Weaker gradients than this (in grey values a pixel) are noise: the cursor does not snap to them."""


@dataclass(frozen=True)
class EdgeMap:
    """The cheapest ways from ``seed``, an image point, to everywhere in ``area``, a part of the picture.

    ``trusted`` is where the border of the area does not bend the way.
    """

    seed: XY
    area: Box
    trusted: Box
    _scale: XY
    _shape: tuple[int, int]
    _scissors: cv2.segmentation.IntelligentScissorsMB

    def covers(self, at: XY) -> bool:
        """Tell whether the map knows a good way to this image point."""
        return self.trusted.contains(*at)

    def path(self, at: XY) -> tuple[XY, ...]:
        """Return the way from the seed to an image point inside the area, a point for each pixel on it.

        It begins exactly at the seed and ends exactly at ``at``; those between are the middles of pixels.
        """
        target = _pixel(at, self.area, self._scale, self._shape)
        between = np.asarray(self._scissors.getContour(target)).reshape(-1, 2)[1:-1]
        places = (between + 0.5) / self._scale + (self.area.x0, self.area.y0)
        return (self.seed, *((float(x), float(y)) for x, y in places), at)


def edge_map(read: Read, size: tuple[int, int], seed: XY, cursor: XY) -> EdgeMap:
    """Return the map from ``seed`` that reaches beyond ``cursor``; ``size`` is the picture's (width, height)."""
    reach = max(LEAST_REACH, hypot(cursor[0] - seed[0], cursor[1] - seed[1]) / 2)
    area = whole(Box.around((seed, cursor)).grown(reach), size)
    pixels = shrunk(read(area), working_scale(area, WORK_PIXELS))
    height, width = pixels.shape[:2]
    scale = (width / area.width, height / area.height)
    scissors = cv2.segmentation.IntelligentScissorsMB()
    scissors.setEdgeFeatureCannyParameters(*_canny_thresholds(pixels))
    scissors.setGradientMagnitudeMaxLimit(200)
    scissors.applyImage(cv2.GaussianBlur(pixels, (0, 0), 1.0))
    scissors.buildMap(_pixel(seed, area, scale, (width, height)))
    return EdgeMap(seed, area, _trusted(area, reach / 3, size), scale, (width, height), scissors)


def snapped(read: Read, size: tuple[int, int], at: XY, radius: float) -> XY:
    """Return the middle of the pixel with the clearest edge within ``radius`` of an image point, the near ones first.

    Where there is no edge, the point itself is returned.
    """
    area = whole(Box(*at, *at).grown(radius + 2), size)
    if min(area.width, area.height) < 3:
        return at
    strength = _gradient(read(area))
    y, x = np.mgrid[: strength.shape[0], : strength.shape[1]] + 0.5
    far = np.hypot(x + area.x0 - at[0], y + area.y0 - at[1])
    worth = np.where(far <= radius, strength * (1 - 0.6 * far / max(radius, 1.0)), 0.0)
    row, column = np.unravel_index(int(worth.argmax()), worth.shape)
    if strength[row, column] < EDGE_FROM or worth[row, column] <= 0:
        return at
    return float(column + area.x0 + 0.5), float(row + area.y0 + 0.5)


def along_border(a: XY, b: XY, size: tuple[int, int], reach: float) -> bool:
    """Tell whether both image points lie within ``reach`` of one side of a picture of ``size`` (width, height).

    The picture's border is no edge in its pixels: between such points the way is straight.
    """
    return any(
        max(abs(a[axis] - side), abs(b[axis] - side)) <= reach for axis in (0, 1) for side in (0.0, float(size[axis]))
    )


def thinned(path: tuple[XY, ...], tolerance: float) -> tuple[XY, ...]:
    """Return an open way of fewer points that strays by at most ``tolerance`` pixels; both ends stay."""
    points = np.array(path, dtype=np.float32).reshape(-1, 1, 2)
    kept = cv2.approxPolyDP(points, tolerance, False).reshape(-1, 2)
    return (path[0], *((float(x), float(y)) for x, y in kept[1:-1]), path[-1])


def outline(paths: Iterable[Iterable[XY]], tolerance: float) -> Polygon | None:
    """Return the polygon of ways that follow on one another, simplified by at most ``tolerance`` pixels.

    Where a way goes back on itself, as happens where a seed lies beside the edge, the spike is left out. None where
    nothing is enclosed.
    """
    ring = _without_spikes([point for path in paths for point in path])
    if len(ring) < 3:
        return None
    points = np.array(ring, dtype=np.float32).reshape(-1, 1, 2)
    simple = cv2.approxPolyDP(points, tolerance, True).reshape(-1, 2)
    polygon = Polygon(tuple((round(float(x), 2), round(float(y), 2)) for x, y in simple))
    return polygon if len(polygon.points) >= 3 and polygon.area > 0 else None


def _without_spikes(ring: list[XY]) -> list[XY]:
    """Leave out points that are gone to and come back from on the same way, also across the ring's first point."""
    kept: list[XY] = []
    for point in ring:
        if kept and kept[-1] == point:
            continue
        if len(kept) >= 2 and kept[-2] == point:
            kept.pop()
        else:
            kept.append(point)
    while len(kept) > 2 and (kept[0] == kept[-1] or kept[1] == kept[-1]):
        del kept[0 if kept[1] == kept[-1] else -1]
    return kept


def _pixel(at: XY, area: Box, scale: XY, shape: tuple[int, int]) -> tuple[int, int]:
    """Return the pixel (column, row) of the shrunk area, ``shape`` being its (width, height), at an image point."""
    column, row = int((at[0] - area.x0) * scale[0]), int((at[1] - area.y0) * scale[1])
    return min(max(column, 0), shape[0] - 1), min(max(row, 0), shape[1] - 1)


def _trusted(area: Box, margin: float, size: tuple[int, int]) -> Box:
    """Return the area without a margin, but up to the picture's own border."""
    return Box(
        area.x0 + margin if area.x0 > 0 else 0.0,
        area.y0 + margin if area.y0 > 0 else 0.0,
        area.x1 - margin if area.x1 < size[0] else float(size[0]),
        area.y1 - margin if area.y1 < size[1] else float(size[1]),
    )


def _gradient(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return (h, w) how much the grey value changes from pixel to pixel."""
    grey = cv2.GaussianBlur(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), (3, 3), 0).astype(np.float32)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    return np.asarray(cv2.magnitude(across, down) / 4, dtype=np.float32)


def _canny_thresholds(rgb: NDArray[np.uint8]) -> tuple[float, float]:
    """Return Canny's two thresholds as this part's contrast has them, so that faint scratches count as edges too."""
    grey = cv2.GaussianBlur(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), (0, 0), 1.0).astype(np.float32)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    high = float(np.percentile(np.abs(across) + np.abs(down), 90))
    high = min(max(high, 12.0), 200.0)
    return 0.4 * high, high
