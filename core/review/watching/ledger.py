"""Which files of watched folders were taken in already: ``.annotrain/watched.sqlite``.

Where it is deleted, files are looked at once more; a copy that is in the dataset already is recognised by its bytes.
"""

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.errors import DatasetError, WriteError
from core.voc.dataset import Dataset

_SCHEMA = """
CREATE TABLE IF NOT EXISTS taken (
    folder TEXT NOT NULL, file TEXT NOT NULL, stamp TEXT NOT NULL, image TEXT NOT NULL, seen INTEGER NOT NULL,
    PRIMARY KEY (folder, file)
) WITHOUT ROWID
"""


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
        self._path, self._folder = path, str(folder)
        self._lock = threading.Lock()
        self._open: sqlite3.Connection | None = None

    @classmethod
    def of(cls, dataset: Dataset, folder: Path) -> Self:
        """Return the dataset's own for that folder."""
        return cls(dataset.program_folder / "watched.sqlite", folder.resolve())

    def taken(self) -> dict[str, Taken]:
        """Return what was taken in, by file.

        Raises:
            DatasetError: the ledger cannot be read.
        """
        with self._lock:
            try:
                rows = self._connection().execute(
                    "SELECT file, stamp, image, seen FROM taken WHERE folder = ?", (self._folder,)
                )
                return {
                    file: Taken(file=file, stamp=stamp, image=image, seen=bool(seen))
                    for file, stamp, image, seen in rows
                }
            except (OSError, sqlite3.Error) as error:
                raise DatasetError(f"{self._path}: cannot be read ({error}): remove it; it is made anew.") from error

    def put(self, taken: Iterable[Taken]) -> None:
        """Note these files, all of them or none.

        Raises:
            WriteError: the ledger cannot be written.
        """
        rows = [(self._folder, one.file, one.stamp, one.image, int(one.seen)) for one in taken]
        with self._lock:
            try:
                with self._connection() as connection:
                    connection.executemany("INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?)", rows)
            except (OSError, sqlite3.Error) as error:
                raise WriteError(self._path, str(error)) from error

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._open = sqlite3.connect(self._path, check_same_thread=False, timeout=10)
            self._open.execute("PRAGMA journal_mode = WAL")
            self._open.execute("PRAGMA synchronous = NORMAL")  # what it forgets is known by its bytes
            self._open.execute(_SCHEMA)
        return self._open
