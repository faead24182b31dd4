"""Suggestions and verdicts survive, and replace only what they may."""

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest

from core.errors import DatasetError, WriteError
from core.geometry import Box, Mask, Polygon
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore, Verdict


def suggestion(image: str = "a", score: float = 0.9, model: str = "parts@1", label: str = "dent") -> Suggestion:
    return Suggestion(image=image, label=label, shape=Box(1, 2, 3.5, 4), score=score, model=model)


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
    store = SuggestionStore(path)
    store.replace_open("a", "parts@1", [suggestion()])
    os.kill(os.getpid(), 9)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
def test_what_was_written_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    child = multiprocessing.get_context("spawn").Process(target=_write_and_die, args=(path,))
    child.start()
    child.join()
    assert child.exitcode == -9
    assert len(SuggestionStore(path).open_suggestions("a")) == 1


def test_a_file_that_is_no_store_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(DatasetError, match=r"review\.sqlite: suggestions cannot be kept there"):
        SuggestionStore(path).open_suggestions()


def test_a_folder_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SuggestionStore(tmp_path / "file" / "review.sqlite")
    with pytest.raises(DatasetError, match="cannot be kept there"):
        store.replace_open("a", "parts@1", [suggestion()])


def test_a_newer_programs_file_is_left_alone(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion()])
    store.close()
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(DatasetError, match="newer Annotrain"):
        SuggestionStore(store.path).open_suggestions()


def test_a_damaged_file_is_an_error_of_ours(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion()])
    store.close()
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(DatasetError, match="cannot be read"):
        store.open_counts()
    with pytest.raises(WriteError, match="could not be written"):
        store.replace_open("a", "parts@1", [])


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
