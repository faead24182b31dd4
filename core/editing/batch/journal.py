"""Every byte before and after a change in the whole dataset, in one file, so that no crash can leave half of it."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from core.editing.batch.rewrite import Rewrite
from core.errors import BatchError
from core.voc.dataset import Dataset

KEPT = 20
"""So many finished changes can still be taken back."""

_TABLES = (
    "CREATE TABLE batch (text TEXT, state TEXT)",
    "CREATE TABLE files (path TEXT PRIMARY KEY, image TEXT, before BLOB, after BLOB)",
)


class Stage(StrEnum):
    """How far a change has come. Until all is prepared nothing was written, and a crash leaves nothing to mend."""

    PREPARING = "preparing"
    APPLYING = "applying"
    DONE = "done"
    TAKING_BACK = "taking back"
    TAKEN_BACK = "taken back"

    @property
    def is_half(self) -> bool:
        """Whether files may be of both kinds, changed and not."""
        return self in (Stage.APPLYING, Stage.TAKING_BACK)


class Journal:
    """One change: its words and the files it rewrites, in .annotrain/batches/NNNNNN.sqlite.

    As long as it is open no other process can open it: the lock goes with the process, however that ends. Paths are
    kept below the dataset's folder, which may be moved. To be used and closed on one thread.
    """

    def __init__(self, dataset: Dataset, path: Path) -> None:
        self.path = path
        self._root = dataset.root
        self._connection = sqlite3.connect(path, timeout=0.1)
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")

    @classmethod
    def begin(cls, dataset: Dataset, text: str) -> "Journal":
        """Make a new journal.

        Raises:
            BatchError: the folder cannot be written.
        """
        folder = folder_of(dataset)
        number = max((int(path.stem) for path in paths(dataset)), default=0) + 1
        journal = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            journal = cls(dataset, folder / f"{number:06d}.sqlite")
            with journal._connection as connection:
                for table in _TABLES:
                    connection.execute(table)
                connection.execute("INSERT INTO batch VALUES (?, ?)", (text, Stage.PREPARING))
        except (OSError, sqlite3.Error) as error:
            if journal is not None:
                journal.close()
            raise BatchError(f"{folder}: cannot be written ({error}): make room or allow it.") from error
        return journal

    @classmethod
    def open(cls, dataset: Dataset, path: Path) -> "Journal":
        """Open a journal that is there.

        Raises:
            BatchError: another process works on it, or it is gone or damaged.
        """
        if not path.exists():
            raise BatchError(f"{path}: is not there any more: the change can no longer be taken back.")
        journal = None
        try:
            journal = cls(dataset, path)
            journal._connection.execute("BEGIN EXCLUSIVE")
            journal._connection.commit()
            journal._read()
        except sqlite3.Error as error:
            if journal is not None:
                journal.close()
            raise BatchError(f"{path}: is in use by another window or command, or damaged ({error}).") from error
        return journal

    def _read(self) -> tuple[str, str]:
        """Return words and stage; one that a full disk or a crash left without tables was being prepared."""
        begun = self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'batch'").fetchone()
        found = self._connection.execute("SELECT text, state FROM batch").fetchone() if begun else None
        return (str(found[0]), str(found[1])) if found else ("", Stage.PREPARING)

    @property
    def text(self) -> str:
        """What is done, in words."""
        return self._read()[0]

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return Stage(self._read()[1])

    @stage.setter
    def stage(self, stage: Stage) -> None:
        with self._connection as connection:
            connection.execute("UPDATE batch SET state = ?", (stage,))

    def prepare(self, rewrites: Iterable[tuple[str | None, Rewrite]]) -> int:
        """Note every file to be rewritten, with its image's name where it is an annotation; return how many there are.

        On disk it counts as a whole or not at all. Where ``rewrites`` raises, nothing is noted.

        Raises:
            BatchError: the disk is full.
        """
        rows = (
            (rewrite.path.relative_to(self._root).as_posix(), image, _packed(rewrite.before), _packed(rewrite.after))
            for image, rewrite in rewrites
        )
        try:
            with self._connection as connection:
                connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", rows)
                connection.execute("UPDATE batch SET state = ?", (Stage.APPLYING,))
        except sqlite3.Error as error:
            raise BatchError(f"{self.path}: cannot be written ({error}): make room, nothing was changed.") from error
        return len(self)

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT COUNT(*) FROM files").fetchone()[0])

    def rewrites(self) -> Iterator[tuple[str | None, Rewrite]]:
        """Yield every file in the order noted, with its image's name.

        Raises:
            BatchError: it names a file outside the dataset: it came with a dataset from elsewhere, to do harm.
        """
        rows = self._connection.execute("SELECT image, path, before, after FROM files ORDER BY rowid")
        for image, path, before, after in rows:
            if _leads_out(path):
                raise BatchError(f"{self.path}: names {path!r}, a file outside the dataset: remove this journal.")
            yield image, Rewrite(self._root / path, _unpacked(before), _unpacked(after))

    @property
    def folders(self) -> set[Path]:
        """The folders in which it rewrites files."""
        return {(self._root / path).parent for (path,) in self._connection.execute("SELECT path FROM files")}

    def close(self) -> None:
        """Let others open it."""
        self._connection.close()

    def discard(self) -> None:
        """Remove it: there is nothing to take back."""
        self.close()
        self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)  # SQLite's own, after a crash
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def folder_of(dataset: Dataset) -> Path:
    """Return where the journals lie."""
    return dataset.program_folder / "batches"


def paths(dataset: Dataset) -> list[Path]:
    """Return the dataset's journals, the oldest first."""
    return sorted(path for path in folder_of(dataset).glob("*.sqlite") if path.stem.isdigit())


def _leads_out(path: str) -> bool:
    """Tell whether a path that should lie below the dataset leads out of it."""
    return Path(path).anchor != "" or ".." in Path(path).parts


def _packed(content: bytes | None) -> bytes | None:
    return None if content is None else zlib.compress(content, 1)


def _unpacked(content: bytes | None) -> bytes | None:
    return None if content is None else zlib.decompress(content)
