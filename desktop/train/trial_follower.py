"""Starts a trial in a process of its own and follows what it says, until it ends or nobody wants to know any longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.training.events import Event, EventReader, RunEnded
from core.training.run_folder import RunFolder, RunState
from desktop.jobs.executor import Executor

if TYPE_CHECKING:
    from core.training.spec import Spec
    from core.training.trials import Result, TrialKind
    from core.voc.dataset import Dataset

_LOOK_MS = 250


@dataclass(frozen=True)
class _Read:
    """What was new at one look."""

    events: Sequence[Event]
    state: RunState
    result: "Result | None"


class TrialFollower(QObject):
    """``said`` carries new events, ``ended`` the result (None where there is none) and what was said last."""

    said = Signal(object)
    ended = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = Executor(self)
        self._run: RunFolder | None = None
        self._reader: EventReader | None = None
        self._over = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, dataset: "Dataset", spec: "Spec", kind: "TrialKind") -> None:
        """Begin the trial."""
        self._executor.submit(lambda: self._begin(dataset, spec, kind), self._started, self._fail, owner=self)

    def stop(self) -> None:
        """Ask the trial to end; one that is just being started ends as soon as it is."""
        if not self._over:
            self._executor.submit(self._request_stop, None, self._fail, must_run=True)

    def shutdown(self) -> None:
        """End the trial and follow it no longer; the thread ends by itself."""
        self._timer.stop()
        self.stop()
        self._executor.shutdown(wait=False)

    def _begin(self, dataset: "Dataset", spec: "Spec", kind: "TrialKind") -> RunFolder:
        """Start the process; runs in the background."""
        from core.training.trials import start_trial  # not above: pydantic would delay the window's start

        self._run = start_trial(dataset, spec, kind)
        return self._run

    def _request_stop(self) -> None:
        """Ask for the end of what was started, behind its start; runs in the background."""
        if self._run is not None:
            self._run.request_stop()

    def _started(self, run: RunFolder) -> None:
        self._reader = EventReader(run.events_path)
        self._timer.start()

    def _look(self) -> None:
        run, reader = self._run, self._reader
        if run is not None and reader is not None:
            self._executor.submit(lambda: _read(run, reader), self._take, self._fail, key="look", owner=self)

    def _take(self, read: _Read) -> None:
        if self._over:
            return
        if read.events:
            self.said.emit(read.events)
        if read.state is RunState.RUNNING:
            return
        self._over = True
        self._timer.stop()
        last = next((event.message for event in reversed(read.events) if isinstance(event, RunEnded)), "")
        self.ended.emit(read.result, last)

    def _fail(self, error: BaseException) -> None:
        self._over = True
        self._timer.stop()
        self.failed.emit(error)


def _read(run: RunFolder, reader: EventReader) -> _Read:
    """Read what is new; in the background."""
    from core.training.trials import read_result

    state = run.state()  # asked first: what is written before the end is then read below
    result = read_result(run) if state is RunState.FINISHED else None
    return _Read(reader.read_new(), state, result)
