"""The charts of the statistics page: bars, points and a map, of which each part can be clicked."""

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QToolTip, QVBoxLayout, QWidget

from desktop import theme

_ROWS = 14
"""So many bars stand below one another; the table has them all."""
_FEW = 7
"""Counts below this would get marks between whole numbers."""
Ask = Callable[[str], None]


class Chart(QFrame):
    """A card with a title, a plot, and a sentence in its place while there is nothing to show."""

    def __init__(self, name: str, title: str, ask: Ask) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._ask = ask
        self.plot = pg.PlotWidget()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it knows no keys
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        self.plot.scene().sigMouseClicked.connect(self._click)
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self._hint = theme.note("", self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = theme.note("", self)
        self.note.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(theme.heading(title, self))
        head.addStretch(1)
        head.addWidget(self.note)
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE, theme.SPACE)
        column.addLayout(head)
        column.addWidget(room, 1)

    def show_hint(self, text: str | None) -> None:
        """Say why there is nothing to show; None shows the plot."""
        self._hint.setText(text or "")
        self._stack.setCurrentIndex(1 if text else 0)
        self.note.setVisible(not text)

    def dress(self) -> None:
        """Take the colours of the theme."""
        colors = theme.colors()
        self.plot.setBackground(colors.base)
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(colors.border, width=1))
            axis.setTextPen(pg.mkPen(colors.muted))

    def query_at(self, point: QPointF) -> tuple[str, str] | None:
        """Return the query of what lies at a point of the plot, and what it is in words; None for nothing."""
        raise NotImplementedError

    def _click(self, event: object) -> None:
        found = self._at(event.scenePos())
        if found is not None:
            self._ask(found[0])

    def _hover(self, scene: QPointF) -> None:
        found = self._at(scene)
        self.plot.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found is not None:
            QToolTip.showText(self.plot.mapToGlobal(self.plot.mapFromScene(scene)), found[1], self.plot)

    def _at(self, scene: QPointF) -> tuple[str, str] | None:
        box = self.plot.getPlotItem().vb
        return self.query_at(box.mapSceneToView(scene)) if box.sceneBoundingRect().contains(scene) else None


