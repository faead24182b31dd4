"""Lists of images, and splits that are stratified and stay."""

from pathlib import Path

import pytest

from core.errors import DatasetError, InvalidValueError
from core.voc.dataset import Dataset
from core.voc.image_sets import ensure_split, proposed_split, read_set, set_names, write_set
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


def split(dataset: Dataset, labels: dict[str, list[str]], seed: int = 1) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return ensure_split(dataset, labels, seed=seed)


def test_each_label_has_its_share_and_all_images_are_dealt_once(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["common"] + ["rare"] * (i % 10 == 0) + ["odd"] * (i % 7 == 0) for i in range(100)}
    labels |= {f"free{i}": [] for i in range(10)}
    train, val = split(dataset, labels)
    assert sorted(train + val) == sorted(labels)
    for label, images in {"common": 100, "rare": 10, "odd": 15}.items():
        share = sum(label in labels[name] for name in val) / images
        assert 0.15 <= share <= 0.3
    assert sum(name.startswith("free") for name in val) == 2


def test_a_split_stays_and_new_images_join_it(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["x"] for i in range(20)}
    train, val = split(dataset, labels)
    assert (read_set(dataset, "train"), read_set(dataset, "val")) == (train, val)
    assert split(dataset, labels, seed=2) == (train, val)
    more = labels | {f"new{i}": ["x", "y"] for i in range(20)}
    new_train, new_val = split(dataset, more)
    assert new_train[: len(train)] == train
    assert new_val[: len(val)] == val
    assert len(new_val) == 8


def test_the_seed_decides(make_dataset: MakeDataset) -> None:
    labels = {f"img{i}": ["x"] for i in range(50)}
    dataset = make_dataset(a=[])
    found = []
    for seed in (1, 1, 2):
        found.append(split(dataset, labels, seed))
        for name in ("train", "val"):
            (dataset.image_sets_folder / f"{name}.txt").unlink()
    assert found[0] == found[1] != found[2]


def test_two_images_are_one_each_and_one_is_too_few(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    with pytest.raises(DatasetError, match="at least two"):
        split(dataset, {"a": ["x"]})
    assert set_names(dataset) == ()
    train, val = split(dataset, {"a": ["x"], "b": ["x"]})
    assert len(train) == len(val) == 1


def test_the_real_split_stays_as_it_is(bccd: Path) -> None:
    dataset = Dataset.open(bccd)
    train, val = read_set(dataset, "train"), read_set(dataset, "val")
    labels = dict.fromkeys((*train, *val), ("RBC",))
    assert ensure_split(dataset, labels, seed=5) == (train, val)


def test_a_proposal_writes_nothing_and_is_what_comes(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["x"] for i in range(20)}
    proposal = proposed_split(dataset, labels, seed=1)
    assert set_names(dataset) == ()
    assert split(dataset, labels) == proposal
    assert proposed_split(dataset, {}, seed=1) == proposal


@pytest.mark.parametrize("there", ["train", "val"])
def test_a_single_new_image_fills_the_empty_list(make_dataset: MakeDataset, there: str) -> None:
    dataset = make_dataset(a=[], b=[])
    write_set(dataset, there, ["a"])
    assert sorted(split(dataset, {"a": ["x"], "b": ["x"]})) == [("a",), ("b",)]


def test_a_missing_list_names_those_that_are_there(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    write_set(dataset, "train", ["a"])
    with pytest.raises(DatasetError, match=r"vol\.txt: is not there; the image sets there are: train"):
        read_set(dataset, "vol")
