"""Starting, stopping and following the runs of the project that is open."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.inference.model_folder import ModelFolder, list_models
from core.training.launch import start_worker
from core.training.run_folder import RunFolder
from desktop.jobs.executor import Executor
from desktop.jobs.training_monitor import RunSummary, TrainingMonitor
from desktop.project import Project
from desktop.train.page import TrainPage

if TYPE_CHECKING:
    from core.training.spec import Spec


class Runs(QObject):
    """Does what the train page asks, and shows there what the monitor finds. ``save`` writes unsaved edits first."""

    begun = Signal(str)  # the id of a run that was started here
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
        page.resume_asked.connect(self.resume)
        page.run_chosen.connect(monitor.follow)
        monitor.news.connect(page.add_news)
        monitor.runs_changed.connect(page.set_runs)
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
        self._monitor.shutdown()

    @Slot(object)
    def start(self, spec: "Spec") -> None:
        """Save what was drawn, and start a run on it."""
        project = self._project
        if project is not None:
            self._save()
            self._page.set_starting(True)
            self._executor.submit(lambda: project.start_run(spec), self._started, self._not_started, owner=self)

    @Slot(object)
    def stop(self, path: Path) -> None:
        """Ask the run in ``path`` to stop."""
        self._executor.submit(RunFolder(path).request_stop, None, self.failed.emit, must_run=True)

    @Slot(object)
    def resume(self, path: Path) -> None:
        """Let the run in ``path`` go on."""
        self._executor.submit(
            lambda: start_worker(RunFolder(path)), lambda _pid: self._monitor.refresh(), self.failed.emit, owner=self
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

    def _started(self, run: RunFolder) -> None:
        """Show the run that has begun."""
        self._page.set_starting(False)
        self._monitor.refresh()
        self.begun.emit(run.id)

    def _not_started(self, error: BaseException) -> None:
        """Say why no run has begun."""
        self._page.set_starting(False)
        self.failed.emit(error)

    @Slot(object)
    def _read_models_after(self, run: RunSummary) -> None:
        """A run that ended may have published a version."""
        if run.model is not None:
            self.read_models()
