"""Shapes: boxes' overlap, areas, masks there and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from core.geometry import Box, Mask, Point, Polygon, Polyline

numbers = st.floats(-1000, 1000)
boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h), numbers, numbers, st.floats(0.01, 500), st.floats(0.01, 500)
)


@given(boxes, boxes)
def test_iou_is_symmetric_and_between_0_and_1(a: Box, b: Box) -> None:
    assert a.iou(b) == pytest.approx(b.iou(a))
    assert 0 <= a.iou(b) <= 1 + 1e-9
    assert a.iou(a) == pytest.approx(1)


def test_iou_by_hand() -> None:
    assert Box(0, 0, 4, 4).iou(Box(2, 0, 6, 4)) == pytest.approx(8 / 24)
    assert Box(0, 0, 4, 4).iou(Box(4, 0, 8, 4)) == 0
    assert Box(1, 1, 1, 1).iou(Box(1, 1, 1, 1)) == 0


@given(boxes)
def test_clamped_lies_inside(box: Box) -> None:
    inside = box.clamped(100, 50)
    assert 0 <= inside.x0 <= inside.x1 <= 100
    assert 0 <= inside.y0 <= inside.y1 <= 50


def test_swapped_corners_have_no_area() -> None:
    assert Box(5, 5, 1, 9).area == 0
    assert Box(5, 5, 1, 9).width == -4


def test_box_parts() -> None:
    box = Box.around([(3, 4), (1, 9), (2, 2)])
    assert box == Box(1, 2, 3, 9)
    assert box.contains(1, 2)
    assert not box.contains(0.9, 2)
    assert box.grown(1) == Box(0, 1, 4, 10)
    assert box.moved(1, -1) == Box(2, 1, 4, 8)
    assert box.bounds is box


def test_outlines() -> None:
    triangle = Polygon(((0, 0), (4, 0), (0, 3)))
    assert triangle.area == Polygon(triangle.points[::-1]).area == 6
    assert triangle.bounds == Box(0, 0, 4, 3)
    assert triangle.moved(1, 1).points[0] == (1, 1)
    line = Polyline(((0, 0), (3, 4)), 2)
    assert line.length == 5
    assert line.bounds == Box(-1, -1, 4, 5)
    assert line.moved(1, 0) == Polyline(((1, 0), (4, 4)), 2)
    assert Point(1, 2).moved(1, 1).bounds == Box(2, 3, 2, 3)


@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))), st.integers(0, 5), st.integers(0, 5))
def test_a_mask_gives_its_pixels_back(pixels: NDArray[np.bool_], left: int, top: int) -> None:
    mask = Mask.from_array(pixels, left, top)
    if mask is None:
        assert not pixels.any()
        return
    whole = np.zeros((20, 20), bool)
    whole[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
    assert (mask.to_array(20, 20) == whole).all()
    assert mask.area == pixels.sum()
    assert sum(mask.counts) == mask.width * mask.height
    assert mask.crop()[0].any()
    assert mask.crop()[:, -1].any()


def test_a_mask_is_cut_off_at_the_image() -> None:
    mask = Mask(8, -2, 4, 4, (0, 16)).moved(0.4, 0)
    assert mask.to_array(10, 10).sum() == 4
    assert mask.bounds == Box(8, -2, 12, 2)
    assert not Mask(50, 50, 1, 1, (0, 1)).to_array(10, 10).any()
