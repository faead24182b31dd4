"""The magic wand: a click takes all that hangs together with it and has its colour; a drag sets how nearly."""

from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.assist.pixels import Read
from core.editing.assist.wand import flood
from core.errors import AssistError
from core.geometry import XY, Mask
from desktop.annotate.tools.assisted import Found, Latest, accepts, found, takes_back
from desktop.annotate.tools.gesture import Dot, Drawn, Gesture, Happening, Kind, Preview, Scene, Tool
from desktop.annotate.tools.options import TOLERANCES, ToolOptions, held

DRAG_STEP = 3.0
"""How far, in view pixels, a drag to the right raises the tolerance by one."""


class WandTool(Tool):
    """A click selects, a drag changes the tolerance, Shift adds, Alt or the right button takes away, Enter accepts."""

    name = "wand"
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
        wand = _Wand(scene, scene.options)
        now = press
        while True:
            wand.take(now)
            if wand.ended:
                return Drawn(_tr("Magic wand"), wand.found.shape) if wand.found is not None else None
            now = yield wand.preview()


@dataclass(frozen=True)
class _Touch:
    """One use of the wand: where, and what becomes of the pixels found before."""

    at: XY
    way: str  # "new", "add" or "take"


@dataclass
class _Wand:
    """A region under way: each touch with what was found before it, so that Backspace gives that back."""

    scene: Scene
    options: ToolOptions
    found: Found | None = None
    before: list[tuple[_Touch, Found | None]] = field(default_factory=list)
    floods: Latest = field(default_factory=Latest)
    pressed: tuple[XY, int] | None = None
    problem: str | None = None
    accepted: bool = False
    ended: bool = False

    def take(self, now: Happening) -> None:
        """Take an event."""
        match now.kind:
            case Kind.PRESS:
                self._touch(now)
            case Kind.DOUBLE:
                self.accepted = True
            case Kind.MOVE if self.pressed is not None:
                self._drag(now.at)
            case Kind.RELEASE:
                self.pressed = None
            case Kind.OPTIONS if isinstance(now.result, ToolOptions):
                self.options = now.result
                self._flood()
            case Kind.DONE:
                self._receive(now.result)
            case _ if accepts(now):
                self.accepted = True
            case _ if takes_back(now):
                self._back()
        if self.accepted and self.floods.settled:
            self.ended, self.accepted = self.found is not None, False

    def preview(self) -> Preview:
        """Return what to show."""
        return Preview(
            shape=self.found.shape if self.found is not None else None,
            dots=tuple(Dot(touch.at, touch.way != "take") for touch, _ in self.before),
            hint=self._hint(),
            work=self.floods.take(),
            options=self.options,
        )

    def _receive(self, result: object) -> None:
        """Show what came of the last touch."""
        if self.floods.end():
            self.found = result if isinstance(result, Found) else None
            self.problem = str(result) if isinstance(result, AssistError) else None

    def _touch(self, now: Happening) -> None:
        takes = now.secondary or bool(now.modifiers & Qt.KeyboardModifier.AltModifier)
        way = "take" if takes else "add" if now.modifiers & Qt.KeyboardModifier.ShiftModifier else "new"
        if way == "new" or self.found is None:
            way = "new"
            self.before = []
        self.before.append((_Touch(now.at, way), None if way == "new" else self.found))
        self.pressed = now.at, self.options.tolerance
        self._flood()

    def _drag(self, at: XY) -> None:
        """Change the tolerance by the way of the drag: right and up is more."""
        assert self.pressed is not None
        start, first = self.pressed
        way = ((at[0] - start[0]) - (at[1] - start[1])) / (DRAG_STEP * self.scene.pixel)
        self.options = replace(self.options, tolerance=round(held(first + int(way), TOLERANCES)))
        self._flood()

    def _back(self) -> None:
        """Give back what was found before the last touch."""
        _, self.found = self.before.pop()
        self.problem = None
        self.floods.forget()
        self.ended = not self.before

    def _flood(self) -> None:
        """Have the last touch done anew with the options as they are."""
        if self.before and self.scene.pixels is not None:
            touch, before = self.before[-1]
            wish = (touch, len(self.before), self.options.tolerance, self.options.result, self.options.simplify)
            mask = before.mask if before is not None else None
            self.floods.want(wish, partial(_touched, self.scene.pixels, self.scene.size, touch, mask, self.options))

    def _hint(self) -> str:
        if self.problem is not None:
            return self.problem
        text = _tr("Tolerance {tolerance}, {pixels} pixels. Enter accepts, Shift adds, Alt takes away, Esc drops.")
        return text.format(
            tolerance=self.options.tolerance, pixels=self.found.mask.area if self.found is not None else 0
        )


def _touched(
    read: Read, size: tuple[int, int], touch: _Touch, before: Mask | None, options: ToolOptions
) -> Found | None:
    """Return what is found after a touch; runs in the background."""
    wet = flood(read, size, touch.at, options.tolerance)
    spans = wet.spans
    if before is not None:
        spans = before.spans.united(spans) if touch.way == "add" else before.spans.without(spans)
    mask = Mask.from_spans(spans)
    return found(mask, options) if mask is not None else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("WandTool", text)
