"""The pictures of the preview side by side, each with what became of its objects below it."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.train.preview_work import Cell

_CELL = 250
_LEAST_CELL = 150
_GAP = theme.SPACE


class PreviewGrid(QWidget):
    """Paints cells in as many columns as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_grid")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._cells: tuple[Cell, ...] = ()
        self._words = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is shown."""
        return self._cells

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        """Show these."""
        self._cells, self._words = cells, ""
        self._make_room()
        self.setAccessibleDescription("; ".join(f"{cell.name}: {cell.said}" for cell in cells))
        self.update()

    def show_words(self, text: str) -> None:
        """Show a sentence in the place of pictures."""
        self._cells, self._words = (), text
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size it likes."""
        return QSize(3 * _CELL, 3 * _CELL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows need."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint every cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._words:
            painter.setPen(QColor(theme.colors().muted))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)
        columns, side, height = self._layout()
        for number, cell in enumerate(self._cells):
            x = (number % columns) * (side + _GAP)
            y = (number // columns) * (height + _GAP)
            self._paint(painter, cell, QRectF(x, y, side, height))

    def _paint(self, painter: QPainter, cell: Cell, room: QRectF) -> None:
        c, line = theme.colors(), self.fontMetrics().height() + 4
        picture = QRectF(room.x(), room.y(), room.width(), room.height() - 2 * line)
        ratio = cell.picture.width() / max(1, cell.picture.height())
        width = min(picture.width(), picture.height() * ratio)
        height = width / ratio
        target = QRectF(picture.x(), picture.bottom() - height, width, height)
        painter.drawImage(target, cell.picture)
        below = QRectF(room.x(), picture.bottom(), room.width(), line)
        name = self.fontMetrics().elidedText(cell.name, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.setPen(QColor(c.muted))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setPen(QColor(c.warning if cell.warns else c.muted))
        said = self.fontMetrics().elidedText(cell.said, Qt.TextElideMode.ElideRight, int(room.width()))
        below.translate(0, line - 4)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), said)

    def _layout(self) -> tuple[int, float, float]:
        """Return how many columns there are, and the width and height of a cell."""
        columns = max(1, min(4, self.width() // _CELL)) if self.width() >= 2 * _LEAST_CELL else 1
        side = (self.width() - (columns - 1) * _GAP) / columns
        shapes = [cell.picture.height() / max(1, cell.picture.width()) for cell in self._cells] or [0.75]
        return columns, side, side * min(max(shapes), 1.4) + 2 * (self.fontMetrics().height() + 4)

    def _make_room(self) -> None:
        columns, _, height = self._layout()
        rows = ceil(len(self._cells) / columns)
        self.setMinimumHeight(round(rows * (height + _GAP)))
