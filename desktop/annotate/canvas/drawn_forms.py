"""What is worked out once a shape: its points as Qt draws them, and the edges that cross."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from core.editing.crossings import crossing_edges
from core.geometry import XY, Polygon, Polyline

Edge = tuple[XY, XY]
SPARE = 500
"""How many forms of shapes that are no more may be kept."""


class DrawnForms:
    """Caches by identity: shapes are frozen values, and hashing thousands of points costs more than drawing them."""

    def __init__(self) -> None:
        self._outlines: dict[int, tuple[Polygon | Polyline, QPolygonF]] = {}
        self._crossings: dict[int, tuple[Polygon, tuple[Edge, ...]]] = {}

    def clear(self) -> None:
        """Forget everything: another image is opened."""
        self._outlines.clear()
        self._crossings.clear()

    def trim(self, count: int) -> None:
        """Forget everything where far more is kept than the ``count`` shapes that there are: a drag makes many."""
        for forms in (self._outlines, self._crossings):
            if len(forms) > count + SPARE:
                forms.clear()

    def outline(self, shape: Polygon | Polyline) -> QPolygonF:
        """Return the points, in image coordinates."""
        known = self._outlines.get(id(shape))
        if known is None or known[0] is not shape:
            known = (shape, QPolygonF([QPointF(x, y) for x, y in shape.points]))
            self._outlines[id(shape)] = known
        return known[1]

    def crossings(self, shape: Polygon) -> tuple[Edge, ...]:
        """Return the edges that cross others, in image coordinates."""
        known = self._crossings.get(id(shape))
        if known is None or known[0] is not shape:
            known = (shape, crossed(shape.points))
            self._crossings[id(shape)] = known
        return known[1]


def crossed(points: tuple[XY, ...], *, closed: bool = True) -> tuple[Edge, ...]:
    """Return the edges of an outline through ``points`` that cross others."""
    numbers = sorted({edge for pair in crossing_edges(points, closed=closed) for edge in pair})
    return tuple((points[edge], points[(edge + 1) % len(points)]) for edge in numbers)
