"""The listing: every image of a dataset in its place with the digest of what its file says; searches go over it.

It is a table of one connection's own, for the cache knows of files alone: most images of a large dataset may have none.
"""

import json
import sqlite3
from collections.abc import Collection, Sequence

from core.voc.annotation import State
from core.voc.dataset import ImageEntry
from core.voc.index_rows import STATES

_LISTING = """
CREATE TABLE temp.listing (
    place INTEGER PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, image INTEGER NOT NULL DEFAULT 0,
    width INTEGER NOT NULL DEFAULT 0, height INTEGER NOT NULL DEFAULT 0, state INTEGER NOT NULL DEFAULT 0,
    objects INTEGER NOT NULL DEFAULT 0, label_bits INTEGER NOT NULL DEFAULT 0, tag_bits INTEGER NOT NULL DEFAULT 0,
    shape_bits INTEGER NOT NULL DEFAULT 0, flag_bits INTEGER NOT NULL DEFAULT 0, min_w REAL, max_w REAL, min_h REAL,
    max_h REAL, min_area REAL, max_area REAL, problem INTEGER NOT NULL DEFAULT 0
)
"""
_DIGEST = (
    "image", "width", "height", "state", "objects", "label_bits", "tag_bits", "shape_bits", "flag_bits", "min_w",
    "max_w", "min_h", "max_h", "min_area", "max_area", "problem",
)  # fmt: skip
_UPDATE = f"""
UPDATE temp.listing SET {", ".join(f"{column} = i.{column}" for column in _DIGEST)} FROM (
    SELECT id AS image, name, width, height, state, objects, label_bits, tag_bits, shape_bits, flag_bits, min_w, max_w,
        min_h, max_h, min_area, max_area, problem IS NOT NULL AS problem FROM cache.images
) i WHERE i.name = listing.name
"""
_NOTHING_SAID = (
    f"{column} = {'NULL' if column.startswith(('min', 'max')) else 0}" for column in _DIGEST
)  # an image without a file
_FORGET = f"UPDATE temp.listing SET {', '.join(_NOTHING_SAID)}"
NAMED = "name IN (SELECT value FROM json_each(?))"
"""The condition that a name is one of a JSON list."""
_IS_NEW = f"UPDATE temp.listing SET state = {STATES.index(State.NEW)} WHERE image = 0 AND state != 0"
_IS_GIVEN = f"UPDATE temp.listing SET state = {STATES.index(State.IN_WORK)} WHERE image = 0 AND {NAMED}"


def make_listing(connection: sqlite3.Connection, entries: Sequence[ImageEntry], given: Collection[str]) -> None:
    """Make the listing of all ``entries``, of which what comes with the dataset labels the ``given`` ones.

    A listing of as many images stays as it is: images only ever join a dataset.
    """
    if _is_listed(connection) and _listed(connection) == len(entries):
        return
    rows = ((place, entry.name, entry.file.casefold()) for place, entry in enumerate(entries))
    connection.execute("BEGIN")
    try:
        connection.execute("DROP TABLE IF EXISTS temp.listing")
        connection.execute(_LISTING)
        connection.executemany("INSERT INTO temp.listing (place, name, file) VALUES (?, ?, ?)", rows)
        connection.execute("CREATE INDEX temp.listing_name ON listing (name)")
        connection.execute(_UPDATE)
        connection.execute(_IS_GIVEN, (json.dumps(list(given)),))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def list_given(connection: sqlite3.Connection, given: Collection[str]) -> None:
    """Note in the listing, where there is one, which images are labelled by what comes with the dataset."""
    if _is_listed(connection):
        connection.execute(_IS_NEW)
        connection.execute(_IS_GIVEN, (json.dumps(list(given)),))


def list_again(connection: sqlite3.Connection, touched: Collection[str], given: Collection[str]) -> None:
    """Bring what the listing, where there is one, says of the ``touched`` images to what the cache says of them now.

    ``given`` are those of them that what comes with the dataset labels.
    """
    if _is_listed(connection):
        names = json.dumps(list(touched))
        connection.execute(f"{_FORGET} WHERE {NAMED}", (names,))
        connection.execute(f"{_UPDATE} AND listing.{NAMED}", (names,))
        connection.execute(_IS_GIVEN, (json.dumps(list(given)),))


def _is_listed(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) FROM temp.sqlite_master WHERE name = 'listing'").fetchone()[0])


def _listed(connection: sqlite3.Connection) -> int:
    """Return how many images the listing has; others may have joined since."""
    return int(connection.execute("SELECT coalesce(max(place), -1) + 1 FROM temp.listing").fetchone()[0])
