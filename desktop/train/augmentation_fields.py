"""The part of the form about variation: how training pictures are changed each time they are seen."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from core.training.augmentation import NO_AUGMENTATION, Augmentation
from desktop import theme
from desktop.number_fields import DecimalField
from desktop.numbers import number
from desktop.train.spec_fields import Field

_STEPS = 60


class AugmentationFields(QWidget):
    """Edits an Augmentation; ``changed`` says that it is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = Augmentation()
        self._shows: list[Callable[[Augmentation], None]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE)
        self._grid.setVerticalSpacing(theme.SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        self._build()
        self.field = Field("augmentation", "", self, self.value, self.set_value, self.changed)
        self.set_value(self._value)

    def value(self) -> Augmentation:
        """Return what is chosen."""
        return self._value

    def set_value(self, value: Augmentation) -> None:
        """Show another choice."""
        different, self._value = value != self._value, value
        for show in self._shows:
            show(value)
        if different:
            self.changed.emit()

    def gist(self) -> str:
        """Return what is chosen in a few words."""
        value, words = self._value, []
        if value == NO_AUGMENTATION:
            return self.tr("none")
        if value.flip_horizontal or value.flip_vertical:
            words.append(self.tr("flips"))
        if value.quarter_turns:
            words.append(self.tr("quarter turns"))
        if value.scale != (1.0, 1.0):
            words.append(self.tr("scale"))
        if value.brightness or value.contrast:
            words.append(self.tr("light"))
        return ", ".join(words) or self.tr("some")

    def _build(self) -> None:
        """Make all controls."""
        self._add_switch(
            "flip_horizontal",
            self.tr("Flip left and right"),
            self.tr("Half of the pictures are mirrored; not where left and right differ, as in writing"),
        )
        self._add_switch(
            "flip_vertical",
            self.tr("Flip up and down"),
            self.tr("Half of the pictures are turned over; not where parts have an upright"),
        )
        self._add_switch(
            "quarter_turns",
            self.tr("Quarter turns"),
            self.tr("Half of the pictures lie on their side; not for long and narrow ones"),
        )
        self._add_scale()
        percent: Callable[[float], str] = lambda value: f"{number(100 * value, 0)} %"  # noqa: E731
        tenths: Callable[[float], str] = lambda value: f"{number(100 * value, 1)} %"  # noqa: E731
        for name, words, tip, most, shown in (
            ("rotation", self.tr("Rotation"), self.tr("Turned by at most so many degrees, either way"), 45.0,
             lambda value: f"± {number(value, 0)}°"),
            ("stretch", self.tr("Stretch"), self.tr("Width and height may differ by so much"), 0.6, percent),
            ("brightness", self.tr("Brightness"), self.tr("Lighter or darker by at most so much of full white"), 0.6,
             percent),
            ("contrast", self.tr("Contrast"), self.tr("Flatter or harder by at most so much"), 0.9, percent),
            ("tint", self.tr("Tint"), self.tr("Red, green and blue stronger or weaker by at most so much"), 0.3,
             percent),
            ("noise", self.tr("Noise"), self.tr("Grain of at most so much of full white"), 0.2, tenths),
            ("blur", self.tr("Blur"), self.tr("Out of focus by at most so many pixels"), 4.0,
             lambda value: f"{number(value, 1)} px"),
            ("keep", self.tr("Keep from"),
             self.tr("An object of which less than this remains in the picture is no longer taught"), 0.95, percent),
        ):  # fmt: skip
            self._add_strength(name, words, tip, most, shown)
        self.none = QPushButton(self.tr("No variation"))
        self.none.setObjectName("no_augmentation_button")
        self.none.setProperty("role", "link")
        self.none.setToolTip(self.tr("Show the pictures as they are, each time the same"))
        self.none.clicked.connect(lambda: self.set_value(replace(NO_AUGMENTATION, keep=self._value.keep)))
        self._grid.addWidget(self.none, self._grid.rowCount(), 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        self._grid.setRowStretch(self._grid.rowCount(), 1)  # what room is left stays below

    def _add_switch(self, name: str, words: str, tip: str) -> None:
        box = QCheckBox(words)
        self._name(box, name, words, tip)
        box.toggled.connect(lambda on: self._choose(**{name: on}))
        self._show_by(box, lambda value: box.setChecked(getattr(value, name)))
        self._grid.addWidget(box, self._grid.rowCount(), 0, 1, 3)

    def _add_strength(self, name: str, words: str, tip: str, most: float, shown: Callable[[float], str]) -> None:
        """Add a slider from 0 to ``most`` with its value in words."""
        slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=_STEPS)
        slider.setMinimumWidth(40)
        figure = QLabel()
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figure.setMinimumWidth(self.fontMetrics().horizontalAdvance("99.9 %x"))
        self._name(slider, name, words, tip)

        def show(value: Augmentation) -> None:
            slider.setValue(round(getattr(value, name) / most * _STEPS))
            figure.setText(shown(getattr(value, name)))

        slider.valueChanged.connect(lambda step: self._choose(**{name: round(step / _STEPS * most, 4)}))
        self._show_by(slider, show)
        self._add_row(words, tip, slider, figure)

    def _add_scale(self) -> None:
        """Add the two ends of the scale."""
        boxes = [DecimalField(decimals=2, minimum=0.1, maximum=10.0, singleStep=0.05, prefix="× ") for _ in range(2)]
        tip = self.tr("The pictures appear smaller or larger by chance; beyond × 1 they are cropped")
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        for place, (box, name) in enumerate(zip(boxes, (self.tr("Smallest"), self.tr("Largest")), strict=True)):
            self._name(box, f"scale_{place}", name, tip)
            box.setMinimumWidth(10 * box.fontMetrics().averageCharWidth())
            box.valueChanged.connect(lambda _value: self._choose(scale=tuple(sorted(box.value() for box in boxes))))
            self._show_by(box, lambda value, box=box, place=place: box.setValue(value.scale[place]))
            layout.addWidget(box, 1)
        self._grid.addWidget(QLabel(self.tr("Scale, crop")), self._grid.rowCount(), 0)
        self._grid.addWidget(row, self._grid.rowCount() - 1, 1, 1, 2)

    def _add_row(self, words: str, tip: str, slider: QSlider, figure: QLabel) -> None:
        label = QLabel(words)
        label.setBuddy(slider)
        label.setToolTip(tip)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(figure, row, 2)

    def _name(self, widget: QWidget, name: str, words: str, tip: str) -> None:
        widget.setObjectName(f"augmentation_{name}")
        widget.setAccessibleName(words)
        widget.setToolTip(tip)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _show_by(self, widget: QWidget, show: Callable[[Augmentation], None]) -> None:
        def quietly(value: Augmentation) -> None:
            with QSignalBlocker(widget):
                show(value)

        self._shows.append(quietly)

    def _choose(self, **values: Any) -> None:
        self.set_value(replace(self._value, **values))
