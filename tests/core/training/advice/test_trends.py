import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.advice.trends import block_medians, noise, smoothed, trend


def row(slope: float, sigma: float, count: int, seed: int) -> np.ndarray:
    return slope * np.arange(count) + np.random.default_rng(seed).normal(0, sigma, count)


@given(st.floats(-3, 3), st.integers(5, 600))
def test_a_straight_line_has_its_slope(slope: float, count: int) -> None:
    found = trend(slope * np.arange(count) + 2.0)
    assert found.slope == pytest.approx(slope, abs=1e-9)
    assert found.low == pytest.approx(slope, abs=1e-9)


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=40))
def test_the_bounds_hold_the_slope_and_turn_with_the_row(values: list[float]) -> None:
    figures = np.array(values)
    there, back = trend(figures), trend(-figures)
    assert there.low <= there.slope <= there.high
    assert (back.low, back.high) == (-there.high, -there.low)
    assert not (there.rises and there.falls)


@pytest.mark.parametrize("count", [6, 12, 40, 700])
def test_the_bounds_are_wrong_as_seldom_as_they_say(count: int) -> None:
    flat = [trend(row(0, 1, count, seed)) for seed in range(400)]
    assert np.mean([found.rises or found.falls for found in flat]) < 0.045
    held = [trend(row(0.3, 1, count, seed)) for seed in range(400)]
    assert np.mean([found.low <= 0.3 <= found.high for found in held]) > 0.955


def test_a_third_of_outliers_leave_the_slope() -> None:
    figures = row(0.5, 0.01, 30, 1)
    figures[::4] += 1000
    assert trend(figures).slope == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_nothing_is_sure_of_a_few_figures(count: int) -> None:
    found = trend(np.arange(float(count)))
    assert not found.rises
    assert not found.falls


@pytest.mark.parametrize("slope", [0.0, 0.2])
def test_noise_is_told_apart_from_slope(slope: float) -> None:
    assert noise(row(slope, 0.5, 4000, 3)) == pytest.approx(0.5, rel=0.1)
    assert noise(np.array([1.0, 9.0, 1.0])) == 0


def test_a_running_median_leaves_out_a_spike() -> None:
    figures = np.array([1.0, 1, 9, 1, 1])
    assert smoothed(figures, 3).tolist() == [1, 1, 1, 1, 1]
    assert smoothed(figures, 1) is figures


def test_blocks_keep_the_rest() -> None:
    assert block_medians(np.array([1.0, 2, 3, 10, 20]), 3).tolist() == [2, 15]
    assert block_medians(np.arange(3.0), 1).tolist() == [0, 1, 2]
