import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import sqlite_file
from core.errors import DatasetError
from core.geometry import Box, Mask
from core.inference.predictor import Predictor
from core.inference.suggestion import Suggestion
from core.review.comparing import compare_image, compare_versions
from core.review.overlap import overlap, overlaps
from core.review.prediction_cache import PredictionCache, predicted
from core.review.prelabel import KEPT_FROM, suggestions_of
from core.tasks.classification import FoundTags
from core.voc.dataset import Dataset
from tests.core.review.versions import bright_dataset, publish


def thing(x: float, score: float = 0.8, label: str = "dent", width: float = 10) -> Suggestion:
    return Suggestion(image="a", label=label, shape=Box(x, 0, x + width, 10), score=score, model="m@1")


def test_the_same_things_are_no_difference() -> None:
    compared = compare_image("a", [thing(0), thing(50)], [thing(50), thing(0)])
    assert compared.difference == 0
    assert [(pair.left.shape, pair.overlap) for pair in compared.pairs] == [
        (pair.right.shape, 1.0) for pair in compared.pairs
    ]


def test_what_only_one_sees_counts_with_its_score() -> None:
    compared = compare_image("a", [thing(0, 0.9), thing(30, 0.2)], [])
    assert compared.difference == pytest.approx(1.1)
    assert [pair.left.score for pair in compared.pairs] == [0.9, 0.2]


def test_another_label_on_the_same_thing_is_one_pair() -> None:
    compared = compare_image("a", [thing(0, 0.8)], [thing(0, 0.8, "scratch")])
    assert len(compared.pairs) == 1
    assert compared.difference == pytest.approx(0.8)


def test_one_label_is_matched_before_a_better_overlap_of_another() -> None:
    compared = compare_image("a", [thing(0)], [thing(0, label="scratch"), thing(1)])
    pair = next(pair for pair in compared.pairs if pair.left is not None)
    assert pair.right.label == "dent"


def test_masks_overlap_by_their_pixels() -> None:
    corner = np.triu(np.ones((10, 10), bool))
    one, other = Mask.from_array(corner, 5, 7), Mask.from_array(corner.T, 5, 7)
    assert overlap(one, one) == 1.0
    assert overlap(one, other) == pytest.approx(10 / 100)
    assert overlap(one, Box(5, 7, 15, 17)) == 1.0


def test_all_pairs_overlap_as_each_does() -> None:
    corner = np.triu(np.ones((10, 10), bool))
    some = [None, Box(5, 7, 15, 17), Mask.from_array(corner, 5, 7), Mask.from_array(corner.T, 5, 7), Box(50, 0, 60, 9)]
    for ones, others in ((some, some), (some, []), ([], some), ([], []), ([None], some[1:])):
        np.testing.assert_allclose(
            overlaps(ones, others),
            np.reshape([[overlap(a, b) for b in others] for a in ones], (len(ones), len(others))),
        )


def test_two_crowds_are_compared_at_once() -> None:
    dice = np.random.default_rng(0)
    ours, theirs = ([thing(x, width=4) for x in dice.uniform(0, 9000, 1000)] for _ in range(2))
    begun = time.process_time()
    compare_image("a", ours, theirs)
    assert time.process_time() - begun < 1


@given(st.lists(st.tuples(st.integers(0, 60), st.floats(0.1, 1), st.sampled_from("ab")), max_size=6),
       st.lists(st.tuples(st.integers(0, 60), st.floats(0.1, 1), st.sampled_from("ab")), max_size=6))  # fmt: skip
def test_every_thing_is_in_one_pair_and_sides_can_be_swapped(left: list, right: list) -> None:
    ours, theirs = ([thing(x, score, label) for x, score, label in rows] for rows in (left, right))
    there, back = compare_image("a", ours, theirs), compare_image("a", theirs, ours)
    assert sorted(id(p.left) for p in there.pairs if p.left) == sorted(map(id, ours))
    assert sorted(id(p.right) for p in there.pairs if p.right) == sorted(map(id, theirs))
    assert there.difference >= 0
    assert compare_image("a", ours, ours).difference == pytest.approx(0, abs=1e-9)
    assert len(there.pairs) == len(back.pairs)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return bright_dataset(tmp_path / "cells", {"calm": [], "one": [(1, 1)], "two": [(0, 0), (3, 2)]})


def test_images_come_with_the_greatest_difference_first(dataset: Dataset) -> None:
    first = publish(dataset.models_folder, 1)
    moved = publish(dataset.models_folder, 2, moved=2.0)
    told = []
    found = compare_versions(dataset, (first, moved), ["calm", "one", "two"], on_progress=told.append)
    assert [image.image for image in found] == ["two", "one", "calm"]
    assert found[0].difference == pytest.approx(2 * found[1].difference)
    assert found[2].pairs == ()
    assert (told[-1].done, told[-1].total) == (6, 6)


