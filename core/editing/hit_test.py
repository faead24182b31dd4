"""What is under the cursor: a numpy table of bounding boxes finds the few candidates, geometry decides.

Distances are in image pixels; the caller turns its tolerance on the screen into them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from math import hypot

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.reshape import edges, vertices
from core.editing.rotated import is_rotated, turn_handle
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject

TURN_HANDLE = 4.0
"""How far off its top edge a rotated box's turning handle is, in times the tolerance."""
TURNABLE = 40
"""Up to how many selected objects show such handles."""
CHUNK = 64
"""So many objects are compared at a time: Python finds out in no time that a tuple holds the very same values."""


class Part(Enum):
    """Which part of an object was hit."""

    VERTEX = "vertex"
    EDGE = "edge"
    BODY = "body"
    TURN = "turn"
    """The handle that turns a rotated box."""


@dataclass(frozen=True)
class Target:
    """A part of the object at ``place``; ``number`` is that of the vertex or edge, 0 for the body."""

    place: int
    part: Part
    number: int = 0


@dataclass(frozen=True)
class ShapeIndex:
    """The objects of an image with an (N, 4) float table of their bounds: x0, y0, x1, y1.

    Rows of what is not shown, hidden objects and those of ``hidden_labels``, are NaN: no search finds them.
    """

    objects: tuple[VocObject, ...]
    bounds: NDArray[np.float64]
    hidden_labels: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        objects: tuple[VocObject, ...],
        known: "ShapeIndex | None" = None,
        hidden_labels: frozenset[str] = frozenset(),
    ) -> "ShapeIndex":
        """Return the index; rows of objects that ``known`` holds at the same ends of its list are taken from it."""
        if known is None or known.hidden_labels != hidden_labels:
            return cls(objects, _rows(objects, hidden_labels), hidden_labels)
        first, last = unchanged_ends(known.objects, objects)
        middle = _rows(objects[first : len(objects) - last], hidden_labels)
        rows = (known.bounds[:first], middle, known.bounds[len(known.objects) - last :])
        return cls(objects, np.concatenate(rows), hidden_labels)

    def shows(self, place: int) -> bool:
        """Tell whether there is an object at ``place`` that is not hidden."""
        return place < len(self.objects) and not np.isnan(self.bounds[place, 0])

    def touching(self, box: Box) -> list[int]:
        """Return the places of the objects whose bounds share at least a border point with ``box``, in order."""
        places: list[int] = self.rows_touching(box).tolist()
        return places

    def rows_touching(self, box: Box) -> NDArray[np.intp]:
        """Return the same places as an array, which is quicker where they are many."""
        b = self.bounds
        hit = (b[:, 0] <= box.x1) & (b[:, 2] >= box.x0) & (b[:, 1] <= box.y1) & (b[:, 3] >= box.y0)
        return np.flatnonzero(hit)

    def within(self, box: Box) -> list[int]:
        """Return the places of the objects whose bounds lie inside ``box``, in order."""
        b = self.bounds
        hit = (b[:, 0] >= box.x0) & (b[:, 2] <= box.x1) & (b[:, 1] >= box.y0) & (b[:, 3] <= box.y1)
        places: list[int] = np.flatnonzero(hit).tolist()
        return places


def unchanged_ends(old: tuple[VocObject, ...], new: tuple[VocObject, ...]) -> tuple[int, int]:
    """Return how many objects at the beginning and at the end of both lists are the same."""
    shorter = min(len(old), len(new))
    first = _alike(old[:shorter], new[:shorter])
    left = shorter - first
    return first, _alike(old[len(old) - left :][::-1], new[len(new) - left :][::-1])


def find_target(index: ShapeIndex, selected: Collection[int], at: XY, tolerance: float) -> Target | None:
    """Return what a press at ``at`` would take hold of.

    Parts of selected objects come before all others, vertices before edges before bodies; of several bodies the one
    with the smallest bounds is meant, because the larger ones can be reached elsewhere. Locked objects are passed by.
    """
    if (turning := _turn_handle(index, selected, at, tolerance)) is not None:
        return turning
    around = index.touching(Box(*at, *at).grown(tolerance))
    near = [place for place in around if not index.objects[place].locked]
    chosen = [place for place in near if place in selected]
    for places in (chosen, near):
        found = _nearest_vertex(index, places, at, tolerance) or _nearest_edge(index, places, at, tolerance)
        if found is not None:
            return found
    return _smallest_body(index, near, at)


def find_locked(index: ShapeIndex, at: XY) -> Target | None:
    """Return the body of the smallest locked object at ``at``, so that a person may be told why nothing moves."""
    near = [place for place in index.touching(Box(*at, *at)) if index.objects[place].locked]
    return _smallest_body(index, near, at)


