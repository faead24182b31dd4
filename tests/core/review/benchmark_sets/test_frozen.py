"""A set is frozen, and a change of it is seen."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace

import cv2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import DatasetError, InvalidValueError
from core.review.benchmark_sets.frozen import (
    BenchmarkSet,
    Changes,
    benchmark_set,
    benchmark_sets,
    changes_since,
    freeze,
    remove_set,
)
from core.voc.dataset import Dataset
from core.voc.held_out import copies_of_held_out, held_out
from core.voc.image_sets import read_set, set_names, write_set
from core.voc.index import DatasetIndex
from core.voc.splits import ensure_split
from tests.core.review.benchmark_sets.conftest import draw


@pytest.fixture
def frozen(dataset: Dataset) -> BenchmarkSet:
    return freeze(dataset, "hard", ["c", "d"])[0]


def test_a_set_is_written_with_its_list_and_read_again(dataset: Dataset, frozen: BenchmarkSet) -> None:
    assert read_set(dataset, "hard") == ("c", "d") == frozen.names
    assert benchmark_sets(dataset) == [frozen] == [benchmark_set(dataset, "hard")]
    assert not changes_since(dataset, frozen)
    assert held_out(dataset) == {"c", "d"}


def test_what_is_not_labelled_is_left_out_and_told(dataset: Dataset) -> None:
    made, left_out = freeze(dataset, "all", ["d", "e", "d"])
    assert (made.names, left_out) == (("d",), ("e",))
    with pytest.raises(DatasetError, match="none of these images is labelled"):
        freeze(dataset, "none", ["e"])


def test_a_list_that_a_person_had_is_neither_written_nor_removed(dataset: Dataset) -> None:
    path = dataset.image_sets_folder / "factory.txt"
    for content in (b"e\r\nd\r\ngone\r\n", b"e\nd\nc\n"):
        path.write_bytes(content)
        made, _ = freeze(dataset, "factory", ["d", "e"])
        assert path.read_bytes() == content
        assert made.names == ("d",)
        assert not changes_since(dataset, benchmark_set(dataset, "factory"))
    write_set(dataset, "factory", ["e"])
    assert changes_since(dataset, made) == Changes(relisted=True)
    remove_set(dataset, benchmark_set(dataset, "factory"))
    assert path.is_file()


def test_lists_of_tags_and_masks_are_labels_too(dataset: Dataset) -> None:
    write_set(dataset, "Crack_train", ["e 1"])
    made, left_out = freeze(dataset, "tags", ["e"])
    assert (made.names, left_out) == (("e",), ())
    write_set(dataset, "Crack_train", ["e -1"])
    assert changes_since(dataset, made) == Changes(labels=("e",))


@pytest.mark.parametrize("name", ["", ".x", "a/b", " a", "v@1", "train", "val"])
def test_names_that_do_not_do(dataset: Dataset, name: str) -> None:
    with pytest.raises(InvalidValueError):
        freeze(dataset, name, ["c"])


def test_a_list_of_other_images_is_not_overwritten(dataset: Dataset) -> None:
    with pytest.raises(DatasetError, match="choose another name"):
        freeze(dataset, "test", ["a"])
    assert freeze(dataset, "test", ["c", "d"])[0].names == ("c", "d")


def _relabel(dataset: Dataset) -> None:
    draw(dataset, dataset.entry("c"), 0, 0)


def _repaint(dataset: Dataset) -> None:
    path = str(dataset.entry("c").path)
    cv2.imwrite(path, 255 - cv2.imread(path))


def _remove(dataset: Dataset) -> None:
    dataset.entry("c").path.unlink()


def _relist(dataset: Dataset) -> None:
    write_set(dataset, "hard", ["d"])


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (_relabel, Changes(labels=("c",))),
        (_repaint, Changes(pictures=("c",))),
        (_remove, Changes(gone=("c",))),
        (_relist, Changes(relisted=True)),
        (lambda dataset: dataset.entry("d").annotation_path.unlink(), Changes(labels=("d",))),
        (lambda dataset: dataset.entry("d").annotation_path.write_text("<broken"), Changes(labels=("d",))),
    ],
)
def test_a_change_is_seen_and_named(
    dataset: Dataset, frozen: BenchmarkSet, change: Callable[[Dataset], None], found: Changes
) -> None:
    change(dataset)
    assert changes_since(Dataset.open(dataset.root), frozen) == found
    assert len(found.sentences()) == 1


def test_a_picture_of_the_same_name_neither_joins_a_set_nor_takes_an_image_out(
    dataset: Dataset, frozen: BenchmarkSet
) -> None:
    cv2.imwrite(str(dataset.images_folder / "c.jpg"), cv2.imread(str(dataset.entry("b").path)))
    reopened = Dataset.open(dataset.root)  # c is named c.png now, and has lost its labels to nobody
    assert held_out(reopened) == {"c.png", "d"}
    assert changes_since(reopened, frozen) == Changes(labels=("c",), relisted=True)
    assert frozen.names_now(reopened) == {"c": "c.png", "d": "d"}
    draw(reopened, reopened.entry("c.png"), 2, 2)
    draw(reopened, reopened.entry("c.jpg"), 1, 1)
    assert changes_since(reopened, frozen) == Changes(relisted=True)  # the list still says c
    again, _ = freeze(reopened, "hard", frozen.names_now(reopened).values())
    assert not changes_since(reopened, again)
    (reopened.images_folder / "c.jpg").unlink()
    assert held_out(Dataset.open(dataset.root)) == {"c", "d"}
    assert again.names == ("c.png", "d")


def test_names_in_other_capitals(dataset: Dataset, frozen: BenchmarkSet) -> None:
    entry = dataset.entry("d")
    other = entry.path.with_name("C.png")  # Linux takes it for another file
    if not other.exists():
        other.write_bytes(entry.path.read_bytes())
        assert held_out(Dataset.open(dataset.root)) == {"c", "d"}
        other.unlink()
    entry.path.rename(entry.path.with_name("D.PNG"))
    renamed = Dataset.open(dataset.root)
    assert held_out(renamed) == {"c", "D"}
    assert frozen.names_now(renamed) == {"c": "c", "d": "D"}


def test_copies_of_a_picture_are_known_by_their_bytes(dataset: Dataset) -> None:
    freeze(dataset, "hard", ["c", "d"])
    shutil.copy(dataset.entry("c").path, dataset.images_folder / "copy.png")
    dataset.entry("d").path.rename(dataset.images_folder / "renamed.png")
    dataset = Dataset.open(dataset.root)
    assert copies_of_held_out(dataset, [*dataset.entries.names, "gone"]) == {"c", "copy", "renamed"}


def test_a_mark_of_being_done_and_a_touched_file_are_no_change(dataset: Dataset, frozen: BenchmarkSet) -> None:
    entry = dataset.entry("c")
    dataset.write(entry, replace(dataset.read(entry), verified=True))
    os.utime(entry.path, (1, 1))
    assert not changes_since(dataset, frozen)


def test_frozen_anew_it_has_another_hash(dataset: Dataset, frozen: BenchmarkSet) -> None:
    _relabel(dataset)
    again, _ = freeze(dataset, "hard", frozen.names)
    assert again.hash != frozen.hash
    assert not changes_since(dataset, again)
    assert freeze(dataset, "hard", frozen.names)[0].hash == again.hash


def test_images_of_a_set_leave_the_list_to_learn_from_and_come_back(dataset: Dataset) -> None:
    write_set(dataset, "test", [])
    write_set(dataset, "train", ["a", "c"])
    one, _ = freeze(dataset, "hard", ["c", "d"])
    split = ensure_split(dataset, DatasetIndex(dataset).summaries(), seed=0)
    assert (sorted(split.train + split.val), split.frozen) == (["a", "b"], ("c", "d"))
    assert "c" not in read_set(dataset, "train")
    remove_set(dataset, one)
    assert "hard" not in set_names(dataset)
    assert not benchmark_sets(dataset)
    split = ensure_split(dataset, DatasetIndex(dataset).summaries(), seed=0)
    assert (sorted(split.train + split.val), split.frozen) == (["a", "b", "c", "d"], ())


def test_a_damaged_record_is_told(dataset: Dataset, frozen: BenchmarkSet) -> None:
    (frozen.folder(dataset) / "frozen.json").write_text("{}")
    with pytest.raises(DatasetError, match="cannot be read"):
        benchmark_sets(dataset)
    with pytest.raises(DatasetError, match=r"cannot be read"):
        benchmark_set(dataset, "other")


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("abcd"), min_size=1, unique=True), st.sampled_from("abcd"))
def test_exactly_the_sets_own_changes_are_seen(dataset: Dataset, names: list[str], touched: str) -> None:
    for entry in dataset.entries[:4]:
        draw(dataset, entry, 1, 1)
    one, _ = freeze(dataset, "any", names)
    assert one.names == tuple(names)
    draw(dataset, dataset.entry(touched), 5, 3)
    assert changes_since(dataset, one).labels == ((touched,) if touched in names else ())
