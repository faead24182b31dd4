"""One picture with what one version sees on it."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.voc.annotation import VocObject
from desktop import theme
from desktop.browse.outlines import Outline, outline_of
from desktop.numbers import number

_TRACED = 1024
"""Masks are traced at this size."""
_FAINT = 110


class Pane(QWidget):
    """A picture, its title, and outlines: bold where the versions differ, thin and pale where they agree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 160)
        self.color_of: Callable[[str], str] = lambda _label: theme.colors().accent
        self.title = ""
        self._pixels: NDArray[np.uint8] | None = None
        self._things: list[tuple[Suggestion, Outline, bool]] = []

    @property
    def shown(self) -> list[Suggestion]:
        """What is drawn."""
        return [thing for thing, _outline, _bold in self._things]

    def clear(self, title: str) -> None:
        """Show nothing but the title."""
        self.title, self._pixels, self._things = title, None, []
        self.setAccessibleName(title)
        self.update()

    def show_image(
        self, pixels: NDArray[np.uint8], size: tuple[int, int], things: Sequence[tuple[Suggestion, bool]]
    ) -> None:
        """Show a picture of an image of that ``size`` (width, height) with things in pixels of it, bold ones on top."""
        self._pixels = pixels
        ordered = sorted(things, key=lambda thing: thing[1])
        self._things = [
            (
                thing,
                outline_of(VocObject(label=thing.label, shape=thing.shape or Box(0, 0, *size)), *size, side=_TRACED),
                bold,
            )
            for thing, bold in ordered
        ]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title, the picture and the outlines."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height() + theme.SPACE
        painter.setPen(QColor(theme.colors().text))
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignCenter, self.title)
        if self._pixels is None:
            return
        height, width = self._pixels.shape[:2]
        scale = min(self.width() / width, (self.height() - line) / height)
        place = QRectF((self.width() - width * scale) / 2, line, width * scale, height * scale)
        painter.drawImage(place, QImage(self._pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888))
        for thing, outline, bold in self._things:
            self._draw(painter, place, thing, outline, bold=bold)

    def _draw(self, painter: QPainter, place: QRectF, thing: Suggestion, outline: Outline, *, bold: bool) -> None:
        path = QPainterPath()
        for ring in outline.rings:
            points = [QPointF(place.left() + x * place.width(), place.top() + y * place.height()) for x, y in ring]
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
            if outline.closed:
                path.closeSubpath()
        color = QColor(self.color_of(thing.label))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if bold:
            painter.setPen(QPen(QColor(0, 0, 0, 150), 4.5))
            painter.drawPath(path)
        else:
            color.setAlpha(_FAINT)
        painter.setPen(QPen(color, 2.5 if bold else 1.2))
        painter.drawPath(path)
        if bold:
            self._caption(painter, place, path.boundingRect(), f"{thing.label} {number(thing.score, 2)}", color)

    def _caption(self, painter: QPainter, place: QRectF, bounds: QRectF, words: str, color: QColor) -> None:
        """Write label and score on a tab above the thing, below its upper edge where there is no room above."""
        metrics = painter.fontMetrics()
        tab = QRectF(0, 0, metrics.horizontalAdvance(words) + 10, metrics.height() + 2)
        left = min(max(bounds.left(), place.left()), place.right() - tab.width())
        above = bounds.top() - tab.height()
        tab.moveTopLeft(QPointF(left, above if above >= place.top() else bounds.top()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(tab, 3, 3)
        painter.setPen(QColor(theme.label_text_color(color.name())))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, words)


class Panes(QWidget):
    """Two panes side by side, or above each other where that shows wide pictures larger."""

    def __init__(self, left: Pane, right: Pane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aspect = 1.0
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.SPACE)
        self._pair.addWidget(left, 1)
        self._pair.addWidget(right, 1)

    def set_aspect(self, aspect: float) -> None:
        """Arrange the panes for pictures of that width by height."""
        self._aspect = aspect
        beside = min(self.width() / 2, self.height() * aspect)
        stacked = min(self.width(), self.height() / 2 * aspect)
        way = QBoxLayout.Direction
        self._pair.setDirection(way.TopToBottom if stacked > 1.1 * beside else way.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self.set_aspect(self._aspect)
