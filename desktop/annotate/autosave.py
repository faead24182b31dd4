"""Writing annotations soon after an edit, in the background; what could not be written is kept and tried again."""

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import AnnotrainError, FileChangedError
from core.files import remove, write_atomic
from core.voc import annotation_file
from core.voc.annotation import Annotation
from core.voc.convention import Convention
from desktop.annotate.document import Document, Opened
from desktop.jobs.executor import Executor

DELAY_MS = 150
"""How long after an edit it is written at the latest, be there more edits meanwhile or not."""


class Writer:
    """Writes annotation files one at a time, whichever thread asks, and knows what each held last.

    An annotation's ``source`` stays that of the file as it was opened, so what is expected on disk is kept here.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._on_disk: dict[Path, bytes | None] = {}
        self._newest: dict[Path, int] = {}

    def on_disk(self, path: Path) -> bytes | None:
        """Return what the file held when it was last read or written."""
        return self._on_disk.get(path)

    def remember(self, path: Path, content: bytes | None) -> None:
        """Note what was read from the file."""
        self._on_disk[path] = content

    def write(self, path: Path, annotation: Annotation | None, convention: Convention, number: int) -> None:
        """Write the annotation, or with None remove the file, unless a higher number was written already.

        Raises:
            FileChangedError: the file is not what was last read or written.
            AnnotationFileError: it cannot be read to see whether it is.
            WriteError: the disk is full or the folder cannot be written.

        """
        content = annotation_file.to_bytes(annotation, convention) if annotation is not None else None
        with self._lock:
            if number < self._newest.get(path, -1):
                return
            there = annotation_file.bytes_at(path)
            if there is not None and there not in (self._on_disk.get(path), content):
                raise FileChangedError(path)
            if content is None:
                remove(path)
            elif there != content:
                write_atomic(path, content)
            self._on_disk[path] = content
            self._newest[path] = number


class Autosave(QObject):
    """Saves what is unsaved some moments after an edit; ``saved`` and ``failed`` say how it went."""

    saved = Signal(str)
    failed = Signal(str, object)

    def __init__(self, document: Document, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._executor = executor
        self._numbers = count()
        self._latest: dict[str, int] = {}
        self.writer = Writer()
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._save_in_background)
        document.changed.connect(self._note)
        document.file_read.connect(self._remember)

    def reset(self) -> None:
        """Forget the files of the dataset before."""
        self._timer.stop()
        self.writer = Writer()

    def hurry(self) -> None:
        """Write what is unsaved at once, in the background: another image is opened."""
        if self._timer.isActive():
            self._timer.stop()
            self._save_in_background()

    def flush(self) -> bool:
        """Write all that is unsaved before returning; tell whether everything could be."""
        self._timer.stop()
        for opened in self._document.unsaved():
            self._write_now(opened)
        return not self._document.unsaved()

    def _remember(self, opened: Opened) -> None:
        assert opened.saved is not None  # it was just read
        self._latest[opened.entry.name] = next(self._numbers)
        self.writer.remember(opened.entry.annotation_path, opened.saved.source)

    def _note(self, annotation: Annotation | None) -> None:
        if annotation is not None and self._document.dirty and not self._timer.isActive():
            self._timer.start()

    def _save_in_background(self) -> None:
        for opened in self._document.unsaved():
            work, done, failed = self._begin(opened)
            key = str(opened.entry.annotation_path)
            self._executor.submit(work, done, failed, key=key, owner=self, must_run=True)

    def _write_now(self, opened: Opened) -> None:
        work, done, failed = self._begin(opened)
        try:
            work()
        except AnnotrainError as error:
            failed(error)
        else:
            done(None)

    def _begin(
        self, opened: Opened
    ) -> tuple[Callable[[], None], Callable[[None], None], Callable[[BaseException], None]]:
        """Return the work of writing an image and whom to tell; until then it is open what the file holds."""
        assert opened.history is not None  # what has no history cannot be unsaved
        assert self._document.dataset is not None
        entry, annotation, number = opened.entry, opened.history.current, next(self._numbers)
        self._latest[entry.name] = number
        self._document.mark_saved(entry.name, None)
        convention = self._document.dataset.convention
        return (
            partial(self.writer.write, entry.annotation_path, opened.wanted_on_disk, convention, number),
            partial(self._done, entry.name, annotation, number),
            partial(self.failed.emit, entry.name),
        )

    def _done(self, name: str, annotation: Annotation, number: int, _nothing: None) -> None:
        """Note what the file holds now, unless a later write of it is under way."""
        if self._latest.get(name) == number:
            self._document.mark_saved(name, annotation)
            self.saved.emit(name)
