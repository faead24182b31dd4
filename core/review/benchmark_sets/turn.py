"""One process at a time measures a dataset's benchmark sets: the window, a worker that published, or a person."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.files import remove
from core.training.launch import alone
from core.training.worker_mark import WorkerMark
from core.voc.dataset import Dataset
from core.voc.held_out import frozen_folder

_LOOK_S = 0.5
_STARTING_S = 10.0


@contextmanager
def own_turn(dataset: Dataset, on_wait: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Wait until no other process measures, and keep every other one waiting; ``on_wait`` is called once if so.

    A process that was killed is waited for no longer. What the other one measured is on disk then.

    Raises:
        RunFolderError: another one is taking its turn and does not come to an end with it.
        WriteError: the folder cannot be written.
    """
    folder, told = frozen_folder(dataset), False
    folder.mkdir(parents=True, exist_ok=True)
    while not _taken(folder):
        if not told:
            on_wait()
            told = True
        time.sleep(_LOOK_S)
    try:
        yield
    finally:
        remove(folder / "worker.json")
        remove(folder / "alive")


def _taken(folder: Path) -> bool:
    """Take the turn where nobody has it; tell whether it is ours."""
    with alone(folder, _STARTING_S):
        other = _other(folder)
        if other is not None and other.is_alive(folder):
            return False
        WorkerMark.of(os.getpid(), 0).write(folder)
        return True


def _other(folder: Path) -> WorkerMark | None:
    try:
        return WorkerMark.read(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # none, or what was left of one
