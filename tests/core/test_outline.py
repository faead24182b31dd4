"""Outlines along pixel edges give the very pixels back."""

import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.geometry import Polygon
from core.outline import Part, joined, parts_of
from core.voc.masks import shape_mask


def test_one_pixel_is_a_square() -> None:
    assert parts_of(np.ones((1, 1), bool), 3, 5) == (Part(((3, 5), (4, 5), (4, 6), (3, 6))),)


def test_a_ring_has_a_hole_and_pixels_that_touch_at_a_corner_are_two_parts() -> None:
    ring = np.ones((3, 3), bool)
    ring[1, 1] = False
    (part,) = parts_of(ring)
    assert part.outer == ((0, 0), (3, 0), (3, 3), (0, 3))
    assert sorted(part.holes[0]) == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert len(parts_of(np.eye(3, dtype=bool))) == 3


def test_an_island_in_a_hole_is_a_part_of_its_own() -> None:
    pixels = np.ones((5, 5), bool)
    pixels[1:4, 1:4] = False
    pixels[2, 2] = True
    first, second = parts_of(pixels)
    assert (len(first.holes), len(second.holes)) == (1, 0)


@given(arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_parts_and_the_joined_ring_fill_the_same_pixels(pixels: NDArray[np.bool_]) -> None:
    parts = parts_of(pixels)
    filled = np.zeros_like(pixels)
    for part in parts:
        for ring in (part.outer, *part.holes):
            filled ^= shape_mask(Polygon(ring), pixels.shape)
    assert (filled == pixels).all()
    if parts:
        assert (shape_mask(Polygon(joined(parts)), pixels.shape) == pixels).all()


def test_thousands_of_parts_and_holes_take_no_longer_than_their_outlines_are_long() -> None:
    pixels = np.random.default_rng(0).random((400, 400)) < 0.5
    begin = time.process_time()
    parts = parts_of(pixels)
    ring = joined(parts)
    assert time.process_time() - begin < 15, "1.1 s where nothing else runs; each ring against all others were minutes"
    assert len(parts) > 10_000
    assert (shape_mask(Polygon(ring), pixels.shape) == pixels).all()
