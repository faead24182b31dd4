"""Lists of images in ImageSets/Main."""

import re
from collections.abc import Iterable
from pathlib import Path

from core.errors import DatasetError, InvalidValueError
from core.files import natural_key, write_atomic
from core.voc.dataset import Dataset

SIDES = ("train", "val", "test")
"""The lists that a split makes: to learn from, to validate on, to test on at the end."""

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
    return _all_flagged(_flagged_lines(dataset, name))


def _all_flagged(lines: list[tuple[int, str, str]]) -> bool:
    return bool(lines) and all(flag for _, _, flag in lines)


def numbered_lines(dataset: Dataset, name: str) -> list[tuple[int, str]]:
    """Return each image of ``read_set`` with its line (1-based).

    Raises:
        DatasetError: there is no such list, or it is not text.
    """
    return [(number, image) for number, image, flag in _flagged_lines(dataset, name) if flag != "-1"]


def _flagged_lines(dataset: Dataset, name: str) -> list[tuple[int, str, str]]:
    """Return each line's number, image and flag ("" where it has none)."""
    path = _path(dataset, name)
    if not path.exists() and (segmentation := path.parent.parent / "Segmentation" / path.name).exists():
        path = segmentation  # where Pascal VOC lists the images that have masks
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError as error:
        there = ", ".join(set_names(dataset)) or "none"
        raise DatasetError(f"{path}: is not there; the image sets there are: {there}.") from error
    except (OSError, UnicodeError) as error:
        raise DatasetError(f"{path}: cannot be read: make it a text file with an image name in each line.") from error
    split = [(number, *_line(dataset, line.strip())) for number, line in enumerate(lines, start=1)]
    return [(number, image, flag) for number, image, flag in split if image]


def class_tags(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the classes of each image that the class lists name, such as ``Crack_train.txt`` with ``image 1``.

    Raises:
        DatasetError: a list is not text.
    """
    tags: dict[str, list[str]] = {}
    for name in set_names(dataset):
        label, _, part = name.rpartition("_")
        if label and part in ("train", "val", "trainval", "test"):
            lines = _flagged_lines(dataset, name)
            for image in (image for _, image, flag in lines if flag == "1") if _all_flagged(lines) else ():
                if label not in tags.setdefault(image, []):
                    tags[image].append(label)
    return {image: tuple(labels) for image, labels in tags.items()}


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


def _path(dataset: Dataset, name: str) -> Path:
    if not name or name != Path(name).name or name.startswith("."):
        raise InvalidValueError(f"{name!r} is no name for a list of images: use letters, digits and dashes.")
    return dataset.image_sets_folder / f"{name}.txt"


def image_of_line(dataset: Dataset, line: bytes) -> str:
    """Return the image that a line of a list names, "" where it names none."""
    return _line(dataset, line.decode("utf-8-sig", "replace").strip())[0]


def _line(dataset: Dataset, line: str) -> tuple[str, str]:
    """Return the image and the flag of a line; an image may itself be named like "wheel 1"."""
    flagged = None if line in dataset else _FLAGGED.fullmatch(line)
    return (flagged[1], flagged[2]) if flagged else (line, "")
