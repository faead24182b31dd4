"""How an annotation becomes rows of the index: a row for each object, and a digest of them for the image."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.errors import AnnotationFileError
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import ROTATION, Annotation, State, VocObject
from core.voc.search_terms import SHAPES

SCHEMA = """
CREATE TABLE IF NOT EXISTS cache.images (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, width INTEGER NOT NULL,
    height INTEGER NOT NULL, state INTEGER NOT NULL, objects INTEGER NOT NULL, label_bits INTEGER NOT NULL,
    tag_bits INTEGER NOT NULL, shape_bits INTEGER NOT NULL, flag_bits INTEGER NOT NULL, min_w REAL, max_w REAL,
    min_h REAL, max_h REAL, min_area REAL, max_area REAL, labels TEXT NOT NULL, tags TEXT NOT NULL, problem TEXT,
    line INTEGER
);
CREATE TABLE IF NOT EXISTS cache.labels (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS cache.tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS cache.tagged (image INTEGER, tag INTEGER, PRIMARY KEY (image, tag)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cache.objects (
    image INTEGER, place INTEGER, label INTEGER NOT NULL, kind INTEGER NOT NULL, flags INTEGER NOT NULL,
    x0 REAL NOT NULL, y0 REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL, area REAL NOT NULL, text TEXT,
    PRIMARY KEY (image, place)
) WITHOUT ROWID;
"""
MASK_BITS = 62
"""A label's or tag's bit is its number modulo this; with more of them a bit only says that one may be there."""
STATES = tuple(State)
"""The states in the order of their numbers in the tables."""
_COLUMNS = (
    "name", "stamp", "width", "height", "state", "objects", "label_bits", "tag_bits", "shape_bits", "flag_bits",
    "min_w", "max_w", "min_h", "max_h", "min_area", "max_area", "labels", "tags", "problem", "line",
)  # fmt: skip
_UPSERT = f"""
INSERT INTO cache.images ({", ".join(_COLUMNS)}) VALUES ({", ".join("?" * len(_COLUMNS))})
ON CONFLICT (name) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])} RETURNING id
"""


@dataclass(frozen=True)
class FileRead:
    """What an image's file said when its stamp was so: an annotation, or why there is none."""

    name: str
    stamp: str
    found: Annotation | AnnotationFileError


class ObjectRow(NamedTuple):
    """One object: the numbers of its label and kind of shape, its flags as bits, its bounds in pixels, its text."""

    label: int
    kind: int
    flags: int
    x0: float
    y0: float
    w: float
    h: float
    area: float
    text: str


def write(connection: sqlite3.Connection, reads: Iterable[FileRead], gone: Iterable[str]) -> None:
    """Store what files say, and forget the images named in ``gone``; all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for read in reads:
            _write_one(connection, read)
        for name in gone:
            _forget(connection, name)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _write_one(connection: sqlite3.Connection, read: FileRead) -> None:
    found = read.found if isinstance(read.found, Annotation) else Annotation(filename="", width=0, height=0)
    label_ids = {name: _number(connection, "labels", name) for name in {thing.label for thing in found.objects}}
    tag_ids = [_number(connection, "tags", name) for name in dict.fromkeys(found.tags)]
    rows = [_row(thing, label_ids[thing.label]) for thing in found.objects]
    digest = (STATES.index(found.state), len(rows), bits(label_ids.values()), bits(tag_ids), *_digest(rows))
    texts = (json.dumps(Counter(thing.label for thing in found.objects)), json.dumps(found.tags))
    problem = (read.found.reason, read.found.line) if isinstance(read.found, AnnotationFileError) else (None, None)
    values = (read.name, read.stamp, found.width, found.height, *digest, *texts, *problem)
    (image,) = connection.execute(_UPSERT, values).fetchone()
    connection.execute("DELETE FROM cache.objects WHERE image = ?", (image,))
    connection.execute("DELETE FROM cache.tagged WHERE image = ?", (image,))
    numbered = [(image, place, *row) for place, row in enumerate(rows)]
    connection.executemany("INSERT INTO cache.objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", numbered)
    connection.executemany("INSERT INTO cache.tagged VALUES (?, ?)", [(image, tag) for tag in tag_ids])


def _forget(connection: sqlite3.Connection, name: str) -> None:
    row = connection.execute("DELETE FROM cache.images WHERE name = ? RETURNING id", (name,)).fetchone()
    if row is not None:
        connection.execute("DELETE FROM cache.objects WHERE image = ?", row)
        connection.execute("DELETE FROM cache.tagged WHERE image = ?", row)


def _number(connection: sqlite3.Connection, table: str, name: str) -> int:
    """Return the number of a label or tag, a new one where it has none."""
    row = connection.execute(f"SELECT id FROM cache.{table} WHERE name = ?", (name,)).fetchone()
    if row is None:
        row = connection.execute(f"INSERT INTO cache.{table} (name) VALUES (?) RETURNING id", (name,)).fetchone()
    return int(row[0])


def _row(thing: VocObject, label: int) -> ObjectRow:
    bounds = thing.shape.bounds
    size = (bounds.width, bounds.height, area_of(thing.shape))
    return ObjectRow(label, SHAPES.index(kind_of(thing)), _flags(thing), bounds.x0, bounds.y0, *size, thing.text)


def _digest(rows: Sequence[ObjectRow]) -> tuple[float | None, ...]:
    """Return the kinds and flags of an image's objects as bits, and the ends of their widths, heights and areas."""
    flags = 0
    for row in rows:
        flags |= row.flags
    columns = ([row.w for row in rows], [row.h for row in rows], [row.area for row in rows])
    ends = [end for column in columns for end in ((min(column), max(column)) if column else (None, None))]
    return bits(row.kind for row in rows), flags, *ends


def bits(numbers: Iterable[int]) -> int:
    """Return a whole number with the bits of these numbers set."""
    joined = 0
    for number in numbers:
        joined |= 1 << number % MASK_BITS
    return joined


def kind_of(thing: VocObject) -> str:
    """Return the object's kind of shape, one of ``SHAPES``."""
    match thing.shape:
        case Box():
            return "box"
        case Polygon():
            return "rotated" if thing.attribute(ROTATION) is not None else "polygon"
        case Polyline():
            return "path"
        case Point():
            return "point"
        case Mask():
            return "mask"


def _flags(thing: VocObject) -> int:
    """Return the flags that are set, a bit each in the order of ``FLAGS``."""
    set_ones = (thing.difficult, thing.truncated, thing.occluded, thing.locked, thing.hidden)
    return sum(bool(flag) << place for place, flag in enumerate((*set_ones, thing.text, thing.group)))


def area_of(shape: Shape) -> float:
    """Return the shape's area in square pixels: a path's is its length times its width, a point has none."""
    match shape:
        case Polyline():
            return shape.length * shape.width
        case Point():
            return 0.0
        case _:
            return float(shape.area)
