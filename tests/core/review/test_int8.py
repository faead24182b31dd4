"""A smaller network is measured, and kept only where it is good enough."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from core.geometry import Box
from core.inference.model_folder import CARD, INT8, ONNX, ModelFolder
from core.inference.model_use import ModelUse
from core.inference.predictor import Predictor
from core.review import int8
from core.review.int8 import try_int8
from core.review.int8_report import read_report
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.inference.conftest import CELL, INPUT_SIZE, card


def write_network(path: Path) -> None:
    """Write a network that finds bright cells by a convolution."""
    rows, columns = (side // CELL for side in INPUT_SIZE)
    y, x = np.mgrid[:rows, :columns].astype(np.float32) * CELL
    constants = {
        "mean": np.full((1, 3, CELL, CELL), 1 / (3 * CELL * CELL), np.float32),
        "per_cell": np.array([0, rows * columns, 1]),
        "zero": np.array(0, np.float32),
        "cells": np.stack([x, y, x + CELL, y + CELL], axis=2).reshape(1, -1, 4),
    }
    nodes = [
        helper.make_node("Conv", ["images", "mean"], ["light"], name="light", strides=[CELL, CELL]),
        helper.make_node("Reshape", ["light", "per_cell"], ["scores"]),
        helper.make_node("Mul", ["scores", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "cells"], ["boxes"]),
    ]
    values = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *shape])
        for name, shape in (
            ("images", (3, *INPUT_SIZE)), ("scores", (rows * columns, 1)), ("boxes", (rows * columns, 4))
        )
    ]  # fmt: skip
    tensors = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "cells", values[:1], values[1:], tensors)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Three pictures with a bright cell each, two of them labelled."""
    root = tmp_path / "data"
    (root / "JPEGImages").mkdir(parents=True)
    for number, name in enumerate("abc"):
        picture = np.full((32, 48, 3), 40, np.uint8)
        picture[8:16, 8 * number : 8 * number + 8] = 230
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), picture)
    dataset = Dataset.open(root)
    for number, entry in enumerate(dataset.entries[:2]):
        thing = VocObject(label="bright", shape=Box(8 * number, 8, 8 * number + 8, 16))
        dataset.write(entry, dataset.read(entry).with_objects((thing,)))
    write_set(dataset, "val", ["a", "b"])
    return dataset


@pytest.fixture
def model_folder(dataset: Dataset) -> ModelFolder:
    folder = dataset.models_folder / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card().model_dump_json())
    write_network(folder / ONNX)
    return ModelFolder.open(folder)


@pytest.mark.parametrize("image_set", ["val", "*"])
def test_a_network_that_does_nearly_as_well_is_kept_beside_and_used_once_chosen(
    dataset: Dataset, model_folder: ModelFolder, image_set: str
) -> None:
    report = try_int8(dataset, model_folder, image_set, limit=0.1)
    assert report.offered
    assert (report.metric, report.before) == ("map50", pytest.approx(1.0))
    assert report.drop < 0.1
    assert min(report.ms_before, report.ms_after, report.bytes_after) > 0
    assert read_report(model_folder) == report
    assert ModelFolder.open(model_folder.path).network == ONNX  # nobody chose it yet
    ModelUse(quantised=True).write(model_folder.path)
    chosen = ModelFolder.open(model_folder.path)
    assert chosen.network == INT8
    picture = np.full((32, 48, 3), 40, np.uint8)
    picture[8:16, 16:24] = 230
    assert Predictor(chosen).predict([picture], min_score=0.3)[0].boxes.tolist() == [[16, 8, 24, 16]]


def test_its_ranges_are_of_dark_and_light_pictures_alike(
    dataset: Dataset, model_folder: ModelFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list in the order of its names begins with one series: cut there, the ranges know no light picture."""
    monkeypatch.setattr(int8, "CALIBRATION_IMAGES", 2)
    for place in range(6):
        light = 40 + 40 * place
        picture = np.full((32, 48, 3), light // 2, np.uint8)
        picture[8:16, 8:16] = light
        cv2.imwrite(str(dataset.root / "JPEGImages" / f"l{place}.png"), picture)
    dataset = Dataset.open(dataset.root)
    names = [f"l{place}" for place in range(6)]
    for name in names:
        entry = dataset.entry(name)
        thing = VocObject(label="bright", shape=Box(8, 8, 16, 16))
        dataset.write(entry, dataset.read(entry).with_objects((thing,)))
    write_set(dataset, "val", names)
    try_int8(dataset, model_folder, limit=2)
    small = replace(ModelFolder.open(model_folder.path), network=INT8)
    picture = np.full((32, 48, 3), 40, np.uint8)
    picture[8:16, 16:24] = 240
    [found] = Predictor(small).predict([picture], min_score=0.4)  # some processors halve it: products overflow
    np.testing.assert_allclose(found.boxes, [[16, 8, 24, 16]], atol=1e-3)


def test_one_that_loses_more_than_the_limit_is_not_kept_and_an_older_one_goes(
    dataset: Dataset, model_folder: ModelFolder
) -> None:
    try_int8(dataset, model_folder, limit=0.1)
    report = try_int8(dataset, model_folder, limit=0.0)  # nothing drops by less than nothing, unless it is better
    assert not report.offered
    assert not (model_folder.path / INT8).exists()
    assert sorted(path.name for path in model_folder.path.iterdir()) == [CARD, "model-int8.json", ONNX]


def test_a_report_that_cannot_be_read_is_none(model_folder: ModelFolder) -> None:
    assert read_report(model_folder) is None
    (model_folder.path / "model-int8.json").write_text("{}")
    assert read_report(model_folder) is None
