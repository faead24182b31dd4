"""With the switch on, the image that is opened is looked at by the chosen version, once; what is stale is dropped."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.demo.person import Person
from desktop.main_window import MainWindow
from tests.core.review.versions import bright_dataset, publish
from tests.e2e.conftest import open_folder
from tests.e2e.desk import Desk

CELLS = {name: [(number % 5, number % 3)] for number, name in enumerate("abcdefgh")}


@pytest.fixture(name="person")
def _person(window: MainWindow, tmp_path: Path) -> Person:
    """Somebody with eight pictures with a white cell each, and a version that finds them."""
    dataset = bright_dataset(tmp_path / "cells", CELLS)
    publish(dataset.models_folder, 1)
    person = Person(window)
    open_folder(person, dataset.root)
    person.wait_until(lambda: window.app.bar.row.model is not None, "the version is offered")
    return person


def _looks(person: Person) -> list[str]:
    person.window.app.review.assisting.flush()
    rows = person.window.app.suggestions.store.read("SELECT image FROM prediction WHERE source = 'assist' ORDER BY id")
    return [row[0] for row in rows]


def _switch_on(person: Person) -> None:
    person.click("assist_button")
    person.wait_until(lambda: len(person.window.annotate_page.canvas.ghosts) == 1, "the open image is looked at", 60)


def test_each_image_is_looked_at_once_as_it_is_opened(person: Person) -> None:
    page = person.window.annotate_page
    page.show_image("b")
    person.rest(100)
    assert not page.canvas.ghosts
    _switch_on(person)
    page.show_image("c")
    person.wait_until(lambda: len(page.canvas.ghosts) == 1, "the next one is looked at")
    page.show_image("b")
    person.wait_until(lambda: len(page.canvas.ghosts) == 1, "what was found is still there")
    assert _looks(person) == ["b", "c"]
    assert person.find(QPushButton, "assist_button").isChecked()


def test_a_look_is_there_soon_after_the_picture(person: Person) -> None:
    page = person.window.annotate_page
    _switch_on(person)
    took = []
    for name in "bcdef":
        page.show_image(name)
        person.wait_until(lambda: page.canvas.scene() is not None, "the picture is shown")
        shown = time.monotonic()
        while not page.canvas.ghosts and time.monotonic() < shown + 5:
            person.rest(1)
        took.append(time.monotonic() - shown)
    assert sorted(took)[2] < 1.0  # 0.1 s on a quiet machine; here others are at work as well


def test_whoever_pages_quickly_has_only_the_last_one_looked_at(person: Person) -> None:
    page = person.window.annotate_page
    _switch_on(person)
    for name in "bcdefg":
        page.show_image(name)
    page.show_image("h")
    person.wait_until(lambda: len(page.canvas.ghosts) == 1, "the last one is looked at")
    looks = _looks(person)
    assert (looks[0], looks[-1]) == ("a", "h")
    assert len(looks) < 6


def test_what_a_person_has_said_is_done_is_left_alone(person: Person) -> None:
    page = person.window.annotate_page
    page.show_image("b")
    page.marks.toggle_done()
    person.click("assist_button")
    person.wait_until(lambda: person.window.app.review.actions["assist"].isChecked(), "it is on")
    assert _looks(person) == []


def test_without_a_model_it_says_what_to_do_first(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.keys("Shift+A")
    assert "train one first" in desk.person.window.banner.text.text()
