"""Whether a score of 0.8 means that 8 in 10 are right."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.review.evaluation.cases import Case, MapCase, binned
from core.review.evaluation.curves import Ranking
from core.review.evaluation.matching import NOBODY, partners

BOX_BINS = 5
"""Steps of each of score, place and size in the error that looks at all five."""
FEWEST = 8
"""A cell of these steps with fewer boxes says nothing and is left out, as in the authors' own code (netcal)."""
LEAST_SCORE = 0.1
"""What scores less is never shown to anybody, and there is so much of it that it would decide every mean."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """Those whose score lies from ``low`` to ``high``: how many, their mean score, and the share that is right."""

    low: float
    high: float
    count: int
    score: float
    right: float


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """The reliability diagram: steps of the score that hold anything, the lowest first.

    ``error`` is the expected calibration error: the mean distance of score and share right, weighted by how many lie
    in a step. ``worst`` is the largest distance. ``box_error`` is the same over steps of score, place and size of the
    boxes at once (D-ECE, Kueppers et al. 2020). None where there is nothing to measure.
    """

    steps: tuple[Step, ...]
    error: float | None
    worst: float | None
    box_error: float | None = None


def calibration_of(ranking: Ranking, least: float = LEAST_SCORE) -> Calibration:
    """Return the diagram of all that scores ``least`` or more; a hit is right."""
    counted = ranking.scores >= least
    return from_bins(binned(ranking.scores[counted].astype(np.float32), ranking.hits[counted]))


def from_bins(bins: NDArray[np.float64]) -> Calibration:
    """Return the diagram of (bins, 3): how many, sum of scores, how many are right."""
    width = 1 / len(bins)
    steps = tuple(
        Step(low=number * width, high=(number + 1) * width, count=int(count), score=scores / count, right=right / count)
        for number, (count, scores, right) in enumerate(bins.tolist())
        if count
    )
    if not steps:
        return Calibration(steps=(), error=None, worst=None)
    away = [abs(step.score - step.right) for step in steps]
    counts = [step.count for step in steps]
    return Calibration(steps=steps, error=float(np.average(away, weights=counts)), worst=max(away))


def map_calibration(cases: Sequence[MapCase]) -> Calibration:
    """Return the diagram of all pixels."""
    return from_bins(np.sum([case.confidence for case in cases], axis=0) if cases else np.zeros((1, 3)))


def box_error(cases: Sequence[Case], least: float = LEAST_SCORE) -> float | None:
    """Return the calibration error over score, middle and size of the boxes, relative to their images."""
    rows, right = [], []
    for case in cases:
        own = partners(case)
        ignored = (own != NOBODY) & np.append(case.there.ignored, False)[own]
        counted = (case.found.scores >= least) & ~ignored
        boxes = case.found.boxes[counted] / np.array([*case.size, *case.size], np.float32)
        middle, size = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
        rows.append(np.concatenate([case.found.scores[counted, None], middle, size], axis=1))
        right.append((own != NOBODY)[counted])
    if not rows:
        return None
    features, hits = np.concatenate(rows), np.concatenate(right)
    cells = np.clip((features * BOX_BINS).astype(np.int64), 0, BOX_BINS - 1)
    _, which, counts = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    which = which.ravel()
    away = np.abs(np.bincount(which, features[:, 0]) - np.bincount(which, hits)) if counts.size else np.empty(0)
    enough = counts >= FEWEST
    return float(away[enough].sum() / counts[enough].sum()) if enough.any() else None
