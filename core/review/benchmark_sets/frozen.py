"""A benchmark set: an image set of its own, and what its pictures and labels were when it was frozen.

``ImageSets/Main/NAME.txt`` lists the images; ``.annotrain/benchmarks/NAME/frozen.json`` keeps for each the SHA-256 of
its picture's bytes and of what is said of it. Labels are hashed by their meaning (labels, shapes, difficult marks and
tags), not by the bytes of a file: to mark an image as done changes no figure. A list that was there before is a
person's: it is neither written nor removed, and may name images without labels, which are not in the set.

A set goes by its files: a picture that comes to differ in the suffix alone changes the name of both, and neither joins
nor leaves a set by that.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from core.errors import DatasetError, InvalidValueError, WriteError
from core.files import remove, write_atomic
from core.review.benchmark_sets.said import said_of, said_or_nothing, stamp_of_all
from core.voc import given_labels
from core.voc.dataset import Dataset, ImageEntry
from core.voc.held_out import FROZEN, frozen_folder, names_now, read_record, sha256_of
from core.voc.image_sets import SIDES, class_tags, read_set, set_names, write_set

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class FrozenImage:
    """An image as it was: ``picture`` and ``said`` are SHA-256; ``stamp`` is what its files' times and sizes were.

    As long as the stamp is the same the files are not read again. ``file`` is its path below the image folder, ``size``
    the bytes that it had.
    """

    name: str
    picture: str
    said: str
    stamp: str
    file: str = ""
    size: int = 0


@dataclass(frozen=True, kw_only=True)
class BenchmarkSet:
    """A frozen set of images; ``created`` is the time in ISO 8601, UTC, at which it was frozen the last time.

    ``listed`` is what its list in ImageSets/Main named then, and ``given`` whether that list was there before the set.
    """

    name: str
    created: str
    images: tuple[FrozenImage, ...]
    listed: tuple[str, ...] = ()
    given: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The images in their order."""
        return tuple(image.name for image in self.images)

    @cached_property
    def hash(self) -> str:
        """The SHA-256 of all names, pictures and labels: figures of one hash can be compared."""
        digest = hashlib.sha256()
        for image in self.images:
            digest.update(f"{image.name}\0{image.picture}\0{image.said}\0".encode())
        return digest.hexdigest()

    def names_now(self, dataset: Dataset) -> dict[str, str]:
        """Return the images' present names by those that they were frozen under, without images that are gone."""
        return names_now(dataset, ((image.name, image.file) for image in self.images))

    def folder(self, dataset: Dataset) -> Path:
        """Return where the set and its results are kept."""
        return frozen_folder(dataset) / self.name


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The images of a set whose labels or picture are other now than when it was frozen, or that are gone.

    ``relisted``: the list in ImageSets/Main names other images than it did then, or is gone; or an image has another
    name now, so that the list does not mean it any more.
    """

    labels: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    relisted: bool = False

    def __bool__(self) -> bool:
        return bool(self.labels or self.pictures or self.gone or self.relisted)

    def sentences(self) -> tuple[str, ...]:
        """Say it in plain English, a sentence each."""
        said = (
            (self.labels, "The labels of {images} changed since it was frozen."),
            (self.pictures, "The pictures of {images} changed since it was frozen."),
            (self.gone, "{images} of it are gone."),
        )
        found = [words.format(images=_counted(len(names))) for names, words in said if names]
        return (*found, *(["Its list in ImageSets/Main names other images now."] if self.relisted else []))


def freeze(dataset: Dataset, name: str, images: Iterable[str]) -> tuple[BenchmarkSet, tuple[str, ...]]:
    """Make a set of the labelled ones among the images, or freeze the set of that name anew; all files are read.

    Returns the set, and the images that are left out because nothing is said of them.

    Raises:
        InvalidValueError: the name does not do.
        DatasetError: an image is not there, none is labelled, or another list has that name.
        AnnotationFileError, ImageFileError: a file cannot be read.
        WriteError: the folder cannot be written.
    """
    wanted = tuple(dict.fromkeys(images))
    check_name(dataset, name, wanted)
    left_out = unlabelled(dataset, wanted)
    labelled = [dataset.entry(image) for image in wanted if image not in left_out]
    tags = class_tags(dataset)
    if not labelled:
        raise DatasetError(f"{dataset.root}: none of these images is labelled: label some, then freeze them.")
    given = _is_given(dataset, name)
    made = BenchmarkSet(
        name=name,
        created=datetime.now(UTC).isoformat(),
        images=tuple(_frozen(dataset, entry, tags) for entry in labelled),
        listed=read_set(dataset, name) if given else tuple(entry.name for entry in labelled),
        given=given,
    )
    if not given:
        write_set(dataset, name, made.names)
    record = {"format": FORMAT, **asdict(made)}
    write_atomic(made.folder(dataset) / FROZEN, json.dumps(record, indent=1, ensure_ascii=False).encode() + b"\n")
    return made, left_out


def unlabelled(dataset: Dataset, images: Iterable[str]) -> tuple[str, ...]:
    """Return those of the images that are not labelled, see :mod:`core.voc.given_labels`.

    Raises:
        DatasetError: an image is not there.
    """
    return tuple(entry.name for entry in given_labels.unlabelled(dataset, map(dataset.entry, images)))


def benchmark_sets(dataset: Dataset) -> list[BenchmarkSet]:
    """Return all sets, the first made first.

    Raises:
        DatasetError: the file of one cannot be read.
    """
    found = [_read(path) for path in frozen_folder(dataset).glob(f"*/{FROZEN}")]
    return sorted(found, key=lambda one: (one.created, one.name))


def benchmark_set(dataset: Dataset, name: str) -> BenchmarkSet:
    """Return the set of that name.

    Raises:
        DatasetError: there is none, or its file cannot be read.
    """
    path = frozen_folder(dataset) / name / FROZEN
    if Path(name).name != name or not path.is_file():
        there = ", ".join(one.name for one in benchmark_sets(dataset)) or "none"
        raise DatasetError(f"{dataset.root}: has no benchmark set {name!r}; there are: {there}.")
    return _read(path)


def remove_set(dataset: Dataset, one: BenchmarkSet) -> None:
    """Give the images free again: the set, its results and its own list go; the images and their labels stay.

    Raises:
        WriteError: the folder cannot be written.
    """
    folder = one.folder(dataset)
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise WriteError(folder, error.strerror or str(error)) from error
    if not one.given and one.name not in SIDES:
        remove(dataset.image_sets_folder / f"{one.name}.txt")


def changes_since(dataset: Dataset, one: BenchmarkSet) -> Changes:
    """Return what is other now than when the set was frozen; only files with other times or sizes are read.

    Raises:
        DatasetError: a list of images cannot be read.
    """
    tags = class_tags(dataset)
    now = one.names_now(dataset)
    labels, pictures, gone = [], [], []
    for image in one.images:
        if image.name not in now or not (entry := dataset.entry(now[image.name])).path.is_file():
            gone.append(image.name)
        elif stamp_of_all(dataset, entry, tags) != image.stamp:
            if sha256_of(entry.path) != image.picture:
                pictures.append(image.name)
            if said_or_nothing(dataset, entry, tags) != image.said:
                labels.append(image.name)
    listed = read_set(dataset, one.name) if one.name in set_names(dataset) else ()
    renamed = any(name != present for name, present in now.items()) or not {*one.names} <= {*listed}
    return Changes(
        labels=tuple(labels),
        pictures=tuple(pictures),
        gone=tuple(gone),
        relisted=tuple(listed) != one.listed or renamed,
    )


def _counted(count: int) -> str:
    return "1 image" if count == 1 else f"{count} images"


def check_name(dataset: Dataset, name: str, images: Iterable[str], *, new: bool = False) -> None:
    """Look whether a set of these images can have the name; one that is ``new`` takes no other set's place.

    Raises:
        InvalidValueError: it cannot be a folder's and a list's name, or means something else, or is a set's already.
        DatasetError: another list has that name.
    """
    if not name or name != Path(name).name or name.startswith(".") or name.strip() != name or "@" in name:
        raise InvalidValueError(f"{name!r} is no name for a benchmark set: use letters, digits and dashes.")
    if name in ("train", "val"):
        raise InvalidValueError(f"The list '{name}' is learned from: give the benchmark set a name of its own.")
    ours = (frozen_folder(dataset) / name / FROZEN).is_file()
    if ours and new:
        raise InvalidValueError(f"There is a benchmark set '{name}' already: choose another name.")
    if (
        not ours
        and name in set_names(dataset)
        and {*filter(dataset.__contains__, read_set(dataset, name))} != {*images}
    ):
        raise DatasetError(f"{dataset.root}: has a list '{name}' of other images already: choose another name.")


def _is_given(dataset: Dataset, name: str) -> bool:
    """Tell whether the list of that name is a person's, who had it before there was a set of its name."""
    path = frozen_folder(dataset) / name / FROZEN
    return name in set_names(dataset) and (not path.is_file() or _read(path).given)


def _read(path: Path) -> BenchmarkSet:
    record = read_record(path)
    try:
        if record["format"] != FORMAT:
            raise DatasetError(f"{path}: was written by a newer Annotrain; update this one to use it.")
        images = tuple(FrozenImage(**image) for image in record["images"])
        listed = tuple(str(name) for name in record.get("listed", [image.name for image in images]))
        return BenchmarkSet(
            name=path.parent.name, created=str(record["created"]), images=images, listed=listed,
            given=bool(record.get("given", False)),
        )  # fmt: skip
    except (KeyError, TypeError) as error:
        raise DatasetError(f"{path}: is not whole ({error}): restore it, or remove its folder.") from error


def _frozen(dataset: Dataset, entry: ImageEntry, tags: Mapping[str, tuple[str, ...]]) -> FrozenImage:
    said, stamp = said_of(dataset, entry, tags), stamp_of_all(dataset, entry, tags)
    return FrozenImage(
        name=entry.name,
        picture=sha256_of(entry.path),
        said=said,
        stamp=stamp,
        file=entry.file,
        size=entry.path.stat().st_size,
    )
