"""What a person takes hold of: the vertices of selected objects, and the part under the cursor lit up."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.editing.hit_test import Part, Target
from core.editing.reshape import edges, vertices
from core.geometry import Box, Shape
from desktop.annotate.canvas.viewport import Viewport

HANDLE, HOT_HANDLE, NEW_HANDLE = 4.5, 5.5, 7.0
RING = 9.5
"""The radius of the ring round the vertex under the cursor."""


def draw_handles(painter: QPainter, shape: Shape, color: QColor, viewport: Viewport) -> None:
    """Draw the vertices that can be dragged and, on a box, the middle of its edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color.darker(140), 1.4))
    painter.setBrush(Qt.GlobalColor.white)
    for vertex in vertices(shape):
        _handle(painter, viewport.to_view(vertex), HANDLE, isinstance(shape, Box))
    if isinstance(shape, Box) and min(shape.width, shape.height) * viewport.zoom > 8 * HANDLE:
        for a, b in edges(shape):
            middle = viewport.to_view(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
            _handle(painter, middle, HANDLE - 1, square=True)


def draw_hot(
    painter: QPainter, shape: Shape, color: QColor, target: Target, viewport: Viewport, cursor: QPointF | None
) -> None:
    """Light up the part under the cursor: a ring round a vertex, an edge, and a '+' where a drag adds a vertex."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if target.part is Part.VERTEX:
        at = viewport.to_view(vertices(shape)[target.number])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 130), 3.6), QPen(Qt.GlobalColor.white, 1.8)):
            painter.setPen(pen)
            painter.drawEllipse(at, RING, RING)
        painter.setBrush(color)
        _handle(painter, at, HOT_HANDLE, isinstance(shape, Box))
    elif target.part is Part.EDGE:
        edge = _edge(shape, target, viewport)
        for pen in (QPen(Qt.GlobalColor.white, 4.0), QPen(color, 2.2)):
            painter.setPen(pen)
            painter.drawLine(edge)
        if not isinstance(shape, Box):
            _draw_plus(painter, nearest_on(edge, cursor) if cursor is not None else edge.center(), color)


def hot_rect(shape: Shape, target: Target, viewport: Viewport, cursor: QPointF | None) -> QRect:
    """Return where the '+' of a new vertex is drawn; empty where there is none."""
    if cursor is None or target.part is not Part.EDGE or isinstance(shape, Box):
        return QRect()
    at, reach = nearest_on(_edge(shape, target, viewport), cursor), NEW_HANDLE + 3
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def nearest_on(line: QLineF, at: QPointF) -> QPointF:
    """Return the point of a line's segment that is nearest to ``at``."""
    along = line.p2() - line.p1()
    square = QPointF.dotProduct(along, along)
    share = QPointF.dotProduct(at - line.p1(), along) / square if square > 0 else 0.0
    return line.pointAt(min(max(share, 0.0), 1.0))


def _edge(shape: Shape, target: Target, viewport: Viewport) -> QLineF:
    a, b = edges(shape)[target.number]
    return QLineF(viewport.to_view(a), viewport.to_view(b))


def _draw_plus(painter: QPainter, at: QPointF, color: QColor) -> None:
    painter.setPen(QPen(color.darker(150), 1.6))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawEllipse(at, NEW_HANDLE, NEW_HANDLE)
    painter.setPen(QPen(QColor(30, 30, 30), 1.8))
    painter.drawLine(at - QPointF(3.5, 0), at + QPointF(3.5, 0))
    painter.drawLine(at - QPointF(0, 3.5), at + QPointF(0, 3.5))


def _handle(painter: QPainter, at: QPointF, radius: float, square: bool) -> None:
    if square:
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
    else:
        painter.drawEllipse(at, radius, radius)
