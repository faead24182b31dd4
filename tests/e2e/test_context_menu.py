"""A right click offers what fits the object under it, or the picture."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
OTHER = VocObject(label="scratch", shape=Box(200, 40, 300, 80))


def right_click(desk: Desk, at: tuple[float, float]) -> list[str]:
    """Click with the right button, and return the names of the actions that the menu offers."""
    desk.canvas.customContextMenuRequested.emit(desk.place(at))
    menu = desk.page.menus.menu
    return [action.objectName().removesuffix("_action") for action in menu.actions() if not action.isSeparator()]


def choose(desk: Desk, name: str) -> None:
    """Choose an entry of the open menu by mouse."""
    menu = desk.page.menus.menu
    place = menu.actionGeometry(desk.page.page_actions[name]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_on_an_object_it_selects_it_and_offers_its_edits(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    assert {"change_label", "duplicate", "delete", "to_top", "lock", "hide"} <= set(right_click(desk, (60, 60)))
    assert desk.selected == {0}
    choose(desk, "to_top")
    assert desk.objects() == (OTHER, BOX)


def test_of_several_selected_all_are_meant(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.keys("Ctrl+A")
    right_click(desk, (60, 60))
    choose(desk, "group")
    assert [thing.group for thing in desk.objects()] == ["1", "1"]


def test_beside_objects_it_offers_to_paste(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    names = right_click(desk, (300, 200))
    assert "paste" in names
    assert "delete" not in names


def test_a_locked_object_is_reached_by_the_menu_to_unlock_it(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("Ctrl+L", "Esc")
    assert "lock" in right_click(desk, (60, 60))
    assert desk.selected == {0}
    choose(desk, "lock")
    assert desk.objects() == (BOX, OTHER)


def test_there_is_no_menu_while_a_polygon_is_drawn(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.keys("P")
    desk.click((200, 200))
    desk.canvas.customContextMenuRequested.emit(desk.place((60, 60)))
    assert desk.page.menus.menu is None
