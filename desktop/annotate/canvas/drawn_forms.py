"""What is worked out once a shape: its points as Qt draws them, and the edges that cross."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from core.editing.crossings import crossing_edges
from core.geometry import XY, Polygon, Polyline

Edge = tuple[XY, XY]
Form = TypeVar("Form")
SPARE = 64
"""How many forms of shapes that are no more are kept: those of a drag that was just seen."""


class DrawnForms:
    """Outlines and crossings of the shapes that were drawn last."""

    def __init__(self) -> None:
        self._outlines: _Recent[QPolygonF] = _Recent()
        self._crossings: _Recent[tuple[Edge, ...]] = _Recent()

    def clear(self) -> None:
        """Forget everything: another image is opened."""
        self._outlines.limit_to(0)
        self._crossings.limit_to(0)

    def limit_to(self, count: int) -> None:
        """Keep the forms of about ``count`` shapes: as many as there are."""
        self._outlines.limit_to(count + SPARE)
        self._crossings.limit_to(count + SPARE)

    def outline(self, shape: Polygon | Polyline) -> QPolygonF:
        """Return the points, in image coordinates."""
        return self._outlines.get(shape, lambda: QPolygonF([QPointF(x, y) for x, y in shape.points]))

    def crossings(self, shape: Polygon) -> tuple[Edge, ...]:
        """Return the edges that cross others, in image coordinates."""
        return self._crossings.get(shape, lambda: crossed(shape.points))


class _Recent(Generic[Form]):
    """A cache by identity: shapes are frozen values, and hashing thousands of points costs more than drawing them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[object, Form]] = OrderedDict()
        self._limit = SPARE

    def limit_to(self, count: int) -> None:
        self._limit = max(count, SPARE)
        while len(self._kept) > count:
            self._kept.popitem(last=False)

    def get(self, shape: object, make: Callable[[], Form]) -> Form:
        known = self._kept.get(id(shape))
        if known is not None and known[0] is shape:
            self._kept.move_to_end(id(shape))
            return known[1]
        form = make()
        self._kept[id(shape)] = (shape, form)  # holds the shape, so that its id stays its own
        while len(self._kept) > self._limit:
            self._kept.popitem(last=False)
        return form


def crossed(points: tuple[XY, ...], *, closed: bool = True) -> tuple[Edge, ...]:
    """Return the edges of an outline through ``points`` that cross others."""
    numbers = sorted({edge for pair in crossing_edges(points, closed=closed) for edge in pair})
    return tuple((points[edge], points[(edge + 1) % len(points)]) for edge in numbers)
