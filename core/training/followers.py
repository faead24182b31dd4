"""Further processes for a run, on this machine: the worker starts them, and they follow it to the end.

They are told who they are in torchrun's words, so that it makes no difference to the training who started them; over
several machines that is torchrun itself: ``torchrun ... -m core.training.worker RUN``.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import NoReturn

from core.errors import RunFolderError, TrainingError
from core.training.launch import worker_command
from core.training.run_folder import RunFolder

_PATIENCE_S = 10.0
"""So long a process may take to end by itself once the leading one has."""
_GRACE_S = 5.0
"""So long the leading process may take to find out itself that another one is gone."""
_LOOK_S = 1.0
_MOMENT_S = 0.05
_OURS = "annotrain"
"""By this id a follower knows that the leading process has started it, not torchrun."""


def follows() -> bool:
    """Return whether this process is one that follows another."""
    return int(os.environ.get("RANK", "0")) > 0


class Followers:
    """The processes that this one leads, as the spec asks for; none where all were started by somebody else."""

    def __init__(self, run: RunFolder) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._ending = threading.Event()
        count = run.spec.processes
        if count == 1 or "WORLD_SIZE" in os.environ:
            return
        os.environ.update(_words(count))
        for rank in range(1, count):
            environment = {**os.environ, "RANK": str(rank), "LOCAL_RANK": str(rank)}
            command = worker_command(run.path.resolve())
            self._processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment))
        os.environ.update(RANK="0", LOCAL_RANK="0")

    def watch(self, end: Callable[[str], NoReturn]) -> None:
        """Call ``end`` with a sentence, in a thread, if one of them dies and this process does not notice soon.

        Waiting for an answer of one that is gone, torch would stay for up to half an hour.
        """
        if self._processes:
            threading.Thread(target=self._watch, args=(end,), name="followers", daemon=True).start()

    def lost(self, wait_s: float = 0.0) -> TrainingError | None:
        """Return the error if one of them has died, or does within that time; None if all are at work."""
        deadline = time.monotonic() + wait_s
        while True:
            for number, process in enumerate(self._processes, 2):
                if process.poll():
                    return _how_it_died(number, len(self._processes) + 1, process.returncode)
            if time.monotonic() >= deadline:
                return None
            time.sleep(_MOMENT_S)

    def end(self) -> None:
        """Return when they have ended, which those that do not end by themselves are made to."""
        self._ending.set()
        for process in self._processes:
            try:
                process.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _watch(self, end: Callable[[str], NoReturn]) -> None:
        while not self._ending.wait(_LOOK_S):
            error = self.lost()
            if error is not None:
                # Most often the connection to it breaks, or this process has the same reason to end by itself.
                if not self._ending.wait(_GRACE_S):
                    end(str(error))
                return


def _how_it_died(number: int, count: int, code: int) -> TrainingError:
    """Return the error that a process is gone."""
    if code < 0:
        return TrainingError(
            f"Process {number} of the run's {count} was ended from outside (signal {-code}), often because memory ran "
            "out: resume to go on from the last checkpoint, or start again with fewer processes."
        )
    return TrainingError(
        f"Process {number} of the run's {count} broke off, and the log says why: resume to go on from the last "
        "checkpoint."
    )


def end_with_leader(run: RunFolder) -> None:
    """See to it, in a thread, that this process ends soon after the leading one is gone, however that came.

    Waiting for one that was killed, torch would stay for up to half an hour.
    """
    threading.Thread(target=_watch, args=(run,), name="leader", daemon=True).start()


def _watch(run: RunFolder) -> None:
    led = os.environ.get("TORCHELASTIC_RUN_ID") == _OURS  # under torchrun we may be here before the leading process
    while True:
        lives = _leader_lives(run)
        if led and not lives:
            os._exit(1)
        led = led or lives
        time.sleep(_LOOK_S)


def _leader_lives(run: RunFolder) -> bool:
    try:
        leader = run.worker
    except RunFolderError:  # the run was deleted, or its disk is gone
        return False
    return leader is not None and leader.is_alive(run.path)


def _words(count: int) -> dict[str, str]:
    """Return what all of the processes are told, as torchrun would."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {
        "MASTER_ADDR": "127.0.0.1",
        "MASTER_PORT": str(port),
        "WORLD_SIZE": str(count),
        "LOCAL_WORLD_SIZE": str(count),
        "GROUP_RANK": "0",
        "TORCHELASTIC_RUN_ID": _OURS,
        # Gloo asks for the address of the machine's name, which not every machine knows.
        **({"GLOO_SOCKET_IFNAME": "lo"} if sys.platform == "linux" else {}),
    }
