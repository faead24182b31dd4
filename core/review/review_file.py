"""The file ``review.sqlite``: opened when it is needed, read and written by several threads and processes at once."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import DatasetError
from core.review.review_schema import VERSION, bring_up, version_of
from core.sqlite_file import held_elsewhere, is_busy, not_written, open_shared


@dataclass(frozen=True)
class _Reader:
    """A thread's own connection to read by, closed by whoever holds the lock."""

    connection: sqlite3.Connection
    lock: threading.Lock = field(default_factory=threading.Lock)


class ReviewFile:
    """The file with its connections: one that writes, and one for each thread that reads."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made when something is written, so that looking at a dataset leaves no trace."""
        self.path = path
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None
        self._readers: dict[int, _Reader] = {}  # by thread

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            while self._readers:
                reader = self._readers.popitem()[1]
                with reader.lock:  # SQLite must not close under the hands of a thread that reads
                    reader.connection.close()
            if self._open is not None:
                self._open.close()
                self._open = None

    def read(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a SELECT on the tables of ``docs/review-log.md``; none where there is no file yet.

        Each thread reads on a connection of its own, so that it waits for nobody who writes or reads meanwhile.

        Raises:
            DatasetError: the file cannot be opened, is damaged, or another program holds it.
        """
        thread = threading.get_ident()
        try:
            while True:
                reader = self._readers.get(thread)
                if reader is None:
                    if not self.path.is_file():
                        return []
                    reader = self._readers[thread] = _Reader(connect_to_read(self.path))
                with reader.lock:
                    if self._readers.get(thread) is reader:  # another thread may close the store at any moment
                        return reader.connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _cannot_be_read(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Hold the file for this thread; all that is written within comes to disk together or not at all.

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
                raise not_written(self.path, error) from error
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def _connection(self) -> sqlite3.Connection:
        """Return the open file, making it where there is none. The caller holds the lock.

        Raises:
            DatasetError: the folder cannot be written, the file is no store of ours, a newer program wrote it, or
                another one holds it.
        """
        if self._open is None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._open = connect(self.path)
            except (OSError, sqlite3.Error) as error:
                if is_busy(error):
                    raise held_elsewhere(self.path) from error
                raise DatasetError(f"{self.path}: suggestions cannot be kept there ({error}).") from error
        return self._open


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for any thread, one at a time, and bring it to the present schema.

    Raises:
        DatasetError: a newer program wrote it.
        sqlite3.Error: it is no database, cannot be opened, or another program holds it too long.
    """
    connection = open_shared(path)
    try:
        if version_of(connection) != VERSION:
            bring_up(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open the file as :func:`connect` does, to read alone: whoever writes meanwhile makes nobody wait."""
    connection = connect(path)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA mmap_size=1073741824")
    return connection


def _cannot_be_read(path: Path, error: Exception) -> DatasetError:
    """Return what to say: a file that another program holds is whole."""
    if is_busy(error):
        return held_elsewhere(path)
    return DatasetError(f"{path}: cannot be read ({error}): restore or remove it.")
