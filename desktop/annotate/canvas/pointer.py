"""What follows the mouse, or the arrow keys in its place: crosshair, the brush's ring, the coordinates."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QRegion

from desktop.annotate.canvas.viewport import Viewport


@dataclass
class Pointer:
    """``at`` is its place in the view, None where there is none; ``words`` stand beside it while keys move it."""

    at: QPointF | None = None
    crosshair: bool = False
    brush_radius: float | None = None
    words: str = ""

    def region(self, viewport: Viewport, view: QRect) -> QRegion:
        """Return where it is drawn."""
        region = QRegion()
        if self.at is None:
            return region
        at = self.at.toPoint()
        if self.crosshair:
            region += QRect(view.left(), at.y() - 2, view.width(), 5)
            region += QRect(at.x() - 2, view.top(), 5, view.height())
        if self.brush_radius is not None:
            reach = round(self.brush_radius * viewport.zoom) + 3
            region += QRect(at.x() - reach, at.y() - reach, 2 * reach + 1, 2 * reach + 1)
        if self.words:
            region += self._tag(view).toAlignedRect().adjusted(-1, -1, 1, 1)
        return region

    def draw(self, painter: QPainter, viewport: Viewport, view: QRect) -> None:
        """Draw it."""
        if self.at is None:
            return
        if self.crosshair:
            self._draw_crosshair(painter, self.at, view)
        if self.brush_radius is not None:
            radius = max(1.0, self.brush_radius * viewport.zoom)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(QColor(0, 0, 0, 160), 2.6), QPen(Qt.GlobalColor.white, 1.2)):
                painter.setPen(pen)
                painter.drawEllipse(self.at, radius, radius)
        if self.words:
            painter.setFont(_font())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 190))
            painter.drawRoundedRect(self._tag(view), 3, 3)
            painter.setPen(Qt.GlobalColor.white)
            painter.drawText(self._tag(view), Qt.AlignmentFlag.AlignCenter, self.words)

    def _draw_crosshair(self, painter: QPainter, at: QPointF, view: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for pen in (QPen(QColor(0, 0, 0, 120), 1), QPen(QColor(255, 255, 255, 180), 1, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawLine(QPointF(view.left(), at.y()), QPointF(view.right(), at.y()))
            painter.drawLine(QPointF(at.x(), view.top()), QPointF(at.x(), view.bottom()))

    def _tag(self, view: QRect) -> QRectF:
        assert self.at is not None
        width = QFontMetrics(_font()).horizontalAdvance(self.words) + 12
        x = self.at.x() + 12 if self.at.x() + 12 + width < view.right() else self.at.x() - 12 - width
        y = self.at.y() + 12 if self.at.y() + 32 < view.bottom() else self.at.y() - 32
        return QRectF(x, y, width, 20)


def _font() -> QFont:
    font = QFont()
    font.setPixelSize(12)
    return font
