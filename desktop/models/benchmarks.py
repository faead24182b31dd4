"""Keeps the benchmark sets of the open project measured, and does what their view asks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox

from core.inference.model_folder import ModelFolder
from core.review.benchmark_sets.frozen import benchmark_set, freeze, remove_set
from core.review.benchmark_sets.table import Table
from core.voc.dataset import Dataset
from desktop.jobs.executor import Executor
from desktop.models.benchmark_process import BenchmarkProcess
from desktop.models.benchmark_view import BenchmarkView
from desktop.models.set_dialog import SetDialog
from desktop.project import Project

PAGE = "models"


class Benchmarks(QObject):
    """Stands between the view, the sets on disk, and the process that measures.

    What is not measured yet is measured as soon as it is known: after a publication, when a set was made, and when a
    project is opened of which something is left to do. Where a person stopped it, or it broke off, it waits for them.
    """

    said = Signal(str)
    failed = Signal(object)
    warned = Signal(str)
    images_asked = Signal(object)  # names of images to be shown in the gallery

    def __init__(self, view: BenchmarkView, selected: Callable[[], Sequence[str]], parent: QObject) -> None:
        """``selected`` returns the images that are selected in the gallery."""
        super().__init__(parent)
        self._view, self._selected = view, selected
        self._project: Project | None = None
        self._models: list[ModelFolder] = []
        self._rest = self._changed = False
        self._executor = Executor(self)
        self.process = BenchmarkProcess(self)
        self.process.progressed.connect(view.show_measuring)
        self.process.measured.connect(self.refresh)
        self.process.ended.connect(self._ended)
        view.make_asked.connect(self.make)
        view.again_asked.connect(self._again)
        view.remove_asked.connect(self._remove)
        view.images_asked.connect(self._show_images)
        view.measure_asked.connect(self._go_on)
        view.stop_asked.connect(self._stop)

    def set_project(self, project: Project | None) -> None:
        """Look after another project, or none."""
        self.process.end()
        self._view.show_measuring(None)
        self._view.show_table(None)
        self._project, self._models, self._rest = project, [], False

    def shutdown(self) -> None:
        """End process and thread; what was measured stays."""
        self.process.end()
        self._executor.shutdown()

    @Slot(object)
    def show_models(self, models: Sequence[ModelFolder]) -> None:
        """Measure these versions, newest first, where that was not done."""
        if {one.reference for one in models} - {one.reference for one in self._models}:
            self._rest = False
        self._models = list(models)
        self.refresh()

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Look again for changes when the page is shown, where something was saved since."""
        if name == PAGE and self._changed:
            self._changed = False
            self.refresh()

    @Slot()
    def note_change(self) -> None:
        """Note that an annotation was saved: it may be one of a set."""
        self._changed = True

    @Slot()
    def refresh(self) -> None:
        """Read the table anew, and measure what it lacks."""
        project, models = self._project, self._models
        if project is not None:
            self._executor.submit(
                lambda: Table.of(project.dataset, models), lambda table: self._show(table, project),
                self.failed.emit, key="table", owner=self,
            )  # fmt: skip

    @Slot()
    def make(self) -> None:
        """Ask which images are to be a set, and freeze them."""
        project = self._project
        if project is None:
            return
        dialog = SetDialog(project, self._selected(), self._view.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._freeze(project.dataset, dialog.name, dialog.images))
        dialog.open()

    def _freeze(self, dataset: Dataset, name: str, images: Sequence[str]) -> None:
        self._executor.submit(
            lambda: freeze(dataset, name, images), lambda made: self._frozen(name, len(made[0].images)),
            self.failed.emit, owner=self, must_run=True,
        )  # fmt: skip

    def _frozen(self, name: str, images: int) -> None:
        self._rest = False
        self.said.emit(
            self.tr("{name} is frozen: %n image(s), from which no model learns.", "", images).format(name=name)
        )
        self.refresh()

    def _show(self, table: Table, project: Project) -> None:
        if project is not self._project:
            return  # it was read for a project that is open no longer
        self._view.show_table(table)
        if table.waiting and not self.process.busy and not self._rest:
            self._rest = True  # until something is new: what cannot be measured is not tried for ever
            self._view.show_beginning()
            self.process.start(project.dataset.root)

    def _ended(self, words: str) -> None:
        self._view.show_measuring(None)
        if words:
            self.warned.emit(self.tr("The benchmark sets could not be measured: {reason}").format(reason=words))

    @Slot()
    def _stop(self) -> None:
        self.process.end()
        self._view.show_measuring(None)
        self.refresh()

    @Slot()
    def _go_on(self) -> None:
        self._rest = False
        self.refresh()

    @Slot(str)
    def _again(self, name: str) -> None:
        project = self._project
        if project is not None:
            dataset = project.dataset
            self._executor.submit(
                lambda: freeze(dataset, name, benchmark_set(dataset, name).names_now(dataset).values()),
                lambda made: self._frozen(name, len(made[0].images)), self.failed.emit, owner=self, must_run=True,
            )  # fmt: skip

    @Slot(str)
    def _remove(self, name: str) -> None:
        project = self._project
        if project is None:
            return
        answer = QMessageBox.question(
            self._view,
            self.tr("Delete {name}").format(name=name),
            self.tr("Delete the benchmark set {name} with its figures? Images and labels stay, and models may learn "
                    "from them again.").format(name=name),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )  # fmt: skip
        if answer == QMessageBox.StandardButton.Discard:
            dataset = project.dataset
            self._executor.submit(
                lambda: remove_set(dataset, benchmark_set(dataset, name)), lambda _done: self.refresh(),
                self.failed.emit, owner=self, must_run=True,
            )  # fmt: skip

    @Slot(str)
    def _show_images(self, name: str) -> None:
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: benchmark_set(project.dataset, name).names, self.images_asked.emit, self.failed.emit, owner=self
            )
