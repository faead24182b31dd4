"""What a run says of itself: one JSON line an event, appended to ``events.jsonl`` and never changed."""

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

EndState: TypeAlias = Literal["finished", "stopped", "paused", "failed"]
END_STATES: tuple[EndState, ...] = get_args(EndState)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events; ``at`` is the time it happened, in seconds since 1970."""

    at: float = field(default_factory=time.time)


@dataclass(frozen=True, kw_only=True)
class RunStarted(Event):
    """A worker begins or goes on.

    ``step`` is how many steps are done already: 0 at first; after a resume, what came later in the file than that
    step happened in vain and is done again.
    """

    images: int
    val_images: int
    steps_per_epoch: int
    epochs: int
    device: str
    labels: tuple[str, ...]
    input_size: tuple[int, int]
    step: int = 0
    task: str = "detection"


@dataclass(frozen=True, kw_only=True)
class StepEnded(Event):
    """One batch was learned from. ``step`` counts from 1 over the whole run, ``epoch`` from 1."""

    step: int
    epoch: int
    loss: float
    learning_rate: float
    images_per_second: float


@dataclass(frozen=True, kw_only=True)
class EpochEnded(Event):
    """An epoch and its evaluation are done.

    Losses are means over the epoch and the validation images; ``metrics`` are the task's figures by name, 0 to 1, the
    headline first, ``per_label`` is each label's headline; None where there is nothing to measure. ``seconds_left`` is
    to the end of the run.
    """

    epoch: int
    epochs: int
    step: int
    train_loss: float
    val_loss: float | None
    metrics: dict[str, float | None]
    per_label: dict[str, float | None]
    seconds: float
    seconds_left: float

    @property
    def headline(self) -> float | None:
        """The figure by which epochs are compared."""
        return next(iter(self.metrics.values()), None)


@dataclass(frozen=True, kw_only=True)
class CheckpointSaved(Event):
    """Everything up to ``step`` is on disk; a resume goes on from there."""

    step: int
    epoch: int


@dataclass(frozen=True, kw_only=True)
class BatchHalved(Event):
    """Memory ran out after ``step`` steps: it goes on with so many images a step, at a rate lowered alike."""

    step: int
    batch_size: int


@dataclass(frozen=True, kw_only=True)
class LossBroke(Event):
    """The loss of the step is no number (``loss`` is 'nan', 'inf' or '-inf'), or, ``of_gradient``, its gradient is not.

    ``names`` are the images of its batch, ``pictures`` the files in the run's folder ``broken-batch`` that show it.
    """

    step: int
    loss: str
    names: tuple[str, ...]
    pictures: tuple[str, ...]
    of_gradient: bool = False


@dataclass(frozen=True, kw_only=True)
class Said(Event):
    """A sentence for the person who watches."""

    text: str


@dataclass(frozen=True, kw_only=True)
class RunEnded(Event):
    """The worker is done; ``model`` is what it published, such as ``parts@3``, if it did."""

    state: EndState
    message: str
    model: str | None = None

    def __post_init__(self) -> None:
        if self.state not in END_STATES:
            raise ValueError(f"{self.state!r} is no end of a run")


_KINDS: dict[str, type[Event]] = {
    kind.__name__: kind
    for kind in (RunStarted, StepEnded, EpochEnded, CheckpointSaved, BatchHalved, LossBroke, Said, RunEnded)
}
_TAIL = 1 << 16


def append(path: Path, event: Event) -> None:
    """Add the event to the file in one write, so that a reader sees all of it or waits.

    Raises:
        OSError: the file cannot be written.
    """
    line = json.dumps({"event": type(event).__name__, **asdict(event)}, ensure_ascii=False, allow_nan=False)
    with path.open("ab") as stream:
        stream.write(line.encode() + b"\n")


def mend(path: Path) -> None:
    """Cut off a last line that a killed worker left without its end, so that the next one begins on a new line."""
    if not path.exists():
        return
    with path.open("r+b") as stream:
        content = stream.read()
        stream.truncate(content.rfind(b"\n") + 1)


def last_event(path: Path, start: int = 0) -> Event | None:
    """Return the last whole event that begins at byte ``start`` or later; None if there is none."""
    if not path.exists():
        return None
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(start, size - _TAIL))
        lines = stream.read().split(b"\n")[:-1]
    return parse(lines[-1]) if lines else None


class EventReader:
    """Follows a run's events while they are written, by this or another process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._position = 0

    def read_new(self) -> list[Event]:
        """Return the events since the last call, oldest first; a line without its end waits for the next call.

        A line that no event can be made of comes as :class:`Said`, so that nothing is hidden and the rest still reads.
        """
        if not self.path.exists():
            return []
        with self.path.open("rb") as stream:
            stream.seek(self._position)
            fresh = stream.read()
        whole = fresh[: fresh.rfind(b"\n") + 1]
        self._position += len(whole)
        return [parse(line) for line in whole.splitlines() if line.strip()]


def parse(line: bytes) -> Event:
    """Return the event of one line."""
    try:
        values: dict[str, Any] = json.loads(line)
        kind = _KINDS[values.pop("event")]
        if kind is EpochEnded and "metrics" not in values:  # as runs were told before there were other tasks
            values["metrics"] = {name: values.pop(name) for name in ("map50", "map")}
        for name in ("labels", "input_size", "names", "pictures"):
            if name in values:
                values[name] = tuple(values[name])
        return kind(**values)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Said(at=0.0, text=f"A line of the events cannot be read: {line[:80].decode(errors='replace')}")
