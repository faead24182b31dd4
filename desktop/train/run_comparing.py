"""Reads the runs that are selected, whenever somebody looks at their comparison."""

from PySide6.QtCore import QObject, Signal, Slot

from core.review.run_comparison import RunComparison, compare, read_run
from core.training.run_folder import RunFolder
from desktop.jobs.executor import Executor
from desktop.jobs.run_rows import RunSummary
from desktop.train.compare_panel import ComparePanel
from desktop.train.run_list import RunList

MOST = 8
"""More curves than this cannot be told apart."""


class RunComparing(QObject):
    """Stands between the list of runs and the panel that compares them."""

    failed = Signal(object)

    def __init__(self, panel: ComparePanel, runs: RunList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._runs = runs
        self._metric: str | None = None
        self._shown: list[tuple[object, ...]] = []
        self._executor = Executor(self)
        runs.selection_changed.connect(self.look)
        panel.shown.connect(self.look)
        panel.metric_chosen.connect(self._sort_by)

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    @Slot()
    def look(self) -> None:
        """Compare what is selected, if somebody looks and something has changed."""
        if not self._panel.isVisible():
            return
        selected = self._runs.selected[:MOST]
        wanted = [_stamp(run) for run in selected]
        if wanted == self._shown:
            return
        self._shown = wanted
        if len(selected) < 2:
            self._panel.show_nothing()
            return
        folders, metric = [RunFolder(run.path) for run in selected], self._metric
        self._executor.submit(
            lambda: compare([read_run(folder) for folder in folders], metric),
            self._show,
            self.failed.emit,
            key="compare",
            owner=self,
        )

    @Slot(str)
    def _sort_by(self, metric: str) -> None:
        self._metric, self._shown = metric, []
        self.look()

    def _show(self, comparison: RunComparison) -> None:
        if self._shown:
            self._panel.show_comparison(comparison)


def _stamp(run: RunSummary) -> tuple[object, ...]:
    """Return what changes when a run has more to say: another epoch, another state."""
    return run.path, run.epoch, run.state, run.model
