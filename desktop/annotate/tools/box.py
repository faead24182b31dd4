"""Draw a box: drag it, or click one corner and then the other."""

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.reshape import box_between, on_pixel_edges
from core.geometry import XY, Box
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene, Tool, far_enough
from desktop.annotate.tools.placing import place


class BoxTool(Tool):
    """A press sets the first corner; the box ends at the release of a drag or at a second click."""

    name = "box"
    cursor = Qt.CursorShape.CrossCursor
    crosshair = True
    options = ("snap",)

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return _tr("Drag a box, or click two opposite corners.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that draws one box."""
        first = _corner(scene, press)
        now = press
        while True:
            box = box_between(first, _corner(scene, now))
            now = yield Preview(
                shape=box,
                hint=_tr("{width} × {height} pixels. Release or click to finish, Esc cancels.").format(
                    width=f"{box.width:.0f}", height=f"{box.height:.0f}"
                ),
            )
            again = now.kind in (Kind.PRESS, Kind.DOUBLE)
            if again or (now.kind is Kind.RELEASE and far_enough(scene, now.at, press.at)):
                return _finished(box_between(first, _corner(scene, now)))


def _corner(scene: Scene, now: Happening) -> XY:
    return on_pixel_edges(place(scene, now))


def _finished(box: Box) -> Drawn | None:
    return Drawn(_tr("Draw box"), box) if box.area > 0 else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("BoxTool", text)
