"""Locked objects are left alone, hidden ones are neither seen nor hit, labels are hidden by their eye."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.annotate.rows import content_of, switch_place
from tests.e2e.conftest import pixels
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
OTHER = VocObject(label="scratch", shape=Box(200, 40, 300, 80))


def press_switch(view: QTreeView, row: int, number: int) -> None:
    """Press a switch of a row with the mouse."""
    place = switch_place(content_of(view.visualRect(view.model().index(row, 0))), number).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_locked_object_is_not_taken_hold_of(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("Ctrl+L")
    assert [thing.locked for thing in desk.objects()] == [True, False]
    desk.click((60, 200))
    desk.drag((60, 60), (120, 60))
    desk.drag((40, 40), (10, 10))
    assert desk.shapes() == [BOX.shape, OTHER.shape]


def test_keys_leave_a_locked_object_alone_and_say_so(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.click((60, 60))
    desk.keys("Ctrl+L", "Ctrl+A", "Right", "Delete")
    assert desk.shapes() == [BOX.shape]
    assert any("1 locked object left alone" in words for words in said)
    assert desk.selected == {0}
    desk.keys("Ctrl+L", "Delete")
    assert desk.page.save_now()
    assert desk.objects() == ()


def test_a_hidden_object_is_not_hit_and_show_all_brings_it_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("Ctrl+H")
    assert [thing.hidden for thing in desk.objects()] == [True, False]
    assert desk.selected == frozenset()
    desk.click((60, 60))
    assert desk.selected == frozenset()
    desk.keys("Ctrl+Shift+H")
    assert desk.objects() == (BOX, OTHER)
    desk.keys("Ctrl+Z")
    assert [thing.hidden for thing in desk.objects()] == [True, False]


def test_the_switches_of_a_row_hide_and_lock_without_selecting(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    view = desk.page.parts.objects.view
    press_switch(view, 1, 0)
    press_switch(view, 0, 1)
    assert [(thing.hidden, thing.locked) for thing in desk.objects()] == [(False, True), (True, False)]
    assert desk.selected == frozenset()
    press_switch(view, 1, 0)
    press_switch(view, 0, 1)
    assert desk.objects() == (BOX, OTHER)


def test_the_eye_of_a_label_hides_its_objects_and_writes_nothing(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    before = (desk.root / "Annotations" / "a.xml").read_bytes()
    labels = desk.page.parts.labels
    desk.click((60, 60))
    seen = pixels(desk.canvas)
    press_switch(labels.view, labels.model.label_list.names.index("dent"), 0)
    assert desk.selected == frozenset()
    desk.click((60, 60))
    assert desk.selected == frozenset()
    place = desk.place((40, 60))
    assert (pixels(desk.canvas)[place.y(), place.x()] != seen[place.y(), place.x()]).any()
    desk.click((250, 60))
    assert desk.selected == {1}
    assert (desk.root / "Annotations" / "a.xml").read_bytes() == before
    press_switch(labels.view, labels.model.label_list.names.index("dent"), 0)
    desk.click((60, 60))
    assert desk.selected == {0}
