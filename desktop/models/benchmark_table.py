"""Versions by benchmark sets as a table: the figure, how it changed, the best one marked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.review.benchmark_sets.table import Cell, State, Table
from desktop import theme
from desktop.models.card_words import figure_words
from desktop.train.words import metric_words

CELL = Qt.ItemDataRole.UserRole
_ROW = 34
_SIGN = 16
_WIDTH = 168
_WIDEST = 320
Index = QModelIndex | QPersistentModelIndex


class BenchmarkTable(QTableWidget):
    """Rows are versions, the newest first; columns are sets. ``chosen`` carries the cell's version and set."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("benchmark_table")
        self.setAccessibleName(self.tr("Versions on the benchmark sets"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_CellDelegate(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setMinimumSectionSize(120)
        self.currentCellChanged.connect(lambda *_places: self._tell())

    @property
    def current(self) -> tuple[str, str] | None:
        """The version and the set that are chosen; None where the table is empty."""
        row, column = self.currentRow(), self.currentColumn()
        if row < 0 or column < 0:
            return None
        return str(self.verticalHeaderItem(row).text()), str(self.horizontalHeaderItem(column).data(CELL))

    def show_table(self, table: Table) -> None:
        """Show it; what was chosen stays chosen where it is still there, at first the newest version is."""
        before = self.current
        self.blockSignals(True)
        self.clear()
        self.setRowCount(len(table.models))
        self.setColumnCount(len(table.sets))
        for row, model in enumerate(table.models):
            self.setVerticalHeaderItem(row, QTableWidgetItem(model.reference))
            for column, one in enumerate(table.sets):
                self._put(row, column, table.cell(model.reference, one.name))
        for column, one in enumerate(table.sets):
            metrics = {table.cell(model.reference, one.name).metric for model in table.models} - {""}
            self._head(column, one.name, len(one.images), sorted(metrics), changed=bool(table.changes[one.name]))
        self._choose(table, before)
        self.blockSignals(False)
        self._tell()

    def _head(self, column: int, name: str, images: int, metrics: Sequence[str], *, changed: bool) -> None:
        count = ", ".join([self.tr("%n image(s)", "", images), *map(metric_words, metrics)])
        head = QTableWidgetItem(f"{name}\n{count}")
        head.setData(CELL, name)
        head.setToolTip(f"{name}\n" + (self.tr("No longer as it was frozen") if changed else count))
        if changed:
            head.setIcon(theme.icon("warning"))
        self.setHorizontalHeaderItem(column, head)
        wanted = self.horizontalHeader().sectionSizeHint(column) + _SIGN
        self.setColumnWidth(column, max(_WIDTH, min(wanted, _WIDEST)))

    def _put(self, row: int, column: int, cell: Cell) -> None:
        put = QTableWidgetItem(figure_text(cell))
        put.setData(CELL, cell)
        put.setToolTip(self._words(cell))
        self.setItem(row, column, put)

    def _choose(self, table: Table, wanted: tuple[str, str] | None) -> None:
        versions, sets = [model.reference for model in table.models], [one.name for one in table.sets]
        row = versions.index(wanted[0]) if wanted is not None and wanted[0] in versions else 0
        column = sets.index(wanted[1]) if wanted is not None and wanted[1] in sets else 0
        if versions and sets:
            self.setCurrentCell(row, column)

    def _tell(self) -> None:
        if self.current is not None:
            self.chosen.emit(*self.current)

    def _words(self, cell: Cell) -> str:
        """Say all of a cell in words."""
        said = {
            State.WAITING: self.tr("Not measured yet"),
            State.STALE: self.tr("Measured before the set or the network changed"),
            State.IMPOSSIBLE: self.tr("Cannot be measured on these images"),
            State.MEASURED: metric_words(cell.metric),
        }[cell.state]
        words = [said]
        if cell.change is not None:
            words.append(self.tr("{change} against {before}").format(change=signed(cell.change), before=cell.before))
        if cell.best:
            words.append(self.tr("The best of all versions on this set"))
        if cell.learned:
            words.append(self.tr("It learned from %n of these images: the figure flatters it.", "", cell.learned))
        if cell.chosen_by:
            words.append(self.tr("Its best epoch was chosen by %n of these images.", "", cell.chosen_by))
        return "\n".join(words)


def figure_text(cell: Cell) -> str:
    """Return what stands in a cell."""
    if cell.state is State.IMPOSSIBLE:
        return "–"
    return "…" if cell.figure is None else figure_words(cell.figure)


def signed(value: float) -> str:
    """Return a difference with its sign, and a real minus."""
    return f"{value:+.3f}".replace("-", "−")


class _CellDelegate(QStyledItemDelegate):
    """Draws the figure on the left, its change beside it, and signs for the best and for what flatters."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell = index.data(CELL)
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = plain.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        if not isinstance(cell, Cell):
            return
        painter.save()
        self._draw(painter, option.rect.adjusted(theme.SPACE, 0, -theme.SPACE, 0), cell, plain.font)
        painter.restore()

    def _draw(self, painter: QPainter, place: QRect, cell: Cell, font: QFont) -> None:
        colors = theme.colors()
        faded = cell.state is not State.MEASURED
        font.setBold(cell.best)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted if faded else colors.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, figure_text(cell))
        left = place.left() + painter.fontMetrics().horizontalAdvance("0.0000") + theme.SPACE
        if cell.change is not None:
            font.setBold(False)
            painter.setFont(font)
            even = abs(cell.change) < 0.0005
            painter.setPen(QColor(colors.muted if even else colors.success if cell.change > 0 else colors.danger))
            change = QRect(left, place.top(), place.right() - left, place.height())
            painter.drawText(change, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, signed(cell.change))
        self._signs(painter, place, cell)

    def _signs(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        colors = theme.colors()
        signs = [
            *([("success", colors.success)] if cell.best else []),
            *([("clock", colors.warning)] if cell.state is State.STALE else []),
            *([("warning", colors.warning)] if cell.learned else []),
        ]
        ratio = painter.device().devicePixelRatioF()
        for number, (name, color) in enumerate(signs, start=1):
            spot = QRect(place.right() - number * (_SIGN + 4), place.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
            painter.drawPixmap(spot, theme.picture(name, color, _SIGN, ratio))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that figure, change and signs need."""
        return QSize(_WIDTH, super().sizeHint(option, index).height())
