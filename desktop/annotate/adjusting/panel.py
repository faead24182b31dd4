"""The panel in the canvas's corner: histogram, black and white, brightness, contrast, gamma."""

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.images import Range
from core.images.look import LARGEST_GAMMA
from desktop import theme
from desktop.annotate.adjusting.levels import Levels
from desktop.annotate.pictures import Adjustment
from desktop.number_fields import DecimalField
from desktop.numbers import number

_WIDTH = 276
_STEPS = 100


class AdjustPanel(QFrame):
    """Shows an Adjustment and the open picture's values. ``changed`` carries an Adjustment, ``ranged`` a Range."""

    changed = Signal(object)
    ranged = Signal(object)

    def __init__(self, auto: QAction, reset: QAction, close: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("adjust_panel")
        self.setProperty("role", "tile")
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._adjustment = Adjustment()
        self._showing = False
        self.levels = Levels(self)
        self.black, self.white = self._number("black_value"), self._number("white_value")
        self.brightness, self.contrast, self.gamma = (
            self._slider(name) for name in ("brightness_slider", "contrast_slider", "gamma_slider")
        )
        self._words = {slider: QLabel() for slider in (self.brightness, self.contrast, self.gamma)}
        self._lay_out(auto, reset, close)
        self.levels.changed.connect(self.ranged)

    def show_adjustment(self, adjustment: Adjustment, values: Range) -> None:
        """Show what is set, and which values of the open picture are black and white."""
        self._adjustment, self._showing = adjustment, True
        self.brightness.setValue(round(adjustment.brightness * _STEPS))
        self.contrast.setValue(round(adjustment.contrast * _STEPS))
        self.gamma.setValue(round(math.log(adjustment.gamma, LARGEST_GAMMA) * _STEPS))
        self._words[self.brightness].setText(f"{self.brightness.value():+d}")
        self._words[self.contrast].setText(f"{self.contrast.value():+d}")
        self._words[self.gamma].setText(number(adjustment.gamma, 2))
        self.levels.show_range(values)
        self.black.setValue(values.low)
        self.white.setValue(values.high)
        self._showing = False

    def show_axis(self, axis: Range, *, whole: bool) -> None:
        """Let black and white be chosen on an axis, in whole numbers or in fractions."""
        self._showing = True
        width = axis.high - axis.low
        digits = 0 if whole else max(2, 3 - math.floor(math.log10(width))) if width > 0 else 3
        for field in (self.black, self.white):
            field.setDecimals(min(digits, 9))
            field.setRange(-1e9, 1e9)
            field.setSingleStep(1 if whole and width <= 512 else width / 200)
        self._showing = False

    def _lay_out(self, auto: QAction, reset: QAction, close: QAction) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(theme.heading(self.tr("Adjust picture"), self), 1)
        for action in (auto, reset, close):
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setObjectName(f"{action.objectName().removesuffix('_action')}_button")
            if action is close:
                theme.dress(button, "close")
                button.setToolTip(self.tr("Close; what is set stays"))
                button.clicked.connect(action.trigger)
            else:
                button.setDefaultAction(action)
            head.addWidget(button)
        ends = QHBoxLayout()
        ends.addWidget(_note(self.tr("Black")))
        ends.addWidget(self.black)
        ends.addStretch(1)
        ends.addWidget(_note(self.tr("White")))
        ends.addWidget(self.white)
        rows = QGridLayout()
        rows.setHorizontalSpacing(theme.SPACE)
        rows.setVerticalSpacing(2)
        rows.setColumnStretch(1, 1)
        names = (self.tr("Brightness"), self.tr("Contrast"), self.tr("Gamma"))
        for row, (name, slider) in enumerate(zip(names, self._words, strict=True)):
            slider.setAccessibleName(name)
            words = self._words[slider]
            words.setMinimumWidth(34)
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows.addWidget(_note(name), row, 0)
            rows.addWidget(slider, row, 1)
            rows.addWidget(words, row, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE + 4, theme.SPACE + 2)
        column.setSpacing(theme.SPACE // 2 + 2)
        column.addLayout(head)
        column.addWidget(self.levels)
        column.addLayout(ends)
        column.addLayout(rows)

    def _slider(self, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName(name)
        slider.setRange(-_STEPS, _STEPS)
        slider.setPageStep(_STEPS // 10)
        slider.valueChanged.connect(self._slid)
        return slider

    def _number(self, name: str) -> QDoubleSpinBox:
        number = DecimalField(self)
        number.setObjectName(name)
        number.setKeyboardTracking(False)
        number.setFixedWidth(80)
        number.valueChanged.connect(self._typed)
        return number

    def _slid(self) -> None:
        if self._showing:
            return
        old = self._adjustment
        self.changed.emit(
            Adjustment(
                brightness=self.brightness.value() / _STEPS,
                contrast=self.contrast.value() / _STEPS,
                gamma=LARGEST_GAMMA ** (self.gamma.value() / _STEPS),
                auto=old.auto,
                ranges=old.ranges,
            )
        )

    def _typed(self) -> None:
        if not self._showing:
            low, high = sorted((self.black.value(), self.white.value()))
            self.ranged.emit(Range(low, high if high > low else low + self.white.singleStep()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses beside the sliders from the canvas below."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Keep the wheel from the canvas below."""
        event.accept()


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "note")
    return label
