"""The journal of images that were set aside: which files, whose, and what the lists said before."""

import json
import sqlite3
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self

from core.errors import BatchError
from core.sqlite_file import is_busy
from core.voc.listing import SET_ASIDE

_NAME = "moves.sqlite"
_TABLES = (
    "CREATE TABLE aside (text TEXT, given REAL, stage TEXT)",
    "CREATE TABLE files (path TEXT PRIMARY KEY, image TEXT)",
    "CREATE INDEX files_of ON files (image)",
    "CREATE TABLE lists (path TEXT PRIMARY KEY, before BLOB)",
    "CREATE TABLE lines (path TEXT, line INTEGER, image TEXT, PRIMARY KEY (path, line))",
)
Lists = Mapping[Path, tuple[bytes, Mapping[int, str]]]
"""The lists that name images: what each holds, and the image that each of its lines (0-based) names."""


class Stage(StrEnum):
    """How far it has come."""

    LEAVING = "leaving"
    AWAY = "away"
    RETURNING = "returning"


class AsideJournal:
    """One ``SetAside/NNNNNN/moves.sqlite``; as long as it is open no other process can open it.

    Paths are kept below the dataset's folder ``root``, which may be moved. To be used and closed on one thread.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder
        self._connection = sqlite3.connect(folder / _NAME, timeout=0.1)
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")

    @classmethod
    def begin(cls, root: Path, text: str, files: Iterable[tuple[str, str]], lists: Lists) -> Self:
        """Make a new folder with its journal: (image, path below ``root``) of each file, the image's own first.

        On disk it counts as a whole or not at all.

        Raises:
            BatchError: the folder cannot be written.
        """
        above = root / SET_ASIDE
        number = max((int(path.name) for path in above.glob("[0-9]*") if path.name.isdigit()), default=0) + 1
        folder = above / f"{number:06d}"
        try:
            folder.mkdir(parents=True)
            journal = cls(root, folder)
        except (OSError, sqlite3.Error) as error:
            raise _cannot_be_written(folder, error) from error
        try:
            with journal._connection as connection:
                journal._make_tables(text, time.time())
                connection.executemany("INSERT INTO files (image, path) VALUES (?, ?)", files)
                for path, (before, lines) in lists.items():
                    below = path.relative_to(root).as_posix()
                    connection.execute("INSERT INTO lists VALUES (?, ?)", (below, before))
                    rows = [(below, line, image) for line, image in lines.items()]
                    connection.executemany("INSERT INTO lines VALUES (?, ?, ?)", rows)
        except BaseException as error:
            journal.close()
            if isinstance(error, sqlite3.Error):
                raise _cannot_be_written(folder, error) from error
            raise
        return journal

    @classmethod
    def open(cls, root: Path, folder: Path) -> Self:
        """Open the journal of a folder that is there.

        Raises:
            BatchError: another process works on it, it is gone or damaged, or names a file outside the dataset.
        """
        if not (folder / _NAME).is_file():
            raise BatchError(f"{folder}: is not there any more: nothing is set aside in it.")
        journal = None
        try:
            journal = cls(root, folder)
            journal._connection.execute("BEGIN EXCLUSIVE")
            journal._connection.commit()
            begun = journal._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'lines'").fetchone()
        except sqlite3.Error as error:
            if journal is not None:
                journal.close()
            if is_busy(error):
                raise BatchError(
                    f"{folder}: is in use by another window or command: wait until that is done."
                ) from error
            raise BatchError(f"{folder}: its {_NAME} is damaged ({error}): move the files home yourself.") from error
        if begun is None:  # a crash before the first move
            journal._begin_empty()
        if any(Path(path).anchor or ".." in Path(path).parts for path in journal.paths()):
            journal.close()
            raise BatchError(f"{folder}: names a file outside the dataset: remove its {_NAME}.")
        return journal

    def _begin_empty(self) -> None:
        with self._connection:
            self._make_tables("", 0.0)

    def _make_tables(self, text: str, when: float) -> None:
        """Make the tables in a transaction that the caller ends: Python begins none by itself for making tables."""
        self._connection.execute("BEGIN")
        for table in _TABLES:
            self._connection.execute(table)
        self._connection.execute("INSERT INTO aside VALUES (?, ?, ?)", (text, when, Stage.LEAVING))

    @property
    def words(self) -> tuple[str, float]:
        """Why and when, in seconds since 1970."""
        text, when = self._connection.execute("SELECT text, given FROM aside").fetchone()
        return str(text), float(when)

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return Stage(self._connection.execute("SELECT stage FROM aside").fetchone()[0])

    @stage.setter
    def stage(self, stage: Stage) -> None:
        with self._connection as connection:
            connection.execute("UPDATE aside SET stage = ?", (stage,))

    def images(self) -> dict[str, str]:
        """Return the images that are not home, each with the path of the image file below the dataset's folder."""
        rows = self._connection.execute("SELECT image, path FROM files ORDER BY rowid DESC")
        return dict(reversed([*dict(rows).items()]))  # of the rows of one image the first one stays

    def files_of(self, name: str) -> list[str]:
        """Return the files of an image as paths below the dataset's folder, the image first."""
        query = "SELECT path FROM files WHERE image = ? ORDER BY rowid"
        return [path for (path,) in self._connection.execute(query, (name,))]

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files and lists."""
        yield from (path for (path,) in self._connection.execute("SELECT path FROM files UNION SELECT path FROM lists"))

    def lists(self) -> list[tuple[Path, bytes]]:
        """Return the lists that named images, with what they held before."""
        rows = self._connection.execute("SELECT path, before FROM lists ORDER BY path").fetchall()
        return [(self.root / path, before) for path, before in rows]

    def lines_of(self, path: Path, names: Collection[str]) -> frozenset[int]:
        """Return the lines (0-based) of a list, as it was before, that name one of these images."""
        wanted, below = frozenset(names), path.relative_to(self.root).as_posix()
        rows = self._connection.execute("SELECT line, image FROM lines WHERE path = ?", (below,))
        return frozenset(line for line, image in rows if image in wanted)

    def forget(self, names: Collection[str]) -> None:
        """Note that these images are home."""
        home = (json.dumps(list(names)),)  # at once: image by image all lines would be gone through for each
        with self._connection as connection:
            for table in ("files", "lines"):
                connection.execute(f"DELETE FROM {table} WHERE image IN (SELECT value FROM json_each(?))", home)

    def close(self) -> None:
        """Let others open it."""
        self._connection.close()

    def discard(self) -> None:
        """Remove it: everything is home."""
        self.close()
        (self.folder / f"{_NAME}-journal").unlink(missing_ok=True)  # SQLite's own, after a crash
        (self.folder / _NAME).unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Let others open it.

        Raises:
            BatchError: the journal itself could not be written, as on a full disk; what is half done is brought home
                when the dataset is opened the next time.
        """
        self.close()
        if isinstance(error, sqlite3.Error):
            raise _cannot_be_written(self.folder, error) from error


def _cannot_be_written(folder: Path, error: Exception) -> BatchError:
    return BatchError(f"{folder}: cannot be written ({error}): make room or allow it.")
