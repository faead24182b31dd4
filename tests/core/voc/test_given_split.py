"""The split of a dataset that has mask PNGs or lists of image-level classes, but no annotation files."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from core.errors import DatasetError
from core.training.spec import Spec
from core.training.start import new_run
from core.voc.dataset import Dataset
from core.voc.given_split import given_split
from core.voc.image_sets import read_set, write_set
from core.voc.index import DatasetIndex
from desktop.train.plan import plan_of


@pytest.fixture(name="bare")
def _bare(tmp_path: Path) -> Dataset:
    (tmp_path / "JPEGImages").mkdir()
    for name in "abcd":
        cv2.imwrite(str(tmp_path / "JPEGImages" / f"{name}.png"), np.zeros((40, 60, 3), np.uint8))
    (tmp_path / "labels.txt").write_text("crack\n")
    return Dataset.open(tmp_path)


def _lists(dataset: Dataset, folder: str, **lists: str) -> None:
    (dataset.root / "ImageSets" / folder).mkdir(parents=True, exist_ok=True)
    for name, text in lists.items():
        (dataset.root / "ImageSets" / folder / f"{name}.txt").write_text(text)


def _masks(dataset: Dataset) -> None:
    (dataset.root / "SegmentationClass").mkdir()
    for name in "abc":
        Image.fromarray(np.ones((40, 60), np.uint8)).convert("P").save(
            dataset.root / "SegmentationClass" / f"{name}.png"
        )


def test_bare_images_have_none_and_cannot_be_trained(bare: Dataset) -> None:
    write_set(bare, "train", ["a", "b"])
    write_set(bare, "val", ["c"])
    assert given_split(bare) is None
    with pytest.raises(DatasetError, match="two labelled images"):
        new_run(bare, Spec.for_model(name="x"))


def test_masks_are_split_as_the_segmentation_lists_have_it(bare: Dataset) -> None:
    _masks(bare)
    assert given_split(bare) is None
    _lists(bare, "Segmentation", train="a\nb\nnot there\n", val="b\nc\n")
    new_run(bare, Spec.for_model("lraspp", name="x"))
    assert (read_set(bare, "train"), read_set(bare, "val")) == (("a", "b"), ("c",))


def test_class_lists_split_too_and_the_window_says_so(bare: Dataset) -> None:
    _lists(bare, "Main", crack_train="a  1\nb -1\n", crack_val="c  1\n", fray_train="d 1\na -1\n", fray_val="c -1\n")
    assert given_split(bare) == {"train": ("a", "b", "d"), "val": ("c",)}
    index = DatasetIndex(bare)
    plan = plan_of(bare, list(index.summaries()), index)
    assert (plan.problem, plan.labelled, plan.train, plan.val) == (None, 4, 3, 1)
    assert plan.names("classification") == ("crack", "fray")
    assert plan.missing("detection") is not None


def test_a_list_of_ones_own_counts_first(bare: Dataset) -> None:
    _masks(bare)
    _lists(bare, "Segmentation", train="a\nb\n", val="c\n")
    write_set(bare, "train", ["c"])
    write_set(bare, "val", ["a", "b"])
    assert given_split(bare) == {"train": ("c",), "val": ("a", "b")}


def test_images_of_ones_own_validation_list_are_not_learned_from(bare: Dataset) -> None:
    _masks(bare)
    _lists(bare, "Segmentation", train="a\nb\n", val="c\n")
    write_set(bare, "val", ["b"])
    new_run(bare, Spec.for_model("lraspp", name="x"))
    assert (read_set(bare, "train"), read_set(bare, "val")) == (("a",), ("b",))
