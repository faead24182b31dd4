"""Draw a polygon: one click a vertex."""

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.reshape import inside
from core.geometry import XY, Polygon
from desktop.annotate.tools.gesture import Drawn, Gesture, Happening, Kind, Preview, Scene, Tool

CLOSES_WITHIN = 9.0
"""A click this near to the first vertex, in view pixels, closes the ring."""
SAME_PLACE = 2.0


class PolygonTool(Tool):
    """Clicks add vertices; Enter, a double click or a click on the first one closes; Backspace takes the last back."""

    name = "polygon"
    cursor = Qt.CursorShape.CrossCursor

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return QCoreApplication.translate("PolygonTool", "Click the outline's corners one after the other.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture that draws one polygon."""
        ring: list[XY] = [_place(scene, press.at)]
        cursor = ring[0]
        while ring:
            closes = len(ring) >= 3 and _near(ring[0], cursor, CLOSES_WITHIN * scene.pixel)
            now = yield Preview(ring=(*ring, cursor), closes=closes, hint=_next(len(ring)))
            cursor = _place(scene, now.at)
            if now.kind is Kind.PRESS:
                if len(ring) >= 3 and _near(ring[0], cursor, CLOSES_WITHIN * scene.pixel):
                    return _finished(ring)
                if not _near(ring[-1], cursor, SAME_PLACE * scene.pixel):
                    ring.append(cursor)
            elif now.kind is Kind.KEY and now.key == Qt.Key.Key_Backspace:
                ring.pop()
            elif len(ring) >= 3 and (
                now.kind is Kind.DOUBLE or (now.kind is Kind.KEY and now.key in (Qt.Key.Key_Return, Qt.Key.Key_Enter))
            ):
                return _finished(ring)
        return None


def _place(scene: Scene, at: XY) -> XY:
    x, y = inside(at, *scene.size)
    return round(x, 2), round(y, 2)


def _near(a: XY, b: XY, distance: float) -> bool:
    return max(abs(a[0] - b[0]), abs(a[1] - b[1])) <= distance


def _finished(ring: list[XY]) -> Drawn | None:
    polygon = Polygon(tuple(ring))
    return Drawn(QCoreApplication.translate("PolygonTool", "Draw polygon"), polygon) if polygon.area > 0 else None


def _next(count: int) -> str:
    if count < 3:
        return QCoreApplication.translate(
            "PolygonTool", "Click the next corner. Backspace takes one back, Esc cancels."
        )
    return QCoreApplication.translate(
        "PolygonTool", "Enter, a double click or a click on the first corner closes. Backspace takes one back."
    )
