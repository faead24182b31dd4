"""Masks become polygons and back, parts become objects, objects of one label become one."""

from collections.abc import Callable

import numpy as np

from core.geometry import Box, Mask, Polygon
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

OpenDesk = Callable[..., Desk]
SQUARE = Polygon(((100.0, 100.0), (180.0, 100.0), (180.0, 160.0), (100.0, 160.0)))


def _mask() -> Mask:
    on = np.zeros((80, 120), bool)
    on[:40, :40] = on[20:, 60:] = True
    on[40:60, 80:100] = False
    mask = Mask.from_array(on, 50, 60)
    assert mask is not None
    return mask


def test_a_polygon_becomes_a_mask_and_is_taken_back(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=SQUARE, difficult=True),))
    desk.click((140, 130))
    desk.keys("Ctrl+M")
    (thing,) = desk.objects()
    assert thing.shape == Mask(100, 100, 80, 60, (0, 4800))
    assert thing.difficult
    desk.keys("Ctrl+M")
    (shape,) = desk.shapes()
    assert isinstance(shape, Polygon)
    assert set(shape.points) == set(SQUARE.points)
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert desk.shapes() == [SQUARE]


def test_parts_become_polygons_and_a_hole_is_said(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=_mask()),))
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.click((60, 70))
    desk.keys("Ctrl+M")
    assert [type(shape) for shape in desk.shapes()] == [Polygon, Polygon]
    assert desk.selected == {0, 1}
    assert any("no holes" in words for words in said)
    desk.keys("Ctrl+Z")
    assert desk.shapes() == [_mask()]


def test_a_mask_is_split_and_merged(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(VocObject(label="dent", shape=_mask()),))
    desk.click((60, 70))
    desk.page.page_actions["split"].trigger()
    assert [shape.area for shape in desk.shapes()] == [1600, 3600 - 400]
    desk.keys("Ctrl+A", "Ctrl+Shift+M")
    assert desk.shapes() == [_mask()]
    desk.keys("Shift+G")
    (shape,) = desk.shapes()
    assert shape.area == 1600 + 3600


def test_objects_of_several_labels_are_not_merged(open_desk: OpenDesk) -> None:
    things = (VocObject(label="dent", shape=SQUARE), VocObject(label="scratch", shape=Box(10, 10, 50, 50)))
    desk = open_desk(a=things)
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.keys("Ctrl+A", "Ctrl+Shift+M")
    assert any("one label" in words for words in said)
    assert desk.objects() == things
