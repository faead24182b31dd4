"""What the model gets wrong, the worst first."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from core.review.evaluation.cases import Case, MapCase, Region, TagCase
from core.review.evaluation.confusion import Cell, cells_of, tag_cells
from core.review.evaluation.matching import NEAR, Judged, Kind, Outcome

Corners = tuple[float, float, float, float]
LEAST_PIXELS = 9
"""A region of fewer pixels is a seam between two classes."""


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One thing that is wrong in one image.

    ``label`` is the label there and ``found_label`` the one that was found, as places in the list of labels; None for
    nothing. ``place`` is the object's place in its annotation. ``box`` and ``found_box`` are x0, y0, x1, y1 in pixels,
    None where there is none (tags have neither). ``overlap`` is their IoU, for pixels the share of the image's objects
    that is wrong. ``badness`` runs from 0 to 1, the worst.
    """

    kind: Kind
    image: str
    label: int | None
    found_label: int | None
    place: int | None = None
    box: Corners | None = None
    found_box: Corners | None = None
    overlap: float = 0.0
    score: float | None = None
    badness: float


def mistakes_of(judged: Iterable[Judged]) -> list[Mistake]:
    """Return all mistakes among what became of everything, the worst first.

    How bad one is: a false one and a wrong label as much as the model was sure of it; a badly placed one so, times
    what its box lacks of IoU 1; a double half as much; a missed object as much as the model is from seeing it: 1 less
    the best score of its label near it, which may lie below the threshold.
    """
    made = [_mistake(case, outcome) for case, outcome in judged if outcome.kind not in (Kind.HIT, Kind.IGNORED)]
    return _worst_first(made)


def tag_mistakes(cases: Iterable[TagCase], labels: int, threshold: float, *, exclusive: bool) -> list[Mistake]:
    """Return the tags that are missed, false, or taken for another, the worst first."""
    made = []
    for case in cases:
        for there, seen in tag_cells(case, labels, threshold, exclusive=exclusive):
            if there != seen:
                made.append(_tag_mistake(case, there, seen, labels))
    return _worst_first(made)


def tags_in_cell(
    cases: Iterable[TagCase], cell: Cell, labels: int, threshold: float, *, exclusive: bool
) -> list[Mistake]:
    """Return the images that count in a cell of the confusion, the worst first."""
    made = [
        _tag_mistake(case, *cell, labels)
        for case in cases
        if cell in tag_cells(case, labels, threshold, exclusive=exclusive)
    ]
    return _worst_first(made)


def map_mistakes(cases: Iterable[MapCase]) -> list[Mistake]:
    """Return the largest wrong region of each pair of classes in each image, the image's worst share first.

    Seams, of fewer than ``LEAST_PIXELS`` pixels, are no mistakes that anybody wants to look at.
    """
    regions = ((case, region) for case in cases for region in case.regions if region.pixels >= LEAST_PIXELS)
    return _worst_first([_region_mistake(case, region) for case, region in regions])


def maps_in_cell(cases: Iterable[MapCase], cell: Cell, labels: int) -> list[Mistake]:
    """Return the wrong region of a cell in each image, the worst first; where it is right, the images alone."""
    there, seen = ((number + 1) % (labels + 1) for number in cell)  # in a map the background comes first
    if there != seen:
        pair = (there, seen)
        return _worst_first([
            _region_mistake(case, region) for case in cases for region in case.regions
            if (region.there, region.found) == pair
        ])  # fmt: skip
    label = there - 1 if there else None
    return [
        Mistake(kind=Kind.HIT, image=case.image, label=label, found_label=label, badness=0.0)
        for case in cases
        if case.counts[there, there]
    ]


def _region_mistake(case: MapCase, region: Region) -> Mistake:
    share = region.pixels / int(case.counts.sum() - case.counts[0, 0])
    label, found_label = (number - 1 if number else None for number in (region.there, region.found))
    return Mistake(
        kind=_kind(label, found_label),
        image=case.image,
        label=label,
        found_label=found_label,
        box=region.box if region.there else None,
        found_box=region.box if region.found else None,
        overlap=share,
        score=region.score,
        badness=share,
    )


def in_cell(judged: Iterable[Judged], cell: Cell, labels: int) -> list[Mistake]:
    """Return all that counts in a cell of the confusion, the worst first; hits are among them, with no badness."""
    made = [_mistake(case, outcome) for case, outcome in judged if cell in cells_of(case, outcome, labels)]
    return _worst_first(made)


def corners(row: np.ndarray[tuple[int], np.dtype[np.float32]]) -> Corners:
    """Return a row of boxes as plain numbers."""
    x0, y0, x1, y1 = (float(value) for value in row)
    return x0, y0, x1, y1


def _mistake(case: Case, outcome: Outcome) -> Mistake:
    there, found = outcome.there, outcome.found
    return Mistake(
        kind=outcome.kind,
        image=case.image,
        label=None if there is None else int(case.there.labels[there]),
        found_label=None if found is None else int(case.found.labels[found]),
        place=None if there is None else int(case.places[there]),
        box=None if there is None else corners(case.there.boxes[there]),
        found_box=None if found is None else corners(case.found.boxes[found]),
        overlap=outcome.overlap,
        score=None if found is None else float(case.found.scores[found]),
        badness=_badness(case, outcome),
    )


def _badness(case: Case, outcome: Outcome) -> float:
    if outcome.found is None:
        near = (case.overlaps[:, outcome.there] >= NEAR) & (case.found.labels == case.there.labels[outcome.there])
        return 1.0 - float(case.found.scores[near].max(initial=0.0))
    score = float(case.found.scores[outcome.found])
    weights = {Kind.BADLY_PLACED: 1.0 - outcome.overlap, Kind.DOUBLE: 0.5, Kind.HIT: 0.0}
    return score * weights.get(outcome.kind, 1.0)


def _tag_mistake(case: TagCase, there: int, seen: int, labels: int) -> Mistake:
    """Return what counts in the cell (there, seen), where ``labels`` stands for nothing."""
    label, found_label = (None if number == labels else number for number in (there, seen))
    score = float(case.scores[there if found_label is None else seen])
    kind = _kind(label, found_label)
    badness = {Kind.HIT: 0.0, Kind.MISSED: 1.0 - score}.get(kind, score)
    return Mistake(kind=kind, image=case.image, label=label, found_label=found_label, score=score, badness=badness)


def _kind(there: int | None, seen: int | None) -> Kind:
    if there == seen:
        return Kind.HIT
    if there is None:
        return Kind.FALSE
    return Kind.MISSED if seen is None else Kind.WRONG_LABEL


def _worst_first(made: list[Mistake]) -> list[Mistake]:
    return sorted(made, key=lambda mistake: -mistake.badness)
