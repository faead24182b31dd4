"""The bar below the canvas: pre-label, set the threshold, accept and reject."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.inference.model_folder import ModelFolder
from core.review.prelabel import Progress
from desktop import theme
from desktop.review.fitting import BarButton, FittingChoice, FittingLabel
from desktop.review.suggestions import DEFAULT_THRESHOLD, Suggestions
from desktop.review.verdict_row import VerdictRow
from desktop.train.tiles import duration


class Scope(StrEnum):
    """Which images a model looks at."""

    UNLABELLED = "unlabelled"
    THIS = "this"
    ALL = "all"

    @property
    def words(self) -> str:
        """The scope as a person says it."""
        return {
            Scope.UNLABELLED: QCoreApplication.translate("Scope", "unlabelled images"),
            Scope.THIS: QCoreApplication.translate("Scope", "this image"),
            Scope.ALL: QCoreApplication.translate("Scope", "all images"),
        }[self]


class SuggestionBar(QFrame):
    """Paints where things stand and says what was asked; :class:`Suggestions` knows, the app does."""

    prelabel_asked = Signal(object, object)  # ModelFolder, Scope
    accept_all_asked = Signal()
    cancel_asked = Signal()
    refused = Signal(str)  # why nothing can be proposed now, and what to do

    def __init__(self, suggestions: Suggestions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion_bar")
        self.setProperty("role", "bar")
        self._suggestions = suggestions
        self._models: list[ModelFolder] = []
        self._kept: tuple[str, float | None] | None = None  # the version whose threshold was taken, and that threshold
        self._working = False
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE - 2, theme.SPACE + 4, theme.SPACE - 2)
        column.setSpacing(theme.SPACE - 2)
        self._prelabel_row = self._build_prelabel_row()
        self._progress_row = self._build_progress_row()
        self._review_row = VerdictRow(suggestions)
        self.tell_keys = self._review_row.tell_keys
        self._review_row.accept_all_asked.connect(self._ask_confirmation)
        self._confirm_row = self._build_confirm_row()
        self._threshold_row = _row(None)
        rows = (self._prelabel_row, self._progress_row, self._threshold_row, self._review_row, self._confirm_row)
        for row in rows:
            column.addWidget(row)
        for row in (self._progress_row, self._threshold_row, self._confirm_row):
            row.hide()
        suggestions.changed.connect(self._show_state)
        suggestions.counts_changed.connect(self._show_state)
        self.set_models([])

    # -- how it is built -------------------------------------------------------------------------------------------

    def _build_prelabel_row(self) -> QWidget:
        """Build what asks a model for suggestions."""
        self._build_threshold()
        self.prelabel_button = BarButton(
            "prelabel_button",
            self.tr("Pre-label"),
            "prelabel",
            self.tr("Let the model propose objects; nothing changes until you accept"),
        )
        self.prelabel_button.clicked.connect(self.start_prelabel)
        self.model_choice = FittingChoice("prelabel_model", self.tr("The model that proposes, newest first"))
        self.model_choice.currentIndexChanged.connect(lambda _row: self._take_threshold())
        self.scope_choice = FittingChoice("prelabel_scope", self.tr("Which images it looks at"))
        for scope in Scope:
            self.scope_choice.addItem(scope.words, scope)
        self._with, self._no_model = (
            FittingLabel(self.tr("with")),
            theme.note(self.tr("Train a model first: it can then label the rest.")),
        )
        return _row(
            self.prelabel_button,
            self.scope_choice,
            self._with,
            self.model_choice,
            self._no_model,
            None,
            self._threshold_box,
        )

    def _build_threshold(self) -> None:
        """Build the slider and the figure beside it."""
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.threshold.setObjectName("threshold_slider")
        self.threshold.setRange(0, 100)
        self.threshold.setValue(round(100 * DEFAULT_THRESHOLD))
        self.threshold.setToolTip(self.tr("Show suggestions with this score or more"))
        self.threshold.setMinimumWidth(60)
        self.threshold.setMaximumWidth(140)
        self.threshold.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.threshold.valueChanged.connect(self._set_threshold)
        self._threshold_words = QLabel()
        self._threshold_words.setFixedWidth(self._threshold_words.fontMetrics().horizontalAdvance("≥ 100 % ") + 4)
        self._threshold_box = _row(self.threshold, self._threshold_words)

    def _build_progress_row(self) -> QWidget:
        """Build what is seen while a model or an acceptance of all is at work."""
        self._bar = QProgressBar()
        self._bar.setObjectName("prelabel_progress")
        self._bar.setTextVisible(False)
        self._progress_words = FittingLabel()
        self._progress_words.setObjectName("progress_words")
        self._cancel = BarButton(
            "cancel_button", self.tr("Cancel"), "close", self.tr("End the work; what is done stays")
        )
        self._cancel.clicked.connect(self._ask_cancel)
        row = _row(self._bar, self._progress_words, self._cancel)
        row.layout().setStretch(0, 1)
        return row

    def _build_confirm_row(self) -> QWidget:
        """Build the question before all images are changed."""
        self._question = QLabel()
        self._question.setObjectName("confirm_question")
        self._question.setWordWrap(True)
        self.confirm_button = BarButton(
            "confirm_button", self.tr("Accept all"), "accept-all", self.tr("Accept them; Undo is offered after")
        )
        self.confirm_button.setProperty("role", "primary")
        theme.dress(self.confirm_button, "accept-all", on_accent=True)
        self.confirm_button.clicked.connect(self._confirm)
        keep = BarButton("keep_button", self.tr("Cancel"), "close", self.tr("Change nothing"))
        keep.clicked.connect(self._drop_question)
        row = _row(self._question, keep, self.confirm_button)
        row.layout().setStretch(0, 1)
        return row

    # -- what it is told -------------------------------------------------------------------------------------------

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, the newest chosen where it is new."""
        newest = models[0].reference if models else None
        before = self._models[0].reference if self._models else None
        chosen = newest if newest != before else self.model_choice.currentText()
        self._models = list(models)
        self.model_choice.blockSignals(True)
        self.model_choice.clear()
        self.model_choice.addItems([model.reference for model in models])
        self.model_choice.setCurrentIndex(max(0, self.model_choice.findText(chosen or "")))
        self.model_choice.blockSignals(False)
        self._take_threshold()
        for widget in (self._with, self.model_choice, self.scope_choice):
            widget.setVisible(bool(models))
        self._no_model.setVisible(not models)
        self._show_state()

    def set_working(self, text: str) -> None:
        """Show that work has begun, or with an empty text that it has ended."""
        self._working = bool(text)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._progress_words.setText(text)
        self._progress_row.setVisible(self._working)
        self._prelabel_row.setVisible(not self._working)
        self._show_state()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far the work has come."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._progress_words.setText(
            self.tr("{done} of {total} images · {speed} a second · {time} left").format(
                done=progress.done,
                total=progress.total,
                speed=f"{progress.images_per_second:.1f}",
                time=duration(progress.seconds_left),
            )
        )

    # -- what is asked ---------------------------------------------------------------------------------------------

    @Slot()
    def start_prelabel(self) -> None:
        """Ask for suggestions of the chosen model on the chosen images."""
        if self.prelabel_button.isEnabled():
            scope = Scope(self.scope_choice.currentData())  # Qt gives back a plain text
            self.prelabel_asked.emit(self._models[self.model_choice.currentIndex()], scope)
        elif self._working:
            self.refused.emit(self.tr("A model is at work already: wait for its end, or cancel it in the bar."))
        else:
            self.refused.emit(self.tr("There is no model yet: train one first, it can then label the rest."))

    def choose_model(self, reference: str) -> None:
        """Choose a version by its name, such as ``bolts@3``, and the unlabelled images."""
        self.model_choice.setCurrentIndex(max(0, self.model_choice.findText(reference)))
        self.scope_choice.setCurrentIndex(0)

    @Slot(str)
    def prefer(self, reference: str) -> None:
        """Choose the version that the project uses."""
        self.model_choice.setCurrentIndex(max(0, self.model_choice.findText(reference)))

    def _take_threshold(self) -> None:
        """Show suggestions from the threshold that was kept for the chosen version; once, for it may be moved after."""
        row = self.model_choice.currentIndex()
        model = self._models[row] if 0 <= row < len(self._models) else None
        kept = None if model is None else (model.reference, model.use.threshold)
        if kept is not None and kept != self._kept and kept[1] is not None:
            self.threshold.setValue(round(100 * kept[1]))
        self._kept = kept

    @Slot(int)
    def _set_threshold(self, percent: int) -> None:
        """Show what is that good."""
        self._drop_question()
        self._suggestions.set_threshold(percent / 100)

    @Slot()
    def _ask_confirmation(self) -> None:
        """Say what would be accepted, and wait for a word."""
        counts = self._suggestions.counts
        self._question.setText(
            self.tr("Accept {suggestions} of {percent} % or more in {images}?").format(
                suggestions=self.tr("%n suggestion(s)", "", sum(counts.values())),
                percent=self.threshold.value(),
                images=self.tr("%n image(s)", "", len(counts)),
            )
        )
        self._review_row.hide()
        self._confirm_row.show()
        self.confirm_button.setFocus()

    @Slot()
    def _drop_question(self) -> None:
        """Go back to the verdicts."""
        self._confirm_row.hide()
        self._show_state()

    @Slot()
    def _confirm(self) -> None:
        """Pass on that all are to be accepted."""
        self._drop_question()
        self.accept_all_asked.emit()

    @Slot()
    def _ask_cancel(self) -> None:
        """Pass on that the work is to end."""
        self._cancel.setEnabled(False)
        self._progress_words.setText(self.tr("Ending…"))
        self.cancel_asked.emit()

    @Slot()
    def _show_state(self) -> None:
        """Show what can be done now."""
        store = self._suggestions.store
        self.prelabel_button.setEnabled(bool(self._models) and not self._working)
        self._threshold_words.setText(f"≥ {self.threshold.value()} %")
        self._review_row.show_state(may_accept_all=not self._working)
        self._threshold_box.setVisible(store is not None)
        self._review_row.setVisible(store is not None and not self._confirm_row.isVisibleTo(self))
        self._place_threshold()

    def _place_threshold(self) -> None:
        """Put the threshold beside the models, or where that would squeeze them, on a row of its own."""
        shown = [
            w for w in (self.prelabel_button, self.scope_choice, self._with, self.model_choice) if not w.isHidden()
        ]
        wanted = [*(widget.sizeHint().width() for widget in shown), self._threshold_box.minimumSizeHint().width()]
        narrow = self.contentsRect().width() < sum(wanted) + theme.SPACE + len(wanted) * (theme.SPACE - 2)
        row = self._threshold_row if narrow else self._prelabel_row
        if self._threshold_box.parentWidget() is not row:
            row.layout().addWidget(self._threshold_box)
        self._threshold_row.setVisible(row is self._threshold_row and self._suggestions.store is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._place_threshold()


def _row(*widgets: QWidget | None) -> QWidget:
    """Return the widgets side by side; None is a stretch."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE - 2)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return row
