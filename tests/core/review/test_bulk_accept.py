"""Accepting in many files: each is written as a whole, and all of it can be taken back to the byte."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.editing.batch import interrupted
from core.editing.batch.journal import paths
from core.errors import AnnotationFileError, AnnotrainError, FileChangedError, WriteError
from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review import relabelling
from core.review.bulk_accept import TEXT, Accepting, BulkResult, accept_everywhere
from core.review.reporting import Tally, report_of
from core.review.store import SuggestionStore, Verdict
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList


def suggestion(image: str, score: float, model: str = "parts@1") -> Suggestion:
    return Suggestion(image=image, label="dent", shape=Box(1, 2, 30, 20), score=score, model=model)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Three pictures, of which c has an object elsewhere already."""
    for name in "abc":
        Image.fromarray(np.zeros((50, 100, 3), np.uint8)).save(tmp_path / f"{name}.png")
    dataset = Dataset.open(tmp_path)
    entry = dataset.entry("c")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="stain", shape=Box(60, 10, 90, 40)),)))
    return dataset


@pytest.fixture
def store(dataset: Dataset) -> SuggestionStore:
    store = SuggestionStore.of(dataset)
    for image, score in (("a", 0.9), ("b", 0.3), ("c", 0.8)):
        store.replace_open(image, "parts@1", [suggestion(image, score)])
    return store


def take_back(dataset: Dataset, result: BulkResult) -> tuple[AnnotrainError, ...]:
    assert result.change.journal is not None
    return relabelling.take_back(dataset, result.change.journal).problems


def test_files_and_verdicts_are_written_from_the_threshold_on(dataset: Dataset, store: SuggestionStore) -> None:
    result = accept_everywhere(dataset, store, 0.5)
    assert result.accepted == 2
    (thing,) = dataset.read(dataset.entry("a")).objects
    assert (thing.label, thing.shape) == ("dent", Box(1, 2, 30, 20))
    assert not dataset.entry("b").annotation_path.exists()
    assert [thing.label for thing in dataset.read(dataset.entry("c")).objects] == ["stain", "dent"]
    assert store.verdict_counts()[Verdict.ACCEPTED] == 2
    assert store.open_counts() == {"b": 1}


def test_what_is_there_already_is_right_but_spared_nobody_any_work(dataset: Dataset, store: SuggestionStore) -> None:
    store.replace_open(
        "c", "parts@2", [replace(suggestion("c", 0.9, "parts@2"), label="stain", shape=Box(60, 10, 90, 40))]
    )
    assert accept_everywhere(dataset, store, 0.5).accepted == 2
    said = store.read(
        "SELECT s.image, s.model, v.iou FROM verdict v JOIN suggestion s ON s.id = v.suggestion ORDER BY 1, 2"
    )
    assert said == [("a", "parts@1", None), ("c", "parts@1", None), ("c", "parts@2", 1.0)]
    effort = report_of("parts", store).effort
    assert (effort.objects, effort.hand_actions) == (2, 4)
    assert report_of("parts", store).total == Tally(accepted=3, accepted_at_once=3)


def test_what_was_rejected_of_a_newer_version_is_not_accepted_of_an_older_one(
    dataset: Dataset, store: SuggestionStore
) -> None:
    store.replace_open("a", "parts@2", [suggestion("a", 0.9, "parts@2")])
    [newer] = [one for one in store.open_suggestions("a") if one.model == "parts@2"]
    assert newer.id is not None
    store.give_verdict({newer.id: Verdict.REJECTED})
    accept_everywhere(dataset, store, 0.5)
    assert not dataset.read(dataset.entry("a")).objects


def test_what_the_window_does_not_show_is_not_accepted(dataset: Dataset, store: SuggestionStore) -> None:
    store.replace_open("a", "parts@2", [suggestion("a", 0.2, "parts@2")])  # its word goes: it is not sure
    accept_everywhere(dataset, store, 0.5)
    assert not dataset.read(dataset.entry("a")).objects


