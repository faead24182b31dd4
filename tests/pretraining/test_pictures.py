"""Drawn pictures: the truth lies where something was drawn, and nowhere else."""

import cv2
import numpy as np
import pytest
from pretraining.pictures import LEAST, Drawings
from pretraining.textures import KINDS, Stock
from pretraining.things import THINGS, Scene

SIDE = 96
FEW = 10
REACH = 9
"""A lit rim may lie so far beside a thing, in pixels."""


@pytest.fixture(scope="module")
def stock() -> Stock:
    return Stock(np.random.default_rng(3), count=len(KINDS))


def scene(stock: Stock, seed: int, channels: int) -> Scene:
    """A plain surface that leaves a margin round it."""
    surface = np.zeros((SIDE, SIDE), bool)
    surface[8:-8, 8:-8] = True
    picture = np.full((SIDE, SIDE, channels), 0.5, np.float32)
    return Scene(np.random.default_rng(seed), stock, picture, surface, 0.02)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("kind", THINGS)
def test_a_thing_changes_the_picture_where_it_lies_and_only_there(stock: Stock, kind: str, channels: int) -> None:
    drawn = 0
    for seed in range(8):
        before = scene(stock, seed, channels)
        cover, picture = THINGS[kind](before)
        assert picture.shape == before.picture.shape
        assert picture.dtype == cover.dtype == np.float32
        assert 0 <= cover.min() <= cover.max() <= 1.001
        changed = np.abs(picture - before.picture).max(axis=2)
        inside = cover >= LEAST
        near = cv2.dilate((cover > 0).astype(np.uint8), np.ones((2 * REACH + 1,) * 2, np.uint8)) > 0
        assert not changed[~near].any()
        if inside.sum() >= 3:
            drawn += 1
            assert changed[inside].mean() > 0.003, "what is said to be there can be seen"
    assert drawn >= 4


def test_a_seed_gives_the_same_pictures_again_and_another_one_others() -> None:
    first, again, other = (Drawings(seed, FEW).draw(64) for seed in (5, 5, 6))
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_pictures_are_grey_or_coloured_and_hold_every_kind() -> None:
    drawings = Drawings(0, FEW)
    pairs = [drawings.draw(64) for _ in range(250)]
    assert all(picture.shape == (64, 64, 3) and picture.dtype == np.uint8 for picture, _truth in pairs)
    assert all(truth.shape == (64, 64) and truth.dtype == np.uint8 for _picture, truth in pairs)
    assert set(np.unique([truth for _picture, truth in pairs])) == set(range(len(THINGS) + 1))
    grey = sum(np.ptp(picture, axis=2).max() == 0 for picture, _truth in pairs)
    assert 80 < grey < 200
    assert sum(not truth.any() for _picture, truth in pairs) > 5, "some pictures have nothing to be found"
