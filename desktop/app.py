"""Builds the window's objects and connects them: the only place that does."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from core import sample_project
from core.errors import AnnotrainError
from core.inference.model_folder import ModelFolder, list_models
from core.review.prelabel import PrelabelResult, prelabel
from core.training.launch import start_worker
from core.training.run_folder import RunFolder, RunState
from core.training.spec import Spec
from core.voc.dataset import Dataset, ImageEntry
from core.voc.label_list import LabelList
from desktop import theme
from desktop.actions import shortcuts_of
from desktop.annotate.page import AnnotatePage
from desktop.error_report import ErrorReport, log_path, start_log
from desktop.help import AboutDialog, ShortcutsDialog
from desktop.jobs.bulk_job import BulkJob
from desktop.jobs.executor import Executor
from desktop.jobs.training_monitor import RunSummary, TrainingMonitor
from desktop.main_window import MainWindow
from desktop.project import Project, open_project
from desktop.review.bulk_accept import BulkResult, accept_everywhere, take_back
from desktop.review.suggestion_bar import Scope, SuggestionBar
from desktop.review.suggestions import Suggestions
from desktop.settings import Settings
from desktop.train.page import TrainPage


class App(QObject):
    """The program round one window: what is asked on one page is done here and shown on the others."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.project: Project | None = None
        self.annotate = AnnotatePage()
        self.train = TrainPage()
        self.window = MainWindow(self.annotate, self.train)
        self.setParent(self.window)  # they live and die together
        self.executor = Executor(self)
        self.monitor = TrainingMonitor(self)
        self.suggestions = Suggestions(self.annotate, self)
        self.bar = SuggestionBar(self.suggestions)
        self.annotate.add_bar(self.bar)
        self._job: BulkJob | None = None
        self._opening: Path | None = None
        self._connect_window()
        self._connect_training()
        self._connect_review()
        self._show_recent()
        self._restore()

    # -- connections -----------------------------------------------------------------------------------------------

    def _connect_window(self) -> None:
        """Menus, start page, theme, closing."""
        window, actions = self.window, self.window.actions_by_name
        actions["open"].triggered.connect(self.ask_for_folder)
        actions["sample"].triggered.connect(self.ask_for_sample)
        actions["close"].triggered.connect(self.close_project)
        actions["quit"].triggered.connect(window.close)
        actions["shortcuts"].triggered.connect(lambda: ShortcutsDialog(shortcuts_of(window.menus), window).show())
        actions["about"].triggered.connect(lambda: AboutDialog(window).show())
        actions["log"].triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path().parent))))
        for mode in theme.Mode:
            actions[f"theme_{mode}"].triggered.connect(lambda _checked=False, mode=mode: self.set_theme(mode))
        actions[f"theme_{self.settings.theme}"].setChecked(True)
        window.start_page.open_asked.connect(self.ask_for_folder)
        window.start_page.sample_asked.connect(self.ask_for_sample)
        window.start_page.project_chosen.connect(self.open_folder)
        window.folder_dropped.connect(self.open_folder)
        window.may_close = self._may_close
        window.closing.connect(self.shutdown)
        self.annotate.status.connect(window.show_message)
        self.annotate.annotation_saved.connect(self._saved)
        self.annotate.labels_changed.connect(self._labels_changed)

    def _connect_training(self) -> None:
        """Train page, monitor."""
        train, monitor, actions = self.train, self.monitor, self.window.actions_by_name
        actions["start_run"].triggered.connect(self._train_from_menu)
        actions["stop_run"].triggered.connect(train.stop)
        actions["resume_run"].triggered.connect(train.resume)
        train.train_asked.connect(self.start_run)
        train.stop_asked.connect(self.stop_run)
        train.resume_asked.connect(self.resume_run)
        train.run_chosen.connect(monitor.follow)
        monitor.news.connect(train.add_news)
        monitor.runs_changed.connect(self._show_runs)
        monitor.run_ended.connect(self._run_ended)

    def _connect_review(self) -> None:
        """Suggestion bar, suggestions."""
        self.window.actions_by_name["prelabel"].triggered.connect(self.bar.start_prelabel)
        self.bar.prelabel_asked.connect(self.prelabel)
        self.bar.accept_all_asked.connect(self.accept_all)
        self.bar.cancel_asked.connect(self._cancel_job)
        self.suggestions.counts_changed.connect(self.annotate.set_suggestion_counts)
        self.suggestions.failed.connect(self.show_error)

    # -- projects --------------------------------------------------------------------------------------------------

    @Slot()
    def ask_for_folder(self) -> None:
        """Let a person choose a folder, and open it."""
        folder = QFileDialog.getExistingDirectory(self.window, "Open a folder of images", self._nearby())
        if folder:
            self.open_folder(Path(folder))

    @Slot()
    def ask_for_sample(self) -> None:
        """Let a person choose where the sample project goes, and make it."""
        folder = QFileDialog.getExistingDirectory(self.window, "Choose a folder for the sample project", self._nearby())
        if folder:
            self.make_sample(Path(folder) / "annotrain-sample")

    def make_sample(self, folder: Path) -> None:
        """Draw the sample project into ``folder`` in the background, and open it."""
        if folder.exists():
            self.open_folder(folder)  # made before: go on with it rather than draw over somebody's work
            return
        self.window.start_page.set_busy("Drawing 60 pictures of parts with scratches, dents and stains…")
        self.window.show_message("Drawing the sample project…")
        self.executor.submit(
            lambda: sample_project.generate(folder), lambda _made: self.open_folder(folder), self._not_opened,
            key="open", owner=self,
        )  # fmt: skip

    def open_folder(self, root: Path) -> None:
        """Open the dataset in ``root``: the list appears as soon as the folder is read, the rest follows."""
        self.window.start_page.set_busy(f"Opening {root.name}…")
        self.executor.submit(
            lambda: open_project(root), lambda opened: self._opened(*opened), self._not_opened, key="open", owner=self
        )

    def _opened(self, dataset: Dataset, label_list: LabelList) -> None:
        """Show the dataset that was read."""
        if not self._may_close():
            self.window.start_page.set_busy()
            return
        self._drop_project()
        self.window.banner.hide()
        self.window.start_page.set_busy()
        project = self.project = Project(dataset, label_list, self)
        project.summaries_read.connect(self.annotate.set_summaries)
        project.summary_changed.connect(self.annotate.update_summary)
        project.summary_changed.connect(self._count)
        project.reading_ended.connect(self._count)
        project.labels_found.connect(self.annotate.set_label_list)
        project.plan_changed.connect(self.train.set_plan)
        project.failed.connect(self.show_error)
        self.annotate.open_dataset(dataset, label_list)
        self.train.set_project(_model_name(project.name))
        self.window.show_project(project.name)
        project.read_all()
        self._open_suggestions(project)
        self._read_models()
        self.monitor.watch(dataset.runs_folder)
        self.settings.remember_project(dataset.root)
        self._show_recent()
        self._count()

    def _open_suggestions(self, project: Project) -> None:
        """Take up what waits for a verdict; a store that cannot be read is said and does not hold up the rest."""
        try:
            self.suggestions.set_project(project)
        except AnnotrainError as error:
            self.show_error(error)

    def _not_opened(self, error: BaseException) -> None:
        """Say why nothing was opened."""
        self.window.start_page.set_busy()
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
        self._end_job()
        self.monitor.watch(None)
        self.suggestions.set_project(None)
        self.project.close()
        self.project.deleteLater()
        self.project = None
        self.bar.set_models([])
        self.train.set_runs([])
        self.window.run_words.clear()

    def _may_close(self) -> bool:
        """Save; where something could not be saved, ask whether to lose it."""
        if self.project is None:
            return True
        self.annotate.save_now()
        unsaved = self.annotate.unsaved()
        if not unsaved:
            return True
        answer = QMessageBox.warning(
            self.window,
            "Not everything is saved",
            f"The edits of {', '.join(unsaved[:5])} could not be written. Close all the same and lose them?",
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    @Slot()
    def shutdown(self) -> None:
        """Save, and end every thread; runs go on without the window."""
        self.settings.set_geometry("window", self.window.saveGeometry())
        self.executor.shutdown()
        self._drop_project()
        self.monitor.shutdown()
        self.suggestions.shutdown()
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
            self.project.label_list = label_list
            self.suggestions.repaint()

    @Slot()
    def _count(self) -> None:
        """Say in the status bar how far the labelling is."""
        if self.project is not None:
            images = len(self.project.dataset.entries)
            labelled = sum(summary.is_labelled for summary in self.project.summaries.values())
            self.window.project_words.setText(f"{labelled} of {images} images labelled")

    # -- training --------------------------------------------------------------------------------------------------

    @Slot()
    def _train_from_menu(self) -> None:
        """Show the train page, and start there."""
        self.window.show_train()
        self.train.start()

    @Slot(object)
    def start_run(self, spec: Spec) -> None:
        """Save what was drawn, and start a run on it."""
        project = self.project
        if project is None:
            return
        self.annotate.save_now()
        self.train.set_starting(True)
        project.executor.submit(
            lambda: project.start_run(spec), self._run_started, self._run_not_started, key="start run", owner=self
        )

    def _run_started(self, run: RunFolder) -> None:
        """Show the run that has begun."""
        self.train.set_starting(False)
        self.window.banner.hide()
        self.window.show_message(f"Training has begun: {run.id}")
        self.monitor.refresh()

    def _run_not_started(self, error: BaseException) -> None:
        """Say why no run has begun."""
        self.train.set_starting(False)
        self.show_error(error)

    @Slot(object)
    def stop_run(self, path: Path) -> None:
        """Ask a run to stop."""
        self.executor.submit(RunFolder(path).request_stop, None, self.show_error)

    @Slot(object)
    def resume_run(self, path: Path) -> None:
        """Let a run go on."""
        self.executor.submit(
            lambda: start_worker(RunFolder(path)), lambda _pid: self.monitor.refresh(), self.show_error, owner=self
        )

    @Slot(object)
    def _show_runs(self, runs: list[RunSummary]) -> None:
        """Show the runs on the train page, and in the status bar whether one is at work."""
        self.train.set_runs(runs)
        running = [run for run in runs if run.state is RunState.RUNNING]
        self.window.run_words.setText(
            f"Training {running[0].spec.name}: epoch {running[0].epoch} of {running[0].spec.epochs}" if running else ""
        )

    @Slot(object)
    def _run_ended(self, run: RunSummary) -> None:
        """Say how a run ended, and offer to use what it published."""
        if run.model is not None:
            quality = f", mAP50 {run.best_map50:.2f}" if run.best_map50 is not None else ""
            self.window.banner.show_success(
                f"{run.state.value.capitalize()}: {run.model}{quality} on {run.val_images} validation images.",
                "Pre-label unlabelled images",
                lambda: self._prelabel_with(run.model),
            )
            self._read_models()
        elif run.state in (RunState.FAILED, RunState.LOST):
            reason = run.message or "its process is gone; press Resume to go on from the last checkpoint."
            self.window.banner.show_problem(f"Training {run.spec.name} ended: {reason}", "Show", self.window.show_train)

    def _read_models(self) -> None:
        """Read which versions there are, for the form and the bar."""
        if self.project is not None:
            folder = self.project.dataset.models_folder
            self.executor.submit(
                lambda: list_models(folder), self._show_models, self.show_error, key="models", owner=self
            )

    def _show_models(self, models: list[ModelFolder]) -> None:
        """Offer the versions."""
        if self.project is not None:
            self.train.set_models(models)
            self.bar.set_models(models)

    # -- review ----------------------------------------------------------------------------------------------------

    def _prelabel_with(self, reference: str | None) -> None:
        """Go to the annotate page and pre-label the unlabelled images with that version."""
        self.window.show_annotate()
        self.bar.choose_model(reference or "")
        self.bar.start_prelabel()

    @Slot(object, object)
    def prelabel(self, model: ModelFolder, scope: Scope) -> None:
        """Let ``model`` propose objects for the images of ``scope``, in the background."""
        project = self.project
        if project is None or self._job is not None:
            return
        self.annotate.save_now()
        entries = self._entries(project, scope)
        if not entries:
            self.window.banner.show_problem(f"There are no {scope.value}: choose another scope beside Pre-label.")
            return
        try:
            store = project.store(make=True)
        except AnnotrainError as error:
            self.show_error(error)
            return
        self.suggestions.use_store(store)
        job = BulkJob(
            lambda report, stop: prelabel(project.dataset, model, entries, store, on_progress=report, should_stop=stop),
            self,
        )
        job.done.connect(self._prelabelled)
        self._begin_job(job, f"{model.reference} looks at {len(entries)} images…")

    def _entries(self, project: Project, scope: Scope) -> list[ImageEntry]:
        """Return the images of a scope."""
        if scope is Scope.THIS:
            name = self.annotate.current_name
            return [project.dataset.entry(name)] if name is not None else []
        entries = list(project.dataset.entries)
        if scope is Scope.UNLABELLED:
            known = project.summaries
            entries = [entry for entry in entries if entry.name not in known or not known[entry.name].has_file]
        return entries

    @Slot(object)
    def _prelabelled(self, result: PrelabelResult) -> None:
        """Show what was proposed, and go where there is something to judge."""
        self._end_job()
        self.suggestions.reload()
        words = f"{result.suggestions} suggestions on {result.images} images"
        self.window.show_message(f"Cancelled: {words}." if result.cancelled else f"Pre-labelled: {words}.")
        if result.unreadable:
            self.window.banner.show_problem(
                f"{len(result.unreadable)} images could not be read; the first: {result.unreadable[0]}"
            )
        self.suggestions.show_first()

    @Slot()
    def accept_all(self) -> None:
        """Accept what is at the threshold or above: the open image by its document, the others in the background."""
        project, store = self.project, self.suggestions.store
        if project is None or store is None or self._job is not None:
            return
        threshold = self.suggestions.threshold
        here = len(self.suggestions.shown)
        self.suggestions.accept_shown()
        self.annotate.save_now()
        self.suggestions.flush()
        job = BulkJob(
            lambda report, stop: accept_everywhere(
                project.dataset, store, threshold, is_open=lambda name: name == self.annotate.current_name,
                report=report, should_stop=stop,
            ),
            self,
        )  # fmt: skip
        job.done.connect(lambda result: self._all_accepted(result, here))
        self._begin_job(job, "Accepting…")

    def _all_accepted(self, result: BulkResult, here: int) -> None:
        """Say what was accepted and offer to take it back."""
        self._end_job()
        self._after_bulk(result)
        images = len(result.changes) + (1 if here else 0)
        words = f"Accepted {result.accepted + here} suggestions in {images} images."
        if result.problems:
            words += f" {len(result.problems)} files were left alone; the first: {result.problems[0]}"
            self.window.banner.show_problem(words, "Undo", lambda: self._take_back(result, here))
        else:
            self.window.banner.show_success(words, "Undo", lambda: self._take_back(result, here))

    def _take_back(self, result: BulkResult, here: int) -> None:
        """Undo an acceptance of all."""
        project, store = self.project, self.suggestions.store
        if project is None or store is None or self._job is not None:
            return
        document = self.annotate.document
        if here and document.history is not None and document.history.undo_text == self.suggestions.bulk_text(here):
            document.undo()
        job = BulkJob(lambda _report, _stop: take_back(project.dataset, store, result), self)
        job.done.connect(lambda problems: self._taken_back(result, problems))
        self._begin_job(job, "Taking back…")

    def _taken_back(self, result: BulkResult, problems: tuple[AnnotrainError, ...]) -> None:
        """Show the files as they are again."""
        self._end_job()
        self._after_bulk(result)
        if problems:
            self.window.banner.show_problem(f"{len(problems)} files were left as they are; the first: {problems[0]}")

    def _after_bulk(self, result: BulkResult) -> None:
        """Show what was changed on disk."""
        if self.project is None:
            return
        changed = {change.entry.name for change in result.changes}
        for name in changed:
            self.project.refresh(name)
        if self.annotate.current_name in changed:
            self.annotate.document.reload()
        self.suggestions.reload()

    def _begin_job(self, job: BulkJob, words: str) -> None:
        """Start long work and show it."""
        self._job = job
        job.progress.connect(self.bar.show_progress)
        job.failed.connect(self._job_failed)
        self.bar.set_working(words)
        job.start()

    @Slot(object)
    def _job_failed(self, error: BaseException) -> None:
        """Say why long work ended."""
        self._end_job()
        self.suggestions.reload()
        self.show_error(error)

    @Slot()
    def _cancel_job(self) -> None:
        """Ask the work at hand to end."""
        if self._job is not None:
            self._job.cancel()

    def _end_job(self) -> None:
        """Put the finished or cancelled work away."""
        if self._job is not None:
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
            self.bar.set_working("")

    # -- the rest --------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_error(self, error: BaseException) -> None:
        """Say what went wrong and what to do; what nobody expected is reported elsewhere."""
        if isinstance(error, AnnotrainError):
            self.window.banner.show_problem(str(error))

    def set_theme(self, mode: theme.Mode) -> None:
        """Dress the program, and remember it."""
        self.settings.theme = mode
        theme.apply(QApplication.instance(), mode)

    def _show_recent(self) -> None:
        """Show the projects that were opened last and are still there."""
        folders = [path for path in self.settings.recent_projects if path.is_dir()]
        self.window.set_recent(folders, self.open_folder)

    def _restore(self) -> None:
        """Put the window where it was."""
        geometry = self.settings.geometry("window")
        if geometry is not None:
            self.window.restoreGeometry(geometry)

    def _nearby(self) -> str:
        """Return the folder at which a choice of folders begins."""
        recent = self.settings.recent_projects
        return str(recent[0].parent) if recent else str(Path.home())


def build_window(settings: Settings | None = None) -> MainWindow:
    """Build everything round one window and return it, not shown yet; a QApplication must be there.

    The objects behind it are reached as ``window.app``.
    """
    application = QApplication.instance()
    chosen = settings or Settings()
    theme.apply(application, chosen.theme)
    app = App(chosen)
    app.window.app = app
    return app.window


def run(dataset: Path | None) -> int:
    """Open the window, with a dataset where one is given, and return the exit code when it is closed."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Annotrain")
    application.setDesktopFileName("annotrain")
    translator = QTranslator(application)
    if translator.load(QLocale.system(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    start_log(log_path())
    window = build_window()
    report = ErrorReport(window)
    report.install()
    application.styleHints().colorSchemeChanged.connect(
        lambda _scheme: theme.apply(application, window.app.settings.theme)
    )
    window.show()
    if dataset is not None:
        QTimer.singleShot(0, lambda: window.app.open_folder(dataset))
    return application.exec()


def _model_name(project: str) -> str:
    """Return a name for a model that every system takes as a folder's."""
    kept = "".join(character if character.isalnum() or character in "-_" else "-" for character in project)
    return kept.strip("-_")[:40] or "model"
