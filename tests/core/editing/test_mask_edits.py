"""Masks lose their holes, fall apart, come together and leave each other's pixels."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.editing.mask_edits import changed_box, erase_from_others, hole_at, holes_of, parts_of, union_of, without_holes
from core.geometry import Box, Mask
from core.runs import Spans
from core.voc.annotation import LOCKED, Annotation, VocObject

pixels = arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9)))
RING = np.array([[1, 1, 1, 1], [1, 0, 0, 1], [1, 1, 1, 1], [0, 0, 0, 1]], bool)


def _mask(on: NDArray[np.bool_], left: int = 0, top: int = 0) -> Mask:
    mask = Mask.from_array(on, left, top)
    assert mask is not None
    return mask


@given(pixels)
def test_parts_make_the_whole(on: NDArray[np.bool_]) -> None:
    mask = Mask.from_array(on, 3, 4)
    if mask is not None:
        parts = parts_of(mask)
        assert union_of(parts) == mask
        assert sum(part.area for part in parts) == mask.area


@given(pixels)
def test_filled_holes_leave_no_holes(on: NDArray[np.bool_]) -> None:
    mask = Mask.from_array(on, 3, 4)
    if mask is not None:
        full = without_holes(mask)
        assert not holes_of(full)
        assert full.bounds == mask.bounds
        assert full.area == mask.area + sum(hole.area for hole in holes_of(mask))


def test_the_hole_under_the_mouse() -> None:
    mask = _mask(RING, 10, 20)
    assert hole_at(mask, (11.5, 21.5)) == Mask(11, 21, 2, 1, (0, 2))
    assert hole_at(mask, (10.5, 20.5)) is None  # on
    assert hole_at(mask, (10.5, 23.5)) is None  # open to the outside
    assert hole_at(mask, (0, 0)) is None


def test_others_lose_what_is_taken_unless_locked_or_nothing_would_be_left() -> None:
    block = np.ones((4, 4), bool)
    free = VocObject(label="dent", shape=_mask(block))
    locked = free.with_attribute(LOCKED, "true")
    small = VocObject(label="dent", shape=_mask(block[:2, :2]))
    box = VocObject(label="dent", shape=Box(0, 0, 4, 4))
    before = Annotation(filename="a.png", width=9, height=9, objects=(free, locked, small, box, free))
    after = erase_from_others(before, 4, Spans.of_array(block[:2]))
    assert after.objects[0].shape == _mask(block[:2], 0, 2)
    assert after.objects[1:] == before.objects[1:]


def test_where_two_masks_differ() -> None:
    mask = _mask(np.ones((4, 4), bool), 10, 20)
    on = np.ones((4, 4), bool)
    on[2, 1] = False
    assert changed_box(mask, _mask(on, 10, 20)) == Box(11, 22, 12, 23)
    assert changed_box(mask, mask) is None
