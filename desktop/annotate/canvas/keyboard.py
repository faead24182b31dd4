"""Drawing without a mouse: the arrow keys move a place in the picture, Enter presses there."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.geometry import XY

STEP, LONG_STEP, LONGEST_STEP = 1, 10, 100
"""Image pixels that an arrow key moves the place, with Shift, with Ctrl."""
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True)
class KeyPlace:
    """A place on a corner of the picture's pixels; ``pressed`` while a stroke is held down, ``last`` the last click."""

    at: XY
    pressed: bool = False
    last: XY | None = None

    @classmethod
    def near(cls, at: XY, size: tuple[int, int]) -> "KeyPlace":
        """Return the place inside a picture of ``size`` (width, height) that is nearest to ``at``."""
        return cls(_inside(round(at[0]), round(at[1]), size))

    def moved(self, way: XY, size: tuple[int, int]) -> "KeyPlace":
        """Return the place one step further, inside the picture."""
        return replace(self, at=_inside(self.at[0] + way[0], self.at[1] + way[1], size))


def way_of(event: QKeyEvent) -> XY | None:
    """Return how far, in image pixels, an arrow key moves the place; None for other keys."""
    way = _WAYS.get(Qt.Key(event.key()))
    if way is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return None
    step = STEP
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        step = LONGEST_STEP
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        step = LONG_STEP
    return way[0] * step, way[1] * step


def _inside(x: float, y: float, size: tuple[int, int]) -> XY:
    return float(min(max(x, 0), size[0])), float(min(max(y, 0), size[1]))
