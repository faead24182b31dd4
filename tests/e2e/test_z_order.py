"""The order of the objects, by keys and by dragging in the list."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

FOUR = tuple(VocObject(label=label, shape=Box(40 * n, 40, 40 * n + 30, 80)) for n, label in enumerate("pqrs"))


def order(desk: Desk) -> str:
    return "".join(thing.label for thing in desk.objects())


def drop_row(view: QTreeView, carried: QMimeData, at: QPoint) -> None:
    """Carry rows to a place of the list and let go there; a real drag would wait for the mouse of the screen."""
    held, move = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, move, carried, held, none))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(at, move, carried, held, none))
    QApplication.sendEvent(view.viewport(), QDropEvent(at.toPointF(), move, carried, held, none))


def test_keys_bring_an_object_up_and_down_and_it_stays_selected(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=FOUR)
    desk.click((15, 60))
    desk.keys("PgUp")
    assert order(desk) == "qprs"
    desk.keys("Shift+PgUp")
    assert order(desk) == "qrsp"
    assert desk.selected == {3}
    desk.keys("PgDown", "PgDown")
    assert order(desk) == "qprs"
    desk.keys("Shift+PgDown")
    assert order(desk) == "pqrs"
    desk.keys("Ctrl+Z")
    assert order(desk) == "qprs"
    assert desk.selected == {1}


def test_several_keep_their_order_among_themselves(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=FOUR)
    desk.click((15, 60))
    desk.click((95, 60), Qt.KeyboardModifier.ShiftModifier)
    desk.keys("Shift+PgUp")
    assert order(desk) == "qspr"
    assert desk.selected == {2, 3}


def test_a_row_is_dragged_to_another_place(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=FOUR)
    view = desk.page.parts.objects.view
    first, third = (view.visualRect(view.model().index(row)) for row in (0, 2))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first.center())
    carried = view.model().mimeData(view.selectionModel().selectedRows())
    drop_row(view, carried, QPoint(third.center().x(), third.bottom()))
    assert order(desk) == "qrps"
    assert desk.selected == {2}
    desk.keys("Ctrl+Z")
    assert order(desk) == "pqrs"
