"""Pictures made brighter for the eye: what is seen changes, no file does, and labels lie where they lay."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from core.geometry import Box
from core.voc import annotation_file
from desktop.annotate.adjusting.levels import Levels
from desktop.demo.person import Person
from tests.e2e.conftest import open_folder, pixels

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dark 16-bit picture whose values run from 1000 to 3000 of 65536 and one bright pixel, and one of 8 bits."""
    images = tmp_path / "deep" / "JPEGImages"
    images.mkdir(parents=True)
    deep = np.tile(np.linspace(1000, 3000, 200).astype(np.uint16), (150, 1))
    deep[0, 0] = 60000
    cv2.imwrite(str(images / "a.png"), deep)
    cv2.imwrite(str(images / "b.png"), np.full((150, 200, 3), (60, 120, 90), np.uint8))
    return tmp_path / "deep"


def middle(person: Person, at: tuple[float, float] = (100, 75)) -> list[int]:
    """Return the colour that the canvas shows at a point of the image."""
    canvas = person.window.annotate_page.canvas
    place: QPoint = canvas.to_view(at).toPoint()
    return pixels(canvas)[place.y(), place.x()].tolist()


def wait_for_second(person: Person) -> None:
    page = person.window.annotate_page
    page.walk.next()
    person.wait_until(lambda: page.pictures.shown is not None and page.canvas.scene() is not None, "the next is shown")


def test_a_dark_16_bit_picture_is_seen_with_automatic_levels(person: Person, folder: Path) -> None:
    open_folder(person, folder)
    page, before = person.window.annotate_page, (folder / "JPEGImages" / "a.png").read_bytes()
    page.canvas.setFocus()
    assert max(middle(person)) < 12
    person.press(Qt.Key.Key_B, CTRL | SHIFT)
    assert 110 < middle(person)[0] < 146
    assert middle(person, (4, 75))[0] < 20
    assert middle(person, (196, 75))[0] > 235
    person.press(Qt.Key.Key_B, CTRL | ALT)
    assert max(middle(person)) < 12
    assert (folder / "JPEGImages" / "a.png").read_bytes() == before


def test_the_marks_of_the_histogram_set_black_and_white(person: Person, folder: Path) -> None:
    open_folder(person, folder)
    page = person.window.annotate_page
    page.canvas.setFocus()
    person.press(Qt.Key.Key_B, CTRL)
    levels = person.find(Levels, "levels")
    start, end = QPointF(levels.place(65536), 30).toPoint(), QPointF(levels.place(4000), 30).toPoint()
    QTest.mousePress(levels, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(levels, end)
    QTest.mouseRelease(levels, Qt.MouseButton.LeftButton, pos=end)
    assert 3500 < page.pictures.shown.look.high < 4500
    assert 110 < middle(person)[0] < 146
    assert page.pictures.shown.region(Box(100, 75, 101, 76))[0, 0, 0] > 100  # tools see what the person sees
    wait_for_second(person)
    assert middle(person) == [90, 120, 60]  # a range of 16-bit values is no range of 8-bit ones
    page.walk.previous()
    assert 110 < middle(person)[0] < 146


def test_sliders_change_what_is_seen_and_neither_file_nor_label(person: Person, folder: Path) -> None:
    open_folder(person, folder)
    page = person.window.annotate_page
    wait_for_second(person)
    image = folder / "JPEGImages" / "b.png"
    before, time = image.read_bytes(), image.stat().st_mtime_ns
    page.canvas.setFocus()
    person.press(Qt.Key.Key_B, CTRL)
    brightness = person.find(QSlider, "brightness_slider")
    assert brightness.hasFocus()
    for _ in range(20):
        person.press(Qt.Key.Key_Right)
    assert middle(person) == [141, 171, 111]
    gamma = person.find(QSlider, "gamma_slider")
    gamma.setFocus()
    for _ in range(10):
        person.press(Qt.Key.Key_Right)
    assert min(middle(person)) > 111
    person.press(Qt.Key.Key_B, CTRL)  # the panel goes, what it has set stays
    assert not page.adjusting.panel.isVisible()
    assert min(middle(person)) > 111
    page.labelling.add_label("spot")
    person.press(Qt.Key.Key_B)
    person.drag(page.canvas, [(20, 30), (60, 70), (80, 90)])
    page.save_now()
    assert annotation_file.read(folder / "Annotations" / "b.xml").objects[0].shape == Box(20, 30, 80, 90)
    assert (image.read_bytes(), image.stat().st_mtime_ns) == (before, time)


def test_a_press_on_the_panel_draws_nothing_below_it(person: Person, folder: Path) -> None:
    open_folder(person, folder)
    page = person.window.annotate_page
    page.canvas.setFocus()
    person.press(Qt.Key.Key_B)
    person.press(Qt.Key.Key_B, CTRL)
    panel = page.adjusting.panel
    QTest.mousePress(panel, Qt.MouseButton.LeftButton, pos=QPoint(10, 4))
    QTest.mouseMove(panel, QPoint(10, 100))
    QTest.mouseRelease(panel, Qt.MouseButton.LeftButton, pos=QPoint(10, 100))
    assert not page.canvas.busy
    page.page_actions["reset_picture"].trigger()
    assert not page.page_actions["reset_picture"].isEnabled()
    person.click("adjust_picture_button")
    assert not panel.isVisible()
    assert not page.page_actions["adjust_picture"].isChecked()
