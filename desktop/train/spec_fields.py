"""The fields of a spec's form: each knows its name in the spec, what it holds, and whether a person changed it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QWidget,
)

from desktop import theme
from desktop.number_fields import DecimalField, WholeField

Choices = Sequence[tuple[Any, str]]


@dataclass(frozen=True, eq=False)
class Field:
    """One value of a spec: the name it has there, its widget, and how the widget is read and filled.

    ``changed`` is the widget's signal of another value; ``title`` stands beside it, "" where it names itself.
    """

    name: str
    title: str
    widget: QWidget
    get: Callable[[], Any]
    put: Callable[[Any], None]
    changed: Any  # a bound signal, for which PySide6 has no type of its own


class Fields(QObject):
    """Fields by name. ``changed`` says that one has another value; those that a person changed are ``touched``."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_name: dict[str, Field] = {}
        self._filling = False
        self.touched: set[str] = set()

    def __getitem__(self, name: str) -> Field:
        return self._by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def add(self, fields: Iterable[Field]) -> None:
        """Add fields whose changes are then heard."""
        for field in fields:
            self._by_name[field.name] = field
            field.changed.connect(lambda *_values, name=field.name: self._take_note(name))

    def values(self) -> dict[str, Any]:
        """Return what the fields hold."""
        return {name: field.get() for name, field in self._by_name.items()}

    def fill(self, values: Mapping[str, Any], *, but: Iterable[str] = ()) -> None:
        """Show these values, but for fields named in ``but``; names without a field are passed over."""
        self._filling = True
        kept = set(but)
        for name, value in values.items():
            if name in self._by_name and name not in kept:
                self._by_name[name].put(value)
        self._filling = False

    def mark(self, wrong: str | None) -> None:
        """Draw a border of another colour round the field of that name, and round no other."""
        for name, field in self._by_name.items():
            mark_wrong(field.widget, wrong=name == wrong)

    def _take_note(self, name: str) -> None:
        if not self._filling:
            self.touched.add(name)
            self.changed.emit()


def whole(
    name: str, title: str, tip: str, limits: tuple[int, int], *, step: int = 1, suffix: str = "", zero: str = ""
) -> Field:
    """Return a field for a whole number; ``zero`` are the words that its least value means."""
    box = WholeField(minimum=limits[0], maximum=limits[1], singleStep=step, suffix=suffix)
    box.setSpecialValueText(zero)
    return _finished(Field(name, title, box, box.value, box.setValue, box.valueChanged), tip)


def decimal(
    name: str, title: str, tip: str, limits: tuple[float, float], *, digits: int, step: float = 0.0, suffix: str = "",
    factor: float = 1.0, zero: str = "",
) -> Field:  # fmt: skip
    """Return a field for a number that it shows times ``factor``; without a ``step`` one of a tenth of its size."""
    box = _Decimal(decimals=digits, minimum=limits[0] * factor, maximum=limits[1] * factor, suffix=suffix)
    box.setSpecialValueText(zero)
    if step:
        box.setSingleStep(step * factor)
    else:
        box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def get() -> float:
        return round(box.value() / factor, digits + 4)

    return _finished(Field(name, title, box, get, lambda value: box.setValue(value * factor), box.valueChanged), tip)


def choice(name: str, title: str, tip: str, choices: Choices) -> Field:
    """Return a field for one of some values, each with its words."""
    box = QComboBox()
    narrow(box)
    for value, words in choices:
        box.addItem(words, value)
    return _finished(
        Field(name, title, box, box.currentData, lambda value: box.setCurrentIndex(max(0, box.findData(value))),
              box.currentIndexChanged),
        tip,
    )  # fmt: skip


def switch(name: str, words: str, tip: str) -> Field:
    """Return a check box."""
    box = QCheckBox(words)
    return _finished(Field(name, "", box, box.isChecked, box.setChecked, box.toggled), tip)


def optional(field: Field, nothing: Any) -> Field:
    """Return the field with None in the place of the value ``nothing``, which its widget shows in words."""
    return Field(
        field.name, field.title, field.widget,
        lambda: None if field.get() == nothing else field.get(),
        lambda value: field.put(nothing if value is None else value),
        field.changed,
    )  # fmt: skip


def bare(title: str, widget: QWidget) -> Field:
    """Return a field that is only laid out; what it says is read otherwise."""
    widget.setAccessibleName(title)
    return Field("", title, widget, lambda: None, lambda _value: None, None)


def narrow(box: QComboBox) -> None:
    """Let a long choice not widen the form."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)


def refill(box: QComboBox, choices: Choices) -> None:
    """Offer other values, and keep the one chosen where it is still there."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for value, words in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))


def disable_choice(box: QComboBox, row: int, reason: str | None) -> None:
    """Let a row of a choice not be chosen, for a reason that its tool tip says; None lets it be chosen again."""
    entry = box.model().item(row)
    entry.setEnabled(reason is None)
    if reason is not None:
        box.setItemData(row, reason, Qt.ItemDataRole.ToolTipRole)


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Draw a field that holds what does not do with a border of another colour, or as usual."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        field.style().polish(field)


def lay_out(parent: QWidget, fields: Iterable[Field], grid: QGridLayout | None = None) -> QGridLayout:
    """Lay fields out below each other, titles beside them in a column as wide in every group."""
    if grid is None:
        grid = QGridLayout(parent)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.SPACE)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, parent.fontMetrics().averageCharWidth() * 15)
    for field in fields:
        row = grid.rowCount()
        if field.title:
            label = QLabel(field.title)
            label.setBuddy(field.widget)
            label.setToolTip(field.widget.toolTip())
            grid.addWidget(label, row, 0)
            grid.addWidget(field.widget, row, 1)
        else:
            grid.addWidget(field.widget, row, 0, 1, 2)
    return grid


def _finished(field: Field, tip: str) -> Field:
    """Give a field's widget its names and its tip."""
    field.widget.setObjectName(f"spec_{field.name}")
    field.widget.setToolTip(tip)
    field.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the form, not the figure below it
    if field.title:
        field.widget.setAccessibleName(field.title)
    if isinstance(field.widget, QAbstractSpinBox | QComboBox):
        field.widget.setMinimumWidth(9 * field.widget.fontMetrics().averageCharWidth())  # or its largest value decides
        field.widget.installEventFilter(_Unwheeled(field.widget))
    return field


class _Decimal(DecimalField):
    """Shows no zeros that say nothing at the end."""

    def textFromValue(self, value: float) -> str:
        """Return what stands in the field."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


class _Unwheeled(QObject):
    """Keeps the wheel from changing a figure that does not have the keyboard."""

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        """Leave the wheel to the scroll area round the form."""
        if event.type() == event.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
