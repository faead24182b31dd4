"""A path is clicked or drawn freehand, with its width in the XML."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox

from core.geometry import Box, Polyline
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

KNOWN = (VocObject(label="dent", shape=Box(1, 1, 5, 5)),)


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    desk = open_desk(a=KNOWN)
    desk.keys("S")
    return desk


def _drawn(desk: Desk) -> Polyline:
    thing = desk.objects()[1]
    assert isinstance(thing.shape, Polyline)
    return thing.shape


def test_clicks_and_enter(desk: Desk) -> None:
    for at in ((50, 50), (150, 60), (120, 130), (300, 200)):
        desk.click(at)
    desk.keys("Backspace", "Return")
    path = _drawn(desk)
    assert path.width == 3
    assert [(round(x), round(y)) for x, y in path.points] == [(50, 50), (150, 60), (120, 130)]
    desk.keys("Ctrl+Z")
    assert desk.objects() == KNOWN


def test_a_double_click_ends(desk: Desk) -> None:
    desk.click((50, 50))
    desk.click((150, 60))
    QTest.mouseDClick(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((150, 60)))
    assert len(_drawn(desk).points) == 2


def test_freehand_is_simplified(desk: Desk) -> None:
    QTest.mousePress(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((50, 50)))
    for step in range(1, 61):
        QTest.mouseMove(desk.canvas, desk.place((50 + 3 * step, 50 if step < 31 else 50 + 2 * (step - 30))))
    QTest.mouseRelease(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((230, 110)))
    desk.keys("Return")
    points = _drawn(desk).points
    assert 3 <= len(points) <= 5
    assert points[-1] == pytest.approx((230, 110), abs=1)


def test_keys_wheel_and_bar_change_the_width(desk: Desk) -> None:
    desk.keys("]")
    assert desk.canvas.options.line_width == pytest.approx(3.75)
    desk.keys("[")
    at = QPointF(desk.place((50, 50)))
    wheel = QWheelEvent(at, at, QPointF().toPoint(), QPointF(0, 120).toPoint(), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(desk.canvas, wheel)
    assert desk.canvas.options.line_width == pytest.approx(3.6)
    desk.person.fill(desk.find(QDoubleSpinBox, "line_width_option"), "12")
    desk.canvas.setFocus()
    desk.click((50, 50))
    desk.click((150, 60))
    desk.keys("Return")
    assert _drawn(desk).width == 12
