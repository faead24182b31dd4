"""Anchor sizes from the dataset's own boxes, so that a network begins with guesses that fit what it will look for.

k-means on widths and heights where near means a large overlap, as YOLOv2 has it (Redmon & Farhadi, "YOLO9000: Better,
Faster, Stronger", CVPR 2017, section 2). A plain distance would let the large boxes decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Sizes = NDArray[np.float64]

SAMPLE = 10_000
"""At most so many boxes are looked at, evenly taken by their area: more change nothing that can be measured."""
_ROUNDS = 100
_LEAST_SIDE = 1.0


@dataclass(frozen=True)
class FittedAnchors:
    """Anchors (width, height) in pixels of the network's input, the smallest area first.

    ``mean_iou`` is how well, from 0 to 1, a box is covered by the anchor that fits it best, both laid on one middle.
    """

    sizes: tuple[tuple[float, float], ...]
    mean_iou: float


def fit_anchors(sizes: Sequence[tuple[float, float]] | Sizes, count: int = 9) -> FittedAnchors:
    """Return ``count`` anchors for boxes of these widths and heights (n, 2) in pixels of the input.

    The same boxes give the same anchors. Where there are fewer different boxes than anchors, some anchors are alike, so
    that a network gets as many as it asks for. Boxes without an extent are left out.

    Raises:
        ValueError: ``count`` is below 1, or there is no box with an extent.
    """
    boxes = _sampled(np.asarray(sizes, np.float64).reshape(-1, 2))
    if count < 1 or not len(boxes):
        raise ValueError(f"{count} anchors cannot be fitted to {len(boxes)} boxes.")
    anchors = _begin(boxes, count)
    nearest = np.full(len(boxes), -1)
    for _ in range(_ROUNDS):
        overlap = overlaps(boxes, anchors)
        closest = overlap.argmax(axis=1)
        if np.array_equal(closest, nearest):
            break
        nearest = closest
        anchors = _middles(boxes, nearest, anchors)
    anchors = anchors[np.lexsort((anchors[:, 0], anchors.prod(axis=1)))]
    chosen = tuple((round(float(width), 2), round(float(height), 2)) for width, height in anchors)
    return FittedAnchors(chosen, mean_overlap(boxes, np.asarray(chosen)))


def mean_overlap(sizes: Sizes, anchors: Sizes) -> float:
    """Return how well boxes (n, 2) are covered by the anchor (k, 2) that fits each best, on average from 0 to 1."""
    return float(overlaps(sizes, anchors).max(axis=1).mean())


def overlaps(sizes: Sizes, anchors: Sizes) -> Sizes:
    """Return the intersection over union (n, k) of boxes (n, 2) and anchors (k, 2) that share their middle."""
    common = np.minimum(sizes[:, None], anchors[None]).prod(axis=2)
    union = sizes.prod(axis=1)[:, None] + anchors.prod(axis=1)[None] - common
    return np.asarray(common / union, np.float64)


def _sampled(boxes: Sizes) -> Sizes:
    """Return the boxes with an extent in the order of their area, some left out evenly where they are very many."""
    boxes = np.maximum(boxes[(boxes > 0).all(axis=1)], _LEAST_SIDE)
    boxes = boxes[np.lexsort((boxes[:, 0], boxes.prod(axis=1)))]
    return boxes[:: -(-len(boxes) // SAMPLE) or 1]


def _begin(boxes: Sizes, count: int) -> Sizes:
    """Return boxes to begin with: the middle one, then again and again the one that is covered worst so far."""
    anchors = boxes[[len(boxes) // 2]]
    while len(anchors) < count:
        worst = overlaps(boxes, anchors).max(axis=1).argmin()
        anchors = np.concatenate([anchors, boxes[[worst]]])
    return anchors


def _middles(boxes: Sizes, nearest: NDArray[np.intp], anchors: Sizes) -> Sizes:
    """Return each anchor moved to the median of its boxes, which no single huge one draws away; or left where it is."""
    moved = anchors.copy()
    for number in range(len(anchors)):
        own = boxes[nearest == number]
        if len(own):
            moved[number] = np.median(own, axis=0)
    return moved
