"""Near the image's border, what is drawn, moved and resized goes onto it; Alt lets it free."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from core.geometry import Box, Polygon
from core.voc.annotation import VocObject
from tests.e2e.desk import HEIGHT, WIDTH, Desk

OpenDesk = Callable[..., Desk]
ALT = Qt.KeyboardModifier.AltModifier
THING = VocObject(label="dent", shape=Box(100, 100, 160, 140))


def test_a_box_and_a_polygon_are_drawn_onto_the_border(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(THING,))
    desk.keys("B")
    desk.drag((2, 3), (60, 60))
    desk.keys("P")
    for at in ((300, 200), (WIDTH - 2, 250), (330, HEIGHT - 2)):
        desk.click(at)
    desk.keys("Return")
    box, polygon = desk.shapes()[1:]
    assert box == Box(0, 0, 60, 60)
    assert isinstance(polygon, Polygon)
    assert polygon.points[1][0] == WIDTH
    assert polygon.points[2][1] == HEIGHT


def test_moving_and_resizing_stick_to_it(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(THING,))
    desk.drag((130, 120), (33, 120))
    assert desk.shapes() == [Box(0, 100, 60, 140)]
    desk.drag((60, 140), (100, HEIGHT - 3))
    assert desk.shapes() == [Box(0, 100, 100, HEIGHT)]


def test_alt_or_the_option_lets_it_free(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(THING,))
    desk.keys("B")
    desk.drag((2, 3), (60, 60), ALT)
    assert desk.shapes()[1].x0 > 0
    desk.find(QCheckBox, "snap_option").click()
    desk.drag((2, 103), (60, 160))
    assert desk.shapes()[2].x0 > 0
