"""The text of each object is typed over it: Enter keeps it, Tab goes on to the next object."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

THREE = tuple(VocObject(label="char", shape=Box(100 * n + 20, 40, 100 * n + 80, 80)) for n in range(3))


@pytest.mark.parametrize("key", ["Ctrl+T", "F2"])
def test_a_text_is_typed_and_kept_with_enter(open_desk: Callable[..., Desk], key: str) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.keys(key)
    assert desk.page.text_editor.isVisible()
    desk.write("b4 d")
    desk.keys("Return")
    assert [thing.text for thing in desk.objects()] == ["b4 d", "", ""]
    assert desk.canvas.hasFocus()
    desk.keys("Ctrl+Z")
    assert desk.objects() == THREE


def test_what_the_line_is_for_can_be_read_at_the_smallest_object(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(VocObject(label="char", shape=Box(20, 40, 24, 44)),))
    desk.keys("Ctrl+T")
    line = desk.page.text_editor
    assert line.width() > line.fontMetrics().horizontalAdvance(line.placeholderText())


def test_tab_transcribes_one_object_after_the_other(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.keys("Ctrl+T")
    for letter in "abc":
        desk.write(letter)
        desk.keys("Tab")
    assert desk.page.text_editor.text() == "a"
    desk.keys("Shift+Tab")
    assert desk.page.text_editor.text() == "c"
    desk.keys("Esc")
    assert [thing.text for thing in desk.objects()] == ["a", "b", "c"]


def test_escape_drops_what_was_typed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.keys("Ctrl+T")
    desk.write("oops")
    desk.keys("Esc")
    assert desk.objects() == THREE


def test_a_click_elsewhere_and_another_image_keep_what_was_typed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.keys("Ctrl+T")
    desk.write("one")
    desk.click((150, 60))
    desk.keys("Ctrl+T")
    desk.write("two")
    desk.show("b")
    assert [thing.text for thing in desk.objects("a")] == ["one", "two", ""]


def test_letters_are_no_shortcuts_while_a_text_is_typed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.keys("Ctrl+T")
    QTest.keyClicks(desk.page.text_editor, "dqj1/")
    QTest.keyClick(desk.page.text_editor, Qt.Key.Key_Delete)
    desk.keys("Return")
    saved = desk.saved()
    assert saved.objects[0].text == "dqj1/"
    assert (saved.verified, saved.tags, desk.page.current_name) == (False, (), "a")
