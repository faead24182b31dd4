"""Selecting several, dragging a frame round them, moving and resizing, by mouse."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

THREE = tuple(VocObject(label="dent", shape=Box(100 * n + 20, 40, 100 * n + 80, 80)) for n in range(3))
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_shift_and_ctrl_clicks_add_and_take_away(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.click((150, 60), SHIFT)
    desk.click((250, 60), CONTROL)
    assert desk.selected == {0, 1, 2}
    desk.click((150, 60), SHIFT)
    assert desk.selected == {0, 2}
    desk.keys("Delete")
    assert desk.objects() == (THREE[1],)


def test_a_frame_selects_what_lies_in_it_and_all_of_it_is_moved(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.drag((5, 20), (195, 120))
    assert desk.selected == {0, 1}
    desk.drag((50, 60), (60, 160))
    assert [(shape.x0, shape.y0) for shape in desk.shapes()] == [(30, 140), (130, 140), (220, 40)]
    desk.keys("Ctrl+Z")
    assert desk.objects() == THREE


def test_the_list_and_the_canvas_select_together(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    view = desk.page.parts.objects.view
    desk.click((50, 60))
    row = view.visualRect(view.model().index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CONTROL, row)
    assert desk.selected == {0, 2}
    desk.click((150, 60), SHIFT)
    assert [index.row() for index in sorted(view.selectionModel().selectedRows())] == [0, 1, 2]


def test_a_corner_and_an_edge_resize_a_box(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.drag((80, 80), (95, 120))
    assert desk.shapes()[0] == Box(20, 40, 95, 120)
    desk.drag((20, 100), (5, 100))
    assert desk.shapes()[0] == Box(5, 40, 95, 120)
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == THREE
