"""What a version says of an image, put in the place of what it said there before."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.geometry import Mask, Polygon, Polyline, Shape
from core.inference.suggestion import Suggestion, shape_from_json, shape_to_text
from core.review.overlap import overlap
from core.review.verdicts import Prediction, Verdict

JUDGED_PLACE = 0.7
"""What a version suggests again, as the same label and with this IoU or more of what was judged, was judged."""
SAME_SCORE = 0.002
SAME_PX = 0.05
SAME_PIXELS = 0.98
"""Two looks of one network at one image differ by rounding alone, according to what else was in the batch."""


@dataclass(frozen=True)
class _Row:
    """A suggestion that is kept already."""

    id: int
    label: str
    score: float
    shape: Shape | None
    verdict: str
    own: str


def renew(connection: sqlite3.Connection, prediction: Prediction, now: float) -> None:
    """Keep one look at an image, in the caller's transaction; ``now`` is the time in seconds since 1970.

    A suggestion that stands there as it is now made keeps its row, so that a second look which says the same changes
    nothing. One that was judged is not made again. Others of this version that nobody has judged go.
    """
    rows = _rows(connection, prediction)
    waiting = [row for row in rows if row.verdict == Verdict.OPEN]
    judged = [row for row in rows if row.verdict != Verdict.OPEN]
    kept: dict[int, str] = {}
    fresh: list[Suggestion] = []
    for suggestion in prediction.suggestions:
        same = next((row for row in waiting if row.id not in kept and _is_same(row, suggestion)), None)
        if same is not None:
            kept[same.id] = suggestion.own
        elif not any(_was_judged(connection, row, suggestion) for row in judged):
            fresh.append(suggestion)
    _drop(connection, [row.id for row in waiting if row.id not in kept])
    _name(connection, [(kept[row.id], row.id) for row in waiting if kept.get(row.id, "") not in ("", row.own)])
    _insert(connection, prediction, fresh, now)


def _rows(connection: sqlite3.Connection, prediction: Prediction) -> list[_Row]:
    found = connection.execute(
        "SELECT id, label, score, shape, verdict, coalesce(own, '') FROM suggestion"
        " WHERE image = ? AND model = ? AND verdict IN ('open', 'accepted', 'corrected', 'rejected')",
        (prediction.image, prediction.model),
    )
    return [_Row(id_, label, score, shape_from_json(json.loads(shape)), verdict, own)
            for id_, label, score, shape, verdict, own in found]  # fmt: skip


def _is_same(row: _Row, suggestion: Suggestion) -> bool:
    """Tell whether the row says what the suggestion says, but for rounding."""
    if row.label != suggestion.label or abs(row.score - suggestion.score) > SAME_SCORE:
        return False
    if row.shape is None or suggestion.shape is None or type(row.shape) is not type(suggestion.shape):
        return row.shape is suggestion.shape
    if isinstance(row.shape, Mask):
        return overlap(row.shape, suggestion.shape) >= SAME_PIXELS
    old, new = _corners(row.shape), _corners(suggestion.shape)
    return old.shape == new.shape and bool(np.abs(old - new).max() <= SAME_PX)


def _corners(shape: Shape) -> NDArray[np.float64]:
    """Return the points that make the shape, (n, 2), or the corners of a box."""
    if isinstance(shape, Polygon | Polyline):
        return np.array(shape.points, float)
    bounds = shape.bounds
    return np.array([(bounds.x0, bounds.y0), (bounds.x1, bounds.y1)])


def _was_judged(connection: sqlite3.Connection, row: _Row, suggestion: Suggestion) -> bool:
    """Tell whether a person has said already what they think of such a suggestion.

    By whatever name: the label may be called something else in the project since, or in what is asked of the model.
    What the model itself calls it stays; where that was not noted, the project may have called it so as well.
    """
    if row.shape is None or suggestion.shape is None:
        in_place = row.shape is suggestion.shape
    else:
        in_place = row.shape.bounds.iou(suggestion.shape.bounds) >= JUDGED_PLACE
    if not in_place:
        return False
    if row.own and row.own == suggestion.own:
        return True
    names = (suggestion.label,) if row.own else (suggestion.label, suggestion.own)
    return row.label in names or any(name in names for name in _names_before(connection, row))


def _names_before(connection: sqlite3.Connection, row: _Row) -> list[str]:
    """Return the labels that a suggestion had before changes of labels in the whole dataset."""
    return [old for (old,) in connection.execute("SELECT old FROM relabelled WHERE suggestion = ?", (row.id,))]


def _drop(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Remove suggestions; what was judged once and then taken back stays, so that no row of the log lacks its own."""
    for id_ in ids:
        if connection.execute("SELECT 1 FROM verdict WHERE suggestion = ? LIMIT 1", (id_,)).fetchone():
            connection.execute("UPDATE suggestion SET verdict = 'replaced' WHERE id = ?", (id_,))
        else:
            connection.execute("DELETE FROM suggestion WHERE id = ?", (id_,))


def _name(connection: sqlite3.Connection, named: Sequence[tuple[str, int]]) -> None:
    """Note what the model itself calls what is kept, which a file of an older program does not say."""
    connection.executemany("UPDATE suggestion SET own = ? WHERE id = ?", named)


def _insert(connection: sqlite3.Connection, prediction: Prediction, fresh: Sequence[Suggestion], now: float) -> None:
    rows: list[tuple[Any, ...]] = [
        (prediction.image, prediction.model, s.label, s.score, shape_to_text(s.shape), now, s.own or None)
        for s in fresh
    ]
    connection.executemany(
        "INSERT INTO suggestion (image, model, label, score, shape, made, own) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
    )
    connection.execute(
        "INSERT INTO prediction (image, model, made, found, source) VALUES (?, ?, ?, ?, ?)",
        (prediction.image, prediction.model, now, len(prediction.suggestions), str(prediction.source)),
    )
