"""The window's longest stall with a million loss points on the screen, while their run goes on and boxes are drawn.

The run is recorded; a process of its own goes on appending to it and keeps every core busy at a training's priority.
The curves stand in a second window, so that they are on the screen while boxes are drawn in the first.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core import sample_project
from core.training.events import RunStarted, append
from core.training.run_folder import RunFolder
from core.training.spec import Spec
from desktop.app import build_window
from desktop.demo.person import Person
from desktop.jobs.executor import Executor
from desktop.settings import Settings
from desktop.train.curves import Curves
from tests.benchmarks.stall import SECONDS, Pulse, _draw_boxes, _say

STEPS = 1_000_000
_WORKER = """
import os, sys, time, threading
import numpy as np
from pathlib import Path
from core.training.events import StepEnded, append
os.nice(10)
path, step = Path(sys.argv[1]), int(sys.argv[2])
def busy():
    a = np.random.default_rng(0).random((400, 400))
    while True:
        a @ a
for _ in range(os.cpu_count() or 1):
    threading.Thread(target=busy, daemon=True).start()
while True:
    step += 1
    append(path, StepEnded(step=step, epoch=11, loss=0.5 / step**0.5, learning_rate=1e-3, images_per_second=80.0))
    time.sleep(0.05)
"""


def _record(root: Path) -> RunFolder:
    """Write the events of a run of a million steps in ten epochs."""
    spec = Spec.for_model(name="long", epochs=11)
    run = RunFolder.create(root / ".annotrain" / "runs", spec, root)
    append(run.events_path, RunStarted(images=20, val_images=4, steps_per_epoch=STEPS // 10, epochs=11, device="CPU",
                                       labels=("dent",), input_size=(320, 320)))  # fmt: skip
    noise = np.random.default_rng(0).random(STEPS)
    with run.events_path.open("a") as stream:
        for step in range(1, STEPS + 1):
            epoch = (step - 1) // (STEPS // 10) + 1
            loss = 3 / step**0.3 + 0.3 * noise[step - 1]
            stream.write(
                f'{{"event": "StepEnded", "at": {1.8e9 + step}, "step": {step}, "epoch": {epoch}, "loss": {loss}, '
                '"learning_rate": 0.001, "images_per_second": 80.0}\n'
            )
            if step % (STEPS // 10) == 0:
                ended = {"event": "EpochEnded", "at": 1.8e9 + step, "epoch": epoch, "epochs": 11, "step": step,
                         "train_loss": 3 / step**0.3, "val_loss": 3.2 / step**0.3, "metrics": {"map50": epoch / 11},
                         "per_label": {}, "seconds": 1.0, "seconds_left": 1.0}  # fmt: skip
                stream.write(json.dumps(ended) + "\n")
    return run


def main() -> bool:
    """Measure and print; return whether each 99th percentile is below the limit."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        sample_project.generate(root / "parts")
        run = _record(root / "parts")
        worker = subprocess.Popen([sys.executable, "-c", _WORKER, str(run.events_path), str(STEPS)])
        run.mark_worker(worker.pid, 0)
        try:
            return _measure(application, root, Settings(root / "settings.ini"))
        finally:
            worker.kill()
            worker.wait()


def _measure(application: QApplication, root: Path, settings: Settings) -> bool:
    window = build_window(settings)
    window.resize(1600, 1000)
    window.show()
    person = Person(window)
    window.app.open_folder(root / "parts")
    person.wait_until(lambda: window.annotate_page.current_name is not None, "the project opens")
    pulse, begun = Pulse(), time.monotonic()
    pulse.begin()
    person.click("train_page_button")
    curves = window.train_page.view.curves
    person.wait_until(lambda: curves._plots is not None, "the plots are there", 60)
    person.wait_until(lambda: len(curves.plots._losses) >= STEPS, "a million steps are read", 300)
    reading = _say(f"reading it, {time.monotonic() - begun:.0f} s", pulse.end())
    person.rest(2000)
    pulse.begin()
    person.rest(int(SECONDS * 1000))
    watching = _say("watching it grow", pulse.end())
    beside = Curves(Executor(window))
    beside.resize(900, 700)
    window.app.monitor.news.connect(beside.add)
    window.app.monitor.follow(None)
    person.rest(300)
    (run,) = window.train_page.runs.all
    window.app.monitor.follow(run.path)
    beside.show()
    person.wait_until(lambda: len(beside.plots._losses) >= STEPS, "the second window has them", 300)
    person.rest(1000)
    person.click("annotate_page_button")
    person.press(Qt.Key.Key_1)
    before = len(beside.plots._losses)
    pulse.begin()
    _draw_boxes(person, SECONDS)
    drawing = _say(f"drawing, {os.cpu_count()} cores busy", pulse.end())
    grown = len(beside.plots._losses) > before
    beside.close()
    window.close()
    application.processEvents()
    return reading and watching and drawing and grown
