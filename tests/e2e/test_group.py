"""Objects of one group are selected and moved together; Alt+click takes one alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

THREE = tuple(VocObject(label="dent", shape=Box(100 * n + 20, 40, 100 * n + 80, 80)) for n in range(3))


def grouped(open_desk: Callable[..., Desk]) -> Desk:
    """Open three objects, the first two of which are grouped by mouse and key."""
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.click((150, 60), Qt.KeyboardModifier.ShiftModifier)
    desk.keys("Ctrl+G")
    desk.click((50, 200))
    assert desk.selected == frozenset()
    return desk


def test_a_group_is_written_and_a_click_on_one_selects_all(open_desk: Callable[..., Desk]) -> None:
    desk = grouped(open_desk)
    assert [thing.group for thing in desk.objects()] == ["1", "1", None]
    desk.click((50, 60))
    assert desk.selected == {0, 1}
    desk.click((50, 60), Qt.KeyboardModifier.AltModifier)
    assert desk.selected == {0}


def test_a_group_is_dragged_together_and_with_alt_one_alone(open_desk: Callable[..., Desk]) -> None:
    desk = grouped(open_desk)
    desk.drag((50, 60), (50, 90))
    assert [shape.y0 for shape in desk.shapes()] == [70, 70, 40]
    desk.drag((50, 90), (50, 120), Qt.KeyboardModifier.AltModifier)
    assert [shape.y0 for shape in desk.shapes()] == [100, 70, 40]


def test_a_marquee_takes_whole_groups(open_desk: Callable[..., Desk]) -> None:
    desk = grouped(open_desk)
    desk.drag((5, 30), (90, 100))
    assert desk.selected == {0, 1}


def test_ungrouping_one_frees_all_and_undo_groups_again(open_desk: Callable[..., Desk]) -> None:
    desk = grouped(open_desk)
    desk.click((150, 60), Qt.KeyboardModifier.AltModifier)
    desk.keys("Ctrl+Shift+G")
    assert [thing.group for thing in desk.objects()] == [None] * 3
    desk.keys("Ctrl+Z")
    assert [thing.group for thing in desk.objects()] == ["1", "1", None]


def test_a_copy_of_a_group_is_a_group_of_its_own(open_desk: Callable[..., Desk]) -> None:
    desk = grouped(open_desk)
    desk.click((50, 60))
    desk.keys("Ctrl+D")
    assert [thing.group for thing in desk.objects()] == ["1", "1", None, "2", "2"]


def test_one_object_is_no_group(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=THREE)
    desk.click((50, 60))
    desk.keys("Ctrl+G")
    assert desk.objects() == THREE
