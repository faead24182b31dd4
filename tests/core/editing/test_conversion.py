"""Masks and outlines become each other; objects are merged and split."""

import numpy as np
import pytest

from core.editing.conversion import convert, fill_holes, merge, split
from core.editing.rotated import with_box
from core.errors import InvalidValueError
from core.geometry import Box, Mask, Point, Polygon, Shape
from core.rectangle import rectangle
from core.voc.annotation import LOCKED, ROTATION, Annotation, VocObject

SIZE = (50, 40)
BOX = Box(2, 3, 12, 13)


def _annotation(*shapes: Shape) -> Annotation:
    things = tuple(VocObject(label="dent", shape=shape, difficult=True) for shape in shapes)
    return Annotation(filename="a.png", width=50, height=40, objects=things)


def _mask(on: np.ndarray) -> Mask:
    mask = Mask.from_array(on)
    assert mask is not None
    return mask


def _two_parts() -> Mask:
    on = np.zeros((20, 20), bool)
    on[2:6, 2:6] = on[10:16, 10:16] = True
    on[12:14, 12:14] = False
    return _mask(on)


def test_there_and_back() -> None:
    before = _annotation(Point(1, 1), Polygon(((2, 3), (12, 3), (12, 13), (2, 13))))
    masks, places = convert(before, {1}, 0, SIZE)
    assert places == {1}
    assert masks.objects[1].shape == Mask(2, 3, 10, 10, (0, 100))
    assert masks.objects[1].difficult
    again, places = convert(masks, places, 0, SIZE)
    assert set(again.objects[1].shape.points) == set(before.objects[1].shape.points)


def test_a_part_each_in_place() -> None:
    before = _annotation(BOX, _two_parts(), Point(1, 1))
    after, places = convert(before, {1}, 0, SIZE)
    assert places == {1, 2}
    assert [type(thing.shape) for thing in after.objects] == [Box, Polygon, Polygon, Point]
    after, places = split(before, {1, 2})
    assert places == {1, 2, 3}
    assert [thing.shape.area for thing in after.objects[1:3]] == [16, 32]


def test_a_rotated_box_becomes_a_mask_without_rotation() -> None:
    thing = with_box(VocObject(label="dent", shape=BOX), rectangle((20, 20), 10, 6, 30))
    after, _ = convert(_annotation().with_objects((thing,)), {0}, 0, SIZE)
    assert after.objects[0].attribute(ROTATION) is None
    assert after.objects[0].shape.area == pytest.approx(60, abs=8)


def test_merging_keeps_the_lowest_object() -> None:
    before = _annotation(Point(1, 1), BOX, Point(2, 2), Box(10, 3, 20, 13))
    after, places = merge(before, {1, 3}, SIZE)
    assert places == {1}
    assert [type(thing.shape) for thing in after.objects] == [Point, Mask, Point]
    assert after.objects[1].shape == Mask(2, 3, 18, 10, (0, 180))


def test_what_cannot_be_merged() -> None:
    before = _annotation(BOX, Point(1, 1), BOX)
    other = before.with_objects((*before.objects, VocObject(label="scratch", shape=BOX)))
    for places in ({0}, {0, 1}, {0, 3}):
        with pytest.raises(InvalidValueError):
            merge(other, places, SIZE)


def test_holes_are_filled_and_locked_objects_stay() -> None:
    before = _annotation(_two_parts(), _two_parts())
    locked = before.objects[1].with_attribute(LOCKED, "true")
    after, places = fill_holes(before.with_objects((before.objects[0], locked)), {0, 1})
    assert places == {0, 1}
    assert after.objects[0].shape.area == 16 + 36
    assert after.objects[1] == locked
