"""The window comes back as a person left it, and stays usable where it is low."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView, QSlider, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.app import build_window
from desktop.main_window import MainWindow
from desktop.settings import Settings
from tests.e2e.desk import Desk

DENT = VocObject(label="dent", shape=Box(60, 60, 160, 140))


def pull(splitter: QSplitter, number: int, way: QPoint) -> None:
    """Drag the handle between two parts."""
    handle = splitter.handle(number)
    middle = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle + way)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle + way)


def test_what_was_arranged_comes_back_with_the_next_window(
    open_desk: Callable[..., Desk], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(a=(DENT,))
    window = desk.person.window
    columns, side = desk.find(QSplitter, "annotate_columns"), desk.find(QSplitter, "annotate_side")
    pull(columns, 1, QPoint(60, 0))
    pull(side, 1, QPoint(0, 40))
    desk.keys("X", "Shift+C", "R", "]")
    window.show_page("gallery")
    desk.find(QSlider, "gallery_size").setValue(200)
    desk.find(QToolButton, "gallery_objects").click()
    desk.find(QHeaderView, "problem_columns").resizeSection(0, 222)
    left, upper, options = columns.sizes()[0], side.sizes()[0], desk.canvas.options
    window.close()

    again = build_window(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(again)
    again.resize(1360, 860)
    again.show()
    again.app.open_folder(desk.root)
    page = again.annotate_page
    qtbot.waitUntil(lambda: page.canvas.scene() is not None)
    assert again.findChild(QSplitter, "annotate_columns").sizes()[0] == left
    assert again.findChild(QSplitter, "annotate_side").sizes()[0] == upper
    assert not page.canvas.display.crosshair
    assert not page.page_actions["crosshair"].isChecked()
    assert not page.canvas.display.captions
    assert page.canvas.display.minimap
    assert page.canvas.options == options
    assert again.findChild(QSlider, "gallery_size").value() == 200
    assert not again.findChild(QToolButton, "gallery_objects").isChecked()
    assert again.findChild(QHeaderView, "problem_columns").sectionSize(0) == 222
    again.close()


def test_in_the_lowest_window_four_labels_and_three_objects_are_in_sight(
    open_desk: Callable[..., Desk], window: MainWindow
) -> None:
    desk = open_desk(a=(DENT,))
    desk.page.selection.set((0,))
    window.resize(window.minimumSize())
    desk.person.rest(50)
    parts = desk.page.parts
    assert window.height() == window.minimumHeight()
    assert parts.labels.view.viewport().height() >= 4 * 28 - 8
    assert parts.objects.view.viewport().height() >= 3 * 28 - 8
    assert parts.properties.height() >= 100
    assert parts.properties.verticalScrollBar().maximum() > 0
