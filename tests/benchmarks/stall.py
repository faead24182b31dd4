"""The window's longest stall while training runs at full load on every core.

A timer of 5 ms runs in the window. Its largest gaps are what a person feels. Measured for half a minute each: with no
training (for comparison), watching the curves of a run on real images, and drawing boxes while that run goes on.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core import sample_project
from core.training.events import EventReader, StepEnded
from core.training.run_folder import RunState, list_runs
from core.voc.dataset import Dataset
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.settings import Settings

INTERVAL_MS = 5
LIMIT_MS = 50
SECONDS = 30.0


class Pulse(QObject):
    """Notes the time between the beats of a 5 ms timer."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        self.gaps, self._last = [], time.perf_counter()
        self._timer.start()

    def end(self) -> np.ndarray:
        self._timer.stop()
        return np.array(self.gaps) * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def _say(name: str, gaps: np.ndarray) -> bool:
    p99 = float(np.percentile(gaps, 99))
    sys.stdout.write(
        f"stall  {name:24}  median {np.median(gaps):5.1f}  p99 {p99:5.1f}  largest {gaps.max():6.1f} ms"
        f"  ({len(gaps)} beats, {(gaps > LIMIT_MS).sum()} above {LIMIT_MS} ms, limit for p99 {LIMIT_MS} ms)\n"
    )
    sys.stdout.flush()
    return p99 < LIMIT_MS


def _draw_boxes(person: Person, seconds: float) -> None:
    """Draw boxes with the mouse, going on to the next picture after each third."""
    page = person.window.annotate_page
    page.setFocus()
    rng = np.random.default_rng(0)
    end = time.monotonic() + seconds
    drawn = 0
    while time.monotonic() < end:
        person.press(Qt.Key.Key_B)
        x, y = rng.integers(60, 400, 2).tolist()
        steps = [(x + i * 4, y + i * 3) for i in range(20)]
        person.drag(page.canvas, steps)
        drawn += 1
        if drawn % 3 == 0:
            person.press(Qt.Key.Key_D)
        person.rest(60)


def main() -> bool:
    """Measure and print; return whether each 99th percentile is below the limit."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        window = build_window(Settings(root / "settings.ini"))
        window.resize(1600, 1000)
        window.show()
        person = Person(window)
        sample_project.generate(root / "parts")
        window.app.open_folder(root / "parts")
        person.wait_until(lambda: window.annotate_page.current_name is not None, "the project opens")
        person.press(Qt.Key.Key_1)
        pulse = Pulse()
        pulse.begin()
        _draw_boxes(person, SECONDS)
        _say("drawing, no training", pulse.end())
        person.click("train_page_button")
        person.click("train_button")
        runs = Dataset.open(root / "parts").runs_folder
        person.wait_until(lambda: bool(list_runs(runs)), "the run is there")
        (run,) = list_runs(runs)
        reader = EventReader(run.events_path)
        person.wait_until(lambda: any(isinstance(e, StepEnded) for e in reader.read_new()), "the first step", 120)
        pulse.begin()
        person.rest(int(SECONDS * 1000))
        watching = _say(f"watching, {os.cpu_count()} cores busy", pulse.end())
        person.click("annotate_page_button")
        pulse.begin()
        _draw_boxes(person, SECONDS)
        drawing = _say(f"drawing, {os.cpu_count()} cores busy", pulse.end())
        trained_meanwhile = run.state() is RunState.RUNNING
        run.request_stop()
        person.wait_until(lambda: run.state() is not RunState.RUNNING, "the run stops", 10)
        window.close()
        application.processEvents()
    return watching and drawing and trained_meanwhile
