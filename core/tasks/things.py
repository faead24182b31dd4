"""What detection and instances share: objects with a box each, their truth and the selection of the best."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.boxes import areas, overlaps
from core.metrics import Found, Truth
from core.tasks.choice import OVERLAP, Choice
from core.tasks.fitting import Fitting
from core.voc.annotation import Annotation, VocObject

CANDIDATES = 1000
"""The best places of each image that are looked at; a place below them is never what a person would want to see."""
KEPT = 300
ALIKE = 0.7
"""Boxes of one kind that overlap by this (IoU) or more say where one and the same thing is.

Measured on two models of blood cells: the mean average precision rises by 0.011 and 0.020, mAP50 stays.
"""
UNSCALED = np.ones(4, np.float32)

Boxes = NDArray[np.float32]
Scores = NDArray[np.float32]
Labels = NDArray[np.int64]


def countable(annotation: Annotation, labels: Sequence[str]) -> list[VocObject]:
    """Return the objects of these labels whose bounds have an area."""
    known = set(labels)
    return [thing for thing in annotation.objects if thing.label in known and thing.shape.bounds.area > 0]


def truth_of(annotation: Annotation, labels: Sequence[str]) -> Truth:
    """Return the bounds of the annotation's objects as arrays, whatever their shape; ignored are the difficult ones.

    Left out are objects whose label is not among ``labels``, and points and others whose bounds have no area.
    """
    known = {label: number for number, label in enumerate(labels)}
    objects = countable(annotation, labels)
    boxes = [(b.x0, b.y0, b.x1, b.y1) for b in (thing.shape.bounds for thing in objects)]
    return Truth(
        boxes=np.array(boxes, dtype=np.float32).reshape(-1, 4),
        labels=np.array([known[thing.label] for thing in objects], dtype=np.int64),
        ignored=np.array([thing.difficult for thing in objects], dtype=bool),
    )


def boxes_in(
    truth: Truth, fitting: Fitting, shape: tuple[int, int], keep: float = 0.4
) -> tuple[Boxes, NDArray[np.bool_]]:
    """Return the boxes in pixels of the part resized to ``shape`` (rows, columns), and which objects are in it.

    One of which no more than ``keep`` lies inside is left out; the boxes are cut at the part's border.
    """
    width, height = fitting.size
    limit = np.array([width, height] * 2, np.float32)
    moved = truth.boxes - fitting.offset
    inside = np.clip(moved, 0, limit)
    kept = areas(inside) > np.maximum(areas(moved) * (keep if fitting.size != fitting.image_size else 0.0), 0.0)
    scale = np.array([shape[1] / width, shape[0] / height] * 2, np.float32)
    return inside[kept] * scale, kept


def select(
    scores: Scores, boxes: Boxes, size: tuple[int, ...], choice: Choice | float, scale: NDArray[np.float32] = UNSCALED
) -> Found:
    """Return the best boxes of one picture, the best score first, each where all that say it have it on average.

    See :func:`best_places`. A box is the mean, weighted by score, of those of its kind that overlap it by ALIKE or more
    (box voting: Gidaris and Komodakis, ICCV 2015): places beside each other err apart.
    """
    seen = _candidates(scores, boxes, size, Choice.of(choice), scale)
    found = seen.found()
    common = overlaps(found.boxes, seen.boxes)
    common[np.arange(len(seen.kept)), seen.kept] = 1  # also of a box too small to have an area
    weights = np.where((common >= ALIKE) & (seen.kinds[seen.kept, None] == seen.kinds), seen.scores, np.float32(0))
    means = weights @ seen.boxes / np.maximum(weights.sum(axis=1, keepdims=True), np.float32(1e-9))
    return Found(boxes=means.astype(np.float32), scores=found.scores, labels=found.labels)


def best_places(
    scores: Scores, boxes: Boxes, size: tuple[int, ...], choice: Choice | float, scale: NDArray[np.float32] = UNSCALED
) -> tuple[Found, NDArray[np.int64]]:
    """Return the best boxes of one picture, cut at its border, the best score first, and the rows they come from.

    ``scores`` (A, C) and ``boxes`` (A, 4) are the network's; the boxes divided by ``scale`` (4,) are in pixels of the
    picture, whose ``size`` is (height, width). Non-maximum suppression goes as the ``choice`` says; usually label by
    label, so that one place may hold two labels. A number is the least score of the usual choice.
    """
    seen = _candidates(scores, boxes, size, Choice.of(choice), scale)
    return seen.found(), seen.places[seen.kept].astype(np.int64)


@dataclass(frozen=True)
class _Candidates:
    """What scores enough, the best first: boxes, scores, labels and kinds, rows of the network, and which are kept."""

    boxes: Boxes
    scores: Scores
    labels: Labels
    kinds: Labels
    places: Labels
    kept: Labels

    def found(self) -> Found:
        """Return those that are kept."""
        return Found(boxes=self.boxes[self.kept], scores=self.scores[self.kept], labels=self.labels[self.kept])


def _candidates(
    scores: Scores, boxes: Boxes, size: tuple[int, ...], choice: Choice, scale: NDArray[np.float32]
) -> _Candidates:
    # Flat, since the place of a few among thousands is found many times quicker in one row.
    places, labels = np.divmod(np.flatnonzero(scores >= choice.min_score), scores.shape[1])
    values = scores[places, labels]
    best = np.argsort(-values, kind="stable")[:CANDIDATES]
    places, labels, values = places[best], labels[best], values[best]
    limit = np.array([size[1], size[0]] * 2, np.float32)
    corners = np.clip(boxes[places] / scale, 0, limit)
    real = ((corners[:, 2:] - corners[:, :2]) > 0).all(axis=1)
    places, corners, labels, values = places[real], corners[real], labels[real].astype(np.int64), values[real]
    kinds = choice.kinds(labels)
    return _Candidates(corners, values, labels, kinds, places, suppress(corners, values, kinds, choice.overlap)[:KEPT])


def suppress(boxes: Boxes, scores: Scores, kinds: Labels, overlap: float = OVERLAP) -> NDArray[np.int64]:
    """Return which of the boxes (n, 4), sorted by falling score, have no better one of their kind over them.

    Over it is what overlaps it by more than ``overlap`` (IoU).
    """
    if len(boxes) == 0:
        return np.zeros(0, np.int64)
    left_top_size = np.concatenate([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]], axis=1).astype(float)
    # OpenCV's type hints speak of lists; arrays are taken as well, and without a copy.
    kept = cv2.dnn.NMSBoxesBatched(left_top_size, scores, kinds.astype(np.int32), 0.0, overlap)  # type: ignore[arg-type]
    return np.sort(np.asarray(kept, np.int64).reshape(-1))


def unlike(ours: Found, theirs: tuple[Scores, Boxes], *, box_px: float, score: float) -> str | None:
    """Return in words what of ``ours`` has no like among the scores (A, C) and boxes (A, 4) of ``theirs``."""
    for box, own, label in zip(ours.boxes, ours.scores, ours.labels, strict=True):
        near = np.abs(theirs[1] - box).max(axis=1) <= box_px
        alike = np.abs(theirs[0][:, label] - own) <= score
        if not (near & alike).any():
            return f"a box at {box.round().astype(int).tolist()} with score {own:.2f} has no like"
    return None
