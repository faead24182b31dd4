"""The histogram of scores with two thresholds that are dragged, by mouse or keys."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import theme
from desktop.numbers import number

_LOW, _HIGH = 0, 1
_MARGIN = 14
_FOOT = 18
_GRIP = 10


class ScoreHistogram(QWidget):
    """Draws how the scores are spread; what lies between the thresholds stands out.

    Arrow keys move the threshold that was moved last, by a hundredth, with Shift by a tenth; Space takes the other one.
    """

    moved = Signal(float, float)  # low, high; while they are dragged

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_histogram")
        self.setAccessibleName(self.tr("Scores, and the two thresholds"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._counts: Sequence[int] = ()
        self._ends = [0.0, 1.0]
        self._held: int | None = None
        self._last = _LOW
        theme.notifier().changed.connect(self._repaint)

    @Slot()
    def _repaint(self) -> None:
        """Take the theme's colours."""
        self.update()

    @property
    def thresholds(self) -> tuple[float, float]:
        """The lower and the upper one."""
        return self._ends[_LOW], self._ends[_HIGH]

    def show_counts(self, counts: Sequence[int]) -> None:
        """Show so many rows in each step of the score from 0 to 1."""
        self._counts = list(counts)
        self.update()

    def set_thresholds(self, low: float, high: float) -> None:
        """Put the thresholds there, and say nothing of it."""
        self._ends = [low, high]
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for bars and figures."""
        return QSize(480, 96)

    def minimumSizeHint(self) -> QSize:
        """Return the least width that can be dragged in."""
        return QSize(160, 96)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, figures and thresholds."""
        painter, colors, field = QPainter(self), theme.colors(), self._field()
        painter.fillRect(QRectF(self._x(self._ends[_LOW]), field.top(), self._x(self._ends[_HIGH]) - self._x(
            self._ends[_LOW]), field.height()), QColor(colors.selection))  # fmt: skip
        self._paint_bars(painter, field)
        painter.setPen(QColor(colors.strong_border))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        painter.setPen(QColor(colors.muted))
        for tenth in range(0, 11, 2):
            place = QRectF(self._x(tenth / 10) - 20, field.bottom() + 2, 40, _FOOT - 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number(tenth / 10, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for which in (_LOW, _HIGH):
            self._paint_threshold(painter, field, which)

    def _paint_bars(self, painter: QPainter, field: QRectF) -> None:
        most = max(self._counts, default=0)
        if not most:
            return
        colors, width = theme.colors(), field.width() / len(self._counts)
        for place, count in enumerate(self._counts):
            if count:
                middle = (place + 0.5) / len(self._counts)
                within = self._ends[_LOW] <= middle <= self._ends[_HIGH]
                height = max(2.0, count / most * (field.height() - 4))
                bar = QRectF(field.left() + place * width, field.bottom() - height, max(1.0, width - 1), height)
                painter.fillRect(bar, QColor(colors.accent if within else colors.strong_border))

    def _paint_threshold(self, painter: QPainter, field: QRectF, which: int) -> None:
        colors, x = theme.colors(), self._x(self._ends[which])
        strong = self.hasFocus() and which == self._last
        painter.setPen(QPen(QColor(colors.accent if strong else colors.text), 2))
        painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
        grip = QRectF(x - _GRIP / 2, field.top() - 2, _GRIP, 16)
        painter.setBrush(QColor(colors.accent if strong or which == self._held else colors.raised))
        painter.drawRoundedRect(grip, 3, 3)
        words = number(self._ends[which], 2)
        room = painter.fontMetrics().horizontalAdvance(words) + 8
        left = x - room - _GRIP / 2 if which == _LOW else x + _GRIP / 2
        left = x + _GRIP / 2 if left < 0 else x - room - _GRIP / 2 if left + room > self.width() else left
        place = QRectF(left, field.top() - 2, room, 16)
        ground = QColor(colors.panel)
        ground.setAlpha(210)
        painter.fillRect(place.adjusted(2, 0, -2, 0), ground)
        painter.setPen(QColor(colors.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    # -- mouse and keys --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the nearer threshold, and bring it here."""
        if event.button() == Qt.MouseButton.LeftButton:
            score = self._score(event.position().x())
            low, high = self._ends
            nearer_low = abs(score - low) < abs(score - high) or (low == high and score < low)
            self._held = self._last = _LOW if nearer_low else _HIGH
            self._move(self._held, score)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the threshold."""
        if self._held is not None:
            self._move(self._held, self._score(event.position().x()))
        else:
            near = any(abs(event.position().x() - self._x(end)) < _GRIP for end in self._ends)
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Take the whole range again."""
        self._ends = [0.0, 1.0]
        self.update()
        self.moved.emit(*self.thresholds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a threshold by keys."""
        step = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01
        ways = {Qt.Key.Key_Left: -step, Qt.Key.Key_Right: step}
        if event.key() in ways:
            self._move(self._last, round(self._ends[self._last] + ways[Qt.Key(event.key())], 2))
        elif event.key() == Qt.Key.Key_Space:
            self._last = _HIGH - self._last
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Show which threshold the keys move."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: object) -> None:
        """Show that keys move none."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say how many rows stand in a bar."""
        if isinstance(event, QHelpEvent) and self._counts:
            place = min(int(self._score(event.pos().x()) * len(self._counts)), len(self._counts) - 1)
            words = self.tr("{low} to {high}: {count}").format(
                low=number(place / len(self._counts), 2), high=number((place + 1) / len(self._counts), 2),
                count=number(self._counts[place]),
            )  # fmt: skip
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _move(self, which: int, score: float) -> None:
        low, high = self._ends
        score = min(max(score, 0.0), high) if which == _LOW else max(min(score, 1.0), low)
        if score != self._ends[which]:
            self._ends[which] = score
            self.moved.emit(*self.thresholds)
        self.update()

    # -- places ----------------------------------------------------------------------------------------------------

    def _field(self) -> QRectF:
        return QRectF(_MARGIN, 4, self.width() - 2 * _MARGIN, self.height() - _FOOT - 6)

    def _x(self, score: float) -> float:
        field = self._field()
        return field.left() + score * field.width()

    def _score(self, x: float) -> float:
        """Return the score at a place, to the hundredth."""
        field = self._field()
        return float(np.clip(round((x - field.left()) / max(1.0, field.width()), 2), 0.0, 1.0))
