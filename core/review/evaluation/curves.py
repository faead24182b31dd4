"""Precision, recall and F1 against the threshold, and the threshold that is best."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from core.review.evaluation.cases import Case, TagCase
from core.review.evaluation.matching import NOBODY, OVERLAP, partners

Values = NDArray[np.float64]
RECALLS = np.linspace(0, 1, 101)
"""The recalls at which COCO asks for the precision."""


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """Everything found of one label in all images, the best score first, and how many objects there were to find.

    ``scores`` float64 (n,) and ``hits`` bool (n,): whether it was one of them. What counts neither way is left out.
    """

    scores: Values
    hits: NDArray[np.bool_]
    objects: int


@dataclass(frozen=True, kw_only=True)
class Curve:
    """What comes of each threshold, float64 arrays of one length, the highest threshold first.

    ``precision`` is the share of what is found at that threshold that is right, ``recall`` the share of what is there
    that is found, ``f1`` their harmonic mean. ``average_precision`` is COCO's: the mean over 101 recalls of the best
    precision at that recall or a higher one. Without an object there is no recall and nothing of all this: empty.
    """

    scores: Values
    precision: Values
    recall: Values
    f1: Values
    average_precision: float | None
    objects: int

    def at(self, threshold: float) -> tuple[float | None, float | None, float | None]:
        """Return precision, recall and F1 of all that scores ``threshold`` or more.

        Where nothing does, there is no precision, and the recall is 0; None as well where there is no object.
        """
        if not self.objects:
            return None, None, None
        count = int(np.searchsorted(-self.scores, -threshold, side="right"))
        if not count:
            return None, 0.0, 0.0
        return float(self.precision[count - 1]), float(self.recall[count - 1]), float(self.f1[count - 1])

    @property
    def best(self) -> tuple[float, float] | None:
        """The threshold with the highest F1 and that F1: midway to the next score below, for it is the surest there."""
        if not self.f1.size or not self.f1.max():
            return None
        place = int(self.f1.argmax())
        below = self.scores[self.scores < self.scores[place]]
        threshold = (self.scores[place] + (below[0] if below.size else 0.0)) / 2
        return float(threshold), float(self.f1[place])


def rankings_of(cases: Sequence[Case], labels: Sequence[int | None], overlap: float = OVERLAP) -> list[Ranking]:
    """Return the ranking of each label, of all together for None; what is an ignored object is left out."""
    if not cases:
        return [_ranking(np.empty(0), np.empty(0, bool), 0) for _ in labels]
    own = [partners(case, overlap) for case in cases]
    scores = np.concatenate([case.found.scores for case in cases]).astype(np.float64)
    found = np.concatenate([case.found.labels for case in cases])
    there = np.concatenate([case.there.labels[~case.there.ignored] for case in cases])
    hits = np.concatenate([one != NOBODY for one in own])
    ignored = np.fromiter(
        chain.from_iterable(
            (one != NOBODY) & np.append(case.there.ignored, False)[one]  # NOBODY is the last place
            for case, one in zip(cases, own, strict=True)
        ),
        bool,
        len(scores),
    )
    made = []
    for label in labels:
        chosen = ~ignored & ((found == label) if label is not None else True)
        count = int((there == label).sum()) if label is not None else len(there)
        made.append(_ranking(scores[chosen], hits[chosen], count))
    return made


def tag_ranking(cases: Sequence[TagCase], label: int | None) -> Ranking:
    """Return how the images rank by a tag's score and which of them have it; each image with each tag for None."""
    columns = slice(None) if label is None else slice(label, label + 1)
    scores = np.array([case.scores[columns] for case in cases], np.float64).ravel()
    there = np.array([case.there[columns] for case in cases], bool).ravel()
    return _ranking(scores, there, int(there.sum()))


def curve_of(ranking: Ranking) -> Curve:
    """Return the curve; of equal scores only the last point stands, for a threshold takes all of them or none."""
    if not ranking.objects:
        none = np.empty(0)
        return Curve(scores=none, precision=none, recall=none, f1=none, average_precision=None, objects=0)
    hits = np.cumsum(ranking.hits)
    found = np.arange(1, len(hits) + 1)
    precision, recall = hits / found, hits / ranking.objects
    f1 = 2 * hits / (found + ranking.objects)
    last = np.append(ranking.scores[1:] != ranking.scores[:-1], True) if len(hits) else np.empty(0, bool)
    return Curve(
        scores=ranking.scores[last],
        precision=precision[last],
        recall=recall[last],
        f1=f1[last],
        average_precision=_average_precision(precision, recall),
        objects=ranking.objects,
    )


def _average_precision(precision: Values, recall: Values) -> float:
    if not precision.size:
        return 0.0
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    places = np.searchsorted(recall, RECALLS, side="left")
    return float(np.where(places < len(envelope), envelope[np.minimum(places, len(envelope) - 1)], 0.0).mean())


def _ranking(scores: Values, hits: NDArray[np.bool_], objects: int) -> Ranking:
    order = np.argsort(-scores, kind="stable")
    return Ranking(scores=scores[order], hits=hits[order], objects=objects)
