"""What counts as labelled: annotation files, mask PNGs and lists of image-level classes."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.review.benchmark_sets import frozen
from core.review.looks import Looks
from core.review.next_up import NextUp
from core.review.store import Prediction, Source, SuggestionStore
from core.review.watching.doubtful import doubtful
from core.review.watching.settings import WatchSettings
from core.voc.annotation import State
from core.voc.checks.checker import check
from core.voc.dataset import Dataset
from core.voc.distributions import distributions
from core.voc.given_labels import GivenLabels, unlabelled
from core.voc.image_sets import write_set
from core.voc.index import DatasetIndex, statistics
from core.voc.search import parse


@pytest.fixture(name="tiles")
def _tiles(tmp_path: Path) -> Dataset:
    """Five images: ``drawn`` has a file, ``line/masked`` a PNG, ``listed`` a class; ``bare`` and ``denied`` nothing."""
    for name in ("drawn", "line/masked", "listed", "denied", "bare"):
        path = tmp_path / "JPEGImages" / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), np.zeros((40, 60, 3), np.uint8))
    for name in ("line/masked", "not there"):
        mask = tmp_path / "SegmentationClass" / f"{name}.png"
        mask.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(mask), np.ones((40, 60), np.uint8))
    (tmp_path / "ImageSets" / "Main").mkdir(parents=True)
    (tmp_path / "ImageSets" / "Main" / "crack_train.txt").write_text("listed 1\ndenied -1\ngone 1\n")
    dataset = Dataset.open(tmp_path)
    entry = dataset.entry("drawn")
    dataset.write(entry, dataset.read(entry))
    return dataset


def names(entries: object) -> set[str]:
    return {entry.name for entry in entries}  # type: ignore[attr-defined]


def test_a_file_a_mask_or_a_class_is_a_label(tiles: Dataset) -> None:
    assert GivenLabels.of(tiles).names == {"line/masked", "listed"}
    assert names(unlabelled(tiles)) == {"denied", "bare"}
    assert frozen.unlabelled(tiles, ["drawn", "bare", "listed"]) == ("bare",)


def test_a_list_that_is_no_text_labels_nothing(tiles: Dataset) -> None:
    (tiles.image_sets_folder / "dent_train.txt").write_bytes(b"\xff\xfe\x00\xd8")
    assert names(unlabelled(tiles)) == {"denied", "bare", "listed"}
    assert "unreadable-list" in {problem.kind for problem in check(tiles)}


def test_the_index_counts_and_finds_them_as_in_work(tiles: Dataset) -> None:
    index = DatasetIndex(tiles)
    found = {one.name: one for one in index.summaries()}
    assert {name for name, one in found.items() if one.is_labelled} == {"drawn", "line/masked", "listed"}
    assert {name for name, one in found.items() if one.is_annotated} == {"drawn"}
    assert found["listed"].state is State.IN_WORK
    assert statistics(found.values()).labelled == 3
    assert set(index.search(parse("state:new"))) == {"bare", "denied"}
    spread = distributions(index)
    assert (spread.states[State.NEW], spread.states[State.IN_WORK]) == (2, 3)
    assert spread.objects_per_image == ((0, 5),)


def test_the_index_follows_a_mask_that_comes_and_a_file_that_goes(tiles: Dataset) -> None:
    index = DatasetIndex(tiles)
    list(index.summaries())
    assert set(index.search(parse("state:new"))) == {"bare", "denied"}
    cv2.imwrite(str(tiles.root / "SegmentationClass" / "bare.png"), np.ones((40, 60), np.uint8))
    (tiles.image_sets_folder / "crack_train.txt").unlink()
    entry = tiles.entry("line/masked")
    tiles.write(entry, tiles.read(entry))
    list(index.summaries())
    assert set(index.search(parse("state:new"))) == {"denied", "listed"}
    entry.annotation_path.unlink()
    assert index.summary(entry).is_labelled
    assert set(index.search(parse("state:new"))) == {"denied", "listed"}


def test_nothing_of_them_is_proposed_for_labelling(tiles: Dataset) -> None:
    store, looks = SuggestionStore.of(tiles), Looks.of(tiles)
    up = NextUp.of(tiles, store, looks, None)
    store.close()
    looks.close()
    assert ({one.image for one in up.proposed}, up.labelled) == ({"bare", "denied"}, 3)


def test_nothing_of_them_waits_in_a_watched_folder(tiles: Dataset) -> None:
    store = SuggestionStore.of(tiles)
    store.put([Prediction(image=entry.name, model="m@1", suggestions=(), source=Source.WATCH)
               for entry in tiles.entries])  # fmt: skip
    waiting = doubtful(tiles, store, WatchSettings(folder=tiles.root / "in"))
    store.close()
    assert {one.image for one in waiting} == {"bare", "denied"}


def test_a_list_to_train_on_may_name_them(tiles: Dataset) -> None:
    write_set(tiles, "train", ["line/masked", "listed", "bare"])
    problems = [one for one in check(tiles) if one.kind == "listed-image-unlabelled"]
    assert [one.image for one in problems] == ["bare"]
