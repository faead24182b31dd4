"""What keys mean while suggestions are shown, wherever the keyboard is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from desktop.main_window import MainWindow


@pytest.fixture(name="reviewing")
def _reviewing(qtbot: QtBot, dataset: Dataset, opened: MainWindow) -> MainWindow:
    """The window with two suggestions on img1, on which a box is drawn already."""
    store = SuggestionStore.of(dataset)
    boxes = (Box(60, 10, 80, 30), Box(85, 40, 110, 70))
    scored = zip(boxes, (0.9, 0.8), strict=True)
    found = [Suggestion(image="img1", label="dent", shape=box, score=score, model="bolts@1") for box, score in scored]
    store.replace_open("img1", "bolts@1", found)
    opened.app.suggestions.reload()
    qtbot.waitUntil(lambda: len(opened.app.suggestions.shown) == 2)
    qtbot.waitUntil(lambda: opened.annotate_page.canvas.scene() is not None)
    opened.activateWindow()
    opened.annotate_page.canvas.setFocus()
    return opened


def _objects(window: MainWindow) -> int:
    return len(window.annotate_page.document.annotation.objects)


def _captions(window: MainWindow) -> list[str]:
    return [ghost.caption for ghost in window.annotate_page.canvas.ghosts]


def _press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def _click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def _at(window: MainWindow, x: float, y: float) -> QPoint:
    return window.annotate_page.canvas.to_view((x, y)).toPoint()


def test_keys_on_the_canvas_after_a_click_beside_everything(reviewing: MainWindow) -> None:
    QTest.mouseClick(reviewing.annotate_page.canvas, Qt.MouseButton.LeftButton, pos=_at(reviewing, 5, 80))
    _press(Qt.Key.Key_Tab)
    assert [ghost.selected for ghost in reviewing.annotate_page.canvas.ghosts] == [False, True]
    _press(Qt.Key.Key_Return)
    assert (_objects(reviewing), _captions(reviewing)) == (2, ["dent 0.90"])
    _press(Qt.Key.Key_Delete)
    assert (_objects(reviewing), _captions(reviewing)) == (2, [])


def test_delete_rejects_though_the_mouse_rests_on_an_object(reviewing: MainWindow) -> None:
    QTest.mouseMove(reviewing.annotate_page.canvas, _at(reviewing, 35, 40))
    assert reviewing.annotate_page.canvas.overlay.target is not None
    _press(Qt.Key.Key_Delete)
    assert (_objects(reviewing), len(_captions(reviewing))) == (1, 1)


def test_delete_takes_a_selected_object_before_a_suggestion(reviewing: MainWindow) -> None:
    QTest.mouseClick(reviewing.annotate_page.canvas, Qt.MouseButton.LeftButton, pos=_at(reviewing, 35, 40))
    _press(Qt.Key.Key_Delete)
    assert (_objects(reviewing), len(_captions(reviewing))) == (0, 2)


@pytest.mark.parametrize("field", ["image_filter", "new_label"])
def test_keys_in_a_line_of_text_are_the_lines_own(reviewing: MainWindow, field: str) -> None:
    line = reviewing.findChild(QLineEdit, field)
    line.setFocus()
    QTest.keyClicks(line, "2d")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Delete):
        _press(key)
    assert line.text() == "d"
    assert reviewing.annotate_page.current_name == "img1"
    line.clear()
    _press(Qt.Key.Key_Return)
    assert (_objects(reviewing), len(_captions(reviewing))) == (1, 2)


def test_enter_on_the_list_of_images_accepts(reviewing: MainWindow) -> None:
    reviewing.findChild(QTableView, "image_list").setFocus()
    _press(Qt.Key.Key_Return)
    assert (_objects(reviewing), len(_captions(reviewing))) == (2, 1)


def test_a_click_on_the_bar_leaves_the_keyboard_on_the_canvas(reviewing: MainWindow) -> None:
    _click(reviewing, "next_button")
    assert QApplication.focusWidget() is reviewing.annotate_page.canvas
    _press(Qt.Key.Key_Tab)
    assert [ghost.selected for ghost in reviewing.annotate_page.canvas.ghosts] == [True, False]


def test_enter_answers_the_question_and_accepts_nothing_else(qtbot: QtBot, reviewing: MainWindow) -> None:
    qtbot.waitUntil(lambda: reviewing.findChild(QPushButton, "accept_all_button").isEnabled())
    _click(reviewing, "accept_all_button")
    assert reviewing.findChild(QLabel, "confirm_question").isVisible()
    _press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reviewing.banner.isVisible())
    assert reviewing.banner.text.text().endswith("accepted in 1 image.")
