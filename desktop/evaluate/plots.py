"""The plots of the evaluation page: each in a card, with a title, a legend, and a sentence while it is empty."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from core.review.evaluation.calibration import Calibration
from core.review.evaluation.curves import Curve
from desktop import theme


class PlotCard(QFrame):
    """One plot; subclasses draw into it anew in ``redraw``, which is called when the theme changes as well."""

    def __init__(self, name: str, title: str, hint: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.plot = pg.PlotWidget(self)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it knows no keys
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setFrameShape(QFrame.Shape.NoFrame)
        self.plot.setMinimumHeight(150)
        self._hint = theme.note(hint, self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._legend = QLabel()
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        head = QHBoxLayout()
        head.addWidget(theme.heading(title, self))
        head.addStretch(1)
        head.addWidget(self._legend)
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.plot)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE, theme.SPACE // 2)
        column.setSpacing(theme.SPACE // 2)
        column.addLayout(head)
        column.addWidget(room, 1)
        theme.notifier().changed.connect(self.redraw)

    def redraw(self) -> None:
        """Draw the figures anew in the colours of the theme."""
        raise NotImplementedError

    def dress(self, bottom: str, left: str, *, empty: bool) -> None:
        """Take the colours of the theme, forget what was drawn, and name the axes."""
        colors = theme.colors()
        self._stack.setCurrentIndex(0 if empty else 1)
        self._legend.setVisible(not empty)
        self.plot.clear()
        self.plot.setBackground(colors.base)
        for side, words in (("left", left), ("bottom", bottom)):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(colors.border, width=1))
            axis.setTextPen(pg.mkPen(colors.muted))
            self.plot.setLabel(side, words, color=colors.muted)
        self.plot.showGrid(x=True, y=True, alpha=0.12)

    def show_legend(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show (sign, colour, words) beside the title."""
        words = [f'<span style="color:{color}"><b>{sign}</b></span>&nbsp;{text}' for sign, color, text in lines]
        self._legend.setText(f'<span style="color:{theme.colors().muted}">{"&nbsp;&nbsp; ".join(words)}</span>')

    def line(
        self, xs: Sequence[float], ys: Sequence[float], color: str, *, width: int = 2, dashed: bool = False
    ) -> None:
        """Draw a line."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.plot.plot(np.asarray(xs, float), np.asarray(ys, float), pen=pg.mkPen(color, width=width, style=style))


class PrecisionRecall(PlotCard):
    """Precision against recall: all together, the chosen label, and where the threshold stands."""

    def __init__(self) -> None:
        super().__init__("precision_recall", self.tr("Precision and recall"), self.tr("Evaluate to see the curves."))
        self._curves: tuple[Curve, ...] = ()
        self._colors: tuple[str, ...] = ()
        self._chosen = -1
        self._threshold = 0.5
        self.redraw()

    def show_curves(self, curves: Sequence[Curve], colors: Sequence[str], chosen: int, threshold: float) -> None:
        """Show the curves of the labels, the last of all together; ``chosen`` stands out."""
        self._curves, self._colors, self._chosen, self._threshold = tuple(curves), tuple(colors), chosen, threshold
        self.redraw()

    def redraw(self) -> None:
        """Draw the other curves thin, the chosen one on top."""
        drawn = [curve for curve in self._curves if curve.objects]
        self.dress(self.tr("recall"), self.tr("precision"), empty=not drawn)
        self.plot.setXRange(0, 1, padding=0.02)
        self.plot.setYRange(0, 1, padding=0.03)
        if not drawn:
            return
        for number, curve in enumerate(self._curves[:-1]):
            if number != self._chosen and curve.objects:
                self._draw(curve, self._colors[number], 1)
        chosen = self._curves[self._chosen]
        strong = theme.colors().accent
        self._draw(chosen, strong, 2)
        precision, recall, _ = chosen.at(self._threshold)
        if precision is not None and recall is not None:
            self.plot.plot([recall], [precision], pen=None, symbol="o", symbolSize=10, symbolBrush=strong,
                           symbolPen=pg.mkPen(theme.colors().base, width=2))  # fmt: skip

    def _draw(self, curve: Curve, color: str, width: int) -> None:
        self.line([0.0, *curve.recall], [1.0 if not len(curve.precision) else curve.precision[0], *curve.precision],
                  color, width=width)  # fmt: skip


class ScoreCurves(PlotCard):
    """Precision, recall and F1 against the threshold, whose line can be dragged."""

    moved = Signal(float)  # while it is dragged
    settled = Signal(float)  # when it is let go

    def __init__(self) -> None:
        super().__init__("score_curves", self.tr("Against the threshold"), self.tr("Evaluate to see the curves."))
        self._curve: Curve | None = None
        self._threshold = 0.5
        self.mark = pg.InfiniteLine(angle=90, movable=True, bounds=(0, 1))
        self.mark.sigDragged.connect(lambda line: self.moved.emit(float(line.value())))
        self.mark.sigPositionChangeFinished.connect(lambda line: self.settled.emit(float(line.value())))
        self.redraw()

    def show_curve(self, curve: Curve | None) -> None:
        """Show a label's curve, or that of all together."""
        self._curve = curve
        self.redraw()

    def set_threshold(self, threshold: float) -> None:
        """Put the line there."""
        self._threshold = threshold
        self.mark.setValue(threshold)

    def redraw(self) -> None:
        """Draw the three lines, each as steps from the highest threshold down."""
        curve, colors = self._curve, theme.colors()
        self.dress(self.tr("threshold"), "", empty=curve is None or not curve.objects)
        self.plot.setXRange(0, 1, padding=0.02)
        self.plot.setYRange(0, 1, padding=0.03)
        if curve is None or not curve.objects:
            return
        for values, color, dashed in (
            (curve.precision, colors.muted, True),
            (curve.recall, colors.validation, False),
            (curve.f1, colors.accent, False),
        ):
            self.line(curve.scores, values, color, dashed=dashed)
        self.mark.setPen(pg.mkPen(colors.text, width=2))
        self.mark.setHoverPen(pg.mkPen(colors.accent_hover, width=4))
        self.mark.setValue(self._threshold)
        self.plot.addItem(self.mark)
        self.show_legend([
            ("╍", colors.muted, self.tr("precision")), ("━", colors.validation, self.tr("recall")),
            ("━", colors.accent, "F1"),
        ])  # fmt: skip


