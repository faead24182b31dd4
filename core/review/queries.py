"""What a search may ask of the suggestions: where they lie and how their rows read."""

from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from core.voc.search_sql import Suggested

_POINTS = "json_each(s.shape, '$.points') p"
_X, _Y = "json_extract(p.value, '$[0]')", "json_extract(p.value, '$[1]')"
_HALF = "coalesce(json_extract(s.shape, '$.width'), 0) / 2.0"


def _bound(corner: str, place: str, points: str) -> str:
    """Return the SQL of a bound: of a box, of a mask, of what has points."""
    return (
        f"CASE json_extract(s.shape, '$.kind') WHEN 'box' THEN {corner} WHEN 'mask' THEN {place}"
        f" ELSE (SELECT {points} FROM {_POINTS}) END"
    )


def _difference(value: str, low: int) -> str:
    """Return the SQL of a width or height; ``low`` is the place of the near end among corners and in a mask's place."""
    return _bound(
        f"json_extract(s.shape, '$.corners[{low + 2}]') - json_extract(s.shape, '$.corners[{low}]')",
        f"json_extract(s.shape, '$.place[{low + 2}]')",
        f"max({value}) - min({value}) + 2 * {_HALF}",
    )


def _near(value: str, low: int) -> str:
    """Return the SQL of the near end."""
    corner, place = f"json_extract(s.shape, '$.corners[{low}]')", f"json_extract(s.shape, '$.place[{low}]')"
    return _bound(corner, place, f"min({value}) - {_HALF}")


_KIND = "CASE json_extract(s.shape, '$.kind') WHEN 'polyline' THEN 'path' ELSE json_extract(s.shape, '$.kind') END"
_OPEN = (
    f"SELECT s.image, s.label, s.score, {_KIND} AS kind, {_near(_X, 0)} AS x0, {_near(_Y, 1)} AS y0,"
    f" {_difference(_X, 0)} AS w, {_difference(_Y, 1)} AS h"
    " FROM review.suggestion s WHERE s.verdict = 'open'"
)


def suggested(dataset: Dataset) -> Suggested | None:
    """Return where the dataset's open suggestions lie, for ``DatasetIndex.search``; None where there are none yet."""
    path = SuggestionStore.of(dataset).path
    return Suggested(path, _OPEN) if path.is_file() else None
