"""Set a point: the place of a thing that has no extent worth drawing."""

from PySide6.QtCore import QCoreApplication, Qt

from core.geometry import Point
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene, Tool
from desktop.annotate.tools.placing import place


class PointTool(Tool):
    """A click sets a point; while the button is held it can still be moved."""

    name = "point"
    cursor = Qt.CursorShape.CrossCursor
    crosshair = True
    options = ("snap",)

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return _tr("Click to set a point.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that sets one point."""
        now = press
        while now.kind is not Kind.RELEASE:
            now = yield Preview(shape=Point(*place(scene, now)), hint=_tr("Release to set the point, Esc cancels."))
        return Drawn(_tr("Set point"), Point(*place(scene, now)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PointTool", text)
