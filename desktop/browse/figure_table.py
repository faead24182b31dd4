"""The figures of the statistics as a table, and as a file that a spreadsheet opens."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.errors import AnnotrainError
from core.files import write_atomic

_BINS = 24
Row = tuple[str, str, float, str]
"""What is counted, the name, the number, and the query that finds the images behind it."""


class FigureTable(QTableWidget):
    """Shows rows; ``query_asked`` carries the search for the images behind the one that was opened."""

    query_asked = Signal(str)
    failed = Signal(object)  # why the file could not be written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.rows: list[Row] = []
        self.setObjectName("statistics_table")
        self.setHorizontalHeaderLabels([self.tr("Figure"), self.tr("Name"), self.tr("Number")])
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(False)
        self.setToolTip(self.tr("Double-click or Enter shows the images behind a row"))
        self.activated.connect(lambda index: self.query_asked.emit(self.rows[index.row()][3]))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these figures."""
        self.rows = list(rows)
        self.setRowCount(len(rows))
        for number, (figure, name, value, _query) in enumerate(rows):
            for column, text in enumerate((figure, name, f"{value:g}")):
                cell = QTableWidgetItem(text)
                if column == 2:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(number, column, cell)

    def ask_file(self) -> None:
        """Ask where the figures are to be written."""
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Export the figures"), "statistics.csv", "CSV (*.csv)")
        if path:
            try:
                self.write_csv(Path(path))
            except AnnotrainError as error:
                self.failed.emit(error)

    def write_csv(self, path: Path) -> None:
        """Write the figures as a table, with the query behind each.

        Raises:
            WriteError: the file cannot be written.
        """
        text = StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(("figure", "name", "number", "search"))
        writer.writerows(self.rows)
        write_atomic(path, text.getvalue().encode())


def binned(counts: tuple[tuple[int, int], ...]) -> list[tuple[str, float, str]]:
    """Return how many images have so many objects, in bins of one width where they are many."""
    if not counts:
        return []
    largest = counts[-1][0]
    width = max(1, -(-(largest + 1) // _BINS))
    images = [0] * (largest // width + 1)
    for number, count in counts:
        images[number // width] += count
    if width == 1:
        return [(str(number), count, f"n:{number}") for number, count in enumerate(images)]
    ends = [(number * width, number * width + width - 1) for number in range(len(images))]
    return [(f"{low}–{high}", count, f"n:{low}..{high}") for (low, high), count in zip(ends, images, strict=True)]


def ratio(value: float) -> str:
    """Return width by height in a few signs, such as 2:1 or 1:2."""
    return f"{value:.2g}:1" if value >= 1 else f"1:{1 / value:.2g}"
