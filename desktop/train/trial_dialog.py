"""What the dialogs of all trials have in common: a curve that grows, a sentence, a button to stop and one to use."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.errors import AnnotrainError
from core.training.events import Event, RunStarted, StepEnded
from desktop import theme
from desktop.error_words import words_of
from desktop.room import resize_to_fit
from desktop.train.trial_follower import TrialFollower

if TYPE_CHECKING:
    from core.training.spec import Spec
    from core.training.trials import TrialKind
    from core.voc.dataset import Dataset


class TrialDialog(QDialog):
    """Runs a trial and shows it; ``chosen`` carries the values of a spec that a person takes over, by name.

    Closing it ends the trial.
    """

    chosen = Signal(object)

    def __init__(self, name: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.values: dict[str, Any] = {}
        self.follower = TrialFollower(self)
        self._steps: list[StepEnded] = []
        self.words = theme.note(words)
        self.verdict = theme.note(self.tr("Starting: the first step takes some seconds…"))
        self.verdict.setObjectName("trial_verdict")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        self.plot = self._make_plot()
        self.use = QPushButton(autoDefault=False)
        self.use.setObjectName("trial_use_button")
        self.use.setProperty("role", "primary")
        self.use.hide()
        self.use.clicked.connect(self._take_over)
        self.end = QPushButton(self.tr("Stop"), autoDefault=False)
        self.end.setObjectName("trial_stop_button")
        self.end.clicked.connect(self.reject)
        self._lay_out()
        self._connect()
        resize_to_fit(self, 900, 760)

    def start(self, dataset: "Dataset", spec: "Spec", kind: "TrialKind") -> None:
        """Begin."""
        self.follower.start(dataset, spec, kind)

    # -- for the dialogs of each kind -------------------------------------------------------------------------------

    def below_plot(self) -> QWidget | None:
        """Return what is shown below the curve, if anything."""
        return None

    def draw(self, steps: Sequence[StepEnded]) -> None:
        """Draw the curve of all steps so far: by itself the loss over the steps."""
        self.curve.setData([step.step for step in steps], [step.loss for step in steps])

    def show_result(self, result: Any) -> str:
        """Show what came of it, and return the sentence about it."""
        raise NotImplementedError

    def offer(self, words: str, **values: Any) -> None:
        """Offer values of a spec to be taken over."""
        self.values = values
        self.use.setText(words)
        self.use.show()
        self.use.setFocus()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make_plot(self) -> QWidget:
        import pyqtgraph as pg  # not above: it would delay the window's start

        c = theme.colors()
        plot = pg.PlotWidget(background=c.base)
        plot.setObjectName("trial_plot")
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.setMinimumHeight(150)
        for side in ("left", "bottom"):
            plot.getAxis(side).setPen(c.border)
            plot.getAxis(side).setTextPen(c.muted)
        plot.setLabel("left", self.tr("Loss"), color=c.muted)
        plot.setLabel("bottom", self.tr("Step"), color=c.muted)
        self.curve = plot.plot(pen=pg.mkPen(c.training, width=1))
        return plot

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.words)
        column.addWidget(self.progress)
        column.addWidget(self.plot, 1)
        more = self.below_plot()
        if more is not None:
            column.addWidget(more, 2)
        column.addWidget(self.verdict)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.use)
        row.addWidget(self.end)
        column.addLayout(row)

    def _connect(self) -> None:
        self.follower.said.connect(self._hear)
        self.follower.ended.connect(self._end)
        self.follower.failed.connect(self._fail)
        self.finished.connect(lambda _result: self.follower.shutdown())

    @Slot(object)
    def _hear(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, RunStarted):
                self.progress.setRange(0, event.steps_per_epoch)
                self.verdict.setText(self.tr("Learning…"))
            elif isinstance(event, StepEnded):
                self._steps.append(event)
        if self._steps:
            self.progress.setValue(self._steps[-1].step)
            self.draw(self._steps)

    @Slot(object, str)
    def _end(self, result: Any, last: str) -> None:
        self.progress.hide()
        self.end.setText(self.tr("Close"))
        self._say(self.show_result(result) if result is not None else last or self.tr("It broke off; try again."))

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self._end(None, words_of(error))

    def _say(self, text: str) -> None:
        self.verdict.setText(text)
        self.verdict.setProperty("role", "heading")
        self.verdict.style().polish(self.verdict)

    @Slot()
    def _take_over(self) -> None:
        self.chosen.emit(self.values)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes over what is offered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.use.isVisible():
            self._take_over()
        else:
            super().keyPressEvent(event)
