"""Changes in the whole dataset as the window does them: in the background, one undo, open edits saved first."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.editing.batch import BatchResult, Interrupted, Operation, interrupted
from core.errors import AnnotrainError
from core.review.relabelling import JudgedOnly, redo, run, take_back, take_back_verdicts
from core.voc.annotation import Annotation
from core.voc.annotation_file import bytes_at
from core.voc.label_list import LabelList
from desktop.annotate.page import AnnotatePage
from desktop.dataset.outcome_words import outcome_words
from desktop.dataset.shown_job import ShownJob
from desktop.error_words import words_of
from desktop.jobs.progress import counting
from desktop.project import Project

T = TypeVar("T")
_MANY = 40
"""So many images take long enough for their progress to be shown."""


@dataclass(frozen=True)
class _Change:
    """A change that was made: its journal, its words, the labels before and after, and the image open at the time."""

    journal: Path
    text: str
    labels: tuple[LabelList, LabelList]
    images: int
    open_image: str | None


@dataclass(frozen=True)
class _OnScreen:
    """The annotation that is on the screen when a change begins, and what the change makes of it, if anything."""

    before: Annotation | None
    after: Annotation | None = None


class Batches(QObject):
    """Does operations on many images of the open project.

    On the open image a change is a step of its history, so that undo there takes all of it back; the histories of
    other images begin anew with their new files.
    """

    said = Signal(str)  # for the status bar
    warned = Signal(str)  # what was left alone, and why
    done = Signal(str, object)  # what was done, and a Callable that takes it back
    files_changed = Signal()
    found_interrupted = Signal(object)  # Interrupted
    ended = Signal()  # no file is being changed any more, unless another change has begun at once
    failed = Signal(object)

    def __init__(self, page: AnnotatePage, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._project: Project | None = None
        self._job = ShownJob(window, self)
        self._job.ended.connect(self.ended)
        self._waiting: list[Callable[[], None]] = []  # undone or redone while another change is under way

    def set_project(self, project: Project | None) -> None:
        """Work on another project, or on none; what runs is waited for."""
        self._job.end()
        self._waiting.clear()
        self._project = project
        if project is not None:
            dataset = project.dataset
            project.executor.submit(lambda: interrupted(dataset), self._tell_interrupted, self.failed.emit, owner=self)

    @property
    def busy(self) -> bool:
        """Tell whether a change is under way."""
        return self._job.busy

    # -- doing -----------------------------------------------------------------------------------------------------

    def do(self, operation: Operation, images: Iterable[str], text: str) -> None:
        """Do the operation to these images; ``text`` says what it is, as a step of undo and in the banner."""
        project = self._project
        if project is None or self._job.busy:
            return
        names, labels = list(images), self._page.label_list
        # After what the project still has to write, the label list above all.
        project.executor.submit(
            lambda: None, lambda _nothing: self._run(operation, names, text, labels), self.failed.emit, owner=self
        )

    def _run(self, operation: Operation, names: list[str], text: str, labels: LabelList) -> None:
        project = self._project
        if project is None or self._job.busy:
            return
        if not self._page.save_now():
            self.warned.emit(self.tr("Not everything is saved yet: save or drop the open edits first."))
            return
        dataset, image, before = project.dataset, self._page.current_name, self._page.document.annotation

        def work(report: Callable[..., None], stop: Callable[[], bool]) -> tuple[_OnScreen, BatchResult]:
            on_screen = _OnScreen(before)
            if image in names and before is not None:
                with suppress(AnnotrainError):  # the run says so, and leaves the image alone
                    on_screen = _OnScreen(before, operation.done(image, before))
            return on_screen, run(
                dataset, operation, names, text, labels=labels, report=counting(report), should_stop=stop
            )

        self._begin(
            work,
            lambda done: self._ran(*done, (labels, operation.relabel(labels)), operation),
            text,
            many=len(names) > _MANY,
        )

    def _ran(
        self, on_screen: _OnScreen, result: BatchResult, labels: tuple[LabelList, LabelList], operation: Operation
    ) -> None:
        """Show what was done, and offer to take it back."""
        self._refresh()
        words = outcome_words(operation, result)
        if result.journal is not None:
            change = self._show_change(on_screen, result, labels, result.journal)
            self.done.emit(" ".join((words, *self._left_alone(result))), lambda: self._undo(change))
            return
        if isinstance(result, JudgedOnly):
            self.done.emit(words, lambda: self._take_back_verdicts(result))
        else:
            self.said.emit(words)
        self._warn(result)

    def _take_back_verdicts(self, judged: JudgedOnly) -> None:
        project = self._project
        if project is None:
            return
        dataset, words = project.dataset, self.tr("Taken back: {what}").format(what=judged.text)
        project.executor.submit(
            lambda: take_back_verdicts(dataset, judged),
            lambda _nothing: (self._refresh(), self.said.emit(words)),
            self.failed.emit, owner=self, must_run=True,
        )  # fmt: skip

    def _show_change(
        self, on_screen: _OnScreen, result: BatchResult, labels: tuple[LabelList, LabelList], journal: Path
    ) -> _Change:
        """Show what was done on the open image, where it is a step of its history."""
        self._use_labels(labels[1])
        document, writer, entry = self._page.document, self._page.autosave.writer, self._page.document.entry
        annotation, open_image = document.annotation, self._page.current_name
        if entry is not None and entry.name in result.images:
            if annotation is on_screen.before and on_screen.after is not None:
                annotation = on_screen.after
                writer.remember(entry.annotation_path, bytes_at(entry.annotation_path))
            else:  # opened, edited or read anew meanwhile: of the change its history knows nothing, the journal does
                document.look_again(writer.on_disk(entry.annotation_path))
                annotation, open_image = document.annotation, None
        change = _Change(journal, result.text, labels, len(result.images), open_image)
        if annotation is not None:
            document.adopt(change.text, annotation, lambda: self._step(change, back=True), lambda: self._step(change))
        return change

    # -- undo and redo ---------------------------------------------------------------------------------------------

    def _undo(self, change: _Change) -> None:
        """Take a change back, by the open image's history where it is the last step of it."""
        history = self._page.document.history
        is_last = history is not None and history.undo_text == change.text
        if is_last and self._page.current_name == change.open_image:
            self._page.document.undo()
        else:
            self._step(change, back=True, by_history=False)

    def _step(self, change: _Change, *, back: bool = False, by_history: bool = True) -> None:
        """Take a change back, or do it again; the open image's own file follows its history, if that was the way."""
        if self._job.busy:
            self._waiting.append(lambda: self._step(change, back=back, by_history=by_history))
            return
        project = self._project
        if project is None or not self._page.save_now():
            return
        dataset = project.dataset
        skip = (change.open_image,) if by_history and change.open_image is not None else ()
        step = take_back if back else redo
        self._begin(
            lambda report, _stop: step(dataset, change.journal, skip=skip, report=counting(report)),
            lambda result: self._stepped(change, result, back=back),
            self.tr("Taking back") if back else change.text,
            many=change.images > _MANY,
            can_cancel=False,
        )

    def _stepped(self, change: _Change, result: BatchResult, *, back: bool) -> None:
        self._use_labels(change.labels[0 if back else 1])
        if self._page.current_name in result.images:
            self._page.walk.reload()
        self._refresh()
        self.said.emit(
            self.tr("Taken back: {what}").format(what=change.text)
            if back
            else self.tr("Done again: {what}").format(what=change.text)
        )
        self._warn(result)

    # -- what a crash cut short ------------------------------------------------------------------------------------

    def mend(self, found: Interrupted, *, back: bool) -> None:
        """Take a change back that was cut short, or finish it."""
        project = self._project
        if project is None or self._job.busy or not self._page.save_now():
            return
        dataset, step = project.dataset, take_back if back else redo
        self._begin(
            lambda report, _stop: step(dataset, found.path, report=counting(report)),
            lambda result: self._mended(result, back=back),
            found.text,
            many=found.files > _MANY,
            can_cancel=False,
        )

    def _mended(self, result: BatchResult, *, back: bool) -> None:
        project = self._project
        if project is None:
            return
        if self._page.current_name in result.images:
            self._page.walk.reload()
        # The label list may have been written in between: it is read anew with the files.
        self._use_labels(LabelList.load(project.dataset))
        self._refresh()
        words = self.tr("Taken back: {what}") if back else self.tr("Finished: {what}")
        self.said.emit(words.format(what=result.text))
        self._warn(result)

    def _tell_interrupted(self, found: tuple[Interrupted, ...]) -> None:
        if found:
            self.found_interrupted.emit(found[0])

    # -- the work at hand ------------------------------------------------------------------------------------------

    def _use_labels(self, label_list: LabelList) -> None:
        if self._project is not None:
            self._project.label_list = label_list
            self._page.replace_labels(label_list)

    def _refresh(self) -> None:
        """Have everything that shows the files read them again; only those that changed are."""
        if self._project is not None:
            self._project.read_all()
        self.files_changed.emit()

    def _warn(self, result: BatchResult) -> None:
        for words in self._left_alone(result):
            self.warned.emit(words)

    def _left_alone(self, result: BatchResult) -> tuple[str, ...]:
        """Return what is to be said of the files that were left alone; nothing where there are none."""
        if not result.problems:
            return ()
        left = self.tr("%n file(s) left alone; the first:", "", len(result.problems))
        return (f"{left} {words_of(result.problems[0])}",)

    def _begin(
        self,
        work: Callable[..., T],
        done: Callable[[T], None],
        words: str,
        *,
        many: bool,
        can_cancel: bool = True,
    ) -> None:
        """Begin a change; those that wait for its end follow, whatever it comes to."""
        self._job.begin(
            work, lambda result: (done(result), self._go_on()), self._not_done, words, many=many, can_cancel=can_cancel
        )

    def _not_done(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._job.busy:
            self._waiting.pop(0)()
