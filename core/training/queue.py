"""The queue of a dataset's runs: one learns, the others wait for their turn.

There is no process that keeps it. Each waiting run has a file ``queued`` with its place; a worker that ends starts the
next, and where a worker was killed, the window or ``annotrain queue`` does. A paused run holds the queue, for it was
paused to have the computer free; a stopped, failed or lost one does not.
"""

from collections.abc import Iterable
from pathlib import Path

from core.errors import AnnotrainError, RunFolderError
from core.files import remove, write_atomic
from core.training import events
from core.training.launch import alone, start_worker
from core.training.run_folder import RESUMABLE, RunFolder, RunState, list_runs

_WAIT_S = 10.0
"""So long another process may take to start a run from the same queue."""


def waiting(runs_folder: Path) -> list[RunFolder]:
    """Return the runs that wait, the next one first."""
    runs = [run for run in reversed(list_runs(runs_folder)) if run.queued_path.exists()]
    return sorted(runs, key=_place)


def enqueue(run: RunFolder) -> None:
    """Put the run at the queue's end, a paused one at its head, since all others waited for it.

    One that waits keeps its place.

    Raises:
        RunFolderError: it runs or has finished.
        WriteError: its folder cannot be written.
    """
    state = run.state()
    if state not in RESUMABLE:
        raise RunFolderError(f"{run.path}: is {state} already; start a new run.")
    if state is not RunState.QUEUED:
        places = [_place(other) for other in waiting(run.path.parent)]
        place = min(places, default=2) - 1 if state is RunState.PAUSED else max(places, default=0) + 1
        write_atomic(run.queued_path, str(place).encode())


def submit(run: RunFolder) -> RunFolder | None:
    """Queue the run, and start the queue's first where none is at work; return the run that was started, if any.

    Where nothing else waits the run starts at once, also while another is paused.

    Raises:
        RunFolderError: it runs or has finished.
        TrainingError: the system starts no process.
        WriteError: its folder cannot be written.
    """
    alone_in_it = not waiting(run.path.parent)
    enqueue(run)
    return start_next(run.path.parent, beside_paused=alone_in_it)


def start_next(runs_folder: Path, *, beside_paused: bool = False) -> RunFolder | None:
    """Start the queue's first run unless one runs; return it, or None.

    A paused run holds the queue as well, but for ``beside_paused``.

    Raises:
        TrainingError: the system starts no process.
        WriteError, RunFolderError: a folder cannot be written, or another process is busy with the queue for too long.
    """
    if not waiting(runs_folder):
        return None
    with alone(runs_folder, _WAIT_S):
        states = set(_states(list_runs(runs_folder)))
        first = next(iter(waiting(runs_folder)), None)
        held = RunState.RUNNING in states or (RunState.PAUSED in states and not beside_paused)
        if first is None or held:
            return None
        start_worker(first)
        return first


def go_on(runs_folder: Path) -> None:
    """Start the next run when one has ended; what goes wrong is only printed, for the end is said already."""
    try:
        start_next(runs_folder)
    except AnnotrainError as error:
        print(f"The next run of the queue could not be started: {error}", flush=True)  # noqa: T201  the worker's log


def stop(run: RunFolder) -> None:
    """End the run for good, unless somebody resumes it: ask its worker, or take it from the queue.

    Raises:
        RunFolderError: it has ended already.
        WriteError: its folder cannot be written.
    """
    match run.state():
        case RunState.RUNNING:
            run.request_stop()
        case RunState.QUEUED:
            remove(run.queued_path)
        case RunState.PAUSED:
            events.append(run.events_path, events.RunEnded(state="stopped", message="Stopped while it was paused."))
            go_on(run.path.parent)
        case state:
            raise RunFolderError(f"{run.path}: is {state}, so there is nothing to stop.")


def pause(run: RunFolder) -> None:
    """Ask the run's worker to save everything and to end, until the run is resumed.

    Raises:
        RunFolderError: it does not run.
        WriteError: its folder cannot be written.
    """
    state = run.state()
    if state is not RunState.RUNNING:
        raise RunFolderError(f"{run.path}: is {state}, so there is nothing to pause.")
    run.request_pause()


def move(run: RunFolder, places: int) -> None:
    """Move a waiting run by so many places in the queue, towards its head where that is below 0.

    Raises:
        RunFolderError: it does not wait.
        WriteError: a folder cannot be written.
    """
    order = waiting(run.path.parent)
    if run not in order:
        raise RunFolderError(f"{run.path}: does not wait in the queue.")
    place = order.index(run)
    order.insert(min(max(place + places, 0), len(order) - 1), order.pop(place))
    for number, each in enumerate(order, 1):
        write_atomic(each.queued_path, str(number).encode())


def _place(run: RunFolder) -> int:
    """Return the run's place; one that cannot be read, or is just gone, comes last."""
    try:
        return int(run.queued_path.read_bytes())
    except (OSError, ValueError):
        return 1 << 30


def _states(runs: Iterable[RunFolder]) -> Iterable[RunState]:
    """Yield the states of the runs that can be read."""
    for run in runs:
        try:
            yield run.state()
        except RunFolderError:  # a broken one holds nobody up; `annotrain runs` says what is wrong with it
            continue
