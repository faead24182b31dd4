"""Suggestions and the verdicts on them, in one SQLite file that survives a kill at any moment.

``suggestion`` holds what models proposed, each row with its score, its model version and the verdict on it; rows are
never removed once a person has judged them. ``verdict`` is the log: one row for each judgement and for each one taken
back, in the order in which they were given. ``relabelled`` remembers what a change of labels in the whole dataset did
to what waited, so that it can be taken back.
"""

import json
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from core.errors import DatasetError, WriteError
from core.inference.suggestion import Suggestion, shape_from_json, shape_to_json
from core.voc.dataset import Dataset

_SCHEMA = """
CREATE TABLE IF NOT EXISTS suggestion (
    id INTEGER PRIMARY KEY,
    image TEXT NOT NULL,
    model TEXT NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    shape TEXT NOT NULL,
    made REAL NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'open'
);
CREATE INDEX IF NOT EXISTS suggestion_open ON suggestion (verdict, image, score);
CREATE TABLE IF NOT EXISTS verdict (
    id INTEGER PRIMARY KEY,
    suggestion INTEGER NOT NULL REFERENCES suggestion (id),
    verdict TEXT NOT NULL,
    given REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS verdict_of ON verdict (suggestion);
CREATE TABLE IF NOT EXISTS relabelled (
    change TEXT NOT NULL,
    suggestion INTEGER NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (change, suggestion)
);
"""
_VERSION = 1


