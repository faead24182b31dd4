"""A network that finds bright cells is measured on pictures with known cells."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import DatasetError
from core.geometry import Box, Point
from core.inference.model_folder import CARD, ONNX, ModelFolder
from core.review.evaluation import results
from core.review.evaluation.matching import Kind
from core.review.evaluation.measuring import assess, evaluate
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.inference.conftest import card, write_network


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Two pictures of 48 x 32: in a the drawn cell is bright, in b another one is."""
    root = tmp_path / "data"
    (root / "JPEGImages").mkdir(parents=True)
    for name, (x, y) in {"a": (8, 8), "b": (24, 16)}.items():
        picture = np.zeros((32, 48, 3), np.uint8)
        picture[y : y + 8, x : x + 8] = 255
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), picture)
    dataset = Dataset.open(root)
    objects = (VocObject(label="bright", shape=Point(1, 1)), VocObject(label="bright", shape=Box(8, 8, 16, 16)))
    for entry in dataset.entries:
        dataset.write(entry, dataset.read(entry).with_objects(objects))
    write_set(dataset, "val", ["a", "b"])
    return dataset


@pytest.fixture
def model_folder(dataset: Dataset) -> ModelFolder:
    folder = dataset.models_folder / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card().model_dump_json())
    write_network(folder / ONNX)
    return ModelFolder.open(folder)


def test_an_evaluation_is_made_kept_and_read_again(dataset: Dataset, model_folder: ModelFolder) -> None:
    told: list[tuple[int, int]] = []
    made = assess(dataset, model_folder, "val", on_progress=lambda done, total: told.append((done, total)))
    assert made is not None
    assert made.header.figures == {"map50": pytest.approx(made.header.figures["map50"]), "map": pytest.approx(0.5, 0.1)}
    assert evaluate(dataset, model_folder, ["a", "b"]).headline == made.header.figures["map50"]
    assert told == [(1, 2), (2, 2)]
    again = results.kept(results.path_of(dataset, model_folder, "val"))
    assert again is not None
    assert again.header == made.header
    mistakes = again.judge().mistakes(0.5)
    assert {(one.kind, one.image) for one in mistakes} == {(Kind.MISSED, "b"), (Kind.FALSE, "b")}
    missed = next(one for one in mistakes if one.kind is Kind.MISSED)
    assert (missed.place, missed.box) == (1, (8, 8, 16, 16))  # the point is no object of a detector


def test_it_is_stale_once_an_annotation_the_set_or_the_model_changes(
    dataset: Dataset, model_folder: ModelFolder
) -> None:
    made = assess(dataset, model_folder, "val")
    assert made is not None
    assert not results.is_stale(dataset, model_folder, made.header)
    entry = dataset.entry("b")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="bright", shape=Box(24, 16, 32, 24)),)))
    assert results.is_stale(dataset, model_folder, made.header)
    made = assess(dataset, model_folder, "val")
    assert made is not None
    assert made.header.figures["map50"] == pytest.approx(1.0)
    write_set(dataset, "val", ["a"])
    assert results.is_stale(dataset, model_folder, made.header)
    write_set(dataset, "val", ["a", "b"])
    (model_folder.path / CARD).write_text(card(created="2027-01-01T00:00:00+00:00").model_dump_json())
    assert results.is_stale(dataset, ModelFolder.open(model_folder.path), made.header)


def test_all_labelled_images_can_be_chosen(dataset: Dataset, model_folder: ModelFolder) -> None:
    dataset.entry("b").annotation_path.unlink()
    made = assess(dataset, model_folder, results.ALL_LABELLED)
    assert made is not None
    assert [one.image for one in made.cases] == ["a"]


def test_what_is_stopped_keeps_nothing(dataset: Dataset, model_folder: ModelFolder) -> None:
    assert assess(dataset, model_folder, "val", should_stop=lambda: True) is None
    assert not results.path_of(dataset, model_folder, "val").exists()


def test_an_image_without_an_annotation_is_refused(dataset: Dataset, model_folder: ModelFolder) -> None:
    dataset.entry("b").annotation_path.unlink()
    with pytest.raises(DatasetError, match="'b' has no annotation"):
        assess(dataset, model_folder, "val")
    with pytest.raises(DatasetError, match="no image to evaluate"):
        evaluate(dataset, model_folder, [])
