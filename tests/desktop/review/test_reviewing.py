"""Reviewing suggestions in the whole window: real store, real files, real keys and buttons."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.inference.model_folder import CARD, ONNX
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore, Verdict
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from desktop.main_window import MainWindow
from desktop.review.suggestions import DEFAULT_THRESHOLD
from tests.core.inference.conftest import card, write_network

GOOD, FAIR, POOR = 0.9, 0.6, 0.2


@pytest.fixture(name="root")
def _root(root: Path) -> Path:
    """The small dataset with suggestions: three on img5, one on img6, and one on img1 of what is drawn there."""
    store = SuggestionStore(root / ".annotrain" / "review.sqlite")
    store.replace_open(
        "img5",
        "bolts@1",
        [
            _suggestion("img5", "dent", Box(10, 10, 30, 30), GOOD),
            _suggestion("img5", "scratch", Box(60, 40, 90, 70), FAIR),
            _suggestion("img5", "dent", Box(80, 5, 110, 25), POOR),
        ],
    )
    store.replace_open("img6", "bolts@1", [_suggestion("img6", "dent", Box(15.4, 12.6, 33, 44), GOOD)])
    store.replace_open("img1", "bolts@1", [_suggestion("img1", "dent", Box(21, 21, 50, 60), GOOD)])
    store.close()
    return root


def _suggestion(image: str, label: str, shape: Box, score: float) -> Suggestion:
    return Suggestion(image=image, label=label, shape=shape, score=score, model="bolts@1")


@pytest.fixture(name="on_img5")
def _on_img5(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """The window with img5 open, its two good enough suggestions shown."""
    opened.annotate_page.show_image("img5")
    qtbot.waitUntil(lambda: len(opened.app.suggestions.shown) == 2)
    opened.annotate_page.canvas.setFocus()
    return opened


def _button(window: MainWindow, name: str) -> QPushButton:
    return window.findChild(QPushButton, name)


def _press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(_button(window, name), Qt.MouseButton.LeftButton)


def _key(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.annotate_page.canvas, key, modifier)


def _on_disk(root: Path, name: str) -> Annotation:
    dataset = Dataset.open(root)
    return dataset.read(dataset.entry(name))


def _counts(window: MainWindow) -> dict[Verdict, int]:
    Person(window).wait_until(lambda: not window.app.suggestions.busy, "verdicts are written down")
    return window.app.suggestions.store.verdict_counts()


def test_ghosts_say_label_and_score_and_the_best_is_the_current_one(on_img5: MainWindow) -> None:
    ghosts = on_img5.annotate_page.canvas.ghosts
    assert [(ghost.caption, ghost.selected) for ghost in ghosts] == [("dent 0.90", True), ("scratch 0.60", False)]
    assert ghosts[0].color != ghosts[1].color
    words = on_img5.findChild(QLabel, "suggestion_count").text()
    assert words == "1 of 2 here, 3 in 2 images"


def test_the_threshold_shows_more_or_fewer(qtbot: QtBot, on_img5: MainWindow) -> None:
    slider = on_img5.findChild(QSlider, "threshold_slider")
    slider.setValue(10)
    assert len(on_img5.annotate_page.canvas.ghosts) == 3
    qtbot.waitUntil(lambda: on_img5.app.suggestions.counts == {"img5": 3, "img6": 1})
    slider.setValue(95)
    assert len(on_img5.annotate_page.canvas.ghosts) == 0
    assert not _button(on_img5, "accept_button").isEnabled()


def test_what_is_drawn_already_is_not_offered(qtbot: QtBot, opened: MainWindow) -> None:
    opened.annotate_page.show_image("img1")
    qtbot.wait(50)
    assert opened.app.suggestions.shown == []


def test_enter_accepts_and_undo_gives_the_suggestion_back(on_img5: MainWindow, root: Path) -> None:
    page = on_img5.annotate_page
    _key(on_img5, Qt.Key.Key_Return)
    assert [(thing.label, thing.shape) for thing in page.document.annotation.objects] == [("dent", Box(10, 10, 30, 30))]
    assert [ghost.caption for ghost in page.canvas.ghosts] == ["scratch 0.60"]
    assert _counts(on_img5)[Verdict.ACCEPTED] == 1
    QTest.keySequence(page.canvas, "Ctrl+Z")
    assert page.document.annotation.objects == ()
    assert len(page.canvas.ghosts) == 2
    assert _counts(on_img5)[Verdict.ACCEPTED] == 0
    page.document.redo()
    assert len(page.canvas.ghosts) == 1
    assert _counts(on_img5)[Verdict.ACCEPTED] == 1
    assert page.save_now()
    assert [thing.label for thing in _on_disk(root, "img5").objects] == ["dent"]


def test_delete_rejects_and_undo_takes_that_back(on_img5: MainWindow) -> None:
    _key(on_img5, Qt.Key.Key_Delete)
    assert [ghost.caption for ghost in on_img5.annotate_page.canvas.ghosts] == ["scratch 0.60"]
    assert on_img5.annotate_page.document.annotation.objects == ()
    assert _counts(on_img5)[Verdict.REJECTED] == 1
    QTest.keySequence(on_img5.annotate_page.canvas, "Ctrl+Z")
    assert len(on_img5.annotate_page.canvas.ghosts) == 2
    assert _counts(on_img5)[Verdict.REJECTED] == 0


def test_tab_goes_round(on_img5: MainWindow) -> None:
    places = []
    for _ in range(3):
        places.append([ghost.selected for ghost in on_img5.annotate_page.canvas.ghosts].index(True))
        _key(on_img5, Qt.Key.Key_Tab)
    assert places == [0, 1, 0]


def test_shift_enter_accepts_what_is_shown_in_one_edit(on_img5: MainWindow) -> None:
    _key(on_img5, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    document = on_img5.annotate_page.document
    assert len(document.annotation.objects) == 2
    document.undo()
    assert document.annotation.objects == ()
    assert len(on_img5.annotate_page.canvas.ghosts) == 2


def test_accept_all_asks_then_writes_every_file_and_undo_brings_each_byte_back(
    qtbot: QtBot, on_img5: MainWindow, root: Path
) -> None:
    folder = root / "Annotations"
    before = {path.name: path.read_bytes() for path in folder.glob("*.xml")}
    _press(on_img5, "accept_all_button")
    assert on_img5.findChild(QLabel, "confirm_question").text() == "Accept 3 suggestions of 40 % or more in 2 images?"
    assert {path.name for path in folder.glob("*.xml")} == set(before)
    _press(on_img5, "confirm_button")
    qtbot.waitUntil(lambda: on_img5.banner.isVisible())
    assert on_img5.banner.text.text() == "3 suggestions accepted in 2 images; 1 more already there."
    assert [thing.shape for thing in _on_disk(root, "img6").objects] == [Box(15, 13, 33, 44)]
    assert len(_on_disk(root, "img5").objects) == 2
    assert (folder / "img1.xml").read_bytes() == before["img1.xml"]
    QTest.mouseClick(on_img5.banner.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not (folder / "img6.xml").exists())
    qtbot.waitUntil(lambda: on_img5.app.suggestions.counts == {"img5": 2, "img6": 1})
    assert on_img5.annotate_page.save_now()
    assert {path.name: path.read_bytes() for path in folder.glob("*.xml")} == before


def test_a_changed_threshold_drops_the_question(on_img5: MainWindow) -> None:
    _press(on_img5, "accept_all_button")
    assert _button(on_img5, "confirm_button").isVisible()
    _press(on_img5, "confirm_keep_button")
    assert not _button(on_img5, "confirm_button").isVisible()
    assert _button(on_img5, "accept_all_button").isVisible()


def test_a_file_that_cannot_be_read_is_left_alone_and_named(qtbot: QtBot, on_img5: MainWindow, root: Path) -> None:
    broken = root / "Annotations" / "img6.xml"
    broken.write_text("<annotation><object>")
    _press(on_img5, "accept_all_button")
    _press(on_img5, "confirm_button")
    qtbot.waitUntil(lambda: on_img5.banner.isVisible())
    assert "img6.xml" in on_img5.banner.text.text()
    assert broken.read_text() == "<annotation><object>"


def test_prelabel_looks_at_the_unlabelled_images_and_goes_to_the_first_suggestion(
    qtbot: QtBot, opened: MainWindow, root: Path
) -> None:
    """The model finds one bright place on img6, and nothing to speak of on img5."""
    for name, shade in (("img5", 10), ("img6", 255)):
        picture = np.zeros((90, 120, 3), np.uint8)
        picture[22:45, 45:68] = shade
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.jpg"), picture)
    folder = root / ".annotrain" / "models" / "bright" / "v1"
    folder.mkdir(parents=True)
    (folder / CARD).write_text(card().model_dump_json())
    write_network(folder / ONNX)
    opened.app.runs.read_models()
    qtbot.waitUntil(lambda: _button(opened, "prelabel_button").isEnabled())
    opened.annotate_page.show_image("img1")
    _press(opened, "prelabel_button")
    qtbot.waitUntil(lambda: opened.annotate_page.current_name == "img5", timeout=20_000)
    opened.annotate_page.show_image("img6")
    qtbot.waitUntil(lambda: any(s.model == "bright@1" for s in opened.app.suggestions.shown))
    store = opened.app.suggestions.store
    found = [
        s for name in ("img5", "img6") for s in store.open_suggestions(name, DEFAULT_THRESHOLD) if s.model == "bright@1"
    ]
    assert [(s.image, s.label) for s in found] == [("img6", "bright")]
    assert not store.open_suggestions("img2")


def test_without_a_model_the_bar_says_what_to_do(opened: MainWindow) -> None:
    assert not _button(opened, "prelabel_button").isEnabled()
    texts = [label.text() for label in opened.app.bar.findChildren(QLabel) if label.isVisible()]
    assert "Train a model first: it can then label the rest." in texts


def test_without_a_model_pre_label_says_what_to_do(opened: MainWindow) -> None:
    opened.actions_by_name["prelabel"].trigger()
    assert opened.banner.isVisible()
    assert "train one first" in opened.banner.text.text()
