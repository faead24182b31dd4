"""The plots of a run's curves: loss on one, the metrics of its task on the other."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGraphicsItem,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from core.training.events import EpochEnded
from core.training.run_folder import RunState
from desktop import theme
from desktop.jobs.followed_run import RunNews
from desktop.train.series import Series
from desktop.train.words import metric_words

_LOW = 280
_LINES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
REDRAW_MS = 200
"""The plots are drawn anew so often at most, and only while somebody can see them."""


class Plots(QWidget):
    """Two plots over the steps of a run; what is new is kept at once and drawn soon after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = _Plot(self.tr("Loss"), self.tr("The curves appear with the first step."))
        self.metrics = _Plot(
            self.tr("Quality on the validation images"), self.tr("It is measured after the first epoch.")
        )
        self.metrics.plot.setYRange(0, 1, padding=0.03)
        self.metrics.plot.setLimits(yMin=-0.05, yMax=1.05)
        self.metrics.plot.setXLink(self.loss.plot)
        self._steps = self.loss.add_curve(self.tr("each step"))
        self._train = self.loss.add_curve(self.tr("training, mean of the epoch"), points=True)
        self._val = self.loss.add_curve(self.tr("validation"), points=True)
        self._figures = [self.metrics.add_curve(str(place), points=True) for place in range(len(_LINES))]
        self._names: tuple[str, ...] = ()
        self._losses = Series()
        self._epochs: list[EpochEnded] = []
        self._epochs_drawn = False
        self._planned = 0
        self._running = False
        self._reach = (0.0, 0.0, 0.0)
        self._due = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._due.timeout.connect(self._draw)
        self._follows, self._moving = True, False
        self.loss.plot.getViewBox().sigXRangeChanged.connect(self._note_range)
        self.loss.plot.getViewBox().sigRangeChangedManually.connect(self._note_hand)
        for one in (self.loss, self.metrics):
            one.plot.setToolTip(self.tr("Wheel or drag to look at a part; double click for the whole"))
            one.plot.scene().sigMouseClicked.connect(lambda click: self._show_whole() if click.double() else None)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.SPACE)
        self._layout.addWidget(self.loss, 1)
        self._layout.addWidget(self.metrics, 1)
        self.dress()
        theme.notifier().changed.connect(self.dress)

    def clear(self) -> None:
        """Forget the run that was shown."""
        self._losses.clear()
        self._epochs, self._epochs_drawn = [], False
        self._planned, self._reach = 0, (0.0, 0.0, 0.0)
        self._follows = True
        self._draw_soon()

    def add(self, news: RunNews) -> None:
        """Append what a run said."""
        if news.fresh:
            self.clear()
        self._running = news.state is RunState.RUNNING
        if news.started is not None:  # what was learned in vain before a resume went back to its checkpoint is dropped
            self._losses.cut_after(news.started.step)
            self._planned = news.started.epochs * news.started.steps_per_epoch
            self._epochs_drawn = False
            self._epochs = [event for event in self._epochs if event.step <= news.started.step]
        self._losses.append(news.steps, news.losses)
        ended = [event for event in news.events if isinstance(event, EpochEnded)]
        self._epochs_drawn &= not ended
        self._epochs += ended
        self._draw_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while nobody looked."""
        super().showEvent(event)
        self._draw_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as finely as there is room now; where that is low, the plots stand beside each other."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        for one in (self.loss, self.metrics):
            one.plot.getAxis("bottom").showLabel(not low)
        self._draw_soon()

    @Slot()
    def _note_hand(self, *_changed: object) -> None:
        """A person looks at a part: stay there until another run is chosen, or all is asked for."""
        self._follows = False

    def _show_whole(self) -> None:
        """Show the whole run again."""
        self._follows, self._reach = True, (0.0, 0.0, 0.0)
        self._draw_soon()

    @Slot()
    def _note_range(self, *_range: object) -> None:
        """Another part is looked at: draw it as finely as there is room."""
        if not self._moving:
            self._draw_soon()

    @Slot()
    def _draw_soon(self) -> None:
        if self.isVisible() and not self._due.isActive():
            self._due.start()

    @Slot()
    def _draw(self) -> None:
        """Give the plots their points."""
        if not self.isVisible():
            return
        self._draw_steps()
        if not self._epochs_drawn:
            self._epochs_drawn = True
            self._draw_epochs()

    def _draw_steps(self) -> None:
        """Give the plot as much of the losses of the steps as it has room for."""
        box = self.loss.plot.getViewBox()
        if self._follows:
            self._reach_out()
        first, last = box.viewRange()[0]
        self._steps.setData(*self._losses.thinned(first, last, max(100, int(box.width()))))
        self.loss.show_hint(len(self._losses) == 0)

    def _reach_out(self) -> None:
        """Show the whole run. The ranges change seldom, for with them all that stands beside the curves is drawn anew.

        To the right they reach as far as the run is planned, upwards and downwards a tenth beyond the losses.
        """
        if not len(self._losses):
            return
        right, lowest, highest = self._reach
        last, (low, high) = self._losses.xs[-1], self._losses.extent
        means = [loss for event in self._epochs for loss in (event.train_loss, event.val_loss) if loss is not None]
        low, high = min([low, *means]), max([high, *means])
        far = max(self._planned, last * 1.1) if self._running else last
        if last <= right <= max(far, last) and lowest <= low and high <= highest:
            return
        room = 0.1 * (high - low) or 0.1 * abs(high) or 1.0
        self._reach = far, low - room, high + room
        self._moving = True
        self.loss.plot.setXRange(0, self._reach[0], padding=0.01)
        self.loss.plot.setYRange(*self._reach[1:], padding=0)
        self._moving = False

    def _draw_epochs(self) -> None:
        """Give the plots the points of the epochs; of the task's figures the first two are drawn."""
        _draw_points(self._train, [(event.step, event.train_loss) for event in self._epochs])
        _draw_points(self._val, [(event.step, event.val_loss) for event in self._epochs])
        names = tuple(self._epochs[-1].metrics)[: len(_LINES)] if self._epochs else ()
        for place, curve in enumerate(self._figures):
            name = names[place] if place < len(names) else ""
            _draw_points(curve, [(event.step, event.metrics.get(name)) for event in self._epochs])
        self.metrics.show_hint(not any(event.headline is not None for event in self._epochs))
        if names != self._names:
            self._names = names
            self.dress()

    def dress(self) -> None:
        """Take the colours of the theme."""
        c = theme.colors()
        lines = [
            ("━", c.steps, self.tr("each step")),
            ("━", c.training, self.tr("training")),
            ("━", c.validation, self.tr("validation")),
        ]
        self.loss.dress(c, lines)
        signs = zip("━╍", self._names, strict=False)
        self.metrics.dress(c, [(sign, c.validation, metric_words(name)) for sign, name in signs])
        self._steps.setPen(pg.mkPen(c.steps, width=1))
        for curve, color, line in (
            (self._train, c.training, Qt.PenStyle.SolidLine),
            (self._val, c.validation, Qt.PenStyle.SolidLine),
            *((curve, c.validation, line) for curve, line in zip(self._figures, _LINES, strict=True)),
        ):
            curve.setPen(pg.mkPen(color, width=2, style=line))
            curve.setSymbolBrush(color)
            curve.setSymbolPen(pg.mkPen(None))


