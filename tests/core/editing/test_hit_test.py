import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.editing.hit_test import (
    Part,
    ShapeIndex,
    Target,
    covers,
    distance_to_segment,
    find_locked,
    find_target,
    unchanged_ends,
)
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject
from tests.core.editing.shapes import objects, points

BIG, SMALL = Box(0, 0, 40, 40), Box(10, 10, 30, 30)


def index_of(*shapes: Shape) -> ShapeIndex:
    return ShapeIndex.of(tuple(VocObject(label="dent", shape=shape) for shape in shapes))


def test_of_two_bodies_the_smaller_one_is_meant() -> None:
    assert find_target(index_of(SMALL, BIG), (), (20, 20), 2) == Target(0, Part.BODY)
    assert find_target(index_of(BIG, SMALL), (), (20, 20), 2) == Target(1, Part.BODY)
    assert find_target(index_of(BIG, SMALL), (), (5, 20), 2) == Target(0, Part.BODY)


def test_corners_come_before_edges_and_edges_before_bodies() -> None:
    index = index_of(SMALL)
    assert find_target(index, (), (30.5, 29.5), 2) == Target(0, Part.VERTEX, 2)
    assert find_target(index, (), (20, 10.5), 2) == Target(0, Part.EDGE, 0)
    assert find_target(index, (), (20, 20), 2) == Target(0, Part.BODY)
    assert find_target(index, (), (50, 20), 2) is None


def test_a_selected_object_is_taken_before_another_at_the_same_place() -> None:
    index = index_of(SMALL, Box(10, 10, 60, 60))
    assert find_target(index, {0}, (10, 10), 2) == Target(0, Part.VERTEX, 0)
    assert find_target(index, {1}, (10, 10), 2) == Target(1, Part.VERTEX, 0)


@pytest.mark.parametrize(
    ("shape", "inside", "outside"),
    [
        (Polygon(((0, 0), (20, 0), (0, 20))), (5, 5), (15, 15)),
        (Mask(10, 10, 3, 2, (1, 4, 1)), (11.5, 10.5), (10.5, 10.5)),
        (Box(0, 0, 4, 4), (4, 4), (4.1, 4)),
    ],
)
def test_a_shape_covers_what_is_in_it(shape: Shape, inside: tuple, outside: tuple) -> None:
    assert covers(shape, inside)
    assert not covers(shape, outside)


def test_points_and_lines_are_taken_by_their_vertices_and_edges() -> None:
    index = index_of(Point(5, 5), Polyline(((20, 20), (40, 20))))
    assert find_target(index, (), (6, 5), 2) == Target(0, Part.VERTEX)
    assert find_target(index, (), (30, 21), 2) == Target(1, Part.EDGE)
    assert not covers(Point(5, 5), (5, 5))


@given(st.lists(objects(), max_size=6), points)
def test_a_mask_table_and_the_geometry_agree(things: list[VocObject], at: tuple) -> None:
    index = ShapeIndex.of(tuple(things))
    assert index.touching(Box(*at, *at)) == [
        place for place, thing in enumerate(things) if thing.shape.bounds.contains(*at)
    ]


@given(st.lists(objects(), max_size=5), st.lists(objects(), max_size=5), st.integers(0, 5), st.integers(0, 5))
def test_an_index_made_from_another_is_the_same_as_a_new_one(
    old: list[VocObject], added: list[VocObject], start: int, stop: int
) -> None:
    before, after = tuple(old), (*old[:start], *added, *old[stop:])
    made = ShapeIndex.of(after, ShapeIndex.of(before))
    assert made.objects == after
    assert np.array_equal(made.bounds, ShapeIndex.of(after).bounds)


def test_what_lies_wholly_in_a_band_is_found() -> None:
    assert index_of(BIG, SMALL).within(Box(5, 5, 35, 35)) == [1]


def test_the_distance_from_a_segment_of_no_length_is_that_from_its_point() -> None:
    assert distance_to_segment((3, 4), (0, 0), (0, 0)) == 5
    assert distance_to_segment((5, 3), (0, 0), (10, 0)) == 3


def test_hidden_objects_and_labels_are_not_found() -> None:
    dent, scratch = VocObject(label="dent", shape=BIG), VocObject(label="scratch", shape=BIG)
    hidden = dent.with_attribute("hidden", "true")
    at = (BIG.bounds.x0 + 1, BIG.bounds.y0 + 1)
    assert find_target(ShapeIndex.of((hidden,)), (0,), at, 3) is None
    index = ShapeIndex.of((dent, scratch), hidden_labels=frozenset({"scratch"}))
    assert index.touching(BIG.bounds) == [0]
    assert index.within(BIG.bounds.grown(1)) == [0]
    assert index.shows(0)
    assert not index.shows(1)
    shown = ShapeIndex.of((dent, scratch), index)
    assert shown.touching(BIG.bounds) == [0, 1]


def test_a_locked_object_is_passed_by_but_can_be_told() -> None:
    locked = VocObject(label="dent", shape=SMALL).with_attribute("locked", "true")
    index = ShapeIndex.of((VocObject(label="dent", shape=BIG), locked))
    at = ((SMALL.bounds.x0 + SMALL.bounds.x1) / 2, (SMALL.bounds.y0 + SMALL.bounds.y1) / 2)
    found = find_target(index, (1,), at, 3)
    assert found is not None
    assert found.place == 0
    assert find_locked(index, at) == Target(1, Part.BODY)
    assert find_locked(index, (-50, -50)) is None


@given(things=st.lists(objects(), max_size=5), rounds=st.integers(0, 40), picked=st.data())
def test_the_unchanged_ends_are_as_long_as_they_can_be(
    things: list[VocObject], rounds: int, picked: st.DataObject
) -> None:
    old = tuple(things) * rounds  # longer than what is compared at a time
    cut = picked.draw(st.tuples(st.integers(0, len(old)), st.integers(0, 2)))
    new = (*old[: cut[0]], *picked.draw(st.lists(objects(), max_size=2)), *old[cut[0] + cut[1] :])
    first, last = unchanged_ends(old, new)
    shorter = min(len(old), len(new))
    assert old[:first] == new[:first]
    assert first == shorter or old[first] != new[first]
    assert old[len(old) - last :] == new[len(new) - last :]
    assert first + last == shorter or old[-1 - last] != new[-1 - last]
