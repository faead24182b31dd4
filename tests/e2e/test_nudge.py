"""Arrow keys move the selection; a burst of them is one step of undo."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
OTHER = VocObject(label="dent", shape=Box(200, 40, 300, 80))


def test_arrows_move_by_one_pixel_and_with_shift_by_ten(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("Right", "Right", "Down", "Shift+Left", "Up")
    assert desk.shapes() == [Box(32, 40, 92, 80), OTHER.shape]


def test_a_burst_is_one_step_of_undo_and_a_new_selection_begins_another(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.click((60, 60))
    desk.keys("Right", "Right", "Right")
    desk.click((250, 60))
    desk.keys("Down", "Down")
    desk.keys("Ctrl+Z")
    assert desk.shapes() == [Box(43, 40, 103, 80), OTHER.shape]
    desk.keys("Ctrl+Z")
    assert desk.shapes() == [BOX.shape, OTHER.shape]
    desk.keys("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert desk.shapes() == [Box(43, 40, 103, 80), Box(200, 42, 300, 82)]


def test_there_and_back_again_leaves_no_step_and_takes_none_away(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Ctrl+D", "Right", "Left", "Right")
    desk.keys("Ctrl+Z")
    assert len(desk.objects()) == 2
    desk.keys("Ctrl+Z")
    assert desk.objects() == (BOX,)


def test_nothing_is_pushed_out_of_the_image(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys(*["Shift+Up"] * 6)
    assert desk.shapes() == [Box(40, 0, 100, 40)]
