"""One run on disk: ``runs/<id>/``, the whole protocol between a training process and whoever watches it.

``spec.json``, ``run.json`` (where the dataset is), ``events.jsonl``, ``checkpoint.pt``, ``worker.log``, ``worker.json``
(which process works on it), ``alive`` (its time is the worker's last sign of life, its text the load of that machine),
where someone asked, ``stop`` or ``pause``, and ``queued`` (its place) as long as it waits for its turn.
"""

import getpass
import json
import os
import platform
import time
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from core.errors import RunFolderError, SpecError, WriteError
from core.files import natural_key, write_atomic
from core.training.events import RunEnded, last_event
from core.training.worker_mark import WorkerMark

if TYPE_CHECKING:
    from core.training.spec import Spec


class RunState(StrEnum):
    """Where a run stands.

    STOPPED is also one that was made and never started. PAUSED is meant to go on: the queue waits for it. LOST is one
    whose process is gone without a word; like the two before it can be resumed.
    """

    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    PAUSED = "paused"
    STOPPED = "stopped"
    FAILED = "failed"
    LOST = "lost"


RESUMABLE = (RunState.QUEUED, RunState.PAUSED, RunState.STOPPED, RunState.FAILED, RunState.LOST)
"""States from which a run can be started, or go on from its last checkpoint."""


@dataclass(frozen=True)
class About:
    """Whence a run comes: its dataset (relative to the run's folder), who started it where, and a person's note."""

    dataset: str
    user: str = ""
    host: str = ""
    note: str = ""


