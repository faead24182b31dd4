"""Lists of images."""

from pathlib import Path

import pytest

from core.errors import DatasetError, InvalidValueError
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set, set_names, write_set
from tests.core.voc.conftest import MakeDataset


def test_what_is_written_is_read(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[], b=[])
    assert set_names(dataset) == ()
    write_set(dataset, "train", ["b", "a", "with space 1"])
    assert read_set(dataset, "train") == ("b", "a", "with space")
    assert set_names(dataset) == ("train",)


def test_a_flag_is_told_from_a_name(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(**{"wheel 1": [], "wheel": [], "b": []})
    path = dataset.image_sets_folder / "car_train.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"wheel 1\r\nwheel -1\r\nb  0\r\n\r\n wheel 1 1\r\n")
    assert read_set(dataset, "car_train") == ("wheel 1", "b", "wheel 1")


def test_class_lists_of_real_data(magnetic_tile: Path) -> None:
    dataset = Dataset.open(magnetic_tile)
    assert "Crack_val" in set_names(dataset)
    cracked = read_set(dataset, "Crack_val")
    assert 0 < len(cracked) < len(dataset.entries) / 5
    assert all(name in dataset for name in cracked)


def test_a_missing_or_damaged_list_is_named(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    with pytest.raises(DatasetError, match=r"val\.txt"):
        read_set(dataset, "val")
    write_set(dataset, "val", [])
    (dataset.image_sets_folder / "val.txt").write_bytes(b"\xff")
    with pytest.raises(DatasetError, match=r"val\.txt"):
        read_set(dataset, "val")


@pytest.mark.parametrize("name", ["", "../train", "a/b", ".hidden"])
def test_names_that_are_no_list(make_dataset: MakeDataset, name: str) -> None:
    with pytest.raises(InvalidValueError):
        write_set(make_dataset(a=[]), name, [])


@pytest.mark.parametrize("image", ["", " a", "a\nb", "a\u2028b"])
def test_images_that_cannot_stand_in_a_list(make_dataset: MakeDataset, image: str) -> None:
    with pytest.raises(InvalidValueError):
        write_set(make_dataset(a=[]), "train", [image])


def test_a_missing_list_names_those_that_are_there(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    write_set(dataset, "train", ["a"])
    with pytest.raises(DatasetError, match=r"vol\.txt: is not there; the image sets there are: train"):
        read_set(dataset, "vol")
