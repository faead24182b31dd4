"""Shapes in the form that Qt draws, made once a shape and kept as long as the image is open."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from core.geometry import Polygon, Polyline, Shape


class DrawnForms:
    """Caches by identity: shapes are frozen values, and hashing thousands of points costs more than drawing them."""

    def __init__(self) -> None:
        self._outlines: dict[int, tuple[Shape, QPolygonF]] = {}

    def clear(self) -> None:
        """Forget everything: another image is opened."""
        self._outlines.clear()

    def outline(self, shape: Polygon | Polyline) -> QPolygonF:
        """Return the points, in image coordinates."""
        known = self._outlines.get(id(shape))
        if known is None or known[0] is not shape:
            known = (shape, QPolygonF([QPointF(x, y) for x, y in shape.points]))
            self._outlines[id(shape)] = known
        return known[1]
