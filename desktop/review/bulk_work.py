"""Long work of the review: pre-labelling, and accepting in all images, one at a time, with progress and cancel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnnotrainError
from core.inference.model_folder import ModelFolder
from core.review.bulk_accept import BulkResult, accept_everywhere, take_back
from core.review.looks import Looks
from core.review.prelabel import PrelabelResult, PrelabelSettings, prelabel
from desktop.annotate.page import AnnotatePage
from desktop.error_words import words_of
from desktop.jobs.bulk_job import BulkJob
from desktop.project import Project
from desktop.review.scope import Scope, entries_of
from desktop.review.suggestion_bar import SuggestionBar
from desktop.review.suggestions import Suggestions, Whereabouts
from desktop.review.verdicts import Verdicts


class BulkWork(QObject):
    """Does what the suggestion bar asks for many images, in the background."""

    said = Signal(str)  # for the status bar
    warned = Signal(str)  # what went wrong, and what to do
    accepted = Signal(str, object)  # what was accepted, and a Callable that takes it back
    failed = Signal(object)

    def __init__(
        self,
        page: AnnotatePage,
        suggestions: Suggestions,
        verdicts: Verdicts,
        bar: SuggestionBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._suggestions = suggestions
        self._verdicts = verdicts
        self._bar = bar
        self.selected_names: Callable[[], Sequence[str]] = tuple  # what is selected on another page
        self.settings_of: Callable[[ModelFolder], PrelabelSettings] = lambda _model: PrelabelSettings()
        self._project: Project | None = None
        self._job: BulkJob | None = None
        bar.prelabel_asked.connect(self.prelabel)
        bar.accept_all_asked.connect(self.accept_all)
        bar.cancel_asked.connect(self.cancel)
        bar.pause_asked.connect(lambda rests: self._job.pause(rests) if self._job is not None else None)

    def set_project(self, project: Project | None) -> None:
        """Work on another project, or on none; what runs is ended."""
        self._end()
        self._project = project

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
        names, settings, begun = self._names(scope), self.settings_of(model), self._suggestions.whereabouts
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
        self._suggestions.show_first(begun)
        words = (
            self.tr("Cancelled: {suggestions} on {images}.")
            if result.cancelled
            else self.tr("Pre-labelled: {suggestions} on {images}.")
        )
        self.said.emit(
            words.format(
                suggestions=self.tr("%n suggestion(s)", "", result.suggestions),
                images=self.tr("%n image(s)", "", result.images),
            )
        )
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

    # -- accepting in all images -----------------------------------------------------------------------------------

    @Slot()
    def accept_all(self) -> None:
        """Accept what is at the threshold or above: the open image by its document, the others in the background."""
        project, store = self._project, self._suggestions.store
        if project is None or store is None or self._job is not None:
            return
        text = self.tr("Accept suggestions in all images")
        threshold, here = self._suggestions.threshold, _Here(self._page.current_name, len(self._suggestions.sure))
        self._verdicts.accept_shown()
        self._page.save_now()
        self._suggestions.flush()
        self._begin(
            lambda report, stop: accept_everywhere(
                project.dataset,
                store,
                threshold,
                text=text,
                is_open=lambda name: name == self._page.current_name,
                report=report,
                should_stop=stop,
            ),
            lambda result: self._all_accepted(result, here),
            self.tr("Accepting…"),
        )

    def _all_accepted(self, result: BulkResult, here: "_Here") -> None:
        """Say what was accepted and offer to take it back."""
        self._show_changes(result)
        images = sum(added > 0 for added in result.added.values()) + (1 if here.count else 0)
        total = result.accepted + here.count
        words = self.tr("Accepted {suggestions} in {images}.").format(
            suggestions=self.tr("%n suggestion(s)", "", total),
            images=self.tr("%n image(s)", "", images),
        )
        if result.cancelled:
            words = self.tr("Cancelled.") + " " + words
        if result.problems:
            words += " " + self.tr("%n file(s) were left alone; the first: {reason}", "", len(result.problems)).format(
                reason=words_of(result.problems[0])
            )
        self.accepted.emit(words, lambda: self.take_back(result, here))

    def take_back(self, result: BulkResult, here: "_Here") -> None:
        """Undo an acceptance in all images, and what was accepted ``here``: that image is opened for it."""
        project, store = self._project, self._suggestions.store
        if project is None or store is None or self._job is not None:
            return
        if here.count and here.image is not None and here.image in project.dataset:
            self._page.show_image(here.image)
            history = self._page.document.history
            if history is not None and history.undo_text == self._verdicts.bulk_text(here.count):
                self._page.document.undo()
        self._page.save_now()
        self._begin(
            lambda _report, _stop: take_back(project.dataset, result),
            lambda problems: self._taken_back(result, problems),
            self.tr("Taking back…"),
        )

    def _taken_back(self, result: BulkResult, problems: tuple[AnnotrainError, ...]) -> None:
        """Show the files as they are again."""
        self._show_changes(result)
        if problems:
            self.warned.emit(
                self.tr("%n file(s) were left as they are; the first: {reason}", "", len(problems)).format(
                    reason=words_of(problems[0])
                )
            )
        else:
            self.said.emit(self.tr("Taken back."))

    def _show_changes(self, result: BulkResult) -> None:
        """Show what was changed on disk."""
        if self._project is None:
            return
        for name in result.change.images:
            self._project.refresh(name)
            if name == self._page.current_name:
                self._page.walk.reload()
        self._suggestions.reload()

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
            self._job.shutdown()
            self._job.deleteLater()
            self._job = None
            self._bar.set_working("")


@dataclass(frozen=True)
class _Here:
    """How many were accepted on the image that was open, which has a history of its own."""

    image: str | None
    count: int
