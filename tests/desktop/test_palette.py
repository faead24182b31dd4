import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.palette import CommandPalette, rank


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [("", "Undo Edit", 0), ("un", "Undo Edit", 0), ("ed", "Undo Edit", 1), ("do", "Undo Edit", 2), ("x", "Undo", None),
     ("edit un", "Undo Edit", 1)],
)  # fmt: skip
def test_words_that_begin_the_text_rank_first(query: str, text: str, expected: int | None) -> None:
    assert rank(query, text) == expected


def _open(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    window.actions_by_name["palette"].trigger()
    palette = window.findChild(CommandPalette)
    qtbot.waitUntil(palette.isVisible)
    return palette


def test_an_action_is_found_by_its_name_and_done_with_enter(opened: MainWindow, qtbot: QtBot) -> None:
    palette = _open(opened, qtbot)
    QTest.keyClicks(palette.line, "polygon")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert opened.annotate_page.canvas.tool.name == "polygon"


def test_arrows_walk_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    palette = _open(opened, qtbot)
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == 1
    palette.close()


def test_what_is_not_found_is_said_and_enter_does_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    palette = _open(opened, qtbot)
    QTest.keyClicks(palette.line, "no such thing")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_on_the_start_page_only_what_can_be_done_there_is_offered(window: MainWindow, qtbot: QtBot) -> None:
    palette = _open(window, qtbot)
    QTest.keyClicks(palette.line, "polygon")
    assert palette.model.rowCount() == 0
    palette.close()


def test_what_was_used_last_comes_first(opened: MainWindow, qtbot: QtBot) -> None:
    palette = _open(opened, qtbot)
    QTest.keyClicks(palette.line, "fit in view")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.findChild(CommandPalette) is None)
    palette = _open(opened, qtbot)
    assert palette.view.currentIndex().data() == "Fit in view"
    palette.close()