def covers(shape: Shape, at: XY) -> bool:
    """Tell whether the point lies in the shape or on its border; points and lines cover nothing."""
    match shape:
        case Box():
            return shape.contains(*at)
        case Polygon():
            ring = np.asarray(shape.points, dtype=np.float32)
            return bool(cv2.pointPolygonTest(ring, at, False) >= 0)
        case Mask():
            column, row = int(at[0] // 1) - shape.left, int(at[1] // 1) - shape.top
            if not (0 <= column < shape.width and 0 <= row < shape.height):
                return False
            ends = np.cumsum(shape.runs)
            return bool(np.searchsorted(ends, row * shape.width + column, side="right") % 2)
        case Polyline() | Point():
            return False


def distance_to_segment(at: XY, a: XY, b: XY) -> float:
    """Return the distance of a point from the segment between ``a`` and ``b``."""
    along = (b[0] - a[0], b[1] - a[1])
    square = along[0] ** 2 + along[1] ** 2
    share = ((at[0] - a[0]) * along[0] + (at[1] - a[1]) * along[1]) / square if square > 0 else 0.0
    share = min(1.0, max(0.0, share))
    return hypot(at[0] - a[0] - share * along[0], at[1] - a[1] - share * along[1])


def _alike(old: Sequence[VocObject], new: Sequence[VocObject]) -> int:
    """Return how many values at the beginning of two lists of one length are the same."""
    for start in range(0, len(old), CHUNK):
        ours, theirs = old[start : start + CHUNK], new[start : start + CHUNK]
        if ours != theirs:
            pairs = enumerate(zip(ours, theirs, strict=True))
            return start + next(n for n, (a, b) in pairs if a is not b and a != b)
    return len(old)


def _turn_handle(index: ShapeIndex, selected: Collection[int], at: XY, tolerance: float) -> Target | None:
    """Return the turning handle of a selected rotated box, of which few have one at a time."""
    for place in selected if len(selected) <= TURNABLE else ():
        thing = index.objects[place]
        if not index.shows(place) or thing.locked or not isinstance(thing.shape, Polygon) or not is_rotated(thing):
            continue
        x, y = turn_handle(thing.shape, TURN_HANDLE * tolerance)
        if hypot(x - at[0], y - at[1]) <= 1.3 * tolerance:
            return Target(place, Part.TURN)
    return None


def _smallest_body(index: ShapeIndex, places: list[int], at: XY) -> Target | None:
    bodies = [place for place in places if covers(index.objects[place].shape, at)]
    if not bodies:
        return None
    return Target(min(bodies, key=lambda place: (index.objects[place].shape.bounds.area, -place)), Part.BODY)


def _nearest_vertex(index: ShapeIndex, places: list[int], at: XY, tolerance: float) -> Target | None:
    left, right, top, bottom = at[0] - tolerance, at[0] + tolerance, at[1] - tolerance, at[1] + tolerance
    found = [
        (hypot(x - at[0], y - at[1]), -place, number)
        for place in places
        for number, (x, y) in enumerate(vertices(index.objects[place].shape))
        if left <= x <= right and top <= y <= bottom  # nearly all are farther off, and this is quickly told
    ]
    best = min(found, default=(np.inf, 0, 0))
    return Target(-best[1], Part.VERTEX, best[2]) if best[0] <= tolerance else None


def _nearest_edge(index: ShapeIndex, places: list[int], at: XY, tolerance: float) -> Target | None:
    left, right, top, bottom = at[0] - tolerance, at[0] + tolerance, at[1] - tolerance, at[1] + tolerance
    found = [
        (distance_to_segment(at, a, b), -place, number)
        for place in places
        for number, (a, b) in enumerate(edges(index.objects[place].shape))
        if not (
            (a[0] < left and b[0] < left)
            or (a[0] > right and b[0] > right)
            or (a[1] < top and b[1] < top)
            or (a[1] > bottom and b[1] > bottom)
        )
    ]
    best = min(found, default=(np.inf, 0, 0))
    return Target(-best[1], Part.EDGE, best[2]) if best[0] <= tolerance else None


def _rows(objects: tuple[VocObject, ...], hidden_labels: frozenset[str]) -> NDArray[np.float64]:
    boxes = [thing.shape.bounds for thing in objects]
    rows = np.array([(b.x0, b.y0, b.x1, b.y1) for b in boxes], dtype=np.float64).reshape(-1, 4)
    rows[[thing.hidden or thing.label in hidden_labels for thing in objects]] = np.nan
    return rows
