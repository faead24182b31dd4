"""Makes the smaller network in a process of its own: what makes it stands on a package that the window does without."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from core.training.launch import command_line


class Int8Process(QObject):
    """Runs ``annotrain quantise``, one at a time.

    ``done`` comes when there is a report, ``failed`` carries a sentence.
    """

    done = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether one is at work."""
        return self._process is not None

    def start(self, root: Path, model: str, image_set: str, limit: float) -> None:
        """Begin; nothing happens while one is at work."""
        if self.busy:
            return
        program, *words = command_line("quantise", str(root), "--model", model, "--split", image_set, "--limit",
                                       f"{limit:.6f}", "--json")  # fmt: skip
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(Path(__file__).parents[2]))
        if getattr(sys, "frozen", False):
            environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")
        process.setProcessEnvironment(environment)
        process.finished.connect(lambda _code, _status: self._finished(process))
        process.errorOccurred.connect(lambda _error: self._broke(process))
        process.start(program, words)

    def end(self) -> None:
        """Kill it; what it had not put in place yet is gone."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(3000)
            process.deleteLater()

    def _finished(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._process = None
        said = bytes(process.readAllStandardOutput().data())
        words = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        if _is_json(said):
            self.done.emit()
        else:
            last = words.splitlines()[-1] if words else self.tr("The process ended without a word.")
            self.failed.emit(last.removeprefix("annotrain: "))

    def _broke(self, process: QProcess) -> None:
        if process is self._process and process.error() is QProcess.ProcessError.FailedToStart:
            self._process = None
            self.failed.emit(self.tr("No process could be started: {reason}").format(reason=process.errorString()))
            process.deleteLater()


def _is_json(text: bytes) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
