"""Cutting a shape at the borders of an image."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape


def inside(at: XY, width: float, height: float) -> XY:
    """Return the place in an image of that size that is nearest to ``at``."""
    return min(max(at[0], 0.0), float(width)), min(max(at[1], 0.0), float(height))


def clipped(shape: Shape, width: int, height: int) -> Shape | None:
    """Return the part of the shape inside an image of ``width`` x ``height`` pixels, None where nothing is left.

    A shape that lies wholly inside is returned as the very value it was. Of a line that leaves the image, the ends
    of what is outside are drawn to the border.
    """
    image = Box(0, 0, width, height)
    bounds = shape.bounds
    if bounds.x0 >= 0 and bounds.y0 >= 0 and bounds.x1 <= width and bounds.y1 <= height:
        return shape
    match shape:
        case Box():
            part = shape.clamped(width, height)
            return part if part.area > 0 else None
        case Point(x, y):
            return shape if image.contains(x, y) else None
        case Mask():
            return Mask.from_array(shape.to_array(width, height))
        case Polygon(points):
            return _clipped_polygon(points, width, height)
        case Polyline(points):
            return _clipped_line(shape, points, image)


def _clipped_polygon(points: tuple[XY, ...], width: int, height: int) -> Polygon | None:
    """Cut along each border in turn, as Sutherland and Hodgman do (Communications of the ACM 17, 1974)."""
    ring = list(points)
    borders: tuple[tuple[int, float, Callable[[float], bool]], ...] = (
        (0, 0.0, lambda x: x >= 0),
        (0, float(width), lambda x: x <= width),
        (1, 0.0, lambda y: y >= 0),
        (1, float(height), lambda y: y <= height),
    )
    for axis, border, is_inside in borders:
        ring = _cut(ring, axis, border, is_inside)
    distinct = tuple(point for before, point in pairwise((ring[-1], *ring)) if before != point) if ring else ()
    part = Polygon(distinct) if len(distinct) >= 3 else None
    return part if part is not None and part.area > 0 else None


def _cut(ring: list[XY], axis: int, border: float, is_inside: Callable[[float], bool]) -> list[XY]:
    """Return the ring's part on the inner side of one border, an upright (axis 0) or level (axis 1) line."""
    kept: list[XY] = []
    for a, b in pairwise((*ring, ring[0])) if ring else ():
        if is_inside(a[axis]):
            kept.append(a)
        if is_inside(a[axis]) != is_inside(b[axis]):
            share = (border - a[axis]) / (b[axis] - a[axis])
            across = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
            kept.append((border, across) if axis == 0 else (across, border))
    return kept


def _clipped_line(line: Polyline, points: tuple[XY, ...], image: Box) -> Polyline | None:
    if not any(image.contains(*point) for point in points):
        return None
    if all(image.contains(*point) for point in points):
        return line  # only its width reaches out
    drawn_in = [inside(point, image.x1, image.y1) for point in points]
    distinct = (drawn_in[0], *(point for before, point in pairwise(drawn_in) if before != point))
    return replace(line, points=distinct) if len(distinct) >= 2 else None
