"""The surface on which a held key shows, under the cursor, what a model saw but was not sure enough of."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from core.geometry import XY
from desktop.annotate.canvas.ghost_surface import GhostSurface


class PeekSurface(GhostSurface):
    """Whoever holds one of ``peek_keys`` down looks below the threshold, with any tool; a click or Enter takes it.

    A key of its own, for Alt means something on objects already, some window managers move the window by it, and let
    go alone it opens the menus. ``peeked`` carries the place of the image that is looked at, (x, y), or None once the
    key is let go; ``peek_taken`` says that what is seen there is wanted. What is shown there and said is not ours.
    ``below_hint`` is what the select tool says beside everything, where there is something to be seen so.
    """

    peeked = Signal(object)
    peek_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.peek_keys: Sequence[QKeySequence] = ()
        self.below_hint = ""
        self._peek: Qt.Key | None = None  # the key that is held down
        self._peek_at: XY | None = None

    @property
    def place(self) -> XY | None:
        """Where in the image the mouse is, or the place that the arrow keys move; None where neither is on it."""
        at = self.overlay.cursor
        return None if at is None or self._picture is None else self.to_image(at)

    @property
    def peeking(self) -> bool:
        """Tell whether the key is held down."""
        return self._peek is not None

    def end_peek(self) -> None:
        """Show what is shown without the key."""
        if self._peek is not None:
            self._peek = self._peek_at = None
            self.peeked.emit(None)
            self._hover()

    def _peeks(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self.peek_keys

    def _peek_by_key(self, event: QKeyEvent) -> bool:
        """Begin to look, or take what is seen; tell whether the key was meant for that."""
        if self._peek is None and self._peeks(event) and self._gesture is None:
            self._peek, self._peek_at = Qt.Key(event.key()), self.place
            self.peeked.emit(self._peek_at)
        elif self._peek is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.peek_taken.emit()
        else:
            return self._peeks(event)
        self._show_cursor()
        return True

    def _move_cursor(self, at: QPointF | None) -> None:
        super()._move_cursor(at)
        if self._peek is not None and self.place != self._peek_at:
            self._peek_at = self.place
            self.peeked.emit(self._peek_at)

    def _say_hint(self) -> None:
        overlay, selects = self.overlay, self._tool is not None and self._tool.name == "select"
        beside = selects and overlay.target is None and overlay.ghosts.target is None
        if self._peek is not None:
            return
        if beside and self.below_hint:
            self.hint_changed.emit(self.below_hint)
        else:
            super()._say_hint()

    def _show_cursor(self) -> None:
        super()._show_cursor()
        if self._peek is not None and self._pan is None and self._held is None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
