"""Figures of all and by label, the curves, and the threshold that decides them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.review.evaluation.judges import Judge
from core.review.evaluation.results import Header
from desktop import theme
from desktop.evaluate.words import figure_words, share
from desktop.number_fields import DecimalField
from desktop.numbers import number
from desktop.remembering import remembered

if TYPE_CHECKING:
    from desktop.evaluate.plots import PrecisionRecall, ScoreCurves


class FiguresView(QWidget):
    """Tiles, a table by label and two plots. The threshold is one, for the whole page.

    ``threshold_changed`` comes when a person has set it, ``threshold_kept`` when it is to be the model's own.
    """

    threshold_changed = Signal(float)
    threshold_kept = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judge: Judge[Any] | None = None
        self._header: Header | None = None
        self._color_of: Callable[[str], str] = lambda _label: "#808080"
        self._plots: tuple[PrecisionRecall, ScoreCurves] | None = None
        self.tiles = [_Tile() for _ in range(6)]
        self._build()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for tile in self.tiles:
            row.addWidget(tile, 1)
        self.table = QTableWidget(0, 0)
        self.table.setObjectName("label_figures")
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setToolTip(self.tr("Choose a row to see its curves"))
        self.table.itemSelectionChanged.connect(self._show_curves)
        self._room = QWidget()
        self._room_row = QHBoxLayout(self._room)
        self._room_row.setContentsMargins(0, 0, 0, 0)
        self._room_row.setSpacing(theme.SPACE)
        splitter = remembered(QSplitter(Qt.Orientation.Vertical), "figures_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._room)
        splitter.addWidget(self.table)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([330, 220])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(row)
        column.addWidget(self._threshold_bar())
        column.addWidget(splitter, 1)

    def _threshold_bar(self) -> QWidget:
        self._bar = QWidget()
        self.threshold = DecimalField()
        self.threshold.setObjectName("evaluate_threshold")
        self.threshold.setRange(0.01, 0.99)
        self.threshold.setSingleStep(0.01)
        self.threshold.setKeyboardTracking(False)
        self.threshold.setToolTip(self.tr("From this score on something counts as found; drag the line in the curve"))
        self.threshold.valueChanged.connect(self._set_threshold)
        self.best = QPushButton(self.tr("Best F1"))
        self.best.setObjectName("evaluate_best_threshold")
        self.best.setToolTip(self.tr("The threshold at which precision and recall are best balanced"))
        self.best.clicked.connect(self._go_to_best)
        self.keep = QPushButton(self.tr("Use for suggestions"))
        self.keep.setObjectName("evaluate_keep_threshold")
        self.keep.setToolTip(self.tr("Show this version's suggestions from this threshold on"))
        self.keep.clicked.connect(lambda: self.threshold_kept.emit(self.threshold.value()))
        self.kept = theme.note()
        self.kept.setObjectName("evaluate_kept_threshold")
        words = QLabel(self.tr("Threshold"))
        words.setBuddy(self.threshold)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        for part in (words, self.threshold, self.best, self.keep):
            row.addWidget(part)
        row.addWidget(self.kept, 1)
        return self._bar

    def showEvent(self, event: object) -> None:
        """Make the plots: pyqtgraph takes a while to import."""
        super().showEvent(event)
        self.plots  # noqa: B018  made when first asked for

    @property
    def plots(self) -> "tuple[PrecisionRecall, ScoreCurves]":
        """The two plots."""
        if self._plots is None:
            from desktop.evaluate.plots import PrecisionRecall, ScoreCurves

            self._plots = PrecisionRecall(), ScoreCurves()
            for plot in self._plots:
                self._room_row.addWidget(plot, 1)
            self._plots[1].moved.connect(self._preview)
            self._plots[1].settled.connect(self.threshold.setValue)
            self._show_curves()
        return self._plots

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_figures(
        self, judge: Judge[Any] | None, header: Header | None, threshold: float, color_of: Callable[[str], str]
    ) -> None:
        """Show an evaluation at a threshold, or that there is none."""
        self._judge, self._header, self._color_of = judge, header, color_of
        has_threshold = judge is not None and judge.has_threshold
        self._bar.setVisible(has_threshold)
        self.keep.setVisible(header is not None and header.task != "classification")  # tags are not suggested
        self._room.setVisible(judge is None or has_threshold)
        self.table.setVisible(judge is not None)
        self.threshold.blockSignals(True)
        self.threshold.setValue(threshold)
        self.threshold.blockSignals(False)
        self._fill_table()
        self._show_at(threshold)
        self._show_curves()

    def show_kept(self, threshold: float | None) -> None:
        """Say which threshold is the model's own."""
        words = self.tr("This version's suggestions are shown from {threshold} on.")
        self.kept.setText("" if threshold is None else words.format(threshold=number(threshold, 2)))

    def _set_threshold(self, threshold: float) -> None:
        self._show_at(threshold)
        self._show_curves()
        self.threshold_changed.emit(threshold)

    def _preview(self, threshold: float) -> None:
        """Follow the line while it is dragged."""
        self._show_at(threshold)
        self.threshold.blockSignals(True)
        self.threshold.setValue(threshold)
        self.threshold.blockSignals(False)

    def _go_to_best(self) -> None:
        judge = self._judge
        if judge is not None:
            best = judge.curves[self._chosen].best if judge.curves else None
            self.threshold.setValue(judge.best_threshold if best is None else best[0])

    @property
    def _chosen(self) -> int:
        """The number of the curve of the row that is chosen; the first row is all together, the last curve."""
        row = self.table.currentRow()
        return row - 1 if row > 0 else -1

    def _show_curves(self) -> None:
        if self._plots is None:
            return
        judge, threshold = self._judge, self.threshold.value()
        curves = judge.curves if judge is not None else ()
        colors = [self._color_of(label) for label in judge.labels] if judge is not None else []
        precision_recall, scores = self._plots
        precision_recall.show_curves(curves, colors, self._chosen, threshold)
        scores.show_curve(curves[self._chosen] if curves else None)
        scores.set_threshold(threshold)

    def _fill_table(self) -> None:
        judge, header = self._judge, self._header
        chosen = self.table.currentRow()
        self.table.blockSignals(True)
        self.table.clear()
        self.table.setRowCount(0)
        if judge is not None and header is not None:
            metrics = list(header.figures)
            at_threshold = ["precision", "recall", "f1"] if judge.curves else []
            counted = {"classification": self.tr("Images"), "semantic": self.tr("Pixels")}
            heads = [
                self.tr("Label"),
                counted.get(header.task, self.tr("Objects")),
                *map(figure_words, [*metrics, *at_threshold]),
            ]
            if judge.curves:
                heads.append(self.tr("Best at"))
            self.table.setColumnCount(len(heads))
            self.table.setHorizontalHeaderLabels(heads)
            for column in range(len(heads)):
                self.table.horizontalHeaderItem(column).setTextAlignment(_side(column))
            self.table.setRowCount(len(judge.labels) + 1)
            for row, label in enumerate((None, *judge.labels)):
                self._fill_row(row, label, metrics)
            self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            self.table.setCurrentCell(min(max(chosen, 0), len(judge.labels)), 0)
        self.table.blockSignals(False)

    def _fill_row(self, row: int, label: str | None, metrics: Sequence[str]) -> None:
        judge, header = self._judge, self._header
        assert judge is not None and header is not None  # noqa: PT018  the caller has them
        figures: dict[str, Any] = header.figures if label is None else header.per_label.get(label, {})
        own = header.per_label.values()
        objects = sum(int(one["objects"] or 0) for one in own) if label is None else figures.get("objects")
        texts = [label or self.tr("All"), f"{objects:,}" if objects is not None else "–"]
        texts += [share(figures.get(name)) for name in metrics]
        if judge.curves:
            curve = judge.curves[row - 1 if row else -1]
            texts += [share(value) for value in curve.at(self.threshold.value())]
            texts.append("–" if curve.best is None else number(curve.best[0], 2))
        for column, text in enumerate(texts):
            item = self.table.item(row, column)
            if item is None:
                item = QTableWidgetItem()
                self.table.setItem(row, column, item)
            item.setText(text)
            item.setTextAlignment(_side(column))

    def _show_at(self, threshold: float) -> None:
        """Show the tiles, and the table's columns that depend on the threshold."""
        judge, header = self._judge, self._header
        figures = list(header.figures.items()) if header is not None else []
        shown = [(figure_words(name), share(value)) for name, value in figures]
        if judge is not None and judge.curves:
            values = judge.curves[-1].at(threshold)
            shown += [(figure_words(name), share(value)) for name, value in zip(_AT, values, strict=True)]
        if judge is not None:
            shown.append((self.tr("Images"), f"{len(judge.cases):,}"))
        for tile, figure in zip(self.tiles, [*shown, *[None] * 6], strict=False):
            tile.setVisible(figure is not None)
            if figure is not None:
                tile.show_figure(*figure)
        if judge is not None and judge.curves and header is not None:
            for row, label in enumerate((None, *judge.labels)):
                self._fill_row(row, label, list(header.figures))


_AT = ("precision", "recall", "f1")


def _side(column: int) -> Qt.AlignmentFlag:
    """Return where the words of a column stand: names to the left, figures to the right."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class _Tile(QFrame):
    """A figure and, small below it, what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self._value, self._name = QLabel("–"), QLabel()
        self._value.setProperty("role", "value")
        self._name.setProperty("role", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 2, theme.SPACE - 2, theme.SPACE, theme.SPACE - 2)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addWidget(self._name)

    @property
    def value(self) -> str:
        """What it shows."""
        return self._value.text()

    def show_figure(self, name: str, value: str) -> None:
        """Show a figure."""
        self._value.setText(value)
        self._name.setText(name)
        self.setAccessibleName(f"{name}: {value}")
