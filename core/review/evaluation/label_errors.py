"""Labels that are probably wrong: where the model is surer of something else than it usually is when it is right.

What 'sure' means is learned from the data, label by label, as in confident learning (Northcutt, Jiang, Chuang 2021):
the mean score of what is right. For boxes the three kinds are those of ObjectLab (Tkachenko, Thyagarajan, Mueller
2023): an object that was overlooked, a label that was swapped, a box that is badly placed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.review.evaluation.cases import Case, MapCase, TagCase
from core.review.evaluation.matching import NEAR, NOBODY, OVERLAP, partners
from core.review.evaluation.mistakes import LEAST_PIXELS, Corners, corners

WELL_PLACED = 0.7
"""From this IoU on nobody would call a box badly placed."""


class Doubt(StrEnum):
    """What is probably wrong."""

    OVERLOOKED = "overlooked"
    SWAPPED = "swapped"
    BADLY_PLACED = "badly placed"
    TAG = "tag"
    REGION = "region"


@dataclass(frozen=True, kw_only=True)
class LabelError:
    """A probable error in an annotation. ``doubt`` runs from 0 to 1, the surest error.

    ``label`` is what is said, ``model_label`` what the model says; None for nothing. ``place`` is the object's place
    in its annotation, ``box`` its box and ``model_box`` the model's, x0, y0, x1, y1 in pixels.
    """

    kind: Doubt
    image: str
    label: int | None
    model_label: int | None
    place: int | None = None
    box: Corners | None = None
    model_box: Corners | None = None
    doubt: float


def label_errors_of(cases: Sequence[Case], labels: int) -> list[LabelError]:
    """Return the probable errors among objects, the surest first.

    Overlooked: the model is sure of a thing that overlaps nothing that is there; the doubt is its score. Swapped: it is
    sure of another label on an object that it does not see as what is said; the doubt is its score, times the IoU,
    times what the label that is said lacks of score 1. Badly placed: it is sure of the label, but its box has an IoU
    from 0.1 to 0.7 with the one that was drawn; the doubt is its score times what the IoU lacks of 1.
    """
    sure = usual_scores(cases, labels)
    made: list[LabelError] = []
    for case in cases:
        own = partners(case, NEAR)
        for place in np.flatnonzero(case.found.scores >= sure[case.found.labels]):
            error = _error(case, int(place), int(own[place]))
            if error is not None:
                made.append(error)
    return _surest_first(made)


def usual_scores(cases: Sequence[Case], labels: int) -> NDArray[np.float64]:
    """Return (labels,): the mean score of what is right by label; above 1, never reached, where nothing is."""
    sums, counts = np.zeros(labels), np.zeros(labels)
    for case in cases:
        own = partners(case)
        right = (own != NOBODY) & (case.found.scores >= 0.1)
        np.add.at(sums, case.found.labels[right], case.found.scores[right])
        np.add.at(counts, case.found.labels[right], 1)
    means: NDArray[np.float64] = np.divide(sums, counts, out=np.full(labels, 2.0), where=counts > 0)
    return means


def tag_errors(cases: Sequence[TagCase], *, exclusive: bool) -> list[LabelError]:
    """Return the tags that are probably wrong, the surest first.

    Where tags are ``exclusive``: of the tags whose usual score the image reaches, the best is another than the one it
    has; the doubt is the difference of their scores. Otherwise each tag is asked for by itself: the model is surer that
    it is missing (or there) than it usually is where that is so; the doubt is that certainty.
    """
    if not cases:
        return []
    scores = np.stack([case.scores for case in cases]).astype(np.float64)
    there = np.stack([case.there for case in cases])
    with_it = _means(scores, there)
    made: list[LabelError] = []
    if exclusive:
        rivals = np.where(scores >= with_it, scores, -1.0)
        for row, case in enumerate(cases):
            said, best = int(there[row].argmax()), int(rivals[row].argmax())
            if there[row].any() and rivals[row, best] >= 0 and best != said and scores[row, best] > scores[row, said]:
                doubt = float(scores[row, best] - scores[row, said])
                made.append(_tag_error(case, said, best, doubt))
        return _surest_first(made)
    without_it = _means(1 - scores, ~there)
    for row, label in np.argwhere(~there & (scores >= np.maximum(with_it, 0.5))):
        made.append(_tag_error(cases[row], None, int(label), float(scores[row, label])))
    for row, label in np.argwhere(there & (1 - scores >= np.maximum(without_it, 0.5))):
        made.append(_tag_error(cases[row], int(label), None, float(1 - scores[row, label])))
    return _surest_first(made)


def map_errors(cases: Sequence[MapCase]) -> list[LabelError]:
    """Return the wrong regions of which the model is surer than it is of its pixels as a rule, the surest first.

    The doubt is its mean score there. Regions of fewer than ``LEAST_PIXELS`` are seams, not errors.
    """
    total = np.sum([case.confidence for case in cases], axis=0).sum(axis=0) if cases else np.zeros(3)
    usual = total[1] / total[0] if total[0] else 2.0
    made = [
        LabelError(
            kind=Doubt.REGION,
            image=case.image,
            label=region.there - 1 if region.there else None,
            model_label=region.found - 1 if region.found else None,
            box=region.box if region.there else None,
            model_box=region.box,
            doubt=region.score,
        )
        for case in cases
        for region in case.regions
        if region.score >= usual and region.pixels >= LEAST_PIXELS
    ]
    return _surest_first(made)


def _error(case: Case, place: int, own: int) -> LabelError | None:
    """Return what the thing at ``place``, of which the model is sure, says against the annotation."""
    score, overlaps = float(case.found.scores[place]), case.overlaps[place]
    if own != NOBODY:
        if case.there.ignored[own] or overlaps[own] >= WELL_PLACED:
            return None
        return _against(case, place, own, Doubt.BADLY_PLACED, score * (1 - float(overlaps[own])))
    nearest = int(overlaps.argmax()) if overlaps.size else NOBODY
    if nearest == NOBODY or overlaps[nearest] < NEAR:
        return _against(case, place, None, Doubt.OVERLOOKED, score)
    if overlaps[nearest] < OVERLAP or case.there.labels[nearest] == case.found.labels[place]:
        return None
    alike = (case.found.labels == case.there.labels[nearest]) & (case.overlaps[:, nearest] >= OVERLAP)
    as_said = float(case.found.scores[alike].max(initial=0.0))
    return _against(case, place, nearest, Doubt.SWAPPED, score * float(overlaps[nearest]) * (1 - as_said))


def _against(case: Case, found: int, there: int | None, kind: Doubt, doubt: float) -> LabelError:
    return LabelError(
        kind=kind,
        image=case.image,
        label=None if there is None else int(case.there.labels[there]),
        model_label=int(case.found.labels[found]),
        place=None if there is None else int(case.places[there]),
        box=None if there is None else corners(case.there.boxes[there]),
        model_box=corners(case.found.boxes[found]),
        doubt=doubt,
    )


def _tag_error(case: TagCase, said: int | None, model: int | None, doubt: float) -> LabelError:
    return LabelError(kind=Doubt.TAG, image=case.image, label=said, model_label=model, doubt=doubt)


def _means(values: NDArray[np.float64], which: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the mean of the chosen values by column, 2 where there is none."""
    counts = which.sum(axis=0)
    sums, means = (values * which).sum(axis=0), np.full(len(counts), 2.0)
    np.divide(sums, counts, out=means, where=counts > 0)
    return means


def _surest_first(made: list[LabelError]) -> list[LabelError]:
    return sorted(made, key=lambda error: -error.doubt)
