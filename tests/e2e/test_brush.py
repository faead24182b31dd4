"""Brush, eraser, fill: masks painted with mouse and keys; the XML holds their pixels."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from core.editing.brush import paint_line
from core.geometry import XY, Mask
from core.voc.annotation import LOCKED, VocObject
from tests.e2e.desk import HEIGHT, WIDTH, Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier
OpenDesk = Callable[..., Desk]


def _object(on: NDArray[np.bool_], left: int, top: int, label: str = "dent") -> VocObject:
    mask = Mask.from_array(on, left, top)
    assert mask is not None
    return VocObject(label=label, shape=mask)


def _ring() -> NDArray[np.bool_]:
    on = np.ones((60, 60), bool)
    on[20:40, 10:25] = on[20:40, 35:50] = False
    return on


BLOCK = _object(np.ones((60, 60), bool), 100, 100)


def _mask(desk: Desk, place: int = 0) -> Mask:
    shape = desk.shapes()[place]
    assert isinstance(shape, Mask)
    return shape


def _painted(desk: Desk, *stops: XY) -> NDArray[np.bool_]:
    """Return what a stroke through these places covers, as the canvas rounds them."""
    pixels = np.zeros((HEIGHT, WIDTH), np.uint8)
    places = [desk.canvas.to_image(desk.place(stop).toPointF()) for stop in stops]
    for a, b in pairwise(places):
        paint_line(pixels, a, b, desk.canvas.brush_radius, 1)
    return pixels.astype(bool)


def test_a_stroke_adds_to_the_selected_mask(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(BLOCK,))
    desk.click((130, 130))
    desk.keys("R", "]")
    desk.drag((150, 130), (250, 160))
    expected = BLOCK.shape.to_array(WIDTH, HEIGHT) | _painted(desk, (150, 130), (200, 145), (250, 160))
    assert (_mask(desk).to_array(WIDTH, HEIGHT) == expected).all()
    desk.keys("Ctrl+Z")
    assert desk.objects() == (BLOCK,)
    desk.keys("Ctrl+Y")
    assert (_mask(desk).to_array(WIDTH, HEIGHT) == expected).all()


def test_with_nothing_selected_a_stroke_is_a_new_mask(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(BLOCK,))
    desk.keys("R")
    desk.drag((150, 130), (250, 160))
    expected = _painted(desk, (150, 130), (200, 145), (250, 160))
    assert desk.objects()[0] == BLOCK
    assert (_mask(desk, 1).to_array(WIDTH, HEIGHT) == expected).all()


def test_the_eraser_cuts_a_hole_and_may_take_all(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(BLOCK,))
    desk.keys("E")
    desk.drag((125, 130), (135, 130))
    hole = _painted(desk, (125, 130), (130, 130), (135, 130))
    assert (_mask(desk).to_array(WIDTH, HEIGHT) == BLOCK.shape.to_array(WIDTH, HEIGHT) & ~hole).all()
    desk.canvas.set_brush_radius(100)
    desk.drag((120, 130), (140, 130))
    assert desk.objects() == ()
    desk.keys("Ctrl+Z", "Ctrl+Z")
    assert desk.objects() == (BLOCK,)


def test_painting_under_others_leaves_their_pixels(open_desk: OpenDesk) -> None:
    desk = open_desk(a=(BLOCK,))
    desk.keys("R")
    desk.find(QCheckBox, "paint_under_option").click()
    desk.drag((80, 130), (180, 130))
    expected = _painted(desk, (80, 130), (130, 130), (180, 130)) & ~BLOCK.shape.to_array(WIDTH, HEIGHT)
    assert desk.objects()[0] == BLOCK
    assert (_mask(desk, 1).to_array(WIDTH, HEIGHT) == expected).all()


def test_erasing_from_others_takes_their_pixels_in_one_step(open_desk: OpenDesk) -> None:
    locked = BLOCK.with_attribute(LOCKED, "true")
    desk = open_desk(a=(BLOCK, locked))
    desk.keys("R")
    desk.find(QCheckBox, "paint_under_option").click()
    desk.find(QCheckBox, "erase_others_option").click()
    assert not desk.canvas.options.paint_under  # one or the other
    desk.drag((80, 130), (180, 130))
    stroke = _painted(desk, (80, 130), (130, 130), (180, 130))
    assert (_mask(desk).to_array(WIDTH, HEIGHT) == BLOCK.shape.to_array(WIDTH, HEIGHT) & ~stroke).all()
    assert desk.objects()[1] == locked
    assert (_mask(desk, 2).to_array(WIDTH, HEIGHT) == stroke).all()
    desk.keys("Ctrl+Z")
    assert desk.objects() == (BLOCK, locked)


def test_fill_closes_one_hole_or_all(open_desk: OpenDesk) -> None:
    ring = _object(_ring(), 100, 100)
    desk = open_desk(a=(ring,))
    desk.keys("G")
    desk.click((117, 130))
    assert _mask(desk).area == 60 * 60 - 20 * 15
    desk.keys("Ctrl+Z")
    desk.click((117, 130), SHIFT)
    assert _mask(desk).area == 60 * 60
    desk.keys("Ctrl+Z")
    desk.click((300, 250))
    assert desk.objects() == (ring,)


@pytest.mark.parametrize("key", ["R", "E"])
def test_brackets_change_the_size(open_desk: OpenDesk, key: str) -> None:
    desk = open_desk(a=(BLOCK,))
    desk.keys(key, "]", "]", "[")
    assert desk.canvas.brush_radius == pytest.approx(12.5)
