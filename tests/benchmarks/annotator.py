"""A simulated careful annotator, whose actions are counted; the truth is what they see when they look at an image.

What one does costs: an object drawn by hand 2 actions, a badly placed one moved 2, a right one accepted 1, a suggestion
rejected 1, an accept-all 1, be it of all that is shown on an image or of all that a version found on the images of the
round. A right one that lies below the threshold and is picked there costs 1 as well, for that is accepting a right one:
one click, with the key held that shows under the mouse what the model saw. Looking costs nothing here either, and the
mouse has to go to a thing that is drawn by hand, too.

A round begins with one accept-all of what scores the threshold or more on its images (page Review). Then the annotator
looks at each image and, with what is accepted and what is still suggested shown above the picture,

1. pairs both with the things that they see: one is RIGHT where it has the label of a thing and lies within IoU 0.75 of
   it; it is BADLY PLACED where it has the label and an IoU of 0.25 or more, so that dragging its edges is no more work
   than drawing; all others are WRONG, a second one on the same thing too;
2. accepts what is right among the suggestions: one by one, or with one accept-all where two or more are right, after
   which what was wrong is deleted (which costs what rejecting does) and what was badly placed is moved;
3. moves the badly placed, deletes or rejects the wrong;
4. points at what is missing, with the key held: where that shows a suggestion below the threshold that is RIGHT, it is
   picked, else the thing is drawn. What shows is what the window shows there (core.review.hidden): the best one that
   covers the thing's centre, be it right or not; another one further down cannot be had.

Nothing that is shown is left open and nothing is left wrong. The slider of the threshold stands where the one before
left it; the annotator moves it down where they see that what it brings saves more than it costs: 2 actions, like any
other drag (the issue does not price it; without a price it would be no honest help). The threshold of a round is the
one that would have cost least on the images that were kept from the version's training to measure it. The annotator
knows the truth of the image in front of them and of those done before, and of no other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from core import boxes
from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.acceptance import accept
from core.review.hidden import hidden_at
from core.review.store import Judgement, Verdict
from core.voc.annotation import Annotation, VocObject

DRAW, MOVE, ACCEPT, REJECT, ACCEPT_ALL, SLIDE = 2, 2, 1, 1, 1, 2
RIGHT_IOU = 0.75
MOVABLE_IOU = 0.25
THRESHOLDS = tuple(float(value) for value in np.round(np.arange(0.1, 0.96, 0.05), 2))
"""Where the slider may stand; the last one hides nearly all."""


@dataclass(frozen=True)
class Labour:
    """What was done: how many objects were accepted as they are, moved, drawn, and how many suggestions rejected."""

    right: int = 0
    moved: int = 0
    drawn: int = 0
    rejected: int = 0
    accepts: int = 0
    """What accepting the right ones cost: 1 for each time that all were accepted at once."""
    slides: int = 0
    """How often the threshold's slider was moved."""
    picked: int = 0
    """How many of what is below the threshold were accepted, one by one, in the place of drawing the thing."""

    @property
    def actions(self) -> int:
        """What it cost."""
        by_hand = MOVE * self.moved + DRAW * self.drawn + SLIDE * self.slides
        return self.accepts + ACCEPT * self.picked + REJECT * self.rejected + by_hand

    @property
    def by_hand(self) -> int:
        """What drawing all of it would have cost."""
        return DRAW * (self.right + self.moved + self.drawn + self.picked)

    def __add__(self, other: "Labour") -> "Labour":
        return Labour(**{name: value + vars(other)[name] for name, value in vars(self).items()})


@dataclass(frozen=True)
class Labelled:
    """An image as the annotator leaves it, what it cost, and the verdict on each suggestion that was shown."""

    annotation: Annotation
    labour: Labour
    verdicts: Mapping[int, Judgement]


def label(
    truth: Annotation,
    blank: Annotation,
    shown: Sequence[Suggestion],
    hidden: Sequence[Suggestion] = (),
    accepted: float = np.inf,
) -> Labelled:
    """Return what becomes of the ``blank`` annotation; ``shown`` are the suggestions above their thresholds.

    Those that score ``accepted`` or more are accepted already, with those of the other images. Those that are
    ``hidden`` below the thresholds are left open but for those that are picked.
    """
    ghosts = [one for one in shown if accept(blank, [one]).objects]  # as they lie on whole pixels within the image
    placed = [accept(blank, [one]).objects[0] for one in ghosts]
    owner, overlap = pair(placed, truth.objects)
    right = [place for place, thing in owner.items() if overlap[place] >= RIGHT_IOU]
    moved = [place for place in owner if place not in right]
    taken = set(owner.values())
    judged = [*(placed[place] for place in right), *(truth.objects[owner[place]] for place in moved)]
    missing = [thing for number, thing in enumerate(truth.objects) if number not in taken]
    objects, picked = pick(blank.with_objects(tuple(judged)), missing, hidden)
    labour = Labour(
        right=len(right),
        moved=len(moved),
        drawn=len(missing) - len(picked),
        picked=len(picked),
        rejected=len(shown) - len(owner),
        accepts=min(sum(ghosts[place].score < accepted for place in right) * ACCEPT, ACCEPT_ALL),
    )
    verdicts: dict[int, Judgement] = {}
    for place, one in enumerate(ghosts):
        iou = overlap.get(place)
        kind = Verdict.REJECTED if iou is None else Verdict.ACCEPTED if iou >= RIGHT_IOU else Verdict.CORRECTED
        verdicts[_id(one)] = Judgement(verdict=kind, iou=iou if kind is Verdict.CORRECTED else None)
    verdicts |= {_id(one): Judgement(verdict=Verdict.REJECTED) for one in shown if one not in ghosts}
    verdicts |= {_id(one): Judgement(verdict=Verdict.ACCEPTED) for one in picked}
    clean = tuple(VocObject(label=thing.label, shape=thing.shape) for thing in objects)
    return Labelled(replace(blank, objects=clean, verified=True), labour, verdicts)


