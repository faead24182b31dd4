"""A small dataset and the page that shows it, driven by real mouse and key events."""

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.geometry import XY, Shape
from core.voc import annotation_file
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList
from desktop.annotate.page import AnnotatePage

WIDTH, HEIGHT = 200, 150


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three grey images named a, b and c, without annotations."""
    images = tmp_path / "set" / "JPEGImages"
    images.mkdir(parents=True)
    for shade, name in enumerate("abc"):
        cv2.imwrite(str(images / f"{name}.png"), np.full((HEIGHT, WIDTH, 3), 90 + 40 * shade, dtype=np.uint8))
    return tmp_path / "set"


@pytest.fixture
def open_page(qtbot: QtBot) -> Iterator[Callable[..., AnnotatePage]]:
    """Return a function that shows a page with a dataset and waits for the picture."""
    pages: list[AnnotatePage] = []

    def make(folder: Path, labels: tuple[str, ...] = ("scratch", "dent")) -> AnnotatePage:
        page = AnnotatePage()
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1100, 700)
        dataset = Dataset.open(folder)
        page.open_dataset(dataset, LabelList.load(dataset, labels))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.canvas.scene() is not None or page.document.read_only)
        qtbot.waitUntil(page.isActiveWindow)
        page.canvas.setFocus()
        return page

    yield make
    for page in pages:
        page.shutdown()


@pytest.fixture
def page(open_page: Callable[..., AnnotatePage], folder: Path) -> AnnotatePage:
    """The page with the small dataset and the labels 'scratch' and 'dent'."""
    return open_page(folder)


class Mouse:
    """Presses and moves at places of the image."""

    def __init__(self, page: AnnotatePage) -> None:
        self.canvas = page.canvas

    def view(self, at: XY) -> QPoint:
        return self.canvas.to_view(at).toPoint()

    def press(self, at: XY, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseMove(self.canvas, self.view(at))
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, modifiers, self.view(at))

    def move(self, at: XY) -> None:
        QTest.mouseMove(self.canvas, self.view(at))

    def release(self, at: XY, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, modifiers, self.view(at))

    def click(self, at: XY, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(at, modifiers)
        self.release(at, modifiers)

    def drag(self, start: XY, *stops: XY) -> None:
        self.press(start)
        for stop in stops:
            self.move(((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2))
            self.move(stop)
            start = stop
        self.release(start)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifiers)


@pytest.fixture
def mouse(page: AnnotatePage) -> Mouse:
    return Mouse(page)


def shapes_on_disk(folder: Path, name: str = "a") -> list[Shape]:
    """Return the shapes that the image's XML file holds."""
    return [thing.shape for thing in on_disk(folder, name).objects]


def on_disk(folder: Path, name: str = "a") -> Annotation:
    return annotation_file.read(folder / "Annotations" / f"{name}.xml")
