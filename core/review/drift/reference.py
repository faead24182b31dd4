"""What the images that a version learned from look like: kept beside its card, else found out from its list."""

import io
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelFolderError
from core.files import natural_key, write_atomic
from core.inference.model_folder import SPLIT, ModelFolder
from core.review.drift.values import MEASURES, Seen
from core.review.looks import Looks, who_looks
from core.voc.dataset import Dataset, ImageEntry
from core.voc.held_out import not_for_measuring

FILE = "reference.npz"
_ENOUGH = 0.95
"""With fewer of its images than this, what is found is not kept for good."""


@dataclass(frozen=True)
class Learned:
    """The names of the images that a version learned from, and of those that its best epoch was chosen by."""

    train: tuple[str, ...]
    val: tuple[str, ...]

    @classmethod
    def by(cls, folder: ModelFolder) -> "Learned":
        """Read the list beside the card.

        Raises:
            ModelFolderError: there is none, for the version is too old, or it is not whole.
        """
        path = folder.path / SPLIT
        try:
            said = json.loads(path.read_bytes())
            return cls(*(tuple(str(name) for name in said[part]) for part in ("train", "val")))
        except FileNotFoundError as error:
            raise ModelFolderError(
                f"{folder.reference} does not say which images it learned from: train a new version."
            ) from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelFolderError(f"{path}: cannot be read ({error}); train a new version.") from error


def seen(looks: Looks, by: str, names: Sequence[str]) -> Seen:
    """Return what is known of how these images look, by the name that ``Looks.complete`` gave."""
    found, embeddings = looks.matrix(by, names)
    known = looks.measures(found, by)
    rows = [[getattr(known[name], measure) for measure in MEASURES] for name in found if name in known]
    kept = [place for place, name in enumerate(found) if name in known]
    measures = np.array(rows, np.float32).reshape(-1, len(MEASURES))
    return Seen(tuple(found[place] for place in kept), embeddings[kept], measures)


def reference_of(
    dataset: Dataset,
    folder: ModelFolder,
    looks: Looks,
    by: str,
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Seen:
    """Return what the version's training images look like, in the natural order of their names.

    It is kept in the version's folder, so that it goes where the version goes, without the images.

    Raises:
        ModelFolderError: the version does not say what it learned from, or cannot be loaded.
        WriteError: the version's folder cannot be written.
    """
    path = folder.path / FILE
    kept = _read(path, by)
    if kept is not None:
        return kept
    names = sorted(Learned.by(folder).train, key=natural_key)
    entries = [dataset.entry(name) for name in names if name in dataset]
    looks.complete(entries, _who(folder, by), on_progress=on_progress, should_stop=should_stop)
    found = seen(looks, by, [entry.name for entry in entries])
    if len(found) >= _ENOUGH * len(names) and not should_stop():
        write_atomic(path, _packed(found, by))
    return found


def recent_entries(dataset: Dataset, learned: Learned, last: int) -> list[ImageEntry]:
    """Return the newest images by the time of their files that the version neither learned from nor was chosen by.

    Images of frozen sets and of the list ``test`` are not among them: that a version does not know them makes them not
    new. They stand in the natural order of their names.

    Raises:
        DatasetError: a list or a frozen set cannot be read.
    """
    known = {*learned.train, *learned.val}
    new = {name for name in not_for_measuring(dataset, dataset.entries.names) if name not in known}
    fresh = [entry for entry in dataset.entries if entry.name in new]
    newest = sorted(fresh, key=lambda entry: (_time_of(entry.path), natural_key(entry.name)))[-last:]
    return sorted(newest, key=lambda entry: natural_key(entry.name))


def _who(folder: ModelFolder, by: str) -> ModelFolder | None:
    """Return the version where it is what looks, None where pictures are described by hand."""
    return folder if by == who_looks(folder) else None


def _time_of(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path, by: str) -> Seen | None:
    """Return what is kept, None where it is of another way of looking or cannot be read: it is then made anew."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
            if str(file["by"]) != by:
                return None
            embeddings: NDArray[np.float32] = file["embeddings"].astype(np.float32)
            return Seen(tuple(str(name) for name in file["names"]), embeddings, file["measures"])
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error):
        return None


def _packed(found: Seen, by: str) -> bytes:
    stream = io.BytesIO()
    np.savez_compressed(stream, by=np.array(by), names=np.array(found.names),
                        embeddings=found.embeddings.astype(np.float16), measures=found.measures)  # fmt: skip
    return stream.getvalue()
