"""What a tool is: a source of gestures.

A gesture is a generator. It is made at the press, yields a preview of what it would do, is sent every event that
follows, and returns its outcome: an edit, a new shape, a selection, or None where nothing came of it. So one drag is
one readable function and one undo step. Closing the generator cancels the gesture.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from core.editing.hit_test import ShapeIndex, Target
from core.geometry import XY, Box, Shape
from core.voc.annotation import Annotation, VocObject
from desktop.annotate.canvas.mask_image import MaskImage
from desktop.annotate.tools.options import ToolOptions

DRAG_BEGINS = 3.0
"""How far, in view pixels, the mouse moves before a press becomes a drag."""


class Kind(Enum):
    """What happened."""

    PRESS = "press"
    MOVE = "move"
    RELEASE = "release"
    DOUBLE = "double"
    KEY = "key"
    DONE = "done"
    """The work that the gesture asked for has ended; the event's ``result`` is what came of it."""
    OPTIONS = "options"
    """The options of the tools were changed meanwhile; the event's ``result`` is the new ToolOptions."""


@dataclass(frozen=True)
class Happening:
    """A mouse or key event in image coordinates, or the end of a gesture's work.

    ``secondary`` is a press or release of the right button, of which only tools with ``both_buttons`` are told.
    ``result`` is what the work returned, or the AnnotrainError that it raised, or the ToolOptions.
    """

    kind: Kind
    at: XY
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    key: Qt.Key | None = None
    secondary: bool = False
    result: object = None

    @property
    def adds(self) -> bool:
        """Tell whether Shift or Ctrl asks to add to the selection."""
        return bool(self.modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))


@dataclass(frozen=True)
class Scene:
    """All that a gesture may know when it begins.

    ``size`` is the picture's own (width, height), whatever its file says; ``pixel`` is the size of a view pixel in
    image pixels.
    """

    annotation: Annotation
    size: tuple[int, int]
    index: ShapeIndex
    selected: frozenset[int]
    target: Target | None
    pixel: float
    label: str | None
    options: ToolOptions = field(default_factory=ToolOptions)
    pixels: Callable[[Box], NDArray[np.uint8]] | None = None
    """Returns the (h, w, 3) RGB pixels of a box of the picture at full resolution, on any thread."""
    keys: Callable[[str], str] = str
    """Returns how an action is reached, for hints: by its keys as they are now, or else by its name."""


@dataclass(frozen=True)
class Dot:
    """A place that a person pointed at: plain, or as one that belongs to the object (``adds``) or does not."""

    at: XY
    adds: bool | None = None


@dataclass(frozen=True)
class Preview:
    """What a gesture shows: ``objects`` instead of those at ``hidden``, an unfinished ring, a band, a painted mask.

    ``line`` is an open line without handles, in the colours of Dot where ``line_adds`` is said; ``lines`` are others
    that stay as they are while it changes, ``dots`` places pointed at. ``dirty`` is the part of the image whose mask
    pixels changed since the last preview. ``hint`` says what comes next; ``options`` are those that the gesture itself
    has changed.

    ``work`` is run in the background and must not touch Qt; the gesture is then sent a ``Kind.DONE`` with its result,
    other events going on meanwhile. Newer work takes the place of older, whose result is dropped, as is that of a
    gesture that ended or was cancelled.
    """

    objects: tuple[VocObject, ...] = ()
    hidden: frozenset[int] = frozenset()
    shape: Shape | None = None
    ring: tuple[XY, ...] = ()
    closes: bool = False
    band: Box | None = None
    mask: MaskImage | None = None
    dirty: Box | None = None
    selected: frozenset[int] | None = None
    line: tuple[XY, ...] = ()
    line_adds: bool | None = None
    lines: tuple[tuple[XY, ...], ...] = ()
    dots: tuple[Dot, ...] = ()
    hint: str | None = None
    work: Callable[[], object] | None = None
    options: ToolOptions | None = None
    ghost: int | None = None
    """The key of the suggestion that the objects stand for; it is not drawn meanwhile."""


@dataclass(frozen=True)
class Drawn:
    """A new shape that wants a label; ``text`` names the edit, such as 'Draw box'.

    ``below`` is the annotation to add it to where the gesture changed other objects as well.
    """

    text: str
    shape: Shape
    below: Annotation | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Edited:
    """An annotation changed by hand and what is selected afterwards."""

    text: str
    annotation: Annotation
    selected: frozenset[int]


@dataclass(frozen=True)
class Chosen:
    """Another selection."""

    places: frozenset[int]


@dataclass(frozen=True)
class Corrected:
    """The suggestion of that key, put right by hand: where it lies now."""

    key: int
    shape: Shape


Outcome: TypeAlias = Drawn | Edited | Chosen | Corrected
Gesture: TypeAlias = Generator[Preview, Happening, Outcome | None]


class Tool:
    """Base of all tools: a name (that of its icon), a cursor, a hint, and the gesture that a press begins.

    ``options`` names the fields of ToolOptions that it uses. With ``both_buttons`` the right button draws as well.
    A tool that ``draws`` can be used by the arrow keys and Enter in the place of the mouse. The gestures of one that
    goes ``stepwise`` take their last step back at Backspace.
    """

    name = ""
    options: tuple[str, ...] = ()
    cursor = Qt.CursorShape.ArrowCursor
    crosshair = False
    paints = False
    both_buttons = False
    draws = True
    stepwise = False

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        raise NotImplementedError

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that this press begins."""
        raise NotImplementedError


def far_enough(scene: Scene, a: XY, b: XY) -> bool:
    """Tell whether two places of the image are so far apart in the view that a drag is meant."""
    return max(abs(a[0] - b[0]), abs(a[1] - b[1])) >= DRAG_BEGINS * scene.pixel
