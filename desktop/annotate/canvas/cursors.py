"""The mouse cursor that says what a drag of the select tool would do."""

from PySide6.QtCore import Qt

from core.editing.hit_test import Part
from core.geometry import Box
from desktop.annotate.canvas.overlay import Overlay


def cursor_on(overlay: Overlay) -> Qt.CursorShape:
    """Return the cursor that says what a drag would do here."""
    target = overlay.target
    if target is None or overlay.index.objects[target.place].locked:
        return Qt.CursorShape.ArrowCursor
    if target.part is Part.BODY:
        return Qt.CursorShape.SizeAllCursor if target.place in overlay.selected else Qt.CursorShape.PointingHandCursor
    if target.part is Part.TURN:
        return Qt.CursorShape.PointingHandCursor
    if not isinstance(overlay.index.objects[target.place].shape, Box):
        return Qt.CursorShape.CrossCursor if target.part is Part.EDGE else Qt.CursorShape.PointingHandCursor
    if target.part is Part.VERTEX:
        return Qt.CursorShape.SizeFDiagCursor if target.number % 2 == 0 else Qt.CursorShape.SizeBDiagCursor
    return Qt.CursorShape.SizeVerCursor if target.number % 2 == 0 else Qt.CursorShape.SizeHorCursor
