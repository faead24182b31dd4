"""Which label objects get: the last one, one that is asked for, another one by key, menu or colour."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QMenu

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
OTHER = VocObject(label="scratch", shape=Box(200, 40, 300, 80))


def labels(desk: Desk) -> list[str]:
    return [thing.label for thing in desk.objects()]


def menu_of_label(desk: Desk, name: str) -> QMenu:
    """Open the menu of a label's row."""
    panel = desk.page.parts.labels
    row = panel.model.label_list.names.index(name)
    place: QPoint = panel.view.visualRect(panel.model.index(row)).center()
    panel.view.customContextMenuRequested.emit(place)
    return desk.page.menus.menu


def choose(menu: QMenu, text: str) -> None:
    """Choose an entry by mouse."""
    action = next(action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )


def test_a_new_object_repeats_the_last_label_without_a_question(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("2", "B")
    assert labels(desk) == ["scratch", "scratch"]
    desk.drag((40, 150), (90, 200))
    assert labels(desk) == ["scratch", "scratch", "scratch"]


def test_the_selection_gets_the_last_label_by_one_key(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.keys("2")
    desk.click((60, 60))
    desk.keys("Ctrl+R")
    assert labels(desk) == ["scratch", "scratch"]
    desk.keys("Ctrl+Z")
    assert labels(desk) == ["dent", "scratch"]


def test_the_label_is_asked_for_where_a_person_wants_that(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.page.page_actions["ask_label"].trigger()
    desk.keys("B")
    desk.drag((40, 150), (90, 200))
    assert desk.page.labelling.popup.line.text() == "dent"
    desk.write("bolt")
    desk.keys("Return")
    assert labels(desk) == ["dent", "bolt"]
    assert desk.person.window.app.settings.ask_label


def test_a_colour_is_kept_for_the_label(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    choose(menu_of_label(desk, "dent"), "Colour…")
    dialog = desk.person.find(QColorDialog, "label_color")
    dialog.setCurrentColor(QColor("#123456"))
    dialog.accept()
    assert desk.page.labelling.color_of("dent") == QColor("#123456")
    styles = desk.root / ".annotrain" / "labels.json"
    desk.person.wait_until(lambda: styles.exists() and "#123456" in styles.read_text(), "the colour is written down")


def test_a_number_key_is_given_to_another_label_and_they_swap(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    menu = menu_of_label(desk, "scratch")
    keys = next(action.menu() for action in menu.actions() if action.menu() is not None)
    keys.popup(QPoint(0, 0))
    choose(keys, "1  dent")
    assert [(label.name, label.key) for label in desk.page.label_list.labels] == [("dent", 2), ("scratch", 1)]
    desk.click((60, 60))
    desk.keys("1")
    assert labels(desk) == ["scratch", "scratch"]


def test_the_menu_shows_one_label_alone_and_selects_its_objects(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    choose(menu_of_label(desk, "dent"), "Show only this one")
    assert desk.page.parts.labels.hidden == {"scratch"}
    choose(menu_of_label(desk, "dent"), "Select its objects")
    assert desk.selected == {0}
    desk.keys("Ctrl+Shift+H")
    assert desk.page.parts.labels.hidden == frozenset()


def test_no_shortcut_acts_while_a_label_is_typed_and_tab_walks_the_known_ones(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("L", "Ctrl+D", "PgUp", "Ctrl+H")
    line = desk.person.window.focusWidget()
    assert line is desk.page.labelling.popup.line
    desk.keys("Ctrl+A")
    desk.write("scr")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert desk.person.window.focusWidget() is line
    desk.keys("Return")
    assert labels(desk) == ["scratch", "scratch"]


def test_escape_and_enter_on_the_empty_line_give_the_keyboard_back(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    line = desk.page.parts.labels.new
    for last in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        line.setFocus()
        desk.write("rust")
        desk.keys("Return")
        assert line.hasFocus()
        QTest.keyClick(line, last)
        desk.person.wait_until(desk.canvas.hasFocus, "the canvas has the keyboard")
    assert desk.page.label_list.names == ("dent", "rust")
