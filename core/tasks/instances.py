"""Instance segmentation: where which objects are, each with its own pixels."""

from collections.abc import Iterable, Sequence
from math import ceil, floor

import cv2
import numpy as np
from numpy.typing import NDArray

from core.geometry import Box, Mask, Shape
from core.metrics import Found, Metrics, Truth, detection_metrics
from core.tasks.choice import Choice
from core.tasks.detection import Detection
from core.tasks.fitting import Fitting
from core.tasks.target import Crop, Target
from core.tasks.task import Outputs
from core.tasks.things import best_places, boxes_in, countable, truth_of
from core.voc.annotation import Annotation, VocObject
from core.voc.masks import Drawn, shape_mask

MASK_TOLERANCE = 0.02
"""By how much the masks of two networks may differ in the mean."""


class Instances(Detection):
    """Objects with their pixels, from polygons, lines and brushes; a box counts as filled. Measured by the masks."""

    name = "instances"
    outputs = ("scores", "boxes", "masks")

    def truth(self, annotation: Annotation, labels: Sequence[str], size: tuple[int, int]) -> Truth:
        """Return the objects' bounds and masks; one that covers no pixel is left out."""
        things = [(thing, mask_in(thing, size)) for thing in countable(annotation, labels)]
        seen = [(thing, mask) for thing, mask in things if mask is not None]
        rest = truth_of(annotation.with_objects(tuple(thing for thing, _ in seen)), labels)
        masks = tuple(mask for _, mask in seen)
        return Truth(boxes=rest.boxes, labels=rest.labels, ignored=rest.ignored, masks=masks, canvas=size)

    def target(self, truth: Truth, fitting: Fitting, shape: tuple[int, int]) -> Target:
        """Return boxes and masks of what lies in the part."""
        boxes, kept = boxes_in(truth, fitting, shape)
        masks = [mask for mask, keep in zip(truth.masks, kept, strict=True) if keep]
        return Target(
            boxes=boxes, labels=truth.labels[kept], masks=tuple(resized_crop(mask, fitting, shape) for mask in masks)
        )

    def decode(self, outputs: Outputs, fitting: Fitting, choice: Choice | float) -> Found:
        """Return the best objects; ``masks`` (A, m, m) from 0 to 1 fill their boxes."""
        scores, boxes, masks = outputs
        found, rows = best_places(scores, boxes, fitting.size[::-1], choice, fitting.scale)
        whole = boxes[rows] / fitting.scale + fitting.offset
        pasted = [pasted_mask(mask, box, fitting.rect) for mask, box in zip(masks[rows], whole, strict=True)]
        kept = [place for place, mask in enumerate(pasted) if mask is not None]
        return Found(
            boxes=found.boxes[kept] + fitting.offset,
            scores=found.scores[kept],
            labels=found.labels[kept],
            masks=tuple(mask for mask in pasted if mask is not None),
            canvas=fitting.image_size,
            rect=fitting.rect,
        )

    def measure(self, pairs: Iterable[tuple[Truth, Found]], labels: Sequence[str]) -> Metrics:
        """Return the mean average precision of the masks at IoU 0.5, and its mean over 0.5 to 0.95."""
        both = list(pairs)
        return detection_metrics([truth for truth, _ in both], [found for _, found in both], labels, masks=True)

    def suggestions(self, found: Found, labels: Sequence[str]) -> list[tuple[str, Shape | None, float]]:
        """Return each mask."""
        return [
            (labels[int(label)], mask, float(score))
            for mask, score, label in zip(found.masks, found.scores, found.labels, strict=True)
        ]

    def difference(self, ours: Outputs, theirs: Outputs, fitting: Fitting) -> str | None:
        """Compare the boxes as detection does, and the masks of the best of each."""
        if words := super().difference(ours, theirs, fitting):
            return words
        for first, second in zip(self._sure_masks(ours), self._sure_masks(theirs), strict=False):
            if float(np.abs(first - second).mean()) > MASK_TOLERANCE:
                return "the pixels of an object differ"
        return None

    def _sure_masks(self, outputs: Outputs) -> NDArray[np.float32]:
        """Return the mask of the place that scores highest, if it is sure."""
        scores, _, masks = outputs
        if scores.size == 0 or scores.max() < 0.5:
            return masks[:0]
        best = int(scores.max(axis=1).argmax())
        return masks[best : best + 1]


def mask_in(thing: VocObject, size: tuple[int, int]) -> Mask | None:
    """Return the object's pixels inside an image of (width, height); a box is filled; None where there are none."""
    shape = thing.shape
    if isinstance(shape, Drawn):
        return Mask.from_array(shape_mask(shape, size[::-1]))
    return filled_box(shape.bounds.clamped(*size))


def filled_box(box: Box) -> Mask | None:
    """Return all pixels of a box as a mask, those that it touches included."""
    x0, y0, x1, y1 = floor(box.x0), floor(box.y0), ceil(box.x1), ceil(box.y1)
    count = max(0, x1 - x0) * max(0, y1 - y0)
    return Mask(x0, y0, x1 - x0, y1 - y0, (0, count)) if count else None


def resized_crop(mask: Mask, fitting: Fitting, shape: tuple[int, int]) -> Crop:
    """Return the mask's pixels in the part resized to ``shape`` (rows, columns); what lies outside is cut off."""
    (width, height), (left, top, *_) = fitting.size, fitting.rect
    across, down = shape[1] / width, shape[0] / height
    x0, y0 = floor((mask.left - left) * across), floor((mask.top - top) * down)
    x1, y1 = ceil((mask.left + mask.width - left) * across), ceil((mask.top + mask.height - top) * down)
    # To the pixel's centre and back: OpenCV counts from centres, we from edges.
    moved = np.array(
        [
            [across, 0, (mask.left - left + 0.5) * across - 0.5 - x0],
            [0, down, (mask.top - top + 0.5) * down - 0.5 - y0],
        ]
    )
    pixels = mask.crop().astype(np.uint8) * 255
    crop = cv2.warpAffine(pixels, moved, (max(1, x1 - x0), max(1, y1 - y0)), flags=cv2.INTER_LINEAR)
    return x0, y0, np.where(crop >= 128, np.uint8(255), np.uint8(0))


def pasted_mask(mask: NDArray[np.float32], box: NDArray[np.float32], rect: tuple[int, int, int, int]) -> Mask | None:
    """Return the pixels of an (m, m) mask that fills ``box``, those above one half, cut at ``rect``; None if none."""
    x0, y0 = max(floor(float(box[0])), rect[0]), max(floor(float(box[1])), rect[1])
    x1, y1 = min(ceil(float(box[2])), rect[2]), min(ceil(float(box[3])), rect[3])
    if x1 <= x0 or y1 <= y0:
        return None
    across, down = max(float(box[2] - box[0]), 1.0) / mask.shape[1], max(float(box[3] - box[1]), 1.0) / mask.shape[0]
    moved = np.array(
        [
            [across, 0, float(box[0]) - x0 + 0.5 * across - 0.5],
            [0, down, float(box[1]) - y0 + 0.5 * down - 0.5],
        ]
    )
    padded = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    moved[:, 2] -= (across, down)
    filled = cv2.warpAffine(padded, moved, (x1 - x0, y1 - y0), flags=cv2.INTER_LINEAR)
    return Mask.from_array(filled >= 0.5, x0, y0)
