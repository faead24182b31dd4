"""Of what several versions say of one thing the newest one's word is shown."""

from dataclasses import replace
from pathlib import Path

from core.geometry import Box, Shape
from core.inference.suggestion import Suggestion
from core.review.doubles import rejected_on, without_doubles
from core.review.store import SuggestionStore, Verdict

BOX, NEAR, FAR = Box(10, 10, 50, 50), Box(12, 10, 50, 52), Box(200, 10, 240, 50)


def _said(number: int, model: str, label: str, shape: Shape | None, score: float = 0.5) -> Suggestion:
    return Suggestion(id=number, image="a", label=label, shape=shape, score=score, model=model)


def test_a_newer_version_goes_before_an_older_one_whatever_it_calls_the_thing() -> None:
    old, new = _said(1, "bolts@1", "dent", BOX, 0.9), _said(7, "bolts@2", "scratch", NEAR, 0.4)
    far = _said(2, "bolts@1", "dent", FAR, 0.6)
    assert without_doubles([old, far, new]) == [far, new]


def test_two_of_one_version_are_no_doubles() -> None:
    both = [_said(1, "bolts@1", "dent", BOX), _said(2, "bolts@1", "scratch", NEAR)]
    assert without_doubles(both) == both
    assert without_doubles([*both, _said(3, "bolts@2", "dent", FAR)])[:2] == both


def test_a_tag_is_a_double_of_the_same_tag_alone() -> None:
    tags = [_said(1, "bolts@1", "OK", None), _said(2, "bolts@1", "dusty", None), _said(3, "bolts@2", "OK", None)]
    assert without_doubles([*tags, _said(4, "bolts@2", "dent", BOX)]) == [
        tags[1],
        tags[2],
        _said(4, "bolts@2", "dent", BOX),
    ]
    assert without_doubles([]) == []


def test_what_was_rejected_does_not_come_back_from_an_older_version() -> None:
    old, far = _said(1, "bolts@1", "dent", BOX, 0.9), _said(2, "bolts@1", "dent", FAR)
    rejected = _said(7, "bolts@2", "dent", NEAR, 0.4)
    assert without_doubles([old, far], [rejected]) == [far]
    assert without_doubles([_said(3, "bolts@1", "OK", None)], [_said(8, "bolts@2", "OK", None)]) == []


def test_a_rejected_tag_does_not_come_back_under_the_name_that_it_has_since() -> None:
    rejected = replace(_said(8, "bolts@2", "OK", None), own="good")
    renamed, other = (replace(_said(3, model, "Fine", None), own="good") for model in ("bolts@1", "nuts@1"))
    assert without_doubles([renamed, other], [rejected]) == [other]
    unknown = replace(renamed, own="")
    assert without_doubles([unknown], [replace(rejected, own="")]) == [unknown]


def test_what_was_rejected_of_an_older_version_may_be_said_again_by_a_newer_one() -> None:
    new = _said(7, "bolts@2", "dent", NEAR)
    assert without_doubles([new], [_said(1, "bolts@1", "dent", BOX)]) == [new]


def test_what_was_rejected_is_read_from_the_review_log(tmp_path: Path) -> None:
    store = SuggestionStore(tmp_path / "review.sqlite")
    store.replace_open("a", "bolts@1", [_said(0, "bolts@1", "dent", BOX, 0.9)])
    dent = replace(_said(0, "bolts@2", "dent", NEAR, 0.6), own="Dent")
    store.replace_open("a", "bolts@2", [dent, _said(0, "bolts@2", "OK", None)])
    assert rejected_on(store, "a") == []
    store.give_verdict({2: Verdict.REJECTED})
    (rejected,) = rejected_on(store, "a")
    assert (rejected, rejected.own) == (_said(2, "bolts@2", "dent", NEAR, 0.6), "Dent")
    waiting = without_doubles(store.open_suggestions("a"), rejected_on(store, "a"))
    assert [one.label for one in waiting] == ["OK"]
    store.reopen([2])
    assert rejected_on(store, "a") == []
