"""What keys mean that are nobody's shortcut: they belong to the gesture, the suggestions or the selection."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
FAR = 10
"""Pixels that an arrow key nudges with Shift."""


class PageKeys:
    """Takes the keys that came to one page."""

    def __init__(self, page: "AnnotatePage") -> None:
        self._page = page

    def press(self, event: QKeyEvent) -> None:
        """Do what a key means now; what it means to nobody is ignored."""
        page, canvas, key = self._page, self._page.canvas, Qt.Key(event.key())
        if isinstance(page.focusWidget(), QLineEdit):
            event.ignore()
            if key == Qt.Key.Key_Escape:  # out of the line, back to where keys draw
                canvas.setFocus()
        elif key == Qt.Key.Key_Escape:
            self._back_out()
        elif event.matches(QKeySequence.StandardKey.Undo):
            canvas.step_back()  # the action itself is off while there is no edit to take back
        elif key in _ARROWS and page.selection.places and not canvas.busy:
            far = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            page.objects.nudge(_ARROWS[key][0] * far, _ARROWS[key][1] * far)
        elif not canvas.press_key(key):
            self.press_ghost_key(event)

    def press_ghost_key(self, event: QKeyEvent) -> None:
        """Say what a key means to the suggestions, if any are shown."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        meanings = {
            Qt.Key.Key_Return: "accept_all" if shift else "accept",
            Qt.Key.Key_Enter: "accept_all" if shift else "accept",
            Qt.Key.Key_Tab: "next",
            Qt.Key.Key_Backtab: "previous",
        }
        meaning = meanings.get(Qt.Key(event.key()))
        if meaning is not None and self._page.suggests:
            self._page.ghost_key.emit(meaning)
        else:
            event.ignore()

    def _back_out(self) -> None:
        """Drop the gesture, or else the selection, or else the tool."""
        page = self._page
        if page.canvas.cancel():
            return
        if page.selection.places:
            page.selection.set(())
        elif any(ghost.held for ghost in page.canvas.ghosts):
            page.ghost_key.emit("let_go")
        else:
            page.take_tool("select")
