"""Which process works on a run, and whether it still lives, also where it is one of another machine."""

import json
import logging
import platform
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from core.files import write_atomic
from core.training.load import Load

BEAT_S = 3.0
"""A worker says so often that it lives."""

_SILENT_S = 60.0
"""A worker of another machine that said nothing for so long is gone; the clocks of two machines may differ by less."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class WorkerMark:
    """Which process works on a run, as it stands in ``worker.json``.

    ``created`` is when the process was, as psutil says, so that a later one of the same number is not taken for it;
    ``after`` is the size of the events when it began, so that an end said before is not taken for its own; ``host`` is
    the name of the machine, empty in marks of older versions.
    """

    pid: int
    created: float
    after: int
    host: str = ""

    @classmethod
    def of(cls, pid: int, after: int) -> "WorkerMark":
        """Return the mark of a process of this machine, one that is gone included."""
        import psutil  # not above: it would delay the window's start

        try:
            created = psutil.Process(pid).create_time()
        except psutil.NoSuchProcess:
            created = 0.0
        return cls(pid, created, after, platform.node())

    @classmethod
    def read(cls, folder: Path) -> "WorkerMark":
        """Return the mark in a run's folder.

        Raises:
            OSError: there is none, or it cannot be read.
            ValueError, KeyError, TypeError: it is none.
        """
        values = json.loads(_mark(folder).read_bytes())
        host = str(values.get("host", ""))
        return cls(int(values["pid"]), float(values["created"]), int(values["after"]), host)

    def write(self, folder: Path) -> None:
        """Write the mark into a run's folder, with a first beat.

        Raises:
            WriteError: the folder cannot be written.
        """
        write_atomic(_beats(folder), b"")
        write_atomic(_mark(folder), json.dumps(asdict(self)).encode())

    @property
    def is_here(self) -> bool:
        """Whether the process is one of this machine."""
        return self.host in ("", platform.node())

    def is_alive(self, folder: Path) -> bool:
        """Tell whether that very process still runs: one of this machine by its number, another by its beats."""
        if not self.is_here:
            return _silent_for(folder) < _SILENT_S
        import psutil

        try:
            process = psutil.Process(self.pid)
            same: bool = abs(process.create_time() - self.created) < 1.0
            return same and bool(process.status() != psutil.STATUS_ZOMBIE)
        except (psutil.NoSuchProcess, psutil.AccessDenied, ValueError):  # another person's, or no number of a process
            return False


def beat(folder: Path, load: Load | None = None) -> None:
    """Say that the worker of the run in ``folder`` lives, and how busy its machine is.

    A disk that fails is only told to the log.
    """
    text = json.dumps(asdict(load)) if load is not None else ""
    try:
        _beats(folder).write_text(text)  # so that a network disk sets a time of its own
    except OSError as error:
        _log.warning("The sign of life could not be given: %s", error)


def last_load(folder: Path) -> Load | None:
    """Return the load that the last beat told of; None where it told of none, or is being written just now."""
    try:
        return Load.of_values(json.loads(_beats(folder).read_text()))
    except (OSError, ValueError):
        return None


def _silent_for(folder: Path) -> float:
    """Return how many seconds ago the last beat was."""
    try:
        return time.time() - _beats(folder).stat().st_mtime
    except OSError:
        return float("inf")


def _beats(folder: Path) -> Path:
    return folder / "alive"


def _mark(folder: Path) -> Path:
    return folder / "worker.json"
