"""The surface with a tool in hand, before it is pressed: what is under the mouse lights up, a hint says what comes."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from core.editing.hit_test import Part, Target, find_locked, find_target
from core.geometry import XY
from core.voc.annotation import Annotation
from desktop.annotate.canvas.cursors import cursor_on
from desktop.annotate.canvas.display import Display
from desktop.annotate.canvas.handles import GRIP
from desktop.annotate.canvas.overlay import DRAFT
from desktop.annotate.canvas.surface import Surface
from desktop.annotate.pictures import Picture
from desktop.annotate.tools.gesture import Scene, Tool
from desktop.annotate.tools.options import ToolOptions


class HoverSurface(Surface):
    """Knows the tool, where it is and what it would take hold of there.

    ``hint_changed`` carries one line on what the mouse does now; in it ``keys_of`` says how the action of a name is
    reached.
    """

    hint_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label: str | None = None
        self.editable = True
        self.options = ToolOptions()
        self.keys_of: Callable[[str], str] = str
        self._tool: Tool | None = None
        self._pan: QPointF | None = None
        self._held: Qt.Key | None = None  # the key that pans while it is down
        self._waits = False  # for work in the background

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture."""
        super().set_picture(picture)
        self._hover()

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation."""
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
        """Take another tool."""
        self.update(self._overlay_region())
        self._tool = tool
        self.overlay.held_by_handles = tool.name == "select"
        self._hover()

    @property
    def brush_radius(self) -> float:
        """The radius of brush and eraser, in image pixels."""
        return self.options.brush_radius

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is under way; then nothing else is said of what is under the mouse."""
        return False

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
        if self.busy:
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

    def _with_warning(self, hint: str, wrong: bool) -> str:
        warning = self.tr("The outline crosses itself: the red edges.") if wrong else ""
        return " ".join(words for words in (warning, hint) if words)
