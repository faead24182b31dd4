"""Draw a rotated box: its first edge, then how far it reaches to the side."""

from collections.abc import Generator

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.rotated import from_edge
from core.geometry import XY, Polygon
from core.rectangle import angle_text, size_of
from core.voc.annotation import ROTATION
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene, Tool, far_enough
from desktop.annotate.tools.placing import in_steps, place

PRESSES = (Kind.PRESS, Kind.DOUBLE)


class RotatedBoxTool(Tool):
    """Drag the first edge, or click its two ends; then move to the side and click. Shift turns in whole 15 degrees."""

    name = "rotated_box"
    cursor = Qt.CursorShape.CrossCursor
    crosshair = True
    options = ("snap",)

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return _tr("Drag along one edge of the box, or click its two ends. Shift turns in steps of 15°.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that draws one rotated box."""
        start = place(scene, press)
        end = yield from _edge(scene, press, start)
        if end == start:
            return None
        at, now = end, press
        while True:
            box = from_edge(start, end, at)
            now = yield Preview(shape=box, hint=_size(box))
            at = place(scene, now)
            if now.kind in PRESSES or (now.kind is Kind.KEY and now.key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
                return _finished(from_edge(start, end, at))


def _edge(scene: Scene, press: Happening, start: XY) -> Generator[Preview, Happening, XY]:
    """Let a person draw the first edge; return its other end."""
    end = start
    while True:
        line = Polygon((start, end, end))
        now = yield Preview(shape=line, hint=_tr("Release or click at the end of the edge, Esc cancels."))
        shift = bool(now.modifiers & Qt.KeyboardModifier.ShiftModifier)
        end = in_steps(start, place(scene, now)) if shift else place(scene, now)
        dragged = now.kind is Kind.RELEASE and far_enough(scene, now.at, press.at)
        if dragged or now.kind in PRESSES:
            return end


def _finished(box: Polygon) -> Drawn | None:
    if min(size_of(box)) < 1:
        return None
    return Drawn(_tr("Draw rotated box"), box, attributes=((ROTATION, angle_text(box)),))


def _size(box: Polygon) -> str:
    width, height = size_of(box)
    return _tr("{width} × {height} pixels, {angle}°. Click to finish, Esc cancels.").format(
        width=f"{width:.0f}", height=f"{height:.0f}", angle=angle_text(box)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RotatedBoxTool", text)
