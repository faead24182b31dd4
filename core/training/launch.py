"""Starting a training process that outlives whoever started it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import RunFolderError, TrainingError, WriteError
from core.training import events
from core.training.run_folder import RunFolder, RunState

_STARTING_S = 30.0
"""Starting a process takes no longer than this."""
_LOOK_S = 0.05
_CREW = {
    "RANK",
    "LOCAL_RANK",
    "WORLD_SIZE",
    "LOCAL_WORLD_SIZE",
    "MASTER_ADDR",
    "MASTER_PORT",
    "GROUP_RANK",
    "ROLE_RANK",
}
"""What torchrun, or a worker in its place, says in the environment of processes that train together."""


def start_worker(run: RunFolder) -> int:
    """Start a process that trains the run, or goes on with it, and return its number.

    It has a group of its own, so that neither closing the window nor Ctrl-C in a terminal reaches it; what it prints
    goes to the run's log. Old requests to stop or pause are taken away.

    Raises:
        RunFolderError: the run is being trained already, or is finished.
        TrainingError: the system starts no process.
        WriteError: the run's folder cannot be written.
    """
    with alone(run.path):
        return _start_on(run)


@contextmanager
def alone(folder: Path, wait_s: float = 0.0) -> Iterator[None]:
    """Keep every other starter out, such as a window and a command at the same moment, waiting so long for one.

    ``folder`` is a run's, or that of all runs for their queue.

    Raises:
        RunFolderError: another one is starting it now.
        WriteError: the folder cannot be written.
    """
    lock, deadline = folder / "starting", time.monotonic() + wait_s
    while not _take(lock):
        if time.monotonic() >= deadline:
            raise RunFolderError(f"{folder}: is being started already; look again in a moment.")
        time.sleep(_LOOK_S)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> bool:
    """Make the file ``lock`` and return whether it was this process that did.

    Raises:
        WriteError: its folder cannot be written.
    """
    try:
        with suppress(FileNotFoundError):
            if time.time() - lock.stat().st_mtime > _STARTING_S:
                lock.unlink()  # whoever made it died over it
        lock.touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError as error:
        raise WriteError(lock.parent, error.strerror or str(error)) from error
    return True


def _start_on(run: RunFolder) -> int:
    """Start the process, now that nobody else does."""
    state = run.state()
    if state in (RunState.RUNNING, RunState.FINISHED):
        raise RunFolderError(f"{run.path}: is {state} already; start a new run.")
    try:
        events.mend(run.events_path)
        after = run.events_size()
        for request in (run.stop_path, run.pause_path, run.queued_path):
            request.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(run.path, error.strerror or str(error)) from error
    try:
        with run.log_path.open("ab") as log:
            process = _start(worker_command(run.path.resolve()), log.fileno())
    except OSError as error:
        raise TrainingError(f"{run.path}: no training process could be started ({error}).") from error
    run.mark_worker(process.pid, after)
    # Somebody has to wait for a child on POSIX, or it stays behind as a zombie when it has ended.
    threading.Thread(target=process.wait, name=f"wait for {run.id}", daemon=True).start()
    return process.pid


def start_detached(*words: str, log: Path) -> "subprocess.Popen[bytes]":
    """Start a command of this program that outlives whoever starts it; what it prints goes to the end of ``log``.

    Raises:
        TrainingError: the system starts no process, or the log cannot be written.
    """
    try:
        with log.open("ab") as stream:
            process = _start(command_line(*words), stream.fileno())
    except OSError as error:
        raise TrainingError(f"{words[0]}: no process could be started ({error}).") from error
    threading.Thread(target=process.wait, name=f"wait for {words[0]}", daemon=True).start()
    return process


def worker_command(path: Path) -> list[str]:
    """Return the command line of a worker."""
    return command_line("worker", str(path))


def command_line(*words: str) -> list[str]:
    """Return what runs a command of this program as a process; a frozen program itself takes the same words."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "core.cli", *words]


def _start(command: list[str], log: int) -> "subprocess.Popen[bytes]":
    """Start the command detached, from whatever folder we are in."""
    root = str(Path(__file__).parents[2])
    search = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    # A worker that starts the next run of the queue may be one of several that share a batch; the next one is not.
    own = {name: value for name, value in os.environ.items() if name not in _CREW}
    environment = {**own, "PYTHONPATH": search, "PYTHONUNBUFFERED": "1"}
    if getattr(sys, "frozen", False):
        # A frozen program started by a frozen program is one of its own, not a part of its parent.
        environment = {**own, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, creationflags=flags
        )
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True
    )
