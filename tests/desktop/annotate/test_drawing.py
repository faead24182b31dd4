from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.editing.brush import paint_line
from core.geometry import Box, Mask, Polygon
from desktop.annotate.page import AnnotatePage
from tests.desktop.annotate.conftest import HEIGHT, WIDTH, Mouse, on_disk, shapes_on_disk


def near(box: Box) -> Box:
    """Compare up to the pixel that a mouse position is rounded to."""
    return pytest.approx((box.x0, box.y0, box.x1, box.y1), abs=1)  # type: ignore[return-value]


def corners(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.y0, box.x1, box.y1


def test_a_dragged_box_is_in_the_xml(page: AnnotatePage, mouse: Mouse, folder: Path, qtbot: QtBot) -> None:
    mouse.key(Qt.Key.Key_B)
    with qtbot.waitSignal(page.annotation_saved, timeout=20_000):
        mouse.drag((20, 30), (80, 90))
    (thing,) = on_disk(folder).objects
    assert thing.label == "scratch"
    assert corners(thing.shape) == near(Box(20, 30, 80, 90))
    assert thing.shape == page.document.annotation.objects[0].shape  # what is seen is what the file says
    assert page.selection.places == {0}


def test_a_box_by_two_clicks(page: AnnotatePage, mouse: Mouse, folder: Path) -> None:
    mouse.key(Qt.Key.Key_W)
    mouse.click((80, 90))
    mouse.move((50, 50))
    mouse.click((20, 30))
    page.save_now()
    assert corners(shapes_on_disk(folder)[0]) == near(Box(20, 30, 80, 90))


def test_a_box_ends_at_the_border_of_the_picture(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_B)
    mouse.drag((150, 100), (WIDTH + 15, HEIGHT + 15))
    (thing,) = page.document.annotation.objects
    assert (thing.shape.x1, thing.shape.y1) == (WIDTH, HEIGHT)


def test_escape_cancels_a_box_under_way(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_B)
    mouse.press((20, 30))
    mouse.move((80, 90))
    mouse.key(Qt.Key.Key_Escape)
    mouse.release((80, 90))
    assert page.document.annotation.objects == ()
    assert page.canvas.tool.name == "box"


@pytest.mark.parametrize("ending", ["enter", "double", "first"])
def test_a_polygon_is_closed(page: AnnotatePage, mouse: Mouse, folder: Path, ending: str) -> None:
    mouse.key(Qt.Key.Key_P)
    mouse.key(Qt.Key.Key_2)
    ring = [(20, 20), (100, 30), (90, 100), (30, 90)]
    for at in ring:
        mouse.click(at)
    if ending == "enter":
        mouse.key(Qt.Key.Key_Return)
    elif ending == "double":
        QTest.mouseDClick(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, mouse.view(ring[-1]))
    else:
        mouse.click(ring[0])
    page.save_now()
    (thing,) = on_disk(folder).objects
    assert thing.label == "dent"
    assert isinstance(thing.shape, Polygon)
    assert np.array(thing.shape.points) == pytest.approx(np.array(ring), abs=1)


def test_a_number_key_relabels_what_was_drawn_and_the_next_shape_has_that_label(
    page: AnnotatePage, mouse: Mouse
) -> None:
    mouse.key(Qt.Key.Key_B)
    mouse.drag((10, 10), (50, 50))
    mouse.key(Qt.Key.Key_2)
    mouse.drag((60, 60), (90, 90))
    assert [thing.label for thing in page.document.annotation.objects] == ["dent", "dent"]


def test_a_number_key_while_drawing_labels_that_shape_alone(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_B)
    mouse.drag((10, 10), (50, 50))
    mouse.key(Qt.Key.Key_P)
    for at in ((60, 60), (100, 60), (100, 100)):
        mouse.click(at)
    mouse.key(Qt.Key.Key_2)
    mouse.key(Qt.Key.Key_Return)
    assert [thing.label for thing in page.document.annotation.objects] == ["scratch", "dent"]


def test_backspace_takes_the_last_corner_back(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_P)
    for at in [(20, 20), (100, 30), (150, 140), (90, 100)]:
        mouse.click(at)
        if at == (150, 140):
            mouse.key(Qt.Key.Key_Backspace)
    mouse.key(Qt.Key.Key_Return)
    (thing,) = page.document.annotation.objects
    assert len(thing.shape.points) == 3
    assert thing.shape.bounds.x1 < 110


def test_a_stroke_paints_the_expected_pixels(page: AnnotatePage, mouse: Mouse, folder: Path) -> None:
    mouse.key(Qt.Key.Key_R)
    mouse.drag((40, 40), (120, 60))
    page.save_now()
    (shape,) = shapes_on_disk(folder)
    assert isinstance(shape, Mask)
    expected = np.zeros((HEIGHT, WIDTH), dtype=np.uint8)
    stops = [page.canvas.to_image(QPointF(mouse.view(at))) for at in ((40, 40), (80, 50), (120, 60))]
    for a, b in pairwise(stops):
        paint_line(expected, a, b, page.canvas.brush_radius, 1)
    assert np.array_equal(shape.to_array(WIDTH, HEIGHT), expected != 0)


def test_the_next_stroke_adds_to_the_mask_until_escape(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_R)
    mouse.drag((40, 40), (60, 40))
    mouse.drag((100, 100), (120, 100))
    assert len(page.document.annotation.objects) == 1
    mouse.key(Qt.Key.Key_Escape)
    mouse.drag((150, 40), (160, 40))
    assert len(page.document.annotation.objects) == 2


def test_the_eraser_takes_away_and_removes_an_empty_mask(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_R)
    mouse.drag((40, 40), (60, 40))
    before = page.document.annotation.objects[0].shape.area
    mouse.key(Qt.Key.Key_E)
    mouse.drag((30, 40), (40, 40))
    assert 0 < page.document.annotation.objects[0].shape.area < before
    page.canvas.set_brush_radius(60)
    mouse.drag((40, 40), (60, 40))
    assert page.document.annotation.objects == ()


def test_the_brush_changes_size_by_keys_and_wheel(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_R)
    mouse.move((50, 50))
    before = page.canvas.brush_radius
    mouse.key(Qt.Key.Key_BracketRight)
    larger = page.canvas.brush_radius
    assert larger > before
    wheel(page, mouse.view((50, 50)), -120, Qt.KeyboardModifier.ControlModifier)
    assert page.canvas.brush_radius < larger


def wheel(page: AnnotatePage, at: object, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    position = QPointF(at)  # type: ignore[call-overload]
    event = QWheelEvent(
        position,
        QPointF(page.canvas.mapToGlobal(position.toPoint())),
        position.toPoint() * 0,
        (position * 0 + QPointF(0, turn)).toPoint(),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.canvas, event)


def test_zooming_keeps_the_point_under_the_cursor(page: AnnotatePage, mouse: Mouse) -> None:
    at = QPointF(mouse.view((60, 45)))
    under = page.canvas.to_image(at)
    zoom = page.canvas.viewport.zoom
    for turn in (120, 120, 30, -240, 120):
        wheel(page, at, turn, Qt.KeyboardModifier.NoModifier)
        assert page.canvas.to_image(at) == pytest.approx(under, abs=0.5)
    assert page.canvas.viewport.zoom != zoom


def test_fit_and_actual_size(page: AnnotatePage, mouse: Mouse) -> None:
    fitted = page.canvas.viewport
    mouse.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page.canvas.viewport.zoom * page.canvas.devicePixelRatioF() == pytest.approx(1)
    mouse.key(Qt.Key.Key_F)
    assert page.canvas.viewport == fitted


def test_space_and_the_middle_button_pan(page: AnnotatePage, mouse: Mouse) -> None:
    mouse.key(Qt.Key.Key_B)
    before = page.canvas.viewport
    QTest.keyPress(page.canvas, Qt.Key.Key_Space)
    mouse.drag((60, 60), (70, 60))
    QTest.keyRelease(page.canvas, Qt.Key.Key_Space)
    moved = page.canvas.viewport
    assert moved.x > before.x
    start = mouse.view((60, 60))
    QTest.mousePress(page.canvas, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(page.canvas, start + start * 0)
    QTest.mouseMove(page.canvas, start - (mouse.view((10, 0)) - mouse.view((0, 0))))
    QTest.mouseRelease(page.canvas, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, start)
    assert page.canvas.viewport.x < moved.x
    assert page.document.annotation.objects == ()
