"""Connects the evaluation page to the open project: measures in the background, opens images, takes views over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.inference.latency import Latency, measure_latency
from core.inference.model_folder import ModelFolder
from core.inference.model_use import ModelUse
from core.review.evaluation.measuring import assess
from core.review.int8_report import Int8Report, read_report
from core.voc.dataset import Dataset
from core.voc.image_sets import is_class_list, set_names
from desktop.annotate.page import AnnotatePage
from desktop.evaluate.findings import Finding
from desktop.evaluate.int8_process import Int8Process
from desktop.evaluate.opened import Opened, open_kept, opened
from desktop.evaluate.page import EvaluatePage
from desktop.evaluate.size_runs import SizeRuns
from desktop.evaluate.taking_over import TakingOver
from desktop.evaluate.version_use import VersionUse
from desktop.jobs.bulk_job import BulkJob, Report, ShouldStop
from desktop.jobs.executor import Executor
from desktop.jobs.progress import counting
from desktop.project import Project

_REST_MS = 1500  # after so long without another edit it is looked whether the evaluation is still true


class Evaluating(QObject):
    """Does what the page asks for; what is long runs on threads of its own, or as a process."""

    image_asked = Signal(str, object)  # name, place of the object or None
    images_asked = Signal(object)  # tuple of names, to be shown in the gallery
    use_changed = Signal(object)  # ModelFolder: its threshold or its network is another
    said = Signal(str)
    warned = Signal(str)
    failed = Signal(object)

    def __init__(self, page: EvaluatePage, annotate: AnnotatePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._annotate = annotate
        self._project: Project | None = None
        self._opened: Opened | None = None
        self._job: BulkJob | None = None
        self._executor = Executor(self)
        self._int8 = Int8Process(self)
        self.sizes = SizeRuns(page.size, self)
        self._taking_over = TakingOver(annotate, self)
        self._use = VersionUse(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_again)
        self._connect()

    def _connect(self) -> None:
        page = self._page
        page.choice_changed.connect(self.load)
        page.evaluate_asked.connect(self.evaluate)
        page.cancel_asked.connect(self._cancel)
        page.figures.threshold_changed.connect(self._set_threshold)
        page.figures.threshold_kept.connect(lambda value: self._use.keep_threshold(page.chosen_model, value))
        page.confusion.images_asked.connect(self.images_asked)
        for view in (page.mistakes, page.errors, page.confusion.findings):
            view.open_asked.connect(lambda finding: self.image_asked.emit(finding.image, finding.place))
        page.errors.accept_asked.connect(self._accept)
        page.speed.measure_asked.connect(self._measure_latency)
        page.speed.int8_asked.connect(self._try_int8)
        page.speed.int8_used.connect(lambda used: self._use.use_int8(page.chosen_model, used=used))
        page.size.start_asked.connect(lambda: self.sizes.start(page.chosen_model))
        self._int8.done.connect(self._int8_done)
        self._int8.failed.connect(self._int8_failed)
        self._taking_over.done.connect(page.errors.mark_done)
        self._taking_over.said.connect(self.said)
        self._taking_over.warned.connect(self.warned)
        self._use.kept.connect(self._use_kept)
        self._use.said.connect(self.said)
        for part in (self.sizes, self._taking_over, self._use):
            part.failed.connect(self.failed)

    # -- what it is told -------------------------------------------------------------------------------------------

    def set_project(self, project: Project | None) -> None:
        """Judge the models of another project, or of none."""
        self._end()
        self._int8.end()
        self._executor.shutdown()
        self._executor = Executor(self)
        self._project, self._opened = project, None
        self._page.crops.set_dataset(project.dataset if project is not None else None)
        self.sizes.set_project(project)
        self._page.set_models([])
        self._page.set_image_sets(())
        self._page.show_opened(None)
        self._page.speed.show_latency(None)
        if project is not None:
            self._page.set_colors(lambda label: project.label_list.color_of(label))

    @Slot(object)
    def set_models(self, models: Sequence[ModelFolder]) -> None:
        """Offer these versions, newest first."""
        self._page.set_models(models)
        if self._page.isVisible():
            self.load()

    @Slot(str)
    def note_page(self, name: str) -> None:
        """Open what was kept when the page is looked at."""
        self.sizes.watch(watched=name == "evaluate")
        if name == "evaluate":
            self._read_sets()

    @Slot()
    def note_change(self, *_what: object) -> None:
        """Note that an annotation was saved: what is shown may no longer be true."""
        self._rest.start()

    def shutdown(self) -> None:
        """End threads and processes; runs go on."""
        self._end()
        self._int8.end()
        self._use.shutdown()
        self.sizes.shutdown()
        self._page.crops.shutdown()
        self._executor.shutdown()

    # -- opening ---------------------------------------------------------------------------------------------------

    def _read_sets(self) -> None:
        project = self._project
        if project is not None:
            self._executor.submit(
                lambda: _sets(project.dataset), self._take_sets, self.failed.emit, key="sets", owner=self
            )

    def _take_sets(self, names: list[str]) -> None:
        self._page.set_image_sets(names)
        self.load()

    @Slot()
    def load(self) -> None:
        """Open what was kept of the chosen version on the chosen set."""
        project, model, image_set = self._project, self._page.chosen_model, self._page.chosen_set
        if project is None or model is None or self._job is not None:
            return
        dataset = project.dataset
        self._executor.submit(
            lambda: (open_kept(dataset, _as_used(model), image_set), ModelUse.read(model.path), read_report(model)),
            lambda found: self._show(model, *found),
            self.failed.emit,
            key="load",
            owner=self,
        )

    def _show(self, model: ModelFolder, found: Opened | None, use: ModelUse, report: Int8Report | None) -> None:
        if self._page.chosen_model != model:
            return
        self._opened = found
        self._page.show_opened(found)
        self._page.figures.show_kept(use.threshold)
        self._page.speed.show_int8(report, used=use.quantised)

    @Slot(object, object)
    def _use_kept(self, model: ModelFolder, use: ModelUse) -> None:
        """Show how a version is used from now on."""
        self.use_changed.emit(model)
        if self._page.chosen_model == model:
            self._page.figures.show_kept(use.threshold)
            self.load()

    def _look_again(self) -> None:
        if self._page.isVisible():
            self.load()

    # -- measuring -------------------------------------------------------------------------------------------------

    @Slot()
    def evaluate(self) -> None:
        """Measure the chosen version on the chosen set."""
        project, model, image_set = self._project, self._page.chosen_model, self._page.chosen_set
        if project is None or model is None or self._job is not None:
            return
        self._annotate.save_now()
        dataset = project.dataset

        def work(report: Report, stop: ShouldStop) -> Opened | None:
            used = _as_used(model)
            made = assess(dataset, used, image_set, on_progress=counting(report), should_stop=stop)
            return None if made is None else opened(made, used, stale=False)

        self._begin(work, self._evaluated, self.tr("Evaluating {model}").format(model=model.reference))

    def _evaluated(self, found: Opened | None) -> None:
        if found is None:
            self.said.emit(self.tr("The evaluation was cancelled; nothing was kept."))
            self.load()
            return
        if found.evaluation.header.image_set != self._page.chosen_set:  # chosen while the sets were not read yet
            self.load()
            return
        self._opened = found
        self._page.show_opened(found)

    def _measure_latency(self) -> None:
        project, model = self._project, self._page.chosen_model
        if project is None or model is None or self._job is not None:
            return
        entries = project.dataset.entries

        def work(report: Report, stop: ShouldStop) -> Latency:
            paths = [entry.path for entry in entries]
            return measure_latency(_as_used(model), paths, on_progress=counting(report), should_stop=stop)

        self._begin(work, self._timed, self.tr("Measuring the time of {model}").format(model=model.reference))

    def _timed(self, latency: Latency) -> None:
        self._page.speed.show_latency(latency if latency.timings else None)

    def _begin(self, work: Callable[..., object], done: Callable[..., None], words: str) -> None:
        job = self._job = BulkJob(work, self)
        job.progress.connect(self._page.show_progress)
        job.done.connect(lambda result: (self._end(), done(result)))
        job.failed.connect(self._not_done)
        self._page.set_working(working=True, words=words)
        job.start()

    @Slot(object)
    def _not_done(self, error: BaseException) -> None:
        self._end()
        self.failed.emit(error)

    def _cancel(self) -> None:
        self._page.cancel.setEnabled(False)
        if self._job is not None:
            self._job.cancel()
        if self._int8.busy:
            self._int8.end()
            self._page.set_working(working=False)

    def _end(self) -> None:
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
        self._page.set_working(working=False)

    # -- the threshold ---------------------------------------------------------------------------------------------

    def _set_threshold(self, threshold: float) -> None:
        found = self._opened
        if found is not None:
            self._executor.submit(
                lambda: found.at(threshold), self._show_at, self.failed.emit, key="threshold", owner=self
            )

    def _show_at(self, found: Opened) -> None:
        if self._opened is not None and found.evaluation is self._opened.evaluation:
            self._opened = found
            self._page.show_at_threshold(found)

    # -- the smaller network ---------------------------------------------------------------------------------------

    def _try_int8(self, limit: float) -> None:
        project, model = self._project, self._page.chosen_model
        if project is None or model is None or self._job is not None or self._int8.busy:
            return
        self._annotate.save_now()
        self._page.set_working(
            working=True, words=self.tr("Making and measuring a smaller {model}").format(model=model.reference)
        )
        self._int8.start(project.dataset.root, model.reference, self._page.chosen_set, limit)

    def _int8_done(self) -> None:
        self._page.set_working(working=False)
        self.load()

    def _int8_failed(self, words: str) -> None:
        self._page.set_working(working=False)
        self.warned.emit(words)

    # -- label errors ----------------------------------------------------------------------------------------------

    def _accept(self, finding: Finding) -> None:
        """Take over the model's view of a probable label error."""
        project, found, model = self._project, self._opened, self._page.chosen_model
        if project is not None and found is not None and model is not None:
            self._taking_over.accept(finding, found, model, project.dataset, self._executor)


def _as_used(model: ModelFolder) -> ModelFolder:
    """Return the version as it is used now: the list of versions may be older than the choice of its network."""
    return ModelFolder.open(model.path)


def _sets(dataset: Dataset) -> list[str]:
    """Return the image sets that are splits; reads them, so not on the main thread."""
    return [name for name in set_names(dataset) if not is_class_list(dataset, name)]
