"""Small pictures of a dataset's images, kept on disk so that each is decoded once: a cache that may be deleted."""

import logging
import sqlite3
import threading
import time
import weakref
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from core.files import stamp_of
from core.images import read_thumbnail
from core.voc.dataset import Dataset, ImageEntry

SIDE = 256
"""The longest side of a thumbnail in pixels."""
LIMIT = 512 * 2**20
"""So many bytes of thumbnails are kept; beyond that those seen longest ago go."""
_QUALITY = 88
_TABLE = """
CREATE TABLE IF NOT EXISTS thumbnails (name TEXT PRIMARY KEY, stamp TEXT, seen INTEGER, size INTEGER, jpeg BLOB)
"""
_log = logging.getLogger(__name__)


class ThumbnailStore:
    """Thumbnails in ``.annotrain/thumbnails/thumbnails.sqlite``, each made anew when its image file changes.

    May be used from any thread. Where nothing can be written, or the file is damaged, images are decoded each time.
    """

    def __init__(self, dataset: Dataset, limit: int = LIMIT) -> None:
        self.path = dataset.program_folder / "thumbnails" / "thumbnails.sqlite"
        self._limit = limit
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._kept = 0

    def get(self, entry: ImageEntry) -> NDArray[np.uint8]:
        """Return the image's thumbnail as (height, width, 3) uint8 RGB, its longest side at most ``SIDE`` pixels.

        Raises:
            ImageFileError: the image cannot be opened.
        """
        stamp = stamp_of(entry.path)
        found = self._use(lambda connection: _find(connection, entry.name, stamp))
        pixels = _decoded(found) if isinstance(found, bytes) else None
        if pixels is None:
            pixels = read_thumbnail(entry.path, SIDE)
            self._keep(entry.name, stamp, pixels)
        return pixels

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _keep(self, name: str, stamp: str, pixels: NDArray[np.uint8]) -> None:
        bgr = cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)
        done, jpeg = cv2.imencode(".jpg", bgr, (cv2.IMWRITE_JPEG_QUALITY, _QUALITY))
        if not done:
            return
        row = (name, stamp, time.time_ns(), jpeg.size, jpeg.tobytes())

        def keep(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO thumbnails VALUES (?, ?, ?, ?, ?)", row)
            self._kept += jpeg.size
            if self._kept > self._limit:
                self._kept = _shrunk(connection, self._limit)

        self._use(keep)

    def _use(self, work: Callable[[sqlite3.Connection], bytes | None]) -> bytes | None:
        """Do something with the file; None where that fails."""
        with self._lock:
            try:
                return work(self._opened())
            except (OSError, sqlite3.OperationalError) as error:
                _log.info("Thumbnails are not kept: %s", error)
            except sqlite3.DatabaseError as error:
                _log.info("The thumbnails are damaged and are made anew: %s", error)
                self._remove()
            return None

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None, timeout=2)
            weakref.finalize(self, connection.close)
            connection.execute("PRAGMA synchronous = OFF")  # a cache: what is damaged is made anew
            connection.execute(_TABLE)
            self._connection = connection
            self._kept = connection.execute("SELECT coalesce(sum(size), 0) FROM thumbnails").fetchone()[0]
        return self._connection

    def _remove(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            _log.info("The damaged thumbnails cannot be removed: %s", error)


def _find(connection: sqlite3.Connection, name: str, stamp: str) -> bytes | None:
    query = "UPDATE thumbnails SET seen = ? WHERE name = ? AND stamp = ? RETURNING jpeg"
    row = connection.execute(query, (time.time_ns(), name, stamp)).fetchone()
    return bytes(row[0]) if row is not None else None


def _shrunk(connection: sqlite3.Connection, limit: int) -> int:
    """Drop what was seen longest ago until a fifth of the room is free; return how many bytes are kept."""
    connection.execute(
        "DELETE FROM thumbnails WHERE name IN (SELECT name FROM"
        " (SELECT name, sum(size) OVER (ORDER BY seen DESC) AS sum FROM thumbnails) WHERE sum > ?)",
        (limit * 4 // 5,),
    )
    return int(connection.execute("SELECT coalesce(sum(size), 0) FROM thumbnails").fetchone()[0])


def _decoded(jpeg: bytes) -> NDArray[np.uint8] | None:
    bgr = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    return None if bgr is None else np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
