"""Where a press or move of the mouse means: inside the picture, on its border where that is near."""

from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import Qt

from core.clipping import inside
from core.editing.snapping import on_border, shift_to_border
from core.geometry import XY, Box
from desktop.annotate.tools.gesture import Happening, Scene

SNAPS_WITHIN = 8.0
"""How near to the border, in view pixels, a place must be to go onto it."""
FREE = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
"""While one of these is held, nothing sticks to the border."""


def place(scene: Scene, now: Happening) -> XY:
    """Return the place of the picture that is meant, to a hundredth of a pixel."""
    x, y = on_border(inside(now.at, *scene.size), scene.size, _reach(scene, now))
    return round(x, 2), round(y, 2)


def way(scene: Scene, bounds: Box, start: XY, now: Happening) -> XY:
    """Return how far what has these bounds is moved by a drag from ``start``."""
    shift = now.at[0] - start[0], now.at[1] - start[1]
    return shift_to_border(bounds, scene.size, shift, _reach(scene, now))


def in_steps(start: XY, at: XY) -> XY:
    """Return the place as far from ``start`` as ``at``, in the nearest direction of whole 15 degrees."""
    far = hypot(at[0] - start[0], at[1] - start[1])
    angle = round(atan2(at[1] - start[1], at[0] - start[0]) * 12 / pi) * pi / 12
    return round(start[0] + far * cos(angle), 2), round(start[1] + far * sin(angle), 2)


def near(a: XY, b: XY, distance: float) -> bool:
    """Tell whether two places are no further apart than ``distance`` along either axis."""
    return max(abs(a[0] - b[0]), abs(a[1] - b[1])) <= distance


def _reach(scene: Scene, now: Happening) -> float:
    return SNAPS_WITHIN * scene.pixel if scene.options.snap and not now.modifiers & FREE else 0.0
