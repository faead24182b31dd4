"""Cut a thing out of a box drawn round it, correct it by strokes; the XML holds its pixels or its outline."""

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
    desk = open_picture(picture(LEFT | RIGHT))
    desk.keys("U")
    return desk


def settle(desk: Desk) -> None:
    desk.person.wait_until(lambda: not desk.canvas.working, "it is cut out")


def test_a_box_and_enter(desk: Desk) -> None:
    desk.drag((52, 92), (188, 208))
    settle(desk)
    desk.keys("Return")
    (shape,) = desk.shapes()
    assert isinstance(shape, Mask)
    assert iou(shape, LEFT) > 0.95


def test_enter_while_it_works_is_not_lost(desk: Desk) -> None:
    desk.drag((52, 92), (188, 208))
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "it is cut out")
    (shape,) = desk.shapes()
    assert iou(shape, LEFT) > 0.95


def test_strokes_with_shift_or_the_right_button_take_away_and_plain_ones_add(desk: Desk) -> None:
    desk.drag((50, 85), (350, 215))
    settle(desk)
    desk.drag((240, 150), (320, 150), Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    for y in (120, 180):
        QTest.mousePress(desk.canvas, Qt.MouseButton.RightButton, pos=desk.place((240, y)))
        QTest.mouseMove(desk.canvas, desk.place((320, y)))
        QTest.mouseRelease(desk.canvas, Qt.MouseButton.RightButton, pos=desk.place((320, y)))
        settle(desk)
    desk.drag((20, 280), (60, 280))
    settle(desk)
    desk.keys("Return")
    (shape,) = desk.shapes()
    assert isinstance(shape, Mask)
    on = shape.to_array(400, 300)
    assert on[LEFT].mean() > 0.95
    assert on[RIGHT].mean() < 0.15
    assert on[279, 20:60].all()


def test_backspace_takes_a_stroke_back_and_escape_all(desk: Desk) -> None:
    desk.drag((52, 92), (188, 208))
    settle(desk)
    desk.drag((100, 150), (140, 150), Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    desk.keys("Backspace")
    settle(desk)
    desk.keys("Return")
    (shape,) = desk.shapes()
    assert iou(shape, LEFT) > 0.95
    desk.drag((212, 92), (348, 208))
    settle(desk)
    desk.keys("Escape")
    assert len(desk.objects()) == 1


def test_the_result_may_be_a_polygon(desk: Desk) -> None:
    desk.canvas.set_options(replace(desk.canvas.options, result="polygon"))
    desk.drag((52, 92), (188, 208))
    settle(desk)
    desk.keys("Return")
    (shape,) = desk.shapes()
    assert isinstance(shape, Polygon)
    assert iou(shape, LEFT) > 0.95
    assert len(shape.points) < 80


def test_one_colour_is_said_in_a_sentence_and_nothing_is_written(open_picture: OpenPicture) -> None:
    desk = open_picture(np.full((300, 400, 3), 120, np.uint8))
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.keys("U")
    desk.drag((52, 92), (188, 208))
    settle(desk)
    assert "one colour" in said[-1]
    desk.keys("Return", "Escape")
    assert not (desk.root / "Annotations" / "a.xml").exists()
