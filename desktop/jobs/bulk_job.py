"""Long work over many images, in a thread of its own, with progress and a way to cancel."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.review.prelabel import Progress
from desktop.jobs.executor import Executor

_TELL_EVERY_S = 0.1

Report = Callable[[Progress], None]
ShouldStop = Callable[[], bool]


class BulkJob(QObject):
    """Runs ``work(report, should_stop)`` once. ``progress`` comes at most ten times a second, and at the end.

    ``done`` carries the result, ``failed`` the error; one of them comes, unless the job was shut down before.
    """

    progress = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Report, ShouldStop], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop, self._rest = threading.Event(), threading.Event()
        self._told = 0.0
        self._executor = Executor(self)

    def start(self) -> None:
        """Begin."""
        self._executor.submit(lambda: self._work(self._report, self._stop.is_set), self.done.emit, self.failed.emit)

    def cancel(self) -> None:
        """Ask the work to end early; its result still comes."""
        self._stop.set()

    def pause(self, rests: bool) -> None:
        """Ask the work to rest, or to go on."""
        self._rest.set() if rests else self._rest.clear()

    def should_wait(self) -> bool:
        """Tell whether the work is to rest; for work that can."""
        return self._rest.is_set()

    def leave(self) -> None:
        """Cancel, and say nothing more; once the thread has come to its end this is deleted, and nobody waits."""
        self._stop.set()
        self.blockSignals(True)
        self._executor.submit(lambda: None, lambda _nothing: self.deleteLater(), must_run=True)

    def shutdown(self) -> None:
        """Cancel, wait for the thread, and say nothing more."""
        self._stop.set()
        self._executor.shutdown()

    def _report(self, progress: Progress) -> None:
        """Pass progress on, thinned out; runs on the job's thread."""
        now = time.monotonic()
        if (now - self._told >= _TELL_EVERY_S or progress.done == progress.total) and not self._executor.closed:
            self._told = now
            self.progress.emit(progress)
