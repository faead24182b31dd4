"""What a search for suggestions needs beside the index: their database, and the sizes of pictures without a file."""

import sqlite3
from collections.abc import Sequence

from core.errors import DatasetError, ImageFileError
from core.images import read_size
from core.sqlite_file import held_elsewhere, is_busy
from core.voc.dataset import ImageEntry
from core.voc.index_file import IndexFile
from core.voc.search import Query
from core.voc.search_sql import Suggested
from core.voc.search_terms import KEYS

_UNKNOWN = "SELECT place FROM temp.listing WHERE width = 0 AND name IN (SELECT o.image FROM ({rows}) o)"


class attached:  # noqa: N801  # reads as the statement that it is
    """The suggestions' database, attached as ``review`` and read only while a search runs."""

    def __init__(self, connection: sqlite3.Connection, suggested: Suggested | None) -> None:
        self._connection, self._suggested = connection, suggested

    def __enter__(self) -> None:
        if self._suggested is None:
            return
        path = self._suggested.path
        try:
            self._connection.execute("ATTACH ? AS review", (f"{path.absolute().as_uri()}?mode=ro",))
            self._connection.execute(f"SELECT count(*) FROM ({self._suggested.rows} LIMIT 1)")
        except sqlite3.Error as error:
            self.__exit__()
            if is_busy(error):
                raise held_elsewhere(path) from error
            raise DatasetError(f"{path}: cannot be read ({error}): restore or remove it.") from error

    def __exit__(self, *_error: object) -> None:
        names = [row[1] for row in self._connection.execute("PRAGMA database_list")]
        if "review" in names:
            self._connection.execute("DETACH review")


def measure(index: IndexFile, entries: Sequence[ImageEntry], query: Query, suggested: Suggested | None) -> None:
    """Put the sizes of pictures with suggestions, but no annotation that says them, into the listing, where needed.

    Only a search for a suggestion's place asks for them. A picture that cannot be read stays without.

    Raises:
        DatasetError: the suggestions cannot be read.
    """
    if suggested is None or not _asks_for_places(query):
        return

    def unknown(connection: sqlite3.Connection) -> list[int]:
        with attached(connection, suggested):
            rows = connection.execute(_UNKNOWN.format(rows=suggested.rows)).fetchall()
        return [place for (place,) in rows]

    sizes = [(*size, place) for place in index.use(unknown) if (size := _size(entries[place])) is not None]
    fill = "UPDATE temp.listing SET width = ?, height = ? WHERE place = ?"
    index.use(lambda connection: connection.executemany(fill, sizes))


def _asks_for_places(query: Query) -> bool:
    names = [{term.key.name for term in group} for group in query.things]
    return any(KEYS["score"].name in group and group & {"x", "y"} for group in names)


def _size(entry: ImageEntry) -> tuple[int, int] | None:
    try:
        return read_size(entry.path)
    except ImageFileError:
        return None
