"""Starts the runs of a size curve and follows them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import ModelFolderError
from core.inference.model_folder import ModelFolder
from core.training.size_curve import PowerLaw, SizePoint, latest_curve, points_of, power_law, start_curve
from core.voc.dataset import Dataset
from desktop.evaluate.size_view import SizeView
from desktop.jobs.executor import Executor
from desktop.project import Project

if TYPE_CHECKING:
    from core.training.spec import Spec

_EVERY_MS = 2000


class SizeRuns(QObject):
    """Reads the last curve while its view may be seen."""

    failed = Signal(object)
    begun = Signal()

    def __init__(self, view: SizeView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._project: Project | None = None
        self._executor = Executor(self)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.refresh)

    def set_project(self, project: Project | None) -> None:
        """Follow another project's runs, or none."""
        self._executor.shutdown()
        self._executor = Executor(self)
        self._project = project
        self._timer.stop()
        self._view.show_points((), None)

    def watch(self, *, watched: bool) -> None:
        """Follow the runs while the page is shown."""
        if watched and self._project is not None:
            self.refresh()
            self._timer.start()
        else:
            self._timer.stop()

    def refresh(self) -> None:
        """Read how far the runs are."""
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: _read(project.dataset), lambda found: self._view.show_points(*found), self.failed.emit,
                key="size", owner=self,
            )  # fmt: skip

    def start(self, model: ModelFolder | None) -> None:
        """Queue the runs of a new curve with the settings of a version."""
        project = self._project
        if project is None or model is None:
            return
        self._view.set_possible(possible=False)
        self._executor.submit(
            lambda: start_curve(project.dataset, spec_of(model)), lambda _curve: self._started(), self._not_started,
            owner=self, must_run=True,
        )  # fmt: skip

    def shutdown(self) -> None:
        """End the thread; the runs go on."""
        self._timer.stop()
        self._executor.shutdown()

    def _started(self) -> None:
        self._view.set_possible(possible=True)
        self.begun.emit()
        self.refresh()

    def _not_started(self, error: BaseException) -> None:
        self._view.set_possible(possible=True)
        self.failed.emit(error)


def spec_of(model: ModelFolder) -> "Spec":
    """Return the settings that a version was trained with, for runs from the start.

    Raises:
        ModelFolderError: its card does not say them.
    """
    from core.training.spec import Spec  # not above: pydantic would delay the window's start

    if not model.card.spec:
        raise ModelFolderError(
            f"{model.reference}: its card names no settings; choose a version that was trained here."
        )
    spec: Spec = Spec.model_validate(model.card.spec)
    return spec


def _read(dataset: Dataset) -> tuple[list[SizePoint], PowerLaw | None]:
    """Return the points of the last curve; not on the main thread."""
    curve = latest_curve(dataset)
    points = points_of(dataset, curve) if curve is not None else []
    return points, power_law(points)
