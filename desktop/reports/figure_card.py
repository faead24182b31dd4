"""A figure of a report: its title, how to read it, the chart, and the table of the numbers that it rests on."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.review.reporting.charts import Figure, Row, Table
from desktop import theme
from desktop.reports.chart_view import ChartView, tone_color

_SIDE_BY_SIDE = 880
_LEAST_CHART = 400
"""The table stands beside the chart where all its columns are seen and the chart keeps this width; below it else."""
_TABLE_HEIGHT = 168
_ROW, _SCROLL_BAR = 24, 20
_WIDEST_COLUMN = 190


class FigureCard(QFrame):
    """Shows one figure; chart and table stand beside each other where there is room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"figure_{name}")
        self.setProperty("role", "card")
        self._rows: tuple[Row, ...] = ()
        self._title, self._note = theme.heading(""), theme.note()
        self._legend = QLabel()
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setWordWrap(True)
        self.chart = ChartView("")
        self.table = _table()
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE // 2)
        left.addWidget(self._legend)
        left.addWidget(self.chart)
        left.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(2 * theme.SPACE)
        self._both.addLayout(left, 5)
        self._both.addWidget(self.table, 6, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE + 4, theme.SPACE + 4)
        column.setSpacing(theme.SPACE // 2)
        for part in (self._title, self._note):
            column.addWidget(part)
        column.addLayout(self._both)
        theme.notifier().changed.connect(self._dress)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure in the place of the one before."""
        self._title.setText(figure.title)
        self._note.setText(figure.note)
        self._rows = figure.chart.rows
        self.chart.setAccessibleName(figure.title)
        self.chart.show_chart(figure.chart)
        self.table.setAccessibleName(figure.title)
        _fill(self.table, figure.table)
        self._give_room()
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table below the chart where there is no room beside it."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Let all columns of the table be seen, beside the chart, as high as that, or below it."""
        columns = self.table.horizontalHeader().length() + 2 * self.table.frameWidth() + _SCROLL_BAR
        room = self.contentsRect().width() - 4 * theme.SPACE - 8 - _LEAST_CHART
        beside = self.width() >= _SIDE_BY_SIDE and columns <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._both.direction() is not way:
            self._both.setDirection(way)
        self.table.setMinimumWidth(columns if beside else 0)
        rows = self.table.horizontalHeader().sizeHint().height() + _ROW * self.table.rowCount() + _SCROLL_BAR
        chart = self.chart.height() + self._legend.sizeHint().height() if beside else 0
        self.table.setFixedHeight(max(min(rows, _TABLE_HEIGHT), chart))

    def _dress(self, *_colors: object) -> None:
        lines = (f'<span style="color:{tone_color(row.tone)}">■</span>&nbsp;{escape(row.name)}' for row in self._rows)
        self._legend.setText("&nbsp;&nbsp; ".join(lines))


def _table() -> QTableWidget:
    table = QTableWidget(0, 0)
    table.setProperty("role", "figures")  # by it the theme puts cells below their titles
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setWordWrap(False)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.horizontalHeader().setMaximumSectionSize(_WIDEST_COLUMN)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _fill(table: QTableWidget, shown: Table) -> None:
    table.setColumnCount(len(shown.columns))
    table.setRowCount(len(shown.rows))
    table.setHorizontalHeaderLabels(list(shown.columns))
    for number, row in enumerate((shown.columns, *shown.rows)):
        _fill_row(table, number - 1, row)


def _fill_row(table: QTableWidget, number: int, texts: Sequence[str]) -> None:
    """Fill a row; -1 is the header. Numbers stand at the right."""
    for column, text in enumerate(texts):
        cell = table.horizontalHeaderItem(column) if number < 0 else QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if number >= 0:
            cell.setToolTip(text if column == 0 else "")
            table.setItem(number, column, cell)
