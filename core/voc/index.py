"""What every image's file holds, kept in SQLite so that a large dataset is read once: lists, search, counts."""

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeVar

from core.errors import AnnotationFileError
from core.voc import annotation_file
from core.voc.annotation import State, state_of
from core.voc.dataset import Dataset, ImageEntry
from core.voc.given_labels import GivenLabels
from core.voc.index_file import IndexFile
from core.voc.index_listing import NAMED, list_again, list_given, make_listing
from core.voc.index_rows import STATES, FileRead
from core.voc.search import Query
from core.voc.search_sql import Suggested, condition
from core.voc.suggested_sizes import attached, measure

_BATCH = 250
_NOTHING: Mapping[str, int] = MappingProxyType({})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ImageSummary:
    """What a list says of one image: its objects by label, its tags, its marks, why its file cannot be read, if so."""

    name: str
    has_file: bool = False
    objects: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    tags: tuple[str, ...] = ()
    verified: bool = False
    problem: str | None = None
    checked: bool = False
    is_given: bool = False
    """Whether masks or classes that come with the dataset label it."""

    @property
    def is_annotated(self) -> bool:
        """Whether the image has an annotation file that can be read, one without objects included."""
        return self.has_file and self.problem is None

    @property
    def is_labelled(self) -> bool:
        """Whether it is labelled as :mod:`core.voc.given_labels` says, by a file that can be read where it has one."""
        return self.problem is None and self.is_touched

    @property
    def is_touched(self) -> bool:
        """Whether it is labelled, be it by a file that cannot be read."""
        return self.has_file or self.is_given

    @property
    def state(self) -> State:
        """How far the labelling is; in work where the file cannot be read."""
        return state_of(has_file=self.is_touched, verified=self.verified, checked=self.checked)


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
    """Knows what every image's file says; a file is read again only when its times, size or inode have changed.

    May be used from any thread. The cache lies in .annotrain/index.sqlite; where that cannot be written, or is
    damaged, the index works without it. Searches answer from what was read so far: ``summaries`` reads everything.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._file = IndexFile(dataset.program_folder / "index.sqlite")
        self._given: GivenLabels | None = None

    @property
    def given(self) -> frozenset[str]:
        """The images that masks or classes which come with the dataset label, as ``summaries`` last saw it."""
        return (self._given or self._look_for_given()).names

    @property
    def image_count(self) -> int:
        """How many images the dataset has, annotated or not."""
        return len(self._dataset.entries)

    def close(self) -> None:
        """Close the cache; the next use opens it again."""
        self._file.close()

    def summaries(self) -> Iterator[ImageSummary]:
        """Yield the summary of every image in the dataset's order; what was read is kept even if the caller stops."""
        entries, with_file = iter(self._dataset.entries), 0
        self._look_for_given()
        while batch := list(islice(entries, _BATCH)):
            for summary in self._read_batch(batch):
                with_file += summary.has_file
                yield summary
        self._forget_strangers(with_file)

    def summary(self, entry: ImageEntry) -> ImageSummary:
        """Return the summary of one image as its file is now."""
        (found,) = self._read_batch([entry])
        return found

    def search(self, query: Query, suggested: Suggested | None = None) -> list[str]:
        """Return the names of the images that ``query`` finds, in the dataset's order.

        Raises:
            DatasetError: the suggestions that it asks for cannot be read.
        """
        entries = self._dataset.entries
        return [entries[place].name for place in self.places(query, suggested)]

    def places(self, query: Query, suggested: Suggested | None = None) -> list[int]:
        """Return the same as places in the dataset's order, beginning with 0: less to hold for very many images.

        Raises:
            DatasetError: the suggestions that it asks for cannot be read.
        """

        def find(connection: sqlite3.Connection) -> list[int]:
            with attached(connection, suggested):
                found = condition(connection, query, suggested)
                listing = f"SELECT place FROM temp.listing l WHERE {found.sql} ORDER BY place"
                rows = connection.execute(listing, found.values)
                return [place for (place,) in rows]

        given = self.given  # not within the lock: it looks at the disk
        self._file.use(lambda connection: make_listing(connection, self._dataset.entries, given))
        measure(self._file, self._dataset.entries, query, suggested)
        return self._file.use(find)

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of an SQL query on the tables ``cache.images``, ``cache.objects``, ``cache.labels`` ..."""
        return self._file.use(lambda connection: connection.execute(query, values).fetchall())

    def _read_batch(self, entries: Sequence[ImageEntry]) -> list[ImageSummary]:
        """Return the summaries of these images; what the cache does not know as it is now is read and stored."""
        # Where no folder is, a hundred thousand bare images need not be looked at one by one.
        candidates = entries if self._dataset.annotations_folder.is_dir() else ()
        how = self._dataset.convention  # another one reads other boxes in the very same file
        stamps = {entry.name: f"{stamp} {how}"
                  for entry in candidates if (stamp := _stamp(entry)) is not None}  # fmt: skip
        known = self._known(entries)
        reads = [self._read(entry, stamps[entry.name]) for entry in entries
                 if entry.name in stamps and stamps[entry.name] != known.get(entry.name, ("",))[0]]  # fmt: skip
        gone = [name for name in known if name not in stamps]
        self._store(reads, gone)
        fresh = {read.name: _summary_of(read) for read in reads}
        found = [fresh.get(entry.name) or _summary(entry, known.get(entry.name) if entry.name in stamps else None)
                 for entry in entries]  # fmt: skip
        given = self.given
        return [replace(one, is_given=True) if one.name in given else one for one in found] if given else found

    def _look_for_given(self) -> GivenLabels:
        """Note which images are labelled by what comes with the dataset, in the listing as well."""
        before, now = self._given, GivenLabels.of(self._dataset)
        self._given = now
        if before is not None and before.names != now.names:
            self._file.use(lambda connection: list_given(connection, now.names))
        return now

    def _known(self, entries: Sequence[ImageEntry]) -> dict[str, tuple[Any, ...]]:
        """Return what the cache holds of these images: stamp, state, labels, tags, problem, line."""
        query = f"SELECT name, stamp, state, labels, tags, problem, line FROM cache.images WHERE {NAMED}"
        names = json.dumps([entry.name for entry in entries])
        return {row[0]: row[1:] for row in self.rows(query, (names,))}

    def _read(self, entry: ImageEntry, stamp: str) -> FileRead:
        try:
            return FileRead(entry.name, stamp, annotation_file.read(entry.annotation_path, self._dataset.convention))
        except AnnotationFileError as error:
            return FileRead(entry.name, stamp, error)

    def _store(self, reads: Sequence[FileRead], gone: Sequence[str]) -> None:
        if not reads and not gone:
            return
        self._file.write(reads, gone)
        touched = [*(read.name for read in reads), *gone]
        given = [name for name in touched if name in self.given]
        self._file.use(lambda connection: list_again(connection, touched, given))

    def _forget_strangers(self, with_file: int) -> None:
        """Drop what the cache holds of images that are no longer there."""
        if self.rows("SELECT count(*) FROM cache.images") == [(with_file,)]:
            return
        strangers = [name for (name,) in self.rows("SELECT name FROM cache.images") if name not in self._dataset]
        self._store([], strangers)


def _stamp(entry: ImageEntry) -> str | None:
    """Return what changes with the annotation file; None where there is none."""
    try:
        status = os.stat(f"{entry.folders.annotations}{os.sep}{entry.name}.xml")  # noqa: PTH116  twice as quick
    except OSError:
        return None
    # Two saves may share a tick of the clock, and a program that puts the old time back still changes the other.
    return f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"


def _summary_of(read: FileRead) -> ImageSummary:
    found = read.found
    if isinstance(found, AnnotationFileError):
        return ImageSummary(read.name, has_file=True, problem=str(found))
    objects = dict(Counter(thing.label for thing in found.objects)) or _NOTHING
    return ImageSummary(read.name, True, objects, found.tags, found.verified, checked=found.checked)


def _summary(entry: ImageEntry, row: tuple[Any, ...] | None) -> ImageSummary:
    """Return the summary that a row of the cache holds; a problem names the file where it is now."""
    if row is None:
        return ImageSummary(entry.name)
    _stamp_then, state, labels, tags, problem, line = row
    if problem is not None:
        error = AnnotationFileError(entry.annotation_path, problem, line)
        return ImageSummary(entry.name, has_file=True, problem=str(error))
    marks = STATES[state]
    return ImageSummary(
        entry.name, True, json.loads(labels) or _NOTHING, tuple(json.loads(tags)),
        marks in (State.DONE, State.CHECKED), checked=marks is State.CHECKED,
    )  # fmt: skip


def labels_of(summaries: Iterable[ImageSummary]) -> dict[str, tuple[str, ...]]:
    """Return the labels on every image that has an annotation, by image name."""
    return {summary.name: tuple(summary.objects) for summary in summaries if summary.is_annotated}


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
