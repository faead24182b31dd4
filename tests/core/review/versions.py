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
