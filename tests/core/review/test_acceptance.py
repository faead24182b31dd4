"""Accepting adds what is new, inside the image, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box, Mask, Polygon, Shape
from core.inference.suggestion import Suggestion
from core.review.acceptance import Standing, accept, disagreements, offered, standings
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


def tag(label: str, score: float = 0.9) -> Suggestion:
    return Suggestion(image="a", label=label, shape=None, score=score, model="parts@1")


def drawn(*shapes: Shape, label: str = "dent") -> Annotation:
    return EMPTY.with_objects(tuple(VocObject(label=label, shape=shape) for shape in shapes))


def test_what_lies_on_a_persons_object_is_not_offered() -> None:
    there = drawn(Box(10, 10, 30, 30))
    same, other_label, elsewhere = (
        suggestion(11, 11, 31, 31),
        suggestion(11, 11, 31, 31, label="stain"),
        suggestion(60, 10, 80, 30),
    )
    given = [same, other_label, elsewhere]
    assert offered(there, given) == [elsewhere]
    assert standings(there, given) == [Standing.KNOWN, Standing.DISAGREES, Standing.NEW]


def test_another_label_and_another_place_are_disagreements() -> None:
    there = drawn(Box(10, 10, 30, 30))
    relabelled, displaced = suggestion(10, 10, 30, 30, label="stain"), suggestion(17, 10, 37, 30)
    first, second = disagreements(there, [relabelled, displaced])
    assert (first.suggestion, first.thing, first.overlap) == (relabelled, there.objects[0], 1.0)
    assert second.suggestion is displaced
    assert 0.4 < second.overlap < 0.5
    assert disagreements(there, [suggestion(11, 10, 31, 30), suggestion(24, 10, 44, 30)]) == []


def test_what_has_an_object_of_its_own_does_not_contradict_the_one_below_it() -> None:
    both = drawn(Box(10, 10, 30, 30)).objects + drawn(Box(10, 10, 30, 31), label="stain").objects
    assert disagreements(EMPTY.with_objects(both), [suggestion(10, 10, 30, 30)]) == []


def test_a_small_thing_within_a_large_one_is_offered() -> None:
    assert len(offered(drawn(Box(0, 0, 90, 50), label="part"), [suggestion(20, 20, 25, 25)])) == 1


def test_masks_are_compared_by_their_pixels() -> None:
    left, right = Mask(10, 10, 20, 20, (0, 200, 200)), Mask(10, 10, 20, 20, (0, 1, 198, 201))
    crossing = Suggestion(image="a", label="dent", shape=right, score=0.9, model="parts@1")
    assert offered(drawn(left), [crossing]) == [crossing]
    assert offered(drawn(left), [Suggestion(image="a", label="dent", shape=left, score=0.9, model="parts@1")]) == []


def test_a_tag_is_added_once_and_takes_the_place_of_what_it_excludes() -> None:
    tagged = accept(EMPTY, [tag("OK", 0.6), tag("NG", 0.9), tag("rust")])
    assert (tagged.tags, tagged.objects) == (("NG", "rust"), ())
    assert accept(tagged, [tag("rust")]) == tagged


def test_a_tag_is_offered_where_it_lacks_and_disagrees_with_its_opposite() -> None:
    tagged = accept(EMPTY, [tag("OK")])
    given = [tag("OK"), tag("NG"), tag("rust")]
    assert offered(tagged, given) == [given[2]]
    (found,) = disagreements(tagged, given)
    assert (found.suggestion, found.thing, found.tag) == (given[1], None, "OK")


@given(st.lists(st.tuples(*[st.floats(-50, 150)] * 4), max_size=5))
def test_accepted_boxes_always_lie_inside_with_an_area(corners: list[tuple[float, float, float, float]]) -> None:
    result = accept(EMPTY, [suggestion(*c) for c in corners])
    for thing in result.objects:
        box = thing.shape.bounds
        assert 0 <= box.x0 < box.x1 <= EMPTY.width
        assert 0 <= box.y0 < box.y1 <= EMPTY.height
