"""A thread that follows the runs of a project and tells the window what is new, some ten times a second at most."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.errors import AnnotrainError
from core.training.events import EpochEnded, Event, EventReader, RunEnded, RunStarted, Said, StepEnded
from core.training.run_folder import RunFolder, RunState, list_runs

if TYPE_CHECKING:
    from core.training.spec import Spec

TICK_S = 0.1
"""How often the run that is looked at is read."""
LIST_EVERY = 20
"""After how many ticks the list of runs is looked through: two seconds."""
_LOG_TAIL = 1 << 16


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """One row of the run list. ``best_map50`` is 0 to 1; ``started`` in seconds since 1970; None while unknown.

    ``images_per_second`` is how fast it learned, a mean in which the last ten steps or so count most.
    """

    path: Path
    spec: "Spec"
    state: RunState
    started: float | None = None
    epoch: int = 0
    best_map50: float | None = None
    images_per_second: float | None = None
    val_images: int = 0
    model: str | None = None  # what it published, such as bolts@3
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class RunNews:
    """What a run said since the last time.

    ``fresh`` means that what was shown before is to be forgotten. ``started`` stands before the steps where there is
    one. ``steps`` and ``losses`` are (n,) float arrays; ``events`` are all but the steps.
    """

    path: Path
    state: RunState
    fresh: bool = False
    started: RunStarted | None = None
    steps: NDArray[np.float64]
    losses: NDArray[np.float64]
    last_step: StepEnded | None = None
    events: tuple[Event, ...] = ()
    log: str = ""


class TrainingMonitor(QObject):
    """Reads run folders in a thread of its own; every signal arrives on the main thread."""

    news = Signal(object)  # RunNews of the run that is followed
    runs_changed = Signal(object)  # list[RunSummary], newest first, whenever a row has changed
    run_ended = Signal(object)  # RunSummary of a run that was seen running and has ended since

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._closed = False
        self._runs_folder: Path | None = None
        self._followed: Path | None = None
        self._thread = threading.Thread(target=self._loop, name="annotrain runs", daemon=True)
        self._thread.start()

    def watch(self, runs_folder: Path | None) -> None:
        """Look after the runs below ``runs_folder`` from now on."""
        with self._lock:
            self._runs_folder = runs_folder
            self._followed = None
        self._wake.set()

    def follow(self, run: Path | None) -> None:
        """Read this run's events from their beginning and on; what is new comes by :attr:`news`."""
        with self._lock:
            self._followed = run
        self._wake.set()

    def refresh(self) -> None:
        """Look now instead of within two seconds."""
        self._wake.set()

    def shutdown(self) -> None:
        """End the thread and wait for it; nothing is emitted afterwards."""
        self._closed = True
        self._wake.set()
        self._thread.join()

    def _loop(self) -> None:
        """Read until closed."""
        look = _Look(None)
        page: _Followed | None = None
        tick = 0
        while not self._closed:
            with self._lock:
                folder, run = self._runs_folder, self._followed
            if folder != look.folder:
                look, tick = _Look(folder), 0
            if (page.run.path if page else None) != run:
                page = _Followed(RunFolder(run)) if run is not None else None
            if page is not None:
                for piece in page.read():
                    self._tell(self.news, piece)
            if tick % LIST_EVERY == 0 or (page is not None and page.ended_now):
                self._tell_runs(look)
            tick += 1
            if self._wake.wait(TICK_S):
                self._wake.clear()
                tick = 0

    def _tell_runs(self, look: "_Look") -> None:
        """Emit the list of runs where it has changed, and each run that has ended."""
        rows, ended = look.again()
        if rows is not None:
            self._tell(self.runs_changed, rows)
        for row in ended:
            self._tell(self.run_ended, row)

    def _tell(self, signal: Signal, value: object) -> None:
        """Emit unless the window is gone."""
        if not self._closed:
            signal.emit(value)


@dataclass
class _Row:
    """What is known of one run in the list."""

    run: RunFolder
    reader: EventReader
    summary: RunSummary


