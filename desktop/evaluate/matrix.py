"""The confusion as a table of coloured cells that can be clicked, or walked by the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.review.evaluation.confusion import Cell, Confusion
from desktop import theme

_LEAST, _MOST = 30, 76
_HEAD_PX = 150
"""The names take at most so many pixels."""


class Matrix(QWidget):
    """Rows are what is labelled, columns what was found. A cell is the darker the larger its share of its row."""

    chosen = Signal(object)  # Cell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion_matrix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._table: Confusion | None = None
        self._labels: tuple[str, ...] = ()
        self._corner = ("", "")
        self.current: Cell | None = None
        self.setAccessibleName(self.tr("Confusion"))

    def show_confusion(self, table: Confusion | None, labels: Sequence[str], *, pixels: bool = False) -> None:
        """Show a table; of ``pixels`` both last names are the background."""
        self._table, self._labels = table, tuple(labels)
        ground = self.tr("background")
        self._corner = (ground, ground) if pixels else (self.tr("nothing there"), self.tr("not found"))
        if self.current is not None and (table is None or max(self.current) > len(labels)):
            self.current = None
        self.setMinimumSize(self.minimumSizeHint())
        self.updateGeometry()
        self.update()

    def choose(self, cell: Cell) -> None:
        """Make a cell the current one and say so."""
        self.current = cell
        self.update()
        self.chosen.emit(cell)

    def names_of(self, cell: Cell) -> tuple[str, str]:
        """Return what is labelled and what was found in a cell, in words."""
        row, column = cell
        last = len(self._labels)
        return (
            self._corner[0] if row == last else self._labels[row],
            self._corner[1] if column == last else self._labels[column],
        )

    def rect_of(self, cell: Cell) -> QRect:
        """Return where a cell lies."""
        left, top, side = self._layout()
        return QRect(left + cell[1] * side, top + cell[0] * side, side, side)

    def minimumSizeHint(self) -> QSize:
        """Room for the names and cells that can still be hit."""
        head = self._head()
        count = len(self._labels) + 1
        return QSize(head + count * _LEAST + 2, head + count * _LEAST + 2)

    def sizeHint(self) -> QSize:
        """Room for cells that are easily read."""
        head = self._head()
        count = len(self._labels) + 1
        return QSize(head + count * 56, head + count * 56)

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names and cells."""
        table = self._table
        if table is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top, side = self._layout()
        self._paint_names(painter, left, top, side)
        shares = table.shares
        count = len(self._labels) + 1
        for row in range(count):
            for column in range(count):
                number = int(table.counts[row, column])
                self._paint_cell(painter, (row, column), number, float(shares[row, column]))

    def _paint_names(self, painter: QPainter, left: int, top: int, side: int) -> None:
        colors, room = theme.colors(), self._head() - 10
        font = QFont(self.font())
        painter.setFont(font)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(colors.muted))
        painter.drawText(QRect(0, 0, left - 8, top - 6), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
                         | Qt.TextFlag.TextWordWrap, self.tr("labelled ↓  found →"))  # fmt: skip
        for number in range(len(self._labels) + 1):
            row, column = self.names_of((number, number))
            painter.setPen(QColor(colors.muted if number == len(self._labels) else colors.text))
            words = metrics.elidedText(row, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(0, top + number * side, left - 8, side),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
            painter.save()
            painter.translate(left + number * side + side / 2, top - 6)
            level = self._is_level(side)
            words = metrics.elidedText(column, Qt.TextElideMode.ElideRight, room)
            if level:
                painter.drawText(QRect(-side // 2, -metrics.height() - 2, side, metrics.height() + 2),
                                 Qt.AlignmentFlag.AlignCenter, words)  # fmt: skip
            else:
                painter.rotate(-90)
                painter.drawText(QRect(0, -side // 2, room, side),
                                 Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)  # fmt: skip
            painter.restore()

    def _paint_cell(self, painter: QPainter, cell: Cell, number: int, share: float) -> None:
        colors, place = theme.colors(), self.rect_of(cell).adjusted(1, 1, -1, -1)
        nowhere = cell[0] == cell[1] == len(self._labels) and not number
        strong = colors.accent if cell[0] == cell[1] else colors.danger
        ground = QColor(colors.canvas if nowhere else _mixed(colors.base, strong, 0.12 + 0.8 * share if number else 0))
        painter.setPen(QColor(colors.border))
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 4, 4)
        if number:
            font = QFont(self.font())
            font.setPixelSize(max(9, min(15, place.width() // 4)))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(theme.label_text_color(ground.name())))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _short(number))
        if cell == self.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(QColor(colors.text))
            pen.setWidthF(2.5 if self.hasFocus() else 1.5)
            painter.setPen(pen)
            painter.drawRoundedRect(place, 4, 4)

    # -- mouse and keys --------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        cell = self._at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which cells hold anything."""
        cell = self._at(event.position().toPoint())
        full = cell is not None and self._table is not None and self._table.counts[cell] > 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if full else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from cell to cell."""
        step = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }.get(Qt.Key(event.key()))  # fmt: skip
        if step is None or self._table is None:
            super().keyPressEvent(event)
            return
        row, column = self.current or (0, 0)
        last = len(self._labels)
        self.choose((min(max(row + step[0], 0), last), min(max(column + step[1], 0), last)))

    def event(self, event: QEvent) -> bool:
        """Say in words what a cell counts."""
        if isinstance(event, QHelpEvent):
            cell = self._at(event.pos())
            if cell is not None and self._table is not None:
                QToolTip.showText(event.globalPos(), self.words_of(cell), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def words_of(self, cell: Cell) -> str:
        """Return a cell in words, such as 'dent → scratch: 3 (12 % of dent)'."""
        if self._table is None:
            return ""
        there, found = self.names_of(cell)
        number, share = int(self._table.counts[cell]), float(self._table.shares[cell])
        return f"{there} → {found}: {number:,} ({share:.0%})"

    def _at(self, point: QPoint) -> Cell | None:
        left, top, side = self._layout()
        column, row = (point.x() - left) // side, (point.y() - top) // side
        count = len(self._labels) + 1
        inside = self._table is not None and 0 <= row < count and 0 <= column < count
        return (int(row), int(column)) if inside else None

    def _layout(self) -> tuple[int, int, int]:
        """Return left and top of the first cell, and the side of all."""
        head, count = self._head(), len(self._labels) + 1
        side = min((self.width() - head - 2) // count, (self.height() - head - 2) // count)
        side = max(_LEAST, min(_MOST, side))
        return head, self.fontMetrics().height() + 14 if self._is_level(side) else head, side

    def _is_level(self, side: int) -> bool:
        """Tell whether the columns' names have room side by side; else they stand upright."""
        names = [*self._labels, self._corner[1]]
        return all(self.fontMetrics().horizontalAdvance(name) <= side - 6 for name in names)

    def _head(self) -> int:
        width = self.fontMetrics().horizontalAdvance
        names = max(width(name) for name in (*self._labels, *self._corner))
        return max(min(_HEAD_PX, names + 16), width(self.tr("labelled ↓  found →")) + 16)


def _mixed(ground: str, strong: str, share: float) -> str:
    """Return a colour between two, ``share`` (0 to 1) of the second."""
    one, other = QColor(ground), QColor(strong)
    parts = [
        round(a + (b - a) * share)
        for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    ]
    return QColor(*parts).name()


def _short(number: int) -> str:
    """Return a count in few signs: pixels are many."""
    for limit, sign in ((1_000_000_000, "G"), (1_000_000, "M"), (10_000, "k")):
        if number >= limit:
            return f"{number / (1000 if sign == 'k' else limit):.3g}{sign}"
    return str(number)
