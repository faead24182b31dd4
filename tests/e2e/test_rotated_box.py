"""A rotated box is drawn, pulled and turned, and stays a rectangle with its angle in the XML."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.editing.hit_test import TURN_HANDLE
from core.editing.rotated import is_rotated, turn_handle, with_box
from core.geometry import XY, Box, Polygon
from core.rectangle import angle_of, rectangle, size_of
from core.voc.annotation import ROTATION, VocObject
from desktop.annotate.canvas.handles import GRIP
from tests.e2e.desk import Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier
UPRIGHT = rectangle((200, 150), 100, 60, 0)
THING = with_box(VocObject(label="dent", shape=Box(0, 0, 1, 1)), UPRIGHT)


def _only(desk: Desk) -> tuple[VocObject, Polygon]:
    (thing,) = desk.objects()
    assert is_rotated(thing)
    assert isinstance(thing.shape, Polygon)
    assert float(thing.attribute(ROTATION) or "") == pytest.approx(angle_of(thing.shape), abs=0.2)
    return thing, thing.shape


def _handle(desk: Desk, box: Polygon) -> XY:
    return turn_handle(box, TURN_HANDLE * GRIP / desk.canvas.viewport.zoom)


@pytest.mark.parametrize("drags", [True, False])
def test_an_edge_and_then_its_width(open_desk: Callable[..., Desk], drags: bool) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=Box(0, 0, 5, 5)),))
    desk.keys("T")
    if drags:
        desk.drag((100, 100), (200, 150))
    else:
        desk.click((100, 100))
        desk.click((200, 150))
    desk.click((140, 200))
    thing = desk.objects()[1]
    assert is_rotated(thing)
    assert thing.label == "dent"
    assert angle_of(thing.shape) == pytest.approx(26.57, abs=0.6)
    assert size_of(thing.shape) == pytest.approx((111.8, 71.5), abs=1.5)
    desk.keys("Ctrl+Z")
    assert len(desk.objects()) == 1


def test_shift_draws_in_steps_of_15_degrees(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=Box(0, 0, 5, 5)),))
    desk.keys("T")
    desk.drag((100, 100), (200, 152), SHIFT)
    desk.click((140, 200))
    assert angle_of(desk.objects()[1].shape) == pytest.approx(30, abs=0.1)


def test_the_handle_turns_it_and_shift_snaps(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(THING,))
    desk.click((200, 150))
    desk.drag(_handle(desk, UPRIGHT), (300, 52))
    _, box = _only(desk)
    assert angle_of(box) == pytest.approx(45.6, abs=1)
    assert size_of(box) == pytest.approx((100, 60), abs=0.1)
    desk.drag(_handle(desk, box), (300, 140), SHIFT)
    thing, box = _only(desk)
    assert thing.attribute(ROTATION) == "90"
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == (THING,)


def test_corners_and_edges_keep_it_a_rectangle(open_desk: Callable[..., Desk]) -> None:
    turned = with_box(THING, rectangle((200, 150), 100, 60, 30))
    desk = open_desk(a=(turned,))
    desk.click((200, 150))
    assert isinstance(turned.shape, Polygon)
    corner = turned.shape.points[2]
    desk.drag(corner, (corner[0] + 30, corner[1] + 20))
    _, box = _only(desk)
    assert angle_of(box) == pytest.approx(30, abs=0.2)
    assert size_of(box)[0] > 110
    height = size_of(box)[1]
    a, b = box.points[1], box.points[2]
    desk.drag(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), (150, 140))
    _, box = _only(desk)
    assert size_of(box)[1] == pytest.approx(height, abs=0.1)
    assert angle_of(box) == pytest.approx(30, abs=0.2)


def test_its_corners_cannot_be_removed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(THING,))
    desk.click((200, 150))
    desk.click(UPRIGHT.points[0], Qt.KeyboardModifier.AltModifier)
    assert desk.objects() == (THING,)


def test_escape_draws_nothing(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(THING,))
    desk.keys("T")
    desk.drag((20, 20), (60, 40))
    QTest.mouseMove(desk.canvas, desk.place((50, 80)))
    desk.keys("Esc")
    assert desk.objects() == (THING,)
