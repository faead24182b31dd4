"""The list of a project's runs: sorted by any column, one chosen to be looked at, several selected to be acted on."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop import theme
from desktop.jobs.run_rows import RunSummary
from desktop.remembering import remembered
from desktop.train.run_model import SORT_ROLE, RunModel

_STARTED = 3
_WIDTHS = (160, 124, 104, 84, 88, 104, 52, 56)
_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class RunList(QTreeView):
    """Rows that keep the chosen one chosen, and the selected ones selected, while they change."""

    run_chosen = Signal(object)  # Path, or None when the list has become empty
    selection_changed = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_list")
        self.setAccessibleName(self.tr("Runs"))
        self.setToolTip(self.tr("Runs of this project: choose one to see its curves"))
        self.table = RunModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.table)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self._restoring = False
        self._told: Path | None = None
        self._arrange()
        self.selectionModel().selectionChanged.connect(self._note_selection)
        self.selectionModel().currentRowChanged.connect(self._choose)
        theme.notifier().changed.connect(self.table.redraw)

    def _arrange(self) -> None:
        """Set the ways of a table: whole rows, several at once, sorted by the newest."""
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = remembered(self.header(), "run_columns")
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        self.setSortingEnabled(True)
        self.sortByColumn(_STARTED, Qt.SortOrder.DescendingOrder)

    @property
    def all(self) -> tuple[RunSummary, ...]:
        """The runs, newest first."""
        return tuple(self.table.runs)

    @property
    def chosen(self) -> RunSummary | None:
        """The run that is looked at, if any."""
        return self._run_at(self.currentIndex())

    @property
    def selected(self) -> list[RunSummary]:
        """The runs that an action concerns, in the order of the list."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [run for index in rows if (run := self._run_at(index)) is not None]

    def count(self) -> int:
        """Return how many runs are listed."""
        return self.table.rowCount()

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs. The chosen one stays chosen; at first, and when a new one appears, the newest is."""
        known = {run.path for run in self.table.runs}
        chosen, selected = self.chosen, {run.path for run in self.selected}
        fresh = next((run.path for run in runs if run.path not in known), None) if known else None
        self._restoring = True
        if self.table.set_runs(runs):
            left = {run.path for run in runs}
            wanted = fresh or (chosen.path if chosen is not None and chosen.path in left else None)
            wanted = wanted or (runs[0].path if runs else None)
            self._restore(wanted, {wanted} if fresh else (selected & left) or {wanted})
        self._restoring = False
        self._choose()
        self.selection_changed.emit()

    def choose(self, path: Path) -> None:
        """Choose the run in ``path`` if it is there, and it alone."""
        for row, run in enumerate(self.table.runs):
            if run.path == path:
                self.setCurrentIndex(self._sorted.mapFromSource(self.table.index(row, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to delete; the rest is that of any list."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _restore(self, chosen: Path | None, selected: set[Path | None]) -> None:
        """Choose and select the runs of these folders again, after the rows have changed."""
        marks = QItemSelection()
        model = self.selectionModel()
        for row, run in enumerate(self.table.runs):
            index = self._sorted.mapFromSource(self.table.index(row, 0))
            if run.path in selected:
                marks.select(index, index)
            if run.path == chosen:
                model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(marks, _SELECT | QItemSelectionModel.SelectionFlag.Clear)

    def _run_at(self, index: QModelIndex) -> RunSummary | None:
        """Return the run of a row of the sorted list."""
        row = self._sorted.mapToSource(index).row()
        return self.table.runs[row] if 0 <= row < len(self.table.runs) else None

    @Slot()
    def _choose(self) -> None:
        """Say which run is looked at, where it is another one."""
        path = self.chosen.path if self.chosen is not None else None
        if not self._restoring and path != self._told:
            self._told = path
            self.run_chosen.emit(path)

    @Slot()
    def _note_selection(self) -> None:
        """Say that the selection is another one."""
        if not self._restoring:
            self.selection_changed.emit()
