"""Suggestions and verdicts survive, and replace only what they may."""

import multiprocessing
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import sqlite_file
from core.editing.outline import polygons_of
from core.errors import DatasetError, WriteError
from core.geometry import Box, Mask, Polygon
from core.inference.suggestion import Suggestion
from core.review.store import (
    Doing,
    Judgement,
    Missed,
    Prediction,
    Source,
    SuggestionStore,
    Verdict,
    Work,
)


def suggestion(image: str = "a", score: float = 0.9, model: str = "parts@1", label: str = "dent") -> Suggestion:
    return Suggestion(image=image, label=label, shape=Box(1, 2, 3.5, 4), score=score, model=model)


def looked(image: str = "a", *suggestions: Suggestion) -> Prediction:
    return Prediction(image=image, model="parts@1", suggestions=suggestions or (suggestion(image),))


@pytest.fixture
def store(tmp_path: Path) -> SuggestionStore:
    return SuggestionStore(tmp_path / "review.sqlite")


def test_looking_leaves_no_trace(store: SuggestionStore) -> None:
    assert store.open_suggestions() == []
    assert store.open_counts() == {}
    assert store.verdict_counts() == dict.fromkeys(Verdict, 0)
    assert not store.path.exists()


def test_what_is_put_in_comes_out_best_first(store: SuggestionStore) -> None:
    shapes = [Box(0, 0, 2, 2), Polygon(((0, 0), (4, 0.5), (2, 3))), Mask(1, 2, 2, 1, (0, 2))]
    given = [
        Suggestion(image="a", label="dent", shape=shape, score=score, model="parts@1")
        for shape, score in zip(shapes, (0.2, 0.9, 0.5), strict=True)
    ]
    store.replace_open("a", "parts@1", given)
    found = store.open_suggestions("a")
    assert [s.score for s in found] == [0.9, 0.5, 0.2]
    assert {s.shape for s in found} == set(shapes)
    assert store.open_counts(min_score=0.5) == {"a": 2}


def test_predicting_again_replaces_only_that_version_on_that_image(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion()])
    store.replace_open("a", "parts@2", [suggestion(model="parts@2")])
    store.replace_open("b", "parts@1", [suggestion("b")])
    store.replace_open("a", "parts@1", [suggestion(score=0.3), suggestion(score=0.4)])
    assert [(s.image, s.model, s.score) for s in store.open_suggestions()] == [
        ("a", "parts@2", 0.9),
        ("a", "parts@1", 0.4),
        ("a", "parts@1", 0.3),
        ("b", "parts@1", 0.9),
    ]


def test_a_judged_suggestion_is_not_offered_again_until_taken_back(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion(), suggestion(score=0.5)])
    best, other = (s.id for s in store.open_suggestions("a"))
    assert best is not None
    assert other is not None
    store.give_verdict({best: Verdict.ACCEPTED, other: Verdict.REJECTED})
    assert store.open_suggestions("a") == []
    store.reopen([other])
    assert [s.id for s in store.open_suggestions("a")] == [other]
    counts = store.verdict_counts("parts@1")
    assert (counts[Verdict.ACCEPTED], counts[Verdict.REJECTED], counts[Verdict.OPEN]) == (1, 0, 1)


def test_every_verdict_stays_in_the_log(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion()])
    (only,) = store.open_suggestions("a")
    assert only.id is not None
    store.give_verdict({only.id: Verdict.ACCEPTED})
    store.reopen([only.id])
    store.replace_open("a", "parts@1", [])
    assert store.open_suggestions("a") == []
    with sqlite3.connect(store.path) as connection:
        log = connection.execute(
            "SELECT v.verdict FROM verdict v JOIN suggestion s ON s.id = v.suggestion ORDER BY v.id"
        ).fetchall()
    connection.close()
    assert log == [("accepted",), ("open",)]


def _write_and_die(path: Path) -> None:
    """Write two looks and a verdict, begin a third look, and be killed in the middle of it."""
    store = SuggestionStore(path)
    store.put([looked("a"), looked("b")])
    store.give_verdict({1: Verdict.ACCEPTED})

    def half() -> Iterator[Suggestion]:
        yield suggestion("c")
        os.kill(os.getpid(), 9)

    store.put([looked("c"), Prediction(image="d", model="parts@1", suggestions=half())])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
