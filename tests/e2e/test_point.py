"""A point is set by a click."""

from collections.abc import Callable

import pytest

from core.geometry import Box, Point
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

KNOWN = (VocObject(label="dent", shape=Box(1, 1, 5, 5)),)


def test_a_click_and_a_drag_set_points(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=KNOWN)
    desk.keys("O")
    desk.click((120, 80))
    desk.drag((200, 100), (210, 130))
    first, second = (thing.shape for thing in desk.objects()[1:])
    assert isinstance(first, Point)
    assert isinstance(second, Point)
    assert (first.x, first.y) == pytest.approx((120, 80), abs=1)
    assert (second.x, second.y) == pytest.approx((210, 130), abs=1)
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == KNOWN


def test_a_point_is_selected_and_moved(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=Point(100, 100)),))
    desk.drag((100, 100), (150, 120))
    (shape,) = desk.shapes()
    assert (shape.x, shape.y) == pytest.approx((150, 120), abs=1)
