"""The histogram of a picture with two marks on it: what is shown black and what white."""

from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from core.images import Range
from desktop import theme

_MARK = 6.0
"""Half the width of a mark, in view pixels; so much room stays free on both sides."""
_FOOT = 9.0


class _Held(Enum):
    LOW = "low"
    HIGH = "high"
    BOTH = "both"


class Levels(QWidget):
    """Paints counts over an axis of values; ``changed`` carries the Range that a mark was dragged to."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levels")
        self.setToolTip(self.tr("Drag the marks: what lies left of the first is black, right of the second white"))
        self.setMinimumHeight(64)
        self._axis = Range(0.0, 256.0)
        self._range = self._axis
        self._heights: NDArray[np.float64] = np.zeros(0)
        self._held: tuple[_Held, float, Range] | None = None

    def show_counts(self, axis: Range, counts: NDArray[np.int64]) -> None:
        """Show another histogram: ``counts`` in bins of equal width over ``axis``; rare values stay visible."""
        self._axis = axis
        heights = np.sqrt(counts.astype(np.float64))
        tall = float(np.quantile(heights, 0.98)) or float(heights.max(initial=0.0)) or 1.0
        self._heights = np.minimum(heights / tall, 1.0)
        self.update()

    def show_range(self, values: Range) -> None:
        """Put the marks at a range."""
        self._range = values
        self.update()

    @property
    def held(self) -> bool:
        """Tell whether a mark is being dragged."""
        return self._held is not None

    def place(self, value: float) -> float:
        """Return where a value lies, in view pixels from the left."""
        share = (value - self._axis.low) / max(self._axis.high - self._axis.low, 1e-30)
        return _MARK + share * (self.width() - 2 * _MARK)

    def sizeHint(self) -> QSize:
        """Be as wide as the panel."""
        return QSize(240, 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the counts, what is cut off in a paler colour, and the two marks."""
        c = theme.colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor = self.height() - _FOOT
        outline = QPolygonF([QPointF(_MARK, floor)])
        step = (self.width() - 2 * _MARK) / max(len(self._heights), 1)
        for number, height in enumerate(self._heights.tolist()):
            y = floor - height * (floor - 2)
            outline << QPointF(_MARK + number * step, y) << QPointF(_MARK + (number + 1) * step, y)
        outline << QPointF(self.width() - _MARK, floor)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.strong_border))
        painter.drawPolygon(outline)
        low, high = self.place(self._range.low), self.place(self._range.high)
        painter.setClipRect(QRectF(low, 0, max(high - low, 0.0), floor))
        painter.setBrush(QColor(c.accent))
        painter.drawPolygon(outline)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(c.border), 1))
        painter.drawLine(QPointF(_MARK, floor + 0.5), QPointF(self.width() - _MARK, floor + 0.5))
        for x, fill in ((low, "#000000"), (high, "#ffffff")):
            self._paint_mark(painter, x, floor, QColor(fill), QColor(c.muted))
        painter.end()

    def _paint_mark(self, painter: QPainter, x: float, floor: float, fill: QColor, line: QColor) -> None:
        painter.setPen(QPen(line, 1.2))
        painter.drawLine(QPointF(x, 2), QPointF(x, floor))
        painter.setBrush(fill)
        corners = [QPointF(x, floor - 1), QPointF(x - _MARK + 1, floor + 7), QPointF(x + _MARK - 1, floor + 7)]
        painter.drawPolygon(QPolygonF(corners))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearer mark, or both where the press lies well between them."""
        x = event.position().x()
        low, high = self.place(self._range.low), self.place(self._range.high)
        if low + 2 * _MARK < x < high - 2 * _MARK:
            held = _Held.BOTH
        else:
            held = _Held.LOW if abs(x - low) <= abs(x - high) and not (low == high and x > low) else _Held.HIGH
        self._held = held, self._value(x), self._range

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if self._held is None:
            return
        held, begun, old = self._held
        shift = self._value(event.position().x()) - begun
        least = (self._axis.high - self._axis.low) / 256
        low = old.low + shift if held is not _Held.HIGH else old.low
        high = old.high + shift if held is not _Held.LOW else old.high
        if held is _Held.LOW:
            low = min(low, high - least)
        elif held is _Held.HIGH:
            high = max(high, low + least)
        self.changed.emit(Range(low, high))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def _value(self, x: float) -> float:
        share = (x - _MARK) / max(self.width() - 2 * _MARK, 1.0)
        return self._axis.low + min(max(share, 0.0), 1.0) * (self._axis.high - self._axis.low)
