"""Two objects on one thing: the same annotated twice, or a thing with two labels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject
from core.voc.checks.limits import Limits
from core.voc.checks.objects import Place
from core.voc.checks.problem import ObjectFix, Problem

_RASTER = 128
"""Outlines are compared on a grid of at most so many pixels: fine enough for nine tenths of an area."""


def pair_problems(places: Sequence[Place], objects: Sequence[VocObject], limits: Limits) -> Iterator[Problem]:
    """Yield each object that lies on an earlier one; ``places`` say where they stand, in the same order.

    Points are left out: they have no area.
    """
    told: set[int] = set()
    for first, second in _candidates(objects, limits.overlap):
        share = overlap(objects[first].shape, objects[second].shape)
        if share > limits.overlap and second not in told:
            told.add(second)
            yield _problem(places[second], objects[first], objects[second], share)


def overlap(a: Shape, b: Shape) -> float:
    """Return the intersection over union of two shapes, 0 to 1: exact for boxes, on a small grid for the others."""
    if isinstance(a, Box) and isinstance(b, Box):
        return a.iou(b)
    around = Box.around(
        [(box.x0, box.y0) for box in (a.bounds, b.bounds)] + [(box.x1, box.y1) for box in (a.bounds, b.bounds)]
    )
    scale = min(_RASTER / max(around.width, around.height, 1e-9), 4.0)
    first, second = _raster(a, around, scale), _raster(b, around, scale)
    union = np.count_nonzero(first | second)
    return float(np.count_nonzero(first & second) / union) if union else 0.0


def _candidates(objects: Sequence[VocObject], least: float) -> Iterator[tuple[int, int]]:
    """Yield the places of two objects whose boxes overlap by ``least`` or more, the earlier first."""
    places = [place for place, thing in enumerate(objects) if not isinstance(thing.shape, Point)]
    if len(places) < 2:
        return
    boxes = np.array([_edges(objects[place].shape.bounds) for place in places])
    areas = np.prod(np.maximum(boxes[:, 2:] - boxes[:, :2], 0), axis=1)
    for row in range(len(places) - 1):
        rest = boxes[row + 1 :]
        sides = np.minimum(boxes[row, 2:], rest[:, 2:]) - np.maximum(boxes[row, :2], rest[:, :2])
        common = np.prod(np.maximum(sides, 0), axis=1)
        union = areas[row] + areas[row + 1 :] - common
        for column in np.flatnonzero((common > least * union) & (union > 0)):
            yield places[row], places[row + 1 + int(column)]


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1


def _raster(shape: Shape, around: Box, scale: float) -> NDArray[np.bool_]:
    """Return the shape on a grid over ``around``, ``scale`` grid pixels to one of the image."""
    size = max(1, round(around.width * scale)), max(1, round(around.height * scale))
    grid = np.zeros(size[::-1], np.uint8)
    if isinstance(shape, Mask):
        crop, moving = shape.crop().astype(np.uint8), _moving(shape, around, scale)
        grid[:] = cv2.warpAffine(crop, moving, size, flags=cv2.INTER_NEAREST)
        return np.not_equal(grid, 0)
    if isinstance(shape, Polygon | Polyline):
        points = np.rint((np.array(shape.points) - (around.x0, around.y0)) * scale * 16).astype(np.int32)
        if isinstance(shape, Polygon):
            cv2.fillPoly(grid, [points], (1,), shift=4)
        else:
            cv2.polylines(grid, [points], False, (1,), max(1, round(shape.width * scale)), shift=4)
        return np.not_equal(grid, 0)
    box = shape.bounds.moved(-around.x0, -around.y0)
    x0, y0, x1, y1 = (round(edge * scale) for edge in _edges(box))
    grid[y0:y1, x0:x1] = 1
    return np.not_equal(grid, 0)


def _moving(mask: Mask, around: Box, scale: float) -> NDArray[np.float64]:
    """Return the 2 x 3 matrix that takes pixel centres of the mask's crop to those of the grid."""
    left, top = (mask.left - around.x0 + 0.5) * scale - 0.5, (mask.top - around.y0 + 0.5) * scale - 0.5
    return np.array([[scale, 0.0, left], [0.0, scale, top]])


def _problem(at: Place, first: VocObject, second: VocObject, share: float) -> Problem:
    """Return the problem of the second object; the doubled one can be removed where nothing of it would be missed."""
    problem = Problem(
        kind="two-labels-on-one-thing", path=at.path, line=at.line, image=at.image, place=at.place, label=second.label,
        values={"label": first.label, "other": second.label, "percent": f"{100 * share:.0f}"},
        sign=repr((first.label, first.shape.bounds, second.shape.bounds)),
    )  # fmt: skip
    if first.label != second.label:
        return problem
    says_no_more = not second.locked and (isinstance(second.shape, Box) or type(first.shape) is type(second.shape))
    fix = ObjectFix(at.image, at.place, second, None) if says_no_more else None
    return replace(problem, kind="annotated-twice", fix=fix)
