"""What is under way when another page is shown ends there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.e2e.desk import Desk


def test_a_stroke_that_is_held_ends_when_another_page_is_shown(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    window, canvas = desk.person.window, desk.person.window.annotate_page.canvas
    desk.keys("P")
    QTest.mouseClick(
        canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, canvas.to_view((50, 50)).toPoint()
    )
    assert canvas.busy
    window.show_page("statistics")
    assert not canvas.busy
    assert window.statusBar().currentMessage() == ""
    window.show_annotate()
    assert desk.person.window.annotate_page.document.annotation.objects == ()


def test_a_hint_wipes_no_result_that_was_just_said_and_stays_on_its_page(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    window = desk.person.window
    window.show_message("Pre-labelled: 3 suggestions on 1 image.")
    desk.show("b")
    QTest.mouseMove(desk.canvas, desk.place((70, 60)))
    assert window.statusBar().currentMessage() == "Pre-labelled: 3 suggestions on 1 image."
    QTest.mousePress(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((70, 60)))
    QTest.mouseMove(desk.canvas, desk.place((120, 90)))
    assert desk.canvas.busy
    QTest.mouseRelease(desk.canvas, Qt.MouseButton.LeftButton, pos=desk.place((120, 90)))
    window.show_page("statistics")
    desk.page.show_image("c")
    desk.canvas.hint_changed.emit("Drag to move.")
    assert window.statusBar().currentMessage() == ""
    window.show_annotate()
    desk.canvas.hint_changed.emit("Drag to move.")
    assert window.statusBar().currentMessage() == "Drag to move."
