"""Several runs beside each other: their curves, their best figures, and the settings in which they differ."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.review.run_comparison import RunComparison
from desktop import theme
from desktop.numbers import number
from desktop.remembering import remembered
from desktop.train.setting_words import setting_name, value_words
from desktop.train.words import metric_words

_WIDEST = 240
"""A longer name is cut in its middle, so that both its ends are read; its tooltip has it whole, and a drag shows it."""


class ComparePanel(QWidget):
    """Paints a comparison; ``shown`` says that somebody looks, ``metric_chosen`` by which metric to sort."""

    shown = Signal()
    metric_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_panel")
        self._comparison: RunComparison | None = None
        self._plots: QWidget | None = None
        self.hint = theme.note(
            self.tr("Select two or more runs in the table above (Ctrl+click) to lay their curves over each other.")
        )
        self.hint.setObjectName("compare_hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = self._build()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self._content)
        theme.notifier().changed.connect(self._show)

    def _build(self) -> QWidget:
        self.sorting = QComboBox()
        self.sorting.setObjectName("compare_metric")
        self.sorting.setToolTip(self.tr("The figure that sorts the runs, the best on the left"))
        self.sorting.activated.connect(lambda _row: self.metric_chosen.emit(self.sorting.currentData()))
        self.only_differing = remembered(QCheckBox(self.tr("Only settings that differ")), "compare_only_differing")
        self.only_differing.setChecked(True)
        self.only_differing.toggled.connect(self._show)
        self.table = QTableWidget()
        self.table.setObjectName("compare_table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        best = theme.note(self.tr("Best by"))
        best.setWordWrap(False)
        head.addWidget(best)
        head.addWidget(self.sorting)
        head.addWidget(self.only_differing)
        head.addStretch(1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.SPACE, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._splitter = remembered(QSplitter(Qt.Orientation.Horizontal), "compare_columns")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(side)
        return self._splitter

    def show_nothing(self) -> None:
        """Say what to do to see something."""
        self._comparison = None
        self._stack.setCurrentIndex(0)

    def show_comparison(self, comparison: RunComparison) -> None:
        """Show these runs."""
        self._comparison = comparison
        self.sorting.clear()
        for name in comparison.metrics:
            self.sorting.addItem(metric_words(name), name)
        self.sorting.setCurrentIndex(max(0, self.sorting.findData(comparison.metric)))
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._comparison is None:
            return
        self._stack.setCurrentIndex(1)
        self._fill_table(self._comparison)
        self._draw(self._comparison)

    def _draw(self, comparison: RunComparison) -> None:
        from desktop.train.compare_plots import ComparePlots  # pyqtgraph takes half a second: not at the start

        if not isinstance(self._plots, ComparePlots):
            self._plots = ComparePlots()
            self._splitter.insertWidget(0, self._plots)
            self._splitter.setSizes([500, 500])
        curves = [run.curves.metric for run in comparison.runs if run.curves.metric]
        self._plots.show_runs(comparison.runs, curves[0] if curves else "")

    def _fill_table(self, comparison: RunComparison) -> None:
        """Write a column a run, the best first: its figures, then its settings, those that differ set apart."""
        from desktop.train.compare_plots import ink

        settings = [
            name for name in comparison.settings if name in comparison.differing or not self.only_differing.isChecked()
        ]
        rows = [*comparison.metrics, *settings]
        table = self.table
        table.clear()
        table.setColumnCount(len(comparison.runs))
        table.setRowCount(len(rows))
        table.setVerticalHeaderLabels([*map(metric_words, comparison.metrics), *map(setting_name, settings)])
        for column, run in enumerate(comparison.runs):
            head = QTableWidgetItem(run.title)
            head.setIcon(_swatch(ink(column)))
            head.setToolTip(f"{run.title}\n{run.run.id}")
            table.setHorizontalHeaderItem(column, head)
            for row, name in enumerate(comparison.metrics):
                value = run.best.get(name)
                text = "–" if value is None else number(value, 3)
                table.setItem(row, column, _cell(text, bold=name == comparison.metric))
            for row, name in enumerate(settings, start=len(comparison.metrics)):
                cell = _cell(value_words(name, run.settings), bold=name in comparison.differing)
                if name in comparison.differing:
                    cell.setBackground(QBrush(QColor(theme.colors().selection)))
                table.setItem(row, column, cell)
        table.resizeColumnsToContents()
        for column in range(table.columnCount()):
            table.setColumnWidth(column, min(table.columnWidth(column), _WIDEST))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is to be seen."""
        super().showEvent(event)
        self.shown.emit()


def _cell(text: str, *, bold: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setToolTip(text)
    font = cell.font()
    font.setBold(bold)
    cell.setFont(font)
    return cell


def _swatch(color: str) -> QIcon:
    """Return a square of the colour of a run's curves."""
    square = QPixmap(12, 12)
    square.fill(QColor(color))
    return QIcon(square)
