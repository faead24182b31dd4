"""Two versions of a model that need no training: bright cells are found by both, by the second one moved or paler."""

from pathlib import Path

import cv2
import numpy as np
import onnx
from onnx import numpy_helper

from core.inference.model_folder import CARD, ONNX, ModelFolder
from core.voc.dataset import Dataset
from tests.core.inference.conftest import CELL, INPUT_SIZE, card, write_network


def publish(
    models_folder: Path, version: int, *, moved: float = 0.0, pale: float = 1.0, **changes: object
) -> ModelFolder:
    """Write a version whose boxes lie ``moved`` pixels to the right and whose scores are ``pale`` times as high."""
    folder = models_folder / "bright" / f"v{version}"
    folder.mkdir(parents=True)
    created = f"2026-01-0{version}T00:00:00+00:00"
    (folder / CARD).write_text(card(version=version, **{"created": created, **changes}).model_dump_json())
    write_network(folder / ONNX)
    network = onnx.load(folder / ONNX)
    for constant in network.graph.initializer:
        values = numpy_helper.to_array(constant)
        if constant.name == "cells":
            constant.CopyFrom(numpy_helper.from_array((values + np.float32(moved)).astype(np.float32), "cells"))
    scale = onnx.helper.make_node("Mul", ["brightness", "pale"], ["seen"])
    network.graph.node.insert(2, scale)
    network.graph.initializer.append(numpy_helper.from_array(np.array(pale, np.float32), "pale"))
    next(node for node in network.graph.node if node.output[0] == "scores").input[0] = "seen"
    onnx.save(network, folder / ONNX)
    return ModelFolder.open(folder)


def bright_dataset(root: Path, cells: dict[str, list[tuple[int, int]]]) -> Dataset:
    """Write black images with white cells at (column, row)."""
    (root / "JPEGImages").mkdir(parents=True)
    for name, places in cells.items():
        picture = np.zeros((*INPUT_SIZE, 3), np.uint8)
        for column, row in places:
            picture[row * CELL : (row + 1) * CELL, column * CELL : (column + 1) * CELL] = 255
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), picture)
    return Dataset.open(root)


def publish_tags(models_folder: Path, labels: tuple[str, str] = ("OK", "NG")) -> ModelFolder:
    """Write sort@1: how sure it is of the second tag is how bright the picture is, and of the first the rest."""
    return _publish_plain(models_folder, "sort", "classification", labels, pooled=True)


def publish_pixels(models_folder: Path, label: str = "stain") -> ModelFolder:
    """Write paint@1, which says of each pixel as surely that it is a stain as it is bright."""
    return _publish_plain(models_folder, "paint", "semantic", (label,), pooled=False)


def _publish_plain(models_folder: Path, name: str, task: str, labels: tuple[str, ...], *, pooled: bool) -> ModelFolder:
    """Write a network that says of a picture, or of each pixel, how dark and how bright it is."""
    folder = models_folder / name / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card(name=name, task=task, labels=labels).model_dump_json())
    output = "scores" if pooled else "classes"
    shape = ["batch", 2] if pooled else ["batch", 2, *INPUT_SIZE]
    nodes = [
        onnx.helper.make_node("ReduceMean", ["images", "over"], ["bright"], keepdims=0 if pooled else 1),
        onnx.helper.make_node("Reshape", ["bright", "as_column"], ["column"]) if pooled
        else onnx.helper.make_node("Identity", ["bright"], ["column"]),
        onnx.helper.make_node("Sub", ["one", "column"], ["dark"]),
        onnx.helper.make_node("Concat", ["dark", "column"], [output], axis=1),
    ]  # fmt: skip
    constants = {"over": np.array([1, 2, 3] if pooled else [1]), "one": np.array(1, np.float32),
                 "as_column": np.array([-1, 1])}  # fmt: skip
    graph = onnx.helper.make_graph(
        nodes,
        name,
        [onnx.helper.make_tensor_value_info("images", onnx.TensorProto.FLOAT, ["batch", 3, *INPUT_SIZE])],
        [onnx.helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(value, key) for key, value in constants.items()],
    )
    onnx.save(
        onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 18)], ir_version=9), folder / ONNX
    )
    return ModelFolder.open(folder)
