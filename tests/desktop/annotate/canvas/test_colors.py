from PySide6.QtGui import QColor

from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.annotate.canvas.colors import ObjectColors

THING = VocObject(label="dent", shape=Box(0, 0, 9, 9))


def test_objects_keep_their_own_colours_while_others_come_and_go() -> None:
    colors = ObjectColors(lambda _label: QColor("red"))
    colors.follow(0, 0, 3)
    assert colors.of(THING, 1) == QColor("red")
    colors.by_object = True
    first, second, third = (colors.of(THING, place) for place in range(3))
    assert len({first.name(), second.name(), third.name()}) == 3
    colors.follow(1, 1, 1)
    assert colors.of(THING, 1) == second
    colors.follow(0, 1, 0)
    assert [colors.of(THING, place) for place in range(2)] == [second, third]
    colors.follow(2, 0, 1)
    assert colors.of(THING, 2) not in (first, second, third)
    assert colors.of(THING, None) == QColor("red")
