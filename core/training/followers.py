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

from core.errors import RunFolderError
from core.training.launch import worker_command
from core.training.run_folder import RunFolder

_PATIENCE_S = 10.0
"""So long a process may take to end by itself once the leading one has."""
_LOOK_S = 1.0
_OURS = "annotrain"
"""By this id a follower knows that the leading process has started it, not torchrun."""


def follows() -> bool:
    """Return whether this process is one that follows another."""
    return int(os.environ.get("RANK", "0")) > 0


def start_followers(run: RunFolder) -> list["subprocess.Popen[bytes]"]:
    """Start what the spec asks for beside this process, unless all were started by somebody else; return them."""
    count = run.spec.processes
    if count == 1 or "WORLD_SIZE" in os.environ:
        return []
    os.environ.update(_words(count))
    followers = []
    for rank in range(1, count):
        environment = {**os.environ, "RANK": str(rank), "LOCAL_RANK": str(rank)}
        command = worker_command(run.path.resolve())
        followers.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment))
    os.environ.update(RANK="0", LOCAL_RANK="0")
    return followers


def end_followers(followers: list["subprocess.Popen[bytes]"]) -> None:
    """Return when they have ended, which those that do not end by themselves are made to."""
    for follower in followers:
        try:
            follower.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            follower.kill()
            follower.wait()


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
