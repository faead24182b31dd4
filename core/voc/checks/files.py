"""Files that are missing, without a partner, or share a name with another."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from core.voc.checks.problem import Problem
from core.voc.dataset import Dataset

_MASK_FOLDERS = ("SegmentationClass", "SegmentationObject")


def name_problems(dataset: Dataset) -> Iterator[Problem]:
    """Yield images that share their stem, then those whose names some systems cannot tell apart."""
    stems = Counter(PurePosixPath(entry.path).with_suffix("") for entry in dataset.entries)
    for entry in dataset.entries:
        if stems[PurePosixPath(entry.path).with_suffix("")] > 1:
            values = {"stem": entry.path.stem, "annotation": entry.annotation_path.name}
            yield Problem(kind="duplicate-stem", path=entry.path, values=values, image=entry.name)
    names = Counter(entry.name.casefold() for entry in dataset.entries)
    for entry in dataset.entries:
        if names[entry.name.casefold()] > 1:
            values = {"image": entry.name}
            yield Problem(kind="names-differ-by-case", path=entry.path, values=values, image=entry.name)


def lonely_files(dataset: Dataset) -> Iterator[Problem]:
    """Yield the annotations and masks that no image belongs to."""
    expected = {entry.annotation_path for entry in dataset.entries}
    folder = dataset.annotations_folder
    for path in _visible(folder, folder.rglob("*.xml")):
        if path not in expected:
            values = {"file": path.relative_to(folder).as_posix()}
            yield Problem(kind="annotation-without-image", path=path, values=values, sign=str(values["file"]))
    for name in _MASK_FOLDERS:
        folder = dataset.root / name
        for path in _visible(folder, folder.rglob("*.png")):
            below = path.relative_to(folder).with_suffix("").as_posix()
            if below not in dataset:
                yield Problem(
                    kind="mask-without-image", path=path, values={"file": f"{name}/{below}.png"}, sign=f"{name}/{below}"
                )


def _visible(folder: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the paths in order, those in hidden folders or hidden themselves not."""
    for path in sorted(paths):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path
