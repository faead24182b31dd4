"""Ctrl+Shift+V puts all objects of the image before on the open one."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

BOX = VocObject(label="dent", shape=Box(40, 40, 100, 80))
OTHER = VocObject(label="scratch", shape=Box(200, 40, 300, 80), occluded=True)


def test_the_objects_of_the_image_before_are_copied_in_one_step(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX, OTHER))
    desk.keys("D", "Ctrl+Shift+V")
    assert desk.objects("b") == (BOX, OTHER)
    assert desk.selected == {0, 1}
    desk.keys("Ctrl+Z")
    assert desk.page.save_now()
    assert not (desk.root / "Annotations" / "b.xml").exists()


def test_edits_that_are_not_saved_yet_are_copied_as_well(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    desk.click((60, 60))
    desk.keys("Right", "D", "Ctrl+Shift+V")
    assert desk.shapes("b") == [Box(41, 40, 101, 80)]


def test_before_the_first_image_there_is_none(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(BOX,))
    said: list[str] = []
    desk.page.status.connect(said.append)
    desk.keys("Ctrl+Shift+V")
    assert "first image" in said[-1]
    assert desk.objects() == (BOX,)
