"""Rotated boxes: polygons of four corners that stay rectangles, with their angle as an attribute of the object.

The corners run clockwise as seen; the first edge is the top one, which at a rotation of 0 runs from left to right.
Angles are degrees, clockwise as seen (y runs down), from 0 up to but not including 360.
"""

from dataclasses import replace
from math import atan2, cos, degrees, radians, sin

from core.geometry import XY, Polygon
from core.rectangle import angle_of, angle_text, is_rectangle, middle_of, rectangle, size_of
from core.voc.annotation import ROTATION, VocObject

SNAP_DEGREES = 15.0
_SQUARE = 0.02
"""How far a corner may be from where a rectangle has it, as a share of the longer side, for rounding's sake."""


def from_edge(a: XY, b: XY, at: XY) -> Polygon:
    """Return the rectangle with the edge ``a``-``b`` that reaches as far as ``at``, on its side."""
    far = _across(a, b, at)
    corners = (a, b, _plus(b, far), _plus(a, far))
    turns_right = (b[0] - a[0]) * far[1] - (b[1] - a[1]) * far[0] >= 0
    return _rounded(corners if turns_right else (b, a, corners[3], corners[2]))


def with_corner_at(box: Polygon, corner: int, at: XY) -> Polygon:
    """Return the box with one corner at ``at``; the opposite one and the rotation stay."""
    angle, fixed = angle_of(box), box.points[(corner + 2) % 4]
    along = cos(radians(angle)), sin(radians(angle))
    way = at[0] - fixed[0], at[1] - fixed[1]
    width = abs(way[0] * along[0] + way[1] * along[1])
    height = abs(way[1] * along[0] - way[0] * along[1])
    return rectangle(((at[0] + fixed[0]) / 2, (at[1] + fixed[1]) / 2), width, height, angle)


def with_edge_at(box: Polygon, edge: int, at: XY) -> Polygon:
    """Return the box with one edge (0 the top one, then clockwise) moved so that its line passes through ``at``."""
    a, b = box.points[edge], box.points[(edge + 1) % 4]
    return with_corner_at(box, edge, _plus(a, _across(a, b, at)))


def turn_handle(box: Polygon, distance: float) -> XY:
    """Return the place of the handle that turns the box: off the middle of its top edge by ``distance``."""
    a, b = box.points[:2]
    up = radians(angle_of(box) - 90)
    return (a[0] + b[0]) / 2 + distance * cos(up), (a[1] + b[1]) / 2 + distance * sin(up)


def angle_towards(box: Polygon, at: XY, *, snaps: bool) -> float:
    """Return the rotation at which the turning handle points to ``at``; with ``snaps`` a multiple of 15 degrees."""
    middle = middle_of(box)
    angle = degrees(atan2(at[1] - middle[1], at[0] - middle[0])) + 90
    return (round(angle / SNAP_DEGREES) * SNAP_DEGREES if snaps else round(angle, 1)) % 360


def is_rotated(thing: VocObject) -> bool:
    """Tell whether the object says that it is a rotated box and its corners are those of one."""
    shape = thing.shape
    if not isinstance(shape, Polygon) or len(shape.points) != 4 or thing.attribute(ROTATION) is None:
        return False
    sides = size_of(shape)
    return min(sides) > 0 and is_rectangle(shape, slack=max(sides) * _SQUARE + 0.1)


def with_box(thing: VocObject, box: Polygon) -> VocObject:
    """Return the object as this rotated box."""
    return replace(thing, shape=box).with_attribute(ROTATION, angle_text(box))


def _across(a: XY, b: XY, at: XY) -> XY:
    """Return the way from the line a-b to ``at``, at a right angle to it."""
    along = b[0] - a[0], b[1] - a[1]
    square = along[0] ** 2 + along[1] ** 2
    if square == 0:
        return 0.0, 0.0
    share = (along[0] * (at[1] - a[1]) - along[1] * (at[0] - a[0])) / square
    return -along[1] * share, along[0] * share


def _plus(a: XY, b: XY) -> XY:
    return a[0] + b[0], a[1] + b[1]


def _rounded(corners: tuple[XY, ...]) -> Polygon:
    return Polygon(tuple((round(x, 3), round(y, 3)) for x, y in corners))
