"""Looks into the watched folder on a thread of its own: every second, and at once where the system gives notice."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from core.review.store import SuggestionStore
from core.review.watching.doubtful import Doubtful, doubtful
from core.review.watching.settings import WatchSettings
from core.review.watching.watch import Step, Watch
from core.voc.dataset import Dataset
from core.voc.listing import Entries
from desktop.jobs.executor import Executor

EVERY_MS = 1000
_AFTER_ERROR_MS = 10_000
_GROW_S = 1.0
"""While many arrive, lists take them in so often: each time, all names of a large dataset are gone through."""


@dataclass(frozen=True)
class Seen:
    """A step; and the dataset's entries with the ``files`` that came into it in this and others of the last second."""

    step: Step
    entries: Entries | None
    files: tuple[str, ...]


class Looking(QObject):
    """One watch that goes on until it is ended."""

    seen = Signal(object)  # Seen
    waiting = Signal(object)  # list[Doubtful], the lowest score first
    failed = Signal(object)  # what keeps it from looking; it tries again after a while

    def __init__(self, dataset: Dataset, settings: WatchSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._dataset, self._settings = dataset, settings
        self._store, self._counted = SuggestionStore.of(dataset), SuggestionStore.of(dataset)
        self._watch: Watch | None = None
        self._files: list[str] = []
        self._grown = 0.0
        self._executor = Executor(self)
        self._counting = Executor(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._notices = QFileSystemWatcher(self)
        self._notices.directoryChanged.connect(self._notice)

    def start(self) -> None:
        """Begin."""
        self.count()
        if self._settings.on:
            self._timer.start(0)

    def end(self) -> None:
        """Look no longer; the step at hand comes to its end by itself, and what it took in the ledger tells later."""
        self._timer.stop()
        self._executor.submit(self._close, must_run=True)
        self._counting.submit(self._counted.close, must_run=True)
        for executor in (self._executor, self._counting):
            executor.shutdown(wait=False)

    def _close(self) -> None:
        """Close the files; runs in the background, behind the last step."""
        if self._watch is not None:
            self._watch.close()
        self._store.close()

    @Slot()
    def count(self) -> None:
        """Find out which images wait for review; they come by :attr:`waiting`."""
        self._counting.submit(
            lambda: doubtful(self._dataset, self._counted, self._settings), self.waiting.emit, self.failed.emit,
            key="count", owner=self,
        )  # fmt: skip

    @Slot()
    def _look(self) -> None:
        if not self._executor.busy:
            self._executor.submit(self._step, self._stepped, self._broke, owner=self)

    def _step(self) -> Seen:
        """Do one step; runs in the background."""
        if self._watch is None:
            self._watch = Watch(self._dataset, self._settings, self._store)
        step = self._watch.step()
        self._files += step.files
        now = time.monotonic()
        if not self._files or (step.more and now - self._grown < _GROW_S):
            return Seen(step, None, ())
        files, self._files, self._grown = tuple(self._files), [], now
        return Seen(step, self._dataset.grown(files), files)

    def _stepped(self, seen: Seen) -> None:
        folder = str(self._settings.folder)
        if seen.step.there and folder not in self._notices.directories():
            self._notices.addPath(folder)
        self.seen.emit(seen)
        if seen.files or (seen.step.predicted and not seen.step.more):
            self.count()
        self._timer.start(0 if seen.step.more else EVERY_MS)

    def _broke(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._timer.start(_AFTER_ERROR_MS)

    @Slot(str)
    def _notice(self, _folder: str) -> None:
        """Something is new: look, so that the time in which a file has to stay as it is begins now."""
        if self._settings.on and not self._executor.busy:
            self._timer.start(0)


__all__ = ["Doubtful", "Looking", "Seen"]
