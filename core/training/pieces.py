"""A run's events in pieces: a million steps are read without a million objects, and without holding others up."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.training.events import Event, RunStarted, StepEnded, parse

PIECE = 1 << 18
"""So many bytes are read at a time: parsing them takes some milliseconds, for which the interpreter is kept."""
_STEP = (b'{"event": "StepEnded"', b'{"event":"StepEnded"')


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Events that follow one another.

    ``started`` stands before all others where there is one. ``steps`` and ``losses`` are (n,) float64 arrays of the
    steps, ``last_step`` is the last of them, ``events`` are all others, in their order.
    """

    started: RunStarted | None = None
    steps: NDArray[np.float64]
    losses: NDArray[np.float64]
    last_step: StepEnded | None = None
    events: tuple[Event, ...] = ()


class PieceReader:
    """Follows a run's events while they are written, by this or another process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._position = 0

    def read_new(self) -> Iterator[Piece]:
        """Yield what was written since the last call, oldest first; a line without its end waits for the next call.

        Raises:
            OSError: the file cannot be read.
        """
        if not self.path.exists():
            return
        with self.path.open("rb") as stream:
            stream.seek(self._position)
            while fresh := stream.read(PIECE):
                whole = fresh[: fresh.rfind(b"\n") + 1]
                if not whole and len(fresh) == PIECE:
                    whole = fresh + stream.readline()  # a line longer than a piece
                self._position += len(whole)
                stream.seek(self._position)
                yield from _pieces(whole.splitlines())
                if not whole or not whole.endswith(b"\n"):
                    return


def _pieces(lines: Sequence[bytes]) -> Iterator[Piece]:
    """Yield the events of the lines, a piece for each start of a worker among them."""
    steps: list[bytes] = []
    others: list[Event] = []
    for line in lines:
        if line.startswith(_STEP):
            steps.append(line)
            continue
        if not line.strip():
            continue
        event = parse(line)
        if isinstance(event, RunStarted) and (steps or others):
            yield _piece(steps, others)
            steps, others = [], []
        others.append(event)
    if steps or others:
        yield _piece(steps, others)


def _piece(lines: Sequence[bytes], events: Sequence[Event]) -> Piece:
    """Return the steps of these lines and the other events as one piece."""
    rows, unread = _rows(lines)
    started = next((event for event in events if isinstance(event, RunStarted)), None)
    last = parse(lines[-1]) if lines else None
    return Piece(
        started=started,
        steps=np.array([row["step"] for row in rows], dtype=np.float64),
        losses=np.array([row["loss"] for row in rows], dtype=np.float64),
        last_step=last if isinstance(last, StepEnded) else None,
        events=(*events, *unread),
    )


def _rows(lines: Sequence[bytes]) -> tuple[list[dict[str, Any]], list[Event]]:
    """Return what the lines of steps say, all at once, and what is to be said of those that cannot be read."""
    try:
        rows: list[dict[str, Any]] = json.loads(b"[" + b",".join(lines) + b"]")
        if all("step" in row and "loss" in row for row in rows):
            return rows, []
    except (ValueError, TypeError):  # one of them is damaged: each by itself
        pass
    events = [parse(line) for line in lines]
    sound = [{"step": event.step, "loss": event.loss} for event in events if isinstance(event, StepEnded)]
    return sound, [event for event in events if not isinstance(event, StepEnded)]
