"""Hints and tooltips name the keys that work now, and the key that pans can be another one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.keys.key_map import KeyMap
from tests.e2e.desk import Desk

DENT = VocObject(label="dent", shape=Box(60, 60, 160, 140))


def use_keys(desk: Desk, key_map: KeyMap) -> list[str]:
    """Choose other keys, and return where every hint from now on is noted."""
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    desk.person.window.app.comfort.set_keys(key_map)
    return said


def pan_with(desk: Desk, key: Qt.Key) -> QPoint:
    """Drag with a key held down, and return how far the picture came."""
    before = desk.place((0, 0))
    QTest.keyPress(desk.canvas, key)
    desk.drag((200, 150), (230, 170))
    QTest.keyRelease(desk.canvas, key)
    return desk.place((0, 0)) - before


def test_under_labelimgs_keys_space_marks_the_image_and_another_key_pans(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    said = use_keys(desk, KeyMap("labelimg"))
    QTest.mouseMove(desk.canvas, desk.place((300, 200)))
    assert "Z+drag" in said[-1]
    assert "Space" not in said[-1]
    assert pan_with(desk, Qt.Key.Key_Z).x() > 0
    assert desk.shapes() == [DENT.shape]
    desk.keys("Space")
    assert desk.saved().verified


def test_space_pans_and_marks_nothing_under_our_own_keys(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    desk.keys("B")
    assert pan_with(desk, Qt.Key.Key_Space).x() > 0
    assert desk.shapes() == [DENT.shape]
    assert not desk.saved().verified


def test_the_middle_button_pans_with_any_tool_and_any_keys(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    use_keys(desk, KeyMap("labelimg", {"pan_held": ()}))
    desk.keys("W")
    before, start = desk.place((0, 0)), desk.place((200, 150))
    QTest.mousePress(desk.canvas, Qt.MouseButton.MiddleButton, pos=start)
    QTest.mouseMove(desk.canvas, start + QPoint(25, 10))
    QTest.mouseRelease(desk.canvas, Qt.MouseButton.MiddleButton, pos=start + QPoint(25, 10))
    assert desk.place((0, 0)) != before
    assert desk.shapes() == [DENT.shape]


def test_hints_of_tools_and_edits_name_the_keys_as_they_are_now(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT.with_attribute("locked", "true"),))
    said = use_keys(desk, KeyMap(own={"smaller_brush": ("F5",), "convert": (), "lock": ("Ctrl+Shift+L",)}))
    desk.page.status.connect(said.append)
    desk.keys("R")
    assert "F5 and ] or Ctrl+wheel" in said[-1]
    desk.keys("E")
    desk.click((300, 200))
    assert "Ctrl+M" not in "".join(said)
    assert desk.page.page_actions.keys("convert") in "".join(said)
    desk.page.selection.set((0,))
    desk.keys("Delete")
    assert "Ctrl+Shift+L unlocks" in said[-1]


def test_a_gesture_keeps_its_own_keys_whatever_action_has_them(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    use_keys(desk, KeyMap(own={"verified": ("Return",), "next": ("Backspace",)}))
    desk.keys("P")
    for at in ((200, 200), (300, 200), (300, 280), (250, 290)):
        desk.click(at)
    desk.keys("Backspace", "Return")
    assert [type(shape).__name__ for shape in desk.shapes()] == ["Box", "Polygon"]
    assert len(desk.shapes()[1].points) == 3
    assert desk.page.current_name == "a"
    desk.keys("Return")
    assert desk.saved().verified


def test_buttons_tell_the_keys_as_they_are_now(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    assert "(Enter)" in desk.find(QPushButton, "accept_button").toolTip()
    assert "(Del)" in desk.find(QPushButton, "reject_button").toolTip()
    use_keys(desk, KeyMap(own={"open": ("F6",), "prelabel": ("F7",), "delete": ("F8",), "verified": ("Return",)}))
    assert "(F6)" in desk.find(QPushButton, "open_folder_button").toolTip()
    assert "(F7)" in desk.find(QPushButton, "prelabel_button").toolTip()
    assert "(F8)" in desk.find(QPushButton, "reject_button").toolTip()
    assert "Enter" not in desk.find(QPushButton, "accept_button").toolTip()
    assert "(Shift+Enter)" in desk.find(QPushButton, "accept_shown_button").toolTip()
