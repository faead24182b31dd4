"""How good suggestions were, as a person judged them: counted by whatever key."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from core.review.reporting.log import Judged, Overlooked
from core.review.reporting.values import Tally
from core.review.verdicts import Verdict

K = TypeVar("K", bound=Hashable)


def tally(row: Judged) -> Tally:
    """Return the row as a tally."""
    at_once = row.count if row.at_once else 0
    if row.verdict is Verdict.REJECTED:
        return Tally(rejected=row.count, wrong_at_once=at_once)
    if row.final != row.label:
        return Tally(relabelled=row.count, mistaken=row.count, wrong_at_once=at_once)
    if row.verdict is Verdict.ACCEPTED:
        return Tally(accepted=row.count, accepted_at_once=at_once)
    return Tally(corrected=row.count, overlap=row.overlap, measured=row.measured)


def by(
    judged: Iterable[Judged],
    overlooked: Iterable[Overlooked],
    key: Callable[[Judged], K],
    missed_key: Callable[[Overlooked], K] | None,
) -> dict[K, Tally]:
    """Return the tallies by a key of what was judged and of what was not suggested (None leaves the latter out)."""
    found: dict[K, Tally] = defaultdict(Tally)
    for row in judged:
        found[key(row)] += tally(row)
    if missed_key is not None:
        for lost in overlooked:
            found[missed_key(lost)] += Tally(missed=lost.count)
    return dict(found)


def by_label(judged: Iterable[Judged], overlooked: Iterable[Overlooked]) -> dict[str, Tally]:
    """Return the tallies by suggested label; what was relabelled is missed under the label that it was given."""
    rows = list(judged)
    tallies = by(rows, overlooked, lambda row: row.label, lambda lost: lost.label)
    found = defaultdict(Tally, {label: replace(one, mistaken=0) for label, one in tallies.items()})
    for row in rows:
        if row.verdict is not Verdict.REJECTED and row.final != row.label:
            found[row.final] += Tally(missed=row.count)
    return dict(found)
