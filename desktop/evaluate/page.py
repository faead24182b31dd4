"""The page on which a model version is judged on an image set."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.inference.model_folder import ModelFolder
from core.review.evaluation.judges import Judge
from core.review.evaluation.results import ALL_LABELLED
from core.review.prelabel import Progress
from desktop import theme
from desktop.evaluate.calibration_view import CalibrationView
from desktop.evaluate.confusion_view import ConfusionView
from desktop.evaluate.crops import Crops
from desktop.evaluate.figures_view import FiguresView
from desktop.evaluate.findings import of_errors, of_mistakes
from desktop.evaluate.findings_view import FindingsView
from desktop.evaluate.opened import Opened
from desktop.evaluate.size_view import SizeView
from desktop.evaluate.speed_view import SpeedView

_SIGN = 64


class EvaluatePage(QWidget):
    """Chooses, shows and says what is asked; it measures nothing itself."""

    choice_changed = Signal()
    evaluate_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate_page")
        self.crops = Crops(self)
        self._models: list[ModelFolder] = []
        self._color_of: Callable[[str], str] = lambda _label: "#808080"
        self.figures, self.calibration, self.speed, self.size = (
            FiguresView(),
            CalibrationView(),
            SpeedView(),
            SizeView(),
        )
        self.confusion = ConfusionView(self.crops)
        self.mistakes = FindingsView("mistakes", self.crops, self.tr("No mistake at this threshold."))
        self.errors = FindingsView(
            "label_errors", self.crops, self.tr("No annotation is probably wrong: the model doubts none of them.")
        )
        self._build()
        self.show_opened(None)
        self.set_working(working=False)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setObjectName("evaluate_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for view, title in (
            (self.figures, self.tr("Figures")),
            (self.confusion, self.tr("Confusion")),
            (self.mistakes, self.tr("Mistakes")),
            (self.errors, self.tr("Label errors")),
            (self.calibration, self.tr("Calibration")),
            (self.speed, self.tr("Speed")),
            (self.size, self.tr("More images?")),
        ):
            self.tabs.addTab(view, title)
        self._stack = QStackedWidget()
        self._calm = self._build_calm()
        self._stack.addWidget(self._calm)
        self._stack.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._build_head())
        layout.addWidget(self.stale)
        layout.addWidget(self._stack, 1)

    def _build_head(self) -> QHBoxLayout:
        self.model, self.image_set = QComboBox(), QComboBox()
        self.model.setObjectName("evaluate_model")
        self.image_set.setObjectName("evaluate_set")
        self.model.setToolTip(self.tr("The model version that is judged"))
        self.image_set.setToolTip(self.tr("The images that it is judged on"))
        for choice in (self.model, self.image_set):
            choice.setMinimumContentsLength(10)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.activated.connect(lambda _row: self.choice_changed.emit())
        self.evaluate = QPushButton(self.tr("Evaluate"))
        self.evaluate.setObjectName("evaluate_button")
        self.evaluate.setProperty("role", "primary")
        self.evaluate.setToolTip(self.tr("Let the model predict these images and compare with what is labelled"))
        theme.dress(self.evaluate, "evaluate", on_accent=True)
        self.evaluate.clicked.connect(self.evaluate_asked)
        self.bar = QProgressBar()
        self.bar.setObjectName("evaluate_progress")
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(180)
        self.doing = theme.note()
        self.doing.setWordWrap(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("evaluate_cancel")
        theme.dress(self.cancel, "close")
        self.cancel.clicked.connect(self.cancel_asked)
        self.stale = theme.note()
        self.stale.setObjectName("evaluate_stale")
        self.stale.setProperty("role", "problem")
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(theme.heading(self.tr("Evaluation")))
        head.addStretch(1)
        for part in (self.doing, self.bar, self.cancel):
            head.addWidget(part)
        on = QLabel(self.tr("on"))
        for part in (self.model, on, self.image_set, self.evaluate):
            head.addWidget(part)
        return head

    def _build_calm(self) -> QWidget:
        """Build what is shown while nothing was measured."""
        calm = QWidget()
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._calm_title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._calm_title.setObjectName("evaluate_calm")
        self._calm_title.setProperty("role", "title")
        self._calm_title.setWordWrap(True)
        self._calm_note = theme.note()
        self._calm_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(calm)
        column.setSpacing(theme.SPACE)
        column.addStretch(1)
        for part in (self._sign, self._calm_title, self._calm_note):
            column.addWidget(part)
        column.addStretch(2)
        theme.notifier().changed.connect(self._draw_sign)
        return calm

    def _draw_sign(self) -> None:
        self._sign.setPixmap(theme.picture("evaluate", theme.colors().muted, _SIGN, self.devicePixelRatioF()))

    # -- what is chosen --------------------------------------------------------------------------------------------

    @property
    def chosen_model(self) -> ModelFolder | None:
        """The version that is judged; None while there is none."""
        row = self.model.currentIndex()
        return self._models[row] if 0 <= row < len(self._models) else None

    @property
    def chosen_set(self) -> str:
        """The name of the image set, or ``ALL_LABELLED``."""
        return str(self.image_set.currentData() or ALL_LABELLED)

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, newest first; the chosen one stays chosen where it is still there."""
        before = self.model.currentText()
        newest = self._models[0].reference if self._models else None
        self._models = list(models)
        self.model.clear()
        self.model.addItems([model.reference for model in models])
        if models and models[0].reference != newest:
            before = models[0].reference
        self.model.setCurrentIndex(max(0, self.model.findText(before)))
        self.speed.set_model(there=bool(models))
        self.size.set_possible(possible=bool(models))
        self._enable()

    def set_image_sets(self, names: Sequence[str]) -> None:
        """Offer these sets, val first and chosen where nothing was, and all labelled images."""
        before = self.image_set.currentData() if self.image_set.count() > 1 else None
        self.image_set.clear()
        for name in sorted(names, key=lambda name: ("val", "test", "train").index(name) if name in _USUAL else 3):
            self.image_set.addItem(name, name)
        self.image_set.addItem(self.tr("all labelled images"), ALL_LABELLED)
        self.image_set.setCurrentIndex(max(0, self.image_set.findData(before)))

    def set_colors(self, color_of: Callable[[str], str]) -> None:
        """Draw the labels' curves in these colours."""
        self._color_of = color_of

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_opened(self, opened: Opened | None) -> None:
        """Show an evaluation, or that there is none of what is chosen."""
        judge: Judge[Any] | None = opened.judge if opened is not None else None
        threshold = opened.threshold if opened is not None else 0.4
        header = opened.evaluation.header if opened is not None else None
        self.figures.show_figures(judge, header, threshold, self._color_of)
        self.calibration.show_calibration(judge.calibration if judge is not None else None)
        errors = of_errors(judge.label_errors, judge.labels) if judge is not None else []
        self.errors.show_findings(errors)
        self.tabs.setTabText(3, self.tr("Label errors") + (f" {len(errors)}" if errors else ""))
        self.show_at_threshold(opened)
        self._show_staleness(opened)
        self._stack.setCurrentWidget(self.tabs if self._models else self._calm)
        if not self._models:
            self._calm_title.setText(self.tr("There is no model yet"))
            self._calm_note.setText(self.tr("Train one first; then it can be judged here."))
            self._draw_sign()
        words = "" if opened is not None else self.tr("Nothing is measured yet: press Evaluate.")
        if words:
            for view in (self.mistakes, self.errors, self.confusion.findings):
                view.set_calm(words)

    def show_at_threshold(self, opened: Opened | None) -> None:
        """Show what depends on the threshold."""
        judge = opened.judge if opened is not None else None
        mistakes = of_mistakes(opened.mistakes, opened.judge.labels) if opened is not None else []
        self.confusion.show_confusion(
            judge, opened.confusion if opened is not None else None, opened.threshold if opened is not None else 0.0
        )
        self.mistakes.show_findings(mistakes)
        self.tabs.setTabText(2, self.tr("Mistakes") + (f" {len(mistakes)}" if mistakes else ""))

    def _show_staleness(self, opened: Opened | None) -> None:
        words = []
        if opened is not None and opened.stale:
            words.append(self.tr("The annotations, the image set or the model have changed since: evaluate again."))
        if opened is not None and opened.learned_from:
            of_some = self.tr("The model learned from some of these images: its figures flatter it.")
            of_all = self.tr("The model learned from these images: its figures flatter it, and it doubts fewer labels.")
            words.append(of_some if opened.evaluation.header.image_set == ALL_LABELLED else of_all)
        self.stale.setText(" ".join(words))
        self.stale.setVisible(bool(words))

    def set_working(self, *, working: bool, words: str = "") -> None:
        """Show that something is under way, or not."""
        self._working = working
        self.doing.setText(words)
        for part in (self.doing, self.bar, self.cancel):
            part.setVisible(working)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.speed.set_working(working=working)
        self._enable()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how many of how many images are done."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def _enable(self) -> None:
        free = bool(self._models) and not getattr(self, "_working", False)
        for part in (self.model, self.image_set, self.evaluate):
            part.setEnabled(free)


_USUAL = ("val", "test", "train")
