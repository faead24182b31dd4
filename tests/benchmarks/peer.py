"""labelme, the peer, in a virtual environment of its own: the same scene through its window, its figures as JSON."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".cache" / "benchmarks" / "labelme"
WANTED = ("labelme==6.3.1", "psutil")
"""The last labelme for Python 3.11; 7 wants 3.12 and hides what the scenes drive."""
PATIENCE_S = 1800


@cache
def python() -> Path | None:
    """Return the interpreter that has labelme, made at the first call; None where it cannot be installed."""
    interpreter = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = FOLDER / "ready"
    if ready.exists():
        return interpreter
    _say("Installing labelme beside the benchmarks, once; this takes some minutes.")
    steps = (
        [sys.executable, "-m", "venv", "--clear", str(FOLDER)],
        [str(interpreter), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *WANTED],
    )
    for step in steps:
        ran = subprocess.run(step, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            _say(f"labelme cannot be installed, so that there is no ratio: {_last_line(ran.stderr)}")
            return None
    ready.touch()
    return interpreter


def figures(scene: str, *arguments: str | Path) -> dict[str, dict[str, float] | float]:
    """Run a scene of ``labelme_scenes.py`` and return its figures by name; none where labelme is not to be had.

    Times are in the form that ``timing.from_json`` takes, other figures plain numbers.
    """
    interpreter = python()
    if interpreter is None:
        return {}
    command = [str(interpreter), "-m", "tests.benchmarks.labelme_scenes", scene, *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "ignore"}
    environment.pop("QT_QPA_PLATFORM_PLUGIN_PATH", None)  # ours, where OpenCV set it, is not its Qt
    ran = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    if ran.returncode != 0:
        _say(f"labelme's scene '{scene}' failed, so that there is no ratio: {_last_line(ran.stderr)}")
        return {}
    return json.loads(ran.stdout.strip().splitlines()[-1])


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "it gave no reason")


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
