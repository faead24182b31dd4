"""A thread that follows the runs of a project and tells the window what is new, some ten times a second at most."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.training.load import LoadMeter
from core.training.run_folder import RunFolder
from desktop.jobs.followed_run import FollowedRun, RunNews
from desktop.jobs.run_rows import RunRows, RunSummary

__all__ = ["RunNews", "RunSummary", "TrainingMonitor"]

TICK_S = 0.1
"""How often the run that is looked at is read."""
LIST_EVERY = 20
"""After how many ticks the list of runs is looked through: two seconds."""


class TrainingMonitor(QObject):
    """Reads run folders in a thread of its own; every signal arrives on the main thread."""

    news = Signal(object)  # RunNews of the run that is followed
    runs_changed = Signal(object)  # list[RunSummary], newest first, whenever a row has changed
    run_ended = Signal(object)  # RunSummary of a run that was seen running and has ended since
    load_changed = Signal(object)  # Load of this computer, every two seconds

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._closed = False
        self._runs_folder: Path | None = None
        self._followed: Path | None = None
        self._thread = threading.Thread(target=self._loop, name="annotrain runs", daemon=True)
        self._thread.start()

    def watch(self, runs_folder: Path | None) -> None:
        """Look after the runs below ``runs_folder`` from now on."""
        with self._lock:
            self._runs_folder = runs_folder
            self._followed = None
        self._wake.set()

    def follow(self, run: Path | None) -> None:
        """Read this run's events from their beginning and on; what is new comes by :attr:`news`."""
        with self._lock:
            self._followed = run
        self._wake.set()

    def refresh(self) -> None:
        """Look now instead of within two seconds."""
        self._wake.set()

    def shutdown(self) -> None:
        """End the thread and wait for it; nothing is emitted afterwards."""
        self._closed = True
        self._wake.set()
        self._thread.join()

    def _loop(self) -> None:
        """Read until closed."""
        look = RunRows(None)
        meter: LoadMeter | None = None
        page: FollowedRun | None = None
        tick = 0
        while not self._closed:
            with self._lock:
                folder, run = self._runs_folder, self._followed
            if folder != look.folder:
                look, tick = RunRows(folder), 0
            if (page.run.path if page else None) != run:
                page = FollowedRun(RunFolder(run)) if run is not None else None
            if page is not None:
                for piece in page.read():
                    self._tell(self.news, piece)
                    if self._closed or self._followed != run:
                        break  # a long run is read piece by piece, and nobody wants the rest
            if tick % LIST_EVERY == 0 or (page is not None and page.ended_now):
                self._tell_runs(look)
                if folder is not None:
                    meter = meter or LoadMeter()
                    self._tell(self.load_changed, meter.measure())
            tick += 1
            if self._wake.wait(TICK_S):
                self._wake.clear()
                tick = 0

    def _tell_runs(self, look: RunRows) -> None:
        """Emit the list of runs where it has changed, and each run that has ended."""
        rows, ended = look.again()
        if rows is not None:
            self._tell(self.runs_changed, rows)
        for row in ended:
            self._tell(self.run_ended, row)

    def _tell(self, signal: Signal, value: object) -> None:
        """Emit unless the window is gone."""
        if not self._closed:
            signal.emit(value)
