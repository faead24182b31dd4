"""Trains runs in processes that are killed by signal 9 at an exact point.

``python -m tests.core.training.killed_runs RUN POINT ...`` takes pairs of a run's folder and a point, such as
``step:3``. One process loads torch, which takes seconds, and forks one that trains; a killed run is resumed by a second
one and ends.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from core import files
from core.training import loop, teaching
from core.training.events import Event, StepEnded
from core.training.journal import Journal
from core.training.run_folder import RunFolder
from core.training.worker import main


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _die_after_step(number: int) -> None:
    """Be killed as soon as the step of that number is said, before a checkpoint of it."""
    say = Journal.say

    def said(journal: Journal, event: Event | str) -> None:
        say(journal, event)
        if isinstance(event, StepEnded) and event.step == number:
            _die()

    Journal.say = said  # type: ignore[method-assign]


def _die_writing(number: int, *, before: bool) -> None:
    """Be killed at the checkpoint of that number: before the whole file takes its name, or just after."""
    replace, left = os.replace, [number]

    def replaced(source: str, target: str) -> None:
        counts = str(target).endswith("checkpoint.pt")
        left[0] -= counts
        if counts and not left[0] and before:
            _die()
        replace(source, target)
        if counts and not left[0]:
            _die()

    files.os.replace = replaced


def _die_measuring(_number: int) -> None:
    """Be killed in the midst of an epoch's evaluation."""
    loop.validate = lambda *_parts: _die()  # type: ignore[assignment]


POINTS: dict[str, Callable[[int], None]] = {
    "never": lambda _number: None,
    "step": _die_after_step,
    "writing": lambda number: _die_writing(number, before=True),
    "written": lambda number: _die_writing(number, before=False),
    "measuring": _die_measuring,
}


def _train(path: Path, point: str) -> int:
    """Train in a process of its own until the point; return how it ended."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    code = 1
    try:
        name, _, number = point.partition(":")
        POINTS[name](int(number or 0))
        loop.SAVE_EVERY_S = 0.0  # a checkpoint after each step
        code = main(path)
    finally:
        os._exit(code)


def _train_all(pairs: list[str]) -> None:
    """Let each run be killed at its point, and go on to its end."""
    for path, point in zip(pairs[::2], pairs[1::2], strict=True):
        ended = _train(Path(path), point)
        killed = os.WIFSIGNALED(ended) and os.WTERMSIG(ended) == signal.SIGKILL
        assert killed is (point != "never"), f"{point}: {ended}, {RunFolder(Path(path)).log_path.read_text()}"
        if killed:
            assert _train(Path(path), "never") == 0, (
                f"resumed after {point}: {RunFolder(Path(path)).log_path.read_text()}"
            )


if __name__ == "__main__":
    assert teaching.teach is not None
    _train_all(sys.argv[1:])
