"""The split of a dataset that has mask PNGs or lists of image-level classes."""

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
from core.voc.image_sets import SIDES, read_set, write_set
from core.voc.index import DatasetIndex
from core.voc.splits import proposed_split
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
    assert (plan.problem, plan.labelled, plan.train, plan.val) == (None, 3, 2, 1), "of b only is said what it is not"
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
    assert (read_set(bare, "train"), read_set(bare, "val")) == (("a", "c"), ("b",))


def test_masks_without_any_list_are_dealt(bare: Dataset) -> None:
    _masks(bare)
    plan = plan_of(bare, DatasetIndex(bare).summaries())
    assert (plan.labelled, plan.given, plan.train + plan.val) == (3, 3, 3)
    new_run(bare, Spec.for_model("lraspp", name="x"))
    assert sorted(read_set(bare, "train") + read_set(bare, "val")) == ["a", "b", "c"]


def test_masks_join_images_with_a_file_in_the_lists_that_are_there(bare: Dataset) -> None:
    _masks(bare)
    bare.write(bare.entry("d"), bare.read(bare.entry("d")))
    write_set(bare, "train", ["a"])
    write_set(bare, "val", ["d"])
    index = DatasetIndex(bare)
    plan = plan_of(bare, index.summaries())
    assert (plan.labelled, plan.train + plan.val) == (4, 4)
    new_run(bare, Spec.for_model("lraspp", name="x"))
    train, val = read_set(bare, "train"), read_set(bare, "val")
    assert (train[0], val[0], {*train[1:], *val[1:]}) == ("a", "d", {"b", "c"})


def test_images_that_the_lists_keep_for_a_test_are_not_learned_from(bare: Dataset) -> None:
    _lists(bare, "Main", crack_train="a  1\n", crack_val="b  1\n", crack_test="b 1\nc  1\nd 0\n")
    assert given_split(bare) == {"train": ("a",), "val": ("b",), "test": ("c", "d")}
    assert plan_of(bare, DatasetIndex(bare).summaries()).test == 1
    new_run(bare, Spec.for_model("classifier", name="x"))
    assert [read_set(bare, name) for name in SIDES] == [("a",), ("b",), ("c", "d")]


def test_classes_of_lists_are_stratified_and_counted_as_tags(tmp_path: Path) -> None:
    (tmp_path / "JPEGImages").mkdir()
    names = [f"img{number:02d}" for number in range(40)]
    for name in names:
        cv2.imwrite(str(tmp_path / "JPEGImages" / f"{name}.png"), np.zeros((4, 4, 3), np.uint8))
    dataset = Dataset.open(tmp_path)
    rare = names[::8]
    _lists(dataset, "Main", crack_trainval="".join(f"{name} 1\n" for name in rare),
           free_trainval="".join(f"{name} 1\n" for name in names if name not in rare))  # fmt: skip
    found = proposed_split(dataset, DatasetIndex(dataset).summaries(), seed=3)
    assert found.tags == {"free": (28, 7, 0), "crack": (4, 1, 0)}
