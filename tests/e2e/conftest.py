"""A person at the real window, and datasets small enough to learn from in seconds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.voc.annotation import VocObject
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.main_window import MainWindow
from desktop.settings import Settings
from tests.e2e.desk import Desk, make_dataset
from tests.squares import Squares


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The whole window, shown, with settings of its own and no dataset."""
    window = build_window(Settings(tmp_path / "settings.ini"))
    window.resize(1360, 860)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def person(window: MainWindow) -> Person:
    """Whoever sits at the window."""
    return Person(window)


@pytest.fixture
def squares(tmp_path: Path) -> Squares:
    """A dataset that a network learns in a few seconds."""
    return Squares(tmp_path / "squares")


def open_folder(person: Person, root: Path) -> None:
    """Open a folder and wait until its first picture is on the canvas and every file was read."""
    person.window.app.open_folder(root)
    page = person.window.annotate_page
    person.wait_until(lambda: page.dataset is not None and page.dataset.root == root, "the folder opens")
    entry = page.dataset.entries[0]
    person.wait_until(lambda: page.pictures.get(entry.path) is not None, "the first picture is shown")
    project = person.window.app.project
    person.wait_until(lambda: project.is_read, "every file is read")


def pixels(widget) -> np.ndarray:  # noqa: ANN001  any widget
    """Return what the widget shows as an (H, W, 3) RGB array."""
    image = widget.grab().toImage().convertToFormat(widget.grab().toImage().Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


@pytest.fixture
def open_desk(window: MainWindow, tmp_path: Path) -> Callable[..., Desk]:
    """Return a function that opens a small dataset in the window: ``open_desk(a=(VocObject(...), ...))``."""

    def open_it(count: int = 3, **objects: tuple[VocObject, ...]) -> Desk:
        root = make_dataset(tmp_path / "small", objects, count)
        person = Person(window)
        open_folder(person, root)
        page = window.annotate_page
        person.wait_until(lambda: page.canvas.scene() is not None, "the first picture is on the canvas")
        window.activateWindow()
        page.canvas.setFocus()
        return Desk(person, root)

    return open_it


@pytest.fixture
def open_picture(window: MainWindow, tmp_path: Path) -> Callable[[np.ndarray], Desk]:
    """Return a function that opens a dataset of one picture, (H, W, 3) RGB, named a, with the label 'thing'."""

    def open_it(rgb: np.ndarray) -> Desk:
        root = tmp_path / "seen"
        (root / "JPEGImages").mkdir(parents=True)
        (root / "labels.txt").write_text("thing\n")
        cv2.imwrite(str(root / "JPEGImages" / "a.png"), rgb[:, :, ::-1])
        person = Person(window)
        open_folder(person, root)
        page = window.annotate_page
        person.wait_until(lambda: page.canvas.scene() is not None, "the picture is on the canvas")
        window.activateWindow()
        page.canvas.setFocus()
        return Desk(person, root)

    return open_it
