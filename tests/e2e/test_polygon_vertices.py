"""A polygon is clicked or drawn freehand; its points are moved, added and removed."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.geometry import XY, Polygon
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

SQUARE = VocObject(label="dent", shape=Polygon(((100.0, 100.0), (200.0, 100.0), (200.0, 200.0), (100.0, 200.0))))
ALT = Qt.KeyboardModifier.AltModifier


def _points(desk: Desk, place: int = 0) -> list[XY]:
    shape = desk.shapes()[place]
    assert isinstance(shape, Polygon)
    return [(round(x), round(y)) for x, y in shape.points]


def test_clicks_and_a_click_on_the_first_point(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(SQUARE,))
    desk.keys("P")
    for at in ((250, 50), (350, 60), (300, 150), (251, 51)):
        desk.click(at)
    assert _points(desk, 1) == [(250, 50), (350, 60), (300, 150)]


def test_freehand_closes_where_it_began(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(SQUARE,))
    desk.keys("P")
    corners = [(250, 50), (350, 50), (350, 150), (250, 150), (250, 53)]
    QTest.mousePress(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place(corners[0]))
    for a, b in pairwise(corners):
        for step in range(1, 11):
            at = (a[0] + (b[0] - a[0]) * step / 10, a[1] + (b[1] - a[1]) * step / 10)
            QTest.mouseMove(desk.canvas, desk.place(at))
    QTest.mouseRelease(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place(corners[-1]))
    assert not desk.canvas.busy
    polygon = desk.shapes()[1]
    assert isinstance(polygon, Polygon)
    assert 4 <= len(polygon.points) <= 7
    assert polygon.area == pytest.approx(10_000, rel=0.03)


def test_points_are_moved_added_and_removed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(SQUARE,))
    desk.drag((200, 200), (230, 220))
    assert _points(desk) == [(100, 100), (200, 100), (230, 220), (100, 200)]
    desk.drag((150, 100), (150, 60))
    assert _points(desk) == [(100, 100), (150, 60), (200, 100), (230, 220), (100, 200)]
    desk.click((100, 200), ALT)
    assert _points(desk) == [(100, 100), (150, 60), (200, 100), (230, 220)]
    desk.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == (SQUARE,)


def test_an_outline_that_crosses_itself_is_said(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(SQUARE,))
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    desk.keys("P")
    for at in ((250, 50), (350, 150), (350, 50)):
        desk.click(at)
    QTest.mouseMove(desk.canvas, desk.place((250, 150)))
    assert "crosses itself" in said[-1]


def test_clicking_again_selects_what_lies_below(open_desk: Callable[..., Desk]) -> None:
    inner = VocObject(label="dent", shape=Polygon(((120.0, 120.0), (180.0, 120.0), (150.0, 180.0))))
    desk = open_desk(a=(SQUARE, inner))
    desk.click((150, 140))
    assert desk.selected == {1}
    desk.click((150, 140))
    assert desk.selected == {0}
    desk.drag((150, 145), (160, 145))  # what is selected is moved, not what lies over it
    assert _points(desk, 0)[0] == (110, 100)
    desk.click((150, 140))
    assert desk.selected == {1}


@pytest.mark.parametrize("objects", [(), (SQUARE,)])
def test_undo_takes_back_one_corner_of_the_polygon_under_way(
    open_desk: Callable[..., Desk], objects: tuple[VocObject, ...]
) -> None:
    desk = open_desk(a=objects)
    if objects:
        desk.keys("Ctrl+A", "Right", "Escape")  # there is an edit that undo must leave alone
    desk.page.labelling.add_label("dent")
    desk.keys("P")
    for at in ((250, 50), (350, 60), (300, 150), (390, 290)):
        desk.click(at)
    desk.keys("Ctrl+Z", "Return")
    assert _points(desk, len(objects)) == [(250, 50), (350, 60), (300, 150)]
    assert len(desk.objects()) == len(objects) + 1


@pytest.mark.parametrize("tool", ["P", "C"])
def test_a_double_click_on_the_first_point_closes_and_begins_nothing_else(
    open_desk: Callable[..., Desk], tool: str
) -> None:
    desk = open_desk(a=(SQUARE,))
    desk.keys(tool)
    for at in ((250, 50), (350, 60), (300, 150)):
        desk.click(at)
    desk.person.wait_until(lambda: not desk.canvas.working, "the edges are known")
    desk.click((250, 50))
    QTest.mouseDClick(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((250, 50)))
    desk.person.wait_until(lambda: not desk.canvas.busy, "the outline is closed")
    assert len(desk.objects()) == 2


def test_a_double_click_begins_where_nothing_was_under_way(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(SQUARE,))
    desk.keys("C")
    QTest.mouseDClick(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((250, 50)))
    assert desk.canvas.busy
