"""Commands about published models: models."""

import typer

from core.cli.output import AsJson, DatasetPath, ending, figures, show, show_json
from core.inference.model_folder import list_models
from core.voc.dataset import Dataset


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(ending(models))


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
