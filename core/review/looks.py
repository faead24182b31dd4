"""What every picture of a dataset looks like as numbers, kept so that each is read once: a cache that may be deleted.

One row for each picture and way of looking: a model's version, which tells its embedding, or the descriptor that is
made by hand (``core.inference.embedding``). A row counts only as long as the image file is the one that was read.
"""

import json
import logging
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.errors import ImageFileError
from core.files import stamp_of
from core.images import read_thumbnail
from core.inference.embedding import SIDE, Measures, descriptor, measures_of
from core.inference.model_folder import ModelFolder
from core.tasks.choice import NEVER
from core.voc.dataset import Dataset, ImageEntry

if TYPE_CHECKING:
    from core.inference.pipeline import Seen
    from core.inference.predictor import Predictor

DESCRIPTOR = "descriptor"
"""Stands in the place of a version for what is made by hand."""
BATCH = 32
_TABLE = """
CREATE TABLE IF NOT EXISTS look (
    image TEXT NOT NULL, model TEXT NOT NULL, stamp TEXT NOT NULL, embedding BLOB NOT NULL,
    brightness REAL NOT NULL, contrast REAL NOT NULL, sharpness REAL NOT NULL, PRIMARY KEY (image, model)
)
"""
_LARGEST = float(np.finfo(np.float16).max)
T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Impression:
    """What one picture looks like: to a ``model``, by the name that :func:`who_looks` gives it, or to the DESCRIPTOR.

    ``embedding`` is float32 (D,), D being the model's; ``stamp`` is the image file's when it was read.
    """

    image: str
    model: str
    stamp: str
    embedding: NDArray[np.float32]
    measures: Measures


