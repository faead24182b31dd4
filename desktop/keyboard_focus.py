"""Where the keyboard goes when something else is shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def first_field(place: QWidget) -> QWidget:
    """Return what of ``place`` Tab comes to first; the place itself where it has nothing that takes the keyboard."""
    widget = place.nextInFocusChain()
    while widget is not place:
        if place.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled() and _is_reached(widget):
            return widget
        widget = widget.nextInFocusChain()
    return place


def _is_reached(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
