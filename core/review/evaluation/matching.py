"""Which thing found is which object: the one matching that every figure of an evaluation rests on.

As COCO's evaluation does it: label by label, the best score first, each takes the object that it overlaps most and
that nobody has taken; objects marked difficult come last and count neither way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from core.review.evaluation.cases import Case, Numbers

NOBODY = -1
OVERLAP = 0.5
"""From this IoU on a thing found is the object."""
NEAR = 0.1
"""From this IoU on a thing found is meant for the object but badly placed, as TIDE has it (Bolya et al. 2020)."""


class Kind(StrEnum):
    """What becomes of a thing found, or of an object that was not."""

    HIT = "hit"
    MISSED = "missed"
    FALSE = "false"
    WRONG_LABEL = "wrong label"
    BADLY_PLACED = "badly placed"
    DOUBLE = "double"
    IGNORED = "ignored"
    """What was found is an object marked difficult."""


@dataclass(frozen=True)
class Outcome:
    """What became of the thing at place ``found``, or of the object at place ``there``; None where there is none."""

    kind: Kind
    found: int | None
    there: int | None
    overlap: float = 0.0


Judged = tuple[Case, Outcome]
"""What becomes of something, and in which image."""


def partners(case: Case, overlap: float = OVERLAP) -> Numbers:
    """Return int64 (m,): the place of the object of its own label that each thing found is, NOBODY for none.

    What scores less never changes who is the partner of what scores more, so that the first ones are right at any
    threshold.
    """
    chosen = np.full(len(case.found.scores), NOBODY, np.int64)
    same = case.found.labels[:, None] == case.there.labels[None, :]
    close = np.where(same & (case.overlaps >= min(overlap, 1 - 1e-10)), case.overlaps, 0.0)
    free = np.ones(len(case.there.labels), bool)
    for place in _best_first(case, np.flatnonzero(close.any(axis=1))):
        for group in (free & ~case.there.ignored, free & case.there.ignored):
            values = np.where(group, close[place], 0.0)
            if values.any():
                # Of equal ones the last, as COCO's own code has it.
                chosen[place] = len(values) - 1 - int(values[::-1].argmax())
                free[chosen[place]] = False
                break
    return chosen


def outcomes(case: Case, threshold: float, overlap: float = OVERLAP) -> list[Outcome]:
    """Return what becomes of all that scores ``threshold`` or more, the best first, and then of what was missed.

    Hits come before anything else is decided. What is left over is, in this order: an object of another label that is
    still free (wrong label); an object that is found already (double); near a free object of its own label (badly
    placed, and that object is not missed as well); or nothing (false).
    """
    own = np.where(case.found.scores >= threshold, partners(case, overlap), NOBODY)
    free = ~case.there.ignored
    free[own[own != NOBODY]] = False
    made = []
    for place in _best_first(case, np.flatnonzero(case.found.scores >= threshold)):
        if own[place] != NOBODY:
            there = int(own[place])
            kind = Kind.IGNORED if case.there.ignored[there] else Kind.HIT
            made.append(Outcome(kind, int(place), there, float(case.overlaps[place, there])))
        else:
            made.append(_left_over(case, int(place), free, overlap))
    return made + [Outcome(Kind.MISSED, None, int(there)) for there in np.flatnonzero(free)]


def all_outcomes(cases: Iterable[Case], threshold: float) -> list[Judged]:
    """Return what becomes of everything in all images."""
    return [(case, outcome) for case in cases for outcome in outcomes(case, threshold)]


def _left_over(case: Case, place: int, free: np.ndarray[tuple[int], np.dtype[np.bool_]], overlap: float) -> Outcome:
    """Return what becomes of what is no object of its own label; an object that it takes is no longer ``free``."""
    values = case.overlaps[place]
    same = case.there.labels == case.found.labels[place]
    for kind, open_to_it, least in (
        (Kind.WRONG_LABEL, free & ~same, overlap),
        (Kind.DOUBLE, ~free & ~case.there.ignored, overlap),
        (Kind.BADLY_PLACED, free & same, NEAR),
    ):
        best = np.where(open_to_it, values, 0.0)
        if best.size and best.max() >= least:
            there = int(best.argmax())
            free[there] = False
            return Outcome(kind, place, there, float(best[there]))
    return Outcome(Kind.FALSE, place, None)


def _best_first(case: Case, places: Numbers) -> Numbers:
    """Return the places by falling score."""
    return places[np.argsort(-case.found.scores[places], kind="stable")]
