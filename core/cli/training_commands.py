"""Commands that make a run or end in a model: train, export, and the worker itself."""

import importlib
import os
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress, TaskID

from core.cli.output import AsJson, DatasetPath, ending, percent, progress_bar, say, show, show_json
from core.cli.run_commands import find_run
from core.errors import RunFolderError, SpecError, TrainingError
from core.inference.model_folder import name_for
from core.metrics import TITLES
from core.training import events, queue
from core.training.advice import Recording, advise
from core.training.launch import start_worker
from core.training.model_kinds import DRAWN, PRETRAINED
from core.training.provenance import repeat
from core.training.recipes import MODELS
from core.training.run_folder import RunFolder, RunState
from core.training.spec import Spec
from core.training.start import new_run
from core.voc.dataset import Dataset

_POLL_S = 0.2


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(train))
    app.command()(ending(export))
    app.command(hidden=True)(ending(worker))


def train(
    dataset_path: DatasetPath,
    *,
    name: Annotated[
        str | None, typer.Option(help="What the model will be called; the dataset's name if not given.")
    ] = None,
    model: Annotated[str | None, typer.Option(help=f"The kind of model: {', '.join(MODELS)}.")] = None,
    recipe: Annotated[str | None, typer.Option(help="The kind's recipe that gives the other figures.")] = None,
    epochs: Annotated[int | None, typer.Option(help="How often it goes through the images.")] = None,
    batch_size: Annotated[int | None, typer.Option(help="Images in one step; fewer need less memory.")] = None,
    learning_rate: Annotated[float | None, typer.Option(help="How far a step goes at most.")] = None,
    image_size: Annotated[int | None, typer.Option(help="Longest side of the network's input in pixels.")] = None,
    weights: Annotated[
        str | None, typer.Option(help="Start from 'drawn' (built in), 'random', 'pretrained' or a file.")
    ] = None,
    continue_from: Annotated[str | None, typer.Option(metavar="NAME@K", help="Start from a published version.")] = None,
    seed: Annotated[int | None, typer.Option(help="The same number deals split and chance alike.")] = None,
    device: Annotated[str | None, typer.Option(help="auto, cpu, cuda or mps.")] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, help="So many processes of this machine share each batch.")
    ] = None,
    minutes: Annotated[float | None, typer.Option(help="Plan the run so that it ends within this time.")] = None,
    train_set: Annotated[str | None, typer.Option(help="Learn from this image set as it is.")] = None,
    val_set: Annotated[str | None, typer.Option(help="Validate on this image set as it is.")] = None,
    from_card: Annotated[
        str | None, typer.Option(metavar="PATH|NAME@K", help="Repeat the training that a model's card tells of.")
    ] = None,
    resume: Annotated[str | None, typer.Option(metavar="RUN", help="Go on with a stopped or lost run instead.")] = None,
    detach: Annotated[bool, typer.Option("--detach", help="Start it and return at once.")] = False,
    now: Annotated[bool, typer.Option("--now", help="Start it beside runs that are at work, past the queue.")] = False,
    as_json: AsJson = False,
) -> int:
    """Train a model and publish it as a new version. Ctrl-C asks the run to stop; it can be resumed."""
    dataset = Dataset.open(dataset_path)
    changes: dict[str, Any] = {
        "name": name, "model": model, "recipe": recipe, "epochs": epochs, "batch_size": batch_size,
        "learning_rate": learning_rate, "image_size": image_size, "continue_from": continue_from, "seed": seed,
        "device": device, "processes": processes, "train_set": train_set, "val_set": val_set,
        "time_budget_s": None if minutes is None else minutes * 60,
    }  # fmt: skip
    given = {key: value for key, value in changes.items() if value is not None}
    if weights is not None:
        given["weights"] = _starting_weights(weights)
    whole = next((option for option, value in (("--resume", resume), ("--from-card", from_card)) if value), None)
    if whole is not None and (given or (resume and from_card)):
        words = ", ".join(given) or "the other one"
        raise SpecError(f"{whole} takes the whole spec from there: leave out what sets {words}.")
    if resume is not None:
        run = find_run(dataset, resume)
    elif from_card is not None:
        again = repeat(dataset, from_card)
        run = again.run
        for sentence in again.differences:
            say(f"annotrain: {sentence}")
    else:
        spec = Spec.for_model(**{"name": name_for(dataset.root.resolve().name), **given})
        run = _new_run(dataset, spec, extend_split=train_set is None and val_set is None)
    reader = events.EventReader(run.events_path)
    reader.read_new()
    if now:
        start_worker(run)
    else:
        queue.submit(run)
    state = run.state()
    if detach:
        words = f"queued {run.id}" if state is RunState.QUEUED else f"started {run.id}"
        show_json({"run": run.id, "path": run.path, "state": state}) if as_json else show(words)
        return 0
    if state is RunState.QUEUED:
        say(f"{run.id} waits in the queue; Ctrl-C takes it from there")
    return _watch(run, reader, as_json=as_json)


