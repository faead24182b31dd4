"""Bringing a picture from a watched folder into the dataset; at the source nothing is ever changed.

A copy is made under a hidden name first, opened, and takes its own name in one step: the source is read once, over a
network as well, and what is predicted is what is kept. No file that is there is ever written over.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count, takewhile
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from core.errors import FileChangedError, ImageFileError, WriteError
from core.files import give_name, stamp_of
from core.images import read_rgb
from core.review.watching.drafts import draft_of, drop
from core.review.watching.settings import Taking
from core.voc.listing import like_named

Picture = NDArray[np.uint8]
Note = Callable[[Callable[[], str]], str]
"""Calls what brings a picture to its path, while nobody else brings any, notes that path, and returns it."""
_PIECE = 1 << 16
_LATEST = 8
"""So many numbered copies of a name are compared: what a killed process brought is among the latest."""


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
        return next(one for one in _numbered(file) if _key(one) not in self._files)

    def like(self, file: str) -> list[str]:
        """Return the files that have that name, in any spelling, and the latest that have it with a number behind."""
        there = [self._files[_key(one)] for one in takewhile(lambda one: _key(one) in self._files, _numbered(file))]
        return [one for files in (*there[:1], *there[1:][-_LATEST:]) for one in sorted(files)]

    def name_of(self, file: str) -> str:
        """Return the name that the image has in the dataset, see ``ImageEntry``."""
        alone = self._files.get(_key(file), set()) <= {file}
        return file.rpartition(".")[0] if alone else file


def take_in(source: Path, file: str, images: Path, names: Names, taking: Taking, note: Note) -> tuple[str, Picture]:
    """Bring the picture into the folder ``images`` and return its path there, and its pixels (H, W, 3) RGB.

    ``file`` is the path that it would like to have. Where a picture of that name, or of one with a number behind it,
    holds the same bytes already, that one is it: a process that was killed may have brought it.

    Raises:
        ImageFileError: it cannot be opened, so that nothing is kept.
        FileChangedError: it was changed meanwhile, so that nothing is kept.
        WriteError: the dataset's folder cannot be written.
    """
    if taking is Taking.LINK:
        picture = read_rgb(source)
        return note(lambda: _placed(source, file, images, names, partial(_link, source))), picture
    return _copied(source, file, images, names, note)


def _numbered(file: str) -> Iterator[str]:
    """Yield the path itself, then with 2, 3, ... behind its name."""
    path = PurePosixPath(file)
    yield file
    for number in count(2):
        yield str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def _key(file: str) -> str:
    return file.rpartition(".")[0].casefold()


def _placed(content: Path, file: str, images: Path, names: Names, give: Callable[[Path], bool]) -> str:
    """Let ``give`` bring the picture to the path that it belongs to, unless it is there; return that path.

    ``give`` tells whether it did: somebody may have put another file there just now.
    """
    for there in names.like(file):
        if _same_bytes(content, images / there):
            return there
    while True:
        free = names.free(file)
        target = images / free
        if _same_bytes(content, target):
            return free
        if not os.path.lexists(target) and like_named(target) is None and give(target):
            return free
        names.add(free)  # of no image, or it was put there since the images were listed


def _same_bytes(one: Path, other: Path) -> bool:
    try:
        with one.open("rb") as first, other.open("rb") as second:
            sizes = os.fstat(first.fileno()).st_size, os.fstat(second.fileno()).st_size
            if sizes[0] != sizes[1]:
                return False
            return os.path.sameopenfile(first.fileno(), second.fileno()) or _same_content(first, second)
    except OSError:
        return False


def _same_content(first: BinaryIO, second: BinaryIO) -> bool:
    """Compare piece by piece: pictures of one camera often have one size, and differ soon."""
    while (piece := first.read(_PIECE)) == second.read(_PIECE):
        if not piece:
            return True
    return False


def _link(source: Path, target: Path) -> bool:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(source.resolve())
    except FileExistsError:
        return False
    except OSError as error:
        raise WriteError(target, f"{error.strerror or error}; choose copies instead of links") from error
    return True


def _copied(source: Path, file: str, images: Path, names: Names, note: Note) -> tuple[str, Picture]:
    before = stamp_of(source)
    draft = draft_of(source, (images / file).parent)
    try:
        if stamp_of(source) != before:
            raise FileChangedError(source)
        try:
            picture = read_rgb(draft)
        except ImageFileError as error:
            raise ImageFileError(source, error.reason) from error  # by the name that a person knows
        return note(lambda: _placed(draft, file, images, names, partial(give_name, draft))), picture
    finally:
        drop(draft)
