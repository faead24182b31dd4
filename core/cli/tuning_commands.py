"""Commands that try something out before a run: check-five, find-rate, fit-batch."""

import time
from dataclasses import asdict
from typing import Annotated, Any

import typer

from core.cli.output import AsJson, DatasetPath, ending, progress_bar, show, show_json
from core.errors import TrainingError
from core.inference.model_folder import name_for
from core.training.events import EventReader, RunEnded, RunStarted, StepEnded
from core.training.five_result import FiveResult
from core.training.run_folder import RunFolder, RunState
from core.training.spec import Spec
from core.training.trials import TrialKind, read_result, start_trial
from core.voc.dataset import Dataset

_POLL_S = 0.2

Model = Annotated[str | None, typer.Option(help="The kind of model.")]
Backbone = Annotated[str | None, typer.Option(help="What the model looks at pictures with.")]
Recipe = Annotated[str | None, typer.Option(help="The kind's recipe that gives the other figures.")]
BatchSize = Annotated[int | None, typer.Option(help="Images in one step.")]
LearningRate = Annotated[float | None, typer.Option(help="How far a step goes at most.")]
ImageSize = Annotated[int | None, typer.Option(help="Longest side of the network's input in pixels.")]
Device = Annotated[str | None, typer.Option(help="auto, cpu, cuda or mps.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("check-five")(ending(check_five))
    app.command("find-rate")(ending(find_rate))
    app.command("fit-batch")(ending(fit_batch))


def check_five(
    dataset_path: DatasetPath,
    *,
    model: Model = None,
    backbone: Backbone = None,
    recipe: Recipe = None,
    learning_rate: LearningRate = None,
    image_size: ImageSize = None,
    device: Device = None,
    as_json: AsJson = False,
) -> int:
    """Learn five images by heart: shows whether labels, sizes and rate are right. Ends with 1 where they are not."""
    changes = {"model": model, "backbone": backbone, "recipe": recipe, "learning_rate": learning_rate,
               "image_size": image_size, "device": device}  # fmt: skip
    result = _carry_out(dataset_path, TrialKind.CHECK_FIVE, changes, as_json=as_json)
    return 0 if isinstance(result, FiveResult) and result.diagnosis.passed else 1


def find_rate(
    dataset_path: DatasetPath,
    *,
    model: Model = None,
    backbone: Backbone = None,
    recipe: Recipe = None,
    batch_size: BatchSize = None,
    image_size: ImageSize = None,
    device: Device = None,
    as_json: AsJson = False,
) -> int:
    """Sweep the learning rate from low to high, and name the one at which the loss falls fastest."""
    changes = {"model": model, "backbone": backbone, "recipe": recipe, "batch_size": batch_size,
               "image_size": image_size, "device": device}  # fmt: skip
    _carry_out(dataset_path, TrialKind.FIND_RATE, changes, as_json=as_json)
    return 0


def fit_batch(
    dataset_path: DatasetPath,
    *,
    model: Model = None,
    backbone: Backbone = None,
    recipe: Recipe = None,
    image_size: ImageSize = None,
    device: Device = None,
    as_json: AsJson = False,
) -> int:
    """Find the largest batch that fits the memory and is not slower for an image than smaller ones."""
    changes = {"model": model, "backbone": backbone, "recipe": recipe, "image_size": image_size, "device": device}
    _carry_out(dataset_path, TrialKind.FIT_BATCH, changes, as_json=as_json)
    return 0


def _carry_out(dataset_path: Any, kind: TrialKind, changes: dict[str, Any], *, as_json: bool) -> object:
    """Run the trial in a process of its own to its end, and print what came of it.

    Raises:
        TrainingError: it ended without a result.
    """
    dataset = Dataset.open(dataset_path)
    given = {name: value for name, value in changes.items() if value is not None}
    spec = Spec.for_model(name=name_for(dataset.root.resolve().name), **given)
    run = start_trial(dataset, spec, kind)
    message = _follow(run, quiet=as_json)
    result = read_result(run)
    if result is None:
        raise TrainingError(message or f"{run.path}: the trial's process is gone; see worker.log there.")
    show_json(asdict(result)) if as_json else show(result.sentence)
    return result


def _follow(run: RunFolder, *, quiet: bool) -> str:
    """Return what the trial says last, when it has ended; Ctrl-C asks it to stop."""
    reader = EventReader(run.events_path)
    with progress_bar() as progress:
        task = progress.add_task("Starting", total=None)
        while True:
            try:
                state = run.state()
                for event in reader.read_new():
                    if isinstance(event, RunEnded):
                        return event.message
                    if isinstance(event, RunStarted):
                        progress.update(task, total=event.steps_per_epoch)
                    if isinstance(event, StepEnded) and not quiet:
                        words = f"rate {event.learning_rate:.2g}, loss {event.loss:.3f}"
                        progress.update(task, completed=event.step, description=words)
                if state is not RunState.RUNNING:
                    return ""
                time.sleep(_POLL_S)
            except KeyboardInterrupt:
                run.request_stop()
