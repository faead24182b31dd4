"""The canvas: the surface with tools in hand, turning mouse events into gestures."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from core.editing.hit_test import Part, Target, find_target
from core.errors import AnnotrainError
from core.geometry import XY
from core.voc.annotation import Annotation
from desktop.annotate.canvas.background import GestureWork
from desktop.annotate.canvas.cursors import cursor_on
from desktop.annotate.canvas.overlay import DRAFT
from desktop.annotate.canvas.surface import Surface
from desktop.annotate.pictures import Picture
from desktop.annotate.tools.gesture import Chosen, Gesture, Happening, Kind, Preview, Scene, Tool
from desktop.annotate.tools.options import BRUSH_RADII, ToolOptions, held

GRIP = 7.0
"""How near the mouse must come to a vertex or edge, in view pixels."""
WHEEL_STEP = 1.2


class CanvasView(Surface):
    """Shows values and emits outcomes; it edits nothing itself.

    ``outcome`` carries a Drawn, Edited or Chosen; ``relabel`` the place of a double-clicked object,
    ``options_changed`` the ToolOptions, ``tab_pressed`` the event of a Tab pressed while suggestions are shown. While
    ``asking`` is a widget, it wants an answer before the next gesture.
    """

    outcome = Signal(object)
    relabel = Signal(int)
    ghost_clicked = Signal(int)
    hint_changed = Signal(str)
    options_changed = Signal(object)
    tab_pressed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.label: str | None = None
        self.editable = True
        self.asking: QWidget | None = None
        self.options = ToolOptions()
        self._tool: Tool | None = None
        self._gesture: Gesture | None = None
        self._pan: QPointF | None = None
        self._space = False
        self._work = GestureWork(self)
        self._work.ended.connect(self._take_result)
        self._work.slow.connect(self._show_slow)
        self._work.broken.connect(self.cancel)
        self._waits = False

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

    @property
    def tool(self) -> Tool | None:
        """The tool in hand."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """Take another tool; an unfinished gesture of the old one is dropped."""
        self.cancel()
        self.update(self._overlay_region())
        self._tool = tool
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
        target = self._target(at) if at is not None else self.overlay.target
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
                self.hint_changed.emit(self.tr("This image cannot be edited: see the line above it."))
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
            self._show_preview(preview)
            if preview.hint is not None:
                self.hint_changed.emit(preview.hint)
            if preview.options is not None:
                self._keep_options(preview.options)
            if preview.work is not None:
                self._work.begin(preview.work)

    def _take_result(self, result: object) -> None:
        """Give the gesture what its work came to; why it failed is said whatever the gesture makes of it."""
        self._send(Happening(Kind.DONE, self.to_image(self.overlay.cursor or QPointF()), result=result))
        if isinstance(result, AnnotrainError):
            self.hint_changed.emit(str(result))

    def _show_slow(self, slow: bool) -> None:
        self._waits = slow
        self._show_cursor()

    def _target(self, at: XY) -> Target | None:
        if self._tool is None or self._tool.name != "select":
            return None
        target = find_target(self.overlay.index, self.overlay.selected, at, GRIP / self.viewport.zoom)
        return target if self.editable or target is None else Target(target.place, Part.BODY)

    def _hover(self) -> None:
        """Light up what is under the cursor, and say what the mouse would do."""
        self._move_cursor(self.overlay.cursor)
        if self._gesture is not None:
            return
        at = self.overlay.cursor
        target = self._target(self.to_image(at)) if at is not None and self._annotation is not None else None
        if target != self.overlay.target:
            self.update(self.overlay.target_region(self.viewport))
            self.overlay.target = target
            self.update(self.overlay.target_region(self.viewport))
        self._show_cursor()
        scene = self.scene()
        if scene is not None and self._tool is not None:
            self.hint_changed.emit(self._tool.hint(scene))

    def _move_cursor(self, at: QPointF | None) -> None:
        """Move crosshair and brush ring."""
        overlay, tool = self.overlay, self._tool
        self.update(overlay.cursor_region(self.viewport, self.rect()))
        overlay.cursor = at
        overlay.crosshair = bool(tool and tool.crosshair and self.editable)
        overlay.brush_radius = self.brush_radius if tool and tool.paints and self.editable else None
        overlay.color = self._shapes.color_of(self.label) if self.label else QColor(DRAFT)
        self.update(overlay.cursor_region(self.viewport, self.rect()))

    def _show_cursor(self) -> None:
        if self._pan is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._tool is None or not self.editable or self._picture is None:
            shape = Qt.CursorShape.ArrowCursor
        elif self._waits:
            shape = Qt.CursorShape.BusyCursor
        else:
            shape = cursor_on(self.overlay) if self._tool.name == "select" else self._tool.cursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin or go on with a gesture, or pan; an open question is answered first."""
        if self.asking is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asking.setFocus()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pans = event.button() == Qt.MouseButton.MiddleButton or self._space or (self._tool and self._tool.name == "pan")
        if self._pan is None and pans:
            self._pan = event.position()
            self._show_cursor()
        elif self._draws(event):
            self._press(Kind.PRESS, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for another label; in a gesture, the second press of a double click."""
        if not self._draws(event) or self._space or self.asking is not None:
            return
        target = self._target(self.to_image(event.position()))
        if self._gesture is None and target is not None and self.editable:
            self.relabel.emit(target.place)
        else:
            self._press(Kind.DOUBLE, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, go on with the gesture, or light up what is under the cursor."""
        if self._pan is not None:
            way = event.position() - self._pan
            self._pan = event.position()
            self._set_viewport(self.viewport.moved(way.x(), way.y()))
        self._move_cursor(event.position())
        if self._pan is None and self._gesture is not None:
            self._send(self._happening(Kind.MOVE, event))
        elif self._pan is None:
            self._hover()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan or tell the gesture."""
        if self._pan is not None:
            self._pan = None
            self._hover()
        elif self._draws(event):
            self._send(self._happening(Kind.RELEASE, event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor; with Ctrl and a brush in hand, change its size."""
        turn = event.angleDelta().y() / 120
        if turn and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._tool and self._tool.paints:
            self.set_brush_radius(self.brush_radius * WHEEL_STEP**turn)
        elif turn:
            self.zoom_by(WHEEL_STEP**turn, event.position())
            self._move_cursor(event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by a pinch on a trackpad; while suggestions are shown, Tab goes from one to the next."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and self.overlay.ghosts and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.tab_pressed.emit(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pans while it is held; other keys go to the page."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat() and self._gesture is None:
                self._space = True
                self._show_cursor()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space released: the tool is back."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of Space, whose release somebody else will get."""
        self._space = False
        self._show_cursor()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the keyboard, so that keys work where the mouse is, unless somebody types."""
        if not isinstance(QApplication.focusWidget(), QLineEdit) and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take crosshair and hover away."""
        if self._gesture is None:
            self._move_cursor(None)
            self._hover()
        super().leaveEvent(event)

    def _press(self, kind: Kind, event: QMouseEvent) -> None:
        happening = self._happening(kind, event)
        if self._gesture is not None:
            self._send(happening)
        elif (ghost := self._ghost_at(happening.at)) is not None:
            self.ghost_clicked.emit(ghost)
        else:
            self._begin(happening)

    def _ghost_at(self, at: XY) -> int | None:
        """Return which suggestion a click of the select tool means: the smallest, where no object lies."""
        if self._tool is None or self._tool.name != "select" or self._target(at) is not None:
            return None
        hit = [n for n, ghost in enumerate(self.overlay.ghosts) if ghost.shape.bounds.contains(*at)]
        return min(hit, key=lambda n: self.overlay.ghosts[n].shape.bounds.area, default=None)

    def _draws(self, event: QMouseEvent) -> bool:
        """Tell whether the button is one that the tool draws with."""
        both = self._tool is not None and self._tool.both_buttons
        return event.button() == Qt.MouseButton.LeftButton or (both and event.button() == Qt.MouseButton.RightButton)

    def _happening(self, kind: Kind, event: QMouseEvent) -> Happening:
        secondary = event.button() == Qt.MouseButton.RightButton
        return Happening(kind, self.to_image(event.position()), event.modifiers(), secondary=secondary)
