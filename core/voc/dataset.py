"""A folder of images as a dataset: where things lie, which images there are, and each one's annotation."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from core.errors import DatasetError
from core.files import natural_key, write_atomic
from core.images import IMAGE_SUFFIXES, read_size
from core.voc import annotation_file
from core.voc.annotation import Annotation
from core.voc.convention import Convention

_OURS = frozenset({"annotations", "imagesets", "segmentationclass", "segmentationobject"})
"""Folders of the VOC layout that never hold images to be labelled."""


@dataclass(frozen=True)
class ImageEntry:
    """One image: ``name`` is its path below the image folder without suffix, with "/" between folders.

    Where two images differ in their suffix alone, both keep it in their name, so that they share no annotation.
    """

    name: str
    path: Path
    annotation_path: Path


class Dataset:
    """A Pascal VOC folder, or any folder of images, which becomes one with the first annotation written.

    Opening lists the images and reads nothing else; nothing is made on disk.
    """

    def __init__(
        self, root: Path, images_folder: Path, annotations_folder: Path, entries: tuple[ImageEntry, ...]
    ) -> None:
        self.root = root
        self.images_folder = images_folder
        self.annotations_folder = annotations_folder
        self.entries = entries
        self.convention = _read_convention(self.project_path)

    @classmethod
    def open(cls, root: Path) -> "Dataset":
        """Open a VOC folder, the JPEGImages folder of one, or a folder with images in it or below it.

        Raises:
            DatasetError: there is no such folder, it cannot be read, it holds no images or one whose name is no text.
        """
        root = Path(os.path.abspath(root))  # noqa: PTH100  # no links resolved: the person's own path is shown
        if not _is_folder(root):
            raise DatasetError(f"{root}: is not a folder: name the folder that holds your images.")
        if root.name == "JPEGImages":
            root = root.parent
        images_folder = root / "JPEGImages" if _is_folder(root / "JPEGImages") else root
        files = list(_files(images_folder))
        images = [file for file in files if _is_image(file)]
        if not images:
            raise DatasetError(f"{images_folder}: holds no images: put some in or choose another folder.")
        if unwritable := next((image for image in images if not _is_text(image)), None):
            raise DatasetError(f"{images_folder}: the file name {unwritable!r} is not UTF-8: rename the file.")
        annotations_folder = _annotations_folder(root, images_folder, files, images)
        return cls(root, images_folder, annotations_folder, tuple(_entries(images_folder, annotations_folder, images)))

    @property
    def image_sets_folder(self) -> Path:
        """Where the lists of the detection sets lie."""
        return self.root / "ImageSets" / "Main"

    @property
    def program_folder(self) -> Path:
        """Where the program keeps what it adds."""
        return self.root / ".annotrain"

    @property
    def runs_folder(self) -> Path:
        """Where the training runs lie."""
        return self.program_folder / "runs"

    @property
    def models_folder(self) -> Path:
        """Where the trained models lie."""
        return self.program_folder / "models"

    @property
    def project_path(self) -> Path:
        """Where the project's settings lie."""
        return self.program_folder / "project.json"

    @cached_property
    def _by_name(self) -> dict[str, ImageEntry]:
        return {entry.name: entry for entry in self.entries}

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def entry(self, name: str) -> ImageEntry:
        """Return the image of that name.

        Raises:
            DatasetError: there is none.
        """
        if name not in self._by_name:
            raise DatasetError(f"{self.images_folder}: has no image named {name!r}.")
        return self._by_name[name]

    def read(self, entry: ImageEntry) -> Annotation:
        """Return what is said of the image; an empty annotation of its size where there is no file yet.

        Raises:
            AnnotationFileError: the file cannot be read whole.
            ImageFileError: there is no file, or it lacks the size, and the image cannot be opened.
        """
        if not entry.annotation_path.exists():
            width, height = read_size(entry.path)
            return Annotation(filename=entry.path.name, width=width, height=height)
        annotation = annotation_file.read(entry.annotation_path, self.convention)
        if annotation.width and annotation.height:
            return annotation
        width, height = read_size(entry.path)
        return replace(annotation, width=annotation.width or width, height=annotation.height or height)

    def write(self, entry: ImageEntry, annotation: Annotation, *, on_disk: bytes | None = None) -> Annotation:
        """Write the image's annotation and return it as it now reads; ``on_disk`` as for ``annotation_file.write``.

        Raises:
            FileChangedError: another program changed the file since it was read.
            InvalidValueError: a text cannot be written in XML.
            WriteError: the disk is full or the folder cannot be written; the old file is unchanged.
        """
        written = annotation_file.write(entry.annotation_path, annotation, self.convention, on_disk=on_disk)
        return replace(written, width=annotation.width, height=annotation.height)

    def set_convention(self, convention: Convention) -> None:
        """Choose which numbers the project's files hold; those that are there are read so, not converted.

        Raises:
            WriteError: the setting cannot be kept.
        """
        settings = _read_settings(self.project_path) | {"convention": convention.value}
        write_atomic(self.project_path, json.dumps(settings, indent=2).encode() + b"\n")
        self.convention = convention


def _read_settings(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        settings = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path}: cannot be read: repair or remove it.") from error
    if not isinstance(settings, dict):
        raise DatasetError(f"{path}: holds no settings: repair or remove it.")
    return settings


def _read_convention(path: Path) -> Convention:
    value = str(_read_settings(path).get("convention", Convention.DEVKIT))
    if value not in tuple(Convention):
        raise DatasetError(f"{path}: convention must be one of {', '.join(Convention)}: correct or remove it.")
    return Convention(value)


def _entries(images_folder: Path, annotations_folder: Path, images: list[str]) -> Iterator[ImageEntry]:
    """Yield the images in natural order, each with the annotation file that is its own."""
    names = entry_names(images)
    for image in sorted(images, key=natural_key):
        yield ImageEntry(names[image], images_folder / image, annotations_folder / f"{names[image]}.xml")


def entry_names(images: Sequence[str]) -> dict[str, str]:
    """Return for each image file of a dataset, its path below the image folder, the name that its entry has."""
    stems = Counter(_stem(image) for image in images)
    taken = set(images)
    return {
        image: stem if stems[stem] == 1 and stem not in taken else image for image in images for stem in (_stem(image),)
    }


def _files(folder: Path) -> Iterator[str]:
    """Yield the paths of the files in and below the folder, "/" between folders; hidden and VOC's other ones not."""

    def refuse(error: OSError) -> None:
        raise DatasetError(f"{error.filename}: cannot be read ({error.strerror}): allow it or choose another folder.")

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and name.casefold() not in _OURS]
        below = Path(parent).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        yield from (prefix + name for name in files if not name.startswith("."))


def _annotations_folder(root: Path, images_folder: Path, files: list[str], images: list[str]) -> Path:
    """Return Annotations, or the image folder where XML files lie beside their images, as Roboflow lays them."""
    if (root / "Annotations").is_dir():
        return root / "Annotations"
    stems = {_stem(image) for image in images}
    beside = any(file.endswith(".xml") and _stem(file) in stems for file in files)
    return images_folder if beside else root / "Annotations"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror}): allow it or choose another folder.") from error


def _is_text(name: str) -> bool:
    """Tell whether lists, XML and SQLite can hold the name: Linux takes any bytes for a name."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _stem(file: str) -> str:
    """Return the path without its suffix; strings, because a hundred thousand paths would take seconds."""
    return file.rpartition(".")[0]


def _is_image(file: str) -> bool:
    stem, dot, suffix = file.rpartition(".")
    return bool(stem) and dot + suffix.lower() in IMAGE_SUFFIXES
