"""The curves of a run, drawn from when they are first seen."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs.executor import Executor
from desktop.jobs.late_import import import_late
from desktop.jobs.training_monitor import RunNews

if TYPE_CHECKING:
    from desktop.train.plots import Plots


class Curves(QWidget):
    """The place of the plots. What a run says before anybody looks is kept for them.

    pyqtgraph takes half a second to be imported: neither the window's start nor a person who turns to the page must
    wait for that, so the ``executor`` does it in the background when they are first to be seen.
    """

    def __init__(self, executor: Executor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._plots: Plots | None = None
        self._news: list[RunNews] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    @property
    def plots(self) -> "Plots":
        """The plots, made at the first call."""
        if self._plots is None:
            from desktop.train.plots import Plots

            self._plots = Plots(self)
            self.layout().addWidget(self._plots)
            for news in self._news:
                self._plots.add(news)
            self._news = []
        return self._plots

    def clear(self) -> None:
        """Forget the run that was shown."""
        self._news = []
        if self._plots is not None:
            self._plots.clear()

    def add(self, news: RunNews) -> None:
        """Append what a run said."""
        if self._plots is not None:
            self._plots.add(news)
        else:
            self._news = [news] if news.fresh else [*self._news, news]

    def showEvent(self, event: QShowEvent) -> None:
        """Make the plots, as soon as their library is there."""
        super().showEvent(event)
        if self._plots is None:
            import_late(("desktop.train.plots",), self._executor, lambda: self.plots.show(), self)
