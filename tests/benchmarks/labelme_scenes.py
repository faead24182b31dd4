"""The peer's side: scenes in labelme's own window, run by ``peer.py`` with labelme's interpreter; figures as JSON.

    canvas IMAGE.json        drag a vertex, hover, repaint, undo, on the first polygon of the file
    opening FOLDER           the folder opens and its first image is shown: seconds and MB
    next FOLDER              the next image of the folder, as many as it holds
    start                    from nothing to the window

Nothing of this program but the timing is imported here.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import psutil
from labelme import app as labelme_app

from tests.benchmarks.timing import LEAST_EVENTS, Times, Watch, timed

QtCore, QtGui, QtWidgets = labelme_app.QtCore, labelme_app.QtGui, labelme_app.QtWidgets
Qt = QtCore.Qt
WINDOW = (1600, 1000)


class Canvas:
    """labelme's window with a file open, and the mouse on its canvas."""

    def __init__(self, application: Any, path: Path | None) -> None:
        self.application = application
        self.window = _new_window(path)
        self.widget = next(w for w in self.window.findChildren(QtWidgets.QWidget) if type(w).__name__ == "Canvas")
        application.processEvents()

    def send(self, kind: str, x: float, y: float, button: str = "NoButton", *, paint: bool = True) -> None:
        """Send a mouse event at a place of the picture, and let the window draw what it changed."""
        offset = self.widget._compute_image_origin_offset()
        at = (QtCore.QPointF(x, y) + offset) * self.widget.scale
        pressed = getattr(Qt.MouseButton, button)
        cause = Qt.MouseButton.NoButton if kind == "MouseMove" else pressed
        held = Qt.MouseButton.NoButton if kind == "MouseButtonRelease" else pressed
        event = QtGui.QMouseEvent(
            getattr(QtCore.QEvent.Type, kind),
            at,
            QtCore.QPointF(self.widget.mapToGlobal(at.toPoint())),
            cause,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        self.application.sendEvent(self.widget, event)
        if paint:
            self.application.processEvents()

    def repaint(self, _number: int) -> None:
        """Draw the whole canvas."""
        self.widget.repaint()

    def first_vertex(self) -> tuple[float, float]:
        """Return the first vertex of the first polygon, in pixels of the picture."""
        point = self.widget.shapes[0].points[0]
        return point.x(), point.y()

    def drag(self) -> Times:
        """Drag that vertex to and fro."""
        x, y = self.first_vertex()
        self.send("MouseMove", x, y)
        self.send("MouseButtonPress", x, y, "LeftButton")
        times = timed(lambda n: self.send("MouseMove", x + 6 + n % 20, y + 6, "LeftButton"))
        self.send("MouseButtonRelease", x, y, "LeftButton")
        return times

    def hover(self) -> Times:
        """Move the mouse over the picture, no button held."""
        return timed(lambda n: self.send("MouseMove", 200 + 61 * n % 3600, 200 + 43 * n % 2600))

    def undo(self) -> Times:
        """Move the vertex and take that back, again and again; only the undo counts."""
        watch, size = Watch(), self.widget.pixmap.width()
        for _ in range(LEAST_EVENTS):
            x, y = self.first_vertex()
            self.send("MouseMove", x, y, paint=False)
            self.send("MouseButtonPress", x, y, "LeftButton", paint=False)
            self.send("MouseMove", min(x + 40, size - 1), y + 5, "LeftButton", paint=False)
            self.send("MouseButtonRelease", min(x + 40, size - 1), y + 5, "LeftButton")
            with watch:
                self.window.undo_shape_edit()
                self.application.processEvents()
        return watch.times


def canvas(application: Any, file: str) -> dict[str, object]:
    """Return the figures of drag, hover, repaint and undo."""
    scene = Canvas(application, Path(file))
    scene.window._config["auto_save"] = False
    figures = {"drag": scene.drag(), "hover": scene.hover(), "repaint": timed(scene.repaint), "undo": scene.undo()}
    return {name: times.as_json() for name, times in figures.items()}


def opening(application: Any, folder: str) -> dict[str, object]:
    """Return how long a folder takes until its first image is shown, and the memory of the process then, in MB."""
    window = _new_window(None)
    application.processEvents()
    with Watch() as watch:
        window._load_from_file_or_dir(folder)
        application.processEvents()
    return {"open": watch.times.as_json(), "memory_mb": psutil.Process().memory_info().rss / 2**20}


def following(application: Any, folder: str) -> dict[str, object]:
    """Return how long the next image takes."""
    window = _new_window(None)
    window._load_from_file_or_dir(folder)
    application.processEvents()
    watch = Watch()
    for _ in range(len(window.image_list) - 1):
        with watch:
            window._open_next_image()
            application.processEvents()
    return {"next": watch.times.as_json()}


def start(application: Any) -> dict[str, object]:
    """Return the time from the process's beginning until its window is painted."""
    _new_window(None)
    application.processEvents()
    wall = 1000 * (time.time() - psutil.Process().create_time())
    return {"start": Times(1000 * time.process_time(), wall, 1).as_json()}


def _new_window(path: Path | None) -> Any:
    settings = {"auto_save": False, "validate_label": None}
    window = labelme_app.MainWindow(config_overrides=settings, file_or_dir=str(path) if path else None)
    window.resize(*WINDOW)
    window.show()
    return window


SCENES = {"canvas": canvas, "opening": opening, "next": following, "start": start}


def main(scene: str, *arguments: str) -> None:
    """Run one scene and print its figures."""
    labelme_app.logger.remove()
    application = QtWidgets.QApplication(sys.argv[:1])
    sys.stdout.write("\n" + json.dumps(SCENES[scene](application, *arguments)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