def test_what_was_written_survives_a_kill_and_half_a_look_is_none(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    child = multiprocessing.get_context("spawn").Process(target=_write_and_die, args=(path,))
    child.start()
    child.join()
    assert child.exitcode == -9
    store = SuggestionStore(path)
    assert [one.image for one in store.open_suggestions()] == ["b"]
    assert store.read("SELECT verdict FROM verdict") == [("accepted",)]
    assert store.versions_that_saw("b") == ["parts@1"]
    assert store.versions_that_saw("c") == []
    store.put([looked("c")])
    assert store.open_counts() == {"b": 1, "c": 1}


def test_a_damaged_file_is_an_error_of_ours(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion()])
    store.close()
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(DatasetError, match="cannot be read"):
        store.open_counts()
    with pytest.raises(WriteError, match="could not be written"):
        store.replace_open("a", "parts@1", [])


@pytest.fixture
def held(store: SuggestionStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[SuggestionStore]:
    """A log that another program holds, for longer than one waits."""
    store.put([looked()])
    store.close()
    monkeypatch.setattr(sqlite_file, "WAIT_S", 0.05)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("UPDATE suggestion SET made = 1")
    yield store
    other.close()
    store.close()


def test_a_file_that_another_program_holds_is_not_called_damaged(held: SuggestionStore) -> None:
    for read in (lambda: held.read("SELECT 1 FROM suggestion"), held.open_suggestions):
        with pytest.raises(DatasetError) as raised:
            read()
        assert str(raised.value) == f"{held.path}: another program is writing to it; try again in a moment."


def test_a_file_that_is_written_elsewhere_for_too_long_is_left_as_it_is(
    store: SuggestionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT_S", 0.05)
    store.put([looked()])
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WriteError, match=r"another program is writing to it; try again in a moment"):
            store.put([looked("b")])
        assert [found.image for found in store.open_suggestions()] == ["a"]
    store.put([looked("b")])


def test_who_reads_while_the_store_is_closed_opens_it_again(store: SuggestionStore) -> None:
    store.put([looked(str(number)) for number in range(200)])
    ended, problems = threading.Event(), list[str]()

    def read() -> None:
        while not ended.is_set():
            try:
                assert len(store.read("SELECT * FROM suggestion")) == 200
            except DatasetError as error:
                problems.append(str(error))
                return

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(300):
        store.close()
    ended.set()
    for reader in readers:
        reader.join()
    store.close()
    assert problems == []


def test_what_waits_gets_another_label_and_the_old_one_back(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion(label=label, score=score) for label, score in
                                        (("dent", 0.9), ("bump", 0.8), ("scratch", 0.7), ("dent", 0.6))])  # fmt: skip
    judged = store.open_suggestions("a")[-1]
    store.give_verdict({judged.id: Verdict.ACCEPTED})
    store.relabel("change 1", ("dent", "bump"), "knock")
    assert [s.label for s in store.open_suggestions("a")] == ["knock", "knock", "scratch"]
    store.reopen([judged.id])
    assert [s.label for s in store.open_suggestions("a")][-1] == "dent"
    store.relabel_again("change 1", back=True)
    assert [s.label for s in store.open_suggestions("a")] == ["dent", "bump", "scratch", "dent"]
    store.relabel_again("change 1", back=False)
    assert [s.label for s in store.open_suggestions("a")] == ["knock", "knock", "scratch", "dent"]


def test_what_came_after_a_change_of_labels_is_not_touched_by_taking_it_back(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion(label="dent")])
    store.relabel("change 1", ("dent",), "knock")
    store.replace_open("a", "parts@1", [suggestion(label="scratch")])
    store.relabel_again("change 1", back=True)
    assert [s.label for s in store.open_suggestions("a")] == ["scratch"]


def test_each_look_is_kept_even_where_nothing_is_seen(store: SuggestionStore) -> None:
    store.put([looked("a"), Prediction(image="b", model="parts@1", source=Source.ASSIST)])
    store.put([Prediction(image="a", model="parts@2", source=Source.WATCH)])
    rows = store.read("SELECT image, model, found, source FROM prediction ORDER BY id")
    assert rows == [("a", "parts@1", 1, "prelabel"), ("b", "parts@1", 0, "assist"), ("a", "parts@2", 0, "watch")]
    assert store.versions_that_saw("a") == ["parts@2", "parts@1"]


