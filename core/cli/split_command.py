"""The command that deals labelled images to train, val and test: split."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer

from core.cli.output import AsJson, DatasetPath, ending, progress_bar, show, show_json
from core.errors import DatasetError
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex
from core.voc.splits import SIDES, Shares, SideCounts, Split, like_frozen, look_alikes, proposed_split, write_split


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(ending(split))


def split(
    dataset_path: DatasetPath,
    *,
    train_share: Annotated[float, typer.Option(help="The share of the labelled images to learn from.")] = 0.8,
    test_share: Annotated[
        float | None,
        typer.Option(
            help="The share kept for a last test; the rest validates. Where none is named: half of what training "
            "leaves from 100 labelled images on, else nothing.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same number deals alike.")] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    as_json: AsJson = False,
) -> int:
    """Deal the labelled images to ImageSets/Main/train.txt, val.txt and test.txt.

    Each label and tag has its share on each side, pictures that look alike stay on one side, and what is in a list
    stays there.
    """
    dataset = Dataset.open(dataset_path)
    found = _deal(dataset, Shares(train=train_share, test=test_share), seed)
    if not dry_run:
        write_split(dataset, found)
    show_json(_as_json(found)) if as_json else _show(found)
    return 0


def _deal(dataset: Dataset, shares: Shares, seed: int) -> Split:
    summaries = list(DatasetIndex(dataset).summaries())
    broken = [summary.problem for summary in summaries if summary.problem is not None]
    if broken:
        raise DatasetError(broken[0])
    labelled = [summary.name for summary in summaries if summary.is_labelled]
    with progress_bar() as progress:
        task = progress.add_task("Comparing pictures", total=len(labelled))
        groups = look_alikes(dataset, labelled, report=lambda done, _total: progress.update(task, completed=done))
    alike = like_frozen(dataset, labelled)
    return proposed_split(dataset, summaries, seed=seed, shares=shares, groups=groups, alike=alike)


def _as_json(found: Split) -> dict[str, Any]:
    """Return the split with its counts by name of the side."""
    named = {"labels": _named(found.labels), "tags": _named(found.tags)}
    return {**asdict(found), "counts": found.counts._asdict(), **named}


def _named(counts: Mapping[str, SideCounts]) -> dict[str, dict[str, int]]:
    return {name: sides._asdict() for name, sides in counts.items()}


def _show(found: Split) -> None:
    rows: list[tuple[str, SideCounts]] = [("images", found.counts)]
    rows += [*found.labels.items(), *((f"tag {name}", counts) for name, counts in found.tags.items())]
    width = max(len(name) for name, _ in rows)
    show(" " * width + "".join(f"{side:>8}" for side in SIDES))
    for name, counts in rows:
        show(f"{name:<{width}}" + "".join(f"{count:8d}" for count in counts))
    show(f"{len(found.added)} images are new")
    if found.frozen:
        show(f"{len(found.frozen)} images are learned from by no model: they belong to a benchmark set")
    if found.like_frozen:
        show(f"{len(found.like_frozen)} images are learned from by no model: they look like one of a benchmark set")
    if found.together:
        alike = sum(map(len, found.together))
        show(f"{alike} images in {len(found.together)} groups that look alike are each on one side")
    for group in found.apart:
        some = ", ".join(group[:5]) + (f" and {len(group) - 5} more" if len(group) > 5 else "")
        show(f"on several sides, though they look alike: {some}")
