"""One background thread whose results come back once, on the main thread."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.errors import AnnotrainError

T = TypeVar("T")


class Executor(QObject):
    """Runs work on one background thread, in the order given.

    What was submitted with a ``key`` is replaced by a newer submission of the same key as long as it waits: the newest
    wins. ``on_done`` or ``on_error`` is called once, on the thread that the executor lives in, unless the ``owner`` is
    gone or the executor was shut down by then. An error that is not of our own tree is raised there after ``on_error``,
    so that it reaches the one place that reports what nobody expected.
    """

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="annotrain")
        self._waiting: dict[str, _Job] = {}
        self._jobs: set[_Job] = set()
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether something runs or waits."""
        return bool(self._jobs)

    @property
    def closed(self) -> bool:
        """Tell whether it was shut down; long work asks this now and then and ends early."""
        return self._closed

    def submit(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        key: str | None = None,
        owner: QObject | None = None,
        must_run: bool = False,
    ) -> None:
        """Run ``work`` in the background. ``must_run`` is work that a shutdown waits for instead of dropping it."""
        if self._closed:
            return
        if key is not None and (older := self._waiting.pop(key, None)) is not None and older.future.cancel():
            self._jobs.discard(older)
        job = _Job(on_done, on_error, owner, must_run)
        self._jobs.add(job)
        job.future = self._pool.submit(work)
        if key is not None:
            self._waiting[key] = job
        job.future.add_done_callback(lambda _future: self._announce(job))

    def shutdown(self, *, wait: bool = True) -> None:
        """Drop what waits (but not what must run), wait for the rest, and deliver nothing from now on.

        Without ``wait`` the rest comes to its end by itself: where the window goes on, it must not stand still.
        """
        if self._closed:
            return
        self._closed = True
        for job in self._jobs:
            if not job.must_run:
                job.future.cancel()
        self._pool.shutdown(wait=wait)
        self._jobs.clear()

    def _announce(self, job: "_Job") -> None:
        """Hand an ended job over to the main thread; runs on the background thread."""
        if not self._closed:
            self._ended.emit(job)

    @Slot(object)
    def _deliver(self, job: "_Job") -> None:
        """Call the job's callback unless nobody is there to take it."""
        self._jobs.discard(job)
        if self._closed or job.future.cancelled() or (job.owner is not None and not shiboken6.isValid(job.owner)):
            return
        error = job.future.exception()
        if error is None:
            if job.on_done is not None:
                job.on_done(job.future.result())
            return
        if job.on_error is not None:
            job.on_error(error)
        if job.on_error is None or not isinstance(error, (AnnotrainError, CancelledError)):
            raise error


class _Job:
    """What was submitted and whom to tell."""

    future: Future[Any]

    def __init__(
        self,
        on_done: Callable[[Any], None] | None,
        on_error: Callable[[BaseException], None] | None,
        owner: QObject | None,
        must_run: bool,
    ) -> None:
        self.on_done = on_done
        self.on_error = on_error
        self.owner = owner
        self.must_run = must_run
