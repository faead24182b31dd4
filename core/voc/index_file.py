"""The SQLite cache of the index: how it is opened, rebuilt where damaged, done without.

The file holds nothing that the annotation files do not say, so whatever is wrong with it is mended by reading anew. The
connection itself is a temporary database in which the search keeps its listing; the cache is attached to it.
"""

import logging
import sqlite3
import threading
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from core.voc import index_rows
from core.voc.index_rows import FileRead

_VERSION = 3
T = TypeVar("T")
_log = logging.getLogger(__name__)


class IndexFile:
    """The tables, used by one thread at a time; where the file cannot be had, a temporary one takes its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._kept = False

    def use(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Return what ``work`` does with the tables; where the file fails it is done once more without that file."""
        with self._lock:
            try:
                return work(self._open())
            except sqlite3.OperationalError as error:
                _log.info("The index is kept in memory only: %s", error)
                self._reopen(keep=False)
            except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
                raise
            except sqlite3.DatabaseError as error:
                _log.info("The index is damaged and is rebuilt: %s", error)
                self._reopen(keep=self._removed())
            return work(self._open())

    def write(self, reads: Sequence[FileRead], gone: Sequence[str] = ()) -> None:
        """Store what files say, and forget those that are gone; all of it or nothing."""
        if not reads and not gone:
            return
        with self._lock:
            if reads and not self._has_rows() and not self._kept:
                self._reopen(keep=True)
            self.use(lambda connection: index_rows.write(connection, reads, gone))

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection:
        """Return the connection; a file is made only with the first rows, so that looking leaves no trace."""
        if self._connection is None:
            self._connect(keep=self.path.is_file())
        assert self._connection is not None
        return self._connection

    def _has_rows(self) -> bool:
        return bool(self.use(lambda c: c.execute("SELECT EXISTS (SELECT 1 FROM cache.images)").fetchone()[0]))

    def _reopen(self, *, keep: bool) -> None:
        self.close()
        try:
            self._connect(keep=keep)
        except (OSError, sqlite3.Error) as error:
            _log.info("The index cannot be kept: %s", error)
            self._connect(keep=False)

    def _connect(self, *, keep: bool) -> None:
        """Open a temporary database and attach the file, or with ``keep`` False another temporary one."""
        if keep:
            self.path.parent.mkdir(exist_ok=True)
        connection = sqlite3.connect("", timeout=10, check_same_thread=False, isolation_level=None, uri=True)
        self._connection, self._kept = connection, keep
        weakref.finalize(self, connection.close)
        connection.create_function("fold", 1, _fold, deterministic=True)
        connection.execute("ATTACH ? AS cache", (self.path.absolute().as_uri() if keep else "",))
        connection.execute("PRAGMA cache.synchronous = NORMAL")
        connection.execute("PRAGMA cache.cache_size = -49152")  # 48 MB at the most: a million objects stay at hand
        _make_tables(connection)

    def _removed(self) -> bool:
        """Remove the damaged file; tell whether that could be done."""
        self.close()
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            _log.info("The damaged index cannot be removed: %s", error)
            return False
        return True


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables where they are not there; those of another version of the program are dropped."""
    if connection.execute("PRAGMA cache.user_version").fetchone()[0] == _VERSION:
        return
    names = connection.execute("SELECT name FROM cache.sqlite_master WHERE type = 'table'").fetchall()
    connection.executescript("".join(f'DROP TABLE cache."{name}";' for (name,) in names) + index_rows.SCHEMA)
    connection.execute(f"PRAGMA cache.user_version = {_VERSION}")


def _fold(text: str | None) -> str | None:
    return None if text is None else text.casefold()
