"""Which images lie in and below a folder, and the name that each goes by: a hundred thousand in under a second."""

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, overload

from core.errors import DatasetError
from core.files import sort_naturally
from core.images import IMAGE_SUFFIXES, UNREADABLE_SUFFIXES

CASE_BLIND = sys.platform in ("win32", "darwin")
"""Whether this system commonly takes names that differ in capitals alone for one."""
SET_ASIDE = "SetAside"
"""The folder of a dataset with the images that were set aside."""
OURS = frozenset({"annotations", "imagesets", "segmentationclass", "segmentationobject", SET_ASIDE.casefold()})
"""Folders that never hold images to be labelled: those of the VOC layout, and what was set aside."""
_SPELLINGS = tuple(each for suffix in sorted(IMAGE_SUFFIXES) for each in (suffix, suffix.upper()))


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
    by_suffix: dict[str, list[str]] = {}
    for file in _files(folder):
        suffix = file[file.rfind(".") :]
        if suffix in by_suffix:
            by_suffix[suffix].append(file)
        else:
            by_suffix[suffix] = [file]
    images, annotations, unreadable = (
        _with_suffix(by_suffix, wanted) for wanted in (IMAGE_SUFFIXES, (".xml",), UNREADABLE_SUFFIXES)
    )
    _check_text(folder, images)
    return Listing(tuple(sort_naturally(images)), tuple(sorted(unreadable)), frozenset(annotations))


def _with_suffix(by_suffix: Mapping[str, list[str]], wanted: Collection[str]) -> list[str]:
    """Return the files with these suffixes, which are in small letters."""
    return [file for suffix, found in by_suffix.items() if suffix.lower() in wanted for file in found]


class Entries(Sequence[ImageEntry]):
    """The images of a dataset in their order, each with the annotation file that is its own.

    Only the texts are held; an entry is made when it is asked for.
    """

    def __init__(self, folders: Folders, images: Sequence[str]) -> None:
        named = entry_names(images)
        self.folders = folders
        self.files = list(named)
        """The paths below the image folder."""
        self.names = list(named.values())

    @cached_property
    def folded(self) -> list[str]:
        """The files in small letters, as a search for a part of them takes them."""
        return "\0".join(self.files).casefold().split("\0") if self.files else []  # in one go: no name holds that sign

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each name."""
        return dict(zip(self.names, range(len(self.names)), strict=True))

    def __len__(self) -> int:
        return len(self.names)

    @overload
    def __getitem__(self, place: int) -> ImageEntry: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[ImageEntry, ...]: ...

    def __getitem__(self, place: int | slice) -> ImageEntry | tuple[ImageEntry, ...]:
        if isinstance(place, slice):
            return tuple(map(self._entry, self.names[place], self.files[place]))
        return self._entry(self.names[place], self.files[place])

    def __iter__(self) -> Iterator[ImageEntry]:
        return map(self._entry, self.names, self.files)

    def _entry(self, name: str, file: str) -> ImageEntry:
        return ImageEntry(name, file, self.folders)


def entry_names(images: Sequence[str]) -> dict[str, str]:
    """Return for each image file of a dataset, its path below the image folder, the name that its entry has.

    To Windows and macOS ``a.jpg`` and ``A.png`` would have one annotation file: there they count as of one name.
    """
    stems = [image[: image.rfind(".")] for image in images]  # not stem(): a hundred thousand calls are felt
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


def like_named(path: Path) -> Path | None:
    """Return an image beside ``path`` that differs from it in the suffix alone, None where there is none.

    Where both are in a dataset neither has the name, and so the annotation, that it would have alone.
    """
    base = str(path.with_suffix(""))
    others = (base + suffix for suffix in _SPELLINGS if suffix != path.suffix)
    return next((Path(other) for other in others if os.path.exists(other)), None)  # noqa: PTH110  asked of thousands


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
        files, folders = _scan(top / below)
        prefix = f"{below}/" if below else ""
        yield from (prefix + name for name in files) if prefix else files
        for name, is_link in folders:
            if name.casefold() not in OURS:
                (links if is_link else waiting).append(prefix + name)


def _leads_back(link: str, top: str, listed: set[str]) -> bool:
    """Tell whether a link's folder is listed already or holds the folder that is being listed."""
    target, top = os.path.realpath(link), os.path.realpath(top)
    return target in listed or top.startswith(target.rstrip(os.sep) + os.sep)


def _scan(folder: Path) -> tuple[list[str], list[tuple[str, bool]]]:
    """Return the names of the files, and of the folders with whether each is a link, the last first; none hidden."""
    files: list[str] = []
    folders: list[tuple[str, bool]] = []
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.name[0] == ".":
                    continue
                if entry.is_dir():
                    folders.append((entry.name, entry.is_symlink()))
                else:
                    files.append(entry.name)
    except OSError as error:
        raise DatasetError(
            f"{folder}: cannot be read ({error.strerror}): allow it or choose another folder."
        ) from error
    return files, sorted(folders, reverse=True)


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
