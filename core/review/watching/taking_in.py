"""Bringing a picture from a watched folder into the dataset; at the source nothing is ever changed.

A copy is made under a hidden name first, opened, and takes its own name in one step: the source is read once, over a
network as well, and what is predicted is what is kept.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from core.errors import FileChangedError, ImageFileError, WriteError
from core.files import give_name, stamp_of
from core.images import read_rgb
from core.review.watching.settings import Taking
from core.voc.listing import like_named

Picture = NDArray[np.uint8]


class Names:
    """The files that a dataset's images have, so that a new one clashes with none, not in another spelling either."""

    def __init__(self, files: Iterable[str]) -> None:
        """Begin with the paths of the images below their folder."""
        self._files: dict[str, set[str]] = {}
        for file in files:
            self.add(file)

    def __contains__(self, file: str) -> bool:
        return file in self._files.get(_key(file), ())

    def add(self, file: str) -> None:
        """Note that an image has that path below the folder; one that differs in suffix or capitals alone clashes."""
        self._files.setdefault(_key(file), set()).add(file)

    def free(self, file: str) -> str:
        """Return the path itself, or one with a number behind its name, that clashes with none."""
        path = PurePosixPath(file)
        number, free = 1, file
        while _key(free) in self._files:
            number += 1
            free = str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
        return free

    def name_of(self, file: str) -> str:
        """Return the name that the image has in the dataset, see ``ImageEntry``."""
        alone = self._files.get(_key(file), set()) <= {file}
        return file.rpartition(".")[0] if alone else file


def take_in(source: Path, file: str, images: Path, names: Names, taking: Taking) -> tuple[str, Picture]:
    """Bring the picture into the folder ``images`` and return its path there, and its pixels (H, W, 3) RGB.

    ``file`` is the path that it would like to have. Where a file of that name holds the same bytes already, that one
    is it.

    Raises:
        ImageFileError: it cannot be opened, so that nothing is kept.
        FileChangedError: it was changed meanwhile, so that nothing is kept.
        WriteError: the dataset's folder cannot be written.
    """
    if taking is Taking.LINK:
        picture = read_rgb(source)
        place = _place_for(source, file, images, names)
        if place[1]:
            _link(source, images / place[0])
    else:
        place, picture = _copied(source, file, images, names)
    return place[0], picture


def _key(file: str) -> str:
    return file.rpartition(".")[0].casefold()


def _place_for(content: Path, file: str, images: Path, names: Names) -> tuple[str, bool]:
    """Return where the picture belongs, and whether it is not there yet."""
    if _same_bytes(content, images / file):
        return file, False
    free = names.free(file)
    while (images / free).exists() or like_named(images / free):  # of no image, or somebody put it there just now
        names.add(free)
        free = names.free(file)
    return free, True


def _same_bytes(one: Path, other: Path) -> bool:
    try:
        if one.stat().st_size != other.stat().st_size:
            return False
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _link(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(source.resolve())
    except OSError as error:
        raise WriteError(target, f"{error.strerror or error}; choose copies instead of links") from error


def _copied(source: Path, file: str, images: Path, names: Names) -> tuple[tuple[str, bool], Picture]:
    before = stamp_of(source)
    draft = _draft(source, (images / file).parent)
    try:
        if stamp_of(source) != before:
            raise FileChangedError(source)
        try:
            picture = read_rgb(draft)
        except ImageFileError as error:
            raise ImageFileError(source, error.reason) from error  # by the name that a person knows
        place = _place_for(draft, file, images, names)
        if place[1]:
            give_name(draft, images / place[0])
        return place, picture
    finally:
        draft.unlink(missing_ok=True)


def _draft(source: Path, folder: Path) -> Path:
    """Copy the file to a hidden name in the folder that it will lie in.

    Raises:
        ImageFileError: the source cannot be read.
        WriteError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".arriving-", suffix=source.suffix)
    except OSError as error:
        raise WriteError(folder, error.strerror or str(error)) from error
    try:
        reading = source.open("rb")
    except OSError as error:
        os.close(handle)
        Path(name).unlink(missing_ok=True)
        raise ImageFileError(source, f"cannot be read ({error.strerror or error})") from error
    try:
        with reading, os.fdopen(handle, "wb") as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise WriteError(folder, error.strerror or str(error)) from error
    return Path(name)
