"""From what score on suggestions are shown: a slider with its figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from core.inference.model_folder import ModelFolder
from desktop import theme
from desktop.review.suggestions import DEFAULT_THRESHOLD


class Threshold(QWidget):
    """``changed`` carries the percentage."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[str, float | None] | None = None  # the version whose threshold was taken, and that threshold
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("threshold_slider")
        self.slider.setRange(0, 100)
        self.slider.setValue(round(100 * DEFAULT_THRESHOLD))
        self.slider.setToolTip(self.tr("Show suggestions with this score or more"))
        self.slider.setMinimumWidth(60)
        self.slider.setMaximumWidth(140)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = QLabel()
        self._words.setFixedWidth(self._words.fontMetrics().horizontalAdvance("≥ 100 % ") + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE - 2)
        row.addWidget(self.slider)
        row.addWidget(self._words)
        self.slider.valueChanged.connect(self._tell)
        self._tell(self.percent)

    @property
    def percent(self) -> int:
        """The score, 0 to 100."""
        return self.slider.value()

    def take_from(self, model: ModelFolder | None) -> None:
        """Take the threshold that was kept for the chosen version; once, for it may be moved after."""
        kept = None if model is None else (model.reference, model.use.threshold)
        if kept is not None and kept != self._kept and kept[1] is not None:
            self.slider.setValue(round(100 * kept[1]))
        self._kept = kept

    def _tell(self, percent: int) -> None:
        self._words.setText(f"≥ {percent} %")
        self.changed.emit(percent)
