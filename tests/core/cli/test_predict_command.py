"""``annotrain predict``: which images, how they are looked at, and what becomes of what is found."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.geometry import Box, Polygon
from core.review.store import SuggestionStore
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from tests.core.inference.conftest import INPUT_SIZE
from tests.core.review.versions import bright_dataset, publish, publish_pixels, publish_tags

Run = Callable[..., Any]


@pytest.fixture
def cells(tmp_path: Path) -> Dataset:
    """One labelled image and two others, with a version that finds bright cells."""
    dataset = bright_dataset(tmp_path / "cells", {"drawn": [(0, 0)], "one": [(1, 1)], "two": [(2, 2), (4, 0)]})
    publish(dataset.models_folder, 1)
    entry = dataset.entry("drawn")
    thing = VocObject(label="bright", shape=Box(30, 10, 40, 20))
    height, width = INPUT_SIZE
    dataset.write(entry, Annotation(filename=entry.path.name, width=width, height=height, objects=(thing,)))
    return dataset


def waiting(dataset: Dataset) -> dict[str, set[str]]:
    store = SuggestionStore.of(dataset)
    found: dict[str, set[str]] = {}
    for one in store.open_suggestions(min_score=0.5):
        found.setdefault(one.image, set()).add(one.label)
    store.close()
    return found


@pytest.mark.parametrize(
    ("which", "images"),
    [(None, {"one", "two"}), ("all", {"drawn", "one", "two"}), ("label:bright", {"drawn"}), ("name:t*", {"two"})],
)
def test_images_are_the_unlabelled_ones_all_or_those_of_a_query(
    run: Run, cells: Dataset, which: str | None, images: set[str]
) -> None:
    ran = run("predict", cells.root, *(["--images", which] if which else []), "--json")
    assert (ran.code, ran.json["images"], ran.json["problems"]) == (0, len(images), [])
    assert set(waiting(cells)) == images


def test_what_a_list_of_classes_labels_is_not_looked_at_unasked(run: Run, cells: Dataset) -> None:
    cells.image_sets_folder.mkdir(parents=True)
    (cells.image_sets_folder / "bright_train.txt").write_text("one 1\n")
    assert run("predict", cells.root, "--json").json["images"] == 1
    assert set(waiting(cells)) == {"two"}


def test_labels_get_the_datasets_names_and_thresholds_their_own(run: Run, cells: Dataset) -> None:
    assert run("predict", cells.root, "--label", "bright=cell", "--threshold", "bright=0.9").code == 0
    assert waiting(cells) == {"one": {"cell"}, "two": {"cell"}}
    assert run("predict", cells.root, "--label", "bright=").code == 0
    assert waiting(cells) == {}


def test_what_was_accepted_is_taken_back_by_the_undo_of_every_change(run: Run, cells: Dataset) -> None:
    run("predict", cells.root, "--accept", 0.5)
    ran = run("undo", cells.root, "--json")
    assert (ran.code, set(ran.json["images"])) == (0, {"one", "two"})
    assert not cells.entry("two").annotation_path.exists()
    assert set(waiting(cells)) == {"one", "two"}


def test_accepted_objects_and_tags_are_in_the_files(run: Run, cells: Dataset) -> None:
    before = cells.entry("drawn").annotation_path.read_bytes()
    ran = run("predict", cells.root, "--accept", 0.5, "--json")
    assert ran.json["accepted"] == 3
    assert len(cells.read(cells.entry("two")).objects) == 2
    publish_tags(cells.models_folder)
    ran = run("predict", cells.root, "--model", "sort@1", "--images", "all", "--accept", 0.5, "--json")
    assert ran.json["accepted"] == 3
    assert all(cells.read(entry).tags == ("OK",) for entry in cells.entries)
    assert cells.entry("drawn").annotation_path.read_bytes() != before


def test_masks_are_suggested_as_polygons_where_that_is_asked_for(run: Run, cells: Dataset) -> None:
    publish_pixels(cells.models_folder)
    ran = run("predict", cells.root, "--model", "paint@1", "--polygons", 1.0, "--tiles", 2, "--region", "0,0,1,0.75")
    assert ran.code == 0
    store = SuggestionStore.of(cells)
    shapes = [one.shape for one in store.open_suggestions()]
    store.close()
    assert len(shapes) == 3
    assert all(isinstance(shape, Polygon) for shape in shapes)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--threshold", "dark=0.5"), "knows no label 'dark'"),
        (("--threshold", "bright"), "LABEL=VALUE"),
        (("--threshold", "bright=much"), "no score"),
        (("--region", "0,0,1"), "four numbers"),
        (("--region", "0.5,0,0.5,1"), "region"),
        (("--images", "label:"), "label"),
        (("--tiles", "0"), "tiles"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(
    run: Run, cells: Dataset, options: tuple[str, ...], words: str
) -> None:
    ran = run("predict", cells.root, *options)
    assert ran.code == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_image_that_cannot_be_read_is_told_and_the_others_are_looked_at(run: Run, cells: Dataset) -> None:
    cells.entry("one").path.write_bytes(b"nothing")
    ran = run("predict", cells.root)
    assert ran.code == 2
    assert "one.png" in ran.err
    assert set(waiting(cells)) == {"two"}
