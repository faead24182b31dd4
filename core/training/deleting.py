"""Deleting a run: stopped first, gone from the list in one step, then removed. What it published stays."""

import shutil
import time
from pathlib import Path

from core.errors import RunFolderError, WriteError
from core.training.queue import go_on, stop
from core.training.run_folder import RunFolder, RunState

_STOP_S = 20.0
_LOOK_S = 0.05


def size(run: RunFolder) -> int:
    """Return how many bytes the run takes on the disk."""
    return sum(path.stat().st_size for path in run.path.rglob("*") if path.is_file())


def delete(run: RunFolder) -> None:
    """Stop the run if need be, and remove its folder for good; published models are elsewhere and stay.

    The folder first leaves the list in one step, so that a kill in the midst leaves no half run; what such a kill
    left behind is removed with the next one.

    Raises:
        RunFolderError: its worker does not end.
        WriteError: a file cannot be removed.
    """
    end(run)
    trash = run.path.parent.parent / "trash"
    try:
        trash.mkdir(exist_ok=True)
        run.path.rename(trash / f"{run.id}-{time.time_ns()}")
        shutil.rmtree(trash)
    except OSError as error:
        raise WriteError(Path(error.filename or run.path), error.strerror or str(error)) from error
    go_on(run.path.parent)


def end(run: RunFolder) -> None:
    """Return when no process works on the run and it does not wait for its turn.

    Raises:
        RunFolderError: its worker does not end.
    """
    try:
        state = run.state()
        if state in (RunState.RUNNING, RunState.QUEUED):
            stop(run)
        worker = run.worker if state is RunState.RUNNING else None
    except RunFolderError:  # whose process it was cannot be read, and a broken run is what one wants to be rid of
        return
    deadline = time.monotonic() + _STOP_S
    while worker is not None and worker.is_alive(run.path):
        if time.monotonic() > deadline:
            raise RunFolderError(f"{run.path}: its process does not stop; end process {worker.pid} and try again.")
        time.sleep(_LOOK_S)
