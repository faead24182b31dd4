"""A smaller network of a version, offered only where it does nearly as well."""

import json
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import WriteError
from core.files import remove, write_atomic
from core.images import read_rgb
from core.inference.model_folder import INT8, ONNX, ModelFolder
from core.inference.predictor import Predictor, fittings_of
from core.inference.quantise import WAYS, quantise
from core.review.evaluation.measuring import evaluate, images_of
from core.review.int8_report import DEFAULT_LIMIT, REPORT, Int8Report
from core.tasks import task_named
from core.tasks.fitting import to_batch
from core.voc.dataset import Dataset

CALIBRATION_IMAGES = 100
_TIMED = 24
"""So many pictures are timed, by both networks in turn, so that what else the machine does falls on both."""

Progress = Callable[[str, int, int], None]


def try_int8(
    dataset: Dataset,
    model_folder: ModelFolder,
    image_set: str = "val",
    *,
    limit: float = DEFAULT_LIMIT,
    on_progress: Progress = lambda _what, _done, _total: None,
) -> Int8Report:
    """Make a network of 8-bit numbers, measure it, and keep it where the headline figure drops by less than ``limit``.

    Its ranges come from up to 100 images from all of the set, by the very preprocessing of a prediction. The most
    thorough way is tried first, and more careful ones only where it loses too much.

    Raises:
        DatasetError: the set has no labelled image, or one has no annotation.
        AnnotationFileError, ImageFileError, ModelFolderError: a file cannot be read.
        ExportError: ONNX Runtime cannot make it smaller.
        WriteError: the model's folder cannot be written.
    """
    original = replace(model_folder, network=ONNX)
    entries = [one.entry for one in images_of(dataset, image_set, task_named(model_folder.card.task))]
    names, paths = [entry.name for entry in entries], [entry.path for entry in entries]
    metric, before = _headline(dataset, original, names, on_progress, "float")
    draft = replace(original, network=f".int8-{os.getpid()}.onnx")
    best: Int8Report | None = None
    try:
        for way in WAYS:
            on_progress("calibrate", 0, 1)
            quantise(original.onnx_path, draft.onnx_path, _batches(_spread(paths), original), way)
            _, after = _headline(dataset, draft, names, on_progress, "int8")
            if best is not None and after <= best.after:
                continue
            ms_before, ms_after = compared(original, draft, paths)
            best = Int8Report(
                model=original.reference,
                image_set=image_set,
                metric=metric,
                before=before,
                after=after,
                limit=limit,
                offered=before - after < limit,
                bytes_before=original.onnx_path.stat().st_size,
                bytes_after=draft.onnx_path.stat().st_size,
                ms_before=ms_before,
                ms_after=ms_after,
                **asdict(way),
            )
            if best.offered:
                break
        assert best is not None  # there is a way at least
        _keep(best, original, draft)
    finally:
        draft.onnx_path.unlink(missing_ok=True)
    return best


def compared(one: ModelFolder, other: ModelFolder, paths: Sequence[Path]) -> tuple[float, float]:
    """Return the median milliseconds that each takes for a picture without decoding, both in turn on one picture."""
    predictors = Predictor(one), Predictor(other)
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(_TIMED + 1):
        picture = read_rgb(paths[number % len(paths)])
        for predictor, times in zip(predictors, took, strict=True):
            begun = time.perf_counter()
            predictor.predict([picture])
            times.append(time.perf_counter() - begun)
    first, second = (1000 * statistics.median(times[1:]) for times in took)  # the very first lays out memory
    return first, second


def _headline(
    dataset: Dataset, model_folder: ModelFolder, names: Sequence[str], on_progress: Progress, what: str
) -> tuple[str, float]:
    metrics = evaluate(dataset, model_folder, names, on_progress=lambda done, total: on_progress(what, done, total))
    return next(iter(metrics.values)), metrics.headline or 0.0


def _spread(paths: Sequence[Path]) -> list[Path]:
    """Return CALIBRATION_IMAGES of the pictures at most, from all of the list: its first ones may be of one light."""
    count = min(len(paths), CALIBRATION_IMAGES)
    return [paths[place] for place in np.linspace(0, len(paths) - 1, count).round().astype(int)]


def _batches(paths: Sequence[Path], model_folder: ModelFolder) -> Iterator[NDArray[np.float32]]:
    """Yield what the network gets of each picture, part by part."""
    for path in paths:
        picture = read_rgb(path)
        for fitting in fittings_of(model_folder.card, (picture.shape[1], picture.shape[0])):
            yield to_batch([fitting.fitted(picture)])


def _keep(report: Int8Report, original: ModelFolder, draft: ModelFolder) -> None:
    """Put the network in its place where it is offered; take an older one away where it is not."""
    target = original.path / INT8
    try:
        if report.offered:
            draft.onnx_path.replace(target)
        else:
            remove(target)
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error
    write_atomic(original.path / REPORT, json.dumps(asdict(report), indent=2).encode() + b"\n")
