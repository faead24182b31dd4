import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.geometry import Box, Mask, Polygon
from core.voc.annotation import VocObject
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.page import AnnotatePage
from tests.desktop.annotate.conftest import Mouse


class Painted(QObject):
    """Gathers the regions that the canvas is asked to paint."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.region = QRegion()
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)

    def area(self) -> int:
        return sum(rect.width() * rect.height() for rect in self.region)


def put_crowd(page: AnnotatePage, count: int) -> None:
    rng = np.random.default_rng(1)
    corners = rng.integers(0, 130, (count, 2)).tolist()
    things = tuple(
        VocObject(label="dent", shape=Polygon(((x, y), (x + 15, y), (x + 15, y + 15), (x, y + 15)))) for x, y in corners
    )
    page.document.commit("Set up", page.document.annotation.with_objects(things))


def pixels(page: AnnotatePage) -> np.ndarray:
    image = page.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, 2::-1].copy()


def test_moving_a_vertex_repaints_a_small_rectangle(page: AnnotatePage, mouse: Mouse, qtbot: QtBot) -> None:
    put_crowd(page, 1000)
    x, y = page.document.annotation.objects[-1].shape.points[0]
    mouse.press((x, y))
    mouse.move((x - 4, y - 4))
    page.canvas.repaint()
    painted = Painted(page.canvas)
    mouse.move((x - 5, y - 4))
    qtbot.waitUntil(lambda: painted.area() > 0)
    whole = page.canvas.width() * page.canvas.height()
    assert painted.area() < 0.06 * whole
    mouse.release((x - 5, y - 4))


def test_a_brush_stroke_repaints_what_it_touches(page: AnnotatePage, mouse: Mouse, qtbot: QtBot) -> None:
    mouse.key(Qt.Key.Key_R)
    page.canvas.set_brush_radius(5)
    mouse.press((40, 40))
    mouse.move((120, 100))
    page.canvas.repaint()
    painted = Painted(page.canvas)
    mouse.move((121, 100))
    qtbot.waitUntil(lambda: painted.area() > 0)
    assert painted.area() < 0.03 * page.canvas.width() * page.canvas.height()
    mouse.release((121, 100))


def test_what_is_repainted_in_part_looks_as_if_painted_whole(page: AnnotatePage, mouse: Mouse, qtbot: QtBot) -> None:
    put_crowd(page, 60)
    page.canvas.zoom_by(2.5)
    qtbot.wait(100)
    mouse.drag((60, 60), (75, 70))
    page.undo()
    page.redo()
    page.canvas._set_viewport(page.canvas.viewport.moved(-37, 21))
    qtbot.wait(100)
    mouse.move((1, 1))
    in_parts = pixels(page)
    page.canvas._picture_layer.invalidate()
    page.canvas._shape_layer.invalidate()
    differing = (in_parts != pixels(page)).any(axis=2)
    assert differing.mean() < 0.0005  # antialiased corners may differ in single pixels


def test_a_mask_colours_its_pixels_and_no_others(page: AnnotatePage) -> None:
    before = pixels(page)
    mask = Mask(50, 40, 30, 20, (0, 600))
    page.document.commit("Set up", page.document.annotation.with_objects((VocObject(label="dent", shape=mask),)))
    after = pixels(page)
    ratio = page.canvas.devicePixelRatioF()
    inside, outside = ((page.canvas.to_view(at) * ratio).toPoint() for at in ((65.5, 55.5), (120.5, 100.5)))
    assert (after[inside.y(), inside.x()] != before[inside.y(), inside.x()]).any()
    assert (after[outside.y(), outside.x()] == before[outside.y(), outside.x()]).all()


def test_hovering_lights_up_a_corner_and_changes_the_cursor(page: AnnotatePage, mouse: Mouse) -> None:
    things = (VocObject(label="dent", shape=Box(40, 40, 90, 90)),)
    page.document.commit("Set up", page.document.annotation.with_objects(things))
    hints: list[str] = []
    page.hint.connect(hints.append)
    mouse.move((10, 10))
    assert page.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
    mouse.move((40, 40))
    assert page.canvas.cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    assert hints[-1] == "Drag the corner."
    mouse.move((60, 40))
    assert page.canvas.cursor().shape() == Qt.CursorShape.SizeVerCursor
    mouse.move((60, 60))
    assert page.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_a_page_without_a_dataset_is_quiet(qtbot: QtBot) -> None:
    page = AnnotatePage()
    qtbot.addWidget(page)
    page.show()
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 50))
    for key in (Qt.Key.Key_D, Qt.Key.Key_Delete, Qt.Key.Key_Q, Qt.Key.Key_F, Qt.Key.Key_Escape):
        QTest.keyClick(page.canvas, key)
    assert page.current_name is None
    assert page.save_now()
    page.shutdown()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_image_keeps_in_sight_and_on_whole_device_pixels(ratio: float) -> None:
    held = Viewport(1.3, -9000.3, 9000.7).held((200, 150), (800, 600), ratio)
    assert held.x + 200 * held.zoom > 0
    assert held.y < 600
    assert (held.x * ratio) == pytest.approx(round(held.x * ratio))
    assert held.to_image(held.to_view((12.5, 3))) == pytest.approx((12.5, 3))
    assert held.to_view(held.to_image(QPointF(5, 6))).x() == pytest.approx(5)
