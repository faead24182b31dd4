"""Whether scores say the truth: the reliability diagram and what it means."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.review.evaluation.calibration import Calibration
from desktop import theme
from desktop.evaluate.words import share

if TYPE_CHECKING:
    from desktop.evaluate.plots import Reliability

_WELL, _FAIRLY = 0.05, 0.12


class CalibrationView(QWidget):
    """A plot with a few sentences beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calibration: Calibration | None = None
        self.plot: Reliability | None = None
        self.verdict = theme.heading("")
        self.verdict.setObjectName("calibration_verdict")
        self.verdict.setWordWrap(True)
        self.words = QLabel()
        self.words.setObjectName("calibration_words")
        self.words.setWordWrap(True)
        note = theme.note(
            self.tr(
                "Each bar is a step of the score; its height is the share that was right. The bars of a model that can "
                "be taken at its word end on the dashed line: of what scores 0.8, 8 in 10 are right."
            )
        )
        side = QVBoxLayout()
        side.setSpacing(theme.SPACE)
        for part in (self.verdict, self.words, note):
            side.addWidget(part)
        side.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, theme.SPACE, 0, 0)
        self._row.setSpacing(2 * theme.SPACE)
        self._row.addLayout(side, 1)

    def showEvent(self, event: object) -> None:
        """Make the plot: pyqtgraph takes a while to import."""
        super().showEvent(event)
        if self.plot is None:
            from desktop.evaluate.plots import Reliability

            self.plot = Reliability()
            self._row.insertWidget(0, self.plot, 2)
            self.plot.show_calibration(self._calibration)

    def show_calibration(self, calibration: Calibration | None) -> None:
        """Show a calibration, or that there is none."""
        self._calibration = calibration
        if self.plot is not None:
            self.plot.show_calibration(calibration)
        error = calibration.error if calibration is not None else None
        if calibration is None or error is None:
            self.verdict.setText("")
            self.words.setText("")
            return
        self.verdict.setText(self._verdict(calibration, error))
        words = self.tr("Expected calibration error {error}, largest {worst}.").format(
            error=share(error), worst=share(calibration.worst)
        )
        if calibration.box_error is not None:
            words += " " + self.tr("Over score, place and size of the boxes (D-ECE): {error}.").format(
                error=share(calibration.box_error)
            )
        self.words.setText(words)

    def _verdict(self, calibration: Calibration, error: float) -> str:
        counts = sum(step.count for step in calibration.steps)
        tilt = sum(step.count * (step.right - step.score) for step in calibration.steps) / counts
        if error <= _WELL:
            return self.tr("The scores can be taken at their word.")
        if error <= _FAIRLY:
            return self.tr("The scores are roughly right.")
        return (
            self.tr("The model is more often right than its scores say.")
            if tilt > 0
            else self.tr("The model is less often right than its scores say.")
        )
