"""The page of figures about the dataset: charts whose parts open the images behind them, and the same as a table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.voc.search import term
from desktop import state_marks, theme
from desktop.browse.figure_table import FigureTable, Row, binned, ratio
from desktop.remembering import remembered

if TYPE_CHECKING:
    from core.voc.distributions import Distributions
    from desktop.browse.charts import Chart

_CARD_WIDTH, _CARD_HEIGHT = 400, 264


class StatisticsPage(QWidget):
    """Shows the distributions of the dataset as charts or as a table.

    ``query_asked`` carries the search for the images behind what was clicked; ``refresh_asked`` says that other figures
    are wanted: another label was chosen. The charts are made when the page is first shown.
    """

    query_asked = Signal(str)
    refresh_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input_size = 320
        self._found: Distributions | None = None
        self._charts: dict[str, Chart] = {}
        self._color_of: Callable[[str], str] = lambda _label: "#808080"
        self._columns = 0
        self._build()
        theme.notifier().changed.connect(self._dress)

    @property
    def label(self) -> str | None:
        """The label whose sizes and places are shown; None for all."""
        return self.labels.currentData()

    @property
    def rows(self) -> list[Row]:
        """The figures of the table."""
        return self.table.rows

    def clear(self) -> None:
        """Forget the figures: another project is opened."""
        self._found = None
        self.labels.clear()
        self._show_words()

    def set_colors(self, color_of: Callable[[str], str]) -> None:
        """Draw the labels in these colours."""
        self._color_of = color_of
        if self._found is not None and self._charts:
            self.show_counts(self._found)

    def show_counts(self, found: "Distributions") -> None:
        """Show the figures."""
        self._found = found
        self._make_charts()
        self._offer_labels([label.name for label in found.labels])
        self._show_words()
        self._fill(found)
        self.table.show_rows(self._table_rows(found))

    def chart(self, name: str) -> "Chart":
        """Return one of the charts: labels, images, sizes, aspects, heat, states, tags or counts."""
        return self._charts[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many charts side by side as there is room for."""
        super().resizeEvent(event)
        self._place_charts()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the choice of a label the keyboard."""
        super().showEvent(event)
        self.labels.setFocus()

    # Building

    def _build(self) -> None:
        self.table = FigureTable()
        self.table.query_asked.connect(self.query_asked)
        self.words = theme.note("", self)
        self.words.setObjectName("statistics_words")
        self.labels = QComboBox()
        self.labels.setObjectName("statistics_label")
        self.labels.setToolTip(self.tr("The label whose sizes and places are shown"))
        self.labels.setMinimumContentsLength(14)
        self.labels.activated.connect(lambda _row: self.refresh_asked.emit())
        self.as_table = QToolButton(checkable=True, text=self.tr("Table"))
        remembered(self.as_table, "statistics_table_button")
        self.as_table.setToolTip(self.tr("Show the same figures as a table"))
        self.export = QPushButton(self.tr("Export CSV…"))
        self.export.setObjectName("statistics_export")
        self.export.setToolTip(self.tr("Write the figures to a file that a spreadsheet opens"))
        self.export.clicked.connect(self.table.ask_file)
        head = QHBoxLayout()
        head.addWidget(theme.heading(self.tr("Statistics"), self))
        head.addWidget(self.words, 1)
        for widget in (self.labels, self.as_table, self.export):
            head.addWidget(widget)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._room = QWidget()
        self._room.setObjectName("statistics_room")
        self._grid = QGridLayout(self._room)
        self._grid.setContentsMargins(0, 0, theme.SPACE, theme.SPACE)
        self._grid.setSpacing(theme.SPACE)
        self._area.setWidget(self._room)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.table)
        self.as_table.toggled.connect(lambda on: self._stack.setCurrentIndex(1 if on else 0))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE, theme.SPACE, 0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _make_charts(self) -> None:
        """Make the charts with the first figures: pyqtgraph takes a while to import."""
        if self._charts:
            return
        from desktop.browse.charts import Bars, Heat, Sizes

        ask = self.query_asked.emit
        self._charts = {
            "labels": Bars("chart_labels", self.tr("Objects per label"), ask),
            "images": Bars("chart_images", self.tr("Images per label"), ask),
            "sizes": Sizes("chart_sizes", self.tr("Sizes"), ask),
            "heat": Heat("chart_heat", self.tr("Where the objects lie"), ask),
            "aspects": Bars("chart_aspects", self.tr("Width by height"), ask, lying=False),
            "counts": Bars("chart_counts", self.tr("Objects per image"), ask, lying=False),
            "states": Bars("chart_states", self.tr("Images per state"), ask),
            "tags": Bars("chart_tags", self.tr("Images per tag"), ask),
        }
        self._columns = 0
        self._place_charts()
        self._dress()

    def _place_charts(self) -> None:
        columns = min(3, max(1, self.width() // _CARD_WIDTH))
        if columns == self._columns or not self._charts:
            return
        self._columns = columns
        for number, chart in enumerate(self._charts.values()):
            chart.setFixedHeight(_CARD_HEIGHT)
            self._grid.addWidget(chart, number // columns, number % columns)
        rows = -(-len(self._charts) // columns)
        self._room.setMinimumHeight(rows * (_CARD_HEIGHT + theme.SPACE))
        self._grid.setRowStretch(len(self._charts), 1)  # what room is left stays below
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @Slot()
    def _dress(self) -> None:
        for chart in self._charts.values():
            chart.dress()

    # Figures

    def _offer_labels(self, names: list[str]) -> None:
        chosen = self.label
        self.labels.clear()
        self.labels.addItem(self.tr("All labels"), None)
        for name in names:
            self.labels.addItem(name, name)
        self.labels.setCurrentIndex(max(0, self.labels.findData(chosen)) if chosen is not None else 0)

    def _show_words(self) -> None:
        found = self._found
        if found is None:
            self.words.setText(self.tr("Counting…"))
            return
        counts = (
            self.tr("%n image(s)", "", found.images),
            self.tr("%n object(s)", "", found.objects),
            self.tr("%n label(s)", "", len(found.labels)),
        )
        self.words.setText(", ".join(counts))

    def _fill(self, found: "Distributions") -> None:
        """Give every chart its figures."""
        from core.voc.distributions import FEW_IMAGES, TINY

        none = self.tr("No object is labelled yet.") if not found.objects else None
        by_label = [(label.name, label.objects, term("label", label.name)) for label in found.labels]
        in_images = [(label.name, label.images, term("label", label.name)) for label in found.labels]
        colors = [self._color_of(label.name) for label in found.labels]
        self._charts["labels"].show_rows(by_label, colors)
        self._charts["images"].show_rows(in_images, colors, FEW_IMAGES)
        self._charts["images"].note.setText(
            self.tr("dashed: {count}, fewer are hardly learned").format(count=FEW_IMAGES)
        )
        self._charts["sizes"].show_sizes(found.sizes, found.tiny, TINY / found.scale)
        self._charts["sizes"].note.setText(
            self.tr("red: under 5 × 5 at {size} ({count})").format(size=found.input_size, count=int(found.tiny.sum()))
        )
        self._charts["heat"].prefix = f"{term('label', self.label)} " if self.label else ""
        self._charts["heat"].show_counts(found.heat)
        self._charts["aspects"].show_rows(self._aspects(found))
        self._charts["counts"].show_rows(binned(found.objects_per_image))
        self._charts["states"].show_rows(self._states(found))
        tags = [(tag, count, term("tag", tag)) for tag, count in found.tags]
        self._charts["tags"].show_rows(tags)
        for name in ("labels", "images", "sizes", "heat", "aspects"):
            self._charts[name].show_hint(none)
        self._charts["tags"].show_hint(None if tags else self.tr("No image has a tag yet."))

    def _aspects(self, found: "Distributions") -> list[tuple[str, float, str]]:
        from core.voc.distributions import ASPECTS

        prefix = f"{term('label', self.label)} " if self.label else ""
        bins = zip(ASPECTS, ASPECTS[1:], found.aspects.tolist(), strict=False)
        return [(ratio(low), count, f"{prefix}aspect:{low:.4g}..{high:.4g}") for low, high, count in bins]

    def _states(self, found: "Distributions") -> list[tuple[str, float, str]]:
        return [(state_marks.state_words(state), count, term("state", state.value, sign=":"))
                for state, count in found.states.items()]  # fmt: skip

    def _table_rows(self, found: "Distributions") -> list[Row]:
        charts = ("labels", "images", "states", "tags", "counts", "aspects")
        rows = [(self._charts[name].accessibleName(), *row) for name in charts for row in self._charts[name].rows]
        words = self.tr("Objects under 5 × 5 pixels at {size}").format(size=found.input_size)
        limit = f"{5 / found.scale:.4g}"
        return [*rows, (self.tr("Sizes"), words, int(found.tiny.sum()), f"w<{limit} h<{limit}")]
