"""The canvas: mouse and keys become gestures, pans and zooms."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from core.geometry import XY
from desktop.annotate.canvas.keyboard import KeyPlace, way_of
from desktop.annotate.canvas.peek_surface import PeekSurface
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.pictures import Picture
from desktop.annotate.tools.gesture import Happening, Kind, Tool

WHEEL_STEP = 1.2
GESTURE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
"""What ends a gesture, takes a step of it back, or drops it, while there is one."""
EDGE = 60.0
"""How near to the border of the view, in view pixels, the place that keys move may come before the view follows."""


class CanvasView(PeekSurface):
    """Takes the events of mouse and keyboard.

    ``relabel`` carries the place of a double-clicked object, ``tab_pressed`` the event of a Tab pressed while
    suggestions are shown. While ``asking`` is a widget, it wants an answer before the next gesture. Whoever holds one
    of ``pan_keys`` down pans with any tool. ``takes_tab`` tells whether there are suggestions.
    """

    relabel = Signal(int)
    tab_pressed = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asking: QWidget | None = None
        self.takes_tab: Callable[[], bool] = lambda: bool(self.ghosts)
        self.pan_keys: Sequence[QKeySequence] = (QKeySequence(Qt.Key.Key_Space),)
        self._keys: KeyPlace | None = None
        self._finished = False  # whether the last press ended a gesture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin or go on with a gesture, or pan; an open question is answered first."""
        if self.asking is not None and event.button() == Qt.MouseButton.LeftButton:
            self.asking.setFocus()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pans = event.button() == Qt.MouseButton.MiddleButton or self._held or (self._tool and self._tool.name == "pan")
        if self._pan is None and pans:
            self._pan = event.position()
            self._show_cursor()
        elif self.peeking and event.button() == Qt.MouseButton.LeftButton:
            self.peek_taken.emit()
        elif self._draws(event):
            self._press(self._happening(Kind.PRESS, event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for another label; in a gesture, the second press of a double click."""
        if not self._draws(event) or self._held or self.peeking or self.asking is not None:
            return
        target = self._target(self.to_image(event.position()))
        if self._gesture is None and target is not None and self.editable:
            self.relabel.emit(target.place)
        else:
            self._press(self._happening(Kind.DOUBLE, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, go on with the gesture, or light up what is under the cursor."""
        if self._pan is not None:
            way = event.position() - self._pan
            self._pan = event.position()
            self._set_viewport(self.viewport.moved(way.x(), way.y()))
        self._leave_keys()
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
        """Zoom to the cursor; with Ctrl and a brush or a path in hand, change its width."""
        turn = event.angleDelta().y() / 120
        sized = self._tool is not None and bool({"brush_radius", "line_width"} & set(self._tool.options))
        if turn and event.modifiers() & Qt.KeyboardModifier.ControlModifier and sized:
            self.scale_size(WHEEL_STEP**turn)
        elif turn:
            self.zoom_by(WHEEL_STEP**turn, event.position())
            self._move_cursor(event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by a pinch on a trackpad; while suggestions are shown, Tab goes from one to the next.

        Keys that a gesture under way waits for, and those that pan, go before the actions that have them too.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._goes_first(event):
            event.accept()
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and self.takes_tab() and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.tab_pressed.emit(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys pan or peek while they are held, arrow keys draw with a drawing tool; other keys go to the page."""
        if self._peek_by_key(event) or self._draw_by_key(event):
            event.accept()
        elif self._pans(event):
            if not event.isAutoRepeat() and self._gesture is None:
                self._held = Qt.Key(event.key())
                self._show_cursor()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key released that was held: the tool is back."""
        if event.key() == self._held and not event.isAutoRepeat():
            self._held = None
            self._show_cursor()
        elif event.key() == self._peek and not event.isAutoRepeat():
            self.end_peek()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the key that is held, whose release somebody else will get."""
        self._held = None
        self.end_peek()
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

    def _pans(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self.pan_keys

    def _goes_first(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the canvas's own now, whatever action has it."""
        return self._pans(event) or self._peeks(event) or (self.busy and event.key() in GESTURE_KEYS)

    # Without a mouse

    @property
    def place(self) -> XY | None:
        """Where in the image the place is that keys move, or else the mouse."""
        return self._keys.at if self._keys is not None else super().place

    def set_tool(self, tool: Tool) -> None:
        """Take another tool; the place that keys move stays where the new one draws as well."""
        if not tool.draws:
            self._leave_keys()
        super().set_tool(tool)

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture."""
        self._leave_keys()
        super().set_picture(picture)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom round a place of the view, by default the one that keys move, or else its middle."""
        super().zoom_by(factor, at or (self.to_view(self._keys.at) if self._keys is not None else None))

    def _set_viewport(self, viewport: Viewport) -> None:
        super()._set_viewport(viewport)
        if self._keys is not None:
            self._move_cursor(self.to_view(self._keys.at))

    def _draw_by_key(self, event: QKeyEvent) -> bool:
        """Move the place, press there, or leave; tell whether the key was meant for that."""
        way, key = way_of(event), Qt.Key(event.key())
        if way is not None and self._moves_by_keys():
            self._move_by_key(way)
        elif self._keys is None:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._click_by_key(self._keys)
        elif key == Qt.Key.Key_Escape:
            if not self.cancel():
                self._leave_keys()
                self._hover()
        else:
            return False
        return True

    def _moves_by_keys(self) -> bool:
        """Tell whether arrow keys move the place: they nudge what is selected unless somebody draws with them."""
        draws = self._tool is not None and self._tool.draws and self.editable and self._picture is not None
        return draws and (self._keys is not None or self.busy or not self.overlay.selected)

    def _move_by_key(self, way: XY) -> None:
        assert self._picture is not None  # see _moves_by_keys
        size = self._picture.size
        if self._keys is None:
            seen = QRectF(self.rect())
            at = self.overlay.cursor if self.overlay.cursor is not None else seen.center()
            self._keys = KeyPlace.near(self.to_image(at), size)
            self.hint_changed.emit(
                self.tr(
                    "Arrow keys move by 1 pixel, Shift 10, Ctrl 100. Enter clicks, twice ends a polygon, Esc leaves."
                )
            )
        self._keys = self._keys.moved(way, size)
        self.overlay.pointer.words = f"{self._keys.at[0]:.0f}, {self._keys.at[1]:.0f}"
        self._bring_into_sight(self._keys.at)
        self._move_cursor(self.to_view(self._keys.at))
        if self.busy:
            self._send(Happening(Kind.MOVE, self._keys.at))

    def _bring_into_sight(self, at: XY) -> None:
        """Have the view follow the place."""
        margin = min(EDGE, self.width() / 4, self.height() / 4)
        inner = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        place = self.to_view(at)
        dx = min(max(place.x(), inner.left()), inner.right()) - place.x()
        dy = min(max(place.y(), inner.top()), inner.bottom()) - place.y()
        if dx or dy:
            self._set_viewport(self.viewport.moved(dx, dy))

    def _click_by_key(self, keys: KeyPlace) -> None:
        """Click at the place, or with a brush in hand begin or end a stroke; the same place again is a double click."""
        again = self.busy and keys.last == keys.at
        if keys.pressed:
            self._keys = replace(keys, pressed=False, last=None)
            self._send(Happening(Kind.RELEASE, keys.at))
            return
        holds = self._tool is not None and self._tool.paints
        self._keys = replace(keys, pressed=holds, last=keys.at)
        self._press(Happening(Kind.DOUBLE if again else Kind.PRESS, keys.at))
        if not holds:
            self._send(Happening(Kind.RELEASE, keys.at))
        if not self.busy:
            self._keys = replace(self._keys, pressed=False, last=None)

    def _leave_keys(self) -> None:
        """Give the place back to the mouse."""
        if self._keys is not None:
            region = self.overlay.pointer.region(self.viewport, self.rect())
            self._keys, self.overlay.pointer.words = None, ""
            self.update(region)
            self._move_cursor(None)

    def _press(self, happening: Happening) -> None:
        """Go on with the gesture or begin one, unless it is the second press of a double click that ended one."""
        finished, self._finished = self._finished and happening.kind is Kind.DOUBLE, False
        if self._gesture is not None:
            self._send(happening)
            self._finished = self._gesture is None
        elif finished:
            return
        elif (ghost := self.ghost_at(happening.at)) is not None:
            self._take_ghost(ghost, happening)
        else:
            self._begin(replace(happening, kind=Kind.PRESS))

    def _draws(self, event: QMouseEvent) -> bool:
        """Tell whether the button is one that the tool draws with."""
        both = self._tool is not None and self._tool.both_buttons
        return event.button() == Qt.MouseButton.LeftButton or (both and event.button() == Qt.MouseButton.RightButton)

    def _happening(self, kind: Kind, event: QMouseEvent) -> Happening:
        secondary = event.button() == Qt.MouseButton.RightButton
        return Happening(kind, self.to_image(event.position()), event.modifiers(), secondary=secondary)
