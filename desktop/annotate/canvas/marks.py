"""What a gesture shows beside shapes: lines without handles, places pointed at."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from core.geometry import Box
from desktop.annotate.canvas.looks import REACH
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.tools.gesture import Dot, Preview

ADDS, TAKES = QColor("#2fb344"), QColor("#e03131")
"""A place that belongs to the object has a plus on green, one that does not a minus on red."""


def marks_region(preview: Preview, viewport: Viewport) -> QRegion:
    """Return where the lines and dots of a preview are drawn."""
    return changed_marks(preview, Preview(), viewport)


def changed_marks(old: Preview, new: Preview, viewport: Viewport) -> QRegion:
    """Return where the lines and dots of one preview and the next differ; lines that are the same object stay."""
    lines = {id(line): line for line in old.lines}.items() ^ {id(line): line for line in new.lines}.items()
    region = QRegion()
    for points in (old.line, new.line, *(line for _, line in lines)):
        if points:
            region += _reach(Box.around(points), viewport)
    dots = set(old.dots) ^ set(new.dots)
    if old.closes != new.closes:
        dots |= {*old.dots[:1], *new.dots[:1]}
    for dot in dots:
        region += _reach(Box(*dot.at, *dot.at), viewport)
    return region


def draw_marks(painter: QPainter, preview: Preview, color: QColor, viewport: Viewport) -> None:
    """Draw a preview's lines and dots; ``color`` is that of the shape being made.

    Lines outside of the painter's clip are left out: smooth ones are dear.
    """
    rect = painter.clipBoundingRect().toAlignedRect()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    live = color if preview.line_adds is None else ADDS if preview.line_adds else TAKES
    for points, shade in (*((line, color) for line in preview.lines), (preview.line, live)):
        if points and _reach(Box.around(points), viewport).intersects(rect):
            _draw_line(painter, QPolygonF([viewport.to_view(point) for point in points]), shade)
    for number, dot in enumerate(preview.dots):
        if dot.adds is None:
            _draw_seed(painter, viewport.to_view(dot.at), color, first=number == 0, closes=preview.closes)
        else:
            _draw_sign(painter, viewport.to_view(dot.at), dot)


def _reach(box: Box, viewport: Viewport) -> QRect:
    return viewport.rect(box).adjusted(-REACH, -REACH, REACH, REACH).toAlignedRect()


def _draw_line(painter: QPainter, points: QPolygonF, color: QColor) -> None:
    for pen in (QPen(QColor(0, 0, 0, 110), 4.0), QPen(color, 2.0)):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(points)


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
