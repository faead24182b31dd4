"""What a dataset has for each task."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from core.geometry import Box, Polygon
from core.training.material import Material
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex


def _dataset(root: Path) -> Dataset:
    (root / "JPEGImages").mkdir(parents=True)
    for name in "abc":
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), np.zeros((40, 60, 3), np.uint8))
    return Dataset.open(root)


def _material(dataset: Dataset) -> Material:
    index = DatasetIndex(dataset)
    list(index.summaries())
    return Material.of(dataset, index)


def test_each_task_has_its_own_images(tmp_path: Path) -> None:
    dataset = _dataset(tmp_path)
    box = VocObject(label="dent", shape=Box(5, 5, 20, 20))
    outline = VocObject(label="bolt", shape=Polygon(((30, 5), (50, 5), (40, 30))))
    for name, things, tags in (("a", (box,), ("OK",)), ("b", (box, outline), ("NG", "late")), ("c", (), ())):
        entry = dataset.entry(name)
        dataset.write(entry, replace(dataset.read(entry).with_objects(things), tags=tags))
    material = _material(dataset)
    counts = {task: material.images(task) for task in ("detection", "instances", "semantic", "classification")}
    assert counts == {"detection": 2, "instances": 1, "semantic": 1, "classification": 2}
    assert material.names("detection") == ("bolt", "dent")
    assert material.names("classification") == ("NG", "OK", "late")


def test_mask_pngs_and_class_lists_count_too(tmp_path: Path) -> None:
    dataset = _dataset(tmp_path)
    (tmp_path / "labels.txt").write_text("crack\n")
    (tmp_path / "SegmentationClass").mkdir()
    Image.fromarray(np.ones((40, 60), np.uint8)).convert("P").save(tmp_path / "SegmentationClass" / "a.png")
    dataset.image_sets_folder.mkdir(parents=True)
    (dataset.image_sets_folder / "crack_train.txt").write_text("a  1\nb -1\nc  1\n")
    material = _material(dataset)
    assert (material.boxed, material.outlined, material.tagged) == (0, 1, 2)
    assert material.names("semantic") == material.names("classification") == ("crack",)
