"""Builds the window's objects, the only place that does, and keeps the project that is open."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from core.errors import AnnotrainError
from core.inference.model_folder import name_for
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList
from core.voc.listing import Entries
from desktop import language, remembering, theme
from desktop.annotate.page import AnnotatePage
from desktop.annotate.prompting import Prompting
from desktop.browse.browse import Browse
from desktop.bulk.late import BulkReview
from desktop.comfort import Comfort
from desktop.connections import connect
from desktop.dataset.batches import Batches
from desktop.dataset.check_page import CheckPage
from desktop.dataset.checking import Checking
from desktop.dataset.dataset_actions import DatasetWork
from desktop.evaluate.late import Evaluation
from desktop.interchange.interchange import Interchange
from desktop.interchange.mask_pngs import MaskPngs
from desktop.jobs import long_lived
from desktop.jobs.training_monitor import TrainingMonitor
from desktop.main_window import MainWindow
from desktop.models.benchmarks import Benchmarks
from desktop.models.page import ModelsPage
from desktop.models.versions import Versions
from desktop.news import News
from desktop.next.page import NextPage
from desktop.next.proposing import Proposing
from desktop.opening import Opening
from desktop.project import Project
from desktop.reports.late import Reports
from desktop.review.review import Review
from desktop.settings import Settings
from desktop.train.advice_panel import AdvicePanel
from desktop.train.advising import Advising
from desktop.train.compare_panel import ComparePanel
from desktop.train.page import TrainPage
from desktop.train.run_comparing import RunComparing
from desktop.train.runs import Runs
from desktop.train.split_report import SplitReport
from desktop.train.tuning import Tuning
from desktop.watching.watching import Watching

Follower = (
    Batches
    | DatasetWork
    | Checking
    | Browse
    | BulkReview
    | Tuning
    | SplitReport
    | Advising
    | Versions
    | Evaluation
    | Benchmarks
    | Watching
    | Reports
    | Proposing
)


class App(QObject):
    """The program round one window: its parts, and the project that is open."""

    def __init__(self, settings: Settings, window: MainWindow) -> None:
        super().__init__()
        self.settings = settings
        self.project: Project | None = None
        self._put_off: Callable[[], None] | None = None
        self.window = window
        self.annotate, self.train = AnnotatePage(), TrainPage()
        window.furnish(self.annotate, self.train)
        self.setParent(window)  # they live and die together
        self.news = News(window, self)
        self.opening = Opening(window, settings, self)
        self.monitor = TrainingMonitor(self)
        self.runs = Runs(self.train, self.monitor, self.annotate.save_now, self)
        self.tuning = Tuning(self.train.form, window, self.annotate.save_now, self)
        self.split_report = SplitReport(self.train.new_run, self)
        self.review = Review(self.annotate, self)
        self.suggestions, self.bar = self.review.suggestions, self.review.bar
        self.batches = Batches(self.annotate, window, self)
        self.check = CheckPage()
        self.checking = Checking(self.check, self.annotate, self.batches, self)
        self.dataset_work = DatasetWork(self.annotate, self.batches, window)
        self.interchange = Interchange(window, window.actions_by_name, self.root, self.annotate.save_now, self)
        self.mask_pngs = MaskPngs(self.annotate, self.batches, self)
        self.browse = Browse(self.annotate, settings, self)
        self.prompting = Prompting(self.annotate, settings, self)
        self.advice, self.compare = AdvicePanel(), ComparePanel()
        self.advising = Advising(self.advice, self)
        self.run_comparing = RunComparing(self.compare, self.train.runs, self)
        self.models = ModelsPage()
        self.versions = Versions(self.models, self)
        self.benchmarks = Benchmarks(self.models.benchmarks, self.browse.selected, self)
        self.evaluation = Evaluation(self.annotate, self)
        self.watching = Watching(window, window.actions_by_name, lambda: self.annotate.current_name, self)
        self.bulk_review = BulkReview(self.annotate, self.batches, window, self)
        self.reports = Reports(self)
        self.next_page = NextPage()
        self.proposing = Proposing(self.next_page, self.annotate, self)
        connect(self)
        window.build_menus()
        self.comfort = Comfort(window, settings, self)  # the last: it knows all actions there are
        self.comfort.add_section(self.prompting.section)
        self.comfort.keys_changed.connect(self.bar.tell_keys)
        self.bar.tell_keys(window.actions_by_name)
        remembering.bring_back(window, settings)
        geometry = settings.geometry("window")
        if geometry is not None:
            window.restoreGeometry(geometry)

    # -- projects --------------------------------------------------------------------------------------------------

    def open_folder(self, root: Path) -> None:
        """Open the dataset in ``root``: the list appears as soon as the folder is read, the rest follows."""
        self.opening.open_folder(root)

    @Slot(object)
    def open_anew(self, root: Path) -> None:
        """Open the dataset that is open once more, for it holds other images now; who is about to leave it does not."""
        if self._put_off is None:
            self.open_folder(root)

    def root(self) -> Path | None:
        """Return the folder of the open project, None while none is open."""
        return None if self.project is None else self.project.dataset.root

    @Slot(object, object)
    def show_project(self, dataset: Dataset, label_list: LabelList) -> None:
        """Show the dataset that was read, in the place of the one before, once no files are changed there any more."""
        if self._puts_off(lambda: self.open_folder(dataset.root)) or not self.may_close():
            return
        self._drop_project()
        self.window.banner.hide()
        project = self.project = Project(dataset, label_list, self)
        project.summaries_read.connect(self.annotate.set_summaries)
        project.summaries_read.connect(long_lived.keep)
        project.summary_changed.connect(self.annotate.update_summary)
        project.labels_found.connect(self.annotate.set_label_list)
        project.failed.connect(self.news.tell_error)
        for seen in (self.annotate.pictures.ready, self.annotate.pictures.failed):
            seen.connect(project.begin_reading)  # the first picture goes before what all files hold
        self.annotate.open_dataset(dataset, label_list)
        self.window.show_project(project.name)
        self.runs.set_project(project, name_for(project.name))
        for part in self._followers():
            part.set_project(project)
        try:
            self.review.set_project(project)
        except AnnotrainError as error:  # what waits for a verdict cannot be read; the rest can
            self.news.tell_error(error)

    @Slot()
    def close_project(self) -> None:
        """Save everything and go back to the start page."""
        if not self._puts_off(self.close_project) and self.may_close():
            self._drop_project()
            self.window.banner.hide()
            self.window.show_start()

    def _puts_off(self, step: Callable[[], None]) -> bool:
        """Tell whether many files of the open dataset are being changed; the newest ``step`` is made after that."""
        busy = self.batches.busy or self.bulk_review.busy
        self._put_off = step if busy else None
        return busy

    @Slot()
    def go_on(self) -> None:
        """Make the step that was put off while files were changed."""
        step, self._put_off = self._put_off, None
        if step is not None:
            step()

    def _drop_project(self) -> None:
        """End what belongs to the open project."""
        if self.project is None:
            return
        self.annotate.save_now()
        for part in (*self._followers(), self.runs, self.review):
            part.set_project(None)
        self.project.close()
        self.project.deleteLater()
        self.project = None
        long_lived.let_go()
        self.window.run_words.clear()

    def _followers(self) -> tuple[Follower, ...]:
        """Return the parts that are told of the project and nothing more."""
        return (
            self.batches, self.dataset_work, self.checking, self.browse, self.tuning,
            self.split_report, self.advising, self.versions, self.evaluation, self.bulk_review, self.benchmarks,
            self.watching,
            self.reports, self.proposing,
        )  # fmt: skip

    def may_close(self) -> bool:
        """Save; where something could not be saved, ask whether to lose it."""
        if self.project is None or self.annotate.save_now():
            return True
        answer = QMessageBox.warning(
            self.window,
            self.tr("Not everything is saved"),
            self.tr("The edits of {names} could not be written. Close and lose them?").format(
                names=", ".join(self.annotate.unsaved()[:5])
            ),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    @Slot()
    def shutdown(self) -> None:
        """Save, and end every thread; runs go on without the window."""
        self.settings.set_geometry("window", self.window.saveGeometry())
        self.settings.tool_options, self.settings.display = self.annotate.canvas.options, self.annotate.canvas.display
        remembering.keep(self.window, self.settings)
        self.opening.shutdown()
        self._drop_project()
        for part in (
            self.runs, self.tuning, self.split_report, self.advising, self.run_comparing, self.versions,
            self.benchmarks, self.watching, self.evaluation, self.bulk_review, self.review, self.browse,
            self.prompting, self.annotate,
            self.reports, self.proposing,
        ):  # fmt: skip
            part.shutdown()

    @Slot(str)
    def refresh(self, name: str) -> None:
        """Bring the list and the plan up to date after an image was saved."""
        if self.project is not None:
            self.project.refresh(name)

    @Slot(object, object)
    def grow(self, entries: Entries, names: Sequence[str]) -> None:
        """Take images into the open dataset that have arrived in it; what is open stays open."""
        if self.project is None:
            return
        self.project.dataset.entries = entries
        self.annotate.parts.images.model.grow(entries)
        self.browse.show_arrived()
        for name in names:
            self.project.refresh(name)

    @Slot(object)
    def keep_labels(self, label_list: LabelList) -> None:
        """Keep the labels that a person changed."""
        if self.project is not None:
            self.project.save_labels(label_list)
            self.review.ghosts.paint()

    @Slot(str, object)
    def show_object(self, image: str, place: int | None) -> None:
        """Open an image on the annotate page, with one of its objects selected where a place is given."""
        self.window.show_annotate()
        self.annotate.show_image(image)
        self.annotate.selection.set(() if place is None else (place,))

    @Slot(str, int)
    def show_suggestion(self, image: str, suggestion: int) -> None:
        """Open an image on the annotate page with that suggestion the current one; 0 is none."""
        self.window.show_annotate()
        if suggestion:
            self.suggestions.show_suggestion(image, suggestion)
        else:
            self.annotate.show_image(image)

    def prelabel_with(self, reference: str) -> None:
        """Go to the annotate page and pre-label the unlabelled images with that version."""
        self.window.show_annotate()
        self.bar.choose_model(reference)
        self.bar.start_prelabel()


def build_window(settings: Settings | None = None) -> MainWindow:
    """Build everything round one window and return it, not shown yet; a QApplication must be there.

    The objects behind it are reached as ``window.app``.
    """
    application = QApplication.instance()
    chosen = settings or Settings()
    language.use(chosen.language)
    theme.apply(application, chosen.theme)
    return furnished(MainWindow(), chosen)


SWITCH_SECONDS = 0.0005
"""How long a background thread may keep the interpreter while the window waits for it: Python's own 5 ms at each of the
many calls of a repaint are a stall that a person feels while many files are read."""


def furnished(window: MainWindow, settings: Settings) -> MainWindow:
    """Build everything round a bare window and return it."""
    sys.setswitchinterval(SWITCH_SECONDS)
    window.app = App(settings, window)
    return window
