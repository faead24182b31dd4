"""The magic wand: a click takes all that hangs together with it and has its colour; a drag sets how nearly."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.assist.pixels import Read
from core.editing.assist.wand import Basin
from core.geometry import XY, Mask
from desktop.annotate.tools.assisted import Found, found
from desktop.annotate.tools.gesture import Dot, Gesture, Happening, Preview, Scene, Tool
from desktop.annotate.tools.options import TOLERANCES, ToolOptions, held
from desktop.annotate.tools.refinement import Refinement

DRAG_STEP = 3.0
"""How far, in view pixels, a drag to the right raises the tolerance by one."""


class WandTool(Tool):
    """A click selects, a drag changes the tolerance, Shift adds, Alt or the right button takes away, Enter accepts."""

    name = "wand"
    stepwise = True
    options = ("tolerance", "result", "simplify")
    cursor = Qt.CursorShape.CrossCursor
    both_buttons = True

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        return _tr("Click a surface of one colour; drag right or left for more or less. Tolerance {tolerance}.").format(
            tolerance=scene.options.tolerance
        )

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that selects and refines one region."""
        return (yield from _Wand(scene).run(_tr("Magic wand"), press))


@dataclass(frozen=True)
class _Touch:
    """One use of the wand: where, and what becomes of the pixels found before."""

    at: XY
    way: str  # "new", "add" or "take"


class _Wand(Refinement[_Touch]):
    """A region under way; each touch is flooded anew while a drag changes the tolerance."""

    _pressed: tuple[XY, int] | None = None
    _basin: tuple[_Touch, Basin] | None = None

    def press(self, now: Happening) -> None:
        """Touch a place: begin anew, add to what was found, or take away from it."""
        takes = now.secondary or bool(now.modifiers & Qt.KeyboardModifier.AltModifier)
        way = "take" if takes else "add" if now.modifiers & Qt.KeyboardModifier.ShiftModifier else "new"
        if way == "new" or self.found is None:
            way, self.steps, self.found = "new", [], None
        self._pressed = now.at, self.options.tolerance
        self.add(_Touch(now.at, way))

    def move(self, now: Happening) -> None:
        """Change the tolerance by the way of a drag: right and up is more."""
        if self._pressed is None:
            return
        start, first = self._pressed
        way = ((now.at[0] - start[0]) - (now.at[1] - start[1])) / (DRAG_STEP * self.scene.pixel)
        self.options = replace(self.options, tolerance=round(held(first + int(way), TOLERANCES)))
        self.wish()

    def release(self, now: Happening) -> None:
        """End a drag."""
        del now
        self._pressed = None

    def wish(self) -> None:
        """Have the last touch flooded with the options as they are."""
        if self.steps and self.scene.pixels is not None:
            touch, options = self.steps[-1][0], self.options
            before = self.before.mask if self.before is not None else None
            self.wishes.want(
                (touch, len(self.steps), options.tolerance, options.result, options.simplify),
                partial(_touched, self._basin_of(touch, self.scene.pixels), touch, before, options),
            )

    def _basin_of(self, touch: _Touch, read: Read) -> Basin:
        """Return what is known of the picture round the last touch, which other tolerances need as well."""
        if self._basin is None or self._basin[0] != touch:
            self._basin = touch, Basin(read, self.scene.size, touch.at)
        return self._basin[1]

    def preview(self) -> Preview:
        """Return what to show."""
        return Preview(
            shape=self.found.shape if self.found is not None else None,
            dots=tuple(Dot(touch.at, touch.way != "take") for touch, _ in self.steps),
            hint=self._hint(),
            work=self.wishes.take(),
            options=self.options,
        )

    def _hint(self) -> str:
        if self.problem is not None:
            return self.problem
        text = _tr("Tolerance {tolerance}, {pixels} pixels. Enter accepts, Shift adds, Alt takes away, Esc drops.")
        return text.format(
            tolerance=self.options.tolerance, pixels=self.found.mask.area if self.found is not None else 0
        )


def _touched(basin: Basin, touch: _Touch, before: Mask | None, options: ToolOptions) -> Found | None:
    """Return what is found after a touch; runs in the background."""
    wet = basin.flood(options.tolerance)
    spans = wet.spans
    if before is not None:
        spans = before.spans.united(spans) if touch.way == "add" else before.spans.without(spans)
    mask = Mask.from_spans(spans)
    return found(mask, options) if mask is not None else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("WandTool", text)