def _new_run(dataset: Dataset, spec: Spec, *, extend_split: bool) -> RunFolder:
    """Make the run, showing how far the comparing of pictures is."""
    with progress_bar() as progress:
        task = progress.add_task("Comparing pictures", total=None)

        def show_it(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        return new_run(dataset, spec, extend_split=extend_split, report=show_it)


def _starting_weights(words: str) -> str | None:
    """Return what a spec says for the option's words; a file by its whole path, for a run may be resumed elsewhere."""
    if words in ("none", "random"):
        return None
    if words in (DRAWN, PRETRAINED):
        return words
    return str(Path(words).resolve())


def _watch(run: RunFolder, reader: events.EventReader, *, as_json: bool) -> int:
    """Follow a run to its end, showing its progress; Ctrl-C asks it to stop."""
    last_epoch: events.EpochEnded | None = None
    with progress_bar() as progress:
        task = progress.add_task("Starting", total=None)
        while True:
            try:
                state = run.state()  # asked first: what is said in between is then still read
                fresh = reader.read_new()
                for event in fresh:
                    _show_event(event, progress, task, quiet=as_json)
                    if isinstance(event, events.EpochEnded):
                        last_epoch = event
                    if isinstance(event, events.RunEnded):
                        return _report_end(run, event, last_epoch, as_json=as_json)
                if not fresh and state is RunState.LOST:
                    raise TrainingError(
                        f"{run.path}: the training process is gone; see worker.log, then --resume {run.id}."
                    )
                if not fresh and state is RunState.STOPPED:  # taken from the queue
                    return _say_stopped(run, as_json=as_json)
                time.sleep(_POLL_S)
            except KeyboardInterrupt:
                say(f"Stopping {run.id}; go on later with --resume {run.id}")
                _stop(run)


def _stop(run: RunFolder) -> None:
    """Ask the run to stop; where it ends by itself at this moment there is nothing to ask."""
    try:
        queue.stop(run)
    except RunFolderError as error:
        say(f"annotrain: {error}")


def _show_event(event: events.Event, progress: Progress, task: TaskID, *, quiet: bool) -> None:
    """Move the bar, and say what is worth a line."""
    match event:
        case events.RunStarted():
            total = event.epochs * event.steps_per_epoch
            progress.update(task, total=total, completed=event.step)
            progress.console.print(
                f"{event.images} images to learn from, {event.val_images} to validate, on {event.device}"
            )
        case events.StepEnded():
            progress.update(task, completed=event.step, description=f"Epoch {event.epoch}, loss {event.loss:.3f}")
        case events.EpochEnded() if not quiet:
            progress.console.print(
                f"epoch {event.epoch}/{event.epochs}  loss {event.train_loss:.3f}  validation {percent(event.val_loss)}"
                f"  {_figures(event)}  {event.seconds_left:.0f} s left"
            )
        case events.Said() if not quiet:
            progress.console.print(event.text, markup=False)


def _figures(event: events.EpochEnded) -> str:
    """Return the task's figures as text, such as 'mAP50 0.812  mAP 0.401'."""
    return "  ".join(f"{TITLES.get(name, name)} {percent(value)}" for name, value in event.metrics.items())


def _report_end(run: RunFolder, end: events.RunEnded, epoch: events.EpochEnded | None, *, as_json: bool) -> int:
    """Print how a run ended, and what its curves say; return the exit code."""
    advice = advise(Recording(events.EventReader(run.events_path).read_new()).curves(), run.spec)
    if as_json:
        show_json({"run": run.id, "state": end.state, "message": end.message, "model": end.model,
                   **(epoch.metrics if epoch else {}), "advice": [one.message for one in advice]})  # fmt: skip
    else:
        show(end.message)
        for one in advice:
            show(f"{one.title}: {one.message}")
            if one.remedies:
                show(f"  Try: {'; '.join(remedy.text for remedy in one.remedies)}")
    return 1 if end.state == "failed" else 0


def _say_stopped(run: RunFolder, *, as_json: bool) -> int:
    """Say that the run left the queue before it began."""
    show_json({"run": run.id, "state": RunState.STOPPED}) if as_json else show(f"{run.id} is stopped")
    return 0


def export(
    dataset_path: DatasetPath,
    run_id: Annotated[str | None, typer.Argument(metavar="[RUN]", help="The newest where none is named.")] = None,
    *,
    as_json: AsJson = False,
) -> int:
    """Publish the best weights of a run as a new model version: ONNX, checked against what was trained, and a card."""
    dataset = Dataset.open(dataset_path)
    run = find_run(dataset, run_id, RunState.FINISHED, RunState.STOPPED, RunState.FAILED, RunState.LOST)
    folder = importlib.import_module("core.training.export").publish_run(run)
    show_json({"run": run.id, "model": folder.reference, "path": folder.path}) if as_json else show(
        f"published {folder.reference} in {folder.path}"
    )
    return 0


def worker(run_path: Annotated[Path, typer.Argument(metavar="RUN")]) -> int:
    """Train one run in this process."""
    # torch takes seconds to import: only the process that trains pays for it.
    code = int(importlib.import_module("core.training.worker").main(run_path))
    sys.stdout.flush()
    os._exit(code)  # all is on disk; taking torch and its threads apart takes seconds where others want the processor
