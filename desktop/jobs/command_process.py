"""A command of this program as a process of its own, for what the window's process must not load."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from core.training.launch import command_line


def command_process(parent: QObject, *words: str) -> QProcess:
    """Return the process, not started yet: connect its signals and call ``start()``."""
    program, *arguments = command_line(*words)
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", str(Path(__file__).parents[2]))
    environment.insert("OMP_WAIT_POLICY", "PASSIVE")  # threads that spin while they wait would slow the window
    if getattr(sys, "frozen", False):
        environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")
    process.setProcessEnvironment(environment)
    process.setProgram(program)
    process.setArguments(arguments)
    return process


def end_process(process: QProcess) -> None:
    """Kill it, wait a moment for it to be gone, and let it be deleted."""
    process.kill()
    process.waitForFinished(3000)
    process.deleteLater()


def last_words(process: QProcess) -> str:
    """Return the last sentence that the process said of what went wrong; empty where it said none."""
    words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
    return words.splitlines()[-1].removeprefix("annotrain: ") if words else ""
