"""What to label next: the page, the way from it to the image, and on to the next one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from core.geometry import Box
from core.inference.suggestion import Suggestion
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk
from tests.e2e.judged import make_judged

NAMES = ("k0", "k1", "k2", "k3", "k4")
"""None of these is drawn by lot."""


@pytest.fixture
def cells(tmp_path: Path) -> Path:
    """Pictures that nobody labelled, but for a, b, c and d; k1 is the only one that is not like all others."""
    root = make_judged(tmp_path / "judged")
    for name in NAMES:
        picture = np.full((32, 48, 3), 20, np.uint8)
        if name == "k1":
            picture[:, ::4] = (0, 200, 250)
        cv2.imwrite(str(root / "JPEGImages" / f"{name}.png"), picture)
    return root


def shown(desk: Desk) -> list[str]:
    """The images on the page, once they are there."""
    page = desk.person.window.app.next_page
    desk.person.wait_until(lambda: bool(page.list.proposed) and not page.progress.isVisible(), "the order is shown")
    return [one.image for one in page.list.proposed]


@pytest.fixture
def look(person: Person, cells: Path) -> Callable[[], Desk]:
    """Return a function that opens the dataset and the page."""

    def open_it() -> Desk:
        open_folder(person, cells)
        person.window.activateWindow()
        desk = Desk(person, cells)
        desk.keys("Alt+2")
        return desk

    return open_it


def test_without_a_model_it_goes_by_variety_and_says_so(cells: Path, look: Callable[[], Desk]) -> None:
    shutil.rmtree(cells / ".annotrain" / "models")
    desk = look()
    assert set(shown(desk)) == set(NAMES)
    assert shown(desk)[0] == "k1"
    words = desk.find(QLabel, "next_basis").text()
    assert "5 image" in words
    assert "no model yet" in words
    assert "Distance to" in desk.person.window.app.next_page.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert not desk.find(QPushButton, "next_prelabel_button").isVisible()


def test_from_the_page_to_the_image_and_on_to_the_next(look: Callable[[], Desk]) -> None:
    """Each is labelled with a box drawn by the mouse; the order says which comes after it."""
    desk = look()
    first, second, *_ = shown(desk)
    desk.person.click("label_these_button")
    desk.person.wait_until(lambda: desk.page.current_name == first, "the first image opens")
    assert desk.person.window.annotate_page.isVisible()
    desk.person.wait_until(lambda: desk.canvas.scene() is not None, "its picture is shown")
    desk.canvas.setFocus()
    desk.keys("B")
    desk.drag((4, 4), (20, 20))
    assert len(desk.objects(first)) == 1
    desk.keys("Ctrl+Alt+D")
    desk.person.wait_until(lambda: desk.page.current_name == second, "the next one opens")
    desk.keys("Alt+2")
    desk.person.wait_until(lambda: first not in shown(desk), "what is labelled is proposed no longer")


def test_the_key_works_the_order_out_where_nobody_has_looked_at_the_page(person: Person, cells: Path) -> None:
    open_folder(person, cells)
    person.window.activateWindow()
    desk = Desk(person, cells)
    desk.canvas.setFocus()
    said: list[str] = []
    person.window.app.proposing.said.connect(said.append)
    desk.keys("Ctrl+Alt+D", "Ctrl+Alt+D")  # impatience changes nothing
    person.wait_until(lambda: desk.page.current_name == "k1", "the image that is unlike all others opens")
    assert all(words.startswith("Working out") for words in said)


def test_what_a_version_doubts_comes_first_with_its_numbers(cells: Path, look: Callable[[], Desk]) -> None:
    dataset = Dataset.open(cells)
    store = SuggestionStore.of(dataset)
    for name, scores in (("k3", (0.5, 0.45)), ("k2", (0.99,))):
        found = [Suggestion(image=name, label="bright", shape=Box(0, 0, 8, 8), score=score, model="bright@1")
                 for score in scores]  # fmt: skip
        store.replace_open(name, "bright@1", found)
    store.close()
    desk = look()
    assert shown(desk)[0] == "k3"
    assert "bright@1" in desk.find(QLabel, "next_basis").text()
    words = desk.person.window.app.next_page.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "2 suggestion" in words
    assert "0.3" in words
    assert "0.7" in words


def test_a_version_that_has_not_looked_yet_is_asked_to(look: Callable[[], Desk]) -> None:
    desk = look()
    shown(desk)
    button = desk.find(QPushButton, "next_prelabel_button")
    assert button.isVisible()
    assert "bright@1 has not looked" in desk.find(QLabel, "next_basis").text()
    desk.person.click("next_prelabel_button")
    window = desk.person.window
    desk.person.wait_until(lambda: bool(window.app.suggestions.store.open_counts()), "the version has looked at them")


def test_where_every_image_is_labelled_it_says_so(person: Person, tmp_path: Path) -> None:
    root = make_judged(tmp_path / "judged")
    open_folder(person, root)
    person.window.activateWindow()
    desk = Desk(person, root)
    desk.keys("Alt+2")
    person.wait_until(lambda: "Every image" in desk.find(QLabel, "next_title").text(), "it is said")
    assert not desk.find(QPushButton, "label_these_button").isEnabled()
