"""Commands on a dataset alone: stats, check, sample."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from core import sample_project
from core.cli.output import AsJson, DatasetPath, open_dataset, progress_bar, say, show, show_json
from core.voc.checks import check as find_problems
from core.voc.image_sets import read_set, set_names
from core.voc.index import DatasetIndex, statistics


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command()(stats)
    app.command()(check)
    app.command()(sample)


def stats(dataset_path: DatasetPath, *, as_json: AsJson = False) -> int:
    """Count images, objects, labels and tags. Ends with 2 where an annotation cannot be read."""
    dataset = open_dataset(dataset_path)
    numbers = statistics(DatasetIndex(dataset).summaries())
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
    for problem in numbers.unreadable:
        say(f"annotrain: {problem}")
    return 2 if numbers.unreadable else 0


def check(dataset_path: DatasetPath, *, as_json: AsJson = False) -> int:
    """Look for problems of the dataset, with a remedy each. Ends with 1 where there is one."""
    dataset = open_dataset(dataset_path)
    problems = []
    with progress_bar() as progress:
        task = progress.add_task("Checking", total=None)
        for problem in find_problems(dataset):
            problems.append(problem)
            progress.update(task, advance=1)
    if as_json:
        show_json({"images": len(dataset.entries), "problems": [asdict(problem) for problem in problems]})
    else:
        for problem in problems:
            place = f"{problem.path}:{problem.line}" if problem.line else f"{problem.path}"
            show(f"{place}: {problem.message} [{problem.kind}] {problem.remedy}")
        show(f"{len(dataset.entries)} images, {len(problems)} problems")
    return 1 if problems else 0


def sample(
    folder: Annotated[Path, typer.Argument(help="Where to make it; must be empty or not there yet.")],
    *,
    seed: Annotated[int | None, typer.Option(help="The same number draws the same pictures.")] = None,
    as_json: AsJson = False,
) -> int:
    """Draw a sample project: parts on a conveyor with scratches, dents and stains, some of them labelled."""
    _ = sample_project.generate(folder) if seed is None else sample_project.generate(folder, seed=seed)
    dataset = open_dataset(folder)
    labelled = sum(entry.annotation_path.is_file() for entry in dataset.entries)
    if as_json:
        show_json({"folder": folder, "images": len(dataset.entries), "labelled": labelled})
    else:
        show(f"{folder}: {len(dataset.entries)} images, {labelled} labelled")
    return 0
