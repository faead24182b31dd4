"""Select, move and reshape what is there."""

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.hit_test import Part
from core.editing.rotated import is_rotated
from core.geometry import Box
from desktop.annotate.tools.gesture import Gesture, Happening, Scene, Tool
from desktop.annotate.tools.reshape_gestures import remove, reshape, turn
from desktop.annotate.tools.select_gestures import band, move, toggle


class SelectTool(Tool):
    """A press takes hold of what is under it: a vertex, an edge, a body, or nothing, which draws a band."""

    name = "select"
    draws = False
    options = ("snap", "simplify")

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        target = scene.target
        if target is None:
            return _tr(
                "Click an object to select it, drag a frame round several. The middle button or {keys}+drag pans, the "
                "wheel zooms."
            ).format(keys=scene.keys("pan_held"))
        thing = scene.annotation.objects[target.place]
        if target.part is Part.TURN:
            return _tr("Drag to turn the box. Shift turns in steps of 15°.")
        if target.part is Part.BODY:
            return _tr("Drag to move, double-click to change the label, click again for what lies below.")
        rigid = isinstance(thing.shape, Box) or is_rotated(thing)
        if target.part is Part.VERTEX and rigid:
            return _tr("Drag the corner.")
        if target.part is Part.VERTEX:
            return _tr("Drag the point. {keys} or Alt+click removes it.").format(keys=scene.keys("delete"))
        return _tr("Drag the edge.") if rigid else _tr("Drag the edge to add a point.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture for what the cursor is on."""
        target = scene.target
        if target is None:
            return band(scene, press)
        if press.modifiers & Qt.KeyboardModifier.AltModifier and target.part is Part.VERTEX:
            return remove(scene, target)
        if target.part is Part.TURN:
            return turn(scene, press, target.place)
        if press.adds:
            return toggle(scene, press, target.place)
        if target.part is Part.BODY:
            return move(scene, press, target.place)
        return reshape(scene, press, target)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SelectTool", text)
