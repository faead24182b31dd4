"""Lists of images in ImageSets/Main, and the split into train and val that stays as it is once made."""

import random
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from core.errors import DatasetError, InvalidValueError
from core.files import natural_key, write_atomic
from core.voc.dataset import Dataset

_FLAGGED = re.compile(r"(.*\S)\s+(-1|0|1)")


def set_names(dataset: Dataset) -> tuple[str, ...]:
    """Return the names of the lists in ImageSets/Main in natural order."""
    return tuple(sorted((path.stem for path in dataset.image_sets_folder.glob("*.txt")), key=natural_key))


def read_set(dataset: Dataset, name: str) -> tuple[str, ...]:
    """Return the images of a list in its order; of a class list (``image 1``, ``0`` or ``-1``) those not at -1.

    Images that the dataset lacks are among them: ``checks`` reports them.

    Raises:
        DatasetError: there is no such list, or it is not text.
    """
    return tuple(image for _, image in numbered_lines(dataset, name))


def is_class_list(dataset: Dataset, name: str) -> bool:
    """Tell whether each line of the list has a flag after its image: which images hold one label, and no split.

    Raises:
        DatasetError: there is no such list, or it is not text.
    """
    flags = [flag for _, _, flag in _flagged_lines(dataset, name)]
    return bool(flags) and all(flags)


def numbered_lines(dataset: Dataset, name: str) -> list[tuple[int, str]]:
    """Return each image of ``read_set`` with its line (1-based).

    Raises:
        DatasetError: there is no such list, or it is not text.
    """
    return [(number, image) for number, image, flag in _flagged_lines(dataset, name) if flag != "-1"]


def _flagged_lines(dataset: Dataset, name: str) -> list[tuple[int, str, str]]:
    """Return each line's number, image and flag ("" where it has none)."""
    path = _path(dataset, name)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        there = ", ".join(set_names(dataset)) or "none"
        raise DatasetError(f"{path}: is not there; the image sets there are: {there}.") from error
    except (OSError, UnicodeError) as error:
        raise DatasetError(f"{path}: cannot be read: make it a text file with an image name in each line.") from error
    split = [(number, *_line(dataset, line.strip())) for number, line in enumerate(lines, start=1)]
    return [(number, image, flag) for number, image, flag in split if image]


def write_set(dataset: Dataset, name: str, images: Iterable[str]) -> None:
    """Write a list of images, one a line, as a whole.

    Raises:
        InvalidValueError: the list's or an image's name cannot be written so.
        WriteError: the disk is full or the folder cannot be written; the old list is unchanged.
    """
    lines = list(images)
    for line in lines:
        if not line or line != line.strip() or len(line.splitlines()) > 1:
            raise InvalidValueError(f"The image name {line!r} cannot stand in a list: rename the file.")
    write_atomic(_path(dataset, name), "".join(f"{line}\n" for line in lines).encode())


def ensure_split(
    dataset: Dataset, labels_of: Mapping[str, Collection[str]], *, seed: int, val_fraction: float = 0.2
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the images of train.txt and val.txt after writing ``proposed_split`` there, where it adds any.

    Raises:
        DatasetError: fewer than two images are labelled.
        WriteError: the lists cannot be written.
    """
    train, val = proposed_split(dataset, labels_of, seed=seed, val_fraction=val_fraction)
    if not train or not val:
        raise DatasetError(f"{dataset.root}: training needs at least two labelled images, one to check: label more.")
    for name, images in (("train", train), ("val", val)):
        if images != _read_if_there(dataset, name):
            write_set(dataset, name, images)
    return train, val


def proposed_split(
    dataset: Dataset, labels_of: Mapping[str, Collection[str]], *, seed: int, val_fraction: float = 0.2
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return train.txt and val.txt as they would be with the labelled images that are in neither; writes nothing.

    ``labels_of`` gives the labels on every labelled image (none on one without objects). What is in a list stays
    there. New ones are dealt label by label, the rarest first, so that each label has its ``val_fraction`` in val;
    each list has at least one where there are two.

    Raises:
        DatasetError: a list cannot be read.
    """
    train, val = _read_if_there(dataset, "train"), _read_if_there(dataset, "val")
    new = sorted(set(labels_of) - set(train) - set(val), key=natural_key)
    chosen = _chosen_for_val(new, set(val), labels_of, seed, val_fraction)
    new_val = [name for name in new if name in chosen]
    new_train = [name for name in new if name not in chosen]
    if not val and not new_val and (train or len(new_train) > 1) and new_train:
        new_val.append(new_train.pop())
    if not train and not new_train and (val or len(new_val) > 1) and new_val:
        new_train.append(new_val.pop())
    return (*train, *new_train), (*val, *new_val)


def _read_if_there(dataset: Dataset, name: str) -> tuple[str, ...]:
    return read_set(dataset, name) if _path(dataset, name).exists() else ()


def _chosen_for_val(
    new: list[str], val: set[str], labels_of: Mapping[str, Collection[str]], seed: int, val_fraction: float
) -> set[str]:
    """Return those of the ``new`` images that go to val; one without objects counts as of a label of its own."""
    groups = {name: set(labels_of[name]) or {""} for name in labels_of}
    counts = Counter(label for labels in groups.values() for label in labels)
    waiting = new.copy()
    random.Random(seed).shuffle(waiting)
    chosen: set[str] = set()
    for label in sorted(counts, key=lambda label: (counts[label], label)):
        in_val = sum(label in groups.get(name, ()) for name in val | chosen)
        wanted = max(0, round(val_fraction * counts[label]) - in_val)
        having = [name for name in waiting if label in groups[name]]
        chosen.update(having[:wanted])
        waiting = [name for name in waiting if label not in groups[name]]
    return chosen


def _path(dataset: Dataset, name: str) -> Path:
    if not name or name != Path(name).name or name.startswith("."):
        raise InvalidValueError(f"{name!r} is no name for a list of images: use letters, digits and dashes.")
    return dataset.image_sets_folder / f"{name}.txt"


def _line(dataset: Dataset, line: str) -> tuple[str, str]:
    """Return the image and the flag of a line; an image may itself be named like "wheel 1"."""
    flagged = None if line in dataset else _FLAGGED.fullmatch(line)
    return (flagged[1], flagged[2]) if flagged else (line, "")
