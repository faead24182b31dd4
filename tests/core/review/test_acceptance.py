"""Accepting adds what is new, inside the image, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box, Polygon
from core.inference.suggestion import Suggestion
from core.review.acceptance import accept, offered
from core.voc.annotation import Annotation, VocObject

EMPTY = Annotation(filename="a.png", width=100, height=50)


def suggestion(*corners: float, label: str = "dent", score: float = 0.9) -> Suggestion:
    return Suggestion(image="a", label=label, shape=Box(*corners), score=score, model="parts@1")


def test_a_suggestion_becomes_an_object_on_whole_pixels() -> None:
    result = accept(EMPTY, [suggestion(1.4, 2.6, 30.2, 20.5)])
    assert result.objects == (VocObject(label="dent", shape=Box(1, 3, 30, 20)),)


def test_what_hangs_over_the_border_is_cut_and_what_lies_outside_is_left_out() -> None:
    result = accept(EMPTY, [suggestion(-5, -5, 20, 20), suggestion(120, 10, 130, 20)])
    assert [thing.shape for thing in result.objects] == [Box(0, 0, 20, 20)]


def test_objects_that_are_there_stay_as_they_are() -> None:
    before = EMPTY.with_objects((VocObject(label="scratch", shape=Polygon(((1, 1), (9, 1), (5, 7)))),))
    after = accept(before, [suggestion(40, 10, 60, 30)])
    assert after.objects[:1] == before.objects


def test_the_same_thing_is_not_offered_twice() -> None:
    drawn = EMPTY.with_objects((VocObject(label="dent", shape=Box(10, 10, 30, 30)),))
    same, other_label, elsewhere = (
        suggestion(11, 11, 31, 31),
        suggestion(11, 11, 31, 31, label="stain"),
        suggestion(60, 10, 80, 30),
    )
    assert offered(drawn, [same, other_label, elsewhere]) == [other_label, elsewhere]


@given(st.lists(st.tuples(*[st.floats(-50, 150)] * 4), max_size=5))
def test_accepted_boxes_always_lie_inside_with_an_area(corners: list[tuple[float, float, float, float]]) -> None:
    result = accept(EMPTY, [suggestion(*c) for c in corners])
    for thing in result.objects:
        box = thing.shape.bounds
        assert 0 <= box.x0 < box.x1 <= EMPTY.width
        assert 0 <= box.y0 < box.y1 <= EMPTY.height
