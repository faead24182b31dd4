"""How well a published model does on labelled images."""

from collections.abc import Callable, Sequence

from core.errors import DatasetError, ImageFileError
from core.inference.model_folder import ModelFolder
from core.inference.predictor import LOWEST_SCORE, Predictor
from core.inference.truth import truth_of
from core.metrics import DetectionMetrics, detection_metrics
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
    for _path, found in predictor.predict_paths([entry.path for entry in entries], min_score=LOWEST_SCORE):
        if isinstance(found, ImageFileError):
            raise found
        founds.append(found)
        on_progress(len(founds), len(entries))
    return detection_metrics(truths, founds, labels)