def pick(
    annotation: Annotation, missing: Sequence[VocObject], hidden: Sequence[Suggestion]
) -> tuple[list[VocObject], list[Suggestion]]:
    """Return all objects once what is ``missing`` was picked from what is ``hidden``, or else drawn; and the picked."""
    left, picked = list(hidden), []
    for thing in missing:
        bounds = thing.shape.bounds
        centre = ((bounds.x0 + bounds.x1) / 2, (bounds.y0 + bounds.y1) / 2)
        found = hidden_at(annotation, left, np.inf, centre)
        taken = accept(annotation, [found]) if found is not None else annotation
        if found is not None and overlaps(taken.objects[-1:], [thing])[0, 0] >= RIGHT_IOU:
            left.remove(found)
            picked.append(found)
            annotation = taken
        else:
            annotation = annotation.with_objects((*annotation.objects, thing))
    return list(annotation.objects), picked


def pair(placed: Sequence[VocObject], things: Sequence[VocObject]) -> tuple[dict[int, int], dict[int, float]]:
    """Return which suggestion stands for which thing, so that as many as can be are right; and how well they lie."""
    table = overlaps(placed, things)
    worth = np.where(table >= RIGHT_IOU, 2.0, 0.0) + np.where(table >= MOVABLE_IOU, 1.0 + table, 0.0)
    pairs = [(int(row), int(column)) for row, column in zip(*linear_sum_assignment(-worth), strict=True)
             if table[row, column] >= MOVABLE_IOU]  # fmt: skip
    return dict(pairs), {row: float(table[row, column]) for row, column in pairs}


def overlaps(ours: Sequence[VocObject], theirs: Sequence[VocObject]) -> NDArray[np.float64]:
    """Return the IoU (n, m) of the bounds of each with each; 0 where their labels differ."""
    one, other = (
        np.array([_corners(thing.shape.bounds) for thing in things], float).reshape(-1, 4) for things in (ours, theirs)
    )
    iou = boxes.overlaps(one, other)
    same = np.array([[a.label == b.label for b in theirs] for a in ours], bool).reshape(iou.shape)
    return np.where(same, iou, 0.0)


def shown(suggestions: Iterable[Suggestion], threshold: float) -> list[Suggestion]:
    """Return the suggestions that the threshold lets through."""
    return [one for one in suggestions if one.score >= threshold]


def at_threshold(
    truth: Annotation,
    blank: Annotation,
    suggestions: Sequence[Suggestion],
    threshold: float,
    accepted: float = np.inf,
) -> Labelled:
    """Return the image as it is left where the slider stands at ``threshold``; see :func:`label` for ``accepted``."""
    least = min(threshold, accepted)
    below = [one for one in suggestions if one.score < least]
    return label(truth, blank, shown(suggestions, least), below, accepted)


def work_through(
    truth: Annotation,
    blank: Annotation,
    suggestions: Sequence[Suggestion],
    threshold: float,
    accepted: float = np.inf,
) -> tuple[Labelled, float]:
    """Return the image as it is left, and where the threshold's slider is left: it is moved where that pays.

    Above what was ``accepted`` already it would hide nothing.
    """
    best, kept = at_threshold(truth, blank, suggestions, threshold, accepted), threshold
    for other in (one for one in THRESHOLDS if one <= accepted):
        tried = at_threshold(truth, blank, suggestions, other, accepted)
        tried = replace(tried, labour=replace(tried.labour, slides=1))
        if tried.labour.actions < best.labour.actions:
            best, kept = tried, other
    return best, kept


def best_threshold(done: Sequence[tuple[Annotation, Annotation, Sequence[Suggestion]]]) -> float:
    """Return the threshold from which accepting all would have cost least on images whose truth is known.

    ``done`` holds of each image its truth, its annotation before and all that the model suggests; 0.5 without images.
    """
    if not done:
        return 0.5
    costs = [sum(at_threshold(*one, threshold, threshold).labour.actions for one in done) for threshold in THRESHOLDS]
    return THRESHOLDS[int(np.argmin(costs))]


def faults(annotation: Annotation, truth: Annotation) -> tuple[int, int, float]:
    """Return how many things of the truth lie within IoU 0.75 of their own object, how many there are, the mean IoU.

    An object too much counts as a thing that is not right.
    """
    _, overlap = pair(annotation.objects, truth.objects)
    right = sum(iou >= RIGHT_IOU for iou in overlap.values())
    return right, max(len(annotation.objects), len(truth.objects)), float(np.mean([*overlap.values()] or [0.0]))


def _corners(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1


def _id(suggestion: Suggestion) -> int:
    assert suggestion.id is not None
    return suggestion.id
