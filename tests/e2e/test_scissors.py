"""Cut a thing out along its edges with a few clicks; the XML holds its outline."""

from collections.abc import Callable
from math import cos, pi, sin

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.geometry import XY, Polygon
from tests.core.editing.assist.pictures import ellipse, iou, picture
from tests.e2e.desk import Desk

MIDDLE, AXES = (200, 150), (110, 80)
TRUTH = ellipse((400, 300), MIDDLE, AXES)
OpenPicture = Callable[[np.ndarray], Desk]


def on_edge(share: float, beside: float = 0) -> XY:
    """Return a place on the ellipse's edge, or some pixels beside it; ``share`` of a turn from the right on."""
    turn = 2 * pi * share
    return MIDDLE[0] + (AXES[0] + beside) * cos(turn), MIDDLE[1] + (AXES[1] + beside) * sin(turn)


def settle(desk: Desk) -> None:
    desk.person.wait_until(lambda: not desk.canvas.working, "the map is made")


@pytest.fixture
def desk(open_picture: OpenPicture) -> Desk:
    desk = open_picture(picture(TRUTH))
    desk.keys("C")
    return desk


def only(desk: Desk) -> Polygon:
    (shape,) = desk.shapes()
    assert isinstance(shape, Polygon)
    return shape


def test_a_few_clicks_beside_the_edge_and_enter(desk: Desk) -> None:
    for number in range(5):
        desk.click(on_edge(number / 5, beside=2))
        settle(desk)
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline closes")
    polygon = only(desk)
    assert iou(polygon, TRUTH) > 0.95
    assert desk.objects()[0].label == "thing"


def test_clicks_quicker_than_the_maps_are_not_lost(desk: Desk) -> None:
    for number in range(5):
        desk.click(on_edge(number / 5))
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline closes")
    assert iou(only(desk), TRUTH) > 0.95


def test_a_click_on_the_first_point_closes(desk: Desk) -> None:
    for number in range(4):
        desk.click(on_edge(number / 4))
    desk.click(on_edge(0))
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline closes")
    assert iou(only(desk), TRUTH) > 0.95


def test_a_double_click_closes(desk: Desk) -> None:
    for number in range(4):
        desk.click(on_edge(number / 5))
    QTest.mouseDClick(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place(on_edge(4 / 5)))
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline closes")
    assert iou(only(desk), TRUTH) > 0.95


def test_the_live_edge_follows_the_contour_to_the_cursor(desk: Desk) -> None:
    desk.click(on_edge(0))
    settle(desk)
    QTest.mouseMove(desk.canvas, desk.place(on_edge(0.1)))
    settle(desk)
    line = desk.canvas.overlay.preview.line
    assert len(line) > 4
    far = [np.hypot((x - MIDDLE[0]) / AXES[0], (y - MIDDLE[1]) / AXES[1]) for x, y in line]
    assert max(abs(1 - value) for value in far) < 0.05


def test_backspace_takes_one_click_back_and_escape_all(desk: Desk) -> None:
    for at in (on_edge(0), on_edge(0.2), (30, 30)):
        desk.click(at)
    desk.keys("Backspace")
    for number in (2, 3, 4):
        desk.click(on_edge(number / 5))
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline closes")
    assert iou(only(desk), TRUTH) > 0.95
    desk.click(on_edge(0))
    desk.click(on_edge(0.3))
    desk.keys("Escape")
    assert len(desk.objects()) == 1


def test_ctrl_goes_straight(desk: Desk) -> None:
    for at in ((100, 60), (300, 60), (300, 240), (100, 240)):
        desk.click(at, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(desk.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, desk.place((100, 60)))
    polygon = only(desk)
    assert len(polygon.points) == 4
    assert polygon.area == pytest.approx(200 * 180, rel=0.02)


def test_one_undo_takes_the_outline_back(desk: Desk) -> None:
    for number in range(4):
        desk.click(on_edge(number / 4))
    desk.keys("Return")
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline closes")
    assert len(desk.objects()) == 1
    desk.keys("Ctrl+Z")
    assert desk.page.save_now()
    assert not (desk.root / "Annotations" / "a.xml").exists()
