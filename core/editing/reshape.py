"""Changing one shape: its vertices, its edges, its place inside the image. Pure functions.

The vertices of a box are its corners, clockwise from the upper left one (0 to 3); edge ``k`` of any shape runs from
vertex ``k`` to the next one, so that a box's edges are top, right, bottom, left. A mask has neither.
"""

from dataclasses import replace
from itertools import pairwise

from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape

FEWEST = {Polygon: 3, Polyline: 2}


def vertices(shape: Shape) -> tuple[XY, ...]:
    """Return the places that can be dragged, none for a mask."""
    match shape:
        case Box(x0, y0, x1, y1):
            return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        case Point(x, y):
            return ((x, y),)
        case Polygon() | Polyline():
            return shape.points
        case Mask():
            return ()


def edges(shape: Shape) -> tuple[tuple[XY, XY], ...]:
    """Return the outline's edges, each as its two ends."""
    points = vertices(shape)
    match shape:
        case Box() | Polygon():
            return tuple(zip(points, (*points[1:], points[0]), strict=True))
        case Polyline():
            return tuple(pairwise(points))
        case _:
            return ()


def with_vertex_at(shape: Shape, vertex: int, at: XY) -> Shape:
    """Return the shape with one vertex moved to ``at``; a box's corner pulls the two edges that meet there."""
    match shape:
        case Box(x0, y0, x1, y1):
            fixed = ((x1, y1), (x0, y1), (x0, y0), (x1, y0))[vertex]
            return box_between(fixed, at)
        case Point():
            return Point(*at)
        case Polygon(points) | Polyline(points):
            return replace(shape, points=(*points[:vertex], at, *points[vertex + 1 :]))
        case Mask():
            return shape


def with_edge_at(box: Box, edge: int, at: XY) -> Box:
    """Return the box with one edge (top, right, bottom, left) moved so that it passes through ``at``."""
    x, y = at
    match edge:
        case 0:
            return box_between((box.x0, y), (box.x1, box.y1))
        case 1:
            return box_between((box.x0, box.y0), (x, box.y1))
        case 2:
            return box_between((box.x0, box.y0), (box.x1, y))
        case _:
            return box_between((x, box.y0), (box.x1, box.y1))


def with_vertex_inserted(shape: Polygon | Polyline, edge: int, at: XY) -> Polygon | Polyline:
    """Return the shape with a new vertex on edge ``edge``; it becomes vertex ``edge + 1``."""
    return replace(shape, points=(*shape.points[: edge + 1], at, *shape.points[edge + 1 :]))


def without_vertex(shape: Shape, vertex: int) -> Shape | None:
    """Return the shape without one vertex, or None where it would be no shape any more (or cannot lose one)."""
    if not isinstance(shape, Polygon | Polyline) or len(shape.points) <= FEWEST[type(shape)]:
        return None
    return replace(shape, points=(*shape.points[:vertex], *shape.points[vertex + 1 :]))


def box_between(a: XY, b: XY) -> Box:
    """Return the box that has ``a`` and ``b`` at opposite corners, whichever they are."""
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def on_pixel_edges(at: XY) -> XY:
    """Return ``at`` on the nearest pixel corner: a box's file knows whole pixels only."""
    return float(round(at[0])), float(round(at[1]))
