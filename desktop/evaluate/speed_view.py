"""How long the model takes on this machine, and whether a network of 8-bit numbers would do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.inference.latency import Latency
from core.review.int8_report import DEFAULT_LIMIT, Int8Report
from desktop import theme
from desktop.evaluate.words import figure_words
from desktop.number_fields import DecimalField
from desktop.numbers import number
from desktop.room import Scrolled


class SpeedView(QWidget):
    """Two cards. It says what is asked; the measuring is done elsewhere."""

    measure_asked = Signal()
    int8_asked = Signal(float)  # the most that the figure may drop, 0 to 1
    int8_used = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_model = False
        self._working = False
        self._report: Int8Report | None = None
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, theme.SPACE, theme.SPACE, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._latency_card())
        column.addWidget(self._int8_card())
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolled(content))
        self.show_latency(None)
        self.show_int8(None, used=False)

    # -- building --------------------------------------------------------------------------------------------------

    def _latency_card(self) -> QFrame:
        self.measure = QPushButton(self.tr("Measure"))
        self.measure.setObjectName("latency_button")
        theme.dress(self.measure, "clock")
        self.measure.clicked.connect(self.measure_asked)
        self.where = theme.note()
        self.where.setObjectName("latency_where")
        self.table = QTableWidget(0, 5)
        self.table.setObjectName("latency_table")
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setHorizontalHeaderLabels([
            self.tr("Processors"), self.tr("Images"), self.tr("Half take at most"), self.tr("9 in 10 take at most"),
            self.tr("Images per second"),
        ])  # fmt: skip
        self.table.setWordWrap(False)
        for column in range(self.table.columnCount()):  # where there is little room, the words in the second have it
            mode = QHeaderView.ResizeMode.Stretch if column == 1 else QHeaderView.ResizeMode.ResizeToContents
            self.table.horizontalHeader().setSectionResizeMode(column, mode)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return _card(self.tr("Time on this machine"), self.measure, self.where, self.table)

    def _int8_card(self) -> QFrame:
        self.try_int8 = QPushButton(self.tr("Try INT8"))
        self.try_int8.setObjectName("int8_button")
        theme.dress(self.try_int8, "resize")
        self.try_int8.clicked.connect(lambda: self.int8_asked.emit(self.limit.value() / 100))
        self.limit = DecimalField()
        self.limit.setObjectName("int8_limit")
        self.limit.setRange(0, 20)
        self.limit.setSingleStep(0.5)
        self.limit.setDecimals(1)
        self.limit.setValue(100 * DEFAULT_LIMIT)
        self.limit.setSuffix(self.tr(" points"))
        words = QLabel(self.tr("Keep it if the headline figure drops by less than"))
        words.setBuddy(self.limit)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)
        row.addWidget(self.limit)
        row.addStretch(1)
        note = theme.note(
            self.tr(
                "A network of 8-bit numbers is about a third as large, and faster on most processors. Its ranges are "
                "taken from the images of the chosen set; then both are measured on them."
            )
        )
        self.result = QLabel()
        self.result.setObjectName("int8_result")
        self.result.setWordWrap(True)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.use = QCheckBox(self.tr("Predict with the INT8 network"))
        self.use.setObjectName("int8_use")
        self.use.toggled.connect(self.int8_used)
        return _card(self.tr("A smaller network (INT8)"), self.try_int8, note, line, self.result, self.use)

    # -- what it is told -------------------------------------------------------------------------------------------

    def set_model(self, *, there: bool) -> None:
        """Allow what needs a model, or not."""
        self._has_model = there
        self._enable()

    def set_working(self, *, working: bool) -> None:
        """Allow nothing new while something is under way."""
        self._working = working
        self._enable()

    def _enable(self) -> None:
        for part in (self.measure, self.try_int8, self.limit, self.use):
            part.setEnabled(self._has_model and not self._working)

    def show_latency(self, latency: Latency | None) -> None:
        """Show what was measured, or that nothing was."""
        self.table.setVisible(latency is not None)
        if latency is None:
            self.where.setText(
                self.tr("Single images and eight at once, with and without reading the files; it takes half a minute.")
            )
            return
        self.where.setText(
            self.tr("{processor}, %n processor(s)", "", latency.processors).format(processor=latency.processor)
        )
        self.table.setRowCount(len(latency.timings))
        for row, one in enumerate(latency.timings):
            images = self.tr("one") if one.batch == 1 else self.tr("{count} at once").format(count=one.batch)
            if one.decoding:
                images += ", " + self.tr("read from disk")
            texts = (
                str(one.threads), images, f"{number(one.median_ms, 1)} ms", f"{number(one.p90_ms, 1)} ms",
                number(one.images_per_second, 1),
            )  # fmt: skip
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column != 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        rows = self.table.rowCount() * self.table.rowHeight(0) if self.table.rowCount() else 0
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)

    def show_int8(self, report: Int8Report | None, *, used: bool) -> None:
        """Show what came of the smaller network the last time, and whether it is in use."""
        self._report = report
        self.result.setVisible(report is not None)
        self.use.setVisible(report is not None and report.offered)
        self.use.blockSignals(True)
        self.use.setChecked(used)
        self.use.blockSignals(False)
        if report is None:
            return
        figures = self.tr(
            "{metric} {before} → {after}; {mb_before} → {mb_after} MB; an image {ms_before} → {ms_after} ms."
        ).format(
            metric=figure_words(report.metric),
            before=number(report.before, 3),
            after=number(report.after, 3),
            mb_before=number(report.bytes_before / 1e6, 1),
            mb_after=number(report.bytes_after / 1e6, 1),
            ms_before=number(report.ms_before, 1),
            ms_after=number(report.ms_after, 1),
        )
        verdict = (
            self.tr("It is good enough and lies beside the full one.")
            if report.offered
            else self.tr("It loses more than {limit} points and was not kept.").format(
                limit=number(100 * report.limit, 1)
            )
        )
        self.result.setText(f"{figures} {verdict}")


def _card(title: str, button: QPushButton, *parts: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    head = QHBoxLayout()
    head.addWidget(theme.heading(title))
    head.addStretch(1)
    head.addWidget(button)
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE + 4, theme.SPACE + 4)
    column.setSpacing(theme.SPACE)
    column.addLayout(head)
    for part in parts:
        column.addWidget(part)
    return card
