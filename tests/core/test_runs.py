"""Runs and spans say the same as arrays of pixels."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.geometry import Mask
from core.runs import EMPTY, Spans, pack, unpack

Pixels = NDArray[np.bool_]
pixels = arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9)))
pairs = st.tuples(st.integers(1, 9), st.integers(1, 9)).flatmap(
    lambda shape: st.tuples(arrays(bool, shape), arrays(bool, shape))
)


def _pixels(spans: Spans, shape: tuple[int, int]) -> Pixels:
    return spans.to_array(0, 0, shape[1], shape[0])


@given(pixels)
def test_spans_give_the_pixels_back(on: Pixels) -> None:
    spans = Spans.of_array(on)
    assert (_pixels(spans, on.shape) == on).all()
    assert spans.area == on.sum()


@given(pixels, st.integers(-3, 3), st.integers(-3, 3))
def test_runs_of_spans_are_those_of_the_mask(on: Pixels, left: int, top: int) -> None:
    mask = Mask.from_array(on, left, top)
    if mask is None:
        assert Spans.of_array(on).bounds is None
        return
    assert Mask.from_spans(mask.spans) == mask
    assert all(count > 0 for count in mask.counts[1:])
    flat = np.repeat(np.arange(len(mask.counts)) % 2, mask.counts).reshape(mask.height, mask.width)
    assert (flat == mask.crop()).all()


@given(pairs)
def test_combining_is_that_of_arrays(both: tuple[Pixels, Pixels]) -> None:
    a, b = (Spans.of_array(on) for on in both)
    shape = both[0].shape
    assert (_pixels(a.united(b), shape) == both[0] | both[1]).all()
    assert (_pixels(a.without(b), shape) == both[0] & ~both[1]).all()
    assert (_pixels(a.common(b), shape) == both[0] & both[1]).all()


@given(pairs, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_a_part_is_replaced(both: tuple[Pixels, Pixels], x0: int, y0: int, x1: int, y1: int) -> None:
    (x0, x1), (y0, y1) = sorted((x0, x1)), sorted((y0, y1))
    expected = both[0].copy()
    expected[y0:y1, x0:x1] = both[1][y0:y1, x0:x1]
    spans = Spans.of_array(both[0]).replaced(Spans.of_array(both[1]), x0, y0, x1, y1)
    assert (_pixels(spans, expected.shape) == expected).all()
    assert Mask.from_spans(spans) == Mask.from_array(expected)


def test_nothing_is_on_in_nothing() -> None:
    assert EMPTY.bounds is None
    assert EMPTY.united(EMPTY).area == 0
    assert Spans.of_array(np.zeros((0, 4), bool)).area == 0


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_packed_runs_come_back(runs: list[int]) -> None:
    assert unpack(pack(runs)).tolist() == runs


def test_a_mask_is_a_frozen_value() -> None:
    mask = Mask(1, 2, 3, 2, (1, 2, 2, 1))
    assert mask == Mask(1, 2, 3, 2, [1, 2, 2, 1])
    assert hash(mask) == hash(Mask(1, 2, 3, 2, np.array([1, 2, 2, 1])))
    assert mask != Mask(1, 2, 3, 2, (1, 3, 1, 1))
    match mask:
        case Mask(left, top, width, height, counts):
            assert (left, top, width, height, counts) == (1, 2, 3, 2, (1, 2, 2, 1))


def test_a_large_mask_is_small_in_memory() -> None:
    rows, columns = np.ogrid[:3000, :4000]
    mask = Mask.from_array((rows - 1500) ** 2 + (columns - 2000) ** 2 < 1400**2)
    assert mask is not None
    assert len(mask.packed) < 20_000
