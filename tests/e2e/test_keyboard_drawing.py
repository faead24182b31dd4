"""Everything can be drawn without a mouse: arrow keys move a place in the picture, Enter clicks there."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF

from core.geometry import Box, Mask, Polygon
from core.voc.annotation import VocObject
from tests.e2e.desk import HEIGHT, WIDTH, Desk

MIDDLE = (WIDTH / 2, HEIGHT / 2)
DENT = VocObject(label="dent", shape=Box(10, 10, 40, 40))


def without_mouse(desk: Desk) -> Desk:
    """Begin in the middle of the picture, with no mouse over it."""
    desk.canvas._move_cursor(None)
    return desk


def test_a_box_is_drawn_with_the_arrow_keys_and_enter(open_desk: Callable[..., Desk]) -> None:
    desk = without_mouse(open_desk(a=(DENT,)))
    desk.keys(
        "B", "Ctrl+Right", "Ctrl+Left", "Shift+Left", "Up", "Return", "Ctrl+Right", "Shift+Down", "Right", "Return"
    )
    x, y = MIDDLE
    assert desk.shapes()[1:] == [Box(x - 10, y - 1, x + 91, y + 9)]


def test_enter_twice_closes_a_polygon_and_backspace_takes_a_corner_back(open_desk: Callable[..., Desk]) -> None:
    desk = without_mouse(open_desk(a=(DENT,)))
    desk.keys("P", "Right", "Left", "Return", "Ctrl+Up", "Return", "Backspace", "Ctrl+Down")
    desk.keys("Ctrl+Right", "Return", "Shift+Down", "Shift+Down", "Return", "Return")
    x, y = MIDDLE
    assert desk.shapes()[1:] == [Polygon(((x, y), (x + 100, y), (x + 100, y + 20)))]


def test_the_first_enter_holds_the_brush_down_and_the_second_lifts_it(open_desk: Callable[..., Desk]) -> None:
    desk = without_mouse(open_desk(a=(DENT,)))
    desk.keys("R", "Right", "Left", "Return", "Shift+Right", "Shift+Right", "Shift+Right", "Return")
    (mask,) = desk.shapes()[1:]
    assert isinstance(mask, Mask)
    on = mask.to_array(WIDTH, HEIGHT)
    assert on[int(MIDDLE[1]), int(MIDDLE[0]) : int(MIDDLE[0]) + 30].all()
    assert not np.any(on[:, : int(MIDDLE[0]) - 12])


def test_escape_drops_the_shape_then_leaves_then_takes_the_select_tool(open_desk: Callable[..., Desk]) -> None:
    desk = without_mouse(open_desk(a=(DENT,)))
    pointer = desk.canvas.overlay.pointer
    desk.keys("B", "Right", "Return", "Shift+Right")
    assert desk.canvas.busy
    assert pointer.words
    desk.keys("Escape")
    assert not desk.canvas.busy
    assert pointer.words
    desk.keys("Escape")
    assert not pointer.words
    assert desk.canvas.tool.name == "box"
    desk.keys("Escape")
    assert desk.canvas.tool.name == "select"
    assert len(desk.shapes()) == 1


def test_arrow_keys_nudge_what_is_selected_and_leave_it_alone_while_drawing(open_desk: Callable[..., Desk]) -> None:
    desk = without_mouse(open_desk(a=(DENT,)))
    desk.keys("Ctrl+A", "Right", "Shift+Down")
    assert desk.shapes() == [Box(11, 20, 41, 50)]
    desk.keys("Escape", "B", "Shift+Right")
    assert desk.shapes() == [Box(11, 20, 41, 50)]
    assert desk.canvas.overlay.pointer.words == f"{MIDDLE[0] + 10:.0f}, {MIDDLE[1]:.0f}"


def test_the_view_follows_the_place_and_zooms_round_it(open_desk: Callable[..., Desk]) -> None:
    desk = without_mouse(open_desk(a=(DENT,)))
    desk.canvas.zoom_by(20)
    desk.keys("B", "Ctrl+Right", "Shift+Right", "Shift+Down")
    at = (MIDDLE[0] + 110, MIDDLE[1] + 10)
    assert desk.canvas.overlay.pointer.words == f"{at[0]:.0f}, {at[1]:.0f}"
    assert desk.canvas.rect().adjusted(20, 20, -20, -20).contains(desk.place(at))
    before: QPointF = desk.canvas.to_view(at)
    desk.keys("Ctrl++")
    assert (desk.canvas.to_view(at) - before).manhattanLength() < 2
    assert desk.canvas.overlay.cursor == desk.canvas.to_view(at)


def test_keys_draw_at_once_after_another_folder_was_opened(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(DENT,))
    desk.person.window.show_annotate()
    assert desk.person.window.focusWidget() is desk.canvas
