"""A run's events in pieces: a million steps are read without a million objects, and without holding others up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.training.events import Event, RunStarted, StepEnded, parse

PIECE = 1 << 16
"""So many bytes are read at a time: finding their figures takes less than a millisecond, for which the interpreter is
kept from all other threads."""
_NUMBER = rb"([-+.\deE]+)"
_FIGURES = re.compile(rb'"step": (\d+), "epoch": \d+, "loss": ' + _NUMBER + rb', "learning_rate": ')
"""As :func:`core.training.events.append` writes a step: so it is read ten times as quickly as by its JSON."""
_STEPS = (b'{"event": "StepEnded"', b'{"event":"StepEnded"')


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
    """Follows a run's events while they are written, by this or another process.

    Who wants no ``curves`` gets the last step of each piece alone, at a tenth of the work.
    """

    def __init__(self, path: Path, *, curves: bool = True) -> None:
        self.path = path
        self._curves = curves
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
                yield from self._pieces(whole)
                if not whole or not whole.endswith(b"\n"):
                    return

    def _pieces(self, text: bytes) -> Iterator[Piece]:
        """Yield the events of whole lines, a piece for each start of a worker among them."""
        if text and text.count(_STEPS[0]) == text.count(b"\n"):
            yield self._piece(text, [])
            return
        steps: list[bytes] = []
        others: list[Event] = []
        for line in text.splitlines(keepends=True):
            if line.startswith(_STEPS):
                steps.append(line)
                continue
            if not line.strip():
                continue
            event = parse(line)
            if isinstance(event, RunStarted) and (steps or others):
                yield self._piece(b"".join(steps), others)
                steps, others = [], []
            others.append(event)
        if steps or others:
            yield self._piece(b"".join(steps), others)

    def _piece(self, text: bytes, events: Sequence[Event]) -> Piece:
        """Return the steps of these lines and the other events as one piece."""
        figures, unread = _figures(text) if self._curves else (np.empty((0, 2)), [])
        started = next((event for event in events if isinstance(event, RunStarted)), None)
        last = parse(text[text.rfind(b"\n", 0, -1) + 1 :]) if text else None
        return Piece(
            started=started,
            steps=figures[:, 0],
            losses=figures[:, 1],
            last_step=last if isinstance(last, StepEnded) else None,
            events=(*events, *unread),
        )


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return pieces that follow one another, of which the first alone may have a start, as one."""
    return Piece(
        started=pieces[0].started,
        steps=np.concatenate([piece.steps for piece in pieces]),
        losses=np.concatenate([piece.losses for piece in pieces]),
        last_step=next((piece.last_step for piece in reversed(pieces) if piece.last_step is not None), None),
        events=tuple(event for piece in pieces for event in piece.events),
    )


def _figures(text: bytes) -> tuple[NDArray[np.float64], list[Event]]:
    """Return step and loss (n, 2) of the lines of steps, and what is to be said of those that cannot be read."""
    found = _FIGURES.findall(text)
    unread: list[Event] = []
    try:
        rows = [(float(step), float(loss)) for step, loss in found]
    except ValueError:  # such as 1e5e5
        rows = []
    if len(rows) != text.count(b"\n"):  # one of them is damaged, or written otherwise: each by itself
        events = [parse(line) for line in text.splitlines()]
        rows = [(event.step, event.loss) for event in events if isinstance(event, StepEnded)]
        unread = [event for event in events if not isinstance(event, StepEnded)]
    return np.array(rows, float).reshape(-1, 2), unread
