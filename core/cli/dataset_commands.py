"""Commands on a dataset alone: stats, check, sample."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from core import sample_project
from core.cli.output import AsJson, DatasetPath, ending, progress_bar, say, show, show_json
from core.training.recipes import DEFAULT_MODEL, MODELS
from core.voc.checks import Checker, Limits, Problem
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, set_names
from core.voc.index import DatasetIndex, statistics


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(ending(stats))
    app.command()(ending(check))
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


def check(
    dataset_path: DatasetPath,
    *,
    min_images: Annotated[int, typer.Option(help="A label in fewer images is reported.")] = 40,
    min_object: Annotated[float, typer.Option(help="Objects below so many pixels at the training size are.")] = 5.0,
    as_json: AsJson = False,
) -> int:
    """Look for problems of the dataset, with a remedy each. Ends with 1 where there is one."""
    dataset = Dataset.open(dataset_path)
    size = MODELS[DEFAULT_MODEL].recipe.image_size
    with progress_bar() as progress:
        task = progress.add_task("Checking", total=len(dataset.entries))
        checker = Checker(dataset, Limits(images_per_label=min_images, object_px=min_object, input_size=size))
        problems = checker.run(lambda done, _total: progress.update(task, completed=done))
    if as_json:
        show_json({"images": len(dataset.entries), "problems": [_as_json(problem) for problem in problems]})
    else:
        for problem in problems:
            place = f"{problem.path}:{problem.line}" if problem.line else f"{problem.path}"
            show(f"{place}: {problem.message} [{problem.kind}] {problem.remedy}")
        show(f"{len(dataset.entries)} images, {len(problems)} problems")
    return 1 if problems else 0


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path, "line": problem.line, "kind": problem.kind, "severity": problem.severity.name.lower(),
        "message": problem.message, "remedy": problem.remedy, "image": problem.image, "object": problem.place,
        "other": problem.other, "label": problem.label, "fix": problem.about.fix if problem.fix else None,
    }  # fmt: skip


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
