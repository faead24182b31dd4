"""How well predictions fit the truth: mean average precision as COCO defines it, by faster-coco-eval."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.geometry import Mask

if TYPE_CHECKING:
    from faster_coco_eval import COCO

TITLES = {
    "map50": "mAP50",
    "map": "mAP",
    "miou": "mIoU",
    "pixel_accuracy": "pixel accuracy",
    "macro_f1": "macro F1",
    "accuracy": "accuracy",
}
"""What the tasks' figures are called where people read them."""
LABEL_TITLES = TITLES | {"map50": "AP50", "map": "AP", "miou": "IoU", "pixel_accuracy": "recall", "macro_f1": "F1"}
"""What they are called of one label, where nothing is averaged."""

_OUTSIDE_ANY_RANGE = -1.0
_PIXELS = [0.0, 1e10]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found in one image, best score first.

    ``boxes`` float32 (n, 4) are x0, y0, x1, y1 in pixels of the image, ``scores`` float32 (n,) run from 0 to 1,
    ``labels`` int64 (n,) are places in the model's list of labels. Where outlines are found as well there is a mask
    for each, and ``canvas`` is the image's (width, height). ``rect`` is the part of the image that was looked at (left,
    top, right, bottom in its pixels), None where that was all of it.
    """

    boxes: NDArray[np.float32]
    scores: NDArray[np.float32]
    labels: NDArray[np.int64]
    masks: tuple[Mask, ...] = ()
    canvas: tuple[int, int] = (0, 0)
    rect: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What is in one image: ``boxes`` float32 (n, 4), ``labels`` int64 (n,), and ``ignored`` bool (n,).

    An ignored object counts neither as missed nor, where it was found, as a mistake; so the devkit treats those
    marked difficult. Where outlines are known there is a mask for each, and ``canvas`` is the image's (width, height).
    """

    boxes: NDArray[np.float32]
    labels: NDArray[np.int64]
    ignored: NDArray[np.bool_]
    masks: tuple[Mask, ...] = ()
    canvas: tuple[int, int] = (0, 0)


@dataclass(frozen=True, kw_only=True)
class LabelMetrics:
    """One label's figures by name, 0 to 1, None where nothing of it counts; and how many ``objects`` did."""

    values: dict[str, float | None]
    objects: int


@dataclass(frozen=True, kw_only=True)
class Metrics:
    """A task's figures by name, 0 to 1, its headline first, None where nothing counts; and each label's."""

    values: dict[str, float | None]
    per_label: dict[str, LabelMetrics]

    @property
    def headline(self) -> float | None:
        """The figure by which runs and versions are compared."""
        return next(iter(self.values.values()), None)


def detection_metrics(
    truths: Sequence[Truth], founds: Sequence[Found], label_names: Sequence[str], *, masks: bool = False
) -> Metrics:
    """Compare what was found with the truth, image by image, over all images together: ``map50`` and ``map``.

    With ``masks`` the overlap of the masks counts, which both sides must have then, instead of that of the boxes.

    Average precision is COCO's: the mean of the precision at 101 recalls, at ten IoUs from 0.5 to 0.95. Unlike COCO's
    100, all that was found counts, however much is in an image.
    """
    counts = np.zeros(len(label_names), int)
    for truth in truths:
        counts += np.bincount(truth.labels[~truth.ignored], minlength=len(label_names))
    precision = _precision(truths, founds, label_names, masks=masks) if counts.any() else None
    per_label = {}
    for number, name in enumerate(label_names):
        own = None if precision is None or not counts[number] else precision[:, :, number]
        values = {
            "map50": None if own is None else float(own[0].mean()),
            "map": None if own is None else float(own.mean()),
        }
        per_label[name] = LabelMetrics(values=values, objects=int(counts[number]))
    means = {name: mean([metrics.values[name] for metrics in per_label.values()]) for name in ("map50", "map")}
    return Metrics(values=means, per_label=per_label)


def mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of what is known, None of nothing."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _precision(
    truths: Sequence[Truth], founds: Sequence[Found], label_names: Sequence[str], *, masks: bool
) -> NDArray[np.float64]:
    """Return the precision at (10 IoUs, 101 recalls, labels); -1 for a label without an object that counts."""
    from faster_coco_eval import COCOeval_faster  # not above: its import would delay the window's start

    results = [
        {"image_id": image, "category_id": int(label), "bbox": box, "score": float(score), **outline}
        for image, found in enumerate(founds)
        for box, label, score, outline in zip(
            _corners(found.boxes), found.labels, found.scores, _outlines(found, masks=masks), strict=True
        )
    ]
    truth = _truth_in_coco_form(truths, label_names, masks=masks)
    kind = "segm" if masks else "bbox"
    evaluation = COCOeval_faster(truth, truth.loadRes(results), kind, print_function=_silent)
    evaluation.params.areaRng, evaluation.params.areaRngLbl = [_PIXELS], ["all"]
    # COCO's own summary says -1 for any limit but 100, so the figures are taken from the table itself.
    evaluation.params.maxDets = [max((len(found.scores) for found in founds), default=1) or 1]
    evaluation.evaluate()
    evaluation.accumulate()
    table: NDArray[np.float64] = np.asarray(evaluation.eval["precision"])
    return table[:, :, :, 0, -1]


def _truth_in_coco_form(truths: Sequence[Truth], label_names: Sequence[str], *, masks: bool) -> "COCO":
    """Return the truth as faster-coco-eval takes it; images and labels are numbered from 0, objects from 1."""
    from faster_coco_eval import COCO

    objects: list[dict[str, Any]] = []
    for image, truth in enumerate(truths):
        rows = zip(_corners(truth.boxes), truth.labels, truth.ignored, _outlines(truth, masks=masks), strict=True)
        for box, label, ignored, outline in rows:
            # COCO's own mark for what to ignore, iscrowd, also changes how the overlap is measured; a size outside
            # of every range does not.
            area = _OUTSIDE_ANY_RANGE if ignored else box[2] * box[3]
            place = {"id": len(objects) + 1, "image_id": image, "bbox": box, "area": area, **outline}
            objects.append({**place, "category_id": int(label), "iscrowd": 0})
    size = {"width": 1, "height": 1}  # wanted by the format; masks bring their own
    return COCO(
        {
            "images": [{"id": image, **size} for image in range(len(truths))],
            "categories": [{"id": number, "name": name} for number, name in enumerate(label_names)],
            "annotations": objects,
        }
    )


def _outlines(things: Found | Truth, *, masks: bool) -> list[dict[str, Any]]:
    """Return each thing's mask as the library takes it, on a canvas that holds all of the image's; or nothing."""
    if not masks:
        return [{}] * len(things.labels)
    from faster_coco_eval.core import mask as coco_mask

    width, height = things.canvas
    return [
        {"segmentation": coco_mask.encode(np.asfortranarray(one.to_array(width, height).astype(np.uint8)))}
        for one in things.masks
    ]


def _corners(boxes: NDArray[np.float32]) -> list[list[float]]:
    """Return x0, y0, x1, y1 as COCO's lists of left, top, width, height."""
    x0, y0, x1, y1 = boxes.astype(float).T
    rows: list[list[float]] = np.stack([x0, y0, x1 - x0, y1 - y0], axis=1).tolist()
    return rows


def _silent(*_words: object, **_options: object) -> None:
    """Take what the library would print."""
