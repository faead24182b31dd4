"""The plots of a run's curves: loss on one, mAP on the other."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from core.training.events import EpochEnded, RunStarted
from desktop import theme
from desktop.jobs.training_monitor import RunNews


class Plots(QWidget):
    """Two plots over the steps of a run; batches of news are appended as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = _Plot(self.tr("Loss"), self.tr("The curves appear with the first step."))
        self.map = _Plot(self.tr("mAP on the validation images"), self.tr("mAP appears after the first epoch."))
        self.map.plot.setYRange(0, 1, padding=0.03)
        self.map.plot.setLimits(yMin=-0.05, yMax=1.05)
        self.map.plot.setXLink(self.loss.plot)
        self._steps = self.loss.add_curve(self.tr("each step"))
        self._train = self.loss.add_curve(self.tr("training, mean of the epoch"), points=True)
        self._val = self.loss.add_curve(self.tr("validation"), points=True)
        self._map50 = self.map.add_curve("mAP50", points=True)
        self._map = self.map.add_curve("mAP", points=True)
        self._step_numbers: NDArray[np.float64] = np.empty(0)
        self._step_losses: NDArray[np.float64] = np.empty(0)
        self._epochs: list[EpochEnded] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.loss, 1)
        layout.addWidget(self.map, 1)
        self.dress()
        theme.notifier().changed.connect(self.dress)

    def clear(self) -> None:
        """Forget the run that was shown."""
        self._step_numbers = self._step_losses = np.empty(0)
        self._epochs = []
        self._draw_steps()
        self._draw_epochs()

    def add(self, news: RunNews) -> None:
        """Append what a run said."""
        if news.fresh:
            self.clear()
        if news.started is not None:
            self._forget_after(news.started)
        if news.steps.size:
            self._step_numbers = np.concatenate([self._step_numbers, news.steps])
            self._step_losses = np.concatenate([self._step_losses, news.losses])
            self._draw_steps()
        epochs = [event for event in news.events if isinstance(event, EpochEnded)]
        if epochs:
            self._epochs += epochs
            self._draw_epochs()

    def _forget_after(self, started: RunStarted) -> None:
        """Drop what was learned in vain before a resume went back to its checkpoint."""
        keep = self._step_numbers <= started.step
        if not keep.all():
            self._step_numbers, self._step_losses = self._step_numbers[keep], self._step_losses[keep]
            self._draw_steps()
        kept = [event for event in self._epochs if event.step <= started.step]
        if len(kept) < len(self._epochs):
            self._epochs = kept
            self._draw_epochs()

    def _draw_steps(self) -> None:
        """Give the plot the losses of the steps."""
        self._steps.setData(self._step_numbers, self._step_losses)
        self.loss.show_hint(self._step_numbers.size == 0)

    def _draw_epochs(self) -> None:
        """Give the plots the points of the epochs."""
        for curve, name in (
            (self._train, "train_loss"),
            (self._val, "val_loss"),
            (self._map50, "map50"),
            (self._map, "map"),
        ):
            points = [(e.step, value) for e in self._epochs if (value := getattr(e, name)) is not None]
            xs, ys = zip(*points, strict=True) if points else ((), ())
            curve.setData(np.array(xs, dtype=float), np.array(ys, dtype=float))
        self.map.show_hint(not any(e.map50 is not None for e in self._epochs))

    def dress(self) -> None:
        """Take the colours of the theme."""
        c = theme.colors()
        lines = [
            ("━", c.steps, self.tr("each step")),
            ("━", c.training, self.tr("training")),
            ("━", c.validation, self.tr("validation")),
        ]
        self.loss.dress(c, lines)
        self.map.dress(c, [("━", c.validation, "mAP50"), ("╍", c.validation, self.tr("mAP (50 to 95)"))])
        self._steps.setPen(pg.mkPen(c.steps, width=1))
        for curve, color, line in (
            (self._train, c.training, Qt.PenStyle.SolidLine),
            (self._val, c.validation, Qt.PenStyle.SolidLine),
            (self._map50, c.validation, Qt.PenStyle.SolidLine),
            (self._map, c.validation, Qt.PenStyle.DashLine),
        ):
            curve.setPen(pg.mkPen(color, width=2, style=line))
            curve.setSymbolBrush(color)
            curve.setSymbolPen(pg.mkPen(None))


class _Plot(QFrame):
    """One plot in a card below its title and legend, with a sentence in its place as long as it is empty."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.plot = pg.PlotWidget(self)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=True, y=False)
        self.plot.setAntialiasing(False)
        self.plot.setMinimumHeight(110)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        self._legend = QLabel()
        self._hint = theme.note(hint, self)  # without a parent the stack would show it as a window of its own
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(theme.heading(title))
        head.addStretch(1)
        head.addWidget(self._legend)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE, theme.SPACE // 2)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addLayout(self._stack, 1)

    def add_curve(self, name: str, *, points: bool = False) -> pg.PlotDataItem:
        """Add a line; ``points`` marks each value, for the few of the epochs."""
        curve = self.plot.plot(name=name, symbol="o" if points else None, symbolSize=5)
        if not points:
            curve.setDownsampling(auto=True, method="peak")
            curve.setClipToView(True)
        return curve

    def show_hint(self, empty: bool) -> None:
        """Show the sentence while the plot is empty."""
        self._stack.setCurrentIndex(0 if empty else 1)
        self._legend.setVisible(not empty)

    def dress(self, c: theme.Colors, legend: Sequence[tuple[str, str, str]]) -> None:
        """Take the colours of the theme; ``legend`` holds (sign, colour, words)."""
        self.plot.setBackground(c.base)
        self.plot.getAxis("left").setWidth(34)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(c.border, width=1))
            axis.setTextPen(pg.mkPen(c.muted))
        self.plot.showGrid(x=False, y=True, alpha=0.12)
        self.plot.setLabel("bottom", self.tr("training step"), color=c.muted)
        words = [f'<span style="color:{color}"><b>{sign}</b></span>&nbsp;{text}' for sign, color, text in legend]
        self._legend.setText(f'<span style="color:{c.muted}">{"&nbsp;&nbsp;&nbsp;&nbsp;".join(words)}</span>')
