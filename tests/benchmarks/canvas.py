"""Drawing among many polygons: dragging a vertex, hovering, repainting, undoing, beside labelme on the same scene."""

import gc
import json
import tempfile
import tracemalloc
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.geometry import Polygon
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from desktop.demo.person import Person
from tests.benchmarks import peer
from tests.benchmarks.measure import Row, come_to_rest, print_table, real_window
from tests.benchmarks.timing import LEAST_EVENTS, Times, Watch, from_json, timed

WIDTH, HEIGHT = 4000, 3000
CORNERS = 20
UNDOS_WEIGHED = 100


def make_scene(folder: Path, count: int) -> Path:
    """Write a 4000 x 3000 picture with ``count`` polygons, as Pascal VOC and as labelme has it; return the dataset."""
    rng = np.random.default_rng(count)
    root = folder / f"scene{count}"
    (root / "JPEGImages").mkdir(parents=True)
    image = root / "JPEGImages" / "scene.jpg"
    noise = rng.integers(60, 200, (HEIGHT // 50, WIDTH // 50, 3), dtype=np.uint8)
    cv2.imwrite(str(image), cv2.resize(noise, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR))
    things = tuple(VocObject(label=f"kind{n % 5}", shape=_blob(rng, n)) for n in range(count))
    dataset = Dataset.open(root)
    entry = dataset.entry("scene")
    dataset.write(entry, dataset.read(entry).with_objects(things))
    shapes = [
        {"label": thing.label, "points": thing.shape.points, "group_id": None, "shape_type": "polygon", "flags": {}}
        for thing in things
    ]
    said = {"version": "6.0.0", "flags": {}, "shapes": shapes, "imagePath": "JPEGImages/scene.jpg", "imageData": None,
            "imageHeight": HEIGHT, "imageWidth": WIDTH}  # fmt: skip
    (root / "scene.json").write_text(json.dumps(said))
    return root


def _blob(rng: np.random.Generator, number: int) -> Polygon:
    """Return a round polygon of 20 corners; the first lies alone near the picture's middle."""
    x, y = (WIDTH / 2, HEIGHT / 2) if number == 0 else rng.uniform((120, 120), (WIDTH - 120, HEIGHT - 120))
    angles = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    radii = rng.uniform(40, 70, CORNERS)
    return Polygon(
        tuple(zip((x + radii * np.cos(angles)).round(2), (y + radii * np.sin(angles)).round(2), strict=True))
    )


class Scene:
    """The window with one crowded picture, and the mouse on its canvas."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.page = person.window.annotate_page
        self.canvas = self.page.canvas
        come_to_rest(person)  # what is looked up in the background after opening is no part of drawing

    def send(self, kind: QEvent.Type, x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        """Send a mouse event at a place of the picture, and let the window draw what it changed."""
        at = self.canvas.to_view((x, y))
        cause = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else button
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
        where = QPointF(self.canvas.mapToGlobal(at.toPoint()))
        event = QMouseEvent(kind, at, where, cause, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.canvas, event)
        QApplication.processEvents()

    def first_vertex(self) -> tuple[float, float]:
        """Return the first vertex of the first polygon."""
        return self.page.document.annotation.objects[0].shape.points[0]

    def drag(self) -> Times:
        """Drag that vertex to and fro."""
        left = Qt.MouseButton.LeftButton
        x, y = self.first_vertex()
        self.send(QEvent.Type.MouseMove, x, y)
        self.send(QEvent.Type.MouseButtonPress, x, y, left)
        times = timed(lambda n: self.send(QEvent.Type.MouseMove, x + 6 + n % 20, y + 6, left))
        assert self.canvas.busy
        self.send(QEvent.Type.MouseButtonRelease, x, y, left)
        return times

    def hover(self) -> Times:
        """Move the mouse over the picture, no button held."""
        return timed(lambda n: self.send(QEvent.Type.MouseMove, 200 + 61 * n % 3600, 200 + 43 * n % 2600))

    def repaint(self) -> Times:
        """Draw the whole canvas, with nothing kept from the time before."""

        def event(_number: int) -> None:
            self.canvas.redraw()
            self.canvas.repaint()

        return timed(event)

    def move_vertex(self, dx: float) -> None:
        """Drag the first vertex a little and let go."""
        left = Qt.MouseButton.LeftButton
        x, y = self.first_vertex()
        self.send(QEvent.Type.MouseMove, x, y)
        self.send(QEvent.Type.MouseButtonPress, x, y, left)
        self.send(QEvent.Type.MouseMove, x + dx, y + 5, left)
        self.send(QEvent.Type.MouseButtonRelease, x + dx, y + 5, left)

    def undo(self) -> Times:
        """Move the vertex and take that back, again and again; only the undo counts."""
        watch = Watch()
        for _ in range(LEAST_EVENTS):
            before = self.first_vertex()
            self.move_vertex(40)
            assert self.first_vertex() != before
            with watch:
                self.page.undo()
                QApplication.processEvents()
            assert self.first_vertex() == before
        return watch.times

    def undo_memory(self) -> float:
        """Return how many KB one vertex move leaves behind once it is saved."""
        tracemalloc.start()
        for _ in range(3):  # what is kept of the last few is there before as after
            self.move_vertex(40)
        before = self._memory_at_rest()
        for number in range(UNDOS_WEIGHED):
            self.move_vertex(40 if number % 2 else -40)
        after = self._memory_at_rest()
        tracemalloc.stop()
        return (after - before) / UNDOS_WEIGHED / 1024

    def _memory_at_rest(self) -> int:
        """Return how many bytes are held once all is written, and what was written is read and counted."""
        come_to_rest(self.person)
        gc.collect()
        return tracemalloc.get_traced_memory()[0]


def main() -> bool:
    """Measure and print; return whether every limit was kept."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        root = make_scene(Path(folder), 1000)
        theirs = peer.figures("canvas", root / "scene.json")
        said = {name: from_json(value) for name, value in theirs.items()}
        with real_window(root) as person:
            scene = Scene(person)
            rows += [
                Row("drag a vertex among 1,000 polygons", scene.drag(), 8, said.get("drag")),
                Row("hover", scene.hover(), 4, said.get("hover")),
                Row("full repaint", scene.repaint(), 80, said.get("repaint")),
                Row("undo a vertex move", scene.undo(), 10, said.get("undo")),
                Row("memory of one such step", scene.undo_memory(), 10, unit="KB"),
            ]
        with real_window(make_scene(Path(folder), 10_000)) as person:
            scene = Scene(person)
            rows.insert(1, Row("drag a vertex among 10,000 polygons", scene.drag(), 16))
            rows.insert(3, Row("hover among 10,000", scene.hover(), 4))
    return print_table("canvas: 4000 x 3000, polygons of 20 vertices, window 1600 x 1000", rows)