class Verdict(StrEnum):
    """What a person said of a suggestion; OPEN stands for nothing yet, or for a verdict taken back."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class SuggestionStore:
    """The suggestions of one dataset. May be used from several threads and processes at once."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first suggestion, so that looking at a dataset leaves no trace."""
        self.path = path
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None

    @classmethod
    def of(cls, dataset: Dataset) -> Self:
        """Return the dataset's own store."""
        return cls(dataset.program_folder / "review.sqlite")

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _connection(self) -> sqlite3.Connection:
        """Return the open file, making it where there is none. The caller holds the lock.

        Raises:
            DatasetError: the folder cannot be written, the file is no store of ours, or a newer program wrote it.
        """
        if self._open is None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._open = _connect(self.path)
            except (OSError, sqlite3.Error) as error:
                raise DatasetError(f"{self.path}: suggestions cannot be kept there ({error}).") from error
        return self._open

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a query; none where there is no file yet.

        Raises:
            DatasetError: the file cannot be opened or is damaged.
        """
        with self._lock:
            if self._open is None and not self.path.is_file():
                return []
            try:
                return self._connection().execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise DatasetError(f"{self.path}: cannot be read ({error}): restore or remove it.") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the store for this thread; all that is written within comes to disk together or not at all.

        Raises:
            DatasetError: the file cannot be opened.
            WriteError: the disk is full, the file is damaged or another program holds it.
        """
        with self._lock:
            connection = self._connection()
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise WriteError(self.path, str(error)) from error
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def replace_open(self, image: str, model: str, suggestions: Sequence[Suggestion]) -> None:
        """Put ``suggestions`` in the place of what ``model`` proposed for ``image`` and nobody has judged yet."""
        now = time.time()
        rows = [(image, model, s.label, s.score, json.dumps(shape_to_json(s.shape)), now) for s in suggestions]
        with self._transaction() as connection:
            # What was judged once and then taken back stays, so that no row of the log points to nothing.
            connection.execute(
                "DELETE FROM suggestion WHERE image = ? AND model = ? AND verdict = 'open'"
                " AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.suggestion = suggestion.id)",
                (image, model),
            )
            connection.execute(
                "UPDATE suggestion SET verdict = 'replaced' WHERE image = ? AND model = ? AND verdict = 'open'",
                (image, model),
            )
            connection.executemany(
                "INSERT INTO suggestion (image, model, label, score, shape, made) VALUES (?, ?, ?, ?, ?, ?)", rows
            )

    def open_suggestions(self, image: str | None = None, min_score: float = 0.0) -> list[Suggestion]:
        """Return what waits for a verdict, best score first; for all images where none is named."""
        query = "SELECT id, image, label, shape, score, model FROM suggestion WHERE verdict = 'open' AND score >= ?"
        values: list[object] = [min_score]
        if image is not None:
            query += " AND image = ?"
            values.append(image)
        rows = self._rows(f"{query} ORDER BY image, score DESC, id", values)
        return [
            Suggestion(id=row[0], image=row[1], label=row[2], shape=shape_from_json(json.loads(row[3])), score=row[4],
                       model=row[5])
            for row in rows
        ]  # fmt: skip

    def open_counts(self, min_score: float = 0.0, model: str | None = None) -> dict[str, int]:
        """Return how many suggestions wait, of one version or of all, by image; images without any are left out."""
        query = (
            "SELECT image, count(*) FROM suggestion WHERE verdict = 'open' AND score >= ? AND (? IS NULL OR model = ?)"
            " GROUP BY image"
        )
        return dict(self._rows(query, (min_score, model, model)))

    def give_verdict(self, verdicts: Mapping[int, Verdict]) -> None:
        """Record a verdict for each suggestion id; OPEN takes an earlier one back."""
        now = time.time()
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE suggestion SET verdict = ? WHERE id = ?", [(str(v), id_) for id_, v in verdicts.items()]
            )
            connection.executemany(
                "INSERT INTO verdict (suggestion, verdict, given) VALUES (?, ?, ?)",
                [(id_, str(v), now) for id_, v in verdicts.items()],
            )

    def reopen(self, ids: Iterable[int]) -> None:
        """Take back the verdicts on these suggestions, as undo does."""
        self.give_verdict(dict.fromkeys(ids, Verdict.OPEN))

    def relabel(self, change: str, old: Sequence[str], new: str) -> None:
        """Give what waits under one of the ``old`` labels the ``new`` one; ``change`` names this, to take it back."""
        marks = ", ".join("?" * len(old))
        with self._transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO relabelled (change, suggestion, old, new)"
                f" SELECT ?, id, label, ? FROM suggestion WHERE verdict = 'open' AND label IN ({marks}) AND label != ?",
                (change, new, *old, new),
            )
            _follow(connection, change, "old", "new")

    def relabel_again(self, change: str, *, back: bool) -> None:
        """Take such a change ``back`` in what still waits, or make it again."""
        with self._transaction() as connection:
            _follow(connection, change, *(("new", "old") if back else ("old", "new")))

    def verdict_counts(self, model: str | None = None) -> dict[Verdict, int]:
        """Return how many suggestions stand at each verdict, for one model version or for all."""
        query = "SELECT verdict, count(*) FROM suggestion WHERE verdict != 'replaced'"
        values: tuple[str, ...] = ()
        if model is not None:
            query, values = f"{query} AND model = ?", (model,)
        counts = dict(self._rows(f"{query} GROUP BY verdict", values))
        return {verdict: counts.get(str(verdict), 0) for verdict in Verdict}


def _follow(connection: sqlite3.Connection, change: str, now: str, then: str) -> None:
    """Give what waits, and has the label in the column ``now`` of the change, the one in the column ``then``."""
    connection.execute(
        f"UPDATE suggestion SET label = relabelled.{then} FROM relabelled WHERE relabelled.change = ?"
        f" AND relabelled.suggestion = suggestion.id AND suggestion.label = relabelled.{now} AND verdict = 'open'",
        (change,),
    )


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file and bring it to the present schema."""
    connection = sqlite3.connect(path, check_same_thread=False, timeout=10, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        if connection.execute("PRAGMA user_version").fetchone()[0] > _VERSION:
            raise DatasetError(f"{path}: was written by a newer Annotrain; update this one to open it.")
        connection.executescript(_SCHEMA)
        connection.execute(f"PRAGMA user_version={_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection
