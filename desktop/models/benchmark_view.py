"""The view of the benchmark sets: the table of versions and sets, and all about the chosen cell."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from core.review.benchmark_sets.table import Table
from desktop import theme
from desktop.models.benchmark_process import Measuring
from desktop.models.benchmark_table import BenchmarkTable
from desktop.models.benchmark_words import changes_words, details
from desktop.remembering import remembered
from desktop.review.fitting import FittingLabel

_SIGN = 64


class BenchmarkView(QWidget):
    """Shows a table and says what is asked; it reads and measures nothing itself."""

    make_asked = Signal()
    again_asked = Signal(str)  # the set to be frozen as it is now
    remove_asked = Signal(str)
    images_asked = Signal(str)
    measure_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("benchmark_view")
        self._table: Table | None = None
        self.table = BenchmarkTable()
        self.table.chosen.connect(self._show_chosen)
        self._stack = QStackedWidget()
        self._none, self._some = self._build_none(), self._build_some()
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._some)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._stack)
        theme.notifier().changed.connect(self._redraw)
        self.show_table(None)
        self.show_measuring(None)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_none(self) -> QWidget:
        """Build what is shown while there is no set."""
        empty = QWidget()
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("No benchmark set yet"), alignment=Qt.AlignmentFlag.AlignCenter)
        title.setProperty("role", "title")
        note = theme.note(self.tr(
            "Freeze some labelled images under a name: no model learns from them, and every version is measured on "
            "them by itself. So figures of months can be compared."
        ))  # fmt: skip
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note.setMaximumWidth(520)
        first = self._button("first_benchmark_button", self.tr("New set…"), "plus", primary=True)
        first.clicked.connect(self.make_asked)
        column = QVBoxLayout(empty)
        column.setSpacing(theme.SPACE)
        column.addStretch(1)
        middle = QHBoxLayout()  # not by an alignment: that would give the text the height of its narrowest guess
        middle.addStretch(1)
        middle.addWidget(note, 100)
        middle.addStretch(1)
        column.addWidget(self._sign)
        column.addWidget(title)
        column.addLayout(middle)
        column.addWidget(first, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return empty

    def _build_some(self) -> QWidget:
        self.changed = theme.note()
        self.changed.setObjectName("benchmark_changed")
        self.changed.setProperty("role", "problem")
        some = QWidget()
        column = QVBoxLayout(some)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._build_head())
        column.addWidget(self.changed)
        splitter = remembered(QSplitter(Qt.Orientation.Vertical), "benchmark_rows")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self._build_details())
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([320, 320])
        column.addWidget(splitter, 1)
        return some

    def _build_head(self) -> QHBoxLayout:
        self.doing = FittingLabel()  # names may be long, and the window no wider for it
        self.doing.setObjectName("benchmark_doing")
        self.bar = QProgressBar()
        self.bar.setObjectName("benchmark_progress")
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(140)
        self.stop = self._button("benchmark_stop", self.tr("Stop"), "close")
        self.stop.clicked.connect(self.stop_asked)
        self.measure = self._button("benchmark_measure", self.tr("Measure"), "evaluate")
        self.measure.setToolTip(self.tr("Measure what is not measured yet"))
        self.measure.clicked.connect(self.measure_asked)
        self.new = self._button("new_benchmark_button", self.tr("New set…"), "plus", primary=True)
        self.new.clicked.connect(self.make_asked)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(theme.heading(self.tr("Versions on frozen images")))
        row.addStretch(1)
        for part in (self.doing, self.bar, self.stop, self.measure, self.new):
            row.addWidget(part)
        return row

    def _build_details(self) -> QWidget:
        below = QWidget()
        self.title = theme.heading("")
        self.title.setObjectName("benchmark_title")
        self.again = self._button("benchmark_again", self.tr("Freeze anew"), "refresh")
        self.again.setToolTip(self.tr("Take the set as it is now and measure every version anew"))
        self.images = self._button("benchmark_images", self.tr("Show images"), "gallery")
        self.remove = self._button("benchmark_remove", self.tr("Delete set…"), "delete")
        self.again.clicked.connect(lambda: self._ask(self.again_asked))
        self.images.clicked.connect(lambda: self._ask(self.images_asked))
        self.remove.clicked.connect(lambda: self._ask(self.remove_asked))
        self.text = QTextBrowser()
        self.text.setObjectName("benchmark_details")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.title, 1)
        for button in (self.again, self.images, self.remove):
            row.addWidget(button)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        return below

    def _button(self, name: str, text: str, icon: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        if primary:
            button.setProperty("role", "primary")
        theme.dress(button, icon, on_accent=primary)
        return button

    # -- what it is told -------------------------------------------------------------------------------------------

    def show_table(self, table: Table | None) -> None:
        """Show these figures; None or one without sets shows how to make one."""
        self._table = table
        self._show_sign()
        some = table is not None and bool(table.sets)
        self._stack.setCurrentWidget(self._some if some else self._none)
        if table is None or not some:
            return
        self.table.show_table(table)
        said = [f"{name}: {changes_words(changes)}" for name, changes in table.changes.items() if changes]
        self.changed.setText("\n".join(said))
        self.changed.setVisible(bool(said))
        if not table.models:
            self.title.setText(self.tr("No model yet"))
            self.text.setPlainText(self.tr("The first version that a run publishes is measured by itself."))
        self._enable()

    def show_measuring(self, measuring: Measuring | None) -> None:
        """Show how far measuring has come; None: it is at rest."""
        self._working = measuring is not None
        for part in (self.doing, self.bar, self.stop):
            part.setVisible(self._working)
        if measuring is not None:
            words = self.tr("{model} on {set}, {number} of {of}")
            self.doing.setText(words.format(
                model=measuring.model, set=measuring.set, number=measuring.number, of=measuring.of))  # fmt: skip
            self.doing.setToolTip(self.doing.text())
            self.bar.setRange(0, max(1, measuring.images))
            self.bar.setValue(measuring.done)
        self._enable()

    def show_beginning(self) -> None:
        """Show that measuring begins: to load what it needs takes some seconds."""
        self._working = True
        self.doing.setText(self.tr("Getting ready to measure…"))
        self.bar.setRange(0, 0)
        for part in (self.doing, self.bar, self.stop):
            part.setVisible(True)
        self._enable()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _enable(self) -> None:
        waiting = self._table.waiting if self._table is not None else 0
        self.measure.setVisible(not self._working and waiting > 0)

    def _ask(self, signal: Signal) -> None:
        if self.table.current is not None:
            signal.emit(self.table.current[1])
        elif self._table is not None and self._table.sets:  # there is no version and so no row
            signal.emit(self._table.sets[max(0, self.table.currentColumn())].name)

    @Slot(str, str)
    def _show_chosen(self, version: str, name: str) -> None:
        if self._table is None or (version, name) not in self._table.cells:
            return
        self.title.setText(self.tr("{version} on {set}").format(version=version, set=name))
        place = self.text.verticalScrollBar().value()
        self.text.setHtml(details(self._table, version, name))
        self.text.verticalScrollBar().setValue(place)
        self.again.setVisible(bool(self._table.changes[name]))

    @Slot()
    def _redraw(self) -> None:
        self._show_sign()
        if self._table is not None:
            self.show_table(self._table)

    def _show_sign(self) -> None:
        self._sign.setPixmap(theme.picture("verified", theme.colors().muted, _SIGN, self.devicePixelRatioF()))
