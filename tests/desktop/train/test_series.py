"""Points that grow, and what of them is drawn."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.train.series import Series

values = arrays(float, st.integers(1, 400), elements=st.floats(-1e3, 1e3))


def _series(ys: np.ndarray) -> Series:
    series = Series()
    for part in np.array_split(np.arange(len(ys)), 3):
        series.append(part.astype(float) + 1, ys[part])
    return series


@given(values, st.integers(1, 50))
def test_what_is_drawn_keeps_ends_peaks_and_order(ys: np.ndarray, columns: int) -> None:
    xs, drawn = _series(ys).thinned(-np.inf, np.inf, columns)
    assert (np.diff(xs) >= 0).all()
    assert (drawn.min(), drawn.max()) == (ys.min(), ys.max())
    assert np.array_equal(drawn, ys[xs.astype(int) - 1])
    assert len(xs) <= max(8 * columns, 4)


@given(values)
def test_the_extent_is_that_of_all_values(ys: np.ndarray) -> None:
    assert _series(ys).extent == (ys.min(), ys.max())


def test_of_a_part_one_point_beyond_each_end_is_drawn() -> None:
    series = _series(np.arange(100.0))
    xs, _ = series.thinned(10.5, 20.5, 50)
    assert xs.tolist() == [float(x) for x in range(10, 22)]
    assert [len(part) for part in series.thinned(500, 600, 50)] == [1, 1]


def test_what_was_learned_in_vain_is_cut_off() -> None:
    series = _series(np.arange(10.0))
    assert series.cut_after(4.0)
    assert series.xs.tolist() == [1, 2, 3, 4]
    assert not series.cut_after(4.0)
    series.append(np.array([5.0]), np.array([7.0]))
    assert series.ys.tolist() == [0, 1, 2, 3, 7]
    series.clear()
    assert len(series) == 0
    assert [part.size for part in series.thinned(0, 1, 10)] == [0, 0]
