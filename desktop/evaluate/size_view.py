"""What more images would bring: a run each on a quarter, a half, three quarters and all of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.training.run_folder import RunState
from core.training.size_curve import PowerLaw, SizePoint
from desktop import theme
from desktop.numbers import number
from desktop.train.tiles import state_words

if TYPE_CHECKING:
    from desktop.evaluate.size_plot import SizePlot

_DONE = (RunState.FINISHED, RunState.STOPPED)


class SizeView(QWidget):
    """A plot, a sentence and a button; the runs are started elsewhere."""

    start_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: Sequence[SizePoint] = ()
        self._law: PowerLaw | None = None
        self.plot: SizePlot | None = None
        self.verdict = theme.heading("")
        self.verdict.setObjectName("size_verdict")
        self.verdict.setWordWrap(True)
        self.runs = QLabel()
        self.runs.setObjectName("size_runs")
        self.runs.setWordWrap(True)
        self.start = QPushButton(self.tr("Learn the curve"))
        self.start.setObjectName("size_start")
        self.start.setToolTip(self.tr("Queue four throw-away runs with the settings of the chosen version"))
        theme.dress(self.start, "play")
        self.start.clicked.connect(self.start_asked)
        note = theme.note(
            self.tr(
                "Four runs with the settings of the chosen version learn from 25, 50, 75 and 100 % of the training "
                "images, the smaller share always part of the larger. They wait in the queue of the Train page, take "
                "about two and a half times as long as one training, and publish nothing."
            )
        )
        side = QVBoxLayout()
        side.setSpacing(theme.SPACE)
        for part in (self.verdict, self.runs, note):
            side.addWidget(part)
        side.addWidget(self.start)
        side.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, theme.SPACE, 0, 0)
        self._row.setSpacing(2 * theme.SPACE)
        self._row.addLayout(side, 1)
        self.show_points((), None)

    def showEvent(self, event: object) -> None:
        """Make the plot: pyqtgraph takes a while to import."""
        super().showEvent(event)
        if self.plot is None:
            from desktop.evaluate.size_plot import SizePlot

            self.plot = SizePlot()
            self._row.insertWidget(0, self.plot, 2)
            self.plot.show_points(self._points, self._law)

    def set_possible(self, *, possible: bool) -> None:
        """Allow to start, or not."""
        self._possible = possible
        self._enable()

    def show_points(self, points: Sequence[SizePoint], law: PowerLaw | None) -> None:
        """Show how far the runs are, and the curve through those that are done."""
        self._points, self._law = points, law
        if self.plot is not None:
            self.plot.show_points(points, law)
        self.runs.setText("\n".join(self._run_words(point) for point in points))
        self.runs.setVisible(bool(points))
        self.verdict.setText(self._verdict(points, law))
        self._enable()

    @property
    def under_way(self) -> bool:
        """Whether a run of the curve waits or works."""
        return any(point.state in (RunState.QUEUED, RunState.RUNNING, RunState.PAUSED) for point in self._points)

    def _enable(self) -> None:
        self.start.setEnabled(getattr(self, "_possible", False) and not self.under_way)

    def _run_words(self, point: SizePoint) -> str:
        images = "" if point.images is None else " " + self.tr("(%n image(s))", "", point.images)
        value = "–" if point.value is None else number(point.value, 3)
        state = state_words(point.state)
        if point.state is RunState.RUNNING:
            state = self.tr("epoch {epoch} of {epochs}").format(epoch=point.epoch, epochs=point.epochs)
        return f"{point.share:.0%}{images}: {value} · {state}"

    def _verdict(self, points: Sequence[SizePoint], law: PowerLaw | None) -> str:
        if not points:
            return self.tr("Would more images help? Nobody knows yet.")
        done = sum(point.state in _DONE and point.value is not None for point in points)
        if self.under_way:
            return self.tr("{done} of {total} runs are done.").format(done=done, total=len(points))
        if law is None:
            return (
                self.tr("More images brought nothing that can be measured: better or more varied ones may.")
                if done >= 3
                else self.tr("Too few runs came to an end to say anything.")
            )
        return self.tr("Twice the images would probably bring about {gain} points ({low} to {high}).").format(
            gain=f"{100 * law.gain:+.1f}", low=f"{100 * law.low:+.1f}", high=f"{100 * law.high:+.1f}"
        )
