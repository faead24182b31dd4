"""Distances between images by what they look like, and how far each is from what is labelled."""

import tracemalloc

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.review.next_up.variety import DIMENSIONS, distance_to, middle_of, nearest, spread_out

rows = arrays(np.float32, st.tuples(st.integers(2, 30), st.integers(1, 8)), elements=st.floats(-100, 100, width=32))


@given(rows)
@settings(max_examples=60, deadline=None)
def test_distances_are_those_between_the_rows(some: np.ndarray) -> None:
    made, labelled = spread_out(some[1:], some[:1])
    assert made.shape[0] == len(some) - 1
    assert np.isfinite(made).all()
    apart = nearest(made, labelled)
    np.testing.assert_allclose(apart, np.linalg.norm(made - labelled[0], axis=1), atol=1e-2)
    np.testing.assert_allclose(distance_to(made, 0), np.linalg.norm(made - made[0], axis=1), atol=1e-3)


def test_two_images_picked_at_random_are_one_apart() -> None:
    cloud = np.random.default_rng(1).normal(0, [1, 50, 0.001], (400, 3)).astype(np.float32)
    made, _ = spread_out(cloud, cloud[:0])
    dice = np.random.default_rng(2)
    apart = np.linalg.norm(made[dice.permutation(400)] - made, axis=1)
    assert 0.9 < apart.mean() < 1.1
    assert made.std(axis=0).min() / made.std(axis=0).max() > 0.8, "each number counts by how much it varies"


def test_only_the_directions_that_differ_are_kept() -> None:
    dice = np.random.default_rng(0)
    wide = (dice.normal(size=(50, 5)) @ dice.normal(size=(5, 300))).astype(np.float32)
    made, _ = spread_out(wide, wide[:0])
    assert made.shape[1] <= DIMENSIONS
    near = np.linalg.norm(made[:, None] - made, axis=2)
    scaled = (wide - wide.mean(axis=0)) / wide.std(axis=0)
    full = np.linalg.norm(scaled[:, None] - scaled, axis=2)
    np.testing.assert_allclose(near / near.mean(), full / full.mean(), atol=1e-2)


def test_an_image_of_which_nothing_is_known_is_expected_to_teach_nothing() -> None:
    some = np.array([[0, 0], [np.nan, np.nan], [4, 4], [9, 1]], np.float32)
    made, labelled = spread_out(some, some[:1])
    apart = nearest(made, labelled)
    assert apart[0] == 0
    assert apart[1] == 0
    assert apart[2] > 0
    assert np.isinf(distance_to(made, 0)[1])
    assert middle_of(some) in (2, 3)
    assert np.isinf(nearest(made[2:], labelled[:0])).all()


def test_images_that_look_alike_or_are_few_do_no_harm() -> None:
    for alike in (np.ones((5, 4), np.float32), np.zeros((1, 4), np.float32), np.zeros((0, 0), np.float32)):
        made, labelled = spread_out(alike, alike[:0])
        assert len(made) == len(alike)
        assert (made == 0).all()
        assert np.isinf(nearest(made, labelled)).all()


def test_distances_to_many_labelled_images_take_little_memory() -> None:
    some, others = np.zeros((2100, 1), np.float32), np.ones((10_000, 1), np.float32)
    tracemalloc.start()
    assert nearest(some, others).tolist() == [1.0] * len(some)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100e6
