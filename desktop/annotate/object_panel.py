"""The list of the open image's objects and the flags of those selected."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from core.geometry import Box, Mask, Point, Polygon, Shape
from core.voc.annotation import Annotation, VocObject
from desktop import theme
from desktop.annotate.canvas.painter import ColorOf
from desktop.annotate.rows import Index, RowDelegate, draw_name, draw_note, draw_swatch, plain_list

OBJECT, COLOR = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
FLAGS = ("difficult", "truncated", "occluded")


class ObjectListModel(QAbstractListModel):
    """The objects of the open image; a row is an object's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._objects: tuple[VocObject, ...] = ()
        self._color_of: ColorOf = lambda _label: QColor("#808080")

    def set_objects(self, objects: tuple[VocObject, ...]) -> None:
        """Show these objects; rows stay selected where their number does not change."""
        if len(objects) == len(self._objects):
            self._objects = objects
            self._all_changed()
            return
        self.beginResetModel()
        self._objects = objects
        self.endResetModel()

    def set_colors(self, color_of: ColorOf) -> None:
        """Give the colours of the labels."""
        self._color_of = color_of
        self._all_changed()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many objects there are."""
        return 0 if parent is not None and parent.isValid() else len(self._objects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return label, the object itself, or its colour."""
        thing = self._objects[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.label
        if role == OBJECT:
            return thing
        if role == COLOR:
            return self._color_of(thing.label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(thing)
        return None

    def _all_changed(self) -> None:
        if self._objects:
            self.dataChanged.emit(self.index(0), self.index(len(self._objects) - 1))

    def _words(self, thing: VocObject) -> str:
        bounds = thing.shape.bounds
        size = self.tr("{width} × {height} pixels").format(width=f"{bounds.width:g}", height=f"{bounds.height:g}")
        return ", ".join((thing.label, size, *(flag for flag in FLAGS if getattr(thing, flag))))


class ObjectDelegate(RowDelegate):
    """Draws an object's row."""

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw swatch, kind, label and the first letters of the flags that are set."""
        thing, colors = index.data(OBJECT), theme.colors()
        rest = draw_swatch(painter, row, index.data(COLOR))
        self.draw_mark(painter, rest, kind_icon(thing.shape), colors.muted)
        rest = rest.adjusted(23, 0, 0, 0)
        for flag in reversed(FLAGS):
            rest = draw_note(painter, rest, flag[0].upper() if getattr(thing, flag) else "", colors.muted, framed=True)
        draw_name(painter, rest, thing.label)


class ObjectPanel(QWidget):
    """The objects and their flags. ``chosen`` carries the selected places, ``flagged`` a flag's name and new value."""

    chosen = Signal(object)
    flagged = Signal(str, bool)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ObjectListModel(self)
        self.view = plain_list("object_list", ObjectDelegate(), self)
        self.view.setModel(self.model)
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.view.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.count = QLabel()
        self.count.setProperty("role", "note")
        self.boxes = {flag: QCheckBox(text) for flag, text in self._flag_texts().items()}
        flags = QGridLayout()
        flags.setSpacing(theme.SPACE)
        for number, (flag, box) in enumerate(self.boxes.items()):
            box.setObjectName(flag)
            box.setEnabled(False)
            box.clicked.connect(lambda _checked, flag=flag, box=box: self._flag(flag, box))
            flags.addWidget(box, *divmod(number, 2))  # two beside each other, so that the column may be narrow
        top = QHBoxLayout()
        top.addWidget(theme.heading(self.tr("Objects"), self), 1)
        top.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(flags)

    def show_annotation(self, annotation: Annotation | None, selected: frozenset[int]) -> None:
        """Show another annotation."""
        objects = annotation.objects if annotation is not None else ()
        with QSignalBlocker(self.view.selectionModel()):
            self.model.set_objects(objects)
        self.count.setText(str(len(objects)) if objects else "")
        self.show_selection(selected)

    def show_selection(self, places: frozenset[int]) -> None:
        """Highlight the selected objects and show their flags."""
        wanted = QItemSelection()
        for first, last in _runs(place for place in places if place < self.model.rowCount()):
            wanted.select(self.model.index(first), self.model.index(last))
        chosen = self.view.selectionModel()
        if {index.row() for index in chosen.selectedRows()} != places:
            with QSignalBlocker(chosen):
                chosen.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                if len(places) == 1:
                    self.view.scrollTo(self.model.index(next(iter(places))))
            self.view.viewport().update()
        self._show_flags(places)

    def _show_flags(self, places: frozenset[int]) -> None:
        things = [self.model.index(place).data(OBJECT) for place in places if place < self.model.rowCount()]
        for flag, box in self.boxes.items():
            values = {getattr(thing, flag) for thing in things}
            box.setEnabled(bool(things))
            box.setTristate(len(values) > 1)
            if len(values) > 1:
                box.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                box.setChecked(values == {True})

    def _flag(self, flag: str, box: QCheckBox) -> None:
        wanted = box.checkState() != Qt.CheckState.Unchecked
        self.flagged.emit(flag, wanted)

    def _choose(self) -> None:
        places = frozenset(index.row() for index in self.view.selectionModel().selectedRows())
        self._show_flags(places)
        self.chosen.emit(places)

    def _flag_texts(self) -> dict[str, str]:
        return dict(zip(FLAGS, (self.tr("Difficult"), self.tr("Truncated"), self.tr("Occluded")), strict=True))


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last place of each unbroken run, in order."""
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def kind_icon(shape: Shape) -> str:
    """Return the name of the icon for a kind of shape."""
    match shape:
        case Box():
            return "box"
        case Polygon():
            return "polygon"
        case Point():
            return "point"
        case Mask():
            return "brush"
        case _:
            return "polyline"
