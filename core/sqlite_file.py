"""SQLite files that several programs share: opened so that they wait for each other, and told from broken ones."""

import sqlite3
import time
from pathlib import Path

from core.errors import DatasetError, WriteError

WAIT_S = 10.0
"""So long one program waits for another that writes; a transaction of ours takes a fraction of it."""
_AGAIN_S = 0.02


def open_shared(path: Path) -> sqlite3.Connection:
    """Open a file for any thread, one at a time, with a write-ahead log, so that nobody waits to read.

    Transactions are begun by those who want one.

    Raises:
        sqlite3.Error: it is no database, cannot be opened, or another program holds it too long.
    """
    connection = sqlite3.connect(path, check_same_thread=False, timeout=WAIT_S, isolation_level=None)
    try:
        _begin_log(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def is_busy(error: BaseException) -> bool:
    """Tell whether it only says that another program, or another part of this one, holds the file now."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def held_elsewhere(path: Path) -> DatasetError:
    """Return what to say of a file that another program holds: it is whole."""
    return DatasetError(f"{path}: another program is writing to it; try again in a moment.")


def not_written(path: Path, error: Exception) -> WriteError:
    """Return what to say of a file that could not be written."""
    if is_busy(error):
        return WriteError(path, "another program is writing to it; try again in a moment")
    return WriteError(path, str(error))


def _begin_log(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on: while two programs do so to a new file, SQLite fails at once instead of waiting."""
    deadline = time.monotonic() + WAIT_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() >= deadline:
                raise
        time.sleep(_AGAIN_S)