def test_a_file_whose_verdicts_cannot_be_kept_is_as_it_was(dataset: Dataset, store: SuggestionStore) -> None:
    before = dataset.entry("c").annotation_path.read_bytes()
    with closing(sqlite3.connect(store.path, isolation_level=None)) as full:
        full.execute("CREATE TRIGGER full BEFORE INSERT ON verdict BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    result = accept_everywhere(dataset, store, 0.0)
    assert (result.accepted, len(result.problems)) == (0, 1)
    assert dataset.entry("c").annotation_path.read_bytes() == before
    assert not dataset.entry("a").annotation_path.exists()
    assert store.open_counts() == {"a": 1, "b": 1, "c": 1}


def test_taking_back_restores_every_byte(dataset: Dataset, store: SuggestionStore) -> None:
    before = dataset.entry("c").annotation_path.read_bytes()
    result = accept_everywhere(dataset, store, 0.0)
    assert take_back(dataset, result) == ()
    assert dataset.entry("c").annotation_path.read_bytes() == before
    assert not dataset.entry("a").annotation_path.exists()
    assert store.open_counts() == {"a": 1, "b": 1, "c": 1}


def test_accepting_all_is_one_action_and_taking_it_back_another(dataset: Dataset, store: SuggestionStore) -> None:
    result = accept_everywhere(dataset, store, 0.0)
    assert report_of("parts", store).effort.actions == 1
    take_back(dataset, result)
    report = report_of("parts", store)
    assert (report.effort.actions, report.total_use.verdicts) == (2, 0)


def test_only_the_named_version_is_accepted(dataset: Dataset, store: SuggestionStore) -> None:
    store.replace_open("b", "parts@2", [suggestion("b", 0.9, "parts@2")])
    assert accept_everywhere(dataset, store, 0.5, model="parts@2").accepted == 1
    assert store.open_counts(0.5) == {"a": 1, "c": 1}


def test_a_file_that_cannot_be_read_is_left_alone_and_reported(dataset: Dataset, store: SuggestionStore) -> None:
    path = dataset.entry("c").annotation_path
    path.write_text("<annotation>")
    result = accept_everywhere(dataset, store, 0.5)
    assert result.accepted == 1
    (problem,) = result.problems
    assert isinstance(problem, AnnotationFileError)
    assert path.read_text() == "<annotation>"


def test_what_contradicts_a_person_goes_on_waiting_and_what_agrees_is_closed(
    dataset: Dataset, store: SuggestionStore
) -> None:
    there = Box(60, 10, 90, 40)
    found = [
        Suggestion(image="c", label=label, shape=there, score=0.9, model="parts@1") for label in ("stain", "scratch")
    ]
    store.replace_open("c", "parts@1", found)
    before = dataset.entry("c").annotation_path.read_bytes()
    assert accept_everywhere(dataset, store, 0.5, among=["c"]).accepted == 0
    assert dataset.entry("c").annotation_path.read_bytes() == before
    assert [one.label for one in store.open_suggestions("c")] == ["scratch"]


def test_tags_are_written_and_taken_back(dataset: Dataset, store: SuggestionStore) -> None:
    before = dataset.entry("c").annotation_path.read_bytes()
    store.replace_open("c", "sort@1", [Suggestion(image="c", label="NG", shape=None, score=0.9, model="sort@1")])
    result = accept_everywhere(dataset, store, 0.5, model="sort@1")
    assert dataset.read(dataset.entry("c")).tags == ("NG",)
    assert take_back(dataset, result) == ()
    assert dataset.entry("c").annotation_path.read_bytes() == before


def test_a_file_changed_since_is_not_taken_back(dataset: Dataset, store: SuggestionStore) -> None:
    result = accept_everywhere(dataset, store, 0.5)
    entry = dataset.entry("a")
    edited = dataset.write(entry, dataset.read(entry).with_objects(()))
    (problem,) = take_back(dataset, result)
    assert isinstance(problem, FileChangedError)
    assert entry.annotation_path.read_bytes() == edited.source


def test_it_is_taken_back_after_a_restart_verdicts_included(dataset: Dataset, store: SuggestionStore) -> None:
    before = dataset.entry("c").annotation_path.read_bytes()
    accept_everywhere(dataset, store, 0.5)
    store.close()
    again = Dataset.open(dataset.root)
    [path] = paths(again)
    result = relabelling.take_back(again, path)
    assert (result.text, set(result.images), result.problems) == (TEXT, {"a", "c"}, ())
    assert again.entry("c").annotation_path.read_bytes() == before
    assert not again.entry("a").annotation_path.exists()
    with closing(SuggestionStore.of(again)) as opened:
        assert opened.open_counts() == {"a": 1, "b": 1, "c": 1}


def test_what_the_log_cannot_note_is_not_begun(dataset: Dataset, store: SuggestionStore) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as full:
        full.execute("CREATE TRIGGER full BEFORE INSERT ON judged BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(WriteError):
        accept_everywhere(dataset, store, 0.5)
    assert not dataset.entry("a").annotation_path.exists()
    assert paths(dataset) == []


def test_ended_early_everything_is_as_it_was(dataset: Dataset, store: SuggestionStore) -> None:
    written = dataset.entry("a").annotation_path
    operation = Accepting(store, 0.5)
    result = relabelling.run(dataset, operation, operation.images(dataset), TEXT, should_stop=written.exists)
    assert (result.cancelled, result.images, paths(dataset)) == (True, (), [])
    assert not dataset.entry("a").annotation_path.exists()
    assert store.open_counts() == {"a": 1, "b": 1, "c": 1}
    assert store.read("SELECT * FROM judged") == []


def test_labels_that_come_in_join_the_list_and_leave_it_again(dataset: Dataset, store: SuggestionStore) -> None:
    labels, operation = LabelList().with_label("stain"), Accepting(store, 0.5)
    result = relabelling.run(dataset, operation, operation.images(dataset), TEXT, labels=labels)
    assert LabelList.load(dataset).names == operation.relabel(labels).names == ("stain", "dent")
    assert result.journal is not None
    relabelling.take_back(dataset, result.journal)
    assert not (dataset.root / "labels.txt").exists()


def test_what_lies_outside_the_image_goes_on_waiting(dataset: Dataset, store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [replace(suggestion("a", 0.9), shape=Box(120, 60, 140, 80))])
    assert accept_everywhere(dataset, store, 0.5, among=["a"]).accepted == 0
    assert not dataset.entry("a").annotation_path.exists()
    assert store.open_counts(0.5) == {"a": 1, "c": 1}


KILLED = """
import os, sys
from pathlib import Path
from core.review import relabelling
from core.review.bulk_accept import TEXT, Accepting
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
dataset = Dataset.open(Path(sys.argv[1]))
first, operation = dataset.entry("a").annotation_path, Accepting(SuggestionStore.of(dataset), 0.5)
relabelling.run(dataset, operation, operation.images(dataset), TEXT,
                report=lambda *_now: os._exit(9) if first.exists() else 0)
"""


@pytest.mark.parametrize("finish", [False, True])
def test_what_a_kill_cut_short_is_told_and_mended(dataset: Dataset, store: SuggestionStore, finish: bool) -> None:
    before = dataset.entry("c").annotation_path.read_bytes()
    store.close()
    assert subprocess.run([sys.executable, "-c", KILLED, str(dataset.root)], check=False).returncode == 9
    assert dataset.entry("a").annotation_path.exists()
    assert dataset.entry("c").annotation_path.read_bytes() == before
    [half] = interrupted(dataset)
    assert half.text == TEXT
    (relabelling.redo if finish else relabelling.take_back)(dataset, half.path)
    assert dataset.entry("a").annotation_path.exists() is finish
    assert (dataset.entry("c").annotation_path.read_bytes() == before) is not finish
    with closing(SuggestionStore.of(dataset)) as again:
        assert again.open_counts() == ({"b": 1} if finish else {"a": 1, "b": 1, "c": 1})
