"""Starting, pausing, stopping, deleting and following the runs of the project that is open."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.inference.model_folder import ModelFolder, list_models
from core.training import deleting, queue
from core.training.launch import start_worker
from core.training.run_folder import RunFolder, RunState
from desktop.jobs.executor import Executor
from desktop.jobs.training_monitor import RunSummary, TrainingMonitor
from desktop.project import Project
from desktop.train.page import TrainPage

if TYPE_CHECKING:
    from core.training.spec import Spec


class Runs(QObject):
    """Does what the train page asks, and shows there what the monitor finds. ``save`` writes unsaved edits first."""

    begun = Signal(str)  # what the run is called that was started here
    queued = Signal(str)  # what the run is called that waits for its turn
    models_found = Signal(object)  # list[ModelFolder], newest first
    failed = Signal(object)

    def __init__(
        self, page: TrainPage, monitor: TrainingMonitor, save: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._monitor = monitor
        self._save = save
        self._project: Project | None = None
        self._executor = Executor(self)
        page.train_asked.connect(self.start)
        page.stop_asked.connect(self.stop)
        page.pause_asked.connect(self.pause)
        page.resume_asked.connect(self.resume)
        page.start_now_asked.connect(self.start_now)
        page.move_asked.connect(self.move)
        page.delete_asked.connect(self.delete)
        page.note_asked.connect(self.note)
        page.run_chosen.connect(monitor.follow)
        monitor.news.connect(page.add_news)
        monitor.runs_changed.connect(page.set_runs)
        monitor.runs_changed.connect(self.go_on)
        monitor.load_changed.connect(page.set_machine_load)
        monitor.run_ended.connect(self._read_models_after)
        self.models_found.connect(page.set_models)

    def set_project(self, project: Project | None, name: str = "") -> None:
        """Follow the runs of another project, or of none; ``name`` is proposed for its models."""
        self._project = project
        self._page.set_project(name)
        self._monitor.watch(project.dataset.runs_folder if project is not None else None)
        if project is not None:
            project.plan_changed.connect(self._page.set_plan)
            self.read_models()
        else:
            self.models_found.emit([])

    def shutdown(self) -> None:
        """End the threads; runs go on without the window."""
        self._executor.shutdown()
        self._page.view.shutdown()
        self._monitor.shutdown()

    @Slot(object)
    def start(self, spec: "Spec") -> None:
        """Save what was drawn, and start a run on it."""
        project = self._project
        if project is not None:
            self._save()
            self._page.set_starting(True)
            self._executor.submit(
                lambda: _with_state(project.start_run(spec)), self._started, self._not_started, owner=self
            )

    @Slot(object)
    def stop(self, path: Path) -> None:
        """Ask the run in ``path`` to stop, or take it from the queue."""
        self._do(lambda: queue.stop(RunFolder(path)), must_run=True)

    @Slot(object)
    def pause(self, path: Path) -> None:
        """Ask the run in ``path`` to pause."""
        self._do(lambda: queue.pause(RunFolder(path)), must_run=True)

    @Slot(object)
    def resume(self, path: Path) -> None:
        """Let the run in ``path`` go on, or wait for its turn."""
        self._do(lambda: queue.submit(RunFolder(path)))

    @Slot(object)
    def start_now(self, path: Path) -> None:
        """Start the run in ``path`` beside others."""
        self._do(lambda: start_worker(RunFolder(path)))

    @Slot(object, int)
    def move(self, path: Path, places: int) -> None:
        """Move the run in ``path`` in the queue."""
        self._do(lambda: queue.move(RunFolder(path), places))

    @Slot(object)
    def delete(self, paths: tuple[Path, ...]) -> None:
        """Delete these runs for good, stopping them first."""
        for path in paths:
            self._do(lambda path=path: deleting.delete(RunFolder(path)), must_run=True)

    @Slot(object, str)
    def note(self, path: Path, text: str) -> None:
        """Keep a line about the run in ``path``."""
        run = RunFolder(path)
        self._do(lambda: run.write_about(replace(run.about, note=text)), must_run=True)

    @Slot(object)
    def go_on(self, runs: Sequence[RunSummary]) -> None:
        """Start the next run of the queue where nobody did, such as after a worker was killed."""
        states = {run.state for run in runs}
        held = states & {RunState.RUNNING, RunState.PAUSED}
        if self._project is not None and RunState.QUEUED in states and not held:
            folder = self._project.dataset.runs_folder
            self._executor.submit(
                lambda: _name_of(queue.start_next(folder)), self._went_on, self.failed.emit, key="queue", owner=self
            )

    def _went_on(self, name: str | None) -> None:
        """Say which run of the queue has begun."""
        self._monitor.refresh()
        if name is not None:
            self.begun.emit(name)

    def _do(self, work: Callable[[], object], *, must_run: bool = False) -> None:
        """Do something to a run in the background, and look at once at what came of it."""
        self._executor.submit(
            work, lambda _done: self._monitor.refresh(), self.failed.emit, owner=self, must_run=must_run
        )

    def read_models(self) -> None:
        """Read which versions there are."""
        if self._project is not None:
            folder = self._project.dataset.models_folder
            self._executor.submit(
                lambda: list_models(folder),
                lambda models: self._found(folder, models),
                self.failed.emit,
                key="models",
                owner=self,
            )

    def _found(self, folder: Path, models: list[ModelFolder]) -> None:
        """Pass the versions on, unless another project was opened meanwhile."""
        if self._project is not None and self._project.dataset.models_folder == folder:
            self.models_found.emit(models)

    def _started(self, made: tuple[str, RunState]) -> None:
        """Show the run that has begun, or that waits."""
        name, state = made
        self._page.set_starting(False)
        self._monitor.refresh()
        (self.queued if state is RunState.QUEUED else self.begun).emit(name)

    def _not_started(self, error: BaseException) -> None:
        """Say why no run has begun."""
        self._page.set_starting(False)
        self.failed.emit(error)

    @Slot(object)
    def _read_models_after(self, run: RunSummary) -> None:
        """A run that ended may have published a version."""
        if run.model is not None:
            self.read_models()


def _with_state(run: RunFolder) -> tuple[str, RunState]:
    """Return what the run is called, and its state; reads files, so not on the main thread."""
    return run.spec.name, run.state()


def _name_of(run: RunFolder | None) -> str | None:
    """Return what a run is called, if there is one; reads a file, so not on the main thread."""
    return None if run is None else run.spec.name
