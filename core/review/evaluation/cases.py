"""One image as a model is judged by it: what is there, what was found, and how much each overlaps each."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.geometry import Mask
from core.metrics import Found, Truth

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
CONFIDENCE_BINS = 10


@dataclass(frozen=True, kw_only=True)
class Case:
    """An image with objects, of detection or of instances.

    ``size`` is (width, height), ``there`` and ``found`` are in its pixels. ``places`` int64 (n,) are the places of the
    objects there among those of the annotation. ``overlaps`` float32 (m, n) is the IoU of each thing found with each
    object there: of their boxes, or of their masks where they have any.
    """

    image: str
    size: tuple[int, int]
    there: Truth
    found: Found
    places: Numbers
    overlaps: Floats


@dataclass(frozen=True, kw_only=True)
class TagCase:
    """An image with tags: ``there`` bool (C,) says which it has, ``scores`` float32 (C,) what the model thinks."""

    image: str
    there: NDArray[np.bool_]
    scores: Floats


@dataclass(frozen=True, kw_only=True)
class Region:
    """Pixels of one image that hang together and are taken for something else.

    ``there`` and ``found`` are classes, 0 for background. ``box`` are x0, y0, x1, y1 in pixels, ``pixels`` how many
    there are, ``score`` how sure the model is of them on average.
    """

    there: int
    found: int
    box: tuple[float, float, float, float]
    pixels: int
    score: float


@dataclass(frozen=True, kw_only=True)
class MapCase:
    """An image of classes by pixel: 0 is background, 1 the first label.

    ``counts`` int64 (C + 1, C + 1) are the pixels by what is there (rows) and what was found. ``confidence`` float64
    (bins, 3) are, by how sure the model is, its pixels, the sum of their scores, and those that are right. ``regions``
    are the largest wrong ones, one of each pair of classes.
    """

    image: str
    counts: Numbers
    confidence: NDArray[np.float64]
    regions: tuple[Region, ...]


AnyCase = Case | TagCase | MapCase


def mask_overlaps(ours: tuple[Mask, ...], theirs: tuple[Mask, ...]) -> Floats:
    """Return the IoU (m, n) of masks by their pixels; only those whose boxes meet are looked at."""
    overlaps = np.zeros((len(ours), len(theirs)), np.float32)
    for row, one in enumerate(ours):
        for column, other in enumerate(theirs):
            if one.bounds.intersection(other.bounds).area > 0:
                common = one.spans.common(other.spans).area
                overlaps[row, column] = common / (one.area + other.area - common)
    return overlaps


def map_case(
    image: str, there: NDArray[np.uint8], found: NDArray[np.uint8], scores: Floats, labels: int, void: int = 255
) -> MapCase:
    """Return the case of maps (h, w) of one size; pixels that are ``void`` there count nowhere.

    ``scores`` (h, w) say how sure the model is of what it found, ``labels`` how many labels there are.
    """
    known = there != void
    classes = labels + 1
    pairs = there[known].astype(np.int64) * classes + found[known]
    counts = np.bincount(pairs, minlength=classes**2).reshape(classes, classes)
    confidence = binned(scores[known], there[known] == found[known])
    return MapCase(image=image, counts=counts, confidence=confidence, regions=_regions(there, found, scores, counts))


def binned(scores: Floats, right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return (bins, 3): by score in equal steps, how many, the sum of their scores, and how many are right."""
    bins = np.minimum((scores * CONFIDENCE_BINS).astype(np.int64), CONFIDENCE_BINS - 1)
    columns = (None, scores.astype(np.float64), right.astype(np.float64))
    return np.stack([np.bincount(bins, weight, minlength=CONFIDENCE_BINS) for weight in columns], axis=1).astype(float)


def _regions(there: NDArray[np.uint8], found: NDArray[np.uint8], scores: Floats, counts: Numbers) -> tuple[Region, ...]:
    """Return the largest wrong region of each pair of classes that is confused somewhere."""
    import cv2  # its import would delay whoever only reads results

    regions = []
    for row, column in np.argwhere(counts - np.diag(np.diag(counts))):
        wrong = ((there == row) & (found == column)).astype(np.uint8)
        _, pieces, figures, _ = cv2.connectedComponentsWithStats(wrong, connectivity=8)
        largest = 1 + int(figures[1:, cv2.CC_STAT_AREA].argmax())
        x, y, width, height, pixels = (int(value) for value in figures[largest])
        score = float(scores[pieces == largest].mean())
        box = (float(x), float(y), float(x + width), float(y + height))
        regions.append(Region(there=int(row), found=int(column), box=box, pixels=pixels, score=score))
    return tuple(regions)
