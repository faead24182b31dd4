"""labelme, the peer, in a virtual environment of its own: the same scene through its window, its figures as JSON."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / ".cache" / "benchmarks" / "labelme"
WANTED = ("labelme", "psutil")
PYTHONS = ("python3.13", "python3.12")
"""labelme 7 wants one of these; where neither is there, the newest labelme that this Python can have is measured."""
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
        [_newest_python(), "-m", "venv", "--clear", str(FOLDER)],
        [str(interpreter), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *WANTED],
    )
    for step in steps:
        ran = subprocess.run(step, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            _say(f"labelme cannot be installed, so that there is no ratio: {_last_line(ran.stderr)}")
            return None
    ready.touch()
    return interpreter


def _newest_python() -> str:
    found = (shutil.which(name) for name in PYTHONS)
    works = (path for path in found if path and subprocess.run([path, "-V"], capture_output=True).returncode == 0)
    return next(works, sys.executable)


def version() -> str:
    """Return which labelme is measured, such as '7.1.0'; empty where it is not to be had."""
    interpreter = python()
    if interpreter is None:
        return ""
    code = "from importlib.metadata import version; print(version('labelme'))"
    return subprocess.run([interpreter, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


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
