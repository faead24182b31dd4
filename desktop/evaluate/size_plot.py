"""The plot of the size curve."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from core.training.size_curve import PowerLaw, SizePoint
from desktop import theme
from desktop.evaluate.plots import PlotCard
from desktop.evaluate.words import figure_words


class SizePlot(PlotCard):
    """The best figure of each run over its images, and the power law carried on to twice as many."""

    def __init__(self) -> None:
        super().__init__("size_plot", self.tr("Images and quality"), self.tr("A point appears with each run."))
        self._points: Sequence[SizePoint] = ()
        self._law: PowerLaw | None = None
        self.redraw()

    def show_points(self, points: Sequence[SizePoint], law: PowerLaw | None) -> None:
        """Show the runs and the law through them."""
        self._points, self._law = points, law
        self.redraw()

    def redraw(self) -> None:
        """Draw the points, and the law dashed beyond the last."""
        known = [(float(one.images), one.value) for one in self._points if one.images and one.value is not None]
        metric = next((one.metric for one in self._points if one.metric), "")
        self.dress(self.tr("training images"), figure_words(metric), empty=not known)
        if not known:
            return
        colors, law = theme.colors(), self._law
        xs, ys = (np.array(column) for column in zip(*known, strict=True))
        most = float(xs.max())
        legend = [("●", colors.accent, self.tr("runs"))]
        if law is not None:
            inside, beyond = np.linspace(float(xs.min()), most, 60), np.linspace(most, 2 * most, 60)
            for stretch, dashed in ((inside, False), (beyond, True)):
                self.line(stretch, [law.at(float(count)) for count in stretch], colors.validation, dashed=dashed)
            legend.append(("╍", colors.validation, self.tr("expected")))
        self.plot.plot(xs, ys, pen=None, symbol="o", symbolSize=9, symbolBrush=colors.accent,
                       symbolPen=pg.mkPen(colors.base, width=1))  # fmt: skip
        self.plot.setXRange(0, (2 if law is not None else 1.1) * most, padding=0.02)
        self.plot.setYRange(0, 1, padding=0.03)
        self.show_legend(legend)
