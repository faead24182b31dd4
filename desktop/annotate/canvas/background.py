"""Work that a gesture asks for: run beside the main thread, the newest only."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import AnnotrainError
from desktop.jobs.executor import Executor

NOTICED_AFTER = 250
"""Work that takes longer, in milliseconds, is shown to be under way."""


class GestureWork(QObject):
    """One piece of work at a time; ``ended`` carries its result or the AnnotrainError that it raised.

    ``slow`` tells when work becomes noticeable and when that is over; ``broken`` that it raised what nobody expected,
    which the executor then reports.
    """

    ended = Signal(object)
    slow = Signal(bool)
    broken = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = Executor(self)
        self._ticket = 0
        self._patience = QTimer(self, singleShot=True, interval=NOTICED_AFTER)
        self._patience.timeout.connect(lambda: self.slow.emit(True))
        self.under_way = False

    def begin(self, work: Callable[[], object]) -> None:
        """Run ``work`` on the background thread; what was asked for before is not answered any more."""
        self._ticket += 1
        ticket = self._ticket
        self.under_way = True
        if not self._patience.isActive():
            self._patience.start()
        self._executor.submit(
            work,
            lambda result: self._end(ticket, result),
            lambda error: self._fail(ticket, error),
            key="gesture",
            owner=self,
        )

    def drop(self) -> None:
        """Leave the work under way unanswered."""
        self._ticket += 1
        self._rest()

    def shutdown(self) -> None:
        """Wait for what runs and answer nothing from now on."""
        self.drop()
        self._executor.shutdown()

    def _end(self, ticket: int, result: object) -> None:
        if ticket == self._ticket:
            self._rest()
            self.ended.emit(result)

    def _fail(self, ticket: int, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self._end(ticket, error)
        elif ticket == self._ticket:
            self._rest()
            self.broken.emit()

    def _rest(self) -> None:
        self.under_way = False
        self._patience.stop()
        self.slow.emit(False)
