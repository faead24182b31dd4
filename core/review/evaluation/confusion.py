"""What is taken for what: a table of labels that are there by labels that were found, and the images behind each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.review.evaluation.cases import Case, MapCase, Numbers, TagCase
from core.review.evaluation.matching import Judged, Kind, Outcome

Cell = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Confusion:
    """``counts`` int64 (C + 1, C + 1): rows are what is there, columns what was found, in the order of the labels.

    The last row is nothing there (a false one), the last column nothing found (missed); for pixels both are the
    background. ``images`` names the images behind each cell that is not 0, those with the most first.
    """

    counts: Numbers
    images: dict[Cell, tuple[str, ...]]

    @property
    def shares(self) -> NDArray[np.float64]:
        """Each row as shares of its sum, 0 where it is empty."""
        sums = self.counts.sum(axis=1, keepdims=True)
        shares: NDArray[np.float64] = np.divide(self.counts, sums, out=np.zeros(self.counts.shape), where=sums > 0)
        return shares


def confusion_of(judged: Iterable[Judged], labels: int) -> Confusion:
    """Return the table of what became of all objects and of all that was found.

    What is badly placed counts as missed and as false; a double counts as false.
    """
    found: defaultdict[Cell, Counter[str]] = defaultdict(Counter)
    for case, outcome in judged:
        for cell in cells_of(case, outcome, labels):
            found[cell][case.image] += 1
    return _table(found, labels)


def cells_of(case: Case, outcome: Outcome, labels: int) -> tuple[Cell, ...]:
    """Return the cells that an outcome counts in."""
    there = labels if outcome.there is None else int(case.there.labels[outcome.there])
    seen = labels if outcome.found is None else int(case.found.labels[outcome.found])
    return {
        Kind.BADLY_PLACED: ((there, labels), (labels, seen)),
        Kind.DOUBLE: ((labels, seen),),
        Kind.IGNORED: (),
    }.get(outcome.kind, ((there, seen),))


def tag_confusion(cases: Iterable[TagCase], labels: int, threshold: float, *, exclusive: bool) -> Confusion:
    """Return the table of tags.

    Found is the one with the highest score where they are ``exclusive``, else each from ``threshold`` on.
    """
    found: defaultdict[Cell, Counter[str]] = defaultdict(Counter)
    for case in cases:
        for cell in tag_cells(case, labels, threshold, exclusive=exclusive):
            found[cell][case.image] += 1
    return _table(found, labels)


def tag_cells(case: TagCase, labels: int, threshold: float, *, exclusive: bool) -> list[Cell]:
    """Return the cells that an image counts in: each tag there and each tag found, in pairs where they are the same."""
    if exclusive and case.there.any():
        return [(int(case.there.argmax()), int(case.scores.argmax()))]
    seen = case.scores >= threshold
    hits = [(int(label), int(label)) for label in np.flatnonzero(case.there & seen)]
    missed = [(int(label), labels) for label in np.flatnonzero(case.there & ~seen)]
    return hits + missed + [(labels, int(label)) for label in np.flatnonzero(~case.there & seen)]


def map_confusion(cases: Sequence[MapCase], labels: int) -> Confusion:
    """Return the table of pixels; the background, which is class 0 in a map, comes last as everywhere."""
    order = [*range(1, labels + 1), 0]
    found: defaultdict[Cell, Counter[str]] = defaultdict(Counter)
    for case in cases:
        counts = case.counts[np.ix_(order, order)]
        for row, column in np.argwhere(counts):
            found[int(row), int(column)][case.image] += int(counts[row, column])
    return _table(found, labels)


def _table(found: dict[Cell, Counter[str]], labels: int) -> Confusion:
    counts = np.zeros((labels + 1, labels + 1), np.int64)
    for cell, images in found.items():
        counts[cell] = images.total()
    return Confusion(
        counts=counts, images={cell: tuple(name for name, _ in images.most_common()) for cell, images in found.items()}
    )
