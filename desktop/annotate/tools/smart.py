"""Segment by a model of the user's own: point at an object or draw a box round it, correct, accept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt

from core.clipping import inside
from core.editing.reshape import box_between
from core.geometry import XY, Box, Mask
from desktop.annotate.tools.assisted import Found, found, subtracts
from desktop.annotate.tools.gesture import Dot, Gesture, Happening, Preview, Scene, Tool, far_enough
from desktop.annotate.tools.options import ToolOptions
from desktop.annotate.tools.refinement import Refinement

Points = tuple[tuple[XY, bool], ...]
Segment = Callable[[Points, Box | None], Mask]
"""Returns the object that points (True: of the object) and a box mean, or raises an AnnotrainError; on any thread."""


class Model(Protocol):
    """Whoever keeps the model: what may be asked of the picture that is open, and what is missing before that."""

    def segment(self) -> Segment | None:
        """Return what segments the open picture, None where no model is chosen."""
        ...

    def ask_for_files(self) -> None:
        """Let the person choose the model's files."""
        ...

    @property
    def looking(self) -> bool:
        """Tell whether the picture is being looked at, which comes before the first answer."""
        ...


class SmartTool(Tool):
    """A click is a point of the object, with Shift or the right button one beside it; a drag is a box."""

    name = "smart"
    stepwise = True
    options = ("result", "simplify")
    cursor = Qt.CursorShape.CrossCursor
    both_buttons = True
    model: Model | None = None

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        if self.model is None or self.model.segment() is None:
            return _tr("Click to choose a segmentation model of your own: an encoder and a decoder in ONNX form.")
        if self.model.looking:
            return _tr("The model looks at the picture, which is done once. You may click already.")
        return _tr("Click an object, or drag a box round it.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that segments one object."""
        segment = self.model.segment() if self.model is not None else None
        if segment is not None:
            return (yield from _Prompts(scene, segment).run(_tr("Segment by the model"), press))
        if self.model is not None:
            self.model.ask_for_files()
        return None


@dataclass(frozen=True)
class _Prompt:
    """All that was said of the object so far."""

    points: Points = ()
    box: Box | None = None


class _Prompts(Refinement[_Prompt]):
    """An object under way; each step holds all prompts up to then."""

    def __init__(self, scene: Scene, segment: Segment) -> None:
        super().__init__(scene)
        self._segment = segment
        self._pressed: tuple[XY, bool] | None = None
        self._band: Box | None = None

    @property
    def _prompt(self) -> _Prompt:
        return self.steps[-1][0] if self.steps else _Prompt()

    def press(self, now: Happening) -> None:
        """Begin a point or a box."""
        self._pressed = inside(now.at, *self.scene.size), not subtracts(now)

    def move(self, now: Happening) -> None:
        """Draw a box where the left button is dragged."""
        if self._pressed is not None and self._pressed[1] and far_enough(self.scene, now.at, self._pressed[0]):
            self._band = box_between(self._pressed[0], inside(now.at, *self.scene.size))

    def release(self, now: Happening) -> None:
        """End the box, or else set the point."""
        if self._pressed is None:
            return
        self.move(now)
        if self._band is not None:
            self.add(replace(self._prompt, box=self._band))
        else:
            self.add(replace(self._prompt, points=(*self._prompt.points, self._pressed)))
        self._pressed = self._band = None

    def wish(self) -> None:
        """Have the model asked with all prompts."""
        prompt, options = self._prompt, self.options
        if prompt != _Prompt():
            work = partial(_segmented, self._segment, prompt, options)
            self.wishes.want((prompt, options.result, options.simplify), work)

    def preview(self) -> Preview:
        """Return what to show: the object, the points, the box."""
        return Preview(
            shape=self.found.shape if self.found is not None else None,
            dots=tuple(Dot(at, adds) for at, adds in self._prompt.points),
            band=self._band or (self._prompt.box if self.found is None else None),
            hint=self._hint(),
            work=self.wishes.take(),
        )

    def _hint(self) -> str:
        if not self.wishes.settled:
            return _tr("The model is at work…")
        if self.problem is not None:
            return self.problem
        return _tr("Enter accepts. Click what is missing; with Shift or the right button what is too much.")


def _segmented(segment: Segment, prompt: _Prompt, options: ToolOptions) -> Found:
    """Return what the model finds; runs in the background."""
    return found(segment(prompt.points, prompt.box), options)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SmartTool", text)
