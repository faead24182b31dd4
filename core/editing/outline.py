"""From masks to outlines and back: polygons along the pixels' edges, smoothed as far as is asked for."""

from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.crossings import crossing_edges
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.outline import Part, Ring, joined, parts_of
from core.voc.masks import shape_mask


def polygons_of(mask: Mask, tolerance_px: float = 0.0) -> tuple[Polygon, ...]:
    """Return a polygon for each connected part of the mask; none of its pixels goes further than the tolerance.

    At a tolerance of 0 the polygons run along the pixels' edges and fill the very same pixels. A polygon has no holes:
    those of a part are joined to its outline by a cut of no width (see ``core.outline.joined``), which fills the same
    pixels by the even-odd rule. A ring that would vanish or cross itself is smoothed less. The method is that of
    Douglas and Peucker.
    """
    return tuple(_polygon(part, tolerance_px) for part in parts_of(mask.crop(), mask.left, mask.top))


def mask_of(shape: Shape, width: int, height: int) -> Mask | None:
    """Return the pixels of a shape inside an image of that size: those whose centres it covers, by the even-odd rule.

    A line covers at least one pixel across. None for a point, and where no pixel is covered.
    """
    box = shape.bounds.clamped(width, height)
    x0, y0, x1, y1 = floor(box.x0), floor(box.y0), ceil(box.x1), ceil(box.y1)
    if isinstance(shape, Point) or x0 >= x1 or y0 >= y1:
        return None
    if isinstance(shape, Box):
        shape = Polygon(((shape.x0, shape.y0), (shape.x1, shape.y0), (shape.x1, shape.y1), (shape.x0, shape.y1)))
    if isinstance(shape, Mask):
        return Mask.from_spans(shape.spans.clipped(0, 0, width, height))
    if isinstance(shape, Polyline):  # a line of one pixel reaches a little beyond its own width
        x0, y0, x1, y1 = max(x0 - 1, 0), max(y0 - 1, 0), min(x1 + 1, width), min(y1 + 1, height)
    return Mask.from_array(shape_mask(shape.moved(-x0, -y0), (y1 - y0, x1 - x0)), x0, y0)


def simplified(points: tuple[XY, ...], tolerance_px: float, *, closed: bool) -> tuple[XY, ...]:
    """Return fewer points, so that the line strays from where it was by no more than the tolerance."""
    if tolerance_px <= 0 or len(points) < 3:
        return points
    if not closed:  # OpenCV loses the last point of an open line that ends where it began
        return tuple(points[place] for place in _kept(np.asarray(points, dtype=float), tolerance_px))
    kept = cv2.approxPolyDP(np.asarray(points, dtype=np.float32).reshape(-1, 1, 2), tolerance_px, True).reshape(-1, 2)
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in kept)


def _kept(line: NDArray[np.float64], tolerance_px: float) -> list[int]:
    """Return the places of the points that an open line keeps, from the first to the last."""
    kept, pieces = [0, len(line) - 1], [(0, len(line) - 1)]
    while pieces:
        first, last = pieces.pop()
        if last - first < 2:
            continue
        away = _distances(line[first + 1 : last], line[first], line[last])
        furthest = int(away.argmax())
        if away[furthest] > tolerance_px:
            middle = first + 1 + furthest
            kept.append(middle)
            pieces += [(first, middle), (middle, last)]
    return sorted(kept)


def _distances(points: NDArray[np.float64], a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far the points lie from the segment between ``a`` and ``b``."""
    along = b - a
    square = float(along @ along)
    shares = np.clip((points - a) @ along / square, 0.0, 1.0) if square > 0 else np.zeros(len(points))
    return np.asarray(np.hypot(*(points - a - shares[:, None] * along).T))


def _polygon(part: Part, tolerance_px: float) -> Polygon:
    rings = [_smoothed(ring, tolerance_px) for ring in (part.outer, *part.holes)]
    return Polygon(joined((Part(rings[0], tuple(rings[1:])),)))


def _smoothed(ring: Ring, tolerance_px: float) -> Ring:
    while tolerance_px > 0.25:
        fewer = simplified(ring, tolerance_px, closed=True)
        if len(fewer) >= 3 and Polygon(fewer).area > 0 and not crossing_edges(fewer):
            return fewer
        tolerance_px /= 2
    return ring
