"""Commands that use a published model: predict, models."""

from enum import StrEnum
from typing import Annotated

import typer

from core.cli.output import (
    AsJson,
    DatasetPath,
    ModelReference,
    ending,
    figures,
    progress_bar,
    say,
    show,
    show_json,
)
from core.errors import AnnotrainError
from core.inference.model_folder import ModelFolder, list_models
from core.review.bulk_accept import accept_everywhere
from core.review.prelabel import KEPT_FROM, Progress, prelabel
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset


class Scope(StrEnum):
    """Which images a command is about."""

    UNLABELLED = "unlabelled"
    ALL = "all"


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(predict))
    app.command()(ending(models))


def predict(
    dataset_path: DatasetPath,
    *,
    model: ModelReference = None,
    scope: Annotated[Scope, typer.Option("--images", help="Which images.")] = Scope.UNLABELLED,
    min_score: Annotated[float, typer.Option(min=0, max=1, help="Keep suggestions from this score on.")] = KEPT_FROM,
    accept_from: Annotated[
        float | None,
        typer.Option("--accept", min=0, max=1, help="Accept suggestions from this score on, into the XML files."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Let a model suggest objects; they wait in the window for a verdict, unless --accept takes them at once."""
    dataset = Dataset.open(dataset_path)
    folder = ModelFolder.find(dataset.models_folder, model)
    entries = [e for e in dataset.entries if scope is Scope.ALL or not e.annotation_path.exists()]
    store = SuggestionStore.of(dataset)
    with progress_bar() as bar:
        task = bar.add_task(f"Predicting with {folder.reference}", total=len(entries))

        def follow(progress: Progress) -> None:
            bar.update(task, completed=progress.done)

        result = prelabel(folder, entries, store, min_score=min_score, on_progress=follow)
    accepted, problems = 0, tuple[AnnotrainError, ...](result.unreadable)
    if accept_from is not None:
        taken = accept_everywhere(
            dataset, store, accept_from, model=folder.reference, among={entry.name for entry in entries}
        )
        accepted, problems = taken.accepted, (*problems, *taken.problems)
    for error in problems:
        say(f"annotrain: {error}")
    if as_json:
        show_json({
            "model": folder.reference, "images": result.images, "suggestions": result.suggestions, "accepted": accepted,
            "problems": [str(error) for error in problems],
        })  # fmt: skip
    else:
        show(f"{folder.reference}: {result.suggestions} suggestions on {result.images} images, {accepted} accepted")
    return max((error.exit_code for error in problems), default=0)


def models(dataset_path: DatasetPath, *, as_json: AsJson = False) -> int:
    """List the published model versions, the newest first."""
    dataset = Dataset.open(dataset_path)
    versions = list_models(dataset.models_folder)
    if as_json:
        show_json([{"model": version.reference, **version.card.model_dump(mode="json")} for version in versions])
    for version in () if as_json else versions:
        metrics = version.card.metrics
        show(f"{version.reference}  {figures(metrics.values if metrics else {})}  {version.card.created}")
    if not versions and not as_json:
        show("no model yet: train one with 'annotrain train'")
    return 0
