"""The figures of a run at a glance: epoch, time left, device, speed, best mAP."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.training.events import EpochEnded, RunStarted
from core.training.run_folder import RunState
from desktop import theme
from desktop.jobs.training_monitor import RunNews
from desktop.numbers import number
from desktop.train.words import metric_words

_LEAST_WIDTH = 104
"""What the words of a tile need, in device-independent pixels."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tiles", text)


def state_words(state: RunState) -> str:
    """Return a run's state as a person says it."""
    return {
        RunState.QUEUED: _tr("Waiting"),
        RunState.RUNNING: _tr("Running"),
        RunState.FINISHED: _tr("Finished"),
        RunState.PAUSED: _tr("Paused"),
        RunState.STOPPED: _tr("Stopped"),
        RunState.FAILED: _tr("Failed"),
        RunState.LOST: _tr("Interrupted"),
    }[state]


class Tiles(QWidget):
    """A row of small tiles that follow the news of one run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = _Tile(self.tr("State"))
        self.epoch = _Tile(self.tr("Epoch"))
        self.time = _Tile(self.tr("Time left"))
        self.best = _Tile(self.tr("Best"))
        self.speed = _Tile(self.tr("Images per second"))
        self.device = _Tile(self.tr("Device"))
        self._tiles = (self.state, self.epoch, self.time, self.best, self.speed, self.device)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        for tile in self._tiles:
            row.addWidget(tile)
        self._taken: float | None = None
        self.clear()

    def minimumSizeHint(self) -> QSize:
        """As little as the first two need: the others are left out where there is no room."""
        return QSize(2 * _LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for, the first ones first."""
        super().resizeEvent(event)
        for place, tile in enumerate(self._tiles, 1):
            tile.setVisible(place <= 2 or place * (_LEAST_WIDTH + theme.SPACE) <= self.width())

    def clear(self) -> None:
        """Show that there is nothing to show."""
        self._epochs = 0
        self._left: float | None = None
        self._best: float | None = None
        for tile in self._tiles:
            tile.set_value("–")
        self._show_time()

    def add(self, news: RunNews) -> None:
        """Bring the figures up to date."""
        if news.fresh:
            self.clear()
        for event in news.events:
            if isinstance(event, RunStarted):
                self._epochs = event.epochs
                self.device.set_value(event.device.upper() if len(event.device) <= 4 else event.device)
            elif isinstance(event, EpochEnded):
                self._add_epoch(event)
        if news.last_step is not None:
            self.epoch.set_value(of_all(news.last_step.epoch, self._epochs))
            self.speed.set_value(number(news.last_step.images_per_second, 1))
        self.state.set_value(state_words(news.state))
        self._show_time()

    def set_taken(self, seconds: float | None) -> None:
        """Take how long the run has worked, over all resumes; None while it works, and the time left is shown."""
        self._taken = seconds
        self._show_time()

    def _show_time(self) -> None:
        self.time.set_name(self.tr("Time left") if self._taken is None else self.tr("Time taken"))
        seconds = self._left if self._taken is None else self._taken
        self.time.set_value(duration(seconds) if seconds else "–")

    def _add_epoch(self, event: EpochEnded) -> None:
        """Show what an epoch came to."""
        self._epochs = event.epochs
        self.epoch.set_value(of_all(event.epoch, event.epochs))
        self._left = event.seconds_left
        for name in list(event.metrics)[:1]:
            self.best.set_name(self.tr("Best {metric}").format(metric=metric_words(name)))
        if event.headline is not None and (self._best is None or event.headline > self._best):
            self._best = event.headline
            self.best.set_value(number(event.headline, 3))


class _Tile(QFrame):
    """A figure and, small below it, what it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "tile")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._value = QLabel("–")
        self._value.setProperty("role", "value")
        self._name = QLabel()
        self._name.setProperty("role", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE + 2, theme.SPACE - 2, theme.SPACE, theme.SPACE - 2)
        layout.setSpacing(0)
        layout.addWidget(self._value)
        layout.addWidget(self._name)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what the figure is."""
        if self._name.text() != name:
            self._name.setText(name)
            self.setAccessibleName(name)

    @property
    def value(self) -> str:
        """What it shows."""
        return self._value.text()

    def set_value(self, text: str) -> None:
        """Show ``text``; nothing is laid out anew where it is the same."""
        if self._value.text() != text:
            self._value.setText(text)


def of_all(done: int, whole: int) -> str:
    """Return how far something is, such as '3 of 20'."""
    return _tr("{done} of {whole}").format(done=done, whole=whole)


def duration(seconds: float) -> str:
    """Return a time in the words of a person: ``40 s``, ``3 min``, ``1 h 20 min``; alike in English and German."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"
