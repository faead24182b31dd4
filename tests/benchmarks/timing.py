"""Timing events alike in this program and in the peer: the standard library only, for both import it."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

LEAST_EVENTS = 50


@dataclass(frozen=True)
class Times:
    """Medians of one event in ms: processor time of the whole process, and wall time, over ``count`` events."""

    cpu: float
    wall: float
    count: int

    def as_json(self) -> dict[str, float]:
        """Return what :func:`from_json` takes."""
        return asdict(self)


def from_json(values: dict[str, float]) -> Times:
    """Return the times that a peer printed."""
    return Times(values["cpu"], values["wall"], int(values["count"]))


class Watch:
    """Gathers the times of events; ``with watch:`` is one event."""

    def __init__(self) -> None:
        self._cpu: list[float] = []
        self._wall: list[float] = []

    def __enter__(self) -> "Watch":
        self._begun = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_error: object) -> None:
        self._cpu.append(1000 * (time.process_time() - self._begun[0]))
        self._wall.append(1000 * (time.perf_counter() - self._begun[1]))

    @property
    def times(self) -> Times:
        """The medians so far."""
        return Times(statistics.median(self._cpu), statistics.median(self._wall), len(self._cpu))


def timed(event: Callable[[int], object], count: int = LEAST_EVENTS, warm: int = 3) -> Times:
    """Run ``event(0)``, ``event(1)``, ...; return the medians of ``count`` of them, after ``warm`` unmeasured ones."""
    watch = Watch()
    for number in range(warm):
        event(number)
    for number in range(warm, warm + count):
        with watch:
            event(number)
    return watch.times
