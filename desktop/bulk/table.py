"""The table of suggestions: half a million rows, of which only those in sight are ever put into words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.review.bulk import Column
from desktop import theme
from desktop.bulk.cells import COLUMNS, BulkModel, CellPainter
from desktop.bulk.shown import Shown
from desktop.remembering import remembered

_WIDTHS = (220, 180, 84, 130, 100, 140, 132)
_ROW = 28
_KEPT = 2_000
"""So many stretches of selected rows stay selected when others are shown; more begin anew."""


class BulkTable(QTableView):
    """Lets a person sort, choose rows, and open one."""

    opened = Signal(int)  # the number of a row from the top
    chosen = Signal()
    reject_asked = Signal()
    order_asked = Signal(object, bool)  # Column, whether descending

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_table")
        self.setAccessibleName(self.tr("Suggestions"))
        self.rows = BulkModel(self)
        self.setModel(self.rows)
        self._painter = CellPainter(self.rows, self)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._arrange()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.selectionModel().currentRowChanged.connect(self._mark_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.notifier().changed.connect(self._repaint)

    @Slot()
    def _repaint(self) -> None:
        """Take the theme's colours."""
        self.viewport().update()

    @Slot(QModelIndex)
    def _mark_current(self, index: QModelIndex) -> None:
        """Mark the row from which keys go on: it need not be selected."""
        self._painter.current = index.row()
        self.viewport().update()

    def _arrange(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW)
        header = remembered(self.horizontalHeader(), "bulk_columns")
        header.setHighlightSections(False)
        # A title asks, whenever it is painted, whether its whole column is selected: of every row, for seconds.
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(COLUMNS.index(Column.TAGS), QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        self.show_order(Column.SCORE, descending=True)
        header.sortIndicatorChanged.connect(self._ask_order)

    def show_order(self, column: Column, *, descending: bool) -> None:
        """Show by which column the rows are sorted."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(COLUMNS.index(column), order)
        header.blockSignals(False)
        header.viewport().update()

    @Slot(int, Qt.SortOrder)
    def _ask_order(self, section: int, order: Qt.SortOrder) -> None:
        self.order_asked.emit(COLUMNS[section], order is Qt.SortOrder.DescendingOrder)

    def show_rows(self, shown: Shown) -> None:
        """Show these rows; what was selected stays selected, and what was at the top stays near it."""
        kept, top = shown.again(self.rows.shown, self.selected), self.verticalScrollBar().value()
        current = min(self.currentIndex().row(), len(shown) - 1)
        self.rows.show(shown)
        self._set_current(current)
        if len(kept) and 1 + np.count_nonzero(np.diff(kept) > 1) <= _KEPT:
            self.select(kept)
        self.verticalScrollBar().setValue(top)
        self.chosen.emit()

    @property
    def selected(self) -> NDArray[np.int64]:
        """The numbers of the selected rows, rising."""
        marked = np.zeros(len(self.rows.shown), bool)
        for one in self.selectionModel().selection():
            marked[one.top() : one.bottom() + 1] = True
        return np.flatnonzero(marked)

    def select(self, numbers: Sequence[int] | NDArray[np.int64]) -> None:
        """Select these rows, which rise."""
        chosen, last = QItemSelection(), len(COLUMNS) - 1
        for first, end in _runs(numbers):
            chosen.select(self.rows.index(first, 0), self.rows.index(end, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if len(numbers):
            self._set_current(int(numbers[0]))

    def _set_current(self, row: int) -> None:
        """Have keys start from that row, without selecting it; below 0 from none."""
        index = self.rows.index(row, 0) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, reject what is selected by Delete; the rest is that of any table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.selectionModel().hasSelection():  # a single key never means all that is shown
                self.reject_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)


def _runs(numbers: Sequence[int] | NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return the stretches of numbers that follow one another: first and last of each."""
    rising = np.asarray(numbers, np.int64)
    if not len(rising):
        return []
    breaks = np.flatnonzero(np.diff(rising) > 1)
    firsts = np.concatenate(([0], breaks + 1))
    lasts = np.concatenate((breaks, [len(rising) - 1]))
    return list(zip(rising[firsts].tolist(), rising[lasts].tolist(), strict=True))
