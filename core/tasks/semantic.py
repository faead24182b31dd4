"""Semantic segmentation: what each pixel is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from core.geometry import Mask, Shape
from core.metrics import LabelMetrics, Metrics, mean
from core.tasks.choice import Choice
from core.tasks.fitting import Fitting
from core.tasks.instances import filled_box
from core.tasks.target import VOID, Target
from core.tasks.task import USUAL, Outputs, Task
from core.voc.annotation import Annotation
from core.voc.masks import Drawn, shape_mask

PIXEL_TOLERANCE = 0.005
"""The share of pixels that two networks may name differently: those where two classes are about as likely."""
LEAST_PIXELS = 9
"""A suggestion of fewer pixels would only be in the way."""


@dataclass(frozen=True)
class TruthMap:
    """What each pixel of an image is; drawn when it is asked for, since a map is as large as the image.

    ``layers`` are label and pixels, a later one covering an earlier one, ``void`` what counts neither way.
    """

    size: tuple[int, int]
    layers: tuple[tuple[int, Mask], ...]
    void: Mask | None = None

    def classes(self) -> NDArray[np.uint8]:
        """Return uint8 (height, width): 0 background, 1 + label, 255 void."""
        width, height = self.size
        drawn = np.zeros((height, width), np.uint8)
        for label, mask in self.layers:
            drawn[mask.to_array(width, height)] = label + 1
        if self.void is not None:
            drawn[self.void.to_array(width, height)] = VOID
        return drawn


@dataclass(frozen=True)
class FoundMap:
    """What a network says each pixel of ``rect`` is: ``classes`` uint8 (h, w), 0 background, 1 + label, and how surely.

    ``scores`` float32 (h, w) is the probability of that class.
    """

    rect: tuple[int, int, int, int]
    classes: NDArray[np.uint8]
    scores: NDArray[np.float32]


class Semantic(Task[TruthMap, FoundMap]):
    """A class for each pixel, from polygons, lines, brushes and mask PNGs; a box counts as filled.

    ``miou`` is the mean over the labels (not the background) of each one's intersection over union of all images'
    pixels together, ``pixel_accuracy`` the share of pixels named rightly, the background's included.
    """

    name = "semantic"
    outputs = ("classes",)
    metrics = ("miou", "pixel_accuracy")
    counted = "pixels"
    averaged = "mIoU is the mean over the labels in these images; the background is not one of them."

    def truth(self, annotation: Annotation, labels: Sequence[str], size: tuple[int, int]) -> TruthMap:
        """Return the pixels of each object, the last drawn on top; difficult ones are void."""
        known = {label: number for number, label in enumerate(labels)}
        layers: list[tuple[int, Mask]] = []
        void: list[Mask] = []
        for thing in annotation.objects:
            shape = thing.shape
            mask = (
                Mask.from_array(shape_mask(shape, size[::-1]))
                if isinstance(shape, Drawn)
                else filled_box(shape.bounds.clamped(*size))
            )
            if mask is not None and thing.difficult:
                void.append(mask)
            elif mask is not None and thing.label in known:
                layers.append((known[thing.label], mask))
        return TruthMap(size, tuple(layers), _united(void))

    def target(self, truth: TruthMap, fitting: Fitting, shape: tuple[int, int]) -> Target:
        """Return the class map of the part."""
        part = fitting.cut(truth.classes())
        classes = cv2.resize(part, shape[::-1], interpolation=cv2.INTER_NEAREST_EXACT)
        return Target(classes=np.asarray(classes, np.uint8))

    def decode(self, outputs: Outputs, fitting: Fitting, choice: Choice | float) -> FoundMap:
        """Return the likeliest class of each pixel of the part, background where that is less likely than is asked for.

        ``classes`` is (C + 1, h, w), probabilities at the input's size, the background's first.
        """
        choice, labels = Choice.of(choice), len(outputs[0]) - 1
        rows, columns = fitting.shape
        width, height = fitting.size
        best = np.zeros((height, width), np.uint8)
        scores = np.full((height, width), -1.0, np.float32)
        for number, plane in enumerate(outputs[0][:, :rows, :columns]):  # one at a time: each is as large as the image
            likely = cv2.resize(np.ascontiguousarray(plane), (width, height), interpolation=cv2.INTER_LINEAR)
            better = likely > scores
            best[better] = number
            scores[better] = likely[better]
        best[scores < np.append(np.float32(0), choice.least(labels))[best]] = 0
        if choice.same is not None:  # labels that are to be one have one number
            first = [1 + int(np.argmax(choice.same == one)) for one in choice.same]
            best = np.array([0, *first], np.uint8)[best]
        return FoundMap(fitting.rect, best, scores)

    def merged(self, founds: Sequence[FoundMap], size: tuple[int, int], choice: Choice = USUAL) -> FoundMap:  # noqa: ARG002
        """Return the surest word of each pixel; what no part covers is background."""
        if len(founds) == 1 and founds[0].rect == (0, 0, *size):
            return founds[0]
        classes = np.zeros(size[::-1], np.uint8)
        scores = np.zeros(size[::-1], np.float32)
        for found in founds:
            x0, y0, x1, y1 = found.rect
            better = found.scores > scores[y0:y1, x0:x1]
            classes[y0:y1, x0:x1][better] = found.classes[better]
            scores[y0:y1, x0:x1][better] = found.scores[better]
        return FoundMap((0, 0, *size), classes, scores)

    def measure(self, pairs: Iterable[tuple[TruthMap, FoundMap]], labels: Sequence[str]) -> Metrics:
        """Return the figures over all images' pixels together."""
        table = np.zeros((len(labels) + 1,) * 2, np.int64)
        for truth, found in pairs:
            table += confusion(truth.classes(), found.classes, len(labels))
        total = table.sum(axis=0) + table.sum(axis=1) - table.diagonal()
        there = table.sum(axis=1)
        ious = [float(hit / all_) if all_ else None for hit, all_ in zip(table.diagonal(), total, strict=True)]
        per_label = {
            name: LabelMetrics(
                values={"miou": ious[place], "pixel_accuracy": _share(table[place, place], there[place])},
                objects=int(there[place]),
            )
            for place, name in enumerate(labels, start=1)
        }
        counted = [own.values["miou"] for own in per_label.values() if own.objects]
        return Metrics(
            values={"miou": mean(counted), "pixel_accuracy": _share(table.trace(), table.sum())}, per_label=per_label
        )

    def suggestions(self, found: FoundMap, labels: Sequence[str]) -> list[tuple[str, Shape | None, float]]:
        """Return each connected area as a mask; its score is the mean over its pixels."""
        result: list[tuple[str, Shape | None, float]] = []
        for number, label in enumerate(labels, start=1):
            count, numbers, stats, _ = cv2.connectedComponentsWithStats((found.classes == number).astype(np.uint8))
            for one in range(1, count):
                left, top, width, height, pixels = (int(value) for value in stats[one])
                if pixels >= LEAST_PIXELS:
                    crop = np.s_[top : top + height, left : left + width]
                    here = numbers[crop] == one
                    mask = Mask.from_array(here, found.rect[0] + left, found.rect[1] + top)
                    assert mask is not None  # an area has pixels
                    result.append((label, mask, float(found.scores[crop][here].mean())))
        return sorted(result, key=lambda row: -row[2])

    def difference(self, ours: Outputs, theirs: Outputs, fitting: Fitting) -> str | None:  # noqa: ARG002
        """Compare the likeliest classes, pixel by pixel."""
        share = float((ours[0].argmax(axis=0) != theirs[0].argmax(axis=0)).mean())
        return f"{share:.1%} of the pixels are named differently" if share > PIXEL_TOLERANCE else None


def confusion(truth: NDArray[np.uint8], found: NDArray[np.uint8], labels: int) -> NDArray[np.int64]:
    """Return how many pixels of each true class (row) are found as each class (column); void ones are left out."""
    counted = truth != VOID
    places = truth[counted].astype(np.int64) * (labels + 1) + found[counted]
    return np.bincount(places, minlength=(labels + 1) ** 2).reshape(labels + 1, labels + 1)


def _share(part: int, whole: int) -> float | None:
    """Return part / whole, None of nothing."""
    return float(part / whole) if whole else None


def _united(masks: Sequence[Mask]) -> Mask | None:
    """Return the pixels of any of the masks, None of no mask."""
    spans = [mask.spans for mask in masks]
    if not spans:
        return None
    whole = spans[0]
    for other in spans[1:]:
        whole = whole.united(other)
    return Mask.from_spans(whole)
