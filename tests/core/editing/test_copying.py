"""Copies lie inside their new image, are free and visible, and survive the way over a clipboard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clipping import clipped
from core.editing.copying import duplicate, from_text, paste, to_text
from core.editing.groups import group
from core.editing.marks import set_hidden, set_locked
from core.errors import InvalidValueError
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import ROTATION, VocObject
from tests.core.editing.shapes import HEIGHT, WIDTH, annotation, objects

SIZE = (WIDTH, HEIGHT)
BOX = Box(2, 3, 10, 9)


def test_a_duplicate_lies_beside_the_old_one_on_top_and_is_what_to_select() -> None:
    done = duplicate(annotation(BOX, Point(1, 1)), [0], SIZE, 5)
    assert [thing.shape for thing in done.annotation.objects] == [BOX, Point(1, 1), BOX.moved(5, 5)]
    assert done.places == {2}


def test_the_next_duplicate_covers_neither_of_the_two() -> None:
    once = duplicate(annotation(BOX), [0], SIZE, 5)
    twice = duplicate(once.annotation, [0], SIZE, 5)
    assert twice.annotation.objects[2].shape == BOX.moved(10, 10)


def test_in_the_corner_a_duplicate_goes_the_other_way() -> None:
    corner = Box(WIDTH - 10, HEIGHT - 10, WIDTH, HEIGHT)
    assert duplicate(annotation(corner), [0], SIZE, 5).annotation.objects[1].shape == corner.moved(-5, -5)


def test_an_object_as_large_as_the_image_is_copied_all_the_same() -> None:
    whole = Box(0, 0, WIDTH, HEIGHT)
    assert [t.shape for t in duplicate(annotation(whole), [0], SIZE, 5).annotation.objects] == [whole, whole]


def test_copies_are_free_and_visible_and_a_group_of_their_own() -> None:
    old = set_hidden(set_locked(group(annotation(BOX, Point(1, 1)), [0, 1]), [0, 1], True), [0], True)
    done = duplicate(old, [0, 1], SIZE, 4)
    copies = done.annotation.objects[2:]
    assert [thing.group for thing in copies] == ["2", "2"]
    assert not any(thing.locked or thing.hidden for thing in copies)
    assert done.annotation.objects[:2] == old.objects


def test_what_reaches_out_of_a_smaller_image_is_cut_and_what_lies_outside_is_moved_in() -> None:
    things = [VocObject(label="dent", shape=shape) for shape in (BOX, Box(50, 40, 80, 70), Box(90, 0, 99, 9))]
    done = paste(annotation(), things, SIZE)
    shapes = [thing.shape for thing in done.annotation.objects]
    assert shapes == [BOX, Box(50, 40, WIDTH, HEIGHT), Box(WIDTH - 9, 0, WIDTH, 9)]
    assert (done.cut, done.brought, done.dropped, done.places) == (1, 1, 0, {0, 1, 2})


@given(st.lists(objects(), max_size=4), st.integers(1, 90), st.integers(1, 90), st.integers(-99, 99))
def test_every_copy_lies_in_whatever_image(things: list[VocObject], width: int, height: int, way: int) -> None:
    done = paste(annotation(), [replace(t, shape=t.shape.moved(way, -way)) for t in things], (width, height))
    assert len(done.places) + done.dropped == len(things)
    for thing in done.annotation.objects:
        assert_inside(thing.shape, width, height)


def test_what_is_larger_than_the_image_and_outside_is_moved_in_and_cut() -> None:
    done = paste(annotation(), [VocObject(label="dent", shape=Box(500, 2, 900, 9))], SIZE)
    assert [thing.shape for thing in done.annotation.objects] == [Box(0, 2, WIDTH, 9)]
    assert (done.cut, done.brought) == (1, 1)


def test_a_rotated_box_that_is_cut_is_none_any_more() -> None:
    turned = VocObject(
        label="dent", shape=Polygon(((-5, 5), (5, 0), (10, 10), (0, 15))), attributes=((ROTATION, "27"), ("a", "1"))
    )
    done = paste(annotation(), [turned], SIZE)
    assert done.annotation.objects[0].attributes == (("a", "1"),)


def test_each_kind_of_shape_is_cut_at_the_border() -> None:
    assert clipped(Point(-1, 5), *SIZE) is None
    assert clipped(Mask(-1, 0, 2, 1, (0, 2)), *SIZE) == Mask(0, 0, 1, 1, (0, 1))
    assert clipped(Mask(-5, 0, 2, 1, (0, 2)), *SIZE) is None
    assert clipped(Polygon(((-10, 0), (10, 0), (10, 10), (-10, 10))), *SIZE) == Polygon(
        ((0, 0), (10, 0), (10, 10), (0, 10))
    )
    assert clipped(Polygon(((-10, 0), (-2, 0), (-2, 10))), *SIZE) is None
    assert clipped(Polyline(((-9, 5), (4, 5)), 2), *SIZE) == Polyline(((0, 5), (4, 5)), 2)
    assert clipped(Polyline(((-9, 5), (-4, 5)), 2), *SIZE) is None


@given(objects(), st.integers(-80, 80), st.integers(-80, 80))
def test_what_is_left_lies_in_the_image(thing: VocObject, dx: int, dy: int) -> None:
    part = clipped(thing.shape.moved(dx, dy), *SIZE)
    if part is not None:
        assert_inside(part, *SIZE)


def assert_inside(shape: Shape, width: int, height: int) -> None:
    bounds = shape.bounds
    margin = shape.width / 2 if isinstance(shape, Polyline) else 1e-9
    assert bounds.x0 >= -margin
    assert bounds.y0 >= -margin
    assert bounds.x1 <= width + margin
    assert bounds.y1 <= height + margin


@given(st.lists(objects(), max_size=4).map(tuple))
def test_a_clipboard_gives_back_what_was_copied(things: tuple[VocObject, ...]) -> None:
    assert from_text(to_text(things, SIZE)) == things


def test_fractions_of_a_pixel_and_all_marks_go_along() -> None:
    thing = VocObject(
        label="dent <&>", shape=Box(1.25, 2, 3.5, 4), difficult=True, pose="Left", attributes=(("text", "ä 1"),)
    )
    assert from_text(to_text([replace(thing, origin=3)], SIZE)) == (thing,)
    assert from_text(to_text([thing], SIZE))[0].origin is None


@pytest.mark.parametrize("text", ["hello", "", "<html></html>", "<annotation><object></object></annotation>"])
def test_other_text_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidValueError, match="clipboard"):
        from_text(text)
