"""The bar above the canvas: the options of the tool in hand, and no others."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QWidget,
)

from desktop import theme
from desktop.annotate.tools.options import BRUSH_RADII, LINE_WIDTHS, SIMPLIFY, TOLERANCES, ToolOptions
from desktop.number_fields import DecimalField, WholeField

SLIDER = 90


@dataclass(frozen=True)
class _Group:
    """The widgets of one option; the words and the slider are given up where there is no room for them."""

    whole: QWidget
    field: QWidget
    words: QLabel | None
    slider: QSlider | None

    def width(self, *, slider: bool, words: bool) -> int:
        """Return how many pixels it takes, with or without them."""
        parts = (self.field, self.words if words else None, self.slider if slider else None)
        widths = [part.sizeHint().width() if part is not self.slider else SLIDER for part in parts if part is not None]
        return sum(widths) + (len(widths) - 1) * theme.SPACE // 2

    def show(self, *, slider: bool, words: bool) -> None:
        """Show them or not."""
        for part, shown in ((self.slider, slider), (self.words, words)):
            if part is not None:
                part.setVisible(shown)


class ToolOptionsBar(QFrame):
    """``changed`` carries the ToolOptions that a person chose; Tab goes from field to field, Esc back to the canvas."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_options")
        self.setProperty("role", "panel")
        self._options = ToolOptions()
        self._shows: list[Callable[[ToolOptions], None]] = []
        self._groups: dict[str, _Group] = {}
        self._shown: list[_Group] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        self._row.setSpacing(2 * theme.SPACE)
        self._title = theme.heading("", self)
        self._row.addWidget(self._title)
        self._build()
        self._row.addStretch(1)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # the bar never widens its column
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().height() + 3 * theme.SPACE)
        self.show_options(self._options)
        self.show_tool("", ())

    def show_tool(self, title: str, names: tuple[str, ...]) -> None:
        """Show a tool's name and its options; the bar stays where it has none, so that the picture does not jump."""
        self._title.setText(title)
        self._shown = [group for name, group in self._groups.items() if name in names]
        for group in self._groups.values():
            group.whole.setVisible(group in self._shown)
        self._make_room()

    def show_options(self, options: ToolOptions) -> None:
        """Show other values."""
        self._options = options
        for show in self._shows:
            show(options)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc go back to the canvas."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._add_number(
            "brush_radius",
            self.tr("Size"),
            (2 * BRUSH_RADII[0], 2 * BRUSH_RADII[1]),
            2.0,
            self.tr("Diameter of brush and eraser in pixels of the image; Ctrl+wheel changes it"),
        )
        self._add_number(
            "line_width",
            self.tr("Width"),
            LINE_WIDTHS,
            1.0,
            self.tr("Width of the path in pixels of the image; Ctrl+wheel changes it"),
        )
        self._add_whole(
            "tolerance",
            self.tr("Tolerance"),
            TOLERANCES,
            self.tr("How much colours may differ from the one that was clicked"),
        )
        self._add_choice()
        self._add_number(
            "simplify",
            self.tr("Smoothing"),
            SIMPLIFY,
            1.0,
            self.tr("How far, in pixels, the outline of a polygon made of a mask may stray"),
            step=0.5,
        )
        self._add_switch(
            "paint_under",
            self.tr("Under others"),
            self.tr("The brush leaves the pixels that other masks hold"),
            "erase_others",
        )
        self._add_switch(
            "erase_others",
            self.tr("Erase others"),
            self.tr("The brush takes its pixels away from other masks"),
            "paint_under",
        )
        self._add_switch(
            "snap",
            self.tr("Stick to the border"),
            self.tr("Near the image's border, places go onto it; hold Alt or Ctrl to prevent it"),
        )

    def _add_number(
        self, name: str, text: str, limits: tuple[float, float], factor: float, tip: str, *, step: float = 1.0
    ) -> None:
        """Add a field with a slider; it shows the option times ``factor``."""
        field = DecimalField(decimals=1, minimum=limits[0], maximum=limits[1], singleStep=step, suffix=" px")
        slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=100)
        span = limits[1] - limits[0]

        def show(options: ToolOptions) -> None:
            value = getattr(options, name) * factor
            with QSignalBlocker(field), QSignalBlocker(slider):
                field.setValue(value)
                slider.setValue(round(100 * ((value - limits[0]) / span) ** 0.5))  # finer where it is small

        field.valueChanged.connect(lambda value: self._choose(**{name: value / factor}))
        slider.valueChanged.connect(lambda share: field.setValue(limits[0] + span * (share / 100) ** 2))
        self._add_group(name, text, tip, field, slider)
        self._shows.append(show)

    def _add_whole(self, name: str, text: str, limits: tuple[int, int], tip: str) -> None:
        field = WholeField(minimum=limits[0], maximum=limits[1])
        slider = QSlider(Qt.Orientation.Horizontal, minimum=limits[0], maximum=limits[1])

        def show(options: ToolOptions) -> None:
            with QSignalBlocker(field), QSignalBlocker(slider):
                field.setValue(getattr(options, name))
                slider.setValue(getattr(options, name))

        field.valueChanged.connect(lambda value: self._choose(**{name: value}))
        slider.valueChanged.connect(field.setValue)
        self._add_group(name, text, tip, field, slider)
        self._shows.append(show)

    def _add_switch(self, name: str, text: str, tip: str, opposite: str | None = None) -> None:
        """Add a check box; to switch it on switches its opposite off."""
        box = QCheckBox(text)

        def choose(on: bool) -> None:
            self._choose(**{name: on}, **({opposite: False} if on and opposite else {}))

        def show(options: ToolOptions) -> None:
            with QSignalBlocker(box):
                box.setChecked(getattr(options, name))

        box.toggled.connect(choose)
        self._add_group(name, "", tip, box)
        self._shows.append(show)

    def _add_choice(self) -> None:
        choice = QComboBox()
        for value, text in (("mask", self.tr("Mask")), ("polygon", self.tr("Polygon"))):
            choice.addItem(text, value)

        def show(options: ToolOptions) -> None:
            with QSignalBlocker(choice):
                choice.setCurrentIndex(choice.findData(options.result))

        choice.currentIndexChanged.connect(lambda _: self._choose(result=choice.currentData()))
        self._add_group("result", self.tr("Makes a"), self.tr("The shape that the tool makes"), choice)
        self._shows.append(show)

    def _add_group(self, name: str, text: str, tip: str, field: QWidget, slider: QSlider | None = None) -> None:
        """Add the widgets of one option."""
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE // 2)
        field.setObjectName(f"{name}_option")
        label = None
        if text:
            label = QLabel(text)
            label.setBuddy(field)
            row.addWidget(label)
            field.setAccessibleName(text)
        row.addWidget(field)
        for widget in (group, field):
            widget.setToolTip(tip)
        if slider is not None:
            slider.setObjectName(f"{name}_slider")
            slider.setFixedWidth(SLIDER)
            slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field says the same to the keyboard
            slider.setToolTip(tip)
            row.addWidget(slider)
        self._groups[name] = _Group(group, field, label, slider)
        self._row.addWidget(group)

    def _make_room(self) -> None:
        """Show the sliders, the tool's name and the options' words as far as they fit, given up in this order."""
        wishes = ((True, True, True), (False, True, True), (False, False, True), (False, False, False))
        slider, title, words = next((wish for wish in wishes if self._width_with(*wish) <= self.width()), wishes[-1])
        self._title.setVisible(title)
        for group in self._shown:
            group.show(slider=slider, words=words)

    def _width_with(self, slider: bool, title: bool, words: bool) -> int:
        widths = [group.width(slider=slider, words=words) for group in self._shown]
        if title:
            widths.append(self._title.sizeHint().width())
        margins = self._row.contentsMargins()
        return margins.left() + margins.right() + sum(widths) + len(widths) * self._row.spacing()

    def _choose(self, **values: object) -> None:
        self._options = replace(self._options, **values)  # type: ignore[arg-type]
        self.show_options(self._options)
        self.changed.emit(self._options)
