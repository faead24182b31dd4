"""Builds the window's objects and connects them: the only place that does."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from core.errors import AnnotrainError
from core.inference.model_folder import name_for
from core.training.run_folder import RunState
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList
from desktop import language, theme
from desktop.annotate.page import AnnotatePage
from desktop.annotate.prompting import Prompting
from desktop.browse.browse import Browse
from desktop.comfort import Comfort
from desktop.dataset.batches import Batches
from desktop.dataset.check_page import CheckPage
from desktop.dataset.checking import Checking
from desktop.dataset.dataset_actions import DatasetWork
from desktop.interchange import mask_pngs
from desktop.interchange.interchange import Interchange
from desktop.interchange.mask_pngs import MaskPngs
from desktop.interchange.too_deep import TooDeepDialog
from desktop.jobs.training_monitor import RunSummary, TrainingMonitor
from desktop.main_window import MainWindow, page_spec
from desktop.opening import Opening
from desktop.project import Project
from desktop.review.bulk_work import BulkWork
from desktop.review.suggestion_bar import SuggestionBar
from desktop.review.suggestions import Suggestions
from desktop.settings import Settings
from desktop.train.page import TrainPage
from desktop.train.runs import Runs
from desktop.train.tiles import state_words


class App(QObject):
    """The program round one window: its parts, and the project that is open."""

    def __init__(self, settings: Settings, window: MainWindow) -> None:
        super().__init__()
        self.settings = settings
        self.project: Project | None = None
        self.annotate = AnnotatePage()
        self.annotate.canvas.set_options(self.settings.tool_options)
        self.train = TrainPage()
        self.window = window
        window.furnish(self.annotate, self.train)
        self.setParent(self.window)  # they live and die together
        self.opening = Opening(self.window, settings, self)
        self.monitor = TrainingMonitor(self)
        self.runs = Runs(self.train, self.monitor, self.annotate.save_now, self)
        self.suggestions = Suggestions(self.annotate, self)
        self.bar = SuggestionBar(self.suggestions)
        self.bulk = BulkWork(self.annotate, self.suggestions, self.bar, self)
        self.batches = Batches(self.annotate, self.window, self)
        self.check = CheckPage()
        self.checking = Checking(self.check, self.annotate, self.batches, self)
        self.dataset_work = DatasetWork(self.annotate, self.batches, self.window)
        book = self.window.actions_by_name
        self.interchange = Interchange(self.window, book, self.root, self.annotate.save_now, self)
        self.mask_pngs = MaskPngs(self.annotate, self.batches, self)
        book.add(mask_pngs.spec(), self.mask_pngs.take)
        self.annotate.add_bar(self.bar)
        self.browse = Browse(self.annotate, settings, self)
        self.prompting = Prompting(self.annotate, settings, self)
        self._connect_window()
        self._connect_actions()
        self._connect_work()
        self._connect_dataset()
        self._connect_browse()
        self._connect_check()
        self.window.build_menus()
        self.comfort = Comfort(self.window, settings, self)  # the last: it knows all actions there are
        self.comfort.add_section(self.prompting.section)
        self.prompting.files_wanted.connect(self.comfort.show_preferences)
        geometry = settings.geometry("window")
        if geometry is not None:
            self.window.restoreGeometry(geometry)

    # -- connections -----------------------------------------------------------------------------------------------

    def _connect_window(self) -> None:
        """Opening, saving, closing."""
        window = self.window
        window.may_close = self._may_close
        window.closing.connect(self.shutdown)
        self.opening.opened.connect(self._show_project)
        self.opening.failed.connect(self.show_error)
        self.opening.too_deep.connect(lambda name, folders: TooDeepDialog(name, folders, window).open())
        self.opening.left_out.connect(self._tell_left_out)
        self.opening.foreign_found.connect(self._offer_import)
        self.interchange.open_asked.connect(self.open_folder)
        self.mask_pngs.warned.connect(window.banner.show_problem)
        self.annotate.status.connect(window.show_message)
        self.annotate.annotation_saved.connect(self._saved)
        self.annotate.labels_changed.connect(self._labels_changed)
        self.annotate.counted.connect(self._count)
        self.annotate.set_asking(self.settings.ask_label)
        self.annotate.asking_changed.connect(self._keep_asking)

    def _connect_actions(self) -> None:
        """Menus."""
        window, actions = self.window, self.window.actions_by_name
        actions["close"].triggered.connect(self.close_project)
        actions["quit"].triggered.connect(window.close)
        actions["start_run"].triggered.connect(lambda: (window.show_train(), self.train.start()))
        actions["stop_run"].triggered.connect(self.train.stop)
        actions["resume_run"].triggered.connect(self.train.resume)
        actions["prelabel"].triggered.connect(lambda: (window.show_annotate(), self.bar.start_prelabel()))

    def _connect_work(self) -> None:
        """Runs, suggestions, bulk work."""
        banner = self.window.banner
        self.runs.begun.connect(
            lambda run: (banner.hide(), self.window.show_message(self.tr("Training has begun: {run}").format(run=run)))
        )
        self.runs.models_found.connect(self.bar.set_models)
        self.monitor.runs_changed.connect(self._tell_running)
        self.monitor.run_ended.connect(self._run_ended)
        self.suggestions.counts_changed.connect(self.annotate.set_suggestion_counts)
        self.bar.prelabel_asked.connect(banner.hide)
        self.bar.refused.connect(banner.show_problem)
        self.bulk.said.connect(self.window.show_message)
        self.bulk.warned.connect(banner.show_problem)
        self.bulk.accepted.connect(lambda words, take_back: banner.show_success(words, self.tr("Undo"), take_back))
        for part in (self.runs, self.suggestions, self.bulk):
            part.failed.connect(self.show_error)

    def _connect_dataset(self) -> None:
        """Changes in the whole dataset."""
        banner = self.window.banner
        for spec, call in self.dataset_work.offers():
            self.window.actions_by_name.add(spec, call)
        self.batches.said.connect(self.window.show_message)
        self.batches.warned.connect(banner.show_problem)
        self.batches.done.connect(lambda words, take_back: banner.show_success(words, self.tr("Undo"), take_back))
        for part in (self.batches, self.dataset_work):
            part.failed.connect(self.show_error)
        self.dataset_work.reopen_asked.connect(self.open_folder)

    def _connect_check(self) -> None:
        """The page of problems."""
        window, checking = self.window, self.checking
        tip = self.tr("What is wrong with the dataset, with a remedy each")
        spec = page_spec("check", self.tr("&Check"), "Alt+5", tip)
        window.add_page(spec, self.check, self.tr("Check"), before="train")
        window.page_shown.connect(checking.note_page)
        self.annotate.annotation_saved.connect(checking.note_change)
        checking.counted.connect(lambda count, _serious: window.set_badge("check", count))
        checking.image_asked.connect(self.show_object)
        checking.images_asked.connect(self.browse.show)
        checking.failed.connect(self.show_error)
        checking.counted.connect(lambda _count, serious: self.train.set_serious_problems(serious))
        self.check.card.settings_asked.connect(self.dataset_work.open_settings)
        self.train.check_asked.connect(lambda: window.show_page("check"))

    @Slot(str, object)
    def show_object(self, image: str, place: int | None) -> None:
        """Open an image on the annotate page, with one of its objects selected where a place is given."""
        self.window.show_annotate()
        self.annotate.show_image(image)
        self.annotate.selection.set(() if place is None else (place,))

    def _connect_browse(self) -> None:
        """The pages of all images and of their figures."""
        window, browse = self.window, self.browse
        pages = (
            ("gallery", browse.gallery, self.tr("&Images"), "Alt+3", self.tr("All images at a glance"),
             self.tr("Images")),
            ("statistics", browse.statistics, self.tr("&Statistics"), "Alt+4",
             self.tr("What is labelled, how large and where"), self.tr("Statistics")),
        )  # fmt: skip
        for name, page, text, keys, tip, short in pages:
            window.add_page(page_spec(name, text, keys, tip), page, short, before="train")
        browse.page_asked.connect(window.show_page)
        window.page_shown.connect(browse.note_page)
        browse.batch_asked.connect(self.batches.do)
        browse.failed.connect(self.show_error)
        self.suggestions.counts_changed.connect(browse.searching.note_change)

    # -- projects --------------------------------------------------------------------------------------------------

    def open_folder(self, root: Path) -> None:
        """Open the dataset in ``root``: the list appears as soon as the folder is read, the rest follows."""
        self.opening.open_folder(root)

    def root(self) -> Path | None:
        """Return the folder of the open project, None while none is open."""
        return None if self.project is None else self.project.dataset.root

    @Slot(object)
    def _tell_left_out(self, problems: tuple[AnnotrainError, ...]) -> None:
        """Say what a zip file held that was not unpacked."""
        words = self.tr("%n file(s) of the zip file were left out or renamed; the first: {problem}", "", len(problems))
        self.window.banner.show_problem(words.format(problem=problems[0]))

    @Slot(Path, str)
    def _offer_import(self, root: Path, title: str) -> None:
        """Offer to import annotations of another format that lie in the folder that was opened."""
        if root == self.root():
            words = self.tr("This folder holds annotations of another format ({title}), which are not shown here.")
            self.window.banner.show_problem(
                words.format(title=title), self.tr("Import…"), lambda: self.interchange.import_dataset(root)
            )

    @Slot(object, object)
    def _show_project(self, dataset: Dataset, label_list: LabelList) -> None:
        """Show the dataset that was read, in the place of the one before."""
        if not self._may_close():
            return
        self._drop_project()
        self.window.banner.hide()
        project = self.project = Project(dataset, label_list, self)
        project.summaries_read.connect(self.annotate.set_summaries)
        project.summary_changed.connect(self.annotate.update_summary)
        project.labels_found.connect(self.annotate.set_label_list)
        project.failed.connect(self.show_error)
        for seen in (self.annotate.pictures.ready, self.annotate.pictures.failed):
            seen.connect(project.read_all)  # the first picture goes before what all files hold
        self.annotate.open_dataset(dataset, label_list)
        self.window.show_project(project.name)
        self.runs.set_project(project, name_for(project.name))
        self.bulk.set_project(project)
        self.batches.set_project(project)
        self.dataset_work.set_project(project)
        self.checking.set_project(project)
        self.browse.set_project(project)
        try:
            self.suggestions.set_project(project)
        except AnnotrainError as error:  # what waits for a verdict cannot be read; the rest can
            self.show_error(error)

    @Slot()
    def close_project(self) -> None:
        """Save everything and go back to the start page."""
        if self._may_close():
            self._drop_project()
            self.window.banner.hide()
            self.window.show_start()

    def _drop_project(self) -> None:
        """End what belongs to the open project."""
        if self.project is None:
            return
        self.annotate.save_now()
        self.bulk.set_project(None)
        self.browse.set_project(None)
        self.batches.set_project(None)
        self.dataset_work.set_project(None)
        self.checking.set_project(None)
        self.runs.set_project(None)
        self.suggestions.set_project(None)
        self.project.close()
        self.project.deleteLater()
        self.project = None
        self.window.run_words.clear()

    def _may_close(self) -> bool:
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
        self.settings.tool_options = self.annotate.canvas.options
        self.opening.shutdown()
        self._drop_project()
        self.runs.shutdown()
        self.suggestions.shutdown()
        self.browse.shutdown()
        self.prompting.shutdown()
        self.annotate.shutdown()

    @Slot(str)
    def _saved(self, name: str) -> None:
        """Bring the list and the plan up to date after an image was saved."""
        if self.project is not None:
            self.project.refresh(name)

    @Slot(object)
    def _labels_changed(self, label_list: LabelList) -> None:
        """Keep the labels that a person changed."""
        if self.project is not None:
            self.project.save_labels(label_list)
            self.suggestions.repaint()

    @Slot(bool)
    def _keep_asking(self, ask: bool) -> None:
        """Remember whether labels are asked for."""
        self.settings.ask_label = ask

    @Slot(int, int)
    def _count(self, labelled: int, images: int) -> None:
        """Say in the status bar how far the labelling is: the very count of the image list."""
        self.window.project_words.setText(
            self.tr("{labelled} of {images} images labelled").format(labelled=labelled, images=images)
        )

    # -- what happened ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _tell_running(self, runs: list[RunSummary]) -> None:
        """Say in the status bar whether a run is at work."""
        running = next((run for run in runs if run.state is RunState.RUNNING), None)
        words = (
            self.tr("Training {name}: epoch {epoch} of {epochs}").format(
                name=running.spec.name, epoch=running.epoch, epochs=running.spec.epochs
            )
            if running
            else ""
        )
        self.window.run_words.setText(words)

    @Slot(object)
    def _run_ended(self, run: RunSummary) -> None:
        """Say how a run ended, and offer to use what it published."""
        banner = self.window.banner
        if run.model is not None:
            model = run.model
            quality = f", mAP50 {run.best_map50:.2f}" if run.best_map50 is not None else ""
            words = self.tr("{state}: {model}{quality} on {images} validation images.").format(
                state=state_words(run.state), model=model, quality=quality, images=run.val_images
            )
            banner.show_success(words, self.tr("Pre-label unlabelled images"), lambda: self.prelabel_with(model))
        elif run.state in (RunState.FAILED, RunState.LOST):
            reason = run.message or self.tr("its process is gone; press Resume to go on from the last checkpoint.")
            banner.show_problem(
                self.tr("Training {name} ended: {reason}").format(name=run.spec.name, reason=reason),
                self.tr("Show"),
                self.window.show_train,
            )

    def prelabel_with(self, reference: str) -> None:
        """Go to the annotate page and pre-label the unlabelled images with that version."""
        self.window.show_annotate()
        self.bar.choose_model(reference)
        self.bar.start_prelabel()

    @Slot(object)
    def show_error(self, error: BaseException) -> None:
        """Say what went wrong and what to do; what nobody expected is reported elsewhere."""
        if isinstance(error, AnnotrainError):
            self.window.banner.show_problem(str(error))


def build_window(settings: Settings | None = None) -> MainWindow:
    """Build everything round one window and return it, not shown yet; a QApplication must be there.

    The objects behind it are reached as ``window.app``.
    """
    application = QApplication.instance()
    chosen = settings or Settings()
    language.use(chosen.language)
    theme.apply(application, chosen.theme)
    return furnished(MainWindow(), chosen)


def furnished(window: MainWindow, settings: Settings) -> MainWindow:
    """Build everything round a bare window and return it."""
    window.app = App(settings, window)
    return window
