"""Which colour an object is drawn in: that of its label, or one of its own."""

from functools import lru_cache
from itertools import count

from PySide6.QtGui import QColor

from core.voc.annotation import VocObject
from desktop.annotate.canvas.looks import ColorOf

_GOLDEN = 0.618034
"""Steps of this share of the colour circle never come near each other (the golden ratio)."""


class ObjectColors:
    """Knows the colours of the labels, and gives each object a number of its own that it keeps while it is edited."""

    def __init__(self, of_label: ColorOf) -> None:
        self.of_label = of_label
        self.by_object = False
        self._numbers: list[int] = []
        self._next = count()

    def follow(self, first: int, gone: int, come: int) -> None:
        """After ``first`` objects, ``gone`` ones were replaced by ``come`` others; as many are taken for the same."""
        if gone != come:
            self._numbers[first : first + gone] = [next(self._next) for _ in range(come)]

    def of(self, thing: VocObject, place: int | None = None) -> QColor:
        """Return the colour of the object at ``place``."""
        if self.by_object and place is not None and place < len(self._numbers):
            return _hue(self._numbers[place])
        return self.of_label(thing.label)


@lru_cache(maxsize=4096)
def _hue(number: int) -> QColor:
    return QColor.fromHsvF((0.02 + number * _GOLDEN) % 1.0, 0.55 + 0.3 * (number % 2), 0.95)
