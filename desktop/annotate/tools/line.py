"""Clicking a line point by point, or drawing it freehand while the button is held: what polygon and path share."""

from collections.abc import Callable, Generator

from PySide6.QtCore import Qt

from core.editing.outline import simplified
from core.geometry import XY
from desktop.annotate.tools.gesture import Happening, Kind, Preview, Scene
from desktop.annotate.tools.options import ToolOptions
from desktop.annotate.tools.placing import near, place

CLOSES_WITHIN = 9.0
"""A click this near to the first point, in view pixels, closes a ring."""
SAME_PLACE = 2.0
FREEHAND_STEP = 4.0
"""How far, in view pixels, the mouse moves between two points that are drawn freehand."""
FREEHAND_TOLERANCE = 1.0
"""How far, in view pixels, a freehand line may stray when it is simplified."""

Look = Callable[[list[XY], XY, bool, ToolOptions], Preview]
"""Returns the preview for the points so far, the place of the mouse, whether a press there closes, and the options."""


class Line:
    """The points of a line under way; ``closes`` is the ring's number of points at least, 0 for an open line."""

    def __init__(self, scene: Scene, press: Happening, fewest: int, *, ring: bool) -> None:
        self._scene = scene
        self._fewest = fewest
        self._ring = ring
        self.points = [place(scene, press)]
        self.cursor = self.points[0]
        self._held: int | None = 0  # the point at which the button went down

    @property
    def whole(self) -> bool:
        """Tell whether there are enough points."""
        return len(self.points) >= self._fewest

    @property
    def closes(self) -> bool:
        """Tell whether a press at the mouse would close the ring."""
        return self._ring and self.whole and self._near(self.points[0], CLOSES_WITHIN)

    def take(self, now: Happening) -> bool:
        """Go on by one event; tell whether the line is finished."""
        self.cursor = place(self._scene, now)
        match now.kind:
            case Kind.PRESS if self.closes:
                return True
            case Kind.PRESS:
                self._add(SAME_PLACE)
                self._held = len(self.points) - 1
            case Kind.MOVE if self._held is not None:
                self._add(FREEHAND_STEP)
            case Kind.RELEASE if self._held is not None:
                return self._let_go()
            case Kind.KEY if now.key == Qt.Key.Key_Backspace:
                self.points.pop()
            case Kind.DOUBLE | Kind.KEY:
                return self.whole and now.key in (None, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return False

    def _add(self, distance: float) -> None:
        if not self._near(self.points[-1], distance):
            self.points.append(self.cursor)

    def _let_go(self) -> bool:
        """Simplify what was drawn while the button was held; a ring drawn back to its first point is finished."""
        assert self._held is not None
        drawn = tuple(self.points[self._held :])
        self.points[self._held :] = simplified(drawn, FREEHAND_TOLERANCE * self._scene.pixel, closed=False)
        self._held = None
        return len(drawn) > self._fewest and self.closes

    def _near(self, point: XY, distance: float) -> bool:
        return near(point, self.cursor, distance * self._scene.pixel)


def gather(
    scene: Scene, press: Happening, fewest: int, look: Look, *, ring: bool
) -> Generator[Preview, Happening, tuple[list[XY], ToolOptions] | None]:
    """Let a person draw a line of at least ``fewest`` points; return them, None where all were taken back.

    Enter, a double click or, in a ring, a press on the first point ends it; Backspace takes the last point back.
    """
    line, options = Line(scene, press, fewest, ring=ring), scene.options
    while line.points:
        now = yield look(line.points, line.cursor, line.closes, options)
        if isinstance(now.result, ToolOptions):
            options = now.result
        if line.take(now):
            return line.points, options
    return None
