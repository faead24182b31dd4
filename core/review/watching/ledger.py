"""Which files of watched folders were taken in already: ``.annotrain/watched.sqlite``.

Where it is deleted, files are looked at once more; a copy that is in the dataset already is recognised by its bytes.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from core.errors import DatasetError
from core.sqlite_file import held_elsewhere, is_busy, not_written, open_shared
from core.voc.dataset import Dataset

_SCHEMA = """
CREATE TABLE IF NOT EXISTS taken (
    folder TEXT NOT NULL, file TEXT NOT NULL, stamp TEXT NOT NULL, image TEXT NOT NULL, seen INTEGER NOT NULL,
    PRIMARY KEY (folder, file)
) WITHOUT ROWID
"""
_PUT = "INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A file of a watched folder as it was taken in.

    ``file`` is its path below the folder, ``stamp`` its time and size, ``image`` the path of the picture below the
    dataset's image folder, empty where it was passed over. ``seen``: a version has looked at it.
    """

    file: str
    stamp: str
    image: str
    seen: bool


class Ledger:
    """What was taken in from one folder. May be used from any thread; several processes may share the file."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path, self._folder = path, str(folder)
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None
        self._version: int | None = None

    @classmethod
    def of(cls, dataset: Dataset, folder: Path) -> Self:
        """Return the dataset's own for that folder."""
        return cls(dataset.program_folder / "watched.sqlite", folder.resolve())

    def taken(self) -> dict[str, Taken]:
        """Return what was taken in, by file.

        Raises:
            DatasetError: the ledger cannot be read.
        """
        with self._lock, self._reading():
            query = "SELECT file, stamp, image, seen FROM taken WHERE folder = ?"
            return {row[0]: _taken(row) for row in self._connection().execute(query, (self._folder,))}

    @property
    def was_changed(self) -> bool:
        """Whether another process has noted something since this was asked the last time.

        Raises:
            DatasetError: the ledger cannot be read.
        """
        with self._lock, self._reading():
            version = self._connection().execute("PRAGMA data_version").fetchone()[0]
            was, self._version = self._version, version
        return bool(was not in (None, version))

    def put(self, taken: Iterable[Taken]) -> None:
        """Note these files, all of them or none.

        Raises:
            WriteError: the ledger cannot be written.
        """
        with self._transaction() as connection:
            connection.executemany(_PUT, [self._row(one) for one in taken])

    def claim(self, file: str, stamp: str, bring: Callable[[], str]) -> Taken:
        """Return what was taken in for a file of that stamp: what another process noted already, else what we bring.

        ``bring`` returns the path of the image. While it works no other process brings anything; where that one was
        killed before it noted it, ``bring`` has to find what is there.

        Raises:
            WriteError: the ledger cannot be written; and whatever ``bring`` raises.
        """
        query = "SELECT file, stamp, image, seen FROM taken WHERE folder = ? AND file = ?"
        with self._transaction() as connection:
            row = connection.execute(query, (self._folder, file)).fetchone()
            if row is not None and row[1] == stamp:
                return _taken(row)
            taken = Taken(file=file, stamp=stamp, image=bring(), seen=False)
            connection.execute(_PUT, self._row(taken))
        return taken

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _row(self, one: Taken) -> tuple[str, str, str, str, int]:
        return self._folder, one.file, one.stamp, one.image, int(one.seen)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            if is_busy(error):
                raise held_elsewhere(self.path) from error
            raise DatasetError(f"{self.path}: cannot be read ({error}): remove it; it is made anew.") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the ledger; all that is written within comes to disk together or not at all."""
        with self._lock:
            try:
                connection = self._connection()
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
            except (OSError, sqlite3.Error) as error:
                raise not_written(self.path, error) from error

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            made = open_shared(self.path)
            try:
                made.execute("PRAGMA synchronous = NORMAL")  # what it forgets is known by its bytes
                made.execute(_SCHEMA)
            except sqlite3.Error:
                made.close()
                raise
            self._open = made
        return self._open


def _taken(row: tuple[Any, ...]) -> Taken:
    file, stamp, image, seen = row
    return Taken(file=file, stamp=stamp, image=image, seen=bool(seen))
