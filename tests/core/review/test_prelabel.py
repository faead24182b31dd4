"""A model proposes for many images: as it is asked to, without touching what a person said."""

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import InvalidValueError
from core.geometry import Box, Mask, Polygon
from core.inference.model_folder import ModelFolder
from core.review import relabelling
from core.review.bulk_accept import accept_everywhere
from core.review.looks import Looks, who_looks
from core.review.prelabel import PrelabelSettings, Progress, prelabel
from core.review.proposing import Outlines, Suppression
from core.review.store import Source, SuggestionStore, Verdict
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from tests.core.inference.conftest import CELL, INPUT_SIZE
from tests.core.review.versions import bright_dataset, publish, publish_pixels, publish_tags

PLACES = {"one": [(0, 0), (4, 2)], "two": [(1, 1)], "three": []}


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return bright_dataset(tmp_path / "cells", PLACES)


@pytest.fixture
def store(dataset: Dataset) -> Iterator[SuggestionStore]:
    store = SuggestionStore.of(dataset)
    yield store
    store.close()


@pytest.fixture
def model(dataset: Dataset) -> ModelFolder:
    return publish(dataset.models_folder, 1)


def found(store: SuggestionStore) -> dict[str, int]:
    return store.open_counts(0.5)


def test_every_image_is_looked_at_and_the_look_is_kept(
    dataset: Dataset, store: SuggestionStore, model: ModelFolder
) -> None:
    told: list[Progress] = []
    result = prelabel(model, dataset.entries, store, source=Source.COMMAND, on_progress=told.append)
    assert (result.images, result.suggestions, result.cancelled) == (3, 3, False)
    assert found(store) == {"one": 2, "two": 1}
    assert [(one.done, one.total) for one in told] == [(1, 3), (2, 3), (3, 3)]
    looks = store.read("SELECT image, model, found, source FROM prediction ORDER BY image")
    assert looks == [("one", "bright@1", 2, "command"), ("three", "bright@1", 0, "command"),
                     ("two", "bright@1", 1, "command")]  # fmt: skip


def test_images_that_vanish_or_cannot_be_read_are_told_and_the_others_go_on(
    dataset: Dataset, store: SuggestionStore, model: ModelFolder
) -> None:
    entries = list(dataset.entries)
    dataset.entry("one").path.write_bytes(b"no image")
    dataset.entry("three").path.unlink()
    result = prelabel(model, entries, store, batch_size=1)
    assert (result.images, result.suggestions) == (1, 1)
    assert {error.path.stem for error in result.unreadable} == {"one", "three"}
    assert found(store) == {"two": 1}


def test_a_second_look_changes_no_row_and_another_version_takes_nothing_away(
    dataset: Dataset, store: SuggestionStore, model: ModelFolder
) -> None:
    prelabel(model, dataset.entries, store)
    rows = store.read("SELECT * FROM suggestion")
    prelabel(model, dataset.entries, store, batch_size=1)
    assert store.read("SELECT * FROM suggestion") == rows
    prelabel(publish(dataset.models_folder, 2, moved=2.0), dataset.entries, store)
    assert [row for row in store.read("SELECT * FROM suggestion") if row[2] == "bright@1"] == rows


@pytest.mark.parametrize("first", [{}, {"bright": "light"}])
def test_what_was_judged_is_not_asked_again(
    dataset: Dataset, store: SuggestionStore, model: ModelFolder, first: dict[str, str]
) -> None:
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(labels=first))
    (two,) = store.open_suggestions("two", 0.5)
    store.give_verdict({two.id: Verdict.REJECTED})
    for names in (first, {"bright": "cell"}, {}):  # by another name neither
        prelabel(model, dataset.entries, store, settings=PrelabelSettings(labels=names))
        assert found(store) == {"one": 2}


def test_a_stop_keeps_what_was_found_until_then(dataset: Dataset, store: SuggestionStore, model: ModelFolder) -> None:
    done: list[Progress] = []
    result = prelabel(
        model,
        list(dataset.entries) * 5,
        store,
        batch_size=1,
        on_progress=done.append,
        should_stop=lambda: len(done) >= 4,
    )
    assert result.cancelled
    assert result.images == len(done) == 4
    assert len(store.read("SELECT * FROM prediction")) == 4


