"""What is known of each picture file, kept so that it is decoded once: its size, its hash, whether it opens."""

import logging
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import ImageFileError
from core.images import read_size, read_thumbnail
from core.voc.dataset import Dataset, ImageEntry

HASH_BYTES = 32
_SIDE = 128
_PLAIN = 12
"""A picture whose greys span no more than this shows nothing that could be compared."""
_VERSION = 1
_TABLE = (
    "CREATE TABLE IF NOT EXISTS pictures "
    "(name TEXT PRIMARY KEY, stamp TEXT, width INTEGER, height INTEGER, hash BLOB, reason TEXT)"
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PictureFacts:
    """A picture's size as shown (width, height; None where it cannot be read, for ``reason``) and its hash.

    ``hash`` are the 256 bits of ImageHash's ``phash`` in 32 bytes; None for a plain picture.
    """

    size: tuple[int, int] | None
    hash: bytes | None = None
    reason: str | None = None


def read_facts(path: Path) -> PictureFacts:
    """Return what is to be known of the picture; decodes it, small where its format allows."""
    try:
        size = read_size(path)
        small = read_thumbnail(path, _SIDE)
    except ImageFileError as error:
        return PictureFacts(None, reason=error.reason)
    return PictureFacts(size, perceptual_hash(small))


def perceptual_hash(pixels: NDArray[np.uint8]) -> bytes | None:
    """Return the 256-bit DCT hash of an (H, W, 3) RGB picture as 32 bytes; None for a plain one."""
    import imagehash  # half a second of SciPy that only a check needs

    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))
    if int(grey.max()) - int(grey.min()) <= _PLAIN:
        return None
    bits = imagehash.phash(Image.fromarray(grey), hash_size=16).hash
    return np.packbits(np.asarray(bits).ravel()).tobytes()


class PictureCache:
    """The facts of a dataset's pictures in .annotrain/checks.sqlite; may be used from several threads.

    A picture is read again only when its times, size or inode have changed. Where the file cannot be written or is
    damaged, the facts are kept in memory alone.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._path = dataset.program_folder / "checks.sqlite"
        self._known: dict[str, tuple[str, PictureFacts]] = self._load()
        self._fresh: dict[str, tuple[str, PictureFacts]] = {}

    def facts(self, entry: ImageEntry) -> PictureFacts:
        """Return what is known of the image's picture."""
        now = stamp(entry.path)
        known = self._known.get(entry.name)
        if known is not None and known[0] == now:
            return known[1]
        facts = read_facts(entry.path)
        if now:
            self._known[entry.name] = self._fresh[entry.name] = (now, facts)
        return facts

    def known_hash(self, entry: ImageEntry, *, current: bool = True) -> bytes | None:
        """Return the picture's hash if it was read before; its file is not opened.

        With ``current`` False its file is not even looked at: it may have changed since.
        """
        known = self._known.get(entry.name)
        return known[1].hash if known is not None and (not current or known[0] == stamp(entry.path)) else None

    def keep(self) -> None:
        """Store on disk what was read since the last time."""
        fresh, self._fresh = self._fresh, {}
        if not fresh:
            return
        rows = [
            (name, at, *(facts.size or (None, None)), facts.hash, facts.reason) for name, (at, facts) in fresh.items()
        ]
        try:
            self._path.parent.mkdir(exist_ok=True)
            self._write(rows)
        except sqlite3.DatabaseError as error:
            _log.info("The cache of the check is kept in memory only: %s", error)
        except OSError as error:
            _log.info("The cache of the check cannot be made: %s", error)

    def _write(self, rows: Iterable[tuple[object, ...]]) -> None:
        with closing(_connected(self._path)) as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _load(self) -> dict[str, tuple[str, PictureFacts]]:
        if not self._path.exists():
            return {}
        try:
            with closing(_connected(self._path)) as connection:
                rows = connection.execute("SELECT name, stamp, width, height, hash, reason FROM pictures").fetchall()
        except sqlite3.OperationalError as error:
            _log.info("The cache of the check cannot be opened now: %s", error)
            return {}
        except sqlite3.DatabaseError as error:
            _log.info("The cache of the check is damaged and is rebuilt: %s", error)
            self._path.unlink(missing_ok=True)
            return {}
        return {
            name: (at, PictureFacts((width, height) if width else None, found, reason))
            for name, at, width, height, found, reason in rows
        }


def stamp(path: Path) -> str:
    """Return what changes whenever the file does; empty where there is none."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=2)
    connection.execute("PRAGMA synchronous = OFF")  # a cache: after a crash it is rebuilt
    if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        connection.execute("DROP TABLE IF EXISTS pictures")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.execute(_TABLE)
    return connection
