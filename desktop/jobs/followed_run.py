"""The run that is looked at: its events and its log, read on from where it was."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.errors import AnnotrainError
from core.training.events import Event, RunStarted, Said, StepEnded
from core.training.load import Load
from core.training.pieces import Piece, PieceReader, joined
from core.training.run_folder import RunFolder, RunState
from core.training.worker_mark import last_load
from desktop.error_words import words_of
from desktop.jobs.at_leisure import at_leisure

LOG_ROOM = 8 << 20
"""Of a longer log the end is shown; the file holds it all."""
TELL_EVERY_S = 0.05
"""Of a long run that is read for the first time, so much is told at once."""
_STATE_EVERY = 10
_NOTHING = np.empty(0)


@dataclass(frozen=True, kw_only=True)
class RunNews:
    """What a run said since the last time.

    ``fresh`` means that what was shown before is to be forgotten. ``started`` stands before the steps where there is
    one. ``steps`` and ``losses`` are (n,) float arrays; ``events`` are all but the steps. ``load`` is how busy the
    worker's machine is, while it runs.
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
    load: Load | None = None


class FollowedRun:
    """Reads one run's events and log as they grow."""

    def __init__(self, run: RunFolder) -> None:
        self.run = run
        self.ended_now = False
        self._reader = PieceReader(run.events_path)
        self._log_position: int | None = None
        self._fresh = True
        self._state: RunState | None = None
        self._load: Load | None = None
        self._ticks = 0

    def read(self) -> Iterator[RunNews]:
        """Yield what is new, piece by piece."""
        try:
            yield from self._news()
        except (AnnotrainError, OSError) as error:
            told, self._state = self._state, RunState.LOST
            self.ended_now = told is not RunState.LOST
            if self.ended_now:
                yield self._piece_news(Piece(steps=_NOTHING, losses=_NOTHING, events=(Said(text=_sentence(error)),)))

    def _news(self) -> Iterator[RunNews]:
        before, load_before = self._state, self._load
        self._look(always=before is None)
        told = False
        for piece in _gathered(at_leisure(self._reader.read_new())):
            if not told:
                self._look(always=True)
            yield self._piece_news(piece, log="" if told else self._read_log())
            told = True
        self.ended_now = before is not None and self._state is not before
        log = self._read_log()
        if not told and (log or self._fresh or self._state is not before or self._load != load_before):
            yield self._piece_news(Piece(steps=_NOTHING, losses=_NOTHING), log=log)

    def _look(self, *, always: bool) -> None:
        """Look where the run stands and how busy its machine is: about once a second, and when something is new."""
        self._ticks += 1
        if always or self._ticks % _STATE_EVERY == 0:
            self._state = self.run.state()
            self._load = last_load(self.run.path) if self._state is RunState.RUNNING else None

    def _piece_news(self, piece: Piece, log: str = "") -> RunNews:
        """Return a piece as news; only the first is fresh."""
        fresh, self._fresh = self._fresh, False
        return RunNews(
            path=self.run.path, state=self._state or RunState.LOST, fresh=fresh, started=piece.started,
            steps=piece.steps, losses=piece.losses, last_step=piece.last_step, events=piece.events, log=log,
            load=self._load,
        )  # fmt: skip

    def _read_log(self) -> str:
        """Return what was added to the log, of a very long one the end only."""
        if not self.run.log_path.exists():
            return ""
        with self.run.log_path.open("rb") as stream:
            size = stream.seek(0, 2)
            start = max(0, size - LOG_ROOM) if self._log_position is None else min(self._log_position, size)
            stream.seek(start)
            self._log_position = size
            return stream.read(size - start).decode(errors="replace")


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces that come within a moment as one; what began anew begins another."""
    waiting: list[Piece] = []
    begun = time.monotonic()
    for piece in pieces:
        if waiting and (piece.started is not None or time.monotonic() - begun > TELL_EVERY_S):
            yield joined(waiting)
            waiting, begun = [], time.monotonic()
        waiting.append(piece)
    if waiting:
        yield joined(waiting)


def _sentence(error: AnnotrainError | OSError) -> str:
    """Say why a run cannot be read."""
    if isinstance(error, AnnotrainError):
        return words_of(error)
    words = QCoreApplication.translate("FollowedRun", "{file} of this run cannot be read ({reason}).")
    return words.format(file=error.filename or "", reason=error.strerror or error)
