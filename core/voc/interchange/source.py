"""Where a dataset comes from: a folder or a zip archive, with its folders at its root or one too deep."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.archives import is_archive, unpack
from core.errors import AnnotrainError, DatasetError
from core.images import IMAGE_SUFFIXES
from core.voc.interchange.formats import recognised
from core.voc.interchange.voc import Voc

_DEEPEST = 4
_TREE = """{name}
├── JPEGImages/        the images
├── Annotations/       an XML file for each labelled image
└── ImageSets/Main/    lists of image names, such as train.txt and val.txt (not needed)"""


@dataclass(frozen=True)
class Source:
    """A folder to read from. ``too_deep`` are the folders that lie between what was given and it, outermost first.

    ``problems`` are what an archive held that was left out or renamed.
    """

    given: Path
    folder: Path
    too_deep: tuple[str, ...] = ()
    problems: tuple[AnnotrainError, ...] = ()

    @property
    def remark(self) -> str:
        """Say that the dataset lies too deep and how it should lie; "" where it does not."""
        return too_deep_words(self.given.name, self.too_deep) if self.too_deep else ""


def expected_tree(name: str) -> str:
    """Return how a Pascal VOC dataset of that name lies in its folder or archive."""
    return _TREE.format(name=name)


def too_deep_words(name: str, folders: tuple[str, ...]) -> str:
    """Return the sentence and the expected tree for a dataset that lies below ``folders`` in what was given."""
    said = f"{name}: the dataset lies in {'/'.join(folders)}/ instead of at the root. It was opened there. Expected:"
    return f"{said}\n{expected_tree(name)}"


def settled(folder: Path, *, any_format: bool = True) -> tuple[Path, tuple[str, ...]]:
    """Return the folder in which the dataset really lies, and the folders on the way to it.

    One that has no images or files of a format of its own, but a single folder that has, is stepped into. Without
    ``any_format`` only Pascal VOC counts. Where nothing is found, the folder itself is returned.
    """
    place, way = folder, list[str]()
    while len(way) < _DEEPEST:
        if _is_dataset(place, any_format=any_format):
            return place, tuple(way)
        inner = _only_folder(place)
        if inner is None:
            break
        place, way = inner, [*way, inner.name]
    return folder, ()


@contextmanager
def opened(
    path: Path,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[Source]:
    """Give the source at ``path``; an archive is unpacked into a temporary folder that goes away afterwards.

    Raises:
        ArchiveError: the archive is damaged, or must not be unpacked.
        DatasetError: there is no such folder or archive.
    """
    if path.is_dir():
        folder, way = settled(path)
        yield Source(path, folder, way)
        return
    if not path.is_file() or not is_archive(path):
        raise DatasetError(f"{path}: is neither a folder nor a zip file: name the one that holds the dataset.")
    with tempfile.TemporaryDirectory(prefix="annotrain-", ignore_cleanup_errors=True) as scratch:
        inside = Path(scratch) / path.stem
        inside.mkdir()
        problems = unpack(path, inside, on_progress=on_progress, should_stop=should_stop)
        folder, way = settled(inside)
        yield Source(path, folder, way, problems)


def _is_dataset(folder: Path, *, any_format: bool) -> bool:
    """Tell whether the folder has files of a format, or images of its own."""
    if Voc().recognises(folder):
        return True
    with os.scandir(folder) as entries:
        if any(Path(entry.name).suffix.lower() in IMAGE_SUFFIXES for entry in entries):
            return True
    return any_format and not isinstance(recognised(folder), Voc)


def _only_folder(folder: Path) -> Path | None:
    """Return the folder's only folder, hidden ones not counted."""
    inner = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "__MACOSX"))]
    return inner[0] if len(inner) == 1 else None
