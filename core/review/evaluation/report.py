"""An evaluation as plain JSON values, with names instead of numbers."""

from typing import Any

import numpy as np

from core.review.evaluation.confusion import Confusion
from core.review.evaluation.curves import Curve
from core.review.evaluation.judges import Judge
from core.review.evaluation.label_errors import LabelError
from core.review.evaluation.mistakes import Mistake
from core.review.evaluation.results import Evaluation

STEPS = 101
"""The curves are told at so many thresholds from 0 to 1."""


def as_json(evaluation: Evaluation, threshold: float | None = None) -> dict[str, Any]:
    """Return all that there is to say; ``threshold`` None takes the best one."""
    header, judge = evaluation.header, evaluation.judge()
    chosen = judge.best_threshold if threshold is None else threshold
    labels = judge.labels
    calibration = judge.calibration
    return {
        "model": header.model,
        "network": header.network,
        "task": header.task,
        "split": header.image_set,
        "images": len(evaluation.cases),
        "state": header.state,
        "created": header.created,
        "seconds": round(header.seconds, 2),
        **header.figures,
        "per_label": header.per_label,
        "threshold": chosen if judge.has_threshold else None,
        "curves": _curves(judge),
        "confusion": _confusion(judge.confusion(chosen), labels),
        "mistakes": [_mistake(one, labels) for one in judge.mistakes(chosen)],
        "label_errors": [_label_error(one, labels) for one in judge.label_errors],
        "calibration": {
            "error": calibration.error,
            "worst": calibration.worst,
            "box_error": calibration.box_error,
            "steps": [vars(step) for step in calibration.steps],
        },
    }


def _curves(judge: Judge[Any]) -> dict[str, Any]:
    names = [*judge.labels, "all"] if judge.curves else []
    return {name: _curve(curve) for name, curve in zip(names, judge.curves, strict=True)}


def _curve(curve: Curve) -> dict[str, Any]:
    best = curve.best
    points = [(round(float(value), 4), *curve.at(float(value))) for value in np.linspace(0, 1, STEPS)]
    return {
        "objects": curve.objects,
        "average_precision": curve.average_precision,
        "best_threshold": None if best is None else best[0],
        "best_f1": None if best is None else best[1],
        "points": [
            {"threshold": at, "precision": precision, "recall": recall, "f1": f1}
            for at, precision, recall, f1 in points
        ],
    }


def _confusion(table: Confusion, labels: tuple[str, ...]) -> dict[str, Any]:
    names = [*labels, None]
    return {
        "labels": list(labels),
        "counts": table.counts.tolist(),
        "cells": [
            {
                "there": names[row],
                "found": names[column],
                "count": int(table.counts[row, column]),
                "images": list(images),
            }
            for (row, column), images in sorted(table.images.items())
        ],
    }


def _mistake(one: Mistake, labels: tuple[str, ...]) -> dict[str, Any]:
    return {**vars(one), "kind": str(one.kind), "label": _name(one.label, labels),
            "found_label": _name(one.found_label, labels)}  # fmt: skip


def _label_error(one: LabelError, labels: tuple[str, ...]) -> dict[str, Any]:
    return {**vars(one), "kind": str(one.kind), "label": _name(one.label, labels),
            "model_label": _name(one.model_label, labels)}  # fmt: skip


def _name(label: int | None, labels: tuple[str, ...]) -> str | None:
    return None if label is None else labels[label]
