"""Work of the review on many images: pre-labelling, with progress and cancel, and what is accepted in all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from core.inference.model_folder import ModelFolder
from core.review.bulk_accept import Accepting
from core.review.looks import Looks
from core.review.prelabel import PrelabelResult, PrelabelSettings, prelabel
from desktop.annotate.page import AnnotatePage
from desktop.error_words import words_of
from desktop.jobs.bulk_job import BulkJob
from desktop.project import Project
from desktop.review.scope import Scope, entries_of
from desktop.review.suggestion_bar import SuggestionBar
from desktop.review.suggestion_walk import SuggestionWalk, Whereabouts
from desktop.review.suggestions import Suggestions


class BulkWork(QObject):
    """Does what the suggestion bar asks for many images, or has it done, in the background."""

    said = Signal(str)  # for the status bar
    warned = Signal(str)  # what went wrong, and what to do
    change_asked = Signal(object, object, str)  # Operation, list[str]: image names, and what it is in words
    failed = Signal(object)

    def __init__(
        self,
        page: AnnotatePage,
        suggestions: Suggestions,
        walk: SuggestionWalk,
        bar: SuggestionBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._suggestions = suggestions
        self._walk = walk
        self._bar = bar
        self.selected_names: Callable[[], Sequence[str]] = tuple  # what is selected on another page
        self.settings_of: Callable[[ModelFolder], PrelabelSettings] = lambda _model: PrelabelSettings()
        self.peek_keys: Callable[[], str] = str  # what is held to see what lies below the threshold
        self._project: Project | None = None
        self._job: BulkJob | None = None
        bar.prelabel_asked.connect(self.prelabel)
        bar.accept_all_asked.connect(self.accept_all)
        bar.cancel_asked.connect(self.cancel)
        bar.pause_asked.connect(lambda rests: self._job.pause(rests) if self._job is not None else None)

    def set_project(self, project: Project | None) -> None:
        """Work on another project, or on none; what runs comes to its end beside that."""
        self._end()
        self._project = project

    def shutdown(self) -> None:
        """Wait for the threads of what was ended."""
        for job in self.findChildren(BulkJob):
            job.shutdown()

    @Slot()
    def cancel(self) -> None:
        """Ask the work at hand to end; what is done stays."""
        if self._job is not None:
            self._job.cancel()

    # -- pre-labelling ---------------------------------------------------------------------------------------------

    @Slot(object, object)
    def prelabel(self, model: ModelFolder, scope: Scope) -> None:
        """Let ``model`` propose objects for the images of ``scope``."""
        project, store = self._project, self._suggestions.store
        if project is None or store is None or self._job is not None:
            return
        self._page.save_now()
        names, settings, begun = self._names(scope), self.settings_of(model), self._walk.whereabouts
        looks = Looks.of(project.dataset)
        self._begin(
            lambda report, stop: prelabel(
                model,
                entries_of(project.dataset, scope, names),
                store,
                settings=settings,
                looks=looks,
                on_progress=report,
                should_stop=stop,
                should_wait=self._should_wait,
            ),
            lambda result: self._prelabelled(result, scope, begun),
            self.tr("Reading {model}…").format(model=model.reference),
            pauses=True,
        )

    def _names(self, scope: Scope) -> Sequence[str]:
        """Return the images that a scope names as things stand in the window."""
        images = self._page.parts.images.model
        return {
            Scope.THIS: [self._page.current_name] if self._page.current_name is not None else [],
            Scope.LISTED: images.shown_names() if scope is Scope.LISTED else [],
            Scope.SELECTED: self.selected_names(),
        }.get(scope, [])

    def _should_wait(self) -> bool:
        return self._job is not None and self._job.should_wait()

    def _prelabelled(self, result: PrelabelResult, scope: Scope, begun: Whereabouts) -> None:
        """Show what was proposed, and go where there is something to judge, unless the person is at work elsewhere."""
        self._suggestions.reload()
        self._walk.show_first(begun)
        words = (
            self.tr("Cancelled: {suggestions} on {images}.")
            if result.cancelled
            else self.tr("Pre-labelled: {suggestions} on {images}.")
        )
        told = words.format(
            suggestions=self.tr("%n suggestion(s)", "", result.suggestions),
            images=self.tr("%n image(s)", "", result.images),
        )
        self.said.emit(told)
        below = result.below(self._suggestions.threshold)
        if below > result.suggestions // 2:
            self.warned.emit(f"{told} {self._below_words(below, result.suggestions)}")
        if not result.images and not result.unreadable and not result.cancelled:
            self.warned.emit(
                self.tr("There are none of the images chosen ({scope}): choose others beside Pre-label.").format(
                    scope=scope.words
                )
            )
        if result.unreadable:
            self.warned.emit(
                self.tr("%n image(s) cannot be read; the first: {reason}", "", len(result.unreadable)).format(
                    reason=words_of(result.unreadable[0])
                )
            )

    def _below_words(self, below: int, count: int) -> str:
        """Return what is to be done where most of what was found lies below the threshold, and so out of sight."""
        words = (
            self.tr("All score below {percent} %: lower the threshold, or hold {keys} over the picture to see them.")
            if below == count
            else self.tr(
                "%n suggestion(s) below {percent} %: lower the threshold, or hold {keys} over the picture.",
                "",
                below,
            )
        )
        return words.format(percent=round(100 * self._suggestions.threshold), keys=self.peek_keys())

    # -- accepting in all images -----------------------------------------------------------------------------------

    @Slot()
    def accept_all(self) -> None:
        """Have what is at the threshold or above accepted, in the open image too, as one change in the dataset."""
        project, store = self._project, self._suggestions.store
        if project is None or store is None or self._job is not None:
            return
        operation = Accepting(store, self._suggestions.threshold)
        text = self.tr("Accept %n suggestion(s) in all images", "", sum(self._suggestions.counts.values()))
        self._suggestions.ask(
            lambda: operation.images(project.dataset),
            lambda images: self.change_asked.emit(operation, images, text),
            "accept",
        )

    # -- the work at hand ------------------------------------------------------------------------------------------

    def _begin(
        self, work: Callable[..., object], done: Callable[..., None], words: str, *, pauses: bool = False
    ) -> None:
        """Start long work and show it; ``done`` takes its result."""
        job = self._job = BulkJob(work, self)
        job.progress.connect(self._bar.show_progress)
        job.done.connect(lambda result: (self._end(), done(result)))
        job.failed.connect(self._not_done)
        self._bar.set_working(words, pauses=pauses)
        job.start()

    @Slot(object)
    def _not_done(self, error: BaseException) -> None:
        """Say why long work has ended."""
        self._end()
        self._suggestions.reload()
        self.failed.emit(error)

    def _end(self) -> None:
        """Put the work away, finished or not."""
        if self._job is not None:
            self._job.leave()
            self._job = None
            self._bar.set_working("")
