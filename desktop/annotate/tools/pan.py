"""Move the picture: what Space and the middle button do with any tool in hand."""

from PySide6.QtCore import QCoreApplication, Qt

from desktop.annotate.tools.gesture import Gesture, Happening, Preview, Scene, Tool


class PanTool(Tool):
    """The canvas itself pans while this tool is in hand, so that its gesture comes to nothing."""

    name = "pan"
    cursor = Qt.CursorShape.OpenHandCursor
    draws = False

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        del scene
        return QCoreApplication.translate("PanTool", "Drag the picture. The wheel zooms to the cursor.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return a gesture that changes nothing."""
        del scene, press
        yield Preview()
        return None