class Bars(Chart):
    """Bars with a name, a value and a query each: below one another with names, or side by side as a histogram."""

    def __init__(self, name: str, title: str, ask: Ask, *, lying: bool = True) -> None:
        super().__init__(name, title, ask)
        self._lying = lying
        self.rows: list[tuple[str, float, str]] = []
        self._colors: list[str] | None = None
        self._line: float | None = None

    def show_rows(
        self, rows: Sequence[tuple[str, float, str]], colors: Sequence[str] | None = None, line: float | None = None
    ) -> None:
        """Show (name, value, query) rows, in their own colours where there are some, and a line at a value."""
        self.rows, self._line = list(rows), line
        self._colors = list(colors) if colors is not None else None
        self.dress()

    def dress(self) -> None:
        """Draw the bars anew in the colours of the theme."""
        super().dress()
        self.plot.clear()
        shown = self.rows[:_ROWS] if self._lying else self.rows
        if not shown:
            return
        colors = self._colors or [theme.colors().accent] * len(shown)
        brushes = [pg.mkBrush(color) for color in colors[: len(shown)]]
        values = [value for _name, value, _query in shown]
        if self._lying:
            self._draw_lying(shown, values, brushes)
        else:
            bars = pg.BarGraphItem(x=range(len(shown)), height=values, width=0.86, brushes=brushes, pen=None)
            self.plot.addItem(bars)
            step = max(1, -(-len(shown) // 7))
            ticks = [(place, row[0]) for place, row in enumerate(shown) if place % step == 0]
            self.plot.getAxis("bottom").setTicks([ticks])
            self.plot.setXRange(-0.6, len(shown) - 0.4, padding=0)
            self.plot.setYRange(0, max(values) * 1.08 or 1, padding=0)
            self._count_whole("left", max(values))
            self.plot.showGrid(x=False, y=True, alpha=0.12)

    def _draw_lying(self, shown: Sequence[tuple[str, float, str]], values: list[float], brushes: list[object]) -> None:
        places = [-place for place in range(len(shown))]
        width = max(*values, self._line or 0, 1) * 1.16
        self.plot.addItem(pg.BarGraphItem(x0=0, y=places, width=values, height=0.72, brushes=brushes, pen=None))
        for place, value in zip(places, values, strict=True):
            text = pg.TextItem(f"{value:g}", color=theme.colors().muted, anchor=(0, 0.5))
            text.setPos(value, place)
            self.plot.addItem(text)
        if self._line is not None:
            pen = pg.mkPen(theme.colors().danger, width=1, style=Qt.PenStyle.DashLine)
            self.plot.addItem(pg.InfiniteLine(self._line, angle=90, pen=pen))
        names = [_short(row[0]) for row in shown]
        axis = self.plot.getAxis("left")
        axis.setTicks([list(zip(places, names, strict=True))])
        axis.setWidth(max(self.fontMetrics().horizontalAdvance(name) for name in names) + 16)
        self.plot.setXRange(0, width, padding=0)
        self._count_whole("bottom", width)
        self.plot.setYRange(-max(len(shown), 4) + 0.4, 0.6, padding=0)

    def _count_whole(self, side: str, most: float) -> None:
        """Mark whole numbers alone on the axis of that side, up to ``most``: there is no half image."""
        few = [[(count, str(count)) for count in range(int(most) + 1)]] if most < _FEW else None
        self.plot.getAxis(side).setTicks(few)

    def query_at(self, point: QPointF) -> tuple[str, str] | None:
        """Return the bar at that place, anywhere along its length."""
        number = round(-point.y()) if self._lying else round(point.x())
        if not 0 <= number < min(len(self.rows), _ROWS if self._lying else len(self.rows)):
            return None
        name, value, query = self.rows[number]
        return query, f"{name}: {value:g}"


class Sizes(Chart):
    """Widths and heights of objects as points on logarithmic axes, with the corner of those too small to be learned."""

    def __init__(self, name: str, title: str, ask: Ask) -> None:
        super().__init__(name, title, ask)
        self._sizes: NDArray[np.float64] = np.empty((0, 2))
        self._tiny: NDArray[np.bool_] = np.empty(0, dtype=bool)
        self._limit = 0.0
        self.plot.setLogMode(x=True, y=True)

    def show_sizes(self, sizes: NDArray[np.float64], tiny: NDArray[np.bool_], limit: float) -> None:
        """Show (N, 2) widths and heights in pixels; ``limit`` pixels are the side below which an object is tiny."""
        above = (sizes > 0).all(axis=1)
        self._sizes, self._tiny, self._limit = sizes[above], tiny[above], limit
        self.dress()

    def dress(self) -> None:
        """Draw the points anew in the colours of the theme."""
        super().dress()
        colors = theme.colors()
        self.plot.clear()
        self.plot.setLabel("bottom", self.tr("width, pixels"), color=colors.muted)
        self.plot.setLabel("left", self.tr("height, pixels"), color=colors.muted)
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        if not len(self._sizes):
            return
        if self._limit > 0:
            corner = np.log10(self._limit)
            zone = pg.QtWidgets.QGraphicsRectItem(QRectF(-3, -3, corner + 3, corner + 3))
            color = pg.mkColor(colors.danger)
            color.setAlpha(36)
            zone.setBrush(pg.mkBrush(color))
            zone.setPen(pg.mkPen(colors.danger, width=1, style=Qt.PenStyle.DashLine))
            self.plot.addItem(zone, ignoreBounds=True)
        for which, color_name in ((~self._tiny, colors.accent), (self._tiny, colors.danger)):
            color = pg.mkColor(color_name)
            color.setAlpha(110)
            self.plot.plot(
                self._sizes[which, 0], self._sizes[which, 1], pen=None, symbol="s", symbolSize=4, symbolPen=None,
                symbolBrush=color,
            )  # fmt: skip
        low, high = np.log10(self._sizes.min(axis=0)), np.log10(self._sizes.max(axis=0))
        marks = [
            (float(np.log10(value)), f"{value:g}") for power in range(-1, 6) for value in (10**power, 3 * 10**power)
        ]
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setTicks([marks])
        self.plot.setXRange(low[0] - 0.1, high[0] + 0.1, padding=0)
        self.plot.setYRange(low[1] - 0.1, high[1] + 0.1, padding=0)

    def query_at(self, point: QPointF) -> tuple[str, str] | None:
        """Return the objects about as large as the point that is nearest."""
        if not len(self._sizes):
            return None
        logs = np.log10(self._sizes)
        (x0, x1), (y0, y1) = self.plot.getPlotItem().vb.viewRange()
        spans = np.array((max(x1 - x0, 1e-6), max(y1 - y0, 1e-6)))
        away = np.hypot(*((logs - (point.x(), point.y())) / spans).T)
        nearest = int(away.argmin())
        if away[nearest] > 0.03:
            return None
        width, height = self._sizes[nearest]
        query = f"w:{_about(width)} h:{_about(height)}"
        return query, self.tr("{width} × {height} pixels").format(width=f"{width:g}", height=f"{height:g}")


class Heat(Chart):
    """Where the middles of the objects lie in their pictures: the darker or brighter, the more."""

    def __init__(self, name: str, title: str, ask: Ask) -> None:
        super().__init__(name, title, ask)
        self._counts: NDArray[np.float64] = np.zeros((1, 1))
        self.prefix = ""
        self.plot.invertY(True)
        self.plot.hideAxis("left")
        self.plot.hideAxis("bottom")

    def show_counts(self, counts: NDArray[np.float64]) -> None:
        """Show how many objects lie in each cell, (down, across)."""
        self._counts = counts
        self.dress()

    def dress(self) -> None:
        """Draw the map anew in the colours of the theme."""
        super().dress()
        colors = theme.colors()
        self.plot.clear()
        ends = [colors.base, colors.accent, colors.warning]
        table = pg.ColorMap((0.0, 0.6, 1.0), [pg.mkColor(color) for color in ends]).getLookupTable(0, 1, 256)
        picture = pg.ImageItem(np.sqrt(self._counts), axisOrder="row-major")
        picture.setLookupTable(table)
        picture.setRect(QRectF(0, 0, 1, 1))
        self.plot.addItem(picture)
        frame = pg.QtWidgets.QGraphicsRectItem(QRectF(0, 0, 1, 1))
        frame.setPen(pg.mkPen(colors.border, width=1))
        self.plot.addItem(frame)
        self.plot.setXRange(0, 1, padding=0.01)
        self.plot.setYRange(0, 1, padding=0.01)

    def query_at(self, point: QPointF) -> tuple[str, str] | None:
        """Return the objects with their middle in the cell at that place."""
        down, across = self._counts.shape
        column, row = int(point.x() * across), int(point.y() * down)
        if not (0 <= point.x() < 1 and 0 <= point.y() < 1) or not self._counts[row, column]:
            return None
        ends = [f"{value:.4g}" for value in (column / across, (column + 1) / across, row / down, (row + 1) / down)]
        query = f"{self.prefix}x:{ends[0]}..{ends[1]} y:{ends[2]}..{ends[3]}"
        return query, f"{self._counts[row, column]:g}"


def _about(value: float) -> str:
    """Return a stretch of a twentieth round a value, as a search takes it."""
    return f"{value * 0.95:.4g}..{value * 1.05:.4g}"


def _short(name: str) -> str:
    return name if len(name) <= 16 else name[:15] + "…"
