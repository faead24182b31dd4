"""Ctrl+D puts a copy beside each selected object."""

from collections.abc import Callable

from core.geometry import Box
from core.voc.annotation import VocObject
from tests.e2e.desk import Desk

THING = VocObject(label="dent", shape=Box(40, 40, 100, 80), truncated=True, attributes=(("colour", "red"),))


def test_a_duplicate_lies_beside_the_old_object_and_is_selected(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(a=(THING,))
    desk.click((60, 60))
    desk.keys("Ctrl+D")
    old, new = desk.objects()
    assert old == THING
    assert (new.label, new.truncated, new.attributes) == ("dent", True, (("colour", "red"),))
    assert new.shape.x0 > 40
    assert new.shape.x0 - 40 == new.shape.y0 - 40
    assert (new.shape.width, new.shape.height) == (60, 40)
    assert desk.selected == {1}
    desk.keys("Ctrl+Z")
    assert desk.objects() == (THING,)
