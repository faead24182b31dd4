"""Turned rectangles: polygons of four corners, clockwise as seen, the first edge being the top one.

At an angle of 0 the top edge runs from left to right. Angles are degrees, clockwise as seen (y runs down), from 0 up to
but not including 360.
"""

from math import atan2, cos, degrees, hypot, radians, sin

from core.geometry import XY, Polygon


def rectangle(middle: XY, width: float, height: float, angle: float) -> Polygon:
    """Return the rectangle of that size round ``middle``, its top edge turned by ``angle``, to a thousandth."""
    along = cos(radians(angle)), sin(radians(angle))
    x, y = width / 2, height / 2
    corners = ((-x, -y), (x, -y), (x, y), (-x, y))
    places = ((middle[0] + u * along[0] - v * along[1], middle[1] + u * along[1] + v * along[0]) for u, v in corners)
    return Polygon(tuple((round(u, 3), round(v, 3)) for u, v in places))


def angle_of(box: Polygon) -> float:
    """Return the angle of the first edge, to a hundredth."""
    a, b = box.points[:2]
    return round(degrees(atan2(b[1] - a[1], b[0] - a[0])), 2) % 360


def angle_text(box: Polygon) -> str:
    """Return the angle as the attribute of an object says it."""
    return f"{angle_of(box):.2f}".rstrip("0").rstrip(".")


def size_of(box: Polygon) -> tuple[float, float]:
    """Return width (along the top edge) and height."""
    a, b, c = box.points[:3]
    return hypot(b[0] - a[0], b[1] - a[1]), hypot(c[0] - b[0], c[1] - b[1])


def middle_of(box: Polygon) -> XY:
    """Return the middle."""
    a, _, c, _ = box.points
    return (a[0] + c[0]) / 2, (a[1] + c[1]) / 2


def turned(box: Polygon, angle: float) -> Polygon:
    """Return the rectangle round the same middle at another angle."""
    return rectangle(middle_of(box), *size_of(box), angle)


def is_rectangle(polygon: Polygon, slack: float = 1.0) -> bool:
    """Tell whether there are four points, each within ``slack`` pixels of the corner that a rectangle has there."""
    if len(polygon.points) != 4:
        return False
    ideal = turned(polygon, angle_of(polygon)).points
    return all(hypot(p[0] - q[0], p[1] - q[1]) <= slack for p, q in zip(polygon.points, ideal, strict=True))


def clockwise(box: Polygon) -> Polygon:
    """Return four corners so that they run clockwise as seen, with the same first edge."""
    a, b, c, d = box.points
    runs_right = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) >= 0
    return box if runs_right else Polygon((b, a, d, c))
