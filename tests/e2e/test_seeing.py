"""What is shown beside the shapes, what is hidden, and what cannot be taken hold of."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.geometry import Box, Polygon
from core.voc.annotation import VocObject
from tests.e2e.conftest import pixels
from tests.e2e.desk import HEIGHT, WIDTH, Desk

DENT = VocObject(label="dent", shape=Box(60, 60, 160, 140))
BOW = VocObject(label="dent", shape=Polygon(((200, 60), (300, 160), (300, 60), (200, 160))))


def test_each_key_shows_or_hides_something(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT, VocObject(label="dent", shape=Box(200, 60, 300, 140))))
    book = desk.page.page_actions
    before = pixels(desk.canvas)
    for name, field, key in (("captions", "captions", "Shift+C"), ("by_object", "by_object", "Shift+L")):
        was = getattr(desk.canvas.display, field)
        desk.keys(key)
        assert getattr(desk.canvas.display, field) is not was
        assert book[name].isChecked() is not was
        assert (pixels(desk.canvas) != before).any()
        desk.keys(key)
        assert (pixels(desk.canvas) == before).all()


def test_the_crosshair_spans_the_view_until_its_key_takes_it_away(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    desk.keys("B")
    QTest.mouseMove(desk.canvas, desk.place((200, 200)))
    with_lines = pixels(desk.canvas)
    desk.keys("X")
    changed = np.argwhere((pixels(desk.canvas) != with_lines).any(axis=2))
    assert np.ptp(changed[:, 0]) > 0.95 * desk.canvas.height()
    assert np.ptp(changed[:, 1]) > 0.95 * desk.canvas.width()


def test_the_minimap_comes_with_the_zoom_and_takes_the_view_elsewhere(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    minimap = desk.find(QWidget, "minimap")
    assert not minimap.isVisible()
    desk.canvas.zoom_by(8)
    assert minimap.isVisible()
    before = desk.canvas.to_image(QPointF(0, 0))
    corner = minimap.rect().bottomRight()
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=corner)
    after = desk.canvas.to_image(QPointF(0, 0))
    assert after[0] > before[0]
    assert after[1] > before[1]
    desk.keys("Y")
    assert not minimap.isVisible()
    desk.keys("Y", "F")
    assert not minimap.isVisible()


def test_pixels_get_a_grid_at_a_high_zoom_only(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    desk.keys("Y")
    for zoom, lines in ((6.0, False), (9.0, True), (200.0, True)):
        desk.canvas.zoom_by(zoom / desk.canvas.viewport.zoom, QPointF(desk.place((350, 250))))
        desk.person.rest(80)
        middle = pixels(desk.canvas)[200:400, 200:400, 0]
        assert (len(np.unique(middle)) > 1) is lines, zoom


def test_however_far_one_zooms_out_or_in_the_picture_stays_in_sight(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    canvas = desk.canvas
    canvas.zoom_by(8, QPointF(desk.place((390, 10))))
    for _ in range(60):
        canvas.zoom_by(1 / 1.2, QPointF(3, 3))
    corners = [desk.place(at) for at in ((0, 0), (WIDTH, HEIGHT))]
    assert all(canvas.rect().adjusted(-1, -1, 1, 1).contains(corner) for corner in corners)
    assert corners[1].x() - corners[0].x() >= min(WIDTH, canvas.width() / 3)
    for _ in range(60):
        canvas.zoom_by(1.2, QPointF(300, 300))
    assert canvas.width() / canvas.viewport.zoom > 2


def test_a_locked_object_is_told_of_but_cannot_be_dragged(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT.with_attribute("locked", "true"), BOW))
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    desk.drag((100, 100), (140, 120))
    assert desk.shapes() == [DENT.shape, BOW.shape]
    QTest.mouseMove(desk.canvas, desk.place((110, 100)))
    assert "locked" in said[-1]


def test_hidden_objects_and_labels_are_neither_drawn_nor_hit(open_desk: Callable[..., Desk]) -> None:
    shown = VocObject(label="scratch", shape=Box(200, 60, 300, 140))
    desk = open_desk(a=(DENT.with_attribute("hidden", "true"), shown), b=())
    desk.click((100, 100))
    assert not desk.selected
    desk.click((250, 100))
    assert desk.selected == {1}
    desk.keys("Escape")
    desk.canvas.set_hidden_labels(frozenset({"scratch"}))
    QTest.mouseMove(desk.canvas, desk.place((10, 290)))
    nothing = pixels(desk.canvas)
    desk.click((250, 100))
    assert not desk.selected
    QTest.mouseMove(desk.canvas, desk.place((10, 290)))
    desk.page.document.commit("Empty", desk.page.document.annotation.with_objects(()))
    assert (pixels(desk.canvas) == nothing).all()


def test_a_self_crossing_outline_is_red_and_said(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOW,))
    said: list[str] = []
    desk.canvas.hint_changed.connect(said.append)
    QTest.mouseMove(desk.canvas, desk.place((230, 75)))
    QTest.mouseMove(desk.canvas, desk.place((290, 100)))
    assert any("crosses itself" in hint for hint in said)
    x, y = desk.place((225, 85)).x(), desk.place((225, 85)).y()
    around = pixels(desk.canvas)[y - 5 : y + 5, x - 5 : x + 5].reshape(-1, 3).astype(int)
    assert ((around[:, 0] > 200) & (around[:, 1] < 110) & (around[:, 2] < 110)).any()
    desk.keys("P")
    for at in ((20, 200), (80, 260), (80, 200)):
        desk.click(at)
    QTest.mouseMove(desk.canvas, desk.place((20, 260)))
    assert "crosses itself" in said[-1]
    desk.keys("Escape")
    assert desk.shapes() == [BOW.shape]


def test_handles_are_seen_just_with_the_tool_that_takes_hold_of_them(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    desk.keys("X", "Shift+C")
    desk.click((100, 100))
    corner, outline = desk.place((160, 140)), desk.place((130, 140))

    def look() -> tuple[QColor, QColor]:
        QTest.mouseMove(desk.canvas, desk.place((300, 250)))
        image = desk.canvas.grab().toImage()
        return image.pixelColor(corner), image.pixelColor(outline)

    handled, line = look()
    assert handled == QColor("white")
    for tool in ("B", "P", "R", "H"):
        desk.keys(tool)
        now, still = look()
        assert now != handled, tool
        assert still == line, tool
    assert desk.selected == {0}
    desk.keys("V")
    assert look() == (handled, line)
