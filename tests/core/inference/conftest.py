"""A model folder whose network needs no training: it finds bright cells of 8 pixels."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from core.inference.model_card import ModelCard
from core.inference.model_folder import CARD, ONNX, ModelFolder

INPUT_SIZE = (32, 48)
CELL = 8


def card(**changes: object) -> ModelCard:
    values: dict[str, object] = {
        "name": "bright",
        "version": 1,
        "model": "cells",
        "labels": ("bright",),
        "input_size": INPUT_SIZE,
        "dataset_hash": "0" * 64,
        "train_images": 3,
        "created": "2026-01-01T00:00:00+00:00",
    }
    return ModelCard.model_validate({**values, **changes})


def write_network(path: Path) -> None:
    """Write a network whose scores are the cells' brightness and whose boxes are the cells."""
    rows, columns = (side // CELL for side in INPUT_SIZE)
    y, x = np.mgrid[:rows, :columns].astype(np.float32) * CELL
    cells = np.stack([x, y, x + CELL, y + CELL], axis=2).reshape(1, -1, 4)
    nodes = [
        helper.make_node("AveragePool", ["images"], ["means"], kernel_shape=[CELL, CELL], strides=[CELL, CELL]),
        helper.make_node("ReduceMean", ["means", "channels"], ["brightness"], keepdims=0),
        helper.make_node("Reshape", ["brightness", "per_cell"], ["scores"]),
        helper.make_node("Mul", ["scores", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "cells"], ["boxes"]),
    ]
    constants = {
        "channels": np.array([1]),
        "per_cell": np.array([0, rows * columns, 1]),
        "zero": np.array(0, np.float32),
        "cells": cells,
    }
    graph = helper.make_graph(
        nodes,
        "cells",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, ["batch", 3, *INPUT_SIZE])],
        [
            helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", rows * columns, 1]),
            helper.make_tensor_value_info("boxes", TensorProto.FLOAT, ["batch", rows * columns, 4]),
        ],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(model, path)


@pytest.fixture
def models_folder(tmp_path: Path) -> Path:
    """A folder with the version bright@1."""
    folder = tmp_path / "models" / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card().model_dump_json())
    write_network(folder / ONNX)
    return tmp_path / "models"


@pytest.fixture
def model_folder(models_folder: Path) -> ModelFolder:
    return ModelFolder.find(models_folder, "bright@1")
