"""The left side of the train page: the form of the next run, what it would learn from, and the button to start it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from core.errors import SpecError
from core.training.run_folder import RunState
from desktop import theme
from desktop.error_words import words_of
from desktop.jobs.run_rows import RunSummary
from desktop.room import Scrolled
from desktop.train.plan import Plan
from desktop.train.spec_form import SpecForm

if TYPE_CHECKING:
    from core.training.spec import Spec


class NewRun(QFrame):
    """Says what Train would do, or why it cannot."""

    train_asked = Signal(object)  # Spec
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setMinimumWidth(300)
        self.plan: Plan | None = None
        self._runs: Sequence[RunSummary] = ()
        self._starting = False
        self.form = SpecForm()
        self.sentence = theme.note()
        self.sentence.setObjectName("plan_sentence")
        self.warning = theme.note()
        self.warning.setObjectName("check_warning")
        self.warning.setProperty("role", "problem")
        self.warning.linkActivated.connect(lambda _link: self.check_asked.emit())
        self.warning.hide()
        self.alike = theme.note()
        self.alike.setObjectName("split_report")
        self.alike.hide()
        self.train_button = QPushButton()
        self.train_button.setObjectName("train_button")
        self.train_button.setProperty("role", "primary")
        theme.dress(self.train_button, "play", on_accent=True)
        self.train_button.clicked.connect(self.start)
        self.form.changed.connect(self.say_plan)
        self._scrolled = Scrolled(self.form)
        self._lay_out()
        self.say_plan()

    def _lay_out(self) -> None:
        """Keep the sentence and the button in sight below the form, however long that is."""
        edge = 2 * theme.SPACE
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.SPACE)
        column.addWidget(theme.heading(self.tr("New run")))
        column.addWidget(self._scrolled, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.alike)
        column.addWidget(self.warning)
        column.addWidget(self.train_button)

    def set_plan(self, plan: Plan | None) -> None:
        """Say what a run would learn from; None while that is not known."""
        self.plan = plan
        self.form.set_plan(plan)
        self.say_plan()

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Take notice of the earlier runs: how fast they were, and whether one is at work."""
        self._runs = runs
        self.say_plan()

    def set_starting(self, starting: bool) -> None:
        """Show that a run is being started, or not any longer."""
        self._starting = starting
        self.say_plan()

    def set_serious_problems(self, count: int) -> None:
        """Say that the check has found what should be mended before training."""
        words = self.tr("The check found %n serious problem(s).", "", count)
        self.warning.setText(f'{words} <a href="check">{self.tr("Show")}</a>')
        self.warning.setVisible(count > 0)

    def show_alike(self, words: str, *, problem: bool) -> None:
        """Say which images of the split look alike; ``words`` may be empty, for none do."""
        self.alike.setText(words)
        self.alike.setProperty("role", "problem" if problem else "note")
        self.alike.style().polish(self.alike)
        self.alike.setVisible(bool(words))

    def show_spec(self, spec: "Spec") -> None:
        """Put the values of a spec into the form, and bring its beginning to sight."""
        self.form.set_spec(spec)
        self._scrolled.verticalScrollBar().setValue(0)
        self.form.name.setFocus()

    @Slot()
    def start(self) -> None:
        """Ask for a run of the form's spec, if that can be."""
        if self.train_button.isEnabled() and (spec := self._spec()) is not None:
            self.train_asked.emit(spec)

    @Slot()
    def say_plan(self) -> None:
        """Say what Train will do, or why it cannot."""
        spec = None
        if self.plan is None:
            self._say(self.tr("Counting what is labelled…"), problem=False)
        elif self.plan.problem is not None:
            self._say(self.plan.problem, problem=True)
        elif (spec := self._spec()) is not None:
            self._say(self.plan.sentence(spec, self._runs), problem=False)
        busy = any(run.state in (RunState.RUNNING, RunState.QUEUED) for run in self._runs)
        words = self.tr("Add to the queue") if busy else self.tr("Train")
        self.train_button.setText(self.tr("Starting…") if self._starting else words)
        self.train_button.setEnabled(spec is not None and not self._starting)

    def _spec(self) -> "Spec | None":
        """Return the form's spec, or say why there is none."""
        try:
            return self.form.spec()
        except SpecError as error:
            self._say(words_of(error), problem=True)
            return None

    def _say(self, text: str, *, problem: bool) -> None:
        """Put a sentence above the button."""
        self.sentence.setText(text)
        role = "problem" if problem else "note"
        if self.sentence.property("role") != role:
            self.sentence.setProperty("role", role)
            self.sentence.style().polish(self.sentence)
