"""Keeps how a version is used: from which score on its suggestions are shown, and by which network it predicts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.inference.model_folder import ModelFolder
from core.inference.model_use import ModelUse
from desktop.jobs.executor import Executor
from desktop.numbers import number


class VersionUse(QObject):
    """Writes a person's choice in the background, and says so."""

    kept = Signal(object, object)  # ModelFolder, ModelUse
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = Executor(self)

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    def keep_threshold(self, model: ModelFolder | None, threshold: float) -> None:
        """Show the version's suggestions from this score on."""
        threshold = round(threshold, 2)
        self._change(
            model,
            lambda use: ModelUse(threshold=threshold, quantised=use.quantised),
            self.tr("Suggestions of this version are shown from {threshold} on.").format(
                threshold=number(threshold, 2)
            ),
        )

    def use_int8(self, model: ModelFolder | None, *, used: bool) -> None:
        """Let the version predict with its INT8 network, or with its full one."""
        words = (
            self.tr("This version predicts with its INT8 network.")
            if used
            else self.tr("This version predicts with its full network.")
        )
        self._change(model, lambda use: ModelUse(threshold=use.threshold, quantised=used), words)

    def _change(self, model: ModelFolder | None, change: Callable[[ModelUse], ModelUse], words: str) -> None:
        """Keep another choice of how the version is used, and say so."""
        if model is None:
            return

        def work() -> ModelUse:
            changed = change(ModelUse.read(model.path))
            changed.write(model.path)
            return changed

        def done(use: ModelUse) -> None:
            self.said.emit(words)
            self.kept.emit(model, use)

        self._executor.submit(work, done, self.failed.emit, owner=self, must_run=True)
