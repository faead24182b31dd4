"""Four pictures with a bright cell each, all labelled, and versions that find bright cells."""

from pathlib import Path

import pytest

from core.geometry import Box
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset, ImageEntry
from core.voc.image_sets import write_set
from tests.core.inference.conftest import CELL
from tests.core.review.versions import bright_dataset

CELLS = {"a": [(0, 0)], "b": [(1, 1)], "c": [(2, 2)], "d": [(3, 3)], "e": [(4, 0)]}


def draw(dataset: Dataset, entry: ImageEntry, column: int, row: int, label: str = "bright") -> None:
    """Say that there is a cell, in the place of all that was said of the image."""
    thing = VocObject(label=label, shape=Box(CELL * column, CELL * row, CELL * (column + 1), CELL * (row + 1)))
    dataset.write(entry, dataset.read(entry).with_objects((thing,)))


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """a to d are labelled, e is not; the list test is c and d."""
    dataset = bright_dataset(tmp_path / "cells", CELLS)
    (dataset.root / "labels.txt").write_text("bright\n")
    for entry in dataset.entries[:4]:
        draw(dataset, entry, *CELLS[entry.name][0])
    write_set(dataset, "test", ["c", "d"])
    return dataset
