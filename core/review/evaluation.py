"""How well a published model does on labelled images."""

from collections.abc import Callable, Sequence

import numpy as np

from core.errors import DatasetError, ImageFileError
from core.inference.model_folder import ModelFolder
from core.inference.predictor import Predictor
from core.metrics import DetectionMetrics, Truth, detection_metrics
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset


def evaluate(
    dataset: Dataset,
    model_folder: ModelFolder,
    names: Sequence[str],
    *,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> DetectionMetrics:
    """Compare the model's predictions with the annotations of the images ``names``.

    Predictions go down to a score of 0.01, as COCO's evaluation expects; objects marked difficult count neither way.

    Raises:
        DatasetError: there is no image, one has no annotation, or the model and the annotations share no label.
        AnnotationFileError, ImageFileError: a file cannot be read.
    """
    entries = [dataset.entry(name) for name in names]
    unlabelled = [entry.name for entry in entries if not entry.annotation_path.is_file()]
    if not entries or unlabelled:
        which = f"'{unlabelled[0]}' has no annotation" if unlabelled else "there is no image to evaluate on"
        raise DatasetError(f"{dataset.root}: {which}; label it or choose another split.")
    labels = model_folder.card.labels
    truths = [truth_of(dataset.read(entry), labels) for entry in entries]
    if not any(len(truth.labels) for truth in truths):
        raise DatasetError(f"{dataset.root}: no object there has a label that {model_folder.reference} knows.")
    founds = []
    predictor = Predictor(model_folder)
    for _path, found in predictor.predict_paths([entry.path for entry in entries], min_score=0.01):
        if isinstance(found, ImageFileError):
            raise found
        founds.append(found)
        on_progress(len(founds), len(entries))
    return detection_metrics(truths, founds, labels)


def truth_of(annotation: Annotation, labels: Sequence[str]) -> Truth:
    """Return the annotation's boxes as arrays; objects whose label is not among ``labels`` are left out."""
    known = {label: number for number, label in enumerate(labels)}
    objects = [thing for thing in annotation.objects if thing.label in known]
    boxes = [(b.x0, b.y0, b.x1, b.y1) for b in (thing.shape.bounds for thing in objects)]
    return Truth(
        boxes=np.array(boxes, dtype=np.float32).reshape(-1, 4),
        labels=np.array([known[thing.label] for thing in objects], dtype=np.int64),
        ignored=np.array([thing.difficult for thing in objects], dtype=bool),
    )
