"""Tags of the whole image and how far it is, each by one key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from core.geometry import Box
from core.voc.annotation import State, VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))


def test_ok_and_ng_exclude_each_other(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.keys("J")
    assert desk.saved().tags == ("OK",)
    desk.keys("K")
    assert desk.saved().tags == ("NG",)
    desk.keys("K")
    assert desk.page.document.annotation.tags == ()
    desk.keys("Ctrl+Z")
    assert desk.saved().tags == ("NG",)


def test_further_tags_are_typed_and_taken_away_by_their_cross(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.keys("K", "Ctrl+J")
    desk.write("night shift,camera 2")
    desk.keys("Return")
    assert desk.saved().tags == ("NG", "night shift", "camera 2")
    assert desk.canvas.hasFocus()
    assert desk.page.tags.chip_names() == ["night shift", "camera 2"]
    QTest.mouseClick(desk.find(QToolButton, "tag_chip"), Qt.MouseButton.LeftButton)
    assert desk.saved().tags == ("NG", "camera 2")
    desk.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.saved().tags == ("NG",)


def test_tags_of_other_images_are_offered(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.keys("Ctrl+J")
    desk.write("night shift")
    desk.keys("Return", "D", "Ctrl+J")
    desk.write("shi")
    completer = desk.page.tags.line.completer()
    assert completer.currentCompletion() == "night shift"
    QTest.keyClick(completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert desk.saved("b").tags == ("night shift",)


def test_done_and_checked_are_written_and_shown(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    state = desk.find(QLabel, "image_state")
    assert state.text() == "In work"
    desk.keys("Q")
    assert desk.saved().state is State.DONE
    assert state.text() == "Done"
    desk.keys("Shift+Q")
    assert desk.saved().state is State.CHECKED
    assert state.text() == "Checked"
    desk.keys("Shift+Q", "Q")
    assert desk.saved().state is State.IN_WORK
    desk.keys("Shift+Q")
    assert desk.saved().state is State.CHECKED
    desk.show("b")
    assert state.text() == "New"


def test_an_edit_of_a_checked_image_makes_it_done_and_undo_checked_again(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.keys("Shift+Q")
    desk.click((60, 60))
    desk.keys("Right")
    assert desk.saved().state is State.DONE
    desk.keys("Ctrl+Z")
    assert desk.saved().state is State.CHECKED
    desk.keys("Ctrl+L")
    assert desk.saved().state is State.CHECKED
