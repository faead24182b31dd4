"""The mouse cursor that says what a drag of the select tool would do."""

from PySide6.QtCore import Qt

from core.editing.hit_test import Part, Target
from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.annotate.canvas.overlay import Overlay


def cursor_on(overlay: Overlay) -> Qt.CursorShape:
    """Return the cursor that says what a drag would do here."""
    target, ghosts = overlay.target, overlay.ghosts
    if ghosts.target is not None:
        ghost = ghosts.shown[ghosts.target.place]
        return _cursor_for(ghost.thing, ghosts.target, held=ghost.held)
    if target is None or overlay.index.objects[target.place].locked:
        return Qt.CursorShape.ArrowCursor
    return _cursor_for(overlay.index.objects[target.place], target, held=target.place in overlay.selected)


def _cursor_for(thing: VocObject, target: Target, *, held: bool) -> Qt.CursorShape:
    if target.part is Part.BODY:
        return Qt.CursorShape.SizeAllCursor if held else Qt.CursorShape.PointingHandCursor
    if target.part is Part.TURN:
        return Qt.CursorShape.PointingHandCursor
    if not isinstance(thing.shape, Box):
        return Qt.CursorShape.CrossCursor if target.part is Part.EDGE else Qt.CursorShape.PointingHandCursor
    if target.part is Part.VERTEX:
        return Qt.CursorShape.SizeFDiagCursor if target.number % 2 == 0 else Qt.CursorShape.SizeBDiagCursor
    return Qt.CursorShape.SizeVerCursor if target.number % 2 == 0 else Qt.CursorShape.SizeHorCursor
