"""The free attributes of the selected objects: a line for each, and one to add another."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from core.voc.annotation import RESERVED, VocObject
from desktop import theme
from desktop.annotate.fields import Field


class AttributeTable(QWidget):
    """Names and values. ``changed`` carries a name and its new value, ``renamed`` the old and the new name,
    ``removed`` a name; ``left`` asks that somebody else take the keyboard.
    """  # noqa: D205  one sentence

    changed = Signal(str, str)
    renamed = Signal(str, str)
    removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known: set[str] = set()
        self._names: tuple[str, ...] | None = None
        self._titles: dict[str, Field] = {}
        self._values: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SPACE // 2)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.new_name = self._field("new_attribute_name", self.tr("Name"))
        self.new_value = self._field("new_attribute_value", self.tr("Value"))
        self.new_name.left.disconnect()
        self.new_name.left.connect(self._to_value)
        self.new_value.entered.connect(self._add)
        self.show_objects(())

    def show_objects(self, things: Sequence[VocObject]) -> None:
        """Show the attributes that any of these objects has."""
        names = tuple(dict.fromkeys(name for thing in things for name, _ in thing.attributes if name not in RESERVED))
        self.setEnabled(bool(things))
        self.know(names)
        if names != self._names:
            self._rebuild(names)
        for name, field in self._values.items():
            self._titles[name].show_values([name])
            field.show_values(thing.attribute(name) or "" for thing in things)

    def know(self, names: Iterable[str]) -> None:
        """Note attribute names that are in use, to be completed."""
        self._known |= set(names)
        self.new_name.complete_from(sorted(self._known, key=str.casefold))

    def value_field(self, name: str) -> Field:
        """Return the line with the value of that attribute."""
        return self._values[name]

    def _rebuild(self, names: tuple[str, ...]) -> None:
        for place in reversed(range(self._grid.count())):
            widget = self._grid.takeAt(place).widget()
            if widget not in (self.new_name, self.new_value):
                widget.hide()
                widget.setObjectName("")  # nobody finds it any more
                widget.deleteLater()
        self._names, self._titles, self._values = names, {}, {}
        for row, name in enumerate(names):
            self._add_row(row, name)
        self._grid.addWidget(self.new_name, len(names), 0)
        self._grid.addWidget(self.new_value, len(names), 1)

    def _add_row(self, row: int, name: str) -> None:
        title, value, cross = self._field("attribute_name", ""), self._field("attribute_value", ""), QToolButton(self)
        title.entered.connect(lambda new: self.renamed.emit(name, new.strip()))
        value.entered.connect(lambda text: self.changed.emit(name, text.strip()))
        cross.setObjectName("remove_attribute")
        cross.setToolTip(self.tr("Remove the attribute {name}").format(name=name))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.dress(cross, "close")
        cross.clicked.connect(lambda: self.removed.emit(name))
        self._titles[name], self._values[name] = title, value
        for column, widget in enumerate((title, value, cross)):
            self._grid.addWidget(widget, row, column)

    def _field(self, name: str, placeholder: str) -> Field:
        field = Field(name, self, placeholder)
        field.setMinimumWidth(40)
        field.left.connect(self.left)
        return field

    def _to_value(self) -> None:
        self.new_value.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, value: str) -> None:
        name = self.new_name.text().strip()
        if name:
            self.new_name.clear()
            self.new_value.clear()
            self.changed.emit(name, value.strip())
        else:
            self.new_name.setFocus(Qt.FocusReason.TabFocusReason)
