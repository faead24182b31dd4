"""Which images lie in and below a folder, and the name that each goes by: a hundred thousand in under a second."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from core.errors import DatasetError
from core.files import sort_naturally
from core.images import IMAGE_SUFFIXES, UNREADABLE_SUFFIXES

CASE_BLIND = sys.platform in ("win32", "darwin")
"""Whether this system commonly takes names that differ in capitals alone for one."""
_OURS = frozenset({"annotations", "imagesets", "segmentationclass", "segmentationobject"})
"""Folders of the VOC layout that never hold images to be labelled."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a dataset's images and annotation files lie."""

    images: Path
    annotations: Path


class ImageEntry(NamedTuple):
    """One image: ``name`` is its path below the image folder without suffix, with "/" between folders.

    Where two images differ in their suffix alone, both keep it in their name, so that they share no annotation.
    ``file`` is the path below the image folder with the suffix. A hundred thousand of these are made in a tenth of a
    second; as many dataclasses take four times as long, and their paths, which are made when asked for, 100 MB.
    """

    name: str
    file: str
    folders: Folders

    @property
    def path(self) -> Path:
        """The image."""
        return self.folders.images / self.file

    @property
    def annotation_path(self) -> Path:
        """The file that says what is in it, there or not yet."""
        return self.folders.annotations / f"{self.name}.xml"


@dataclass(frozen=True, slots=True)
class Listing:
    """The files below a folder that concern a dataset, as paths below it with "/" between folders.

    ``images`` are in natural order; ``unreadable`` are pictures of a kind that no library on board reads.
    """

    images: tuple[str, ...]
    unreadable: tuple[str, ...]
    annotations: frozenset[str]

    @property
    def annotations_beside(self) -> bool:
        """Tell whether XML files lie beside their images, as Roboflow lays them."""
        return bool(self.annotations) and any(f"{stem(image)}.xml" in self.annotations for image in self.images)


def list_files(folder: Path) -> Listing:
    """Return what lies in and below the folder, but for hidden files and folders and VOC's other ones.

    Links to folders are followed, unless they lead back to a folder that is listed already or round it.

    Raises:
        DatasetError: a folder cannot be read, or an image's name is no text.
    """
    images: list[str] = []
    unreadable: list[str] = []
    annotations: list[str] = []
    for file in _files(folder):
        suffix = file[file.rfind(".") :].lower()
        if suffix in IMAGE_SUFFIXES:
            images.append(file)
        elif suffix == ".xml":
            annotations.append(file)
        elif suffix in UNREADABLE_SUFFIXES:
            unreadable.append(file)
    _check_text(folder, images)
    return Listing(tuple(sort_naturally(images)), tuple(sorted(unreadable)), frozenset(annotations))


def entries_of(folders: Folders, images: Sequence[str]) -> Iterator[ImageEntry]:
    """Yield the images in the order given, each with the annotation file that is its own."""
    for image, name in entry_names(images).items():
        yield ImageEntry(name, image, folders)


def entry_names(images: Sequence[str]) -> dict[str, str]:
    """Return for each image file of a dataset, its path below the image folder, the name that its entry has.

    To Windows and macOS ``a.jpg`` and ``A.png`` would have one annotation file: there they count as of one name.
    """
    stems = [stem(image) for image in images]
    same = [own.casefold() for own in stems] if CASE_BLIND else stems
    taken = {image.casefold() for image in images} if CASE_BLIND else set(images)
    if len(set(same)) == len(same) and taken.isdisjoint(same):
        return dict(zip(images, stems, strict=True))
    count = Counter(same)
    return {
        image: own if count[key] == 1 and key not in taken else image
        for image, own, key in zip(images, stems, same, strict=True)
    }


def stem(file: str) -> str:
    """Return the path without its suffix."""
    return file.rpartition(".")[0]


def _files(top: Path) -> Iterator[str]:
    """Yield the path of every file, folders that are reached by links last, so that files keep their nearest name."""
    listed: set[str] = set()
    links: list[str] = []
    waiting = [""]
    while waiting or links:
        if not waiting:
            link = links.pop(0)
            if _leads_back(str(top / link), str(top), listed):
                continue
            waiting.append(link)
        below = waiting.pop()
        listed.add(os.path.realpath(top / below))
        folders: list[str] = []
        for found in _scan(top / below):
            path = f"{below}/{found.name}" if below else found.name
            if not found.is_dir():
                yield path
            elif found.name.casefold() not in _OURS:
                (links if found.is_symlink() else folders).append(path)
        waiting += sorted(folders, reverse=True)


def _leads_back(link: str, top: str, listed: set[str]) -> bool:
    """Tell whether a link's folder is listed already or holds the folder that is being listed."""
    target, top = os.path.realpath(link), os.path.realpath(top)
    return target in listed or top.startswith(target.rstrip(os.sep) + os.sep)


def _scan(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            yield from (entry for entry in found if not entry.name.startswith("."))
    except OSError as error:
        raise DatasetError(
            f"{folder}: cannot be read ({error.strerror}): allow it or choose another folder."
        ) from error


def _check_text(folder: Path, images: Sequence[str]) -> None:
    """Raise where lists, XML and SQLite could not hold a name: Linux takes any bytes for one."""
    try:
        "\n".join(images).encode()
    except UnicodeEncodeError as error:
        bad = next(image for image in images if not _is_text(image))
        raise DatasetError(f"{folder}: the file name {bad!r} is not UTF-8: rename the file.") from error


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