def test_a_paler_version_differs_by_its_scores(dataset: Dataset) -> None:
    versions = publish(dataset.models_folder, 1), publish(dataset.models_folder, 2, pale=0.5)
    found = compare_versions(dataset, versions, ["one"])
    assert found[0].difference == pytest.approx(0.5, abs=0.01)


def test_an_image_that_cannot_be_read_is_left_out(dataset: Dataset) -> None:
    dataset.entry("one").path.write_bytes(b"no picture")
    versions = publish(dataset.models_folder, 1), publish(dataset.models_folder, 2)
    assert [image.image for image in compare_versions(dataset, versions, ["one", "two"])] == ["two"]


def test_it_ends_early_when_asked(dataset: Dataset) -> None:
    versions = publish(dataset.models_folder, 1), publish(dataset.models_folder, 2)
    assert compare_versions(dataset, versions, ["one", "two"], should_stop=lambda: True) == []


def test_what_was_found_is_remembered_until_the_image_changes(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, cache, entries = publish(dataset.models_folder, 1), PredictionCache.of(dataset), list(dataset.entries)
    first = list(predicted(cache, model, entries))
    read = []
    whole = Predictor.predict_paths
    monkeypatch.setattr(
        Predictor, "predict_paths", lambda self, paths, **kw: read.append(list(paths)) or whole(self, paths, **kw)
    )
    assert list(predicted(cache, model, entries)) == first
    assert read == []
    path = dataset.entry("two").path
    path.write_bytes(dataset.entry("one").path.read_bytes())
    changed = list(predicted(cache, model, entries))
    assert read == [[path]]
    assert len(changed[2]) == 1


def test_a_version_made_anew_under_its_number_is_another_one(dataset: Dataset) -> None:
    cache, entry = PredictionCache.of(dataset), dataset.entry("one")
    old = publish(dataset.models_folder, 1)
    cache.put(old, entry, [thing(0)])
    assert cache.get(old, entry)[0].shape == Box(0, 0, 10, 10)
    again = publish(dataset.models_folder / "again", 1, created="2026-02-02T00:00:00+00:00")
    assert cache.get(again, entry) is None


def test_a_damaged_cache_says_what_to_do(dataset: Dataset) -> None:
    path = dataset.program_folder / "predictions.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(DatasetError, match="remove it"):
        PredictionCache.of(dataset).get(publish(dataset.models_folder, 1), dataset.entry("one"))


def test_an_entry_that_is_not_whole_is_found_again(dataset: Dataset) -> None:
    cache, model, entry = PredictionCache.of(dataset), publish(dataset.models_folder, 1), dataset.entry("one")
    cache.put(model, entry, [])
    with cache._lock:
        cache._open.execute("UPDATE seen SET found = ?", (json.dumps("?").encode(),))
    assert cache.get(model, entry) is None
    cache.close()


def test_one_unreadable_entry_among_others_is_found_again_in_its_place(dataset: Dataset) -> None:
    cache, model, entries = PredictionCache.of(dataset), publish(dataset.models_folder, 1), list(dataset.entries)
    first = list(predicted(cache, model, entries))
    with cache._lock:
        cache._open.execute("UPDATE seen SET found = ? WHERE image = ?", (b"?", entries[0].name))
        cache._open.execute("DELETE FROM seen WHERE image = ?", (entries[1].name,))
    assert list(predicted(cache, model, entries)) == first
    assert all(cache.knows(model, entry) for entry in entries)
    cache.close()


def test_tags_are_compared_by_their_scores(dataset: Dataset) -> None:
    models = [publish(dataset.models_folder, version, labels=("ok", "ng"), task="classification") for version in (1, 2)]
    left, right = (
        suggestions_of("one", FoundTags(np.array(scores, np.float32)), model, KEPT_FROM)
        for model, scores in zip(models, ((0.9, 0.02), (0.2, 0.8)), strict=True)
    )
    compared = compare_image("one", left, right)
    assert [(pair.left and pair.left.label, pair.right.label) for pair in compared.pairs] == [
        (None, "ng"),
        ("ok", "ok"),
    ]
    assert compared.difference == pytest.approx(1.5)


def test_a_cache_that_another_program_writes_is_not_to_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT_S", 0.05)
    dataset = bright_dataset(tmp_path, {"one": []})
    cache, model, entry = PredictionCache.of(dataset), publish(dataset.models_folder, 1), dataset.entry("one")
    cache.put(model, entry, [])
    path = dataset.program_folder / "predictions.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatasetError, match="another program is writing to it; try again"):
            cache.put(model, entry, [])
    cache.close()
