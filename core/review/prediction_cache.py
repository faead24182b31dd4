"""What model versions found on images, remembered until the image or the version is another one."""

import json
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from core.errors import DatasetError, ImageFileError, InvalidValueError
from core.files import stamp_of
from core.inference.model_folder import ModelFolder
from core.inference.suggestion import Suggestion, shape_from_json, shape_to_json
from core.review.prelabel import KEPT_FROM, Progress, suggestions_of
from core.sqlite_file import held_elsewhere, is_busy, open_shared
from core.voc.dataset import Dataset, ImageEntry

_SCHEMA = """
CREATE TABLE IF NOT EXISTS seen (
    model TEXT NOT NULL, image TEXT NOT NULL, stamp TEXT NOT NULL, found BLOB NOT NULL, PRIMARY KEY (model, image)
) WITHOUT ROWID
"""
_OF_ONE = "FROM seen WHERE model = ? AND image = ? AND stamp = ?"
_KEPT_AS = 2
"""Goes up when what is kept of an image means something else; 1 had tags as boxes."""


class PredictionCache:
    """The remembered predictions of one dataset, in one SQLite file that may be deleted. For any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None

    @classmethod
    def of(cls, dataset: Dataset) -> Self:
        """Return the dataset's own."""
        return cls(dataset.program_folder / "predictions.sqlite")

    def get(self, model: ModelFolder, entry: ImageEntry) -> list[Suggestion] | None:
        """Return what the version found on the image as it is now; None where that is not known.

        Raises:
            DatasetError: the file is damaged.
        """
        row = self._run(f"SELECT found {_OF_ONE}", _one(model, entry))
        if row is None:
            return None
        try:
            values = json.loads(zlib.decompress(row[0]))
            return [
                Suggestion(
                    image=entry.name, label=label, shape=shape_from_json(shape), score=score, model=model.reference
                )
                for label, shape, score in values
            ]
        except (zlib.error, ValueError, TypeError, InvalidValueError):
            return None  # of another version of the program: it is found again

    def knows(self, model: ModelFolder, entry: ImageEntry) -> bool:
        """Tell whether there is something to :meth:`get`.

        Raises:
            DatasetError: the file is damaged.
        """
        return self._run(f"SELECT 1 {_OF_ONE}", _one(model, entry)) is not None

    def put(self, model: ModelFolder, entry: ImageEntry, found: Sequence[Suggestion]) -> None:
        """Remember what the version found on the image.

        Raises:
            DatasetError: the file is damaged or cannot be written.
        """
        values = [[one.label, shape_to_json(one.shape), one.score] for one in found]
        row = (*_one(model, entry), zlib.compress(json.dumps(values).encode(), 1))
        self._run("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)", row)

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _run(self, sql: str, values: Sequence[object]) -> tuple[Any] | None:
        with self._lock:
            try:
                if self._open is None:
                    self._path.parent.mkdir(parents=True, exist_ok=True)
                    self._open = open_shared(self._path)
                    self._open.execute("PRAGMA synchronous = NORMAL")
                    self._open.execute(_SCHEMA)
                row: tuple[Any] | None = self._open.execute(sql, values).fetchone()
            except (sqlite3.Error, OSError) as error:
                if is_busy(error):
                    raise held_elsewhere(self._path) from error
                raise DatasetError(f"{self._path}: cannot be used ({error}): remove it, it is made anew.") from error
            return row


def predicted(
    cache: PredictionCache,
    model: ModelFolder,
    entries: Sequence[ImageEntry],
    *,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[list[Suggestion] | ImageFileError]:
    """Yield for each image, in order, what the version finds there, or why the file cannot be read.

    Raises:
        ModelFolderError: the model cannot be loaded.
        DatasetError: the cache is damaged.
    """
    begun = time.monotonic()
    known = [cache.knows(model, entry) for entry in entries]  # what is found there may be too much for the memory
    fresh = _found(cache, model, [entry for entry, is_known in zip(entries, known, strict=True) if not is_known],
                   should_stop)  # fmt: skip
    for done, (entry, is_known) in enumerate(zip(entries, known, strict=True), start=1):
        if should_stop():
            return
        result = cache.get(model, entry) if is_known else next(fresh, None)
        if result is None and is_known:  # forgotten meanwhile, or unreadable
            result = next(_found(cache, model, [entry], should_stop), None)
        if result is None:
            return
        yield result
        on_progress(Progress(done=done, total=len(entries), seconds=time.monotonic() - begun))


def _found(
    cache: PredictionCache, model: ModelFolder, entries: Sequence[ImageEntry], should_stop: Callable[[], bool]
) -> Iterator[list[Suggestion] | ImageFileError]:
    """Predict these images, remembering what is found; the model is loaded for the first one."""
    if not entries:
        return
    from core.inference.predictor import Predictor  # not above: ONNX Runtime would delay the window's start

    paths = [entry.path for entry in entries]
    results = Predictor(model).predict_paths(paths, min_score=KEPT_FROM, should_stop=should_stop)
    for entry, (_path, found) in zip(entries, results, strict=False):
        if isinstance(found, ImageFileError):
            yield found
            continue
        suggestions = suggestions_of(entry.name, found, model, KEPT_FROM)
        cache.put(model, entry, suggestions)
        yield suggestions


def _key(model: ModelFolder) -> str:
    """Return what no other network has: a version may be made smaller, or made anew under an old number."""
    return f"{model.reference} {model.network} {model.card.created} {_KEPT_AS}"


def _one(model: ModelFolder, entry: ImageEntry) -> tuple[str, str, str]:
    """Return what one row of the table goes by."""
    return _key(model), entry.name, stamp_of(entry.path)
