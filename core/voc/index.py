"""What every image's file holds, kept in SQLite so that a large dataset is read once: lists, search, counts."""

import json
import logging
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeAlias

from core.errors import AnnotationFileError
from core.voc import annotation_file
from core.voc.dataset import Dataset, ImageEntry

_VERSION = 2
_TABLE = "CREATE TABLE IF NOT EXISTS summaries (name TEXT PRIMARY KEY, stamp TEXT, content TEXT)"
_Known: TypeAlias = dict[str, tuple[str, "ImageSummary"]]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ImageSummary:
    """What a list says of one image: its objects by label, its tags, and why its file cannot be read, if so."""

    name: str
    has_file: bool = False
    objects: Mapping[str, int] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    verified: bool = False
    problem: str | None = None

    @property
    def is_labelled(self) -> bool:
        """Whether the image has an annotation that can be read, one without objects included."""
        return self.has_file and self.problem is None


@dataclass(frozen=True)
class Statistics:
    """Counts over a dataset: images, how many are labelled or unreadable; objects, images and tags by name."""

    images: int
    labelled: int
    unreadable: int
    objects: Mapping[str, int]
    images_per_label: Mapping[str, int]
    tags: Mapping[str, int]


class DatasetIndex:
    """Knows the summary of every image; a file is read again only when its times, size or inode have changed.

    May be used from any thread. The cache lies in .annotrain/index.sqlite; where that cannot be written, or is
    damaged, the index works from memory. Files that cannot be read are not kept there: what is said of them names
    their place, and the dataset may be moved.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._path = dataset.program_folder / "index.sqlite"
        self._lock = threading.RLock()
        self._known: _Known | None = None

    def summaries(self) -> Iterator[ImageSummary]:
        """Yield the summary of every image in the dataset's order; what was read is kept even if the caller stops."""
        fresh: list[str] = []
        try:
            for entry in self._dataset.entries:
                summary, is_new = self._look_up(entry)
                if is_new:
                    fresh.append(entry.name)
                yield summary
        finally:
            self._keep(fresh)

    def summary(self, entry: ImageEntry) -> ImageSummary:
        """Return the summary of one image as its file is now."""
        summary, is_new = self._look_up(entry)
        if is_new:
            self._keep([entry.name])
        return summary

    def _look_up(self, entry: ImageEntry) -> tuple[ImageSummary, bool]:
        """Return the summary and whether the file had to be read for it."""
        try:
            status = entry.annotation_path.stat()
        except OSError:
            return ImageSummary(entry.name), False
        # Two saves may share a tick of the clock, and a program that puts the old time back still changes the other.
        stamp = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"
        known = self._loaded().get(entry.name)
        if known is not None and known[0] == stamp:
            return known[1], False
        summary = self._read(entry)
        with self._lock:
            self._loaded()[entry.name] = (stamp, summary)
        return summary, True

    def _read(self, entry: ImageEntry) -> ImageSummary:
        try:
            annotation = annotation_file.read(entry.annotation_path, self._dataset.convention)
        except AnnotationFileError as error:
            return ImageSummary(entry.name, has_file=True, problem=str(error))
        objects = dict(Counter(found.label for found in annotation.objects))
        return ImageSummary(entry.name, True, objects, annotation.tags, annotation.verified)

    def _loaded(self) -> _Known:
        """Return what is known, on the first call from disk."""
        with self._lock:
            if self._known is None:
                self._known = _load(self._path) if self._path.exists() else {}
            return self._known

    def _keep(self, names: list[str]) -> None:
        """Store the summaries of these images on disk, if it can be written."""
        with self._lock:
            known = self._loaded()
            found = [(name, *known[name]) for name in names if known[name][1].problem is None]
        if not found:
            return
        rows = [(name, stamp, json.dumps(asdict(summary))) for name, stamp, summary in found]
        try:
            self._path.parent.mkdir(exist_ok=True)
            with closing(_connected(self._path)) as connection, connection:
                connection.executemany("INSERT OR REPLACE INTO summaries VALUES (?, ?, ?)", rows)
        except (sqlite3.Error, OSError) as error:
            _log.info("The index is kept in memory only: %s", error)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2)
    connection.execute("PRAGMA synchronous = OFF")  # a cache: after a crash it is rebuilt
    if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        connection.execute("DROP TABLE IF EXISTS summaries")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute(_TABLE)
    return connection


def _load(path: Path) -> _Known:
    """Return what the cache holds; a damaged one is removed and begun anew."""
    try:
        with closing(_connected(path)) as connection:
            rows = connection.execute("SELECT name, stamp, content FROM summaries").fetchall()
        return {name: (stamp, _summary(json.loads(content))) for name, stamp, content in rows}
    except sqlite3.OperationalError as error:
        _log.info("The index cannot be opened now: %s", error)
    except (sqlite3.Error, ValueError, TypeError) as error:
        _log.info("The index is damaged and is rebuilt: %s", error)
        _remove(path)
    return {}


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.info("The damaged index cannot be removed: %s", error)


def _summary(stored: dict[str, object]) -> ImageSummary:
    summary = ImageSummary(**stored)  # type: ignore[arg-type]  # as asdict gave it
    return ImageSummary(**(vars(summary) | {"tags": tuple(summary.tags)}))


def labels_of(summaries: Iterable[ImageSummary]) -> dict[str, tuple[str, ...]]:
    """Return the labels on every labelled image, by image name: what ``ensure_split`` asks for."""
    return {summary.name: tuple(summary.objects) for summary in summaries if summary.is_labelled}


def statistics(summaries: Iterable[ImageSummary]) -> Statistics:
    """Return the counts over all the summaries, labels and tags with the most frequent first."""
    found = list(summaries)
    objects: Counter[str] = Counter()
    for summary in found:
        objects.update(summary.objects)
    return Statistics(
        images=len(found),
        labelled=sum(summary.is_labelled for summary in found),
        unreadable=sum(summary.problem is not None for summary in found),
        objects=dict(objects.most_common()),
        images_per_label=dict(Counter(label for summary in found for label in summary.objects).most_common()),
        tags=dict(Counter(tag for summary in found for tag in summary.tags).most_common()),
    )
