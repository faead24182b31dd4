"""Does what the models page asks: choose, compare, copy and delete versions of the open project."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.errors import SpecError
from core.images import read_size, read_thumbnail
from core.inference.better_version import better_than
from core.inference.model_folder import CARD, ModelFolder
from core.inference.versions import choose_version, chosen_version, copy_network, delete_version
from core.review.comparing import ImageComparison, compare_versions
from core.voc.dataset import Dataset
from core.voc.image_sets import is_class_list, read_set, set_names
from desktop.jobs.bulk_job import BulkJob
from desktop.jobs.executor import Executor
from desktop.models.comparison_view import ALL_IMAGES, SeenImage
from desktop.models.page import ModelsPage
from desktop.project import Project

if TYPE_CHECKING:
    from core.training.spec import Spec

_DECODED = 1600


class Versions(QObject):
    """Stands between the models page, the folders of the versions, and the rest of the window."""

    in_use_changed = Signal(str)  # the version that labels, such as parts@3
    worse_found = Signal(object)  # Better: a version was published that is used from now on, but did worse
    changed = Signal()  # a version was deleted: read again which there are
    spec_asked = Signal(object)  # Spec of a run to be shown in the form
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, page: ModelsPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._project: Project | None = None
        self._models: list[ModelFolder] = []
        self._known: frozenset[str] | None = None  # the versions there were when this was last read
        self._pair: tuple[ModelFolder, ModelFolder] | None = None
        self._job: BulkJob | None = None
        self._executor = Executor(self)
        page.use_asked.connect(self.use)
        page.continue_asked.connect(self._continue)
        page.export_asked.connect(self._export)
        page.delete_asked.connect(self._delete)
        page.compare_asked.connect(self.compare)
        page.comparison.set_chosen.connect(self._compare_on)
        page.comparison.cancel_asked.connect(self._end_job)
        page.comparison.back_asked.connect(self._end_job)
        page.comparison.image_wanted.connect(self._read_image)

    def set_project(self, project: Project | None) -> None:
        """Show the versions of another project, or none; which there are is told by ``show_models``."""
        self._end_job()
        self._project, self._pair, self._known = project, None, None
        self.show_models([])

    def shutdown(self) -> None:
        """End the threads."""
        self._end_job()
        self._executor.shutdown()

    @Slot(object)
    def show_models(self, models: Sequence[ModelFolder]) -> None:
        """Show these versions, the newest first, once it is known which of them is used."""
        self._models = list(models)
        project = self._project
        if project is None or not models:
            self._page.show_models((), None, pinned=False)
            return
        self._executor.submit(
            lambda: chosen_version(project.dataset.models_folder),
            self._show,
            self.failed.emit,
            key="chosen",
            owner=self,
        )

    def _show(self, chosen: str | None) -> None:
        if not self._models:
            return
        pinned = any(model.reference == chosen for model in self._models)
        in_use = chosen if pinned and chosen is not None else self._models[0].reference
        better = None if pinned else better_than(self._models[0], self._models)
        self._page.show_models(self._models, in_use, pinned=pinned, better=better)
        self.in_use_changed.emit(in_use)
        known, self._known = self._known, frozenset(model.reference for model in self._models)
        if better is not None and known is not None and in_use not in known:
            self.worse_found.emit(better)

    # -- one version -----------------------------------------------------------------------------------------------

    @Slot(object)
    def use(self, reference: str | None) -> None:
        """Use this version for pre-labelling from now on; None for whichever is the newest."""
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: choose_version(project.dataset.models_folder, reference),
                lambda _done: self._chosen(reference),
                self.failed.emit,
                owner=self,
            )

    def _chosen(self, reference: str | None) -> None:
        self.show_models(self._models)
        used = reference or self._models[0].reference
        self.said.emit(self.tr("{model} is used for pre-labelling from now on.").format(model=used))

    @Slot(object)
    def _continue(self, model: ModelFolder) -> None:
        """Offer a run with the version's own settings that goes on from it."""
        self._executor.submit(lambda: going_on(model), self.spec_asked.emit, self.failed.emit, owner=self)

    @Slot(object)
    def _export(self, model: ModelFolder) -> None:
        proposed = f"{model.card.name}-v{model.card.version}.onnx"
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the network"), proposed, self.tr("ONNX files (*.onnx)")
        )
        if chosen:
            target = Path(chosen).with_suffix(".onnx")
            self._executor.submit(
                lambda: copy_network(model.onnx_path, model.path / CARD, target),
                lambda _done: self.said.emit(self.tr("Saved {file} and its card beside it.").format(file=target.name)),
                self.failed.emit,
                owner=self,
            )

    @Slot(object)
    def _delete(self, model: ModelFolder) -> None:
        answer = QMessageBox.question(
            self._page,
            self.tr("Delete {model}").format(model=model.reference),
            self.tr("Delete the network and the weights of {model}? This cannot be taken back. Its card stays, and its "
                    "number is not used again.").format(model=model.reference),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )  # fmt: skip
        if answer == QMessageBox.StandardButton.Discard:
            self._executor.submit(
                lambda: delete_version(model.path), lambda _done: self._deleted(model), self.failed.emit, owner=self,
                must_run=True,
            )  # fmt: skip

    def _deleted(self, model: ModelFolder) -> None:
        self.said.emit(self.tr("{model} is deleted.").format(model=model.reference))
        self.changed.emit()

    # -- two versions ----------------------------------------------------------------------------------------------

    @Slot(object)
    def compare(self, pair: Sequence[ModelFolder]) -> None:
        """Show two versions side by side, on the validation images where there are any."""
        project = self._project
        if project is None or len(pair) != 2:
            return
        self._pair = (pair[0], pair[1])
        self._executor.submit(lambda: _split_names(project.dataset), self._begin_on, self.failed.emit, owner=self)

    def _begin_on(self, sets: list[str]) -> None:
        if self._pair is None:
            return
        wanted = next((name for name in ("val", *sets) if name in sets), ALL_IMAGES)
        self._page.comparison.begin(self._pair, sets, wanted)
        self._page.show_comparison()
        self._compare_on(wanted)

    @Slot(str)
    def _compare_on(self, image_set: str) -> None:
        """Compare the two on the images of a set."""
        project, pair, view = self._project, self._pair, self._page.comparison
        if project is None or pair is None:
            return
        self._end_job()
        dataset = project.dataset
        view.set_working(working=True)
        job = self._job = BulkJob(
            lambda report, stop: compare_versions(dataset, pair, _names(dataset, image_set), on_progress=report,
                                                  should_stop=stop), self)  # fmt: skip
        job.progress.connect(view.show_progress)
        job.done.connect(self._show_found)
        job.failed.connect(self._not_compared)
        job.start()

    @Slot(object)
    def _show_found(self, found: list[ImageComparison]) -> None:
        if self._project is not None:
            self._page.comparison.show_found(found, self._project.label_list.color_of)

    @Slot(object)
    def _not_compared(self, error: BaseException) -> None:
        self._page.comparison.set_working_done()
        self.failed.emit(error)

    @Slot(str)
    def _read_image(self, name: str) -> None:
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: _seen(project.dataset, name), self._page.comparison.show_image, self.failed.emit,
                key="picture", owner=self,
            )  # fmt: skip

    @Slot()
    def _end_job(self) -> None:
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
            self._page.comparison.set_working_done()


def going_on(model: ModelFolder) -> "Spec":
    """Return the spec that the version was trained by, going on from it; the recipe's where that one is too old.

    Raises:
        SpecError: its kind of network is not known here.
    """
    from core.training.spec import Spec  # not above: pydantic would delay the window's start

    changes = {"name": model.card.name, "continue_from": model.reference, "weights": None}
    try:
        return Spec(**{**model.card.spec, **changes})
    except SpecError:
        return Spec.for_model(model.card.model, **changes)


def _split_names(dataset: Dataset) -> list[str]:
    """Return the lists of images that are parts of the dataset; runs in the background."""
    return [name for name in set_names(dataset) if not is_class_list(dataset, name)]


def _names(dataset: Dataset, image_set: str) -> list[str]:
    """Return the images of a set that are there, or all."""
    if image_set == ALL_IMAGES:
        return [entry.name for entry in dataset.entries]
    return [name for name in read_set(dataset, image_set) if name in dataset]


def _seen(dataset: Dataset, name: str) -> SeenImage:
    """Read a picture; runs in the background."""
    path = dataset.entry(name).path
    return SeenImage(name, read_thumbnail(path, _DECODED), read_size(path))
