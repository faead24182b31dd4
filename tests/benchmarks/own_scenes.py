"""Our side of the scenes that need a process of their own, as ``labelme_scenes.py`` has them; figures as JSON.

opening FOLDER           the folder opens and its first image is shown: time, memory, the longest stall
start                    from nothing to the window
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.benchmarks.timing import Times, Watch

PROJECT = Path(__file__).resolve().parents[2]
WINDOW = (1600, 1000)


def figures(scene: str, *arguments: str | Path) -> dict[str, dict[str, float] | float]:
    """Run a scene in a process of its own, bytecode as an installed program has it, and return its figures by name."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tests.benchmarks.own_scenes", scene, *map(str, arguments)]
    ran = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.strip().splitlines()[-1])


def start() -> dict[str, object]:
    """Return the time from the process's beginning until its window is painted, and until all is built round it."""
    from PySide6.QtWidgets import QApplication

    from desktop.settings import Settings
    from desktop.start import first_window

    application, settings = QApplication([]), Settings()
    window = first_window(settings)
    found = {"start": _since_beginning().as_json()}
    from desktop.app import furnished

    furnished(window, settings)
    application.processEvents()
    found |= {"ready": _since_beginning().as_json(), "memory_mb": _memory()}
    window.close()
    return found


def _since_beginning() -> Times:
    wall = 1000 * (time.time() - psutil.Process().create_time())
    return Times(1000 * time.process_time(), wall, 1)


def opening(folder: str) -> dict[str, object]:
    """Return how long a folder takes until its first image is shown and its list can be used, and what that needs."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from desktop.app import build_window
    from tests.benchmarks.stall import Pulse

    application = QApplication([])
    window = build_window()
    window.resize(*WINDOW)
    window.show()
    application.processEvents()
    page, before = window.annotate_page, _memory()
    loop, pulse = QEventLoop(), Pulse()
    page.pictures.ready.connect(loop.quit)
    pulse.begin()
    with Watch() as watch:
        window.app.open_folder(Path(folder))
        loop.exec()
        application.processEvents()
    gaps = pulse.end()
    assert page.canvas.scene() is not None
    assert page.parts.images.model.rowCount() == len(page.dataset.entries)
    figures = {"open": watch.times.as_json(), "memory_mb": _memory(), "before_mb": before, "gap_ms": float(gaps.max())}
    window.close()
    return figures


def _memory() -> float:
    """Return the resident memory of this process in MB, as the peer's is measured."""
    return psutil.Process().memory_info().rss / 2**20


SCENES = {"opening": opening, "start": start}

if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(SCENES[sys.argv[1]](*sys.argv[2:])) + "\n")
    sys.stdout.flush()
    os._exit(0)  # reading every file in the background is no part of the figures
