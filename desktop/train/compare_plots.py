"""The curves of several runs laid over each other: validation loss, and one metric, over the epochs."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from core.review.run_comparison import ComparedRun
from desktop import theme
from desktop.train.words import metric_words

INKS = {
    False: ("#2459d3", "#d9480f", "#1a7f4b", "#9b3fb5", "#b07d00", "#0f8a9d", "#c02b6f", "#5a6478"),
    True: ("#6ea3ff", "#ff9a5c", "#4cc38a", "#d78bf0", "#f0c04a", "#4fd0e3", "#ff8ac0", "#9aa5b6"),
}
"""A colour for each run in turn, on light and on dark ground."""


def ink(place: int) -> str:
    """Return the colour of the run at ``place``."""
    inks = INKS[theme.colors().dark]
    return inks[place % len(inks)]


class ComparePlots(QWidget):
    """Two plots with a line a run; training losses are dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss, self.quality = _Plot(), _Plot()
        self.quality.plot.setYRange(0, 1, padding=0.03)
        self.quality.plot.setXLink(self.loss.plot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.loss, 1)
        layout.addWidget(self.quality, 1)

    def show_runs(self, runs: Sequence[ComparedRun], metric: str) -> None:
        """Draw these runs in their colours; ``metric`` is the headline that their curves have."""
        self.loss.title.setText(self.tr("Loss: validation solid, training dashed"))
        self.quality.title.setText(metric_words(metric) or self.tr("Quality on the validation images"))
        for part in (self.loss, self.quality):
            part.dress()
        for place, run in enumerate(runs):
            curves, color = run.curves, ink(place)
            self.loss.draw(curves.epochs, curves.train, color, Qt.PenStyle.DashLine)
            self.loss.draw(curves.epochs, curves.val, color, Qt.PenStyle.SolidLine)
            if curves.metric == metric:
                self.quality.draw(curves.epochs, curves.quality, color, Qt.PenStyle.SolidLine)


class _Plot(QFrame):
    """One plot in a card below its title."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = theme.heading("")
        self.title.setWordWrap(True)
        self.plot = pg.PlotWidget(self)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it knows no keys
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=True, y=False)
        self.plot.setMinimumHeight(90)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE, theme.SPACE // 2)
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(self.title)
        column.addWidget(self.plot, 1)

    def draw(self, xs: np.ndarray, ys: np.ndarray, color: str, line: Qt.PenStyle) -> None:
        """Add a line through what was measured."""
        there = np.isfinite(ys)
        width = 2 if line is Qt.PenStyle.SolidLine else 1
        self.plot.plot(xs[there], ys[there], pen=pg.mkPen(color, width=width, style=line))

    def dress(self) -> None:
        """Take everything away, and the colours of the theme."""
        c = theme.colors()
        self.plot.clear()
        self.plot.setBackground(c.base)
        self.plot.getAxis("left").setWidth(34)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(c.border, width=1))
            axis.setTextPen(pg.mkPen(c.muted))
        self.plot.showGrid(x=False, y=True, alpha=0.12)
        self.plot.setLabel("bottom", self.tr("epoch"), color=c.muted)
