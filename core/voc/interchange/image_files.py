"""The images below a folder, and finding those that another program's files name in its own way."""

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.images import IMAGE_SUFFIXES


class ImageFiles:
    """All images in and below ``folder``, by their paths relative to it with "/" between folders.

    Only these are ever found: a file that names an image elsewhere on the disk does not get it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = frozenset(_images_below(folder))
        self._by_file_name: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self.paths):
            self._by_file_name[path.rpartition("/")[2].casefold()].append(path)
        self._by_stem = {path.rpartition(".")[0]: path for path in sorted(self.paths, reverse=True)}

    def of_stem(self, stem: str) -> str | None:
        """Return the image whose path without suffix is ``stem``."""
        return self._by_stem.get(stem)

    def find(self, named: str, bases: Sequence[str]) -> tuple[str, str] | None:
        """Return the path of the image that a file names, and the name it has from now on; None where there is none.

        It is looked for below each of the ``bases`` in turn (relative folders, "" for the folder itself); failing
        that, the only image of that file name, wherever it lies, is taken.
        """
        parts = [part for part in named.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        if not parts:
            return None
        name = "/".join(parts)
        for base in bases:
            path = f"{base}/{name}" if base else name
            if path in self.paths:
                return path, name
        alike = self._by_file_name.get(parts[-1].casefold(), ())
        return (alike[0], parts[-1]) if len(alike) == 1 else None


def inside(root: Path, path: Path) -> str | None:
    """Return the relative path of ``path`` with "/" between folders; None where it does not lie below ``root``."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return None


def unique_names(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a name for each path of (path, name) pairs: the one wanted, or the whole path where others want it too.

    Names that differ in capitals alone count as the same, for Windows and macOS cannot tell them apart.
    """
    pairs = list(dict(wanted).items())
    counts = Counter(name.casefold() for _, name in pairs)
    return {path: name if counts[name.casefold()] == 1 else path for path, name in pairs}


def _images_below(folder: Path) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = Path(parent).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        for name in files:
            stem, dot, suffix = name.rpartition(".")
            if stem and (dot + suffix).lower() in IMAGE_SUFFIXES and not name.startswith("."):
                yield prefix + name
