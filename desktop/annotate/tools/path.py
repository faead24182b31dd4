"""Draw a path: an open line of a chosen width, for scratches and cracks."""

from PySide6.QtCore import QCoreApplication, Qt

from core.geometry import XY, Polyline
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Preview, Scene, Tool
from desktop.annotate.tools.line import gather
from desktop.annotate.tools.options import ToolOptions

ENDS = 2


class PathTool(Tool):
    """Clicks add points, a drag draws freehand; Enter or a double click ends, Backspace takes the last point back."""

    name = "path"
    cursor = Qt.CursorShape.CrossCursor
    crosshair = True
    stepwise = True
    options = ("line_width", "snap")

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        width = f"{scene.options.line_width:.0f}"
        return _tr(
            "Click along the line, or draw it with the button held. {smaller} and {larger} change its width, now "
            "{width}."
        ).format(smaller=scene.keys("smaller_brush"), larger=scene.keys("larger_brush"), width=width)

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that draws one path."""
        drawn = yield from gather(scene, press, ENDS, _look, ring=False)
        if drawn is None or len(set(drawn[0])) < ENDS:
            return None
        points, options = drawn
        return Drawn(_tr("Draw path"), Polyline(tuple(points), options.line_width))


def _look(points: list[XY], cursor: XY, closes: bool, options: ToolOptions) -> Preview:
    del closes
    hint = _tr("Click the next point. Enter or a double click ends, Backspace takes one back, Esc cancels.")
    return Preview(shape=Polyline((*points, cursor), options.line_width), hint=hint)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PathTool", text)
