"""Networks that need no training: what is bright is a cell, a class, or a tag."""

from pathlib import Path

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

from tests.core.inference.conftest import CELL, INPUT_SIZE

ROWS, COLUMNS = (side // CELL for side in INPUT_SIZE)
MASK = 4


def write_semantic(path: Path) -> None:
    """A pixel is the one label as surely as it is bright."""
    nodes = [
        helper.make_node("ReduceMean", ["images", "channel"], ["light"], keepdims=1),
        helper.make_node("Sub", ["one", "light"], ["dark"]),
        helper.make_node("Concat", ["dark", "light"], ["classes"], axis=1),
    ]
    constants = {"channel": np.array([1]), "one": np.array(1, np.float32)}
    _write(path, nodes, constants, {"classes": (2, *INPUT_SIZE)})


def write_classifier(path: Path) -> None:
    """The first tag is there as surely as the picture is bright, the second as surely as it is dark."""
    nodes = [
        helper.make_node("ReduceMean", ["images", "all"], ["light"], keepdims=0),
        helper.make_node("Reshape", ["light", "column"], ["bright"]),
        helper.make_node("Sub", ["one", "bright"], ["dark"]),
        helper.make_node("Concat", ["bright", "dark"], ["scores"], axis=1),
    ]
    constants = {"all": np.array([1, 2, 3]), "column": np.array([-1, 1]), "one": np.array(1, np.float32)}
    _write(path, nodes, constants, {"scores": (2,)})


def write_instances(path: Path) -> None:
    """A bright cell is an object that fills its left half."""
    y, x = np.mgrid[:ROWS, :COLUMNS].astype(np.float32) * CELL
    mask = np.zeros((1, ROWS * COLUMNS, MASK, MASK), np.float32)
    mask[..., : MASK // 2] = 1
    nodes = [
        helper.make_node("AveragePool", ["images"], ["means"], kernel_shape=[CELL, CELL], strides=[CELL, CELL]),
        helper.make_node("ReduceMean", ["means", "channel"], ["light"], keepdims=0),
        helper.make_node("Reshape", ["light", "per_cell"], ["scores"]),
        helper.make_node("Mul", ["scores", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "cells"], ["boxes"]),
        helper.make_node("Reshape", ["nothing", "per_mask"], ["nowhere"]),
        helper.make_node("Add", ["nowhere", "half"], ["masks"]),
    ]
    constants = {
        "channel": np.array([1]),
        "per_cell": np.array([0, ROWS * COLUMNS, 1]),
        "per_mask": np.array([0, ROWS * COLUMNS, 1, 1]),
        "zero": np.array(0, np.float32),
        "cells": np.stack([x, y, x + CELL, y + CELL], axis=2).reshape(1, -1, 4),
        "half": mask,
    }
    cells = ROWS * COLUMNS
    _write(path, nodes, constants, {"scores": (cells, 1), "boxes": (cells, 4), "masks": (cells, MASK, MASK)})


def _write(
    path: Path, nodes: list[NodeProto], constants: dict[str, np.ndarray], outputs: dict[str, tuple[int, ...]]
) -> None:
    given = helper.make_tensor_value_info("images", TensorProto.FLOAT, ["batch", 3, *INPUT_SIZE])
    made = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *shape]) for name, shape in outputs.items()
    ]
    tensors = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "bright", [given], made, tensors)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9), path)
