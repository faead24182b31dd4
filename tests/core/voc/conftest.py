"""A small dataset on disk that a test may change."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.geometry import Box
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset

MakeDataset = Callable[..., Dataset]


@pytest.fixture
def make_dataset(tmp_path: Path) -> MakeDataset:
    """Return a function that makes a dataset of 20 x 10 images, each with boxes of the labels given (None: no file)."""

    def make(**labels: list[str] | None) -> Dataset:
        root = tmp_path / "dataset"
        (root / "JPEGImages").mkdir(parents=True)
        for name, found in labels.items():
            Image.new("RGB", (20, 10)).save(root / "JPEGImages" / f"{name}.png")
            if found is not None:
                objects = tuple(VocObject(label=label, shape=Box(1, 2, 9, 8)) for label in found)
                annotation = Annotation(filename=f"{name}.png", width=20, height=10, objects=objects)
                annotation_file.write(root / "Annotations" / f"{name}.xml", annotation)
        return Dataset.open(root)

    return make
