"""A folder of images as a dataset: where things lie, which images there are, and each one's annotation."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.errors import DatasetError
from core.files import write_atomic
from core.images import read_size
from core.voc import annotation_file
from core.voc.annotation import Annotation
from core.voc.convention import Convention
from core.voc.listing import Entries, Folders, ImageEntry, Listing, entry_names, list_files

__all__ = ["Dataset", "ImageEntry", "entry_names"]


class Dataset:
    """A Pascal VOC folder, or any folder of images, which becomes one with the first annotation written.

    Opening lists the images and reads nothing else; nothing is made on disk.
    """

    def __init__(self, root: Path, folders: Folders, entries: Entries, unreadable: tuple[str, ...] = ()) -> None:
        self.root = root
        self.images_folder = folders.images
        self.annotations_folder = folders.annotations
        self.entries = entries
        self.unreadable = unreadable
        """Pictures that are left out because no library on board reads them, as paths below the image folder."""
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
        listing = list_files(images_folder)
        if not listing.images:
            raise DatasetError(f"{images_folder}: {_why_empty(listing)}")
        beside = listing.annotations_beside and not (root / "Annotations").is_dir()
        folders = Folders(images_folder, images_folder if beside else root / "Annotations")
        return cls(root, folders, Entries(folders, listing.images), listing.unreadable)

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

    def grown(self, files: Sequence[str]) -> Entries:
        """Return the entries with further images behind them, as paths below the image folder; those there keep place.

        Nothing is changed until they take the place of ``entries``, so that a thread can make them for another one.
        """
        grown = Entries(Folders(self.images_folder, self.annotations_folder), [*self.entries.files, *files])
        _ = grown.places, grown.folded
        return grown

    def __contains__(self, name: str) -> bool:
        return name in self.entries.places

    def entry(self, name: str) -> ImageEntry:
        """Return the image of that name.

        Raises:
            DatasetError: there is none.
        """
        place = self.entries.places.get(name)
        if place is None:
            raise DatasetError(f"{self.images_folder}: has no image named {name!r}.")
        return self.entries[place]

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


def _why_empty(listing: Listing) -> str:
    if not listing.unreadable:
        return "holds no images: put some in or choose another folder."
    kind = Path(listing.unreadable[0]).suffix[1:].upper()
    return f"holds {kind} files only, which are not supported: convert them to JPEG, PNG or TIFF with another program."


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror}): allow it or choose another folder.") from error