def test_a_second_look_that_says_the_same_changes_nothing(store: SuggestionStore) -> None:
    mask = Suggestion(image="a", label="dent", shape=Mask(1, 2, 2, 1, (0, 2)), score=0.5, model="parts@1")
    tag = Suggestion(image="a", label="NG", shape=None, score=0.7, model="parts@1")
    store.put([looked("a", suggestion(), mask, tag)])
    before = store.read("SELECT * FROM suggestion")
    box = Box(1.01, 2, 3.5, 4)
    again = Suggestion(image="a", label="dent", shape=box, score=0.9001, model="parts@1")
    store.put([looked("a", tag, again, mask)])
    assert store.read("SELECT * FROM suggestion") == before


def test_an_outline_that_is_made_anew_takes_the_place_of_the_old_one(store: SuggestionStore) -> None:
    """As one is with another tolerance: its bounds are what they were."""
    pixels = np.hypot(*(np.indices((60, 60)) - 30)) < 25
    disc = Mask.from_array(pixels, 0, 0)
    fine, coarse = (polygons_of(disc, tolerance)[0] for tolerance in (0.5, 3))
    assert fine.bounds == coarse.bounds
    hollow = Mask.from_array(pixels & (np.hypot(*(np.indices((60, 60)) - 30)) > 10), 0, 0)
    for old, new in ((fine, coarse), (disc, hollow)):
        said = [Suggestion(image="a", label="dent", shape=shape, score=0.9, model="m@1") for shape in (old, new)]
        store.replace_open("a", "m@1", said[:1])
        store.replace_open("a", "m@1", said[1:])
        [waits] = store.open_suggestions("a")
        assert waits.shape == new
        store.replace_open("a", "m@1", said[1:])
        assert store.open_suggestions("a") == [waits]


def test_what_was_judged_is_not_suggested_again_but_for_undo(store: SuggestionStore) -> None:
    store.put([looked("a", suggestion(), suggestion(label="scratch"))])
    ids = {one.label: one.id for one in store.open_suggestions("a")}
    store.give_verdict({ids["dent"]: Verdict.REJECTED})
    store.put([looked("a", suggestion(score=0.8), suggestion(label="scratch"), suggestion(label="stain"))])
    assert {one.label for one in store.open_suggestions("a")} == {"scratch", "stain"}
    store.reopen([ids["dent"]])
    assert {one.label for one in store.open_suggestions("a")} == {"dent", "scratch", "stain"}


def test_what_was_judged_under_another_name_is_not_suggested_again(store: SuggestionStore) -> None:
    dent, other = suggestion(label="dent"), suggestion(label="scratch")
    store.replace_open("a", "parts@1", [dent, other])
    found = {one.label: one.id for one in store.open_suggestions()}
    store.give_verdict({found["dent"]: Verdict.REJECTED})
    store.relabel("0001", ["scratch"], "mark")
    store.give_verdict({found["scratch"]: Verdict.REJECTED})
    mapped = replace(dent, label="Dent", own="dent")
    for again in ([mapped, other], [mapped, replace(other, label="mark", own="scratch")]):
        store.replace_open("a", "parts@1", again)
        assert store.open_suggestions() == []
    elsewhere = replace(mapped, shape=Box(50, 50, 60, 60))
    another = replace(dent, label="crack", own="crack")
    store.replace_open("a", "parts@1", [elsewhere, another])
    assert {one.label for one in store.open_suggestions()} == {"Dent", "crack"}


def test_what_was_judged_as_one_label_is_not_suggested_as_a_third(store: SuggestionStore) -> None:
    dent, crack = replace(suggestion(label="Dent"), own="dent"), replace(suggestion(label="Crack"), own="crack")
    tag = replace(dent, label="Bad", shape=None, own="NG")
    store.replace_open("a", "parts@1", [dent, tag])
    store.give_verdict(dict.fromkeys([one.id or 0 for one in store.open_suggestions()], Verdict.REJECTED))
    store.replace_open("a", "parts@1", [replace(dent, label="scratch"), replace(tag, label="Poor"), crack])
    assert [one.label for one in store.open_suggestions()] == ["Crack"]


