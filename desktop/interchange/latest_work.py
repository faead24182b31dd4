"""Work of a dialog on a thread of its own, of which only the latest counts."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.jobs.executor import Executor

T = TypeVar("T")
Report = Callable[[int, int], None]
Stop = Callable[[], bool]
_TELL_EVERY_S = 0.1


class LatestWork(QObject):
    """Runs one piece of work after the other; what is begun asks what ran before to end."""

    progressed = Signal(int, int)  # done, total

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = Executor(self)
        self._stop = threading.Event()
        self._told = 0.0

    @property
    def busy(self) -> bool:
        """Tell whether something runs or waits."""
        return self._executor.busy

    @property
    def stopping(self) -> bool:
        """Tell whether what was begun last was asked to end."""
        return self._stop.is_set()

    def begin(
        self, work: Callable[[Report, Stop], T], done: Callable[[T], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Run work, which reports how far it is and asks whether to end; its result or its error comes back here."""
        self._stop.set()
        stop = self._stop = threading.Event()
        self._executor.submit(lambda: work(self._report, stop.is_set), done, failed, key="latest", owner=self)

    def stop(self) -> None:
        """Ask what runs to end."""
        self._stop.set()

    def shutdown(self) -> None:
        """End the thread."""
        self._stop.set()
        self._executor.shutdown()

    def _report(self, done: int, total: int) -> None:
        """Pass progress on, thinned out; runs on the background thread."""
        now = time.monotonic()
        if now - self._told >= _TELL_EVERY_S and not self._executor.closed:
            self._told = now
            self.progressed.emit(done, total)
