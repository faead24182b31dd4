"""The bar below the canvas: pre-label, set the threshold, accept and reject."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.inference.model_folder import ModelFolder
from desktop import theme
from desktop.review.actions import ReviewActions
from desktop.review.confirm_row import ConfirmRow
from desktop.review.prelabel_row import PrelabelRow, action_button
from desktop.review.progress_row import ProgressRow
from desktop.review.suggestions import Suggestions
from desktop.review.tag_row import TagRow
from desktop.review.threshold import Threshold
from desktop.review.verdict_row import VerdictRow
from desktop.review.verdicts import Verdicts


class SuggestionBar(QFrame):
    """Paints where things stand and says what was asked; :class:`Suggestions` knows, the app does."""

    prelabel_asked = Signal(object, object)  # ModelFolder, Scope
    accept_all_asked = Signal()
    cancel_asked = Signal()
    pause_asked = Signal(bool)
    refused = Signal(str)  # why nothing can be proposed now, and what to do
    model_changed = Signal(object)

    def __init__(
        self, suggestions: Suggestions, verdicts: Verdicts, actions: ReviewActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion_bar")
        self.setProperty("role", "bar")
        self._suggestions = suggestions
        self._actions = actions
        self._models = 0
        self._working = False
        self.row, self._progress_row = PrelabelRow(actions), ProgressRow()
        self.threshold, self._tag_row = Threshold(), TagRow(suggestions, verdicts)
        self._review_row, self._confirm_row = VerdictRow(suggestions, verdicts, actions), ConfirmRow()
        self.prelabel_button, self.model_choice = self.row.button, self.row.model_choice
        self.choose_model, self.start_prelabel = self.row.choose, self.row.start
        self.tell_keys, self.show_progress = self._review_row.tell_keys, self._progress_row.show_progress
        self._lay_out()
        self._connect()
        self.set_models([])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE - 2, theme.SPACE + 4, theme.SPACE - 2)
        column.setSpacing(theme.SPACE - 2)
        # Where the window is narrow, what is not needed all the time stands in a row of its own.
        names = ("prelabel_settings", "assist", "show_suggestions", "show_disagreements", "next_suggested")
        self._spare = [action_button(self._actions[name], f"{name}_spare_button") for name in names]
        self._first, self._second = _row(self.row, self.threshold), _row(QWidget(), *self._spare)
        for widget in (
            self._first, self._progress_row, self._second, self._tag_row, self._review_row, self._confirm_row
        ):  # fmt: skip
            column.addWidget(widget)
        for widget in (self._progress_row, self._second, self._confirm_row):
            widget.hide()

    def _connect(self) -> None:
        self.row.asked.connect(self.prelabel_asked)
        self.row.refused.connect(self.refused)
        self.row.model_changed.connect(self.threshold.take_from)
        self.row.model_changed.connect(self.model_changed)
        self._progress_row.cancel_asked.connect(self.cancel_asked)
        self._progress_row.pause_asked.connect(self.pause_asked)
        self.threshold.changed.connect(self._set_threshold)
        self._review_row.accept_all_asked.connect(self._ask_confirmation)
        self._confirm_row.refused.connect(self._drop_question)
        self._confirm_row.confirmed.connect(self._confirm)
        self._suggestions.changed.connect(self._show_state)
        self._suggestions.counts_changed.connect(self._show_state)

    # -- what it is told -------------------------------------------------------------------------------------------

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, the newest chosen where it is new."""
        self._models = len(models)
        self.row.set_models(models)
        self._show_state()

    @Slot(str)
    def prefer(self, reference: str) -> None:
        """Choose the version that the project uses."""
        self.row.choose(reference)

    def set_working(self, text: str, *, pauses: bool = False) -> None:
        """Show that work has begun, or with an empty text that it has ended; ``pauses`` where it can rest."""
        self._working = bool(text)
        if text:
            self._progress_row.begin(text, pauses=pauses)
        self._progress_row.setVisible(self._working)
        self.row.set_working(self._working)
        self._show_state()

    # -- what is asked ---------------------------------------------------------------------------------------------

    @Slot(int)
    def _set_threshold(self, percent: int) -> None:
        """Show what is that good."""
        self._drop_question()
        self._suggestions.set_threshold(percent / 100)

    @Slot()
    def _ask_confirmation(self) -> None:
        """Say what would be accepted, and wait for a word."""
        self._review_row.hide()
        counts = self._suggestions.counts
        total = sum(counts.values())
        self._confirm_row.ask(
            self.tr("Accept {suggestions} of {percent} % or more in {images}?").format(
                suggestions=self.tr("%n suggestion(s)", "", total),
                percent=self.threshold.percent,
                images=self.tr("%n image(s)", "", len(counts)),
            )
        )

    @Slot()
    def _drop_question(self) -> None:
        """Go back to the verdicts."""
        self._confirm_row.drop()
        self._show_state()

    @Slot()
    def _confirm(self) -> None:
        """Pass on that all are to be accepted."""
        self._drop_question()
        self.accept_all_asked.emit()

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def _has_work(self) -> bool:
        """Whether there is, or may come, anything to judge."""
        waits = self._suggestions.shown or self._suggestions.open
        return bool(self._models or self._suggestions.counts or waits)

    @Slot()
    def _show_state(self) -> None:
        """Show what can be done now."""
        self._review_row.show_state(may_accept_all=not self._working)
        self._spare[-1].setEnabled(bool(self._suggestions.counts))
        self.threshold.setVisible(self._has_work)
        self._review_row.setVisible(self._has_work and not self._confirm_row.isVisibleTo(self))
        self._place_threshold()

    def _place_threshold(self) -> None:
        """Put the threshold beside the models, or where that would squeeze them, on a row of its own."""
        wanted = self.row.least_width() + self.threshold.minimumSizeHint().width() + 2 * theme.SPACE
        inner = self.contentsRect().width() - 2 * (theme.SPACE + 4)
        narrow, views = inner < wanted, self._review_row.has_room_for_views(inner)
        row = self._second if narrow or self._working or not views else self._first
        if self.threshold.parentWidget() is not row:
            row.layout().insertWidget(0 if row is self._second else 1, self.threshold)
        self.row.set_short(narrow)
        self._second.setVisible(row is self._second and self._has_work)
        self._first.setVisible(not self._working)
        for button in self._spare[:2]:
            button.setVisible(bool(self._models) and (narrow or self._working))
        for button in self._spare[2:]:
            button.setVisible(not views)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._place_threshold()


def _row(*widgets: QWidget) -> QWidget:
    """Return the widgets side by side, the first one as wide as may be."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE - 2)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is widgets[0] else 0)
    return row
