"""Commands on a dataset alone: stats, sample."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from core import sample_project
from core.cli.output import AsJson, DatasetPath, ending, say, show, show_json
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, set_names
from core.voc.index import DatasetIndex, statistics


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(stats))
    app.command()(ending(sample))


def stats(dataset_path: DatasetPath, *, as_json: AsJson = False) -> int:
    """Count images, objects, labels and tags. Ends with 2 where an annotation cannot be read."""
    dataset = Dataset.open(dataset_path)
    summaries = list(DatasetIndex(dataset).summaries())
    numbers = statistics(summaries)
    result: dict[str, Any] = {
        **asdict(numbers),
        "unlabelled": numbers.images - numbers.labelled,
        "image_sets": {name: len(read_set(dataset, name)) for name in set_names(dataset)},
    }
    if as_json:
        show_json(result)
    else:
        show(f"{numbers.images} images, {numbers.labelled} labelled")
        for label, count in sorted(numbers.objects.items(), key=lambda pair: -pair[1]):
            show(f"  {count:7d}  {label}  (in {numbers.images_per_label[label]} images)")
        for name, count in result["image_sets"].items():
            show(f"  {count:7d}  images in ImageSets/Main/{name}.txt")
    for summary in summaries:
        if summary.problem is not None:
            say(f"annotrain: {summary.problem}")
    return 2 if numbers.unreadable else 0


def sample(
    folder: Annotated[Path, typer.Argument(help="Where to make it; must be empty or not there yet.")],
    *,
    seed: Annotated[int, typer.Option(help="The same number draws the same pictures.")] = sample_project.SEED,
    as_json: AsJson = False,
) -> int:
    """Draw a sample project: parts on a conveyor with scratches, dents and stains, some of them labelled."""
    sample_project.generate(folder, seed=seed)
    dataset = Dataset.open(folder)
    labelled = sum(entry.annotation_path.is_file() for entry in dataset.entries)
    if as_json:
        show_json({"folder": folder, "images": len(dataset.entries), "labelled": labelled})
    else:
        show(f"{folder}: {len(dataset.entries)} images, {labelled} labelled")
    return 0
