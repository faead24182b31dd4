"""The confusion, and beside it the crops behind the cell that is chosen."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from core.review.evaluation.confusion import Cell, Confusion
from core.review.evaluation.judges import Judge
from desktop import theme
from desktop.evaluate.crops import Crops
from desktop.evaluate.findings import of_mistakes
from desktop.evaluate.findings_view import FindingsView
from desktop.evaluate.matrix import Matrix
from desktop.remembering import remembered


class ConfusionView(QWidget):
    """Shows who is taken for whom; ``images_asked`` carries the names of the images behind the chosen cell."""

    images_asked = Signal(object)  # tuple[str, ...]

    def __init__(self, crops: Crops, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judge: Judge[Any] | None = None
        self._threshold = 0.0
        self._table: Confusion | None = None
        self.matrix = Matrix()
        self.cell = theme.heading("")
        self.cell.setObjectName("confusion_cell")
        self.images = QPushButton(self.tr("Show the images"))
        self.images.setObjectName("confusion_images")
        self.images.setToolTip(self.tr("Show all images of this cell in the gallery"))
        theme.dress(self.images, "gallery")
        self.images.clicked.connect(self._ask_images)
        self.findings = FindingsView("cell", crops, self.tr("Click a cell to see what is behind it."), has_card=False)
        self.matrix.chosen.connect(self._show_cell)
        self._lay_out()
        self._show_cell(None)

    def _lay_out(self) -> None:
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.matrix)
        area.setMinimumWidth(220)
        head = QHBoxLayout()
        head.addWidget(self.cell, 1)
        head.addWidget(self.images)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.SPACE, theme.SPACE, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.findings, 1)
        splitter = remembered(QSplitter(Qt.Orientation.Horizontal), "confusion_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(area)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([460, 560])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.addWidget(splitter)

    def show_confusion(self, judge: Judge[Any] | None, table: Confusion | None, threshold: float) -> None:
        """Show the table that the judge made at the threshold."""
        self._judge, self._table, self._threshold = judge, table, threshold
        pixels = judge is not None and not judge.has_threshold
        self.matrix.show_confusion(table, judge.labels if judge is not None else (), pixels=pixels)
        self._show_cell(self.matrix.current)

    def _show_cell(self, cell: Cell | None) -> None:
        table, judge = self._table, self._judge
        known = cell is not None and table is not None and judge is not None
        names = table.images.get(cell, ()) if known else ()
        self.images.setVisible(bool(names))
        self.images.setText(self.tr("Show %n image(s)", "", len(names)))
        self.cell.setText(self.matrix.words_of(cell) if known else "")
        mistakes = judge.in_cell(cell, self._threshold) if known else []
        self.findings.show_findings(of_mistakes(mistakes, judge.labels if judge is not None else ()))
        if known and not mistakes:
            self.findings.set_calm(self.tr("There is nothing in this cell."))

    def _ask_images(self) -> None:
        if self._table is not None and self.matrix.current is not None:
            self.images_asked.emit(self._table.images.get(self.matrix.current, ()))
