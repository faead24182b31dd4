"""The surface with a tool in hand: gestures go from their first press to their outcome, and say what comes next."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.editing.hit_test import Part, Target, find_locked, find_target
from core.errors import AnnotrainError
from core.geometry import XY
from core.voc.annotation import Annotation
from desktop.annotate.canvas.background import GestureWork
from desktop.annotate.canvas.cursors import cursor_on
from desktop.annotate.canvas.display import Display
from desktop.annotate.canvas.drawn_forms import crossed
from desktop.annotate.canvas.handles import GRIP
from desktop.annotate.canvas.overlay import DRAFT
from desktop.annotate.canvas.surface import Surface
from desktop.annotate.pictures import Picture
from desktop.annotate.tools.gesture import Chosen, Gesture, Happening, Kind, Preview, Scene, Tool
from desktop.annotate.tools.options import BRUSH_RADII, ToolOptions, held, scaled
from desktop.error_words import words_of


class ToolSurface(Surface):
    """Shows values and emits outcomes; it edits nothing itself.

    ``outcome`` carries a Drawn, Edited or Chosen, ``options_changed`` the ToolOptions, ``hint_changed`` one line on
    what the mouse does now, ``refused`` one on why it did not what was asked for; in a hint ``keys_of`` says how the
    action of a name is reached.
    """

    outcome = Signal(object)
    hint_changed = Signal(str)
    refused = Signal(str)
    options_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label: str | None = None
        self.editable = True
        self.options = ToolOptions()
        self._tool: Tool | None = None
        self._gesture: Gesture | None = None
        self._pan: QPointF | None = None
        self.keys_of: Callable[[str], str] = str
        self._held: Qt.Key | None = None  # the key that pans while it is down
        self._work = GestureWork(self)
        self._work.ended.connect(self._take_result)
        self._work.slow.connect(self._show_slow)
        self._work.broken.connect(self.cancel)
        self._waits = False
        self._warned = False

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture."""
        super().set_picture(picture)
        self._hover()

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation; a gesture under way was about the old one and ends."""
        self.cancel()
        super().set_annotation(annotation)
        self._hover()

    def set_selection(self, places: frozenset[int]) -> None:
        """Show these objects as selected."""
        super().set_selection(places)
        self._hover()

    def set_display(self, display: Display) -> None:
        """Show more or less beside the picture and the shapes."""
        super().set_display(display)
        self._hover()

    def set_hidden_labels(self, labels: frozenset[str]) -> None:
        """Neither draw nor hit objects of these labels."""
        super().set_hidden_labels(labels)
        self._hover()

    @property
    def tool(self) -> Tool | None:
        """The tool in hand."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Take another tool; an unfinished gesture of the old one is dropped."""
        self.cancel()
        self.update(self._overlay_region())
        self._tool = tool
        self.overlay.held_by_handles = tool.name == "select"
        self._hover()

    def set_options(self, options: ToolOptions) -> None:
        """Set the tools' options; a gesture under way is told."""
        if self._keep_options(options) and self._gesture is not None:
            self._send(Happening(Kind.OPTIONS, self.to_image(self.overlay.cursor or QPointF()), result=options))

    def _keep_options(self, options: ToolOptions) -> bool:
        """Take over other options; tell whether they are others."""
        if options == self.options:
            return False
        self._move_cursor(self.overlay.cursor)
        self.options = options
        self._hover()
        self.options_changed.emit(options)
        return True

    @property
    def brush_radius(self) -> float:
        """The radius of brush and eraser, in image pixels."""
        return self.options.brush_radius

    def set_brush_radius(self, radius: float) -> None:
        """Set the radius of brush and eraser, in image pixels; held between BRUSH_RADII."""
        self.set_options(replace(self.options, brush_radius=held(radius, BRUSH_RADII)))

    def scale_size(self, factor: float) -> None:
        """Make what the tool in hand draws with wider or narrower."""
        self.set_options(scaled(self.options, self._tool.options if self._tool else (), factor))

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is under way."""
        return self._gesture is not None

    def cancel(self) -> bool:
        """Drop the gesture under way; tell whether there was one."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
        self._work.drop()
        gesture.close()
        self._show_preview(Preview())
        self.update()
        return True

    def step_back(self) -> bool:
        """Take the last step of the gesture under way back, or all of it; tell whether there was one."""
        if self._tool is not None and self._tool.stepwise:
            return self.press_key(Qt.Key.Key_Backspace)
        return self.cancel()

    def press_key(self, key: Qt.Key) -> bool:
        """Send a key to the gesture under way; tell whether there was one."""
        if self._gesture is None:
            return False
        at = self.to_image(self.overlay.cursor or QPointF())
        self._send(Happening(Kind.KEY, at, key=key))
        return True

    def scene(self, at: XY | None = None) -> Scene | None:
        """Return what a gesture at an image point would know; None where there is no picture."""
        if self._annotation is None or self._picture is None:
            return None
        target = self._target(at) if at is not None else self._loose(self.overlay.target)
        return Scene(
            annotation=self._annotation,
            size=self._picture.size,
            index=self.overlay.index,
            selected=self.overlay.selected,
            target=target,
            pixel=1 / self.viewport.zoom,
            label=self.label,
            options=self.options,
            pixels=self._picture.region,
            keys=self.keys_of,
        )

    @property
    def working(self) -> bool:
        """Tell whether the gesture waits for work in the background."""
        return self._work.under_way

    def shutdown(self) -> None:
        """Drop the gesture and end its background thread."""
        self.cancel()
        self._work.shutdown()

    def _begin(self, press: Happening) -> None:
        scene = self.scene(press.at)
        if scene is None or self._tool is None:
            return
        if not self.editable:
            if self._tool.name != "select":
                self.refused.emit(self.tr("This image cannot be edited: see the line above it."))
            self.outcome.emit(Chosen(frozenset((scene.target.place,)) if scene.target else frozenset()))
            return
        self._gesture = self._tool.begin(scene, press)
        self._send(None)

    def _send(self, happening: Happening | None) -> None:
        """Let the gesture go on to its next preview or to its outcome."""
        if self._gesture is None:
            return
        try:
            preview = self._gesture.send(happening)  # type: ignore[arg-type]
        except StopIteration as end:
            self._gesture = None
            self._work.drop()
            self._show_preview(Preview())
            if end.value is not None:
                self.outcome.emit(end.value)
            else:
                self.update()
            self._hover()
        else:
            self._warn_of_crossings(preview)
            self._show_preview(preview)
            if preview.options is not None:
                self._keep_options(preview.options)
            if preview.work is not None:
                self._work.begin(preview.work)

    def _take_result(self, result: object) -> None:
        """Give the gesture what its work came to; why it failed is said whatever the gesture makes of it."""
        self._send(Happening(Kind.DONE, self.to_image(self.overlay.cursor or QPointF()), result=result))
        if isinstance(result, AnnotrainError):
            self.refused.emit(words_of(result))

    def _show_slow(self, slow: bool) -> None:
        self._waits = slow
        self._show_cursor()

    def _warn_of_crossings(self, preview: Preview) -> None:
        """Say the preview's hint, and whether the outline under way crosses itself."""
        ring = preview.ring if self._tool is not None and self._tool.name == "polygon" else ()
        self.overlay.crossings = crossed(ring, closed=False)
        wrong = bool(self.overlay.crossings) or any(self._shapes.crosses(thing.shape) for thing in preview.objects[:1])
        if wrong or self._warned or preview.hint is not None:
            self.hint_changed.emit(self._with_warning(preview.hint or "", wrong))
        self._warned = wrong

    def _with_warning(self, hint: str, wrong: bool) -> str:
        warning = self.tr("The outline crosses itself: the red edges.") if wrong else ""
        return " ".join(words for words in (warning, hint) if words)

    def _target(self, at: XY) -> Target | None:
        """Return what the select tool would take hold of."""
        if self._tool is None or self._tool.name != "select":
            return None
        target = find_target(self.overlay.index, self.overlay.selected, at, GRIP / self.viewport.zoom)
        return target if self.editable or target is None else Target(target.place, Part.BODY)

    def _under(self, at: XY) -> Target | None:
        """Return what lights up: what the select tool would take hold of, or else a locked object."""
        found = self._target(at)
        if found is None and self._tool is not None and self._tool.name == "select":
            found = find_locked(self.overlay.index, at)
        return found

    def _loose(self, target: Target | None) -> Target | None:
        """Return the target unless it is locked."""
        objects = self.overlay.index.objects
        held = target is None or target.place >= len(objects) or objects[target.place].locked
        return None if held else target

    def _hover(self) -> None:
        """Light up what is under the cursor, and say what the mouse would do."""
        self._move_cursor(self.overlay.cursor)
        if self._gesture is not None:
            return
        at = self.overlay.cursor
        target = self._under(self.to_image(at)) if at is not None and self._annotation is not None else None
        if target != self.overlay.target:
            self.update(self.overlay.target_region(self.viewport))
            self.overlay.target = target
            self.update(self.overlay.target_region(self.viewport))
            self.update(self._captions.follow(self.overlay, self._colors, self.viewport))
        self._show_cursor()
        self._say_hint()

    def _say_hint(self) -> None:
        scene, target = self.scene(), self.overlay.target
        if scene is None or self._tool is None:
            return
        if target is not None and scene.target is None:
            self.hint_changed.emit(self.tr("This object is locked. Select it in the list of objects to unlock it."))
            return
        shape = scene.annotation.objects[target.place].shape if target is not None else None
        wrong = shape is not None and self._shapes.crosses(shape)
        self.hint_changed.emit(self._with_warning(self._tool.hint(scene), wrong))

    def _move_cursor(self, at: QPointF | None) -> None:
        """Move crosshair, brush ring and the sign of a new vertex."""
        overlay, tool, pointer = self.overlay, self._tool, self.overlay.pointer
        region = pointer.region(self.viewport, self.rect()) + overlay.hot_region(self.viewport)
        pointer.at = at
        pointer.crosshair = bool(tool and tool.crosshair and self.editable and self.display.crosshair)
        pointer.crosshair = pointer.crosshair or bool(pointer.words)
        pointer.brush_radius = self.brush_radius if tool and tool.paints and self.editable else None
        overlay.color = self._colors.of_label(self.label) if self.label else QColor(DRAFT)
        self.update(region + pointer.region(self.viewport, self.rect()) + overlay.hot_region(self.viewport))

    def _show_cursor(self) -> None:
        if self._pan is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._held is not None:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._tool is None or not self.editable or self._picture is None:
            shape = Qt.CursorShape.ArrowCursor
        elif self._waits:
            shape = Qt.CursorShape.BusyCursor
        else:
            shape = cursor_on(self.overlay) if self._tool.name == "select" else self._tool.cursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
