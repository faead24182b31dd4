"""The open image's annotation and its history; the histories of the images opened before are kept."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from core.editing.history import History
from core.editing.rebase import rebased
from core.editing.states import unchecked_where_changed
from core.errors import AnnotrainError, InvalidValueError
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset, ImageEntry
from desktop.annotate.opened import Opened, Undoing, bytes_of, is_large
from desktop.error_words import words_of
from desktop.jobs.executor import Executor

__all__ = ["Document", "Opened", "Undoing"]


class Document(QObject):
    """Holds the open image's annotation as a value.

    ``changed`` carries it (None where there is none); ``file_read`` an :class:`Opened` fresh from its file;
    ``edited`` the image's name and its values before and after an edit by hand, the first of a burst alone; ``refused``
    says why an edit was not taken. A large file is read in the background: until ``arrived`` says that it
    was, or why it could not be, the image is open without an annotation, and so nothing can be edited or saved.
    """

    changed = Signal(object)
    file_read = Signal(object)
    edited = Signal(str, object, object)
    arrived = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dataset: Dataset | None = None
        self._opened: dict[str, Opened] = {}
        self._current: Opened | None = None
        self._executor = Executor(self)
        self._request: object | None = None  # what is being read; another answer than that to it comes too late
        self._burst: tuple[str, History] | None = None  # its kind, and the history that its last edit made
        self._goes_on = False  # whether the edit at hand is a further one of its burst

    def set_dataset(self, dataset: Dataset | None) -> None:
        """Work on another dataset, whose histories begin; those of the very dataset that is open are kept."""
        known = self._opened if dataset is not None and self.is_open(dataset) else {}
        entries = {} if dataset is None or not known else {entry.name: entry for entry in dataset.entries}
        self._opened = {name: opened for name, opened in known.items() if entries.get(name) == opened.entry}
        self.dataset = dataset
        self._current = self._request = None
        self.changed.emit(None)

    def is_open(self, dataset: Dataset) -> bool:
        """Tell whether this is the dataset that is open, listed anew or not."""
        mine = self.dataset
        return mine is not None and (mine.root, mine.convention) == (dataset.root, dataset.convention)

    @property
    def entry(self) -> ImageEntry | None:
        """The open image."""
        return self._current.entry if self._current else None

    @property
    def history(self) -> History | None:
        """The open image's history."""
        return self._current.history if self._current else None

    @property
    def annotation(self) -> Annotation | None:
        """The open image's annotation."""
        return self.history.current if self.history else None

    @property
    def dirty(self) -> bool:
        """Tell whether the open image has edits that its file does not say."""
        return self._current is not None and self._current.dirty

    @property
    def has_file(self) -> bool:
        """Tell whether the open image has a file, or will have one once it is saved."""
        return self._current is not None and self._current.wanted_on_disk is not None

    @property
    def read_only(self) -> bool:
        """Tell whether edits are refused."""
        return self._current is None or self._current.reason is not None

    @property
    def reading(self) -> bool:
        """Tell whether the open image's file is still being read."""
        return self._request is not None

    @property
    def reason(self) -> str | None:
        """Why edits are refused, one sentence."""
        return self._current.reason if self._current else None

    def unsaved(self) -> tuple[Opened, ...]:
        """Return the images with edits that their files do not say."""
        return tuple(opened for opened in self._opened.values() if opened.dirty)

    def load(self, entry: ImageEntry, on_disk: bytes | None) -> None:
        """Open an image. Its history goes on if the file holds ``on_disk``, what was last read or written."""
        self._request = None
        known = self._opened.get(entry.name)
        if known is not None and known.reason is None and (known.dirty or bytes_of(entry) == on_disk):
            self._current = known
        elif self.dataset is not None and is_large(entry):
            self._opened.pop(entry.name, None)  # its file says something else now
            self._current = Opened(entry, reason=self.tr("The annotation is still being read: wait a moment."))
            self._begin_reading(self.dataset, entry)
        else:
            self._current = self._opened[entry.name] = self._read(entry)
        self.changed.emit(self.annotation)

    def annotation_of(self, entry: ImageEntry) -> Annotation:
        """Return what is said of any image of the dataset, edits that are not on disk yet included.

        Raises:
            AnnotrainError: its file cannot be read.
        """
        assert self.dataset is not None  # who has an entry has a dataset
        known = self._opened.get(entry.name)
        if known is not None and known.history is not None and known.dirty:
            return known.history.current
        return self.dataset.read(entry)

    def reload(self) -> None:
        """Read the open image's file anew; edits that it does not say are dropped."""
        if self._current is not None:
            self._keep(self._read(self._current.entry))
            was_reading, self._request = self.reading, None
            self.changed.emit(self.annotation)
            if was_reading:
                self.arrived.emit()

    def read_now(self) -> None:
        """Wait for the open image's file if it is still being read."""
        if self.reading:
            self.reload()

    def look_again(self, on_disk: bytes | None) -> bool:
        """Read the open image anew where its file is no longer ``on_disk`` and there is nothing to lose by it."""
        current = self._current
        if current is None or current.reason is not None or current.dirty or bytes_of(current.entry) == on_disk:
            return False
        self.reload()
        return True

    def keep_mine(self) -> None:
        """Put the open image's value over a file that another program wrote; undo gives back what that said."""
        mine = self.annotation
        self.reload()
        if mine is not None and self.annotation is not None:
            self._goes_on = True  # nothing new was done
            self.commit(self.tr("Keep my edits"), rebased(mine, self.annotation))
            self._goes_on = False

    def edit(self, text: str, edit: Callable[[Annotation], Annotation], *, burst: str = "") -> bool:
        """Commit what ``edit`` makes of the current value; tell whether that was allowed.

        Steps of one ``burst`` that follow each other are one step of undo, until ``end_burst``.
        """
        if self.annotation is None:
            self.refused.emit(self.reason or self.tr("Open an image first."))
            return False
        try:
            changed = edit(self.annotation)
        except InvalidValueError as error:
            self.refused.emit(words_of(error))
            return False
        return self._commit_burst(text, changed, burst) if burst else self.commit(text, changed)

    def end_burst(self) -> None:
        """Let the next edit be a step of its own, whatever its kind."""
        self._burst = None

    def commit(
        self, text: str, annotation: Annotation, undone: Undoing | None = None, redone: Undoing | None = None
    ) -> bool:
        """Make ``annotation`` the current value, a step of its own; tell whether that was allowed.

        ``undone`` and ``redone`` are called when this step is taken back or done again; with them a step is made
        even where the annotation stays the same (a suggestion was rejected). Otherwise no change is no step. What
        changes a checked image takes that mark away.
        """
        current = self._current
        if current is None or current.history is None:
            self.refused.emit(self.reason or self.tr("Open an image first."))
            return False
        if annotation == current.history.current and not (undone or redone):
            return True
        before, annotation = current.history.current, unchecked_where_changed(current.history.current, annotation)
        self._keep(current.with_step(current.history.commit(text, annotation), undone, redone))
        self.changed.emit(annotation)
        if not (undone or redone or self._goes_on):
            self.edited.emit(current.entry.name, before, annotation)
        return True

    def adopt(self, text: str, annotation: Annotation, undone: Undoing, redone: Undoing) -> None:
        """Make a step of a change in the whole dataset, which has written ``annotation`` if it is another one."""
        current = self._current
        if current is not None and current.history is not None:
            opened = current.with_step(current.history.commit(text, annotation), undone, redone)
            same = annotation is current.history.current  # then edits that are not written yet still have to be
            self._keep(opened if same else replace(opened, saved=annotation))
            self.changed.emit(annotation)

    def _commit_burst(self, text: str, annotation: Annotation, kind: str) -> bool:
        """Commit in the place of the last step if that was of the same burst."""
        current, burst = self._current, self._burst
        self._goes_on = current is not None and burst is not None and burst == (kind, current.history)
        if current is not None and burst is not None and self._goes_on:
            self._keep(replace(current, history=burst[1].undo()))
        before = self.history
        done = self.commit(text, annotation)
        self._goes_on = False
        after = self.history
        self._burst = (kind, after) if after is not None and after is not before else None
        return done

    def undo(self) -> None:
        """Take the last edit back."""
        if self._current is None or self.history is None or self.history.undo_text is None:
            return
        place = self.history.place
        self._keep(replace(self._current, history=self.history.undo()))
        self.changed.emit(self.annotation)
        self._call(place, 1)

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        if self._current is None or self.history is None or self.history.redo_text is None:
            return
        self._keep(replace(self._current, history=self.history.redo()))
        self.changed.emit(self.annotation)
        self._call(self.history.place, 2)

    def mark_saved(self, name: str, annotation: Annotation | None) -> None:
        """Note what the image's file says now; None while that is open, because it is being written."""
        opened = self._opened.get(name)
        if opened is not None:
            self._keep(replace(opened, saved=annotation))

    def shutdown(self) -> None:
        """End the thread."""
        self._request = None
        self._executor.shutdown()

    def _begin_reading(self, dataset: Dataset, entry: ImageEntry) -> None:
        """Read a file in the background, instead of another one that still waits to be read."""
        request = self._request = object()

        def take(read: Annotation | None, reason: str | None = None) -> None:
            if request is self._request:
                self._take(entry, read, reason)

        def refuse(error: BaseException) -> None:
            take(None, words_of(error) if isinstance(error, AnnotrainError) else str(error))

        self._executor.submit(lambda: dataset.read(entry), take, refuse, key="read", owner=self)

    def _take(self, entry: ImageEntry, read: Annotation | None, reason: str | None) -> None:
        """Open the image whose file was read, as it is now: what was read of the same bytes is not read again."""
        self._request = None
        self._current = self._opened[entry.name] = (
            self._read(entry) if read is not None else Opened(entry, reason=reason)
        )
        self.changed.emit(self.annotation)
        self.arrived.emit()

    def _read(self, entry: ImageEntry) -> Opened:
        if self.dataset is None:
            return Opened(entry, reason=self.tr("Open a dataset first."))
        try:
            annotation = self.dataset.read(entry)
        except AnnotrainError as error:
            return Opened(entry, reason=words_of(error))
        opened = Opened(entry, History.begin(annotation), annotation)
        self.file_read.emit(opened)
        return opened

    def _keep(self, opened: Opened) -> None:
        self._opened[opened.entry.name] = opened
        if self._current is not None and self._current.entry.name == opened.entry.name:
            self._current = opened

    def _call(self, place: int, which: int) -> None:
        for hook in self._current.hooks if self._current else ():
            call = hook[which]
            if hook[0] == place and callable(call):
                call()
