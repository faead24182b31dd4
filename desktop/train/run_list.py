"""The runs of a project, newest first."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.training.run_folder import RunState
from desktop import theme
from desktop.jobs.training_monitor import RunSummary
from desktop.train.tiles import of_all, state_words

_SIGNS = {
    RunState.QUEUED: ("clock", "muted"),
    RunState.RUNNING: ("play", "accent"),
    RunState.FINISHED: ("success", "success"),
    RunState.STOPPED: ("stop", "muted"),
    RunState.FAILED: ("warning", "danger"),
    RunState.LOST: ("warning", "warning"),
}


class RunList(QListWidget):
    """Rows that keep the chosen one chosen while they change."""

    run_chosen = Signal(object)  # Path, or None when the list has become empty

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_list")
        self.setToolTip(self.tr("Runs of this project: choose one to see its curves"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._runs: list[RunSummary] = []
        self.currentRowChanged.connect(self._choose)
        theme.notifier().changed.connect(self._redraw)

    @property
    def all(self) -> tuple[RunSummary, ...]:
        """The runs, newest first."""
        return tuple(self._runs)

    @property
    def chosen(self) -> RunSummary | None:
        """The run that is chosen, if any."""
        row = self.currentRow()
        return self._runs[row] if 0 <= row < len(self._runs) else None

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs. The chosen one stays chosen; at first, and when a new one appears, the newest is."""
        known = {run.path for run in self._runs}
        chosen = self.chosen
        fresh = next((run.path for run in runs if run.path not in known), None) if known else None
        wanted = fresh or (chosen.path if chosen else None)
        self.blockSignals(True)
        self._runs = list(runs)
        self._match_rows()
        row = next((number for number, run in enumerate(runs) if run.path == wanted), 0 if runs else -1)
        self.setCurrentRow(row)
        self.blockSignals(False)
        if self.chosen is None or chosen is None or self.chosen.path != chosen.path:
            self._choose(row)

    def choose(self, path: Path) -> None:
        """Choose the run in ``path`` if it is there."""
        for number, run in enumerate(self._runs):
            if run.path == path:
                self.setCurrentRow(number)

    def _match_rows(self) -> None:
        """Have as many rows as runs, each saying what is known of its run."""
        while self.count() > len(self._runs):
            self.takeItem(self.count() - 1)
        while self.count() < len(self._runs):
            self.addItem(QListWidgetItem())
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        """Write every row anew."""
        for number, run in enumerate(self._runs):
            row = self.item(number)
            sign, color = _SIGNS[run.state]
            row.setIcon(theme.picture(sign, getattr(theme.colors(), color), 18, self.devicePixelRatioF()))
            row.setText(f"{run.model or run.spec.name}\n{_second_line(run)}")
            row.setToolTip(run.message or f"{state_words(run.state)}: {run.path.name}")
            row.setData(Qt.ItemDataRole.UserRole, str(run.path))

    @Slot(int)
    def _choose(self, _row: int) -> None:
        """Say which run is chosen now."""
        self.run_chosen.emit(self.chosen.path if self.chosen else None)


def _second_line(run: RunSummary) -> str:
    """Return state, progress, quality and time of a run in one short line."""
    parts = [state_words(run.state)]
    if run.state in (RunState.RUNNING, RunState.STOPPED, RunState.LOST) and run.epoch:
        parts[0] += " " + of_all(run.epoch, run.spec.epochs)
    if run.best_map50 is not None:
        parts.append(f"mAP50 {run.best_map50:.2f}")
    if run.started is not None:
        parts.append(when(run.started))
    return " · ".join(parts)


def when(seconds: float) -> str:
    """Return a time of this day as hours and minutes, of another with its date."""
    there = time.localtime(seconds)
    return time.strftime("%H:%M" if there[:3] == time.localtime()[:3] else "%d %b %H:%M", there)