@dataclass
class _Look:
    """The runs below one folder as they were when last looked at."""

    folder: Path | None
    rows: dict[Path, _Row] = field(default_factory=dict)
    shown: list[RunSummary] | None = None

    def again(self) -> tuple[list[RunSummary] | None, list[RunSummary]]:
        """Return the new list, None if nothing has changed, and the runs that have ended since."""
        before = {row.path: row.state for row in self.shown or []}
        summaries = [
            summary for run in (list_runs(self.folder) if self.folder else []) if (summary := self._summary(run))
        ]
        if summaries == self.shown:
            return None, []
        self.shown = summaries
        going_on = (RunState.RUNNING, RunState.QUEUED)
        return summaries, [row for row in summaries if before.get(row.path) in going_on and row.state not in going_on]

    def _summary(self, run: RunFolder) -> RunSummary | None:
        """Return the row of one run, brought up to date; None for a folder that is no whole run."""
        try:
            state = run.state()
            row = self.rows.get(run.path)
            if row is None:
                first = RunSummary(path=run.path, spec=run.spec, state=state)
                row = self.rows[run.path] = _Row(run, EventReader(run.events_path), first)
            row.summary = _grown(row.summary, state, row.reader.read_new())
        except (AnnotrainError, OSError):
            return None  # being made or removed just now, or not ours: `annotrain runs` says what is wrong with it
        return row.summary


def _grown(summary: RunSummary, state: RunState, news: Sequence[Event]) -> RunSummary:
    """Return the row with what the events say added."""
    started, epoch, best, speed = summary.started, summary.epoch, summary.best_map50, summary.images_per_second
    val_images, model, message = summary.val_images, summary.model, summary.message
    for event in news:
        if isinstance(event, RunStarted):
            started = started or event.at
            val_images, message = event.val_images, ""
        elif isinstance(event, StepEnded):
            epoch, now = event.epoch, event.images_per_second
            speed = now if speed is None else 0.9 * speed + 0.1 * now
        elif isinstance(event, EpochEnded):
            best = max((value for value in (best, event.map50) if value is not None), default=None)
        elif isinstance(event, RunEnded):
            model, message = event.model, event.message
    return RunSummary(
        path=summary.path, spec=summary.spec, state=state, started=started, epoch=epoch, best_map50=best,
        images_per_second=speed, val_images=val_images, model=model, message=message,
    )  # fmt: skip


class _Followed:
    """The run that is looked at: reads its events and its log on from where it was."""

    def __init__(self, run: RunFolder) -> None:
        self.run = run
        self.ended_now = False
        self._reader = EventReader(run.events_path)
        self._log_position: int | None = None
        self._fresh = True
        self._state: RunState | None = None
        self._ticks = 0

    def read(self) -> Iterator[RunNews]:
        """Yield what is new, one piece a start of the run."""
        try:
            fresh_events = self._reader.read_new()
            log = self._read_log()
            state = self._state_now(looked_at=bool(fresh_events))
        except (AnnotrainError, OSError) as error:
            fresh_events, log, state = [Said(text=str(error))], "", RunState.LOST
        self.ended_now = self._state is not None and state is not self._state
        if not (fresh_events or log or self._fresh or self.ended_now or self._state is not state):
            return
        self._state = state
        for number, part in enumerate(_split_at_starts(fresh_events)):
            yield _news(self.run.path, state, part, fresh=self._fresh, log=log if number == 0 else "")
            self._fresh = False

    def _state_now(self, *, looked_at: bool) -> RunState:
        """Return where the run stands; asked of the system about once a second, and when something is new."""
        self._ticks += 1
        if self._state is None or looked_at or self._ticks % 10 == 0:
            return self.run.state()
        return self._state

    def _read_log(self) -> str:
        """Return what was added to the log, of a long one the end only."""
        if not self.run.log_path.exists():
            return ""
        with self.run.log_path.open("rb") as stream:
            size = stream.seek(0, 2)
            start = max(0, size - _LOG_TAIL) if self._log_position is None else min(self._log_position, size)
            stream.seek(start)
            self._log_position = size
            return stream.read(size - start).decode(errors="replace")


def _split_at_starts(events: Sequence[Event]) -> list[list[Event]]:
    """Return the events in parts of which each begins where the run was started or resumed; at least one part."""
    parts: list[list[Event]] = [[]]
    for event in events:
        if isinstance(event, RunStarted) and parts[-1]:
            parts.append([])
        parts[-1].append(event)
    return parts


def _news(path: Path, state: RunState, events: Sequence[Event], *, fresh: bool, log: str) -> RunNews:
    """Return the events of one part as news."""
    steps = [event for event in events if isinstance(event, StepEnded)]
    others = tuple(event for event in events if not isinstance(event, StepEnded))
    return RunNews(
        path=path,
        state=state,
        fresh=fresh,
        started=next((event for event in others if isinstance(event, RunStarted)), None),
        steps=np.array([step.step for step in steps], dtype=np.float64),
        losses=np.array([step.loss for step in steps], dtype=np.float64),
        last_step=steps[-1] if steps else None,
        events=others,
        log=log,
    )