class Looks:
    """The impressions of one dataset, in ``.annotrain/looks.sqlite``. May be used from any thread.

    Where nothing can be written, or the file is damaged, they are kept in memory as long as the program runs.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.path = dataset.program_folder / "looks.sqlite"
        self._dataset = dataset
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    @classmethod
    def of(cls, dataset: Dataset) -> "Looks":
        """Return the dataset's own; the file is made with the first impression."""
        return cls(dataset)

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def put_many(self, impressions: Sequence[Impression]) -> None:
        """Keep these, each in the place of an older one of that picture and model."""
        rows = [
            (one.image, one.model, one.stamp, _packed(one.embedding),
             one.measures.brightness, one.measures.contrast, one.measures.sharpness)
            for one in impressions
        ]  # fmt: skip
        if rows:
            self._use(partial(_write, rows=rows))

    def matrix(self, model: str, names: Sequence[str]) -> tuple[list[str], NDArray[np.float32]]:
        """Return those of ``names`` of which it is known what they look like to the model, and that, float32 (n, D).

        Left out are pictures that have changed since, or that the dataset has no more.
        """
        known = self._current("embedding", names, model)
        found = [name for name in names if name in known]
        lengths = [len(known[name][0]) for name in found]
        usual = max(set(lengths), key=lengths.count, default=0)  # a network that was replaced by hand had another D
        found = [name for name, length in zip(found, lengths, strict=True) if length == usual]
        packed = b"".join(known[name][0] for name in found)
        return found, np.frombuffer(packed, np.float16).reshape(len(found), -1 if found else 0).astype(np.float32)

    def measures(self, names: Sequence[str], model: str | None = None) -> dict[str, Measures]:
        """Return the measures of those of ``names`` that were looked at as they are now, by that model or whichever.

        Sharpness differs by how small a picture was decoded: compare only what one ``model`` measured.
        """
        known = self._current("brightness, contrast, sharpness", names, model)
        return {
            name: Measures(brightness=row[0], contrast=row[1], sharpness=row[2])
            for name in names
            if (row := known.get(name)) is not None
        }

    def complete(
        self,
        entries: Sequence[ImageEntry],
        model_folder: ModelFolder | None = None,
        *,
        threads: int = 0,
        on_progress: Callable[[int, int], None] = lambda _done, _total: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> str:
        """Look at those of the pictures that are not known yet; return by which name the impressions are to be had.

        That is what :func:`who_looks` says where the version tells an embedding, else DESCRIPTOR. Pictures that cannot
        be read are left out. ``on_progress`` hears how many of those that lacked are done, and how many lacked.

        Raises:
            ModelFolderError: the model cannot be loaded.
        """
        look, model = _way_to_look(model_folder, threads)
        known = self._current("1", [entry.name for entry in entries], model)
        lacking = [entry for entry in entries if entry.name not in known]
        done = 0
        with ThreadPoolExecutor(max_workers=2, thread_name_prefix="look") as pool:
            while done < len(lacking) and not should_stop():
                batch = lacking[done : done + BATCH]
                self.put_many([one for one in look(pool, batch) if one is not None])
                done += len(batch)
                on_progress(done, len(lacking))
        return model

    def _current(self, columns: str, names: Sequence[str], model: str | None = None) -> dict[str, tuple[Any, ...]]:
        """Return the columns of those pictures whose files are as they were when they were looked at."""
        query = (
            f"SELECT image, stamp, {columns} FROM look WHERE image IN (SELECT value FROM json_each(?))"
            " AND (? IS NULL OR model = ?)"
        )
        values = (json.dumps(list(names)), model, model)
        if self._connection is None and not self.path.is_file():
            return {}
        rows = self._use(lambda connection: connection.execute(query, values).fetchall())
        there = {row[0] for row in rows if row[0] in self._dataset}
        stamps = {name: stamp_of(self._dataset.entry(name).path) for name in there}
        return {row[0]: row[2:] for row in rows if row[1] == stamps.get(row[0])}

    def _use(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the file; where that fails, with one in memory from now on."""
        with self._lock:
            try:
                return work(self._opened(self.path))
            except (OSError, sqlite3.Error) as error:
                _log.info("What pictures look like is kept in memory only: %s", error)
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            return work(self._opened(None))

    def _opened(self, path: Path | None) -> sqlite3.Connection:
        if self._connection is None:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None, timeout=10)
            weakref.finalize(self, connection.close)
            self._connection = connection
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # a cache: what is damaged is made anew
            connection.execute(_TABLE)
        return self._connection


_Look = Callable[[ThreadPoolExecutor, Sequence[ImageEntry]], Iterator[Impression | None]]


def who_looks(model_folder: ModelFolder) -> str:
    """Return by which name a version's impressions are kept: its own and when it was made.

    Where its folder was removed by hand, its number is given to another network.
    """
    return f"{model_folder.reference} {model_folder.card.created}"


def impression_of(image: str, model: str, seen: "Seen") -> Impression | None:
    """Return what an image looks like to the version that has seen it; None where that does not tell."""
    if seen.embedding is None or seen.measures is None or seen.stamp is None:
        return None
    return Impression(image=image, model=model, stamp=seen.stamp, embedding=seen.embedding, measures=seen.measures)


def _way_to_look(model_folder: ModelFolder | None, threads: int) -> tuple[_Look, str]:
    """Return what looks at pictures, the model where there is one that tells an embedding, and by which name."""
    if model_folder is not None:
        from core.inference.predictor import Predictor  # not above: ONNX Runtime would delay the window's start

        predictor = Predictor.for_many(model_folder, threads)
        if predictor.has_embedding:
            name = who_looks(model_folder)
            return partial(_by_model, predictor, name), name
    return _by_hand, DESCRIPTOR


def _by_hand(pool: ThreadPoolExecutor, entries: Sequence[ImageEntry]) -> Iterator[Impression | None]:
    """Yield the impressions that are made by hand; None for a picture that cannot be read."""
    return pool.map(_described, entries)


def _described(entry: ImageEntry) -> Impression | None:
    stamp = stamp_of(entry.path)
    try:
        picture = read_thumbnail(entry.path, 2 * SIDE)  # enough to be shrunk from, and quickly decoded
    except ImageFileError:
        return None
    return Impression(
        image=entry.name,
        model=DESCRIPTOR,
        stamp=stamp,
        embedding=descriptor(picture),
        measures=measures_of(picture),
    )


def _by_model(
    predictor: "Predictor", model: str, _pool: ThreadPoolExecutor, entries: Sequence[ImageEntry]
) -> Iterator[Impression | None]:
    """Yield the impressions that a model has; None for a picture that cannot be read.

    Pictures are read as pre-labelling reads them: decoded whole, each would be sharper by half of what pictures of one
    camera differ by, which would be taken for another camera.
    """
    for entry, seen in zip(
        entries, predictor.look_at([one.path for one in entries], NEVER, measured=True), strict=True
    ):
        yield impression_of(entry.name, model, seen)


def _packed(embedding: NDArray[np.float32]) -> bytes:
    """Return the numbers as they are kept: 16 bits each, which is more than a distance needs."""
    return np.clip(np.nan_to_num(embedding), -_LARGEST, _LARGEST).astype(np.float16).tobytes()


def _write(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany("INSERT OR REPLACE INTO look VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
