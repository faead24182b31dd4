"""Commands on a dataset alone: stats, sample."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from core import sample_project
from core.cli.output import AsJson, DatasetPath, ending, say, show, show_json
from core.voc.dataset import Dataset
from core.voc.distributions import Distributions, distributions
from core.voc.image_sets import read_set, set_names
from core.voc.index import DatasetIndex, Statistics, statistics


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(stats))
    app.command()(ending(sample))


def stats(
    dataset_path: DatasetPath,
    *,
    label: Annotated[str | None, typer.Option(help="Give the sizes of the objects of this label alone.")] = None,
    as_json: AsJson = False,
) -> int:
    """Count images, objects, labels, states, tags and sizes. Ends with 2 where an annotation cannot be read."""
    dataset = Dataset.open(dataset_path)
    index = DatasetIndex(dataset)
    summaries = list(index.summaries())
    numbers = statistics(summaries)
    found = distributions(index, label)
    result: dict[str, Any] = {
        **asdict(numbers),
        "unlabelled": numbers.images - numbers.labelled,
        "image_sets": {name: len(read_set(dataset, name)) for name in set_names(dataset)},
        "states": found.states,
        "objects_per_image": dict(found.objects_per_image),
        "widths": _quartiles(found.sizes[:, 0]),
        "heights": _quartiles(found.sizes[:, 1]),
        "tiny": int(found.tiny.sum()),
    }
    show_json(result) if as_json else _show_stats(numbers, found, result)
    for summary in summaries:
        if summary.problem is not None:
            say(f"annotrain: {summary.problem}")
    return 2 if numbers.unreadable else 0


def _show_stats(numbers: Statistics, found: Distributions, result: dict[str, Any]) -> None:
    show(f"{numbers.images} images, {numbers.labelled} labelled")
    for label, count in sorted(numbers.objects.items(), key=lambda pair: -pair[1]):
        show(f"  {count:7d}  {label}  (in {numbers.images_per_label[label]} images)")
    for state, count in found.states.items():
        show(f"  {count:7d}  images {state}")
    for tag, count in found.tags:
        show(f"  {count:7d}  images tagged {tag}")
    for name, count in result["image_sets"].items():
        show(f"  {count:7d}  images in ImageSets/Main/{name}.txt")
    for side in ("widths", "heights"):
        if result[side]:
            low, quarter, half, most, high = result[side]
            show(f"  {side}: {low:g} to {high:g} pixels, half of them {quarter:g} to {most:g}, median {half:g}")
    if result["tiny"]:
        show(f"  {result['tiny']:7d}  objects under 5 x 5 pixels where the longest side is {found.input_size}")


def _quartiles(values: NDArray[np.float64]) -> list[float]:
    """Return least, first quartile, median, third quartile and largest; nothing of nothing."""
    return [float(value) for value in np.quantile(values, (0, 0.25, 0.5, 0.75, 1))] if values.size else []


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
