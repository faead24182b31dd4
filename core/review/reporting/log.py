"""The review log (``docs/review-log.md``), read and counted as far as a report needs it.

SQLite does the counting, so that half a million verdicts come back as some hundred rows.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from core.review.next_up.queue import by_lot as is_by_lot
from core.review.reporting.values import Step
from core.review.store import SuggestionStore
from core.review.verdicts import Doing, Verdict

BANDS = 10
_TAG = '{"kind": "tag"}'
_STANDING = (
    "WITH last AS (SELECT suggestion, max(id) AS id FROM verdict GROUP BY suggestion),"
    " many AS MATERIALIZED (SELECT v.given FROM verdict v JOIN suggestion s ON s.id = v.suggestion"
    " GROUP BY v.given HAVING min(s.image) < max(s.image))"
)
"""Of each suggestion the verdict given ``last``, and the moments at which one gesture spoke of ``many`` images: all
that a gesture says has one time, see ``docs/review-log.md``, and only one image is open."""


@dataclass(frozen=True)
class Judged:
    """So many suggestions of one kind that stand at one verdict, the last said of each in this period.

    ``final`` is the label that they ended with, ``band`` the tenth of their score, ``overlap`` the sum of the IoUs of
    ``measured`` corrections, or of what was accepted but was there already. ``at_once``: one gesture said so on several
    images, so that nobody need have looked at each.
    """

    period: date
    model: str
    label: str
    final: str
    band: int
    verdict: Verdict
    is_tag: bool
    count: int
    overlap: float
    measured: int
    at_once: bool


@dataclass(frozen=True)
class Overlooked:
    """So many objects of a label that a version should have suggested."""

    period: date
    model: str
    label: str
    count: int


@dataclass(frozen=True)
class Looks:
    """How often versions looked at images in a period, at how many different ones, and how much they found."""

    period: date
    looks: int
    images: int
    found: int


@dataclass(frozen=True)
class Act:
    """One thing that a person did at a moment, seconds since 1970: a verdict on ``count`` suggestions, or work by hand.

    ``model`` is the version that it is about: for work by hand the last one that had looked at the image; None where
    none had. ``at_once``: the verdicts are on several images, so that nobody need have looked at each.
    """

    given: float
    period: date
    what: Verdict | Doing
    model: str | None
    count: int
    at_once: bool


def span(store: SuggestionStore) -> tuple[date, date] | None:
    """Return the first and the last day on which anything is logged, in local time; None where nothing is.

    Raises:
        DatasetError: the log cannot be read.
    """
    parts = " UNION ALL ".join(
        f"SELECT min({column}) AS first, max({column}) AS last FROM {table}"
        for table, column in (("prediction", "made"), ("verdict", "given"), ("missed", "given"), ("work", "given"))
    )
    sql = f"SELECT {_local('min(first)')}, {_local('max(last)')} FROM ({parts})"
    first, last = (store.read(sql) or [(None, None)])[0]
    return (date.fromisoformat(first), date.fromisoformat(last)) if first is not None else None


def by_lot(store: SuggestionStore) -> list[str]:
    """Return the images that a version has looked at and that belong to the share drawn by lot.

    Those on which anything stands that was said at once are left out: nobody need have looked at them.

    Raises:
        DatasetError: the log cannot be read.
    """
    rows = store.read(
        f"{_STANDING} SELECT image FROM prediction EXCEPT SELECT s.image FROM last JOIN verdict v ON v.id = last.id"
        " JOIN suggestion s ON s.id = last.suggestion WHERE s.verdict != 'open' AND v.given IN (SELECT given FROM many)"
    )
    return [name for (name,) in rows if is_by_lot(name)]


def judged(store: SuggestionStore, step: Step, among: Sequence[str] | None = None) -> Iterator[Judged]:
    """Yield what stands at which verdict, counted; with ``among`` on these images alone.

    Raises:
        DatasetError: the log cannot be read.
    """
    rows = store.read(
        f"{_STANDING} SELECT {_period('v.given', step)}, s.model, s.label, coalesce(v.label, s.label),"
        f" min(CAST(s.score * {BANDS} + 1e-9 AS INTEGER), {BANDS - 1}), s.verdict, s.shape = ?, count(*),"
        " total(v.iou), count(v.iou), v.given IN (SELECT given FROM many)"
        " FROM last JOIN verdict v ON v.id = last.id JOIN suggestion s ON s.id = last.suggestion"
        f" WHERE s.verdict IN ('accepted', 'corrected', 'rejected'){_among('s.image', among, 'AND')}"
        " GROUP BY 1, 2, 3, 4, 5, 6, 7, 11",
        (_TAG, *_names(among)),
    )
    for period, model, label, final, band, verdict, is_tag, count, overlap, measured, at_once in rows:
        yield Judged(date.fromisoformat(period), model, label, final, band, Verdict(verdict), bool(is_tag), count,
                     overlap, measured, bool(at_once))  # fmt: skip


def overlooked(store: SuggestionStore, step: Step, among: Sequence[str] | None = None) -> Iterator[Overlooked]:
    """Yield what was not suggested, counted; with ``among`` on these images alone.

    Raises:
        DatasetError: the log cannot be read.
    """
    where = _among("image", among, "WHERE")
    sql = f"SELECT {_period('given', step)}, model, label, count(*) FROM missed{where} GROUP BY 1, 2, 3"
    for period, model, label, count in store.read(sql, _names(among)):
        yield Overlooked(date.fromisoformat(period), model, label, count)


def looks(store: SuggestionStore, step: Step | None) -> Iterator[Looks]:
    """Yield how often images were looked at in each period; for None in all the time, which is then its last day.

    Raises:
        DatasetError: the log cannot be read.
    """
    period = _period("made", step) if step is not None else _local("max(made)")
    grouped = " GROUP BY 1" if step is not None else " HAVING count(*) > 0"
    sql = f"SELECT {period}, count(*), count(DISTINCT image), sum(found) FROM prediction{grouped}"
    for first, count, images, found in store.read(sql):
        yield Looks(date.fromisoformat(first), count, images, found)


def acts(store: SuggestionStore, step: Step) -> list[Act]:
    """Return what a person did, in the order of time; what was given at one moment is one act.

    Raises:
        DatasetError: the log cannot be read.
    """
    said = store.read(
        f"{_STANDING} SELECT v.given, {_period('v.given', step)}, v.verdict, s.model, count(*),"
        " v.given IN (SELECT given FROM many)"
        " FROM verdict v JOIN suggestion s ON s.id = v.suggestion GROUP BY v.given, v.verdict, s.model"
    )
    done = store.read(
        f"SELECT w.given, {_period('w.given', step)}, w.what, (SELECT p.model FROM prediction p WHERE p.image = w.image"
        " AND p.made <= w.given ORDER BY p.made DESC, p.id DESC LIMIT 1), 1 FROM work w"
    )
    found = [Act(row[0], _day(row[1]), Verdict(row[2]), row[3], row[4], bool(row[5])) for row in said]
    found += [Act(row[0], _day(row[1]), Doing(row[2]), row[3], row[4], False) for row in done]
    return sorted(found, key=lambda act: act.given)


def _among(column: str, among: Sequence[str] | None, word: str) -> str:
    """Return the SQL that keeps to some images, "" where all are meant."""
    return f" {word} {column} IN (SELECT value FROM json_each(?))" if among is not None else ""


def _names(among: Sequence[str] | None) -> tuple[str, ...]:
    """Return what fills that SQL."""
    return (json.dumps(list(among)),) if among is not None else ()


@lru_cache(maxsize=1024)
def _day(text: str) -> date:
    """Return a day, of which there are few, and of each a hundred thousand."""
    return date.fromisoformat(text)


def _local(column: str) -> str:
    """Return the SQL of the local day of a time."""
    return f"date({column}, 'unixepoch', 'localtime')"


def _period(column: str, step: Step) -> str:
    """Return the SQL of the first day of the period that a time lies in."""
    moved = {Step.DAY: "", Step.WEEK: ", 'weekday 0', '-6 days'", Step.MONTH: ", 'start of month'"}[step]
    return f"date({column}, 'unixepoch', 'localtime'{moved})"
