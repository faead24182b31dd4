"""Masks become polygons and polygons masks, without loss where none is asked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.editing.mask_edits import union_of
from core.editing.outline import mask_of, polygons_of, simplified
from core.geometry import Box, Mask, Point, Polygon, Polyline

pixels = arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12)))


def _back(polygons: tuple[Polygon, ...]) -> Mask | None:
    masks = (mask_of(polygon, 100, 100) for polygon in polygons)
    return union_of(mask for mask in masks if mask is not None)


@given(pixels)
def test_a_mask_comes_back_from_its_polygons(on: NDArray[np.bool_]) -> None:
    mask = Mask.from_array(on, 3, 4)
    if mask is not None:
        assert _back(polygons_of(mask)) == mask


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6), st.integers(1, 9))
def test_stairs_come_back_from_their_mask(widths: list[int], height: int) -> None:
    """Bars of different widths one below the other, flush on the left: their outline comes back corner by corner."""
    widths = [width for n, width in enumerate(widths) if n == 0 or width != widths[n - 1]]
    right = [corner for n, width in enumerate(widths) for corner in ((width, n * height), (width, (n + 1) * height))]
    stairs = Polygon(tuple((float(x), float(y)) for x, y in ((0, 0), *right, (0, len(widths) * height))))
    mask = mask_of(stairs, 100, 100)
    assert mask is not None
    (back,) = polygons_of(mask)
    assert set(back.points) == set(stairs.points)
    assert len(back.points) == len(stairs.points)


def test_smoothing_takes_points_away_and_stays_near() -> None:
    rows, columns = np.ogrid[:200, :200]
    disc = Mask.from_array((rows - 100) ** 2 + (columns - 100) ** 2 < 80**2)
    assert disc is not None
    (exact,), (smooth,) = polygons_of(disc), polygons_of(disc, 1.5)
    assert len(smooth.points) < len(exact.points) / 5
    back = mask_of(smooth, 200, 200)
    assert back is not None
    assert abs(back.area - disc.area) < 0.02 * disc.area


def test_a_hole_is_joined_by_a_cut() -> None:
    ring = np.ones((20, 20), bool)
    ring[5:15, 5:15] = False
    mask = Mask.from_array(ring)
    assert mask is not None
    (polygon,) = polygons_of(mask, 1.0)
    assert mask_of(polygon, 20, 20) == mask


def test_other_shapes_as_masks() -> None:
    assert mask_of(Box(2, 3, 4, 5), 10, 10) == Mask(2, 3, 2, 2, (0, 4))
    assert mask_of(Point(3, 3), 10, 10) is None
    assert mask_of(Box(20, 20, 30, 30), 10, 10) is None
    assert mask_of(Mask(8, 8, 4, 4, (0, 16)), 10, 10) == Mask(8, 8, 2, 2, (0, 4))
    line = mask_of(Polyline(((2.5, 5.5), (7.5, 5.5)), 1), 10, 10)
    assert line is not None
    assert line.area == pytest.approx(6, abs=1)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=3, max_size=30), st.floats(0.1, 10))
def test_a_simpler_line_keeps_its_ends(points: list[tuple[int, int]], tolerance: float) -> None:
    line = simplified(tuple(points), tolerance, closed=False)
    assert (line[0], line[-1]) == (points[0], points[-1])
    assert len(line) <= len(points)
