"""Accepting, relabelling and rejecting chosen suggestions: files, verdicts, and the way back."""

from pathlib import Path

import pytest

from core.geometry import Box
from core.review import relabelling
from core.review.bulk import Judging
from core.review.bulk.judging import reject
from core.review.store import Judgement, SuggestionStore, Verdict
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList
from tests.core.review.bulk.made import suggested, with_suggestions

Made = tuple[Dataset, SuggestionStore]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Suggestions 1 and 2 on a, 3 on b."""
    found = {
        "a": [suggested("a", "dent", 0.9, 10), suggested("a", "dent", 0.4, 100)],
        "b": [suggested("b", "crack", 0.7, 50)],
    }
    return with_suggestions(tmp_path / "d", found)


def verdicts(store: SuggestionStore) -> dict[int, str]:
    return dict(store.read("SELECT id, verdict FROM suggestion"))


def number_of(store: SuggestionStore, image: str, score: float) -> int:
    ((number,),) = store.read("SELECT id FROM suggestion WHERE image = ? AND score = ?", (image, score))
    return int(number)


def labels_of(dataset: Dataset, name: str) -> list[str]:
    return [thing.label for thing in dataset.read(dataset.entry(name)).objects]


def test_the_chosen_ones_become_objects_and_one_step_takes_all_back(made: Made) -> None:
    dataset, store = made
    best, other = number_of(store, "a", 0.9), number_of(store, "b", 0.7)
    labels = LabelList().with_label("dent")
    operation = Judging(store, {"a": (best,), "b": (other,)})
    result = relabelling.run(dataset, operation, ["a", "b"], "Accept 2", labels=labels)
    assert not result.problems
    assert labels_of(dataset, "a") == ["dent"]
    assert labels_of(dataset, "b") == ["crack"]
    assert operation.relabel(labels).names == ("dent", "crack")
    assert {best, other} == {number for number, verdict in verdicts(store).items() if verdict == "accepted"}
    assert result.journal is not None
    relabelling.take_back(dataset, result.journal)
    assert not list(dataset.annotations_folder.glob("*.xml"))
    assert set(verdicts(store).values()) == {"open"}
    relabelling.redo(dataset, result.journal)
    assert verdicts(store)[best] == "accepted"
    assert labels_of(dataset, "a") == ["dent"]


def test_where_a_file_was_changed_since_its_verdicts_are_not_taken_back(made: Made) -> None:
    dataset, store = made
    best, other = number_of(store, "a", 0.9), number_of(store, "b", 0.7)
    result = relabelling.run(dataset, Judging(store, {"a": (best,), "b": (other,)}), ["a", "b"], "Accept")
    entry = dataset.entry("a")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="stain", shape=Box(1, 2, 3, 4)),)))
    assert result.journal is not None
    assert len(relabelling.take_back(dataset, result.journal).problems) == 1
    assert (verdicts(store)[best], verdicts(store)[other]) == ("accepted", "open")


def test_under_another_label_they_are_corrected(made: Made) -> None:
    dataset, store = made
    number = number_of(store, "b", 0.7)
    relabelling.run(dataset, Judging(store, {"b": (number,)}, "scratch"), ["b"], "Relabel")
    assert labels_of(dataset, "b") == ["scratch"]
    assert store.read("SELECT verdict, iou, label FROM verdict") == [("corrected", 1.0, "scratch")]


def test_what_is_there_already_is_right_but_adds_nothing(made: Made) -> None:
    dataset, store = made
    entry = dataset.entry("a")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="dent", shape=Box(10, 20, 30, 40)),)))
    before = entry.annotation_path.read_bytes()
    number = number_of(store, "a", 0.9)
    result = relabelling.run(dataset, Judging(store, {"a": (number,)}), ["a"], "Accept")
    assert entry.annotation_path.read_bytes() == before
    assert result.journal is None
    assert verdicts(store)[number] == "accepted"
    assert store.read("SELECT verdict, iou FROM verdict") == [("accepted", 1.0)], "it spared nobody any work"
    assert isinstance(result, relabelling.JudgedOnly)
    relabelling.take_back_verdicts(dataset, result)
    assert verdicts(store)[number] == "open"
    assert entry.annotation_path.read_bytes() == before


def test_what_contradicts_a_person_waits(made: Made) -> None:
    dataset, store = made
    entry = dataset.entry("a")
    dataset.write(entry, dataset.read(entry).with_objects((VocObject(label="stain", shape=Box(10, 20, 30, 40)),)))
    number = number_of(store, "a", 0.9)
    relabelling.run(dataset, Judging(store, {"a": (number,)}), ["a"], "Accept")
    assert labels_of(dataset, "a") == ["stain"]
    assert verdicts(store)[number] == "open"


def test_two_versions_that_suggest_the_same_make_one_object(tmp_path: Path) -> None:
    dataset, store = with_suggestions(tmp_path / "d", {"a": [suggested("a", "dent", 0.9, 10)]})
    store.replace_open("a", "parts@2", [suggested("a", "dent", 0.8, 11, "parts@2")])
    numbers = tuple(verdicts(store))
    relabelling.run(dataset, Judging(store, {"a": numbers}), ["a"], "Accept")
    assert labels_of(dataset, "a") == ["dent"]
    assert set(verdicts(store).values()) == {"accepted"}


def test_a_file_that_cannot_be_read_keeps_its_suggestions_waiting(made: Made) -> None:
    dataset, store = made
    path = dataset.entry("b").annotation_path
    path.parent.mkdir()
    path.write_text("<annotation><object></annotation>")
    best, other = number_of(store, "a", 0.9), number_of(store, "b", 0.7)
    result = relabelling.run(dataset, Judging(store, {"a": (best,), "b": (other,)}), ["a", "b"], "Accept")
    assert len(result.problems) == 1
    assert (verdicts(store)[best], verdicts(store)[other]) == ("accepted", "open")


def test_what_was_judged_since_it_was_chosen_stays_as_it_is(made: Made) -> None:
    dataset, store = made
    best, other = number_of(store, "a", 0.9), number_of(store, "b", 0.7)
    store.give_verdict({best: Judgement(verdict=Verdict.CORRECTED, iou=0.6), other: Verdict.ACCEPTED})
    before = store.read("SELECT * FROM verdict")
    relabelling.run(dataset, Judging(store, {"a": (best,), "b": (other,)}), ["a", "b"], "Accept")
    reject(store, [best, other])
    assert store.read("SELECT * FROM verdict") == before
    assert not dataset.annotations_folder.exists()


def test_rejecting_writes_no_file_and_can_be_taken_back(made: Made) -> None:
    dataset, store = made
    change = reject(store, list(verdicts(store)))
    assert set(verdicts(store).values()) == {"rejected"}
    assert not dataset.annotations_folder.exists()
    store.judge_again(change, back=True)
    assert set(verdicts(store).values()) == {"open"}
    assert store.verdict_counts()[Verdict.REJECTED] == 0
