"""Window, level, brightness, contrast and gamma as one curve from values to what is seen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.images import Look, Range, auto_range, histogram, natural_range, shown

SHARES = st.floats(-1, 1)


def test_8_bits_stay_as_they_are_without_a_copy() -> None:
    pixels = np.arange(256, dtype=np.uint8).reshape(16, 16)
    assert shown(pixels, natural_range(pixels).look()) is pixels


@pytest.mark.parametrize(("largest", "shift"), [(4095, 4), (4096, 8), (65535, 8)])
def test_16_bits_are_shifted_by_what_is_in_use(largest: int, shift: int) -> None:
    pixels = np.linspace(0, largest, 997).astype(np.uint16).reshape(1, -1)
    assert (shown(pixels, natural_range(pixels).look()) == pixels >> shift).all()


def test_a_window_stretches_what_lies_in_it() -> None:
    pixels = np.array([[0, 1000, 1500, 1999, 2000, 60000]], np.uint16)
    assert shown(pixels, Range(1000, 2000).look()).tolist() == [[0, 0, 128, 255, 255, 255]]
    floats = np.array([[-9.0, -1.0, 0.0, 0.999, 5.0]], np.float32)
    assert shown(floats, Range(-1, 1).look()).tolist() == [[0, 0, 128, 255, 255]]


@given(
    arrays(np.uint8, (4, 5, 3)),
    st.builds(Look, st.floats(0, 100), st.floats(120, 256), SHARES, SHARES, st.floats(0.2, 5)),
)
def test_every_depth_looks_the_same(pixels: np.ndarray, look: Look) -> None:
    seen = shown(pixels, look)
    assert (shown(pixels.astype(np.uint16), look) == seen).all()
    difference = shown(pixels.astype(np.float32), look).astype(int) - seen
    assert np.abs(difference).max() <= 24  # floats are told apart in 4096 steps, which a steep curve spreads


@given(st.builds(Look, st.floats(0, 100), st.floats(120, 256), SHARES, SHARES, st.floats(0.2, 5)))
def test_brighter_values_never_look_darker(look: Look) -> None:
    ramp = np.arange(256, dtype=np.uint8).reshape(1, -1)
    assert (np.diff(shown(ramp, look)[0].astype(int)) >= 0).all()


def test_the_unused_channel_of_screen_pixels_stays() -> None:
    pixels = np.full((2, 2, 4), 255, np.uint8)
    assert (shown(pixels, Look(brightness=-0.5))[:, :, 3] == 255).all()
    assert (shown(pixels, Look(brightness=-0.5))[:, :, :3] == 127).all()


def test_floats_are_taken_as_they_are_meant() -> None:
    def of(*values: float) -> Range:
        return natural_range(np.array([values], np.float32))

    assert of(0, 0.7) == Range(0, 1)
    assert of(0, 200) == Range(0, 256)
    assert of(-4, 3) == Range(-4, 3)
    assert of(0, 1e6) == Range(0, 1e6)


def test_automatic_levels_leave_out_the_few_extremes() -> None:
    pixels = np.random.default_rng(0).integers(1000, 3000, (300, 300)).astype(np.uint16)
    pixels[0, :3] = 65535
    found = auto_range(pixels)
    assert 1000 <= found.low <= 1020
    assert 2980 <= found.high <= 3001
    flat = np.full((5, 5), 7, np.uint16)
    assert auto_range(flat) == Range(7, 8)
    level = np.full((5, 5), 0.25, np.float32)
    assert auto_range(level).high > auto_range(level).low


def test_the_histogram_counts_each_value_once() -> None:
    pixels = np.repeat(np.arange(256, dtype=np.uint8), 3).reshape(16, 48)
    assert histogram(pixels, Range(0, 256)).tolist() == [3] * 256
