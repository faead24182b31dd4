"""Splits that are stratified, that stay, and that do not part look-alikes."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.errors import DatasetError, InvalidValueError
from core.files import write_atomic
from core.voc.checks.alike import near_any
from core.voc.dataset import Dataset
from core.voc.held_out import FROZEN, frozen_folder
from core.voc.image_sets import read_set, set_names, write_set
from core.voc.index import ImageSummary
from core.voc.splits import SIDES, Shares, SideCounts, Split, ensure_split, like_frozen, look_alikes, proposed_split
from core.voc.splits.look_alikes import Groups
from tests.core.voc.conftest import MakeDataset
from tests.core.voc.splits.conftest import draw_twins

Marks = Mapping[str, Sequence[str]]


def summaries(labels: Marks, tags: Marks | None = None) -> list[ImageSummary]:
    return [
        ImageSummary(name, True, dict.fromkeys(found, 1), tuple((tags or {}).get(name, ())))
        for name, found in labels.items()
    ]


def split(dataset: Dataset, labels: Marks, seed: int = 1, **shares: float) -> Split:
    return ensure_split(dataset, summaries(labels), seed=seed, shares=Shares(**shares))


def lists(dataset: Dataset) -> tuple[tuple[str, ...], ...]:
    return tuple(read_set(dataset, name) if name in set_names(dataset) else () for name in SIDES)


def test_each_label_has_its_share_and_all_images_are_dealt_once(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["common"] + ["rare"] * (i % 10 == 0) + ["odd"] * (i % 7 == 0) for i in range(100)}
    labels |= {f"free{i}": [] for i in range(10)}
    found = split(dataset, labels, test=0.0)
    assert sorted(found.train + found.val) == sorted(labels)
    assert lists(dataset) == (found.train, found.val, ())
    for label, images in {"common": 100, "rare": 10, "odd": 15}.items():
        assert sum(found.labels[label]) == images
        assert 0.15 <= found.labels[label].val / images <= 0.3
    assert sum(name.startswith("free") for name in found.val) == 2


def test_a_hundred_images_have_a_test_and_fewer_none(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["x"] for i in range(99)}
    assert proposed_split(dataset, summaries(labels), seed=1).counts == (79, 20, 0)
    labels["img99"] = ["x"]
    found = split(dataset, labels)
    assert found.counts == SideCounts(80, 10, 10)
    assert lists(dataset) == found.sides
    assert found.labels == {"x": (80, 10, 10)}
    asked = proposed_split(
        make_dataset_at(dataset.root.parent / "other"), summaries(labels), seed=1, shares=Shares(test=0.05)
    )
    assert asked.counts == (80, 15, 5)


def make_dataset_at(root: Path) -> Dataset:
    (root / "JPEGImages").mkdir(parents=True)
    Image.new("RGB", (4, 4)).save(root / "JPEGImages" / "a.png")
    return Dataset.open(root)


def test_tags_are_stratified_as_labels_are(make_dataset: MakeDataset) -> None:
    labels = {f"img{i}": ["OK"] if i % 2 else [] for i in range(100)}
    tags = {name: ["NG"] if number % 10 == 0 else ["OK"] for number, name in enumerate(labels)}
    found = proposed_split(make_dataset(a=[]), summaries(labels, tags), seed=4)
    assert found.tags["NG"] == (8, 1, 1)
    assert found.tags["OK"] == (72, 9, 9)
    assert sum(found.labels["OK"]) == 50
    assert abs(found.labels["OK"].train - 40) <= 2


def test_a_split_stays_and_new_images_join_it(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["x"] for i in range(20)}
    first = split(dataset, labels)
    assert lists(dataset) == first.sides
    again = split(dataset, labels, seed=2)
    assert (again.sides, again.added) == (first.sides, ())
    later = split(dataset, labels | {f"new{i}": ["x", "y"] for i in range(20)})
    assert later.train[: len(first.train)] == first.train
    assert later.val[: len(first.val)] == first.val
    assert len(later.val) == 8
    assert set(later.added) == {f"new{i}" for i in range(20)}


@settings(max_examples=25, deadline=None)
@given(
    marks=st.lists(st.sets(st.sampled_from("abc"), max_size=3), min_size=2, max_size=130),
    sizes=st.lists(st.integers(1, 8), min_size=1, max_size=40),
    kept=st.integers(0, 130),
    seed=st.integers(0, 9),
)
def test_whatever_comes_nobody_moves_and_look_alikes_stay_together(
    tmp_path_factory: pytest.TempPathFactory, marks: list[set[str]], sizes: list[int], kept: int, seed: int
) -> None:
    dataset = make_dataset_at(tmp_path_factory.mktemp("split"))
    labels = {f"img{number}": sorted(found) for number, found in enumerate(marks)}
    names, groups = list(labels), list[tuple[str, ...]]()
    for size in sizes:
        at = sum(map(len, groups))
        groups.append(tuple(names[at : at + size]))
    some = tuple(group for group in groups if len(group) > 1)
    early = {name: labels[name] for name in names[:kept]}
    first = proposed_split(dataset, summaries(early), seed=seed, groups=_within(some, early))
    for side, images in zip(SIDES, first.sides, strict=True):
        write_set(dataset, side, images)
    last = proposed_split(dataset, summaries(labels), seed=seed, groups=some)
    assert sorted(name for side in last.sides for name in side) == sorted(labels)
    assert last.train
    assert last.val
    for before, after in zip(first.sides, last.sides, strict=True):
        assert after[: len(before)] == before
    assert set(last.together) | set(last.apart) == set(some)
    for group in last.apart:  # only where there was no other way, or one was parted before
        assert len(group) > 5 or len({name for name in group if name in early}) > 1 or len(labels) <= 8, group
    assert {label: sum(counts) for label, counts in last.labels.items()} == {
        label: sum(label in found for found in marks) for label in set().union(*marks)
    }


def _within(groups: Groups, names: Mapping[str, object]) -> Groups:
    return tuple(tuple(name for name in group if name in names) for group in groups)


def test_pictures_that_look_alike_are_found_and_not_parted(tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=12, each=3)
    labels = {entry.name: ["x"] for entry in dataset.entries}
    seen: list[tuple[int, int]] = []
    found = ensure_split(dataset, summaries(labels), seed=1, report=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (36, 36)
    assert len(found.together) == 12
    assert found.apart == ()
    assert lists(dataset) == found.sides
    assert found.counts.val in (6, 9)
    again = ensure_split(dataset, summaries(labels), seed=1, report=lambda done, total: seen.append((done, total)))
    assert again.sides == found.sides
    assert len(seen) == 36, "no picture is read where there is nothing to deal"


def test_a_new_picture_joins_the_side_of_what_it_looks_like(tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=10, each=2)
    first = {entry.name: ["x"] for entry in dataset.entries if entry.name.endswith("_0")}
    early = split(dataset, first)
    late = split(dataset, {entry.name: ["x"] for entry in dataset.entries})
    assert len(late.together) == 10
    for side, before in zip(late.sides, early.sides, strict=True):
        assert sorted(side) == sorted({*before, *(name.replace("_0", "_1") for name in before)})


def test_what_looks_like_an_image_of_a_benchmark_set_is_not_learned_from(tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=10, each=3)
    labels = {entry.name: ["x"] for entry in dataset.entries}
    write_set(dataset, "train", ["scene0_1", "scene3_0"])
    write_set(dataset, "val", ["scene1_2"])
    _freeze(dataset, "scene0_0", "scene1_0")
    found = split(dataset, {name: label for name, label in labels.items() if name != "scene1_0"})
    assert (found.frozen, found.like_frozen) == (("scene0_0",), ("scene0_1", "scene0_2", "scene1_1"))
    assert not {*found.frozen, *found.like_frozen} & {*found.train, *found.val, *found.test}
    assert "scene1_2" in found.val, "what a person validates on stays"
    assert lists(dataset) == found.sides
    assert found.counts.train + found.counts.val == 25
    assert like_frozen(dataset, labels, read=False) == {*found.like_frozen, "scene1_2"}
    os.utime(dataset.entry("scene0_1").path, (1, 1))
    assert "scene0_1" not in like_frozen(dataset, labels, read=False), "it may show something else by now"
    again = split(dataset, labels)
    assert (again.added, again.sides, again.like_frozen) == ((), found.sides, found.like_frozen)
    assert proposed_split(dataset, summaries(labels), seed=1).added == found.like_frozen, "which reads no picture"


def test_where_nearly_all_look_like_the_benchmark_set_there_is_still_something_to_learn_from(tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=2, each=5)
    _freeze(dataset, "scene0_0", "scene1_0")
    found = split(dataset, {entry.name: ["x"] for entry in dataset.entries})
    assert found.like_frozen == ()
    assert found.counts.train + found.counts.val == 8


def _freeze(dataset: Dataset, *names: str) -> None:
    path = frozen_folder(dataset) / "hard" / FROZEN
    write_atomic(path, json.dumps({"images": [{"name": name} for name in names]}).encode())


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=6), st.lists(st.integers(0, 255), max_size=40))
def test_who_is_near_any_is_found(hashes: list[bytes], flipped: list[int]) -> None:
    others = np.frombuffer(b"".join(hashes), np.uint8).reshape(-1, 32)
    bits = np.unpackbits(others, axis=1)
    for bit in flipped:
        bits[:1, bit] ^= 1
    rows = np.packbits(bits, axis=1)
    expected = [min((a != b).sum() for b in np.unpackbits(others, axis=1)) <= 28 for a in bits]
    assert near_any(rows, others, 28).tolist() == expected


def test_what_a_person_parted_stays_and_is_told(tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=4, each=3)
    write_set(dataset, "train", ["scene0_0", "scene0_1"])
    write_set(dataset, "val", ["scene0_2", "scene1_0"])
    found = split(dataset, {entry.name: ["x"] for entry in dataset.entries})
    assert found.apart == (("scene0_0", "scene0_1", "scene0_2"),)
    assert {"scene1_1", "scene1_2"} <= set(found.val)


def test_a_scene_that_nearly_all_pictures_show_is_dealt_in_blocks(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"film{i}": ["x"] for i in range(200)}
    found = proposed_split(dataset, summaries(labels), seed=1, groups=(tuple(labels),))
    assert found.apart == (tuple(labels),)
    assert abs(found.counts.val - 20) <= 5
    numbers = sorted(int(name.removeprefix("film")) for name in (*found.val, *found.test))
    lonely = [number for number in numbers if not {number - 1, number + 1} & set(numbers)]
    assert not lonely, "neighbours in time are dealt together"


def test_images_that_all_look_alike_are_parted_rather_than_not_learned_from(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    found = proposed_split(dataset, summaries({"a": ["x"], "b": ["x"], "c": []}), seed=1, groups=(("a", "b", "c"),))
    assert found.counts == (2, 1, 0)
    write_set(dataset, "val", ["a"])
    found = proposed_split(dataset, summaries({"a": ["x"], "b": ["x"]}), seed=1, groups=(("a", "b"),))
    assert found.counts == (1, 1, 0)


def test_the_seed_decides(make_dataset: MakeDataset) -> None:
    labels = {f"img{i}": ["x"] for i in range(50)}
    dataset = make_dataset(a=[])
    found = [proposed_split(dataset, summaries(labels), seed=seed).sides for seed in (1, 1, 2)]
    assert found[0] == found[1] != found[2]


def test_two_images_are_one_each_and_one_is_too_few(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    with pytest.raises(DatasetError, match="at least two"):
        split(dataset, {"a": ["x"]})
    assert set_names(dataset) == ()
    assert split(dataset, {"a": ["x"], "b": ["x"]}).counts == (1, 1, 0)


def test_the_real_split_stays_as_it_is(bccd: Path) -> None:
    dataset = Dataset.open(bccd)
    train, val = read_set(dataset, "train"), read_set(dataset, "val")
    found = split(dataset, dict.fromkeys((*train, *val), ("RBC",)), seed=5)
    assert found.sides == (train, val, ())


def test_a_proposal_writes_nothing_and_is_what_comes(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = {f"img{i}": ["x"] for i in range(20)}
    proposal = proposed_split(dataset, summaries(labels), seed=1)
    assert set_names(dataset) == ()
    assert split(dataset, labels) == proposal
    assert proposed_split(dataset, [], seed=1).sides == proposal.sides


@pytest.mark.parametrize("there", ["train", "val"])
def test_a_single_new_image_fills_the_empty_list(make_dataset: MakeDataset, there: str) -> None:
    dataset = make_dataset(a=[], b=[])
    write_set(dataset, there, ["a"])
    assert sorted(split(dataset, {"a": ["x"], "b": ["x"]}).sides) == [(), ("a",), ("b",)]


def test_what_is_not_labelled_or_cannot_be_read_is_not_dealt(make_dataset: MakeDataset) -> None:
    known = [*summaries({"a": ["x"], "b": ["x"]}), ImageSummary("new"), ImageSummary("broken", True, problem="torn")]
    assert sorted(ensure_split(make_dataset(a=[]), known, seed=1).added) == ["a", "b"]


@pytest.mark.parametrize("shares", [{"train": 0.0}, {"train": 1.0}, {"test": 0.2}, {"test": -0.1}])
def test_shares_that_leave_a_side_nothing_are_refused(shares: dict[str, float]) -> None:
    with pytest.raises(InvalidValueError, match="share"):
        Shares(**shares)


def test_look_alikes_are_joined_by_way_of_others_and_what_shows_nothing_is_left_out(tmp_path: Path) -> None:
    dataset = draw_twins(tmp_path, scenes=3, each=3)
    Image.new("L", (60, 40)).save(tmp_path / "JPEGImages" / "black.png")
    (tmp_path / "JPEGImages" / "torn.png").write_bytes(b"no picture")
    dataset = Dataset.open(tmp_path)
    names = {entry.name for entry in dataset.entries} - {"scene1_1", "scene2_0", "scene2_1"}
    assert look_alikes(dataset, [*names, "no such image"]) == (
        ("scene0_0", "scene0_1", "scene0_2"),
        ("scene1_0", "scene1_2"),
    )
    assert look_alikes(dataset, []) == ()