def test_what_the_project_once_called_as_the_model_calls_another_thing_is_not_that_thing(
    store: SuggestionStore,
) -> None:
    store.replace_open("a", "parts@1", [replace(suggestion(label="dent"), own="crack")])
    store.give_verdict({store.open_suggestions()[0].id or 0: Verdict.REJECTED})
    store.replace_open("a", "parts@1", [replace(suggestion(label="hole"), own="dent")])
    assert [one.label for one in store.open_suggestions()] == ["hole"]


def test_what_was_kept_without_the_models_name_learns_it_from_the_next_look(store: SuggestionStore) -> None:
    unknown, known = suggestion(label="Dent"), replace(suggestion(label="Dent"), own="dent")
    names = []
    for again in (unknown, known, unknown):
        store.replace_open("a", "parts@1", [again])
        (found,) = store.open_suggestions()
        names.append((found.id, found.own))
    assert names == [(1, ""), (1, "dent"), (1, "dent")]


def test_the_number_of_what_is_gone_is_never_given_again(store: SuggestionStore) -> None:
    store.put([looked("a")])
    (first,) = store.open_suggestions()
    store.put([looked("a", suggestion(label="stain"))])
    (second,) = store.open_suggestions()
    assert second.id > first.id


def test_a_verdict_says_how_much_was_corrected(store: SuggestionStore) -> None:
    store.put([looked("a"), looked("b")])
    first, second = (one.id for one in store.open_suggestions())
    store.give_verdict({first: Judgement(verdict=Verdict.CORRECTED, iou=0.8, label="stain"), second: Verdict.REJECTED})
    rows = store.read("SELECT suggestion, verdict, iou, label FROM verdict ORDER BY id")
    assert rows == [(first, "corrected", 0.8, "stain"), (second, "rejected", None, None)]


def test_what_a_person_did_without_a_suggestion_is_kept(store: SuggestionStore) -> None:
    store.add_missed([Missed(image="a", model="parts@1", label="dent", shape=Box(1, 2, 3, 4)),
                      Missed(image="a", model="sort@1", label="NG", shape=None)])  # fmt: skip
    store.add_work([Work(image="a", what=Doing.DRAWN, label="dent"), Work(image="a", what=Doing.TAGGED, label="NG")])
    assert store.read("SELECT image, model, label FROM missed") == [("a", "parts@1", "dent"), ("a", "sort@1", "NG")]
    assert store.read("SELECT what, label FROM work") == [("drawn", "dent"), ("tagged", "NG")]


def test_the_verdicts_of_one_change_are_taken_back_and_given_again(store: SuggestionStore) -> None:
    store.put([looked("a"), looked("b"), looked("c")])
    first, second, third = (one.id for one in store.open_suggestions())
    store.give_verdict({second: Verdict.REJECTED})
    store.judge("change 1", {first: Verdict.ACCEPTED, second: Judgement(verdict=Verdict.CORRECTED, iou=0.7),
                             third: Verdict.REJECTED})  # fmt: skip
    store.give_verdict({third: Verdict.ACCEPTED})
    store.judge_again("change 1", back=True)
    standing = "SELECT verdict FROM suggestion ORDER BY id"
    assert [row[0] for row in store.read(standing)] == ["open", "rejected", "accepted"]
    store.judge_again("change 1", back=False)
    assert [row[0] for row in store.read(standing)] == ["accepted", "corrected", "accepted"]
    assert store.read("SELECT verdict, iou FROM verdict ORDER BY id DESC LIMIT 1") == [("corrected", 0.7)]


def test_who_reads_waits_for_nobody_who_writes(store: SuggestionStore) -> None:
    store.put([looked("a")])
    found: list[object] = []
    with store._file.transaction() as connection:
        connection.execute("DELETE FROM suggestion")
        reader = threading.Thread(target=lambda: found.extend(store.read("SELECT image FROM suggestion")))
        reader.start()
        reader.join(10)
    assert found == [("a",)]
    assert store.read("SELECT image FROM suggestion") == []
    with pytest.raises(DatasetError, match="readonly"):
        store.read("DELETE FROM prediction")
    store.close()
    assert len(store.read("SELECT * FROM prediction")) == 1
