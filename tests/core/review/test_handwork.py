"""What a person did by hand is read off two values of an annotation."""

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box
from core.review.handwork import Step, not_suggested, steps_between, work_between
from core.review.verdicts import Doing, Missed
from core.voc.annotation import Annotation, VocObject

A = VocObject(label="dent", shape=Box(10, 10, 30, 30))
B = VocObject(label="scratch", shape=Box(40, 10, 60, 30))
C = VocObject(label="dent", shape=Box(70, 10, 90, 30))
EMPTY = Annotation(filename="a.png", width=100, height=50)


def _done(before: Annotation, after: Annotation) -> list[tuple[Doing, str]]:
    return [(work.what, work.label) for work in work_between("a", before, after)]


def _with(*things: VocObject) -> Annotation:
    return EMPTY.with_objects(things)


def test_each_kind_of_work_is_told_from_the_others() -> None:
    moved = replace(A, shape=A.shape.moved(5, 0))
    assert _done(_with(A), _with(A, B)) == [(Doing.DRAWN, "scratch")]
    assert _done(_with(A, B), _with(moved, B)) == [(Doing.MOVED, "dent")]
    assert _done(_with(A, B), _with(replace(A, label="stain"), B)) == [(Doing.RELABELLED, "stain")]
    assert _done(_with(A, B, C), _with(A, C)) == [(Doing.DELETED, "scratch")]
    assert _done(_with(A), _with(replace(moved, label="stain"))) == [
        (Doing.MOVED, "stain"),
        (Doing.RELABELLED, "stain"),
    ]
    assert _done(EMPTY, replace(EMPTY, tags=("OK",))) == [(Doing.TAGGED, "OK")]
    assert _done(replace(EMPTY, tags=("OK",)), replace(EMPTY, tags=("NG",))) == [
        (Doing.TAGGED, "NG"),
        (Doing.TAGGED, "OK"),
    ]


def test_other_marks_and_another_order_are_no_work() -> None:
    assert _done(_with(A), _with(replace(A, difficult=True))) == []
    assert _done(_with(A, B, C), _with(C, A, B)) == []
    assert _done(EMPTY, replace(EMPTY, verified=True)) == []


@given(st.lists(st.sampled_from([A, B, C]), max_size=5), st.lists(st.sampled_from([A, B, C]), max_size=5))
def test_steps_lead_from_one_value_to_the_other(before: list[VocObject], after: list[VocObject]) -> None:
    steps = steps_between(_with(*before), _with(*after))
    things = sorted(map(repr, before))
    for step in steps:
        if step.before is not None:
            things.remove(repr(step.before))
        if step.after is not None:
            things.append(repr(step.after))
    assert sorted(things) == sorted(map(repr, after))
    assert Step(None, None) not in steps


def test_what_a_version_has_suggested_is_not_missed() -> None:
    near, other = Box(12, 10, 30, 30), Box(40, 10, 60, 30)
    suggested = {"bolts@2": [("dent", near), ("dent", other), ("OK", None)], "bolts@1": []}
    missed = not_suggested("a", [A, B], ["OK"], suggested)
    assert missed == [
        Missed(image="a", model="bolts@2", label="scratch", shape=B.shape),
        Missed(image="a", model="bolts@1", label="dent", shape=A.shape),
        Missed(image="a", model="bolts@1", label="scratch", shape=B.shape),
        Missed(image="a", model="bolts@1", label="OK", shape=None),
    ]
    assert not_suggested("a", [A], [], {}) == []


def test_a_crowd_that_is_moved_is_told_at_once() -> None:
    """All of it is other than it was, and each was compared with each: seconds, in which the window stood still."""
    crowd = [VocObject(label="dent", shape=Box(3 * place, 0, 3 * place + 2, 2)) for place in range(3000)]
    moved = [replace(thing, shape=thing.shape.moved(0, 1)) for thing in crowd]
    begun = time.process_time()
    assert len(steps_between(_with(*crowd), _with(*moved))) == len(crowd)
    assert time.process_time() - begun < 1
