"""How well a published model does on labelled images."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from core.errors import DatasetError, ImageFileError
from core.inference.model_folder import ModelFolder
from core.inference.predictor import LOWEST_SCORE, Predictor
from core.metrics import Metrics
from core.tasks import task_named
from core.training.sources import Labelled, read_labelled
from core.voc.dataset import Dataset


def evaluate(
    dataset: Dataset,
    model_folder: ModelFolder,
    names: Sequence[str],
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Metrics:
    """Compare the model's predictions with the annotations of the images ``names``.

    Predictions go down to a score of 0.01, as COCO's evaluation expects; objects marked difficult count neither way.

    Raises:
        DatasetError: there is no image, one has no annotation, or the model and the annotations share no label.
        AnnotationFileError, ImageFileError: a file cannot be read.
    """
    labels = model_folder.card.labels
    task = task_named(model_folder.card.task)
    images = read_labelled(dataset, names, task)
    if len(images) < len(names) or not names:
        missing = sorted(set(names) - {one.entry.name for one in images})
        which = f"'{missing[0]}' has no annotation" if missing else "there is no image to evaluate on"
        raise DatasetError(f"{dataset.root}: {which}; label it or choose another split.")
    if not any(task.labels_in(one.annotation) & set(labels) for one in images):
        raise DatasetError(f"{dataset.root}: nothing there has a label that {model_folder.reference} knows.")
    predictor = Predictor(model_folder)
    return task.measure(_pairs(predictor, images, on_progress), labels)


def _pairs(
    predictor: Predictor, images: Sequence[Labelled], on_progress: Callable[[int, int], None]
) -> Iterator[tuple[Any, Any]]:
    """Yield the truth of each image with what is found in it."""
    labels = predictor.model_folder.card.labels
    paths = [one.entry.path for one in images]
    founds = predictor.predict_paths(paths, min_score=LOWEST_SCORE)
    for done, (one, (_path, found)) in enumerate(zip(images, founds, strict=True), start=1):
        if isinstance(found, ImageFileError):
            raise found
        yield predictor.task.truth(one.annotation, labels, one.size), found
        on_progress(done, len(images))
