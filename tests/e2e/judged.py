"""A dataset with a version whose network needs no training: it finds bright cells of 8 pixels."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from core.geometry import Box
from core.inference.model_folder import CARD, ONNX
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.image_sets import write_set
from tests.core.inference.conftest import card
from tests.core.review.test_int8 import write_network

BRIGHT = (8, 8)
"""Where in a, b and c the cell is that is both drawn and bright."""
OVERLOOKED = Box(24, 16, 32, 24)
"""The cell of d that is brighter than all others and that nobody drew."""
DARK = Box(0, 0, 8, 8)
"""The object of d that was drawn where nothing is."""


def make_judged(root: Path, task: str = "detection", write: Callable[[Path], None] = write_network) -> Path:
    """Write four labelled pictures of 48 x 32, the set val of them, and the version bright@1; return the folder."""
    (root / "JPEGImages").mkdir(parents=True)
    (root / "labels.txt").write_text("bright\n")
    for name in "abcd":
        picture = np.full((32, 48, 3), 20, np.uint8)
        x, y = (24, 16) if name == "d" else BRIGHT
        picture[y : y + 8, x : x + 8] = 255 if name == "d" else 230
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), picture)
    dataset = Dataset.open(root)
    for entry in dataset.entries:
        box = DARK if entry.name == "d" else Box(8, 8, 16, 16)
        things = (VocObject(label="bright", shape=box),)
        dataset.write(entry, dataset.read(entry).with_objects(things))
    write_set(dataset, "val", list("abcd"))
    folder = dataset.models_folder / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card(task=task).model_dump_json())
    write(folder / ONNX)
    return root
