"""The page 'Review': filters and a histogram above, the table or the gallery, and below it what can be done."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QSlider, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from core.review.bulk import Column, Criteria, Show
from desktop import theme
from desktop.actions import ActionBook
from desktop.browse.gallery_view import LARGEST, SMALLEST
from desktop.bulk.action_bar import ActionBar
from desktop.bulk.filter_row import FilterRow
from desktop.bulk.gallery import BulkGallery
from desktop.bulk.histogram import ScoreHistogram
from desktop.bulk.question import BulkQuestion
from desktop.bulk.shown import NOTHING, Shown
from desktop.bulk.table import BulkTable
from desktop.numbers import number
from desktop.remembering import remembered

_ORDERS = {show: (Column.SCORE, show is not Show.LOWEST) for show in Show}
_THRESHOLDS = {Show.LOOK_ALIKES: (0.0, 0.5), Show.UNKNOWN: (0.0, 0.5)}
_STEP = 24


class BulkPage(QWidget):
    """Asks and shows; it reads and changes nothing itself."""

    asked = Signal()  # the criteria or the order are others
    opened = Signal(object)  # Line
    chosen = Signal()

    def __init__(self, book: ActionBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_page")
        self.shown = NOTHING
        self.order: tuple[Column, bool] = _ORDERS[Show.SUGGESTIONS]
        self._orders, self._thresholds = dict(_ORDERS), dict(_THRESHOLDS)
        self._busy = False
        self.filters = FilterRow(self)
        self._show = self.filters.kind
        self.histogram = ScoreHistogram(self)
        self.table, self.gallery = BulkTable(self), BulkGallery(self)
        self.bar, self.question = ActionBar(book), BulkQuestion()
        self._build()
        self._connect(book)
        self.say(self.tr("Open a folder to review what models suggest."))

    # -- what is asked ---------------------------------------------------------------------------------------------

    @property
    def criteria(self) -> Criteria:
        """All that is asked now."""
        return self.filters.criteria(*self.histogram.thresholds)

    def sort_by(self, column: Column, descending: bool) -> None:
        """Ask for another order."""
        self.order = self._orders[self._show] = column, descending
        self.table.show_order(column, descending=descending)
        self.asked.emit()

    @Slot(object)
    def _change_show(self, show: Show) -> None:
        """Take the thresholds and the order that go with what is shown."""
        if show is not self._show:
            self._thresholds[self._show] = self.histogram.thresholds
            self._show = show
            self.histogram.set_thresholds(*self._thresholds.get(show, (0.0, 1.0)))
            self.sort_by(*self._orders[show])

    # -- what is shown ---------------------------------------------------------------------------------------------

    def say(self, words: str) -> None:
        """Say why there is nothing to show."""
        self._calm.setText(words)
        self.show_found(NOTHING, (), 0)

    def show_found(self, shown: Shown, spread: Sequence[int], left: int) -> None:
        """Show these rows, how the scores are spread, and of how many rows these are."""
        self.shown = shown
        self.histogram.show_counts(spread)
        if shown.finder is not None and not len(shown):
            self._calm.setText(self.tr("Nothing fits: move the thresholds, or clear the filters."))
        words = self.tr("{shown} of {all}") if len(shown) != left else self.tr("{all}")
        self.count.setText(words.format(shown=number(len(shown)), all=number(left)) if left else "")
        self._show_view()

    def set_colors(self, color_of: object) -> None:
        """Mark the labels by these colours."""
        self.table.rows.color_of = self.gallery.color_of = color_of
        self.table.viewport().update()
        self.gallery.viewport().update()

    def set_busy(self, busy: bool) -> None:
        """Let nothing be done while something is being done."""
        self._busy = busy
        self._show_reach()

    @property
    def concerned(self) -> NDArray[np.int32]:
        """The places of the rows that an act means: those selected, all that are shown where none is."""
        selected = self.selected
        return self.shown.places[selected] if len(selected) else self.shown.places

    @property
    def selected(self) -> NDArray[np.int64]:
        """The numbers of the selected rows, rising."""
        if self._as_pictures:
            return np.array(self.gallery.selected, np.int64)
        return self.table.selected

    def acceptable(self) -> NDArray[np.int32]:
        """Return those of the rows concerned that can be accepted."""
        return self.shown.acceptable(self.concerned)

    def rejectable(self) -> NDArray[np.int32]:
        """Return those of the rows concerned that can be rejected."""
        return self.shown.rejectable(self.concerned)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.count = QLabel()
        self.count.setObjectName("bulk_count")
        self.count.setProperty("role", "note")
        self.as_pictures = remembered(QToolButton(checkable=True), "bulk_as_pictures")
        self.as_pictures.setToolTip(self.tr("Show them as pictures, or as a table"))
        theme.dress(self.as_pictures, "gallery")
        self.size = QSlider(Qt.Orientation.Horizontal, minimum=SMALLEST, maximum=LARGEST, value=144)
        remembered(self.size, "bulk_size")
        self.size.setFixedWidth(90)
        self.size.setToolTip(self.tr("The size of the pictures (Ctrl and the wheel)"))
        self.size.setAccessibleName(self.tr("The size of the pictures"))
        self.gallery.set_side(self.size.value())
        self._calm = theme.note("", self)
        self._calm.setObjectName("bulk_calm")
        self._calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for view in (self.table, self.gallery, self._calm):
            self._stack.addWidget(view)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        head = self.filters.head
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.size)
        head.addWidget(self.as_pictures)
        above = QVBoxLayout()
        above.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, 0)
        above.setSpacing(theme.SPACE)
        above.addWidget(self.filters)
        above.addWidget(self.histogram)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE // 2)
        within = QVBoxLayout()
        within.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        within.addWidget(self._stack)
        column.addLayout(above)
        column.addLayout(within, 1)
        column.addWidget(self.bar)
        column.addWidget(self.question)

    def _connect(self, book: ActionBook) -> None:
        self.filters.changed.connect(self.asked)
        self.filters.show_changed.connect(self._change_show)
        self.histogram.moved.connect(lambda _low, _high: self.asked.emit())
        self.table.order_asked.connect(self.sort_by)
        for view in (self.table, self.gallery):
            view.opened.connect(lambda place: self.opened.emit(self.shown.line(place)))
            view.chosen.connect(self._show_reach)
            view.reject_asked.connect(book["bulk_reject"].trigger)
        self.gallery.size_wanted.connect(lambda way: self.size.setValue(self.size.value() + _STEP * way))
        self.size.valueChanged.connect(self.gallery.set_side)
        self.as_pictures.toggled.connect(self._change_view)

    @property
    def _as_pictures(self) -> bool:
        return self.as_pictures.isChecked()

    @Slot()
    def _change_view(self) -> None:
        """Show the same as pictures or as a table; what was selected stays selected."""
        selected = self.table.selected if self._as_pictures else np.array(self.gallery.selected, np.int64)
        self._show_view()
        if self._as_pictures:
            self.gallery.select(selected.tolist())
        else:
            self.table.select(selected.tolist())
        self._stack.currentWidget().setFocus()

    def _show_view(self) -> None:
        self.size.setVisible(self._as_pictures)
        if not len(self.shown):
            self._stack.setCurrentWidget(self._calm)
        elif self._as_pictures:
            self._stack.setCurrentWidget(self.gallery)
        else:
            self._stack.setCurrentWidget(self.table)
        if self._as_pictures:
            self.gallery.show_rows(self.shown, self._show)
        else:
            self.table.show_rows(self.shown)

    @Slot()
    def _show_reach(self) -> None:
        """Say how many each act would concern; a question about what was shown before is put no longer."""
        self.question.drop()
        selected = self.selected
        reach = self.shown.reach_of(self.shown.places[selected]) if len(selected) else self.shown.reach
        self.bar.show_reach(reach, selected=bool(len(selected)), busy=self._busy)
        self.chosen.emit()
