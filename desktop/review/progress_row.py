"""The row that is seen while a model, or an acceptance in all images, is at work."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from core.review.prelabel import Progress
from desktop import theme
from desktop.numbers import number
from desktop.review.fitting import BarButton, FittingLabel
from desktop.train.tiles import duration


class ProgressRow(QWidget):
    """A bar, how fast it goes and how long it takes, and the buttons that pause and end the work."""

    pause_asked = Signal(bool)  # whether to rest, or to go on
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setObjectName("prelabel_progress")
        self._bar.setTextVisible(False)
        self._words = FittingLabel()
        self._words.setObjectName("progress_words")
        self._last: Progress | None = None
        self.pause = BarButton("pause_prelabel_button", "", "pause", "")
        self.pause.setCheckable(True)
        self.pause.toggled.connect(self._rest)
        self.cancel = BarButton(
            "cancel_button", self.tr("Cancel"), "close", self.tr("End the work; what is done stays")
        )
        self.cancel.clicked.connect(self._ask_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE - 2)
        row.addWidget(self._bar, 1)
        for widget in (self._words, self.pause, self.cancel):
            row.addWidget(widget)
        self._name_pause()

    def begin(self, text: str, *, pauses: bool) -> None:
        """Show that work has begun; ``pauses`` where it can rest."""
        self._last = None
        self._bar.setRange(0, 0)
        self._words.setText(text)
        self.cancel.setEnabled(True)
        self.pause.blockSignals(True)
        self.pause.setChecked(False)
        self.pause.blockSignals(False)
        self.pause.setEnabled(True)
        self.pause.setVisible(pauses)
        self._name_pause()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far the work has come."""
        self._last = progress
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        if not self.pause.isChecked() and self.cancel.isEnabled():
            self._words.setText(
                self.tr("{done} of {total} images · {speed} a second · {time} left").format(
                    done=number(progress.done),
                    total=number(progress.total),
                    speed=number(progress.images_per_second, 1),
                    time=duration(progress.seconds_left),
                )
            )
        elif self.cancel.isEnabled():
            self._say_paused()

    @Slot(bool)
    def _rest(self, rests: bool) -> None:
        self._name_pause()
        if rests:
            self._say_paused()
        elif self._last is not None:
            self.show_progress(self._last)
        self.pause_asked.emit(rests)

    def _say_paused(self) -> None:
        words = self.tr("Paused")
        if self._last is not None:
            words = self.tr("Paused: {done} of {total} images").format(done=self._last.done, total=self._last.total)
        self._words.setText(words)

    def _name_pause(self) -> None:
        rests = self.pause.isChecked()
        name = self.tr("Go on") if rests else self.tr("Pause")
        self.pause.set_texts(name, name)
        self.pause.setToolTip(
            self.tr("Go on where it rested") if rests else self.tr("Let the computer rest; what is done stays")
        )
        theme.dress(self.pause, "play" if rests else "pause")

    @Slot()
    def _ask_cancel(self) -> None:
        """Pass on that the work is to end."""
        self.cancel.setEnabled(False)
        self.pause.setEnabled(False)
        self._words.setText(self.tr("Ending…"))
        self.cancel_asked.emit()
