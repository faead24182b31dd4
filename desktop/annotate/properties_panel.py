"""What is said of the selected objects, each value editable; where they differ it says so."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.geometry import Box
from core.voc.annotation import POSES, ROTATION, VocObject
from desktop import theme
from desktop.annotate.attribute_table import AttributeTable
from desktop.annotate.fields import Field, NumberField
from desktop.annotate.object_list import FLAGS

Reading = Callable[[Box], float]
_SIDES: dict[str, Reading] = {
    "x": lambda box: box.x0,
    "y": lambda box: box.y0,
    "w": lambda box: box.width,
    "h": lambda box: box.height,
}


class PropertiesPanel(QScrollArea):
    """Label, flags, pose, text, place and attributes of the selected objects.

    The signals carry what a person asks for: ``labelled`` a label, ``flagged`` a flag and its value, ``posed`` a pose,
    ``texted`` a text, ``shaped`` a Box, ``attribute_changed`` a name and a value, ``attribute_renamed`` two names,
    ``attribute_removed`` a name. ``left`` says that the person is done typing.
    """

    labelled = Signal(str)
    flagged = Signal(str, bool)
    posed = Signal(str)
    texted = Signal(str)
    shaped = Signal(object)
    attribute_changed = Signal(str, str)
    attribute_renamed = Signal(str, str)
    attribute_removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("properties")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._box: Box | None = None
        content = QWidget()
        content.setObjectName("properties_content")
        self.setWidget(content)
        self.note = QLabel()
        self.note.setProperty("role", "note")
        self.all = QWidget(content)
        self.nothing = theme.note(self.tr("Select an object to see what is said of it."), content)
        self.label = self._field("object_label", self.labelled)
        self.text = self._field("object_text", self.texted)
        self.pose = self._field("object_pose", self.posed)
        self.pose.complete_from(POSES)
        self.flags = {flag: self._flag_box(flag, text) for flag, text in self._flag_texts().items()}
        self.sides = {name: self._side(name) for name in _SIDES}
        self.attributes = AttributeTable(content)
        self.attributes.changed.connect(self.attribute_changed)
        self.attributes.renamed.connect(self.attribute_renamed)
        self.attributes.removed.connect(self.attribute_removed)
        self.attributes.left.connect(self.left)
        self._lay_out(content)
        self.show_objects(())

    def show_objects(self, things: Sequence[VocObject]) -> None:
        """Show what is said of these objects."""
        self.note.setText(self._words(things))
        self.all.setVisible(bool(things))
        self.nothing.setVisible(not things)
        for field, values in (
            (self.label, {thing.label for thing in things}),
            (self.text, {thing.text for thing in things}),
            (self.pose, {thing.pose for thing in things}),
        ):
            field.setEnabled(bool(things))
            field.show_values(values)
        for flag, box in self.flags.items():
            _show_flag(box, {bool(getattr(thing, flag)) for thing in things})
        self._show_sides(things)
        self.attributes.show_objects(things)

    def set_labels(self, names: Iterable[str]) -> None:
        """Complete labels from these."""
        self.label.complete_from(names)

    def _show_sides(self, things: Sequence[VocObject]) -> None:
        alone = things[0] if len(things) == 1 else None
        self._box = alone.shape if alone is not None and isinstance(alone.shape, Box) and not alone.locked else None
        for name, field in self.sides.items():
            field.setEnabled(bool(things))
            field.setReadOnly(self._box is None)
            field.show_numbers({_SIDES[name](thing.shape.bounds) for thing in things})

    def _reshape(self, name: str, number: float) -> None:
        """Ask for the box with one of its numbers replaced: x and y move it, w and h move its right and lower edge."""
        if self._box is None:
            return
        now = {side: read(self._box) for side, read in _SIDES.items()} | {name: number}
        if now["w"] > 0 and now["h"] > 0:
            self.shaped.emit(Box(now["x"], now["y"], now["x"] + now["w"], now["y"] + now["h"]))
        else:
            self.sides[name].show_numbers([_SIDES[name](self._box)])

    def _lay_out(self, content: QWidget) -> None:
        half = theme.SPACE // 2
        grid = QGridLayout()
        grid.setSpacing(half)
        grid.setColumnStretch(1, 1)
        texts = (self.tr("Label"), self.tr("Text"), self.tr("Pose"))
        for row, (text, field) in enumerate(zip(texts, (self.label, self.text, self.pose), strict=True)):
            grid.addWidget(_small(text), row, 0)
            grid.addWidget(field, row, 1)
        numbers = QGridLayout()
        numbers.setSpacing(half)
        for place, (name, field) in enumerate(self.sides.items()):
            numbers.addWidget(_small(name), place // 2, 2 * (place % 2))
            numbers.addWidget(field, place // 2, 2 * (place % 2) + 1)
        flags = QVBoxLayout()
        flags.setSpacing(half)
        for box in self.flags.values():
            # Below each other, for beside each other German words are wider than the column.
            flags.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        top = QHBoxLayout()
        top.addWidget(theme.heading(self.tr("Properties"), content), 1)
        top.addWidget(self.note)
        inner = QVBoxLayout(self.all)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.SPACE)
        for part in (grid, flags, numbers):
            inner.addLayout(part)
        inner.addWidget(_small(self.tr("Attributes")))
        inner.addWidget(self.attributes)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(top)
        layout.addWidget(self.nothing)
        layout.addWidget(self.all)
        layout.addStretch(1)

    def _field(self, name: str, entered: object) -> Field:
        field = Field(name, self)
        field.setMinimumWidth(60)
        field.entered.connect(entered)
        field.left.connect(self.left)
        return field

    def _side(self, name: str) -> NumberField:
        field = NumberField(f"object_{name}", self)
        field.setMinimumWidth(40)
        field.number_entered.connect(lambda number: self._reshape(name, number))
        field.left.connect(self.left)
        return field

    def _flag_box(self, flag: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(flag)
        box.clicked.connect(lambda: self.flagged.emit(flag, box.checkState() != Qt.CheckState.Unchecked))
        return box

    def _flag_texts(self) -> dict[str, str]:
        return dict(zip(FLAGS, (self.tr("Difficult"), self.tr("Truncated"), self.tr("Occluded")), strict=True))

    def _words(self, things: Sequence[VocObject]) -> str:
        if not things:
            return ""
        turned = things[0].attribute(ROTATION) if len(things) == 1 else None
        if turned is not None:
            return self.tr("turned by {angle}°").format(angle=turned)
        return self.tr("%n object(s)", "", len(things))


def _show_flag(box: QCheckBox, values: set[bool]) -> None:
    box.setEnabled(bool(values))
    box.setTristate(len(values) > 1)
    if len(values) > 1:
        box.setCheckState(Qt.CheckState.PartiallyChecked)
    else:
        box.setChecked(values == {True})


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "note")
    return label