def test_a_pause_writes_what_there_is_and_stops_the_clock(
    dataset: Dataset, store: SuggestionStore, model: ModelFolder
) -> None:
    paused, told, asked = threading.Event(), list[Progress](), []

    def should_wait() -> bool:
        if len(told) == 2 and len(asked) < 4:  # from the third image on it waits for four questions
            asked.append(len(store.read("SELECT id FROM prediction")))
            paused.set()
            return True
        return False

    result = prelabel(model, dataset.entries, store, batch_size=1, on_progress=told.append, should_wait=should_wait)
    assert paused.is_set()
    assert asked[1:] == [2, 2, 2]
    assert result.images == 3
    assert told[2].seconds - told[1].seconds < 10


def test_thresholds_and_names_are_by_label(dataset: Dataset, store: SuggestionStore, model: ModelFolder) -> None:
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(labels={"bright": "cell"}))
    assert {one.label for one in store.open_suggestions()} == {"cell"}
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(thresholds={"bright": 1.0}, min_score=0.0))
    assert {one.score for one in store.open_suggestions()} == {1.0}
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(labels={"bright": None}))
    assert store.open_suggestions() == []


def test_tiles_find_what_is_too_small_at_once_and_a_region_leaves_the_rest(tmp_path: Path) -> None:
    size = (INPUT_SIZE[1] * 4, INPUT_SIZE[0] * 4)
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    for x, y in ((8, 8), (104, 40), (184, 120)):
        picture[y : y + CELL, x : x + CELL] = 255
    (tmp_path / "JPEGImages").mkdir()
    cv2.imwrite(str(tmp_path / "JPEGImages" / "large.png"), picture)
    dataset = Dataset.open(tmp_path)
    store, model = SuggestionStore.of(dataset), publish(dataset.models_folder, 1)
    prelabel(model, dataset.entries, store)
    assert found(store) == {}
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(tiles=4, tile_overlap=0.0, min_score=0.5))
    bounds = {one.shape.bounds for one in store.open_suggestions() if one.shape}
    assert bounds == {Box(x, y, x + 8, y + 8) for x, y in ((8, 8), (104, 40), (184, 120))}
    half = PrelabelSettings(tiles=4, tile_overlap=0.0, region=(0.5, 0.5, 1.0, 1.0), min_score=0.5)
    prelabel(model, dataset.entries, store, settings=half)
    assert all(one.shape.bounds.x0 >= size[0] / 2 for one in store.open_suggestions() if one.shape)
    store.close()


def test_masks_become_polygons_within_the_tolerance(tmp_path: Path) -> None:
    dataset = bright_dataset(tmp_path / "cells", {"one": [(0, 0), (1, 0), (1, 1), (4, 2)]})
    store, model = SuggestionStore.of(dataset), publish_pixels(dataset.models_folder)
    prelabel(model, dataset.entries, store)
    assert sorted(one.shape.area for one in store.open_suggestions() if isinstance(one.shape, Mask)) == [64, 192]
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(shape=Outlines.POLYGON, tolerance=0.0))
    shapes = [one.shape for one in store.open_suggestions()]
    assert sorted(shape.area for shape in shapes if isinstance(shape, Polygon)) == [64, 192]
    assert {shape.bounds for shape in shapes if shape} == {Box(0, 0, 16, 16), Box(32, 16, 40, 24)}
    prelabel(model, dataset.entries, store, settings=PrelabelSettings(shape="polygon", tolerance=3.0, tiles=2))
    assert all(isinstance(one.shape, Polygon) for one in store.open_suggestions())
    store.close()


