"""The page on which runs are started, watched and kept in order."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QMessageBox, QSplitter, QVBoxLayout, QWidget

from core.inference.model_folder import ModelFolder
from core.training.load import Load
from core.training.run_folder import RunState
from desktop import theme
from desktop.actions import ActionBook
from desktop.jobs.followed_run import RunNews
from desktop.jobs.run_rows import RunSummary
from desktop.remembering import remembered
from desktop.train.load_bar import LoadBar
from desktop.train.new_run import NewRun
from desktop.train.plan import Plan
from desktop.train.run_actions import CONTEXT, fits, fitting, offers
from desktop.train.run_list import RunList
from desktop.train.run_view import RunView
from desktop.train.spec_form import SpecForm

if TYPE_CHECKING:
    from core.training.spec import Spec


class TrainPage(QWidget):
    """On the left the form of a new run; on the right all runs, and below them the one that is looked at.

    It paints what it is told and says what is asked.
    """

    train_asked = Signal(object)  # Spec
    stop_asked = Signal(object)  # Path of the run
    pause_asked = Signal(object)  # Path of the run
    resume_asked = Signal(object)  # Path of the run
    start_now_asked = Signal(object)  # Path of the run
    move_asked = Signal(object, int)  # Path of the run, by how many places in the queue
    delete_asked = Signal(object)  # tuple of Paths
    note_asked = Signal(object, str)  # Path of the run, what is noted on it
    run_chosen = Signal(object)  # Path | None
    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_page")
        self._book: ActionBook | None = None
        self.menu: QMenu | None = None
        self.new_run, self.runs, self.view, self.load = NewRun(), RunList(), RunView(), LoadBar()
        self._no_runs = theme.note(self.tr("No run yet."))
        self._lay_out()
        self._connect()
        self.set_runs([])

    def _lay_out(self) -> None:
        across = remembered(QSplitter(Qt.Orientation.Horizontal), "train_across")
        across.setChildrenCollapsible(False)
        across.addWidget(self.new_run)
        down = remembered(QSplitter(Qt.Orientation.Vertical), "train_down")
        down.setChildrenCollapsible(False)
        down.addWidget(self._all_runs())
        down.addWidget(self.view)
        down.setStretchFactor(1, 1)
        down.setSizes([190, 600])
        across.addWidget(down)
        across.setStretchFactor(1, 1)
        across.setSizes([356, 874])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def _all_runs(self) -> QWidget:
        """Build the list of runs with its heading and the load of the computer."""
        head = QHBoxLayout()
        head.addWidget(theme.heading(self.tr("Runs")))
        head.addStretch(1)
        head.addWidget(self.load)
        whole = QWidget()
        whole.setMinimumHeight(138)
        column = QVBoxLayout(whole)
        column.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, theme.SPACE // 2)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self._no_runs)
        column.addWidget(self.runs, 1)
        column.addStretch(0)
        return whole

    def _connect(self) -> None:
        self.new_run.train_asked.connect(self.train_asked)
        self.new_run.check_asked.connect(self.check_asked)
        self.runs.run_chosen.connect(self._choose_run)
        self.runs.selection_changed.connect(self._allow)
        self.runs.delete_asked.connect(self.ask_delete)
        self.runs.customContextMenuRequested.connect(self._offer)
        self.view.stop_button.clicked.connect(lambda: self._stop(self._chosen()))
        self.view.pause_button.clicked.connect(lambda: self._pause(self._chosen()))
        self.view.resume_button.clicked.connect(lambda: self._resume(self._chosen()))

    # -- its parts, by the names that others use -------------------------------------------------------------------

    @property
    def form(self) -> SpecForm:
        """The form of the next run."""
        return self.new_run.form

    def add_actions(self, book: ActionBook) -> None:
        """Add the actions on runs to the window's book; the menus are built afterwards."""
        for spec, call in offers(self):
            book.add(spec, call)
        self._book = book
        self._allow()

    def add_view(self, name: str, title: str, widget: QWidget) -> None:
        """Add a tab beside the curves and the log."""
        self.view.add_view(name, title, widget)

    # -- what the page is told ------------------------------------------------------------------------------------

    def set_project(self, name: str) -> None:
        """Forget the project before; ``name`` is proposed for the model."""
        self.new_run.set_plan(None)
        self.form.name.setText(name)
        self.set_runs([])

    def set_serious_problems(self, count: int) -> None:
        """Say that the check has found what should be mended before training."""
        self.new_run.set_serious_problems(count)

    def set_plan(self, plan: Plan) -> None:
        """Say what a run would learn from."""
        self.new_run.set_plan(plan)

    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions to continue from."""
        self.form.set_models(models)

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show the list of runs."""
        self._no_runs.setVisible(not runs)
        self.runs.setVisible(bool(runs))
        self.runs.set_runs(runs)
        self.view.show_run(self.runs.chosen)
        self.new_run.set_runs(runs)

    def set_starting(self, starting: bool) -> None:
        """Show that a run is being started, or not any longer."""
        self.new_run.set_starting(starting)

    def set_machine_load(self, load: Load) -> None:
        """Show how busy this computer is."""
        self.load.set_machine(load)

    def add_news(self, news: RunNews) -> None:
        """Append what the chosen run said."""
        chosen = self.runs.chosen
        if chosen is not None and news.path == chosen.path:
            self.view.add_news(news)
            self.load.set_run(news.load)

    def show_spec(self, spec: "Spec") -> None:
        """Put a spec into the form, to be changed and started."""
        self.new_run.show_spec(spec)

    # -- what is asked of it ---------------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """Ask for a run of the form's spec, if that can be."""
        self.new_run.start()

    @Slot()
    def stop(self) -> None:
        """Ask the selected runs to stop; those that wait leave the queue."""
        self._stop(self.runs.selected)

    @Slot()
    def pause(self) -> None:
        """Ask the selected runs to pause."""
        self._pause(self.runs.selected)

    @Slot()
    def resume(self) -> None:
        """Ask the selected runs to go on."""
        self._resume(self.runs.selected)

    def start_now(self) -> None:
        """Start the selected runs that wait, beside what is at work."""
        for run in fitting("start_now_run", self.runs.selected):
            self.start_now_asked.emit(run.path)

    def move(self, places: int) -> None:
        """Move the selected runs in the queue; the one that leads goes first, so that none passes another."""
        waiting = sorted(fitting("start_now_run", self.runs.selected), key=lambda run: run.place or 0)
        for run in waiting if places < 0 else reversed(waiting):
            self.move_asked.emit(run.path, places)

    def repeat(self) -> None:
        """Put the selected run's settings into the form."""
        for run in self.runs.selected[:1]:
            self.show_spec(run.spec)

    def show_log(self) -> None:
        """Show the selected run's log."""
        self.view.show_view("log")
        self.view.log.search.setFocus()

    def open_folder(self) -> None:
        """Show the selected run's files in the system's file browser."""
        for run in self.runs.selected[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path)))

    @Slot()
    def ask_note(self) -> None:
        """Ask for a line about the selected run."""
        for run in self.runs.selected[:1]:
            dialog = QInputDialog(self)
            dialog.setObjectName("note_dialog")
            dialog.setWindowTitle(self.tr("Note on the run"))
            dialog.setLabelText(self.tr("What is to be remembered of {run}:").format(run=run.title))
            dialog.setTextValue(run.about.note)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.textValueSelected.connect(lambda text, path=run.path: self.note_asked.emit(path, text.strip()))
            dialog.open()

    @Slot()
    def ask_delete(self) -> None:
        """Ask whether the selected runs are to be deleted for good."""
        runs = self.runs.selected
        if not runs:
            return
        words = [self.tr("Delete %n run(s) for good?", "", len(runs))]
        more = [self.tr("Curves, log and checkpoints are removed; the models they published stay.")]
        if any(run.state is RunState.RUNNING for run in runs):
            more.append(self.tr("What is at work is stopped first."))
        question = QMessageBox(QMessageBox.Icon.Question, self.tr("Delete runs"), words[0], parent=self)
        question.setObjectName("delete_runs_question")
        question.setInformativeText(" ".join(more))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        delete.setObjectName("delete_runs_button")
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        paths = tuple(run.path for run in runs)
        delete.clicked.connect(lambda: self.delete_asked.emit(paths))
        question.open()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _chosen(self) -> list[RunSummary]:
        """Return the run that is looked at, which the buttons beside its name concern."""
        return [self.runs.chosen] if self.runs.chosen is not None else []

    def _stop(self, runs: Sequence[RunSummary]) -> None:
        for run in fitting("stop_run", runs):
            if run.state is RunState.RUNNING:
                self.view.note_asked(run.path, RunState.STOPPED)
            self.stop_asked.emit(run.path)
        self.view.show_run(self.runs.chosen)

    def _pause(self, runs: Sequence[RunSummary]) -> None:
        for run in fitting("pause_run", runs):
            self.view.note_asked(run.path, RunState.PAUSED)
            self.pause_asked.emit(run.path)
        self.view.show_run(self.runs.chosen)

    def _resume(self, runs: Sequence[RunSummary]) -> None:
        for run in fitting("resume_run", runs):
            self.resume_asked.emit(run.path)

    @Slot(object)
    def _choose_run(self, path: Path | None) -> None:
        """Empty the right side for another run, and ask for its news."""
        self.view.clear()
        self.view.show_run(self.runs.chosen)
        self.load.set_run(None)
        self.run_chosen.emit(path)

    @Slot()
    def _allow(self) -> None:
        """Let those actions be used that suit the selected runs."""
        for name in CONTEXT:
            if name and self._book is not None and name in self._book:
                self._book[name].setEnabled(fits(name, self.runs.selected))

    @Slot(QPoint)
    def _offer(self, at: QPoint) -> None:
        """Open the menu of the run under the mouse."""
        if self._book is None or not self.runs.indexAt(at).isValid():
            return
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.setToolTipsVisible(True)
        for name in CONTEXT:
            self.menu.addAction(self._book[name]) if name else self.menu.addSeparator()
        self.menu.popup(self.runs.viewport().mapToGlobal(at))
