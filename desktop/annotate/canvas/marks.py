"""What a gesture shows beside shapes: lines without handles, places pointed at."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from core.geometry import Box
from desktop.annotate.canvas.looks import REACH
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.tools.gesture import Dot, Preview

ADDS, TAKES = QColor("#2fb344"), QColor("#e03131")
"""A place that belongs to the object has a plus on green, one that does not a minus on red."""


def marks_region(preview: Preview, viewport: Viewport) -> QRegion:
    """Return where the lines and dots of a preview are drawn."""
    region = QRegion()
    if preview.line:
        around = viewport.rect(Box.around(preview.line))
        region += around.adjusted(-REACH, -REACH, REACH, REACH).toAlignedRect()
    for dot in preview.dots:
        around = viewport.rect(Box(*dot.at, *dot.at))
        region += around.adjusted(-REACH, -REACH, REACH, REACH).toAlignedRect()
    return region


def draw_marks(painter: QPainter, preview: Preview, color: QColor, viewport: Viewport) -> None:
    """Draw the lines and dots of a preview; ``color`` is that of the shape being made."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if preview.line:
        points = QPolygonF([viewport.to_view(point) for point in preview.line])
        if preview.line_adds is not None:
            color = ADDS if preview.line_adds else TAKES
        for pen in (QPen(QColor(0, 0, 0, 110), 4.0), QPen(color, 2.0)):
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(points)
    for number, dot in enumerate(preview.dots):
        if dot.adds is None:
            _draw_seed(painter, viewport.to_view(dot.at), color, first=number == 0, closes=preview.closes)
        else:
            _draw_sign(painter, viewport.to_view(dot.at), dot)


def _draw_seed(painter: QPainter, at: QPointF, color: QColor, first: bool, closes: bool) -> None:
    painter.setPen(QPen(color.darker(140), 1.4))
    painter.setBrush(color if first and closes else Qt.GlobalColor.white)
    radius = (8.0 if closes else 5.5) if first else 4.0
    painter.drawEllipse(at, radius, radius)


def _draw_sign(painter: QPainter, at: QPointF, dot: Dot) -> None:
    painter.setPen(QPen(Qt.GlobalColor.white, 1.6))
    painter.setBrush(ADDS if dot.adds else TAKES)
    painter.drawEllipse(at, 7.0, 7.0)
    painter.drawLine(at - QPointF(3.5, 0), at + QPointF(3.5, 0))
    if dot.adds:
        painter.drawLine(at - QPointF(0, 3.5), at + QPointF(0, 3.5))
