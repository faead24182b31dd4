"""Commands about runs that are there: list them, stop, pause, resume and delete them, their queue and their log."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from core.cli.output import AsJson, DatasetPath, ending, percent, say, show, show_json
from core.errors import RunFolderError
from core.metrics import TITLES
from core.training import deleting, events, queue
from core.training.run_folder import RESUMABLE, RunFolder, RunState, list_runs
from core.voc.dataset import Dataset

_POLL_S = 0.1
_STOP_S = 10.0
_PAUSE_S = 70.0

RunId = Annotated[str | None, typer.Argument(metavar="[RUN]", help="The one that is running where none is named.")]
RunIds = Annotated[list[str], typer.Argument(metavar="RUN...", help="As 'annotrain runs' names them.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(runs))
    app.command()(ending(stop))
    app.command()(ending(pause))
    app.command()(ending(resume))
    app.command()(ending(delete))
    app.command(name="queue")(ending(queued))
    app.command()(ending(log))


def find_run(dataset: Dataset, run_id: str | None, *states: RunState) -> RunFolder:
    """Return the run of that id, or the newest one in one of ``states``.

    Raises:
        RunFolderError: there is none.
    """
    if run_id is not None:
        return RunFolder.open(dataset.runs_folder / run_id)
    for run in list_runs(dataset.runs_folder):
        try:
            if run.state() in states:
                return run
        except RunFolderError as error:
            say(f"annotrain: {error}")
    raise RunFolderError(f"{dataset.root}: there is no run that is {' or '.join(states)}.")


def runs(dataset_path: DatasetPath, *, as_json: AsJson = False) -> int:
    """List the runs of a dataset, past and present, the newest first. Ends with 2 where one cannot be read."""
    dataset = Dataset.open(dataset_path)
    rows: list[dict[str, Any]] = []
    problems: list[RunFolderError] = []
    for run in list_runs(dataset.runs_folder):
        try:
            rows.append(_row(run))
        except RunFolderError as error:
            problems.append(error)
    for problem in problems:
        say(f"annotrain: {problem}")
    if as_json:
        show_json(rows)
    for row in () if as_json else rows:
        reached = f"epoch {row['epoch']}/{row['epochs']}  {TITLES.get(row['metric'], '')} {percent(row['best'])}"
        mark = "(throw-away)" if row["throw_away"] else ""
        words = (row["run"], f"{row['state']:9}", row["name"], reached, row["user"], mark, row["note"])
        show("  ".join(filter(None, words)))
    if not rows and not problems and not as_json:
        show("no run yet: start one with 'annotrain train'")
    return 2 if problems else 0


def _row(run: RunFolder) -> dict[str, Any]:
    """Return what the list says of one run."""
    seen = events.EventReader(run.events_path).read_new()
    epochs = [event for event in seen if isinstance(event, events.EpochEnded)]
    measured = [event.headline for event in epochs if event.headline is not None]
    started = next((event.at for event in seen if isinstance(event, events.RunStarted)), None)
    about = run.about
    return {
        "run": run.id,
        "state": str(run.state()),
        "name": run.spec.name,
        "model": run.spec.model,
        "user": about.user,
        "host": about.host,
        "started": started,
        "last": seen[-1].at if seen else None,
        "epoch": epochs[-1].epoch if epochs else 0,
        "epochs": epochs[-1].epochs if epochs else run.spec.epochs,
        "metric": next(iter(epochs[-1].metrics), None) if epochs else None,
        "best": max(measured, default=None),
        "throw_away": run.spec.throw_away,
        "note": about.note,
    }


def stop(dataset_path: DatasetPath, run_id: RunId = None, *, as_json: AsJson = False) -> int:
    """Ask a run to stop; it saves a checkpoint first and can be resumed. One that waits leaves the queue."""
    run = find_run(Dataset.open(dataset_path), run_id, RunState.RUNNING)
    queue.stop(run)
    return _wait(run, RunState.RUNNING, _STOP_S, as_json=as_json)


def pause(dataset_path: DatasetPath, run_id: RunId = None, *, as_json: AsJson = False) -> int:
    """Let a run save everything and free the computer; 'resume' goes on from there. The queue waits meanwhile."""
    run = find_run(Dataset.open(dataset_path), run_id, RunState.RUNNING)
    queue.pause(run)
    return _wait(run, RunState.RUNNING, _PAUSE_S, as_json=as_json)


def resume(
    dataset_path: DatasetPath,
    run_id: Annotated[str | None, typer.Argument(metavar="[RUN]", help="The newest that can go on.")] = None,
    *,
    as_json: AsJson = False,
) -> int:
    """Go on with a run from its last checkpoint; it waits where another one runs. 'train --resume' watches it too."""
    run = find_run(Dataset.open(dataset_path), run_id, *RESUMABLE)
    queue.submit(run)
    return _say_state(run, as_json=as_json)


def delete(
    dataset_path: DatasetPath,
    run_ids: RunIds,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> int:
    """Delete runs for good, stopping them first; the models that they published stay."""
    dataset = Dataset.open(dataset_path)
    chosen = [RunFolder.open(dataset.runs_folder / run_id) for run_id in run_ids]
    freed = sum(deleting.size(run) for run in chosen)
    if not yes:
        typer.confirm(f"Delete {len(chosen)} run(s), {freed / 1e6:.0f} MB, for good?", abort=True, err=True)
    for run in chosen:
        deleting.delete(run)
    show_json({"deleted": run_ids, "bytes": freed}) if as_json else show(f"deleted {', '.join(run_ids)}")
    return 0


def queued(
    dataset_path: DatasetPath,
    *,
    first: Annotated[
        str | None, typer.Option("--first", metavar="RUN", help="Let this one be the next to start.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """List the runs that wait for their turn, and start the first of them where none is at work."""
    folder = Dataset.open(dataset_path).runs_folder
    if first is not None:
        queue.move(RunFolder.open(folder / first), -len(queue.waiting(folder)))
    begun = queue.start_next(folder)
    waiting = [run.id for run in queue.waiting(folder)]
    if as_json:
        show_json({"started": begun.id if begun else None, "waiting": waiting})
        return 0
    if begun is not None:
        show(f"started {begun.id}")
    for run_id in waiting:
        show(run_id)
    if begun is None and not waiting:
        show("no run waits")
    return 0


def log(
    dataset_path: DatasetPath,
    run_id: Annotated[str | None, typer.Argument(metavar="[RUN]", help="The newest where none is named.")] = None,
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on until the run has ended.")] = False,
) -> int:
    """Print all that a run's process and its libraries have printed."""
    run = find_run(Dataset.open(dataset_path), run_id, *RunState)
    position = 0
    while True:
        running = follow and run.state() in (RunState.RUNNING, RunState.QUEUED)
        position = _print_from(run.log_path, position, show)
        if not running:
            return 0
        time.sleep(_POLL_S)


def _print_from(path: Path, position: int, write: Callable[[str], None]) -> int:
    """Print what the file holds from there on, in whole lines; return where that ends."""
    if not path.exists():
        return position
    with path.open("rb") as stream:
        stream.seek(position)
        fresh = stream.read()
    whole = fresh[: fresh.rfind(b"\n") + 1]
    if whole:
        write(whole.decode(errors="replace").removesuffix("\n"))
    return position + len(whole)


def _wait(run: RunFolder, while_it_is: RunState, seconds: float, *, as_json: bool) -> int:
    """Wait until the run is in another state, and say which; return 1 if it stays as it is."""
    deadline = time.monotonic() + seconds
    while (state := run.state()) is while_it_is and time.monotonic() < deadline:
        time.sleep(_POLL_S)
    _say_state(run, as_json=as_json)
    return 1 if state is while_it_is else 0


def _say_state(run: RunFolder, *, as_json: bool) -> int:
    """Say where the run stands."""
    state = run.state()
    show_json({"run": run.id, "state": state}) if as_json else show(f"{run.id} is {state}")
    return 0
