"""The tables of ``review.sqlite``, and how an older program's file becomes a present one.

``docs/review-log.md`` says what each column means; it and this are changed together.
"""

import sqlite3
from pathlib import Path

from core.errors import DatasetError

VERSION = 3

_SUGGESTION = """(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    image TEXT NOT NULL,
    model TEXT NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    shape TEXT NOT NULL,
    made REAL NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'open',
    own TEXT
)"""
_TABLES = f"""
CREATE TABLE IF NOT EXISTS suggestion {_SUGGESTION};
CREATE TABLE IF NOT EXISTS verdict (
    id INTEGER PRIMARY KEY,
    suggestion INTEGER NOT NULL REFERENCES suggestion (id),
    verdict TEXT NOT NULL,
    given REAL NOT NULL,
    iou REAL,
    label TEXT
);
CREATE TABLE IF NOT EXISTS prediction (
    id INTEGER PRIMARY KEY,
    image TEXT NOT NULL,
    model TEXT NOT NULL,
    made REAL NOT NULL,
    found INTEGER NOT NULL,
    source TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS missed (
    id INTEGER PRIMARY KEY,
    image TEXT NOT NULL,
    model TEXT NOT NULL,
    label TEXT NOT NULL,
    shape TEXT NOT NULL,
    given REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS work (
    id INTEGER PRIMARY KEY,
    image TEXT NOT NULL,
    what TEXT NOT NULL,
    label TEXT NOT NULL,
    given REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS relabelled (
    change TEXT NOT NULL,
    suggestion INTEGER NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (change, suggestion)
);
CREATE TABLE IF NOT EXISTS judged (
    change TEXT NOT NULL,
    suggestion INTEGER NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    iou REAL,
    label TEXT,
    PRIMARY KEY (change, suggestion)
);
"""
_INDICES = """
CREATE INDEX IF NOT EXISTS suggestion_open ON suggestion (verdict, image, score);
CREATE INDEX IF NOT EXISTS suggestion_on ON suggestion (image, model, verdict);
CREATE INDEX IF NOT EXISTS verdict_of ON verdict (suggestion);
CREATE INDEX IF NOT EXISTS prediction_of ON prediction (image, model);
CREATE INDEX IF NOT EXISTS missed_on ON missed (image);
"""
"""Those of suggestions go by images, so that what is found on image after image is written side by side."""
_FROM_1 = f"""
CREATE TABLE suggestion_2 {_SUGGESTION};
INSERT INTO suggestion_2 (id, image, model, label, score, shape, made, verdict)
    SELECT id, image, model, label, score, shape, made, verdict FROM suggestion;
DROP TABLE suggestion;
ALTER TABLE suggestion_2 RENAME TO suggestion;
ALTER TABLE verdict ADD COLUMN iou REAL;
ALTER TABLE verdict ADD COLUMN label TEXT;
INSERT INTO prediction (image, model, made, found, source)
    SELECT image, model, made, count(*), 'prelabel' FROM suggestion GROUP BY image, model, made;
"""
"""Version 1 gave the number of a removed suggestion to the next one, and did not note when a version looked at an
image; its suggestions still tell of the looks that found any."""
_FROM_2 = "ALTER TABLE suggestion ADD COLUMN own TEXT"
"""Version 2 did not note what the model itself calls what it found, nor can it be told from what is there."""
_CHANGES = {1: _FROM_1, 2: _FROM_2}


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema that the file has, 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Make or add what lacks, all of it or nothing: two programs may open an old file at once, or one be killed.

    Raises:
        DatasetError: a newer program wrote it.
        sqlite3.Error: it is no database, or another program holds it too long.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(connection)
        if version > VERSION:
            raise DatasetError(f"{path}: was written by a newer Annotrain; update this one to open it.")
        for script in (_TABLES, _CHANGES.get(version, ""), _INDICES):
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
