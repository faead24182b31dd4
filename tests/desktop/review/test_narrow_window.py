"""The annotate page in windows of several widths: the side columns shrink first, and no word is cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.inference.model_folder import CARD, ONNX
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore
from desktop.main_window import MainWindow
from desktop.review.fitting import FittingLabel
from desktop.review.suggestion_bar import SuggestionBar
from tests.core.inference.conftest import card, write_network

BUTTONS = ("prelabel", "accept", "reject", "next", "accept_shown", "accept_all")


@pytest.fixture(name="root")
def _root(root: Path) -> Path:
    """The small dataset with a model and a suggestion on img5, so that the whole bar is seen."""
    store = SuggestionStore(root / ".annotrain" / "review.sqlite")
    found = Suggestion(image="img5", label="dent", shape=Box(10, 10, 30, 30), score=0.9, model="bright@1")
    store.replace_open("img5", "bright@1", [found])
    store.close()
    folder = root / ".annotrain" / "models" / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card().model_dump_json())
    write_network(folder / ONNX)
    return root


@pytest.fixture(name="reviewing")
def _reviewing(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    opened.annotate_page.show_image("img5")
    qtbot.waitUntil(lambda: len(opened.app.suggestions.shown) == 1)
    qtbot.waitUntil(lambda: _find(opened, "prelabel").isEnabled())
    return opened


def _find(window: MainWindow, name: str) -> QPushButton:
    return window.findChild(QPushButton, f"{name}_button")


def _left(window: MainWindow, widget: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def _whole(window: MainWindow, name: str) -> bool:
    """Tell whether a button has the room that it wants, and does not reach into the column at the right."""
    button, beside = _find(window, name), window.findChild(QWidget, "label_list")
    end = _left(window, button) + button.sizeHint().width()
    return button.isVisible() and button.width() >= button.sizeHint().width() and end < _left(window, beside)


@pytest.mark.parametrize(("width", "height"), [(900, 560), (1000, 640), (1360, 860)])
def test_no_button_is_cut_and_names_can_be_read(qtbot: QtBot, reviewing: MainWindow, width: int, height: int) -> None:
    reviewing.resize(width, height)
    qtbot.waitUntil(lambda: all(_whole(reviewing, name) for name in BUTTONS))
    assert reviewing.width() == width
    assert reviewing.findChild(QTableView, "image_list").width() >= 180


@pytest.mark.parametrize(("width", "name"), [(900, "next_suggested_spare"), (1600, "next_suggested")])
def test_the_next_image_with_suggestions_is_a_click_away(
    qtbot: QtBot, reviewing: MainWindow, width: int, name: str
) -> None:
    reviewing.annotate_page.show_image("img1")
    reviewing.resize(width, 640)
    qtbot.waitUntil(lambda: _whole(reviewing, name))
    qtbot.mouseClick(_find(reviewing, name), Qt.MouseButton.LeftButton)
    assert reviewing.annotate_page.current_name == "img5"
    others = {"next_suggested", "next_suggested_spare"} - {name}
    assert not any(_find(reviewing, other).isVisible() for other in others)


def test_it_is_where_there_is_no_model_any_more_as_well(qtbot: QtBot, reviewing: MainWindow) -> None:
    reviewing.findChild(SuggestionBar).set_models([])
    reviewing.resize(900, 640)
    qtbot.waitUntil(lambda: _whole(reviewing, "next_suggested_spare"))


def test_buttons_have_their_words_where_there_is_room(qtbot: QtBot, reviewing: MainWindow) -> None:
    reviewing.resize(900, 560)
    qtbot.waitUntil(lambda: not _find(reviewing, "accept").text())
    assert "Enter" in _find(reviewing, "accept").toolTip()
    assert _find(reviewing, "accept").accessibleName() == "Accept"
    reviewing.resize(1500, 860)
    qtbot.waitUntil(lambda: _find(reviewing, "accept").text() == "Accept")


def test_the_verdicts_are_the_last_to_lose_their_words(qtbot: QtBot, reviewing: MainWindow) -> None:
    reviewing.resize(1700, 860)
    qtbot.waitUntil(lambda: _find(reviewing, "next").text() == "Next")
    while _find(reviewing, "next").text():
        reviewing.resize(reviewing.width() - 20, 860)
        qtbot.wait(1)
    assert _find(reviewing, "accept").text() == "Accept"
    assert _find(reviewing, "reject").text() == "Reject"


def test_a_note_leaves_out_what_does_not_fit(qtbot: QtBot) -> None:
    label = FittingLabel("1 of 8 here, 592 in 74 images")
    qtbot.addWidget(label)
    for width, words in ((400, label.text()), (label.fontMetrics().horizontalAdvance("1 of 8 here, "), "1 of 8 here")):
        label.resize(width, 20)
        assert label.shown_text == words
    label.resize(5, 20)
    assert label.shown_text == ""
