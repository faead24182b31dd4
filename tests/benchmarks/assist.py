"""The assisted tools on a 4000 x 3000 picture: what a person waits for, and the window's largest stall meanwhile."""

import tempfile
import time
from collections.abc import Callable, Iterator
from math import cos, pi, sin
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.demo.person import Person
from tests.benchmarks.measure import Row, print_table, real_window
from tests.benchmarks.stall import Pulse
from tests.benchmarks.timing import Times, Watch

SIZE = (4000, 3000)
MIDDLE, AXES = (2000, 1500), (400, 300)
ROUNDS = 50
SLOW_ROUNDS = 12
STALL_LIMIT, LARGEST_STALL = 50, 100
LEFT = Qt.MouseButton.LeftButton


def main() -> bool:
    """Measure in the real window; return whether every limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        root = _make_picture(Path(name) / "discs")
        with real_window(root) as person:
            rows = list(_rows(person))
    return print_table(f"Assisted tools on {SIZE[0]} x {SIZE[1]}", rows)


def _make_picture(root: Path) -> Path:
    """Write one picture of a noisy ellipse of 800 x 600 before a noisy ground; return its folder."""
    shades = np.full((SIZE[1], SIZE[0], 3), (120, 110, 90), np.uint8)
    cv2.ellipse(shades, MIDDLE, AXES, 0, 0, 360, (60, 70, 190), -1)
    noise = np.random.default_rng(0).normal(0, 3, shades.shape)
    (root / "JPEGImages").mkdir(parents=True)
    cv2.imwrite(str(root / "JPEGImages" / "a.jpg"), (shades + noise).clip(0, 255).astype(np.uint8))
    (root / "labels.txt").write_text("thing\n")
    return root


def _rows(person: Person) -> Iterator[Row]:
    person.rest(1000)  # until all that opening a folder sets off is over
    for name, measure in (("scissors", _scissors), ("wand", _wand), ("grab-cut", _grab_cut)):
        pulse = Pulse()
        pulse.begin()
        rows = list(measure(person))
        gaps = pulse.end()
        person.window.annotate_page.canvas.cancel()
        yield from rows
        yield Row(f"{name}: the window's gaps meanwhile, 99th percentile", float(np.percentile(gaps, 99)), STALL_LIMIT)
        yield Row(f"{name}: the window's largest stall meanwhile", float(gaps.max()), LARGEST_STALL)


def _scissors(person: Person) -> Iterator[Row]:
    """Click on the ellipse's edge, then follow it with the mouse."""
    canvas = person.window.annotate_page.canvas
    person.window.annotate_page.take_tool("scissors")
    move, edge = Watch(), []
    for number in range(ROUNDS):
        QTest.mouseClick(canvas, LEFT, pos=_on_edge(person, number / ROUNDS))
        begun = time.perf_counter()
        QTest.mouseMove(canvas, _on_edge(person, (number + 0.6) / ROUNDS))
        _settle(person)
        edge.append(1000 * (time.perf_counter() - begun))
        for step in range(3):
            at = _on_edge(person, (number + 0.6 + step / 20) / ROUNDS)
            with move:
                QTest.mouseMove(canvas, at)
                QApplication.processEvents()
    yield Row("scissors: a move, event + repaint", move.times, 8)
    yield Row("scissors: from a click to the live edge", _wall(edge), 200, judged="wall")


def _wand(person: Person) -> Iterator[Row]:
    """Flood the ground, nearly all of the picture, and change the tolerance."""
    canvas = person.window.annotate_page.canvas
    person.window.annotate_page.take_tool("wand")
    corner = canvas.to_view((300, 300)).toPoint()
    flooded = _timed(person, lambda _: QTest.mouseClick(canvas, LEFT, pos=corner), lambda: canvas.cancel())
    yield Row("wand: from a click to the flooded ground", flooded, 300, judged="wall")
    QTest.mousePress(canvas, LEFT, pos=corner)
    _settle(person)
    dragged = _timed(person, lambda n: QTest.mouseMove(canvas, corner + QPoint(3 + 3 * (n % 2), 0)), lambda: None)
    QTest.mouseRelease(canvas, LEFT, pos=corner)
    yield Row("wand: another tolerance while dragging", dragged, 300, judged="wall")


def _grab_cut(person: Person) -> Iterator[Row]:
    """Cut the ellipse of 800 x 600 out of a box."""
    canvas = person.window.annotate_page.canvas
    person.window.annotate_page.take_tool("grab_cut")
    start, end = (canvas.to_view((MIDDLE[0] + s * 410, MIDDLE[1] + s * 310)).toPoint() for s in (-1, 1))

    def drag(_: int) -> None:
        QTest.mousePress(canvas, LEFT, pos=start)
        QTest.mouseMove(canvas, (start + end) / 2)
        QTest.mouseMove(canvas, end)
        QTest.mouseRelease(canvas, LEFT, pos=end)

    cut = _timed(person, drag, lambda: canvas.cancel())
    yield Row("grab-cut: from a box of 820 x 620 to the result", cut, 1000, judged="wall")


def _timed(person: Person, begin: Callable[[int], object], end: Callable[[], object]) -> Times:
    """Return the median wall time from ``begin`` until its work is done and shown."""
    waits = []
    for number in range(SLOW_ROUNDS):
        begun = time.perf_counter()
        begin(number)
        _settle(person)
        person.rest(0)  # until it is painted
        waits.append(1000 * (time.perf_counter() - begun))
        end()
    return _wall(waits)


def _settle(person: Person) -> None:
    canvas = person.window.annotate_page.canvas
    while canvas.working:
        person.rest(1)


def _on_edge(person: Person, share: float) -> QPoint:
    turn = 2 * pi * share
    at = MIDDLE[0] + AXES[0] * cos(turn), MIDDLE[1] + AXES[1] * sin(turn)
    return person.window.annotate_page.canvas.to_view(at).toPoint()


def _wall(milliseconds: list[float]) -> Times:
    return Times(0.0, float(np.median(milliseconds)), len(milliseconds))
