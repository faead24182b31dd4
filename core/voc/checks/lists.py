"""Lists in ImageSets/Main that do not fit the images."""

from collections.abc import Collection, Iterator
from pathlib import Path

from core.errors import DatasetError
from core.voc import image_sets
from core.voc.checks.problem import LineFix, Problem
from core.voc.dataset import Dataset
from core.voc.image_sets import SIDES

_TRAINED = ("train", "val", "trainval")


def list_problems(dataset: Dataset, labelled: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong with the lists; ``labelled`` are the images that are labelled."""
    for name in image_sets.set_names(dataset):
        path = dataset.image_sets_folder / f"{name}.txt"
        try:
            lines = image_sets.numbered_lines(dataset, name)
        except DatasetError:
            yield Problem(kind="unreadable-list", path=path)
            continue
        for line, image in lines:
            if image not in dataset:
                yield _of_line("listed-image-missing", path, line, image, LineFix(path, line, image))
            elif name in _TRAINED and image not in labelled:
                yield _of_line("listed-image-unlabelled", path, line, image, None)
    yield from _leaks(dataset)


def sets_of(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Return the images of train, val and test by these names; none where a list is missing or cannot be read."""
    found = dict[str, frozenset[str]]()
    for name in SIDES:
        there = (dataset.image_sets_folder / f"{name}.txt").exists()
        try:
            found[name] = frozenset(image_sets.read_set(dataset, name)) if there else frozenset()
        except DatasetError:  # said as unreadable-list
            found[name] = frozenset()
    return found


def _leaks(dataset: Dataset) -> Iterator[Problem]:
    sets = sets_of(dataset)
    val = sets["val"]
    if not sets["train"] & val:
        return
    path = dataset.image_sets_folder / "train.txt"
    for line, image in image_sets.numbered_lines(dataset, "train"):
        if image in val:
            yield _of_line("image-in-train-and-val", path, line, image, LineFix(path, line, image))


def _of_line(kind: str, path: Path, line: int, image: str, fix: LineFix | None) -> Problem:
    return Problem(kind=kind, path=path, line=line, values={"image": image}, image=image, fix=fix, sign=path.name)
