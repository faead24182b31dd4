"""Select a surface of one colour with the magic wand; the XML holds its pixels."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.geometry import Mask, Polygon
from tests.core.editing.assist.pictures import ellipse, iou, picture
from tests.e2e.desk import Desk

LEFT, RIGHT = ellipse((400, 300), (120, 150), (60, 50)), ellipse((400, 300), (280, 150), (60, 50))
OpenPicture = Callable[[np.ndarray], Desk]


@pytest.fixture
def desk(open_picture: OpenPicture) -> Desk:
    desk = open_picture(picture(LEFT | RIGHT, noise=3))
    desk.keys("M")
    return desk


def settle(desk: Desk) -> None:
    desk.person.wait_until(lambda: not desk.canvas.working, "it is flooded")


def only(desk: Desk) -> Mask:
    (shape,) = desk.shapes()
    assert isinstance(shape, Mask)
    return shape


def test_a_click_and_enter(desk: Desk) -> None:
    desk.click((120, 150))
    settle(desk)
    desk.keys("Return")
    assert iou(only(desk), LEFT) > 0.9


def test_enter_at_once_is_not_lost(desk: Desk) -> None:
    desk.click((120, 150))
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "it is flooded")
    assert iou(only(desk), LEFT) > 0.9


def test_shift_adds_and_alt_or_the_right_button_takes_away(desk: Desk) -> None:
    desk.click((120, 150))
    settle(desk)
    desk.click((280, 150), Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    assert desk.canvas.overlay.preview.shape.area == pytest.approx((LEFT | RIGHT).sum(), rel=0.1)
    desk.click((120, 150), Qt.KeyboardModifier.AltModifier)
    settle(desk)
    QTest.mouseClick(desk.canvas, Qt.MouseButton.RightButton, pos=desk.place((20, 20)))
    settle(desk)
    desk.keys("Return")
    assert iou(only(desk), RIGHT) > 0.9


def test_a_drag_changes_the_tolerance_live_and_keeps_it(open_picture: OpenPicture) -> None:
    shades = np.repeat(np.arange(400, dtype=np.int64)[None, :], 300, axis=0) // 2
    desk = open_picture(np.repeat(shades[:, :, None], 3, axis=2).astype(np.uint8))
    desk.keys("M")
    desk.canvas.set_options(replace(desk.canvas.options, tolerance=5))
    start = desk.place((200, 150))
    QTest.mousePress(desk.canvas, Qt.MouseButton.LeftButton, pos=start)
    settle(desk)
    narrow = desk.canvas.overlay.preview.shape.area
    QTest.mouseMove(desk.canvas, start + desk.place((30, 0)) - desk.place((0, 0)))
    settle(desk)
    assert desk.canvas.options.tolerance > 5
    wide = desk.canvas.overlay.preview.shape.area
    QTest.mouseRelease(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((230, 150)))
    assert wide > 2 * narrow
    desk.keys("Return")
    mask = only(desk)
    assert mask.bounds.width == pytest.approx(4 * desk.canvas.options.tolerance, abs=4)


def test_a_plain_click_begins_anew_and_backspace_goes_back(desk: Desk) -> None:
    desk.click((280, 150))
    settle(desk)
    desk.click((120, 150))
    settle(desk)
    desk.click((280, 150), Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    desk.keys("Backspace", "Return")
    assert iou(only(desk), LEFT) > 0.9


def test_a_double_click_takes_a_surface_at_once(desk: Desk) -> None:
    place = desk.place((120, 150))
    QTest.mouseClick(desk.canvas, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(desk.canvas, Qt.MouseButton.LeftButton, pos=place)
    desk.person.wait_until(lambda: not desk.canvas.busy, "it is flooded")
    assert iou(only(desk), LEFT) > 0.9


def test_other_options_meanwhile_change_the_result(desk: Desk) -> None:
    desk.click((120, 150))
    settle(desk)
    desk.canvas.set_options(replace(desk.canvas.options, result="polygon"))
    settle(desk)
    desk.keys("Return")
    (shape,) = desk.shapes()
    assert isinstance(shape, Polygon)
    assert iou(shape, LEFT) > 0.85


def test_one_colour_is_said_in_a_sentence_and_nothing_is_written(open_picture: OpenPicture) -> None:
    desk = open_picture(np.full((300, 400, 3), 120, np.uint8))
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.keys("M")
    desk.click((120, 150))
    settle(desk)
    assert "lower its tolerance" in said[-1]
    desk.keys("Return", "Escape")
    assert not (desk.root / "Annotations" / "a.xml").exists()