class Reliability(PlotCard):
    """How often the model is right where it says how sure it is; on the diagonal it says the truth."""

    def __init__(self) -> None:
        super().__init__(
            "reliability", self.tr("Calibration"), self.tr("Evaluate to see whether scores say the truth.")
        )
        self._calibration: Calibration | None = None
        self.redraw()

    def show_calibration(self, calibration: Calibration | None) -> None:
        """Show a reliability diagram."""
        self._calibration = calibration
        self.redraw()

    def redraw(self) -> None:
        """Draw a bar for each step of the score, and how far it is from the diagonal."""
        steps, colors = self._calibration.steps if self._calibration is not None else (), theme.colors()
        self.dress(self.tr("score"), self.tr("share that is right"), empty=not steps)
        self.plot.setXRange(0, 1, padding=0.02)
        self.plot.setYRange(0, 1, padding=0.03)
        if not steps:
            return
        middles = [(step.low + step.high) / 2 for step in steps]
        common = [min(step.right, step.score) for step in steps]
        self._bars(middles, [0.0] * len(steps), common, colors.accent, 255)
        self._bars(middles, common, [max(0.0, step.score - step.right) for step in steps], colors.danger, 90)
        self._bars(middles, common, [max(0.0, step.right - step.score) for step in steps], colors.success, 150)
        self.line([0, 1], [0, 1], colors.text, width=1, dashed=True)
        self.show_legend([
            ("■", colors.accent, self.tr("right")), ("■", colors.danger, self.tr("too sure by")),
            ("■", colors.success, self.tr("too modest by")), ("╍", colors.text, self.tr("what it should be")),
        ])  # fmt: skip

    def _bars(
        self, middles: Sequence[float], bottoms: Sequence[float], heights: Sequence[float], color: str, alpha: int
    ) -> None:
        shade = pg.mkColor(color)
        shade.setAlpha(alpha)
        self.plot.addItem(
            pg.BarGraphItem(x=middles, y0=bottoms, height=heights, width=0.09, brush=pg.mkBrush(shade), pen=None)
        )