@dataclass(frozen=True)
class RunFolder:
    """A run's files. Making the value checks nothing; :meth:`open` does."""

    path: Path

    @classmethod
    def create(cls, runs_folder: Path, spec: "Spec", dataset_root: Path) -> "RunFolder":
        """Make the folder of a new run of ``spec`` on the dataset, started by whoever runs this program.

        Raises:
            WriteError: the folder cannot be written.
        """
        run = cls(_new_folder(runs_folder, time.strftime("%Y%m%d-%H%M%S")))
        # Relative, so that the dataset may be moved or mounted elsewhere with its runs in it.
        where = Path(os.path.relpath(dataset_root.resolve(), run.path.resolve())).as_posix()
        run.write_about(About(where, _user(), platform.node()))
        write_atomic(run.path / "spec.json", spec.model_dump_json(indent=2).encode())
        return run

    @classmethod
    def open(cls, path: Path) -> "RunFolder":
        """Return the run in ``path``.

        Raises:
            RunFolderError: there is none.
        """
        if not (path / "spec.json").is_file():
            raise RunFolderError(f"{path}: is no run, for it has no spec.json; name a folder below 'runs'.")
        return cls(path)

    @property
    def id(self) -> str:
        """The run's name, which begins with the time it was made."""
        return self.path.name

    @property
    def events_path(self) -> Path:
        """What the run says of itself."""
        return self.path / "events.jsonl"

    @property
    def log_path(self) -> Path:
        """What the worker and its libraries print."""
        return self.path / "worker.log"

    @property
    def checkpoint_path(self) -> Path:
        """Where a resume goes on from."""
        return self.path / "checkpoint.pt"

    @property
    def best_path(self) -> Path:
        """The weights of the best epoch so far."""
        return self.path / "best.safetensors"

    @property
    def broken_path(self) -> Path:
        """Where the batch is kept whose loss is no number."""
        return self.path / "broken-batch"

    @property
    def tensorboard_path(self) -> Path:
        """Where event files for TensorBoard are written, if they were asked for."""
        return self.path / "tensorboard"

    @property
    def stop_path(self) -> Path:
        """There while the worker is asked to stop."""
        return self.path / "stop"

    @property
    def pause_path(self) -> Path:
        """There while the worker is asked to pause."""
        return self.path / "pause"

    @property
    def queued_path(self) -> Path:
        """There while the run waits for its turn; it holds its place in the queue."""
        return self.path / "queued"

    @property
    def spec(self) -> "Spec":
        """The run's spec.

        Raises:
            RunFolderError: it cannot be read.
        """
        from core.training.spec import Spec  # not above: pydantic would delay the window's start

        try:
            return Spec.read(self.path / "spec.json")
        except SpecError as error:
            raise RunFolderError(str(error)) from error

    @property
    def about(self) -> About:
        """Whence the run comes.

        Raises:
            RunFolderError: the run does not say.
        """
        try:
            values: dict[str, Any] = json.loads((self.path / "run.json").read_bytes())
            return About(values["dataset"], *(str(values.get(name, "")) for name in ("user", "host", "note")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise RunFolderError(f"{self.path / 'run.json'}: does not name the dataset; start a new run.") from error

    def write_about(self, about: About) -> None:
        """Replace what is said of the run.

        Raises:
            WriteError: the folder cannot be written.
        """
        write_atomic(self.path / "run.json", json.dumps(asdict(about), indent=2, ensure_ascii=False).encode())

    @property
    def dataset_root(self) -> Path:
        """The folder of the dataset that it learns from.

        Raises:
            RunFolderError: the run does not say.
        """
        return (self.path.resolve() / self.about.dataset).resolve()

    @property
    def worker(self) -> WorkerMark | None:
        """The process that works or worked on it; None before the first.

        Raises:
            RunFolderError: its mark cannot be read.
        """
        try:
            return WorkerMark.read(self.path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RunFolderError(f"{self.path / 'worker.json'}: cannot be read; start a new run.") from error

    def mark_worker(self, pid: int, after: int) -> None:
        """Write down that process ``pid`` works on the run from event byte ``after`` on.

        Raises:
            WriteError: the folder cannot be written.
        """
        WorkerMark.of(pid, after).write(self.path)

    def events_size(self) -> int:
        """Return how many bytes of events there are."""
        return self.events_path.stat().st_size if self.events_path.exists() else 0

    def state(self) -> RunState:
        """Return where the run stands now.

        Raises:
            RunFolderError: the mark of its process cannot be read.
        """
        worker = self.worker
        if worker is None:
            return RunState.QUEUED if self.queued_path.exists() else RunState.STOPPED
        alive = worker.is_alive(self.path)  # asked first: an end that is written in between is then still seen
        last = last_event(self.events_path, worker.after)
        if alive and not isinstance(last, RunEnded):
            return RunState.RUNNING
        if self.queued_path.exists():
            return RunState.QUEUED
        return RunState(last.state) if isinstance(last, RunEnded) else RunState.LOST

    @property
    def asked(self) -> Literal["stopped", "paused"] | None:
        """What the worker is asked to become, if anything; a stop goes before a pause."""
        if self.stop_path.exists():
            return "stopped"
        return "paused" if self.pause_path.exists() else None

    def request_stop(self) -> None:
        """Ask the worker to stop; it does so within two seconds.

        Raises:
            WriteError: the folder cannot be written.
        """
        write_atomic(self.stop_path, b"")

    def request_pause(self) -> None:
        """Ask the worker to finish its step, save everything and free the computer until the run is resumed.

        Raises:
            WriteError: the folder cannot be written.
        """
        write_atomic(self.pause_path, b"")


def list_runs(runs_folder: Path) -> list[RunFolder]:
    """Return the runs there, the newest first."""
    runs = [RunFolder(path.parent) for path in runs_folder.glob("*/spec.json")]
    return sorted(runs, key=lambda run: natural_key(run.id), reverse=True)


def _user() -> str:
    """Return the name by which the system knows who runs this program; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # as Python's versions and systems have it
        return ""


def _new_folder(runs_folder: Path, stamp: str) -> Path:
    """Make and return a folder whose name nobody has yet, also when two runs are made within a second."""
    number = 1
    while True:
        path = runs_folder / (stamp if number == 1 else f"{stamp}-{number}")
        try:
            path.mkdir(parents=True)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise WriteError(path, error.strerror or str(error)) from error
        else:
            return path
