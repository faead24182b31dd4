"""Draw a polygon: one click a vertex, or freehand while the button is held."""

from PySide6.QtCore import QCoreApplication, Qt

from core.geometry import XY, Polygon
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Preview, Scene, Tool
from desktop.annotate.tools.line import gather
from desktop.annotate.tools.options import ToolOptions

CORNERS = 3


class PolygonTool(Tool):
    """Clicks add vertices; Enter, a double click or a click on the first one closes; Backspace takes the last back."""

    name = "polygon"
    cursor = Qt.CursorShape.CrossCursor
    crosshair = True
    stepwise = True
    options = ("snap",)

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return _tr("Click the outline's corners one after the other, or draw it with the button held.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that draws one polygon."""
        drawn = yield from gather(scene, press, CORNERS, _look, ring=True)
        polygon = Polygon(tuple(drawn[0])) if drawn is not None else None
        return Drawn(_tr("Draw polygon"), polygon) if polygon is not None and polygon.area > 0 else None


def _look(points: list[XY], cursor: XY, closes: bool, options: ToolOptions) -> Preview:
    del options
    return Preview(ring=(*points, cursor), closes=closes, hint=_next(len(points)))


def _next(count: int) -> str:
    if count < CORNERS:
        return _tr("Click the next corner. Backspace takes one back, Esc cancels.")
    return _tr("Enter, a double click or a click on the first corner closes. Backspace takes one back.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PolygonTool", text)
