"""A person searches in the list of images: the list follows what is typed, what is saved, and says what it cannot."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

SCRATCH = VocObject(label="scratch", shape=Box(20, 20, 30, 60))
DENT = VocObject(label="red dent", shape=Box(50, 50, 150, 150))


def _shown(desk: Desk) -> list[str]:
    model = desk.page.parts.images.model
    return [model.index(row).data() for row in range(model.rowCount())]


def _activate(desk: Desk) -> None:
    """Make the window the active one again: without a screen the list of completions keeps that to itself."""
    window = desk.person.window
    window.activateWindow()
    desk.person.wait_until(window.isActiveWindow, "the window is active")


def _search(desk: Desk, text: str, expected: list[str]) -> None:
    """Focus the line by its key, type, and wait for the answer."""
    desk.canvas.setFocus()
    _activate(desk)
    desk.keys("/")
    QTest.keySequence(QApplication.focusWidget(), "Ctrl+A")
    QTest.keyClicks(QApplication.focusWidget(), text)
    desk.person.wait_until(lambda: _shown(desk) == expected, f"{text!r} finds {expected}, not {_shown(desk)}")


def test_labels_sizes_states_and_names(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=4, a=(SCRATCH,), b=(DENT,), c=(SCRATCH, DENT))
    _search(desk, "label:scratch", ["a", "c"])
    _search(desk, "w>50", ["b", "c"])
    _search(desk, 'label:scratch label:"red dent"', ["c"])
    _search(desk, "state:new", ["d"])
    _search(desk, "-label:scratch", ["b", "d"])
    _search(desk, "c.png", ["c"])


def test_the_answer_follows_an_edit(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2, a=(SCRATCH,))
    _search(desk, "label:scratch", ["a"])
    _search(desk, "n:0", ["b"])
    desk.show("a")
    desk.canvas.setFocus()
    _activate(desk)
    desk.keys("Ctrl+A", "Del")
    assert desk.objects("a") == ()
    desk.person.wait_until(lambda: _shown(desk) == ["a", "b"], "the search is made again")


def test_an_error_is_said_beneath_and_escape_takes_it_away(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2)
    error = desk.find(QLabel, "image_filter_error")
    desk.keys("/")
    QTest.keyClicks(QApplication.focusWidget(), "wdth<5")
    desk.person.wait_until(error.isVisible, "the error is said")
    assert error.text().startswith("'wdth<5': there is no 'wdth' to search by; possible are label")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    desk.person.wait_until(lambda: not error.isVisible(), "it is gone")
    assert _shown(desk) == ["a", "b"]


def test_that_nothing_matches_is_said_in_the_list(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2)
    words = desk.find(QLabel, "image_list_empty")
    assert not words.isVisible()
    _search(desk, "label:scratch", [])
    assert words.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    desk.person.wait_until(lambda: not words.isVisible(), "it is gone")


def test_keys_and_labels_are_completed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2, a=(SCRATCH, DENT))
    line = desk.page.parts.images.search
    desk.keys("/")
    QTest.keyClicks(line.edit, "lab")
    popup = line.completer.popup()
    desk.person.wait_until(popup.isVisible, "keys are offered")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "label:"
    QTest.keyClicks(line.edit, "re")
    desk.person.wait_until(popup.isVisible, "labels are offered")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == 'label:"red dent" '
    desk.person.wait_until(lambda: _shown(desk) == ["a"], "it is found")


def test_earlier_searches_are_offered_again(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=2, a=(SCRATCH,))
    _search(desk, "label:scratch", ["a"])
    line = desk.page.parts.images.search
    QTest.keyClick(line.edit, Qt.Key.Key_Return)
    QTest.keyClick(line.edit, Qt.Key.Key_Escape)
    assert line.text() == ""
    QTest.keyClick(line.edit, Qt.Key.Key_Down)
    popup = line.completer.popup()
    desk.person.wait_until(popup.isVisible, "they are offered")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text().strip() == "label:scratch"
    assert desk.person.window.app.settings.recent_searches == ["label:scratch"]


def test_half_a_search_leaves_the_list_until_enter(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(count=3, a=(SCRATCH,), b=(DENT,))
    desk.canvas.setFocus()
    _activate(desk)
    desk.keys("/")
    search = desk.page.parts.images.search
    for sign in "label:scr":
        QTest.keyClicks(search.edit, sign)
        assert _shown(desk) == ["a", "b", "c"], search.text()
    desk.person.wait_until(search.kept.isVisible, "it is said that the list stays")
    assert _shown(desk) == ["a", "b", "c"]
    QTest.keyClicks(search.edit, ",")
    QTest.keyClick(search.edit, Qt.Key.Key_Backspace)
    QTest.keyClick(search.edit, Qt.Key.Key_Return)
    desk.person.wait_until(lambda: _shown(desk) == [], "it is meant so")
    assert not search.kept.isVisible()
    QTest.keyClicks(search.edit, "atch")
    desk.person.wait_until(lambda: _shown(desk) == ["a"], "it is whole")
    assert not search.kept.isVisible()
