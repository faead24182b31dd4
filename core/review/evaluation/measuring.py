"""Measure a version on labelled images, and keep all that can be asked of the result."""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from core.boxes import overlaps
from core.errors import DatasetError, ImageFileError
from core.inference.model_folder import ModelFolder
from core.metrics import Metrics
from core.review.evaluation.cases import (
    AnyCase,
    Case,
    Numbers,
    TagCase,
    map_case,
    mask_overlaps,
)
from core.review.evaluation.results import (
    ALL_LABELLED,
    Evaluation,
    Header,
    annotations_state,
    keep,
    names_of,
    path_of,
)
from core.tasks import Task, task_named
from core.tasks.classification import is_exclusive
from core.training.sources import Labelled, read_labelled
from core.voc.dataset import Dataset

if TYPE_CHECKING:
    from core.inference.session import Session

Progress = Callable[[int, int], None]
ShouldStop = Callable[[], bool]


def evaluate(
    dataset: Dataset,
    model_folder: ModelFolder,
    names: Sequence[str],
    *,
    on_progress: Progress = lambda _done, _total: None,
) -> Metrics:
    """Return the figures of the model's predictions on the images ``names``, and keep nothing.

    Predictions go down to a score of 0.01, as COCO's evaluation expects; objects marked difficult count neither way.

    Raises:
        DatasetError: there is no image, one has no annotation, or the model and the annotations share no label.
        AnnotationFileError, ImageFileError, MaskFileError: a file cannot be read.
        ModelFolderError: the model cannot be loaded.
    """
    task = task_named(model_folder.card.task)
    images = _all_labelled(dataset, names, task)
    pairs = _pairs(dataset, model_folder, images, 0, on_progress, lambda: False)
    return task.measure(((truth, found) for _, truth, found in pairs), model_folder.card.labels)


def assess(
    dataset: Dataset,
    model_folder: ModelFolder,
    image_set: str,
    *,
    threads: int = 0,
    session: "Session | None" = None,
    on_progress: Progress = lambda _done, _total: None,
    should_stop: ShouldStop = lambda: False,
) -> Evaluation | None:
    """Predict the images of a set (``ALL_LABELLED`` for all), compare with what is said of them, and keep the result.

    ``session`` answers in the place of the network that the version names. None where it was stopped: nothing is kept
    then.

    Raises:
        DatasetError, AnnotationFileError, ImageFileError, MaskFileError, ModelFolderError: as :func:`evaluate`.
        WriteError: the result cannot be kept.
    """
    begun = time.monotonic()
    card = model_folder.card
    task = task_named(card.task)
    state = annotations_state(dataset, names_of(dataset, image_set), card.task)
    images = images_of(dataset, image_set, task)
    cases: list[AnyCase] = []

    def judged() -> Iterator[tuple[Any, Any]]:
        for image, truth, found in _pairs(dataset, model_folder, images, threads, on_progress, should_stop, session):
            cases.append(_case(task, image, truth, found, card.labels))
            yield truth, found

    metrics = task.measure(judged(), card.labels)
    if len(cases) < len(images):
        return None
    header = Header(
        model=model_folder.reference,
        network=model_folder.network,
        made=card.created,
        task=card.task,
        image_set=image_set,
        labels=card.labels,
        state=state,
        figures=metrics.values,
        per_label={name: {**own.values, "objects": own.objects} for name, own in metrics.per_label.items()},
        exclusive=is_exclusive(np.array([case.there for case in cases if isinstance(case, TagCase)], bool)),
        created=datetime.now(UTC).isoformat(),
        seconds=time.monotonic() - begun,
    )
    evaluation = Evaluation(header, tuple(cases))
    keep(evaluation, path_of(dataset, model_folder, image_set))
    return evaluation


def images_of(dataset: Dataset, image_set: str, task: Task[Any, Any]) -> list[Labelled]:
    """Return the images of a set, or for ``ALL_LABELLED`` all that answer the task's question.

    Raises:
        DatasetError: there is no such set, or one of its images is not labelled.
        AnnotationFileError, ImageFileError, MaskFileError: a file cannot be read.
    """
    names = names_of(dataset, image_set)
    return read_labelled(dataset, names, task) if image_set == ALL_LABELLED else _all_labelled(dataset, names, task)


def _all_labelled(dataset: Dataset, names: Sequence[str], task: Task[Any, Any]) -> list[Labelled]:
    images = read_labelled(dataset, names, task)
    missing = set(names) - {one.entry.name for one in images}
    if missing:
        raise DatasetError(f"{dataset.root}: '{min(missing)}' has no annotation; label it or choose another split.")
    return images


def _pairs(
    dataset: Dataset,
    model_folder: ModelFolder,
    images: Sequence[Labelled],
    threads: int,
    on_progress: Progress,
    should_stop: ShouldStop,
    session: "Session | None" = None,
) -> Iterator[tuple[Labelled, Any, Any]]:
    """Yield each image, its truth and what is found in it; ends early where it is stopped."""
    from core.inference.predictor import LOWEST_SCORE, Predictor  # not above: ONNX Runtime would delay the start

    if not images:
        raise DatasetError(f"{dataset.root}: there is no image to evaluate on; label one or choose another split.")
    labels = model_folder.card.labels
    predictor = Predictor(model_folder, threads=threads, session=session)
    if not any(predictor.task.labels_in(one.annotation) & set(labels) for one in images):
        raise DatasetError(f"{dataset.root}: nothing there has a label that {model_folder.reference} knows.")
    paths = [one.entry.path for one in images]
    founds = predictor.predict_paths(paths, min_score=LOWEST_SCORE, should_stop=should_stop)
    for done, (one, (_path, found)) in enumerate(zip(images, founds, strict=False), start=1):
        if isinstance(found, ImageFileError):
            raise found
        yield one, predictor.task.truth(one.annotation, labels, one.size), found
        on_progress(done, len(images))


def _case(task: Task[Any, Any], image: Labelled, truth: Any, found: Any, labels: Sequence[str]) -> AnyCase:
    name = image.entry.name
    if task.name == "classification":
        return TagCase(image=name, there=truth.present, scores=found.scores)
    if task.name == "semantic":
        return map_case(name, truth.classes(), found.classes, found.scores, len(labels))
    fits = mask_overlaps(found.masks, truth.masks) if task.name == "instances" else overlaps(found.boxes, truth.boxes)
    places = _places(task, image, labels)
    return Case(image=name, size=image.size, there=truth, found=found, places=places, overlaps=fits)


def _places(task: Task[Any, Any], image: Labelled, labels: Sequence[str]) -> Numbers:
    """Return the places, among the annotation's objects, of those that count as something there."""
    annotation = image.annotation
    single = (annotation.with_objects((thing,)) for thing in annotation.objects)
    return np.array(
        [place for place, one in enumerate(single) if len(task.truth(one, labels, image.size).labels)], np.int64
    )
