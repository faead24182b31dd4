"""Measures in a process of its own what no benchmark set knows yet: there torch may be loaded."""

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.jobs.command_process import command_process, end_process, last_words


@dataclass(frozen=True)
class Measuring:
    """How far it has come: network ``number`` of ``of``, and of its images ``done`` of ``images``."""

    set: str
    model: str
    which: str
    number: int
    of: int
    done: int
    images: int


class BenchmarkProcess(QObject):
    """Runs ``annotrain benchmark``, one at a time; results are read from disk by whoever hears of them."""

    progressed = Signal(object)  # Measuring
    measured = Signal()  # a network is done, or all are
    ended = Signal(str)  # why it broke off, nothing where it did not

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._rest = b""
        self._number = 0
        self._whole = False

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._process is not None

    def start(self, root: Path) -> None:
        """Begin; nothing happens while it is at work."""
        if self.busy:
            return
        self._rest, self._number, self._whole = b"", 0, False
        process = self._process = command_process(self, "benchmark", str(root), "--follow")
        process.readyReadStandardOutput.connect(lambda: self._read(process))
        process.finished.connect(lambda _code, _status: self._finished(process))
        process.errorOccurred.connect(lambda _error: self._broke(process))
        process.start()

    def end(self) -> None:
        """Kill it; what was measured stays."""
        process, self._process = self._process, None
        if process is not None:
            end_process(process)

    def _read(self, process: QProcess) -> None:
        *lines, self._rest = (self._rest + bytes(process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            if line.startswith(b'{"set"'):
                self._tell(Measuring(**json.loads(line)))
            elif line.startswith(b"{"):  # the result, which comes last
                self._whole = True

    def _tell(self, measuring: Measuring) -> None:
        if self._number and measuring.number != self._number:
            self.measured.emit()
        self._number = measuring.number
        self.progressed.emit(measuring)

    def _finished(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._read(process)
        self._process = None
        words = "" if self._whole else last_words(process) or self.tr("The process ended without a word.")
        process.deleteLater()
        self.measured.emit()
        self.ended.emit(words)

    def _broke(self, process: QProcess) -> None:
        if process is self._process and process.error() is QProcess.ProcessError.FailedToStart:
            self._process = None
            self.ended.emit(self.tr("No process could be started: {reason}").format(reason=process.errorString()))
            process.deleteLater()
