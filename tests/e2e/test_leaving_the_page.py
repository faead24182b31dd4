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
