"""The dialogs of the three trials: five images by heart, the learning rate, the batch size."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.training.events import StepEnded
from desktop import theme
from desktop.error_words import words_of
from desktop.jobs.executor import Executor
from desktop.numbers import number
from desktop.room import Scrolled
from desktop.train.five_pictures import draw_five
from desktop.train.preview_grid import PreviewGrid
from desktop.train.trial_dialog import TrialDialog
from desktop.train.trial_words import verdict

if TYPE_CHECKING:
    from core.training.batch_choice import BatchFit
    from core.training.five_result import FiveResult
    from core.training.rate_curve import RateCurve
    from core.voc.dataset import Dataset


_SMALL_PLOT = 150
"""The curve's height beside the pictures, in device-independent pixels."""


class CheckFiveDialog(TrialDialog):
    """Learns five images by heart and says what is wrong where that fails."""

    def __init__(self, dataset: "Dataset", colors: Mapping[str, str], parent: QWidget | None = None) -> None:
        self.grid = PreviewGrid()
        super().__init__(
            "check_five_dialog", self.tr("Check on 5 images"),
            self.tr("Five of your images are learned by heart, without variation. If that fails, a long run would "
                    "fail as well, and what is found on the five tells why."), parent,
        )  # fmt: skip
        self._dataset, self._colors = dataset, dict(colors)
        self._executor = Executor(self)
        self.finished.connect(lambda _result: self._executor.shutdown(wait=False))

    def below_plot(self) -> QWidget:
        """Return the pictures, which appear with the result."""
        self.pictures = Scrolled(self.grid)
        self.pictures.hide()
        return self.pictures

    def show_result(self, result: "FiveResult") -> str:
        """Show the five pictures with what is there and what was found."""
        self.words.setText(self.tr("Solid: what you drew. Dashed: what is found after learning these five by heart."))
        self.plot.setMaximumHeight(_SMALL_PLOT)
        self.pictures.show()
        self.grid.show_words(self.tr("Reading the images…"))
        drawn = (self._dataset, result, self._colors)
        self._executor.submit(
            lambda: draw_five(*drawn), self.grid.show_cells,
            lambda error: self.grid.show_words(words_of(error)), owner=self,
        )  # fmt: skip
        found = result.diagnosis
        rate = {"RATE_HIGH": result.learning_rate / 10, "RATE_LOW": result.learning_rate * 10}.get(found.cause.name)
        if rate is not None:
            self.offer(self.tr("Use a rate of {rate}").format(rate=f"{rate:g}"), learning_rate=rate)
        return verdict(result)


class RateDialog(TrialDialog):
    """Sweeps the learning rate and shows the curve with the rate of the steepest fall."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "find_rate_dialog", self.tr("Find a learning rate"),
            self.tr("The rate grows from step to step until the loss runs away. Where the smoothed loss falls most "
                    "steeply, the network learns fastest."), parent,
        )  # fmt: skip
        import pyqtgraph as pg

        c = theme.colors()
        self.plot.setLabel("bottom", self.tr("Learning rate"), color=c.muted)
        self.plot.setLogMode(x=True, y=False)
        self.curve.setPen(pg.mkPen(c.steps, width=1))
        self.smooth = self.plot.plot(pen=pg.mkPen(c.training, width=2))

    def draw(self, steps: Sequence[StepEnded]) -> None:
        """Draw the loss over the rate."""
        from core.training.rate_curve import smoothed

        rates, losses = [step.learning_rate for step in steps], [step.loss for step in steps]
        self.curve.setData(rates, losses)
        self.smooth.setData(rates, smoothed(losses))
        # What ran away at the end would press all before it flat.
        low, high = min(losses), max(losses[: max(5, len(losses) // 3)])
        self.plot.setYRange(low - 0.1 * (high - low), high + 0.5 * (high - low) + 1e-6)

    def show_result(self, result: "RateCurve") -> str:
        """Mark the rate, and offer it."""
        if result.suggestion is None:
            return self.tr("No rate stands out: the loss hardly fell. Keep the recipe's.")
        import math

        import pyqtgraph as pg

        mark = pg.InfiniteLine(
            math.log10(result.suggestion), angle=90, pen=pg.mkPen(theme.colors().validation, width=2)
        )
        self.plot.addItem(mark)
        words = f"{result.suggestion:g}"
        self.offer(self.tr("Use {rate}").format(rate=words), learning_rate=result.suggestion)
        return self.tr("The loss falls fastest at a rate of {rate}.").format(rate=words)


class BatchFitDialog(TrialDialog):
    """Tries batch sizes and shows what each came to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.table = QTableWidget(0, 4)
        super().__init__(
            "fit_batch_dialog", self.tr("Find a batch size"),
            self.tr("The batch is doubled until it no longer fits the memory or images take longer in it."), parent,
        )  # fmt: skip

    def below_plot(self) -> QWidget:
        """Return the table, which appears with the result."""
        self.table.setObjectName("batch_table")
        self.table.setHorizontalHeaderLabels(
            [self.tr("Batch"), self.tr("ms per image"), self.tr("Memory"), self.tr("Fits")]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.hide()
        return self.table

    def show_result(self, result: "BatchFit") -> str:
        """Fill the table, and offer the size."""
        self.plot.hide()
        self.table.show()
        self.table.setRowCount(len(result.tried))
        for row, tried in enumerate(result.tried):
            milliseconds = "–" if tried.seconds is None else number(1000 * tried.seconds)
            memory = "–" if tried.memory is None else f"{number(tried.memory / 2**30, 2)} GB"
            self._fill(row, str(tried.size), milliseconds, memory, self.tr("yes") if tried.fits else self.tr("no"))
            if tried.size == result.choice:
                self.table.selectRow(row)
        if result.choice is None:
            return self.tr("Not even one image fits: choose a smaller picture size or network.")
        self.offer(self.tr("Use {size}").format(size=result.choice), batch_size=result.choice)
        return self.tr("A batch of {size} fits and is as quick for an image as any.").format(size=result.choice)

    def _fill(self, row: int, *texts: Any) -> None:
        for column, text in enumerate(texts):
            cell = QTableWidgetItem(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, cell)
