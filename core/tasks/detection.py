"""Detection: where which objects are, as boxes."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

import numpy as np

from core.geometry import Box, Shape
from core.metrics import Found, Metrics, Truth, detection_metrics
from core.tasks.choice import Choice
from core.tasks.fitting import Fitting
from core.tasks.seams import merged_things
from core.tasks.target import Target
from core.tasks.task import USUAL, Outputs, Task
from core.tasks.things import best_places, boxes_in, select, truth_of, unlike
from core.voc.annotation import Annotation

SURE = 0.3
"""What scores this or more must be found by both networks that are compared."""
BOX_TOLERANCE_PX = 1.0
SCORE_TOLERANCE = 0.01


class Detection(Task[Truth, Found]):
    """Boxes, learned from the bounds of whatever was drawn; ``map50`` and ``map`` as COCO defines them."""

    name = "detection"
    outputs: ClassVar[tuple[str, ...]] = ("scores", "boxes")
    metrics = ("map50", "map")

    def truth(self, annotation: Annotation, labels: Sequence[str], size: tuple[int, int]) -> Truth:  # noqa: ARG002
        """Return the objects' bounds; the difficult ones are ignored where it is measured."""
        return truth_of(annotation, labels)

    def target(self, truth: Truth, fitting: Fitting, shape: tuple[int, int]) -> Target:
        """Return the boxes of what lies in the part."""
        boxes, kept = boxes_in(truth, fitting, shape)
        return Target(boxes=boxes, labels=truth.labels[kept])

    def decode(self, outputs: Outputs, fitting: Fitting, choice: Choice | float) -> Found:
        """Return the best boxes: ``scores`` (A, C), no background among them, ``boxes`` (A, 4) in input pixels."""
        scores, boxes = outputs
        found = select(scores, boxes, fitting.size[::-1], choice, fitting.scale)
        return Found(boxes=found.boxes + fitting.offset, scores=found.scores, labels=found.labels, rect=fitting.rect)

    def merged(self, founds: Sequence[Found], size: tuple[int, int], choice: Choice = USUAL) -> Found:
        """Return what the parts hold, an object on a seam once."""
        return merged_things(founds, size, choice)

    def measure(self, pairs: Iterable[tuple[Truth, Found]], labels: Sequence[str]) -> Metrics:
        """Return the mean average precision at IoU 0.5, and its mean over 0.5 to 0.95."""
        both = list(pairs)
        return detection_metrics([truth for truth, _ in both], [found for _, found in both], labels)

    def suggestions(self, found: Found, labels: Sequence[str]) -> list[tuple[str, Shape | None, float]]:
        """Return each box."""
        corners = np.round(found.boxes.astype(np.float64), 2).tolist()  # no finer than anybody could draw
        rows = zip(corners, found.scores.tolist(), found.labels.tolist(), strict=True)
        return [(labels[label], Box(*box), score) for box, score, label in rows]

    def difference(self, ours: Outputs, theirs: Outputs, fitting: Fitting) -> str | None:
        """Compare what is found by either with all places of the other.

        What one finds surely the other must find too, its box within one pixel of the image and its score within a
        hundredth. Partners are sought before overlapping ones are dropped: of two that score alike either may be.
        """
        limit = np.array(fitting.size * 2, np.float32)
        scaled = [(scores, boxes / fitting.scale) for scores, boxes in (ours[:2], theirs[:2])]
        for (scores, boxes), other in (scaled, scaled[::-1]):
            found, _ = best_places(scores, boxes, fitting.size[::-1], SURE)
            clipped = (other[0], np.clip(other[1], 0, limit))
            if words := unlike(found, clipped, box_px=BOX_TOLERANCE_PX, score=SCORE_TOLERANCE):
                return words
        return None