def _draw_points(curve: pg.PlotDataItem, points: Sequence[tuple[float, float | None]]) -> None:
    """Give a curve those of the points that have a value."""
    there = np.array([point for point in points if point[1] is not None], dtype=float).reshape(-1, 2)
    curve.setData(there[:, 0], there[:, 1])


class _Plot(QFrame):
    """One plot in a card below its title and legend, with a sentence in its place as long as it is empty."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.plot = pg.PlotWidget(self, enableMenu=False)  # made and then turned off, the menu takes half the time
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it knows no keys
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=True, y=False)
        self.plot.setAntialiasing(False)
        self.plot.setMinimumHeight(64)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        self._legend = QLabel()
        self._legend_width = 0  # in one line
        self._hint = theme.note(hint, self)  # without a parent the stack would show it as a window of its own
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = theme.heading(title)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._legend)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE, theme.SPACE // 2)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(self._head)
        column.addLayout(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the legend below the title where both do not fit beside each other."""
        super().resizeEvent(event)
        self._place_legend()

    def _place_legend(self) -> None:
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right() - theme.SPACE
        way = QBoxLayout.Direction
        beside = self._title.sizeHint().width() + self._legend_width <= room
        self._head.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._legend.setWordWrap(not beside)

    def add_curve(self, name: str, *, points: bool = False) -> pg.PlotDataItem:
        """Add a line; ``points`` marks each value, for the few of the epochs."""
        return self.plot.plot(name=name, symbol="o" if points else None, symbolSize=5)

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
            # Its words and grid lines are kept as a picture: to draw them anew at each step costs more than the curve.
            axis.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            axis.setPen(pg.mkPen(c.border, width=1))
            axis.setTextPen(pg.mkPen(c.muted))
        self.plot.showGrid(x=False, y=True, alpha=0.12)
        self.plot.setLabel("bottom", self.tr("training step"), color=c.muted)
        words = [f'<span style="color:{color}"><b>{sign}</b></span>&nbsp;{text}' for sign, color, text in legend]
        self._legend.setText(f'<span style="color:{c.muted}">{"&nbsp;&nbsp;&nbsp; ".join(words)}</span>')
        self._legend.setWordWrap(False)
        self._legend_width = self._legend.sizeHint().width()
        self._place_legend()