def test_tags_are_suggested_accepted_and_taken_back(tmp_path: Path) -> None:
    everywhere = [(column, row) for column in range(6) for row in range(4)]
    dataset = bright_dataset(tmp_path / "cells", {"bright": everywhere, "dark": []})
    store, model = SuggestionStore.of(dataset), publish_tags(dataset.models_folder)
    prelabel(model, dataset.entries, store)
    assert {(one.image, one.label, one.shape) for one in store.open_suggestions()} == {
        ("bright", "NG", None),
        ("dark", "OK", None),
    }
    taken = accept_everywhere(dataset, store, 0.5)
    assert taken.accepted == 2
    assert [dataset.read(entry).tags for entry in dataset.entries] == [("NG",), ("OK",)]
    assert taken.change.journal is not None
    assert relabelling.take_back(dataset, taken.change.journal).problems == ()
    assert not any(entry.annotation_path.exists() for entry in dataset.entries)
    assert found(store) == {"bright": 1, "dark": 1}
    store.close()


def test_boxes_of_all_labels_can_drop_each_other(tmp_path: Path) -> None:
    dataset = bright_dataset(tmp_path / "cells", {"one": [(2, 1)]})
    store = SuggestionStore.of(dataset)
    model = publish(dataset.models_folder, 1)
    first, second = (PrelabelSettings(suppression=way) for way in ("labels", Suppression.ALL))
    assert (first.suppression, second.suppression) == (Suppression.LABELS, Suppression.ALL)
    for settings in (first, second):
        prelabel(model, dataset.entries, store, settings=settings)
        assert found(store) == {"one": 1}
    store.close()


def test_what_images_look_like_is_learned_by_the_way_where_the_version_tells(
    dataset: Dataset, store: SuggestionStore, model: ModelFolder
) -> None:
    looks = Looks.of(dataset)
    prelabel(model, dataset.entries, store, looks=looks)
    assert looks.matrix(who_looks(model), ["one", "two", "three"])[0] == []  # this one has no embedding
    looks.close()


@pytest.mark.parametrize(
    "values",
    [{"min_score": 1.5}, {"thresholds": {"a": -0.1}}, {"overlap": 2.0}, {"tiles": 0}, {"tile_overlap": 0.9},
     {"region": (0.5, 0.0, 0.5, 1.0)}, {"region": (0.0, 0.0, 1.2, 1.0)}, {"tolerance": -1.0}, {"labels": {"a": " "}}],
)  # fmt: skip
def test_settings_that_make_no_sense_are_refused_in_words(values: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError):
        PrelabelSettings(**values)


def digests(dataset: Dataset) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((dataset.root / "Annotations").glob("*.xml"))
    }


@pytest.mark.parametrize("count", [30, pytest.param(10_000, marks=pytest.mark.long)])
def test_what_was_labelled_by_hand_keeps_its_bytes_and_one_undo_takes_an_accept_all_back(
    tmp_path: Path, count: int
) -> None:
    places = {f"p{number:05}": [(number % 5, number % 4)] for number in range(count)}
    dataset = bright_dataset(tmp_path / "many", places)
    model = publish(dataset.models_folder, 1)
    for entry in dataset.entries[: count // 5]:
        drawn = VocObject(label="bright", shape=Box(40, 24, 47, 31))
        dataset.write(
            entry,
            Annotation(filename=entry.path.name, width=INPUT_SIZE[1], height=INPUT_SIZE[0], objects=(drawn,)),
        )
    by_hand = digests(dataset)
    assert len(by_hand) == count // 5
    store = SuggestionStore.of(dataset)
    result = prelabel(model, dataset.entries, store)
    assert (result.images, result.suggestions) == (count, count)
    rows = store.read("SELECT * FROM suggestion ORDER BY id")
    prelabel(model, dataset.entries, store)
    assert store.read("SELECT * FROM suggestion ORDER BY id") == rows
    assert digests(dataset) == by_hand
    taken = accept_everywhere(dataset, store, 0.5)
    assert taken.problems == ()
    assert len(digests(dataset)) == count
    assert taken.change.journal is not None
    assert relabelling.take_back(dataset, taken.change.journal).problems == ()
    assert digests(dataset) == by_hand
    assert sum(store.open_counts().values()) == count
    store.close()
