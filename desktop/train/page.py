"""The page on which a run is started and watched."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.errors import SpecError
from core.inference.model_folder import ModelFolder
from core.training.run_folder import RunState
from desktop import theme
from desktop.jobs.training_monitor import RunNews, RunSummary
from desktop.train.curves import Curves
from desktop.train.log_words import in_words
from desktop.train.plan import Plan
from desktop.train.run_list import RunList
from desktop.train.spec_form import SpecForm
from desktop.train.tiles import Tiles, state_words

if TYPE_CHECKING:
    from core.training.spec import Spec

_LOG_LINES = 2000
_RESUMABLE = (RunState.STOPPED, RunState.LOST, RunState.QUEUED)


class TrainPage(QWidget):
    """A form on the left; on the right the run that is chosen. It paints what it is told and says what is asked."""

    train_asked = Signal(object)  # Spec
    stop_asked = Signal(object)  # Path of the run
    resume_asked = Signal(object)  # Path of the run
    run_chosen = Signal(object)  # Path | None
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_page")
        self._plan: Plan | None = None
        self._starting = False
        self._stopping: Path | None = None
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side())
        splitter.addWidget(self._watched())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([330, 900])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.form.changed.connect(self._say_plan)
        self.runs.run_chosen.connect(self._choose_run)
        self._show_chosen()
        self._say_plan()

    def _side(self) -> QWidget:
        """Build the form, the sentence, the button and the list of runs."""
        side = QFrame()
        side.setProperty("role", "panel")
        side.setMinimumWidth(290)
        self.form = SpecForm()
        self.sentence = theme.note()
        self.sentence.setObjectName("plan_sentence")
        self.warning = theme.note()
        self.warning.setObjectName("check_warning")
        self.warning.setProperty("role", "problem")
        self.warning.linkActivated.connect(lambda _link: self.check_asked.emit())
        self.warning.hide()
        self.train_button = QPushButton(self.tr("Train"))
        self.train_button.setObjectName("train_button")
        self.train_button.setProperty("role", "primary")
        self.train_button.setToolTip(self.tr("Start training on what is labelled now (Ctrl+Return)"))
        theme.dress(self.train_button, "play", on_accent=True)
        self.train_button.clicked.connect(self.start)
        self.runs = RunList()
        self._no_runs = theme.note(self.tr("No run yet."))
        column = QVBoxLayout(side)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(theme.heading(self.tr("New run")))
        column.addWidget(self.form)
        column.addWidget(self.sentence)
        column.addWidget(self.warning)
        column.addWidget(self.train_button)
        column.addSpacing(theme.SPACE)
        column.addWidget(theme.heading(self.tr("Runs")))
        column.addWidget(self._no_runs)
        column.addWidget(self.runs, 1)
        column.addStretch(0)
        return side

    def _watched(self) -> QWidget:
        """Build the tiles, the curves and the log of the run that is chosen."""
        self._title = theme.heading("")
        self.said = theme.note()
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setObjectName("stop_button")
        self.stop_button.setToolTip(self.tr("Ask the run to stop; it keeps what it has learned (Ctrl+.)"))
        theme.dress(self.stop_button, "stop")
        self.stop_button.clicked.connect(self.stop)
        self.resume_button = QPushButton(self.tr("Resume"))
        self.resume_button.setObjectName("resume_button")
        self.resume_button.setToolTip(self.tr("Go on from the last checkpoint (Ctrl+Shift+.)"))
        theme.dress(self.resume_button, "resume")
        self.resume_button.clicked.connect(self.resume)
        self.tiles = Tiles()
        self.curves = Curves()
        self.log = QPlainTextEdit()
        self.log.setObjectName("run_log")
        self.log.setReadOnly(True)
        self.log.setMaximumBlockCount(_LOG_LINES)
        self.log.setPlaceholderText(self.tr("What the run says appears here."))
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self.said)
        head.addLayout(words, 1)
        head.addWidget(self.resume_button)
        head.addWidget(self.stop_button)
        below = QSplitter(Qt.Orientation.Vertical)
        below.setChildrenCollapsible(False)
        below.setHandleWidth(theme.SPACE)
        below.setObjectName("plain_splitter")
        below.addWidget(self.curves)
        below.addWidget(self.log)
        below.setStretchFactor(0, 1)
        below.setSizes([520, 130])
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(*[2 * theme.SPACE] * 4)
        column.setSpacing(theme.SPACE + theme.SPACE // 2)
        column.addLayout(head)
        column.addWidget(self.tiles)
        column.addWidget(below, 1)
        return whole

    # -- what the page is told ------------------------------------------------------------------------------------

    def set_project(self, name: str) -> None:
        """Forget the project before; ``name`` is proposed for the model."""
        self._plan = None
        self.form.name.setText(name)
        self.set_runs([])
        self._say_plan()

    def set_serious_problems(self, count: int) -> None:
        """Say that the check has found what should be mended before training."""
        words = self.tr("The check found %n serious problem(s).", "", count)
        self.warning.setText(f'{words} <a href="check">{self.tr("Show")}</a>')
        self.warning.setVisible(count > 0)

    def set_plan(self, plan: Plan) -> None:
        """Say what a run would learn from."""
        self._plan = plan
        self.form.set_plan(plan)
        self._say_plan()

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions to continue from."""
        self.form.set_models(models)

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show the list of runs."""
        self._no_runs.setVisible(not runs)
        self.runs.setVisible(bool(runs))
        self.runs.set_runs(runs)
        chosen = self.runs.chosen
        if chosen is None or (chosen.path == self._stopping and chosen.state is not RunState.RUNNING):
            self._stopping = None
        self._show_chosen()
        self._say_plan()

    def set_starting(self, starting: bool) -> None:
        """Show that a run is being started, or not any longer."""
        self._starting = starting
        self._say_plan()

    def add_news(self, news: RunNews) -> None:
        """Append what the chosen run said."""
        chosen = self.runs.chosen
        if chosen is None or news.path != chosen.path:
            return
        if news.fresh:
            self.log.clear()
        self.curves.add(news)
        self.tiles.add(news)
        lines = [line for event in news.events if (line := in_words(event))]
        if lines:
            self._append_log("\n".join(lines))
            self.said.setText(lines[-1])
        if news.log:
            self._append_log(news.log.rstrip("\n"))

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Ask for a run of the form's spec, if that can be."""
        if self.train_button.isEnabled() and (spec := self._spec()) is not None:
            self.train_asked.emit(spec)

    @Slot()
    def stop(self) -> None:
        """Ask the chosen run to stop."""
        chosen = self.runs.chosen
        if chosen is not None and chosen.state is RunState.RUNNING:
            self._stopping = chosen.path
            self._show_chosen()
            self.stop_asked.emit(chosen.path)

    @Slot()
    def resume(self) -> None:
        """Ask the chosen run to go on."""
        chosen = self.runs.chosen
        if chosen is not None and chosen.state in _RESUMABLE:
            self.resume_asked.emit(chosen.path)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _spec(self) -> "Spec | None":
        """Return the form's spec, or say why there is none."""
        try:
            return self.form.spec()
        except SpecError as error:
            self._say(str(error), problem=True)
            return None

    @Slot()
    def _say_plan(self) -> None:
        """Say what Train will do, or why it cannot."""
        spec = None
        if self._plan is None:
            self._say(self.tr("Counting what is labelled…"), problem=False)
        elif self._plan.problem is not None:
            self._say(self._plan.problem, problem=True)
        elif (spec := self._spec()) is not None:
            self._say(self._plan.sentence(spec, self.runs.all), problem=False)
        self.train_button.setText(self.tr("Starting…") if self._starting else self.tr("Train"))
        self.train_button.setEnabled(spec is not None and not self._starting)

    def _say(self, text: str, *, problem: bool) -> None:
        """Put a sentence above the button."""
        self.sentence.setText(text)
        role = "problem" if problem else "note"
        if self.sentence.property("role") != role:
            self.sentence.setProperty("role", role)
            self.sentence.style().polish(self.sentence)

    @Slot(object)
    def _choose_run(self, path: Path | None) -> None:
        """Empty the right side for another run, and ask for its news."""
        self.curves.clear()
        self.tiles.clear()
        self.log.clear()
        self.said.clear()
        self._show_chosen()
        self.run_chosen.emit(path)

    def _show_chosen(self) -> None:
        """Show the chosen run's name and what can be done with it."""
        chosen = self.runs.chosen
        self._title.setText(chosen.model or chosen.spec.name if chosen else self.tr("Training"))
        if chosen is None:
            self.said.setText(self.tr("Press Train to start the first run: its curves, figures and log appear here."))
        elif not self.said.text():
            self.said.setText(chosen.message or state_words(chosen.state))
        stopping = chosen is not None and chosen.path == self._stopping
        running = chosen is not None and chosen.state is RunState.RUNNING
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(not stopping)
        self.stop_button.setText(self.tr("Stopping…") if stopping else self.tr("Stop"))
        self.resume_button.setVisible(chosen is not None and chosen.state in _RESUMABLE)

    def _append_log(self, text: str) -> None:
        """Add to the log and stay at its end if it was there."""
        self.log.appendPlainText(text)

    @property
    def title(self) -> QLabel:
        """The heading that names the chosen run."""
        return self._title
