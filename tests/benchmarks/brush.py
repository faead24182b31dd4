"""The brush at radius 40 on a 4000 x 3000 picture: strokes begun, moved, kept and undone, and a thousand of them."""

import gc
import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from core.voc import annotation_file
from tests.benchmarks.canvas import HEIGHT, WIDTH, Scene, make_scene
from tests.benchmarks.measure import Row, come_to_rest, print_table, real_window
from tests.benchmarks.timing import LEAST_EVENTS, Times, Watch, timed

RADIUS = 40
STROKES, MOVES = 60, 12
MANY = 1000
KEPT = 40
"""More masks than are kept unpacked: those that are there before as after a measurement."""
LEFT = Qt.MouseButton.LeftButton
Way = list[tuple[float, float]]


def main() -> bool:
    """Measure in the real window; return whether every limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        root = make_scene(Path(name), 0)
        with real_window(root) as person:
            rows = list(_rows(Scene(person)))
    return print_table(f"A brush of radius {RADIUS} on {WIDTH} x {HEIGHT}", rows)


def _rows(scene: Scene) -> Iterator[Row]:
    rng = np.random.default_rng(0)
    scene.page.labelling.add_label("scratch")
    scene.page.take_tool("brush")
    scene.canvas.set_brush_radius(RADIUS)
    press, move, release = _strokes(scene, rng)
    yield Row("press: a stroke begins", press, 30)
    yield Row("move, event + repaint", move, 8)
    yield Row("release: a stroke is kept", release, 30)
    yield Row("undo of a stroke, event + repaint", _undo(scene), 20)
    yield from _thousand(scene, rng)
    yield Row("the file's text of that mask, in the background", _writing(scene), 50)


def _strokes(scene: Scene, rng: np.random.Generator) -> tuple[Times, Times, Times]:
    """Paint strokes that grow one mask all over the picture."""
    watches = Watch(), Watch(), Watch()
    for _ in range(STROKES):
        way = _way(rng, MOVES)
        scene.send(QEvent.Type.MouseMove, *way[0])
        with watches[0]:
            scene.send(QEvent.Type.MouseButtonPress, *way[0], LEFT)
        for at in way[1:]:
            with watches[1]:
                scene.send(QEvent.Type.MouseMove, *at, LEFT)
        with watches[2]:
            scene.send(QEvent.Type.MouseButtonRelease, *way[-1], LEFT)
    return watches[0].times, watches[1].times, watches[2].times


def _undo(scene: Scene) -> Times:
    def step(_: int) -> None:
        scene.page.undo()
        QApplication.processEvents()

    return timed(step, STROKES - 8)


def _thousand(scene: Scene, rng: np.random.Generator) -> Iterator[Row]:
    """Weigh a thousand strokes, every fifth of the eraser, that can all be undone; Python's own part by a tenth."""
    process = psutil.Process()
    before = process.memory_info().rss
    _paint(scene, rng, MANY)
    come_to_rest(scene.person)
    yield Row(f"{MANY} strokes: memory of the process", (process.memory_info().rss - before) / 1e6, 200, unit="MB")
    tracemalloc.start()
    _paint(scene, rng, KEPT)
    begun = _traced(scene)
    _paint(scene, rng, MANY // 10)
    taken = _traced(scene) - begun
    tracemalloc.stop()
    yield Row(f"{MANY} strokes: memory of Python", taken * 10 / 1e6, 200, unit="MB")


def _traced(scene: Scene) -> int:
    """Return how many bytes Python holds once all is written and counted."""
    come_to_rest(scene.person)
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def _paint(scene: Scene, rng: np.random.Generator, count: int) -> None:
    place, way = scene.page.document.history.place, _way(rng, 4)
    for number in range(count):
        erases = number % 5 == 4
        scene.page.take_tool("eraser" if erases else "brush")
        way = way[1:] if erases else _way(rng, 4)
        scene.send(QEvent.Type.MouseButtonPress, *way[0], LEFT)
        for at in way[1:]:
            scene.send(QEvent.Type.MouseMove, *at, LEFT)
        scene.send(QEvent.Type.MouseButtonRelease, *way[-1], LEFT)
    assert scene.page.document.history.place == place + count


def _writing(scene: Scene) -> Times:
    """Make the file's text of the mask as it was before each of the last strokes: never one that is known already."""
    come_to_rest(scene.person)
    values, history = [], scene.page.document.history
    for _ in range(LEAST_EVENTS + 3):
        history = history.undo()
        values.append(history.current)
    texts = set()
    times = timed(lambda number: texts.add(annotation_file.to_bytes(values[number])))
    assert len(texts) == len(values)
    return times


def _way(rng: np.random.Generator, steps: int) -> Way:
    """Return a bent way of some hundred pixels through the picture."""
    at = rng.uniform((200, 200), (WIDTH - 200, HEIGHT - 200))
    heading = rng.uniform(0, 2 * np.pi)
    way = []
    for _ in range(steps + 1):
        way.append((float(at[0]), float(at[1])))
        heading += rng.normal(0, 0.3)
        at = np.clip(at + 25 * np.array((np.cos(heading), np.sin(heading))), 50, (WIDTH - 50, HEIGHT - 50))
    return way
