"""Each task from labelled images to what its published model says of them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.images import read_rgb
from core.inference.model_folder import ModelFolder
from core.inference.predictor import Predictor
from core.tasks import task_named
from core.tasks.classification import FoundTags
from core.tasks.semantic import FoundMap
from core.training.journal import Journal
from core.training.recipes import MODELS
from core.training.spec import Spec
from core.training.start import new_run
from core.training.teaching import teach
from core.voc.dataset import Dataset
from tests.core.training.conftest import draw_dataset

RUNS: list[tuple[str, dict[str, Any]]] = [
    ("mask_rcnn", {"epochs": 1, "image_size": 64, "batch_size": 2}),
    ("compact_segmenter", {"epochs": 8, "image_size": 96, "batch_size": 4, "repeats": 2}),
    ("lraspp", {"epochs": 8, "image_size": 96, "batch_size": 4, "repeats": 2, "learning_rate": 3e-3}),
    ("compact_classifier", {"epochs": 2, "image_size": 64, "batch_size": 4}),
    ("classifier", {"epochs": 2, "image_size": 64, "batch_size": 4}),
]


@pytest.fixture
def tagged(tmp_path: Path) -> Dataset:
    """Dark and bright blocks; each image is also tagged with what is in it."""
    dataset = draw_dataset(tmp_path / "parts")
    for entry in dataset.entries:
        annotation = dataset.read(entry)
        tags = tuple(sorted({thing.label for thing in annotation.objects}))
        dataset.write(entry, replace(annotation, tags=tags))
    return dataset


@pytest.mark.long
@pytest.mark.parametrize(("model", "figures"), RUNS, ids=[model for model, _ in RUNS])
def test_a_task_goes_from_labelled_images_to_a_model_that_predicts(
    tagged: Dataset, model: str, figures: dict[str, Any]
) -> None:
    run = new_run(tagged, Spec.for_model(model, name="tiny", weights=None, threads=2, **figures))
    reference = teach(run, Journal(run))
    published = ModelFolder.find(tagged.models_folder, reference)
    task = task_named(MODELS[model].task)
    assert published.card.task == task.name
    assert published.card.labels == ("bright", "dark")
    pictures = [read_rgb(entry.path) for entry in tagged.entries]
    founds = Predictor(published).predict(pictures)
    truths = [
        task.truth(tagged.read(entry), published.card.labels, picture.shape[1::-1])
        for entry, picture in zip(tagged.entries, pictures, strict=True)
    ]
    measured = task.measure(zip(truths, founds, strict=True), published.card.labels)
    assert tuple(measured.values) == task.metrics
    if task.name == "semantic":
        assert all(isinstance(found, FoundMap) for found in founds)
        assert (measured.headline or 0.0) > 0.2, "random weights name next to nothing"
    if task.name == "classification":
        assert all(isinstance(found, FoundTags) for found in founds)
