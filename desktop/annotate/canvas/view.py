"""The canvas: one widget that shows a picture and its shapes in layers and turns the mouse into gestures."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from core.editing.hit_test import Part, ShapeIndex, Target, find_target, unchanged_ends
from core.geometry import XY, Box, Shape
from core.voc.annotation import Annotation
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.canvas.layers import CachedLayer
from desktop.annotate.canvas.overlay import DRAFT, Overlay
from desktop.annotate.canvas.painter import ColorOf, ShapePainter, extent
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.pictures import Picture
from desktop.annotate.tools.gesture import Chosen, Gesture, Happening, Kind, Preview, Scene, Tool

REST_MS = 60
"""After so long without zooming the stretched preview is drawn properly."""
GRIP = 7.0
"""How near the mouse must come to a vertex or edge, in view pixels."""
WHEEL_STEP = 1.2
BRUSH_SIZES = (0.5, 300.0)


class CanvasView(QWidget):
    """Shows values and emits outcomes; it edits nothing itself.

    ``outcome`` carries a Drawn, Edited or Chosen; ``relabel`` the place of a double-clicked object,
    ``tab_pressed`` the event of a Tab pressed while suggestions are shown. While ``asking`` is a widget, it wants an
    answer before the next gesture.
    """

    outcome = Signal(object)
    relabel = Signal(int)
    ghost_clicked = Signal(int)
    hint_changed = Signal(str)
    zoom_changed = Signal(float)
    tab_pressed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 150)
        self._background = QColor("#2b2d31")
        self.label: str | None = None
        self.editable = True
        self.asking: QWidget | None = None
        self.viewport = Viewport()
        self.brush_radius = 10.0
        self._fitting = True
        self._picture: Picture | None = None
        self._last_size = (0, 0)
        self._annotation: Annotation | None = None
        self._tool: Tool | None = None
        self._gesture: Gesture | None = None
        self._scene: Scene | None = None
        self._pan: QPointF | None = None
        self._space = False
        self._shapes = ShapePainter(lambda _label: QColor(DRAFT), self.font())
        self.overlay = Overlay(ShapeIndex.of(()))
        self._picture_layer = CachedLayer(self._render_picture)
        self._shape_layer = CachedLayer(self._render_shapes)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.update)

    # What is shown

    def set_colors(self, color_of: ColorOf) -> None:
        """Give the colours of the labels."""
        self._shapes = ShapePainter(color_of, self.font())
        self._shape_layer.invalidate()
        self.update()

    def set_background(self, color: str) -> None:
        """Set the colour round the picture, "#rrggbb"."""
        self._background = QColor(color)
        self.update()

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture, fitted where its size differs from the last one's or the whole was shown."""
        self._picture = picture
        self._picture_layer.invalidate()
        if picture is not None and (picture.size != self._last_size or self._fitting):
            self._last_size = picture.size
            self.fit()
        self._hover()
        self.update()

    @property
    def annotation(self) -> Annotation | None:
        """The annotation shown."""
        return self._annotation

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation; only where objects differ is the view drawn anew."""
        old, new = self.overlay.index.objects, annotation.objects if annotation is not None else ()
        self.cancel()
        self._annotation = annotation
        first, last = unchanged_ends(old, new)
        changed = [*old[first : len(old) - last], *new[first : len(new) - last]]
        self.update(self._overlay_region())
        self.overlay.index = ShapeIndex.of(new, self.overlay.index)
        self.overlay.selected = frozenset(place for place in self.overlay.selected if place < len(new))
        self.overlay.target = None
        region = QRegion()
        for thing in changed[:200]:
            region += extent(thing.shape.bounds.grown(1), self.viewport)
        self._repaint_shapes(region if len(changed) <= 200 else QRegion(self.rect()))
        self._hover()

    def forget_shapes(self) -> None:
        """Drop what was cached for the image before."""
        self._shapes.forget()
        self._shape_layer.invalidate()

    def set_selection(self, places: frozenset[int]) -> None:
        """Show these objects as selected."""
        if places == self.overlay.selected:
            return
        before = self.overlay.selection_region(self.viewport)
        self.overlay.selected = places
        self.update(before + self.overlay.selection_region(self.viewport))
        self._hover()

    def set_ghosts(self, ghosts: Sequence[Ghost]) -> None:
        """Show these suggestions instead of those before."""
        region = QRegion()
        for ghost in (*self.overlay.ghosts, *ghosts):
            region += extent(ghost.shape.bounds, self.viewport)
        self.overlay.ghosts = tuple(ghosts)
        self.update(region)

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        """The suggestions shown."""
        return self.overlay.ghosts

    # Tools

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

    def set_brush_radius(self, radius: float) -> None:
        """Set the radius of brush and eraser, in image pixels."""
        self._move_cursor(self.overlay.cursor)
        self.brush_radius = min(max(radius, BRUSH_SIZES[0]), BRUSH_SIZES[1])
        self._hover()

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is under way."""
        return self._gesture is not None

    def cancel(self) -> bool:
        """Drop the gesture under way; tell whether there was one."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
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
            brush_radius=self.brush_radius,
            label=self.label,
        )

    # Zoom and pan

    def to_image(self, at: QPointF) -> XY:
        """Return which image point lies at a place of the view."""
        return self.viewport.to_image(at)

    def to_view(self, at: XY) -> QPointF:
        """Return where an image point lies in the view."""
        return self.viewport.to_view(at)

    def view_rect(self, shape: Shape) -> QRectF:
        """Return where a shape's bounds lie in the view."""
        return self.viewport.rect(shape.bounds)

    def fit(self) -> None:
        """Show the whole picture."""
        if self._picture is not None:
            self._set_viewport(Viewport.fitted(self._picture.size, (self.width(), self.height())))
            self._fitting = True

    def actual_size(self) -> None:
        """Show one image pixel as one pixel of the screen."""
        self.zoom_by(1 / (self.viewport.zoom * self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom round a place of the view, by default its middle."""
        self._set_viewport(self.viewport.zoomed(factor, at or QRectF(self.rect()).center()))

    def _set_viewport(self, viewport: Viewport) -> None:
        if self._picture is None:
            return
        zoomed = viewport.zoom != self.viewport.zoom
        size = (self.width(), self.height())
        self.viewport = viewport.held(self._picture.size, size, self.devicePixelRatioF())
        self._fitting = False
        self.update()
        if zoomed:
            self._rest.start()
            self.zoom_changed.emit(self.viewport.zoom * self.devicePixelRatioF())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cached layers and draw what changes over them, inside the event's region only."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._background)
        if self._picture is not None:
            ratio = self.devicePixelRatioF()
            preview = self._rest.isActive()
            self._picture_layer.paint(painter, self.size(), ratio, self.viewport, False)
            self._shape_layer.paint(painter, self.size(), ratio, self.viewport, preview)
            self.overlay.draw(painter, event.rect(), self.viewport, self._shapes, self.rect())
        painter.end()

    def _render_picture(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        if self._picture is not None:
            self._picture.draw(painter, rect, viewport)

    def _render_shapes(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        self._shapes.draw_finished(
            painter, rect, viewport, QRectF(self.rect()), self.overlay.index, self.overlay.preview.hidden
        )

    def _repaint_shapes(self, region: QRegion) -> None:
        for rect in region & self.rect():
            self._shape_layer.invalidate(rect)
        self.update(region)

    def _overlay_region(self) -> QRegion:
        overlay, viewport = self.overlay, self.viewport
        return (
            overlay.selection_region(viewport)
            + overlay.preview_region(viewport)
            + overlay.target_region(viewport)
            + overlay.cursor_region(viewport, self.rect())
        )

    # Gestures

    def _begin(self, press: Happening) -> None:
        scene = self.scene(press.at)
        if scene is None or self._tool is None:
            return
        if not self.editable:
            if self._tool.name != "select":
                self.hint_changed.emit(self.tr("This image cannot be edited: see the line above it."))
            self.outcome.emit(Chosen(frozenset((scene.target.place,)) if scene.target else frozenset()))
            return
        self._scene = scene
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

    def _show_preview(self, preview: Preview) -> None:
        """Replace what the gesture shows and repaint what that touches."""
        overlay, viewport = self.overlay, self.viewport
        region = overlay.preview_region(viewport)
        chosen, hidden = overlay.shown_selection, overlay.preview.hidden
        overlay.preview = preview
        region += overlay.preview_region(viewport)
        if preview.dirty is not None:
            region += viewport.rect(preview.dirty).adjusted(-2, -2, 2, 2).toAlignedRect()
        region += overlay.places_region(chosen ^ overlay.shown_selection, viewport)
        self.update(region)
        if hidden != preview.hidden:
            self._repaint_shapes(overlay.places_region(hidden ^ preview.hidden, viewport))

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
        else:
            shape = _cursor_on(self.overlay) if self._tool.name == "select" else self._tool.cursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    # Events

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
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press(Kind.PRESS, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for another label; in a gesture, the second press of a double click."""
        if event.button() != Qt.MouseButton.LeftButton or self._space or self.asking is not None:
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
        elif event.button() == Qt.MouseButton.LeftButton:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        if self._fitting:
            self.fit()
        super().resizeEvent(event)

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

    def _happening(self, kind: Kind, event: QMouseEvent) -> Happening:
        return Happening(kind, self.to_image(event.position()), event.modifiers())


def _cursor_on(overlay: Overlay) -> Qt.CursorShape:
    """Return the cursor that says what a drag would do here."""
    target = overlay.target
    if target is None:
        return Qt.CursorShape.ArrowCursor
    if target.part is Part.BODY:
        return Qt.CursorShape.SizeAllCursor if target.place in overlay.selected else Qt.CursorShape.PointingHandCursor
    if not isinstance(overlay.index.objects[target.place].shape, Box):
        return Qt.CursorShape.CrossCursor if target.part is Part.EDGE else Qt.CursorShape.PointingHandCursor
    if target.part is Part.VERTEX:
        return Qt.CursorShape.SizeFDiagCursor if target.number % 2 == 0 else Qt.CursorShape.SizeBDiagCursor
    return Qt.CursorShape.SizeVerCursor if target.number % 2 == 0 else Qt.CursorShape.SizeHorCursor
