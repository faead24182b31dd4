import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.editing import edits
from core.editing.history import History
from core.errors import InvalidValueError
from core.geometry import Box
from core.voc.annotation import Annotation
from tests.core.editing.shapes import HEIGHT, WIDTH, annotation, objects, shapes

BOX = Box(2, 3, 10, 9)


def test_an_edit_leaves_the_value_it_was_given_alone() -> None:
    before = annotation(BOX)
    after = edits.add_object(before, "scratch", Box(1, 1, 5, 5))
    assert len(before.objects) == 1
    assert [thing.label for thing in after.objects] == ["dent", "scratch"]


def test_only_the_named_objects_are_removed() -> None:
    first, second, third = Box(0, 0, 1, 1), Box(0, 0, 2, 2), Box(0, 0, 3, 3)
    left = edits.remove_objects(annotation(first, second, third), {0, 2})
    assert [thing.shape for thing in left.objects] == [second]


def test_another_shape_keeps_the_rest_of_the_object() -> None:
    before = edits.set_flags(annotation(BOX), [0], difficult=True)
    after = edits.set_shape(before, 0, Box(0, 0, 4, 4))
    assert after.objects[0].difficult
    assert after.objects[0].shape == Box(0, 0, 4, 4)


def test_flags_that_are_not_named_stay() -> None:
    once = edits.set_flags(annotation(BOX, BOX), [0, 1], truncated=True)
    twice = edits.set_flags(once, [1], truncated=False, occluded=True)
    assert [(thing.truncated, thing.occluded) for thing in twice.objects] == [(True, False), (False, True)]


def test_a_label_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(InvalidValueError, match="must not be empty"):
        edits.set_label(annotation(BOX), [0], "")


def test_a_tag_is_kept_once() -> None:
    assert edits.set_tags(annotation(), ["NG", "OK", "NG"]).tags == ("NG", "OK")


def test_verified_is_a_word_on_the_image() -> None:
    assert edits.set_verified(annotation(), True).verified


def test_a_box_beyond_the_border_can_come_back_but_go_no_further_out() -> None:
    out = [Box(-3, 0, 5, 5)]
    assert edits.allowed_shift(out, WIDTH, HEIGHT, -4, 0) == (0, 0)
    assert edits.allowed_shift(out, WIDTH, HEIGHT, 4, 0) == (4, 0)


@given(st.lists(shapes(), min_size=1, max_size=4), st.floats(-200, 200), st.floats(-200, 200))
def test_moved_objects_stay_in_the_image(drawn: list, dx: float, dy: float) -> None:
    before = [shape.bounds for shape in drawn]
    shift = edits.allowed_shift(drawn, WIDTH, HEIGHT, dx, dy)
    moved = edits.move_objects(annotation(*drawn), range(len(drawn)), *shift)
    for old, thing in zip(before, moved.objects, strict=True):
        new = thing.shape.bounds
        assert new.x0 >= min(0, old.x0)
        assert new.y0 >= min(0, old.y0)
        assert new.x1 <= max(WIDTH, old.x1)
        assert new.y1 <= max(HEIGHT, old.y1)


def one_edit(value: Annotation, draw: st.DataObject) -> Annotation:
    """Return the annotation after one edit of any kind."""
    places = draw.draw(st.sets(st.integers(0, len(value.objects) - 1), max_size=3)) if value.objects else set()
    match draw.draw(st.sampled_from(("add", "remove", "label", "flags", "move", "tags", "verified"))):
        case "add":
            return value.with_objects((*value.objects, draw.draw(objects())))
        case "remove":
            return edits.remove_objects(value, places)
        case "label":
            return edits.set_label(value, places, "stain")
        case "flags":
            return edits.set_flags(value, places, difficult=draw.draw(st.booleans()))
        case "move":
            return edits.move_objects(value, places, 1, 2)
        case "tags":
            return edits.set_tags(value, ["NG"])
        case _:
            return edits.set_verified(value, not value.verified)


@given(st.data(), st.integers(1, 12))
def test_undoing_any_edits_gives_back_the_first_value_and_redoing_the_last(draw: st.DataObject, count: int) -> None:
    first = annotation(BOX)
    history = History.begin(first)
    for step in range(count):
        history = history.commit(f"step {step}", one_edit(history.current, draw))
    last = history.current
    while history.undo_text is not None:
        history = history.undo()
    assert history.current == first
    while history.redo_text is not None:
        history = history.redo()
    assert history.current == last


def test_history_says_what_it_would_undo_and_forgets_what_was_undone() -> None:
    history = History.begin(annotation())
    assert (history.undo_text, history.redo_text) == (None, None)
    history = history.commit("Draw box", annotation(BOX)).undo()
    assert (history.undo_text, history.redo_text) == (None, "Draw box")
    history = history.commit("Draw polygon", annotation(BOX, BOX))
    assert (history.undo_text, history.redo_text) == ("Draw polygon", None)
    assert history.redo() is history
    first = history.undo()
    assert first.undo() is first
