"""The rows of the object list: what each says, its switches, and dragging them into another order."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from core.editing.hit_test import unchanged_ends
from core.geometry import Box, Mask, Point, Polygon, Shape
from core.voc.annotation import VocObject
from desktop import theme
from desktop.annotate.canvas.painter import ColorOf
from desktop.annotate.rows import (
    SWITCH_WIDTH,
    Index,
    RowDelegate,
    SwitchList,
    draw_name,
    draw_note,
    draw_swatch,
)

OBJECT, COLOR, SHOWN = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3))
FLAGS = ("difficult", "truncated", "occluded")
EYE, LOCK = 0, 1
"""The numbers of a row's switches."""
_ROWS = "application/x-annotrain-rows"


class ObjectListModel(QAbstractListModel):
    """The objects of the open image; a row is an object's place.

    ``dragged`` carries rows that were dragged and the row before which they were dropped.
    """

    dragged = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._objects: tuple[VocObject, ...] = ()
        self._hidden_labels: frozenset[str] = frozenset()
        self._color_of: ColorOf = lambda _label: QColor("#808080")

    def set_objects(self, objects: tuple[VocObject, ...]) -> None:
        """Show these objects; rows stay selected where their number does not change."""
        if len(objects) == len(self._objects):
            first, last = unchanged_ends(self._objects, objects)
            self._objects = objects
            if first < len(objects):  # else they are the very same
                self.dataChanged.emit(self.index(first), self.index(len(objects) - 1 - last))
            return
        self.beginResetModel()
        self._objects = objects
        self.endResetModel()

    def set_colors(self, color_of: ColorOf) -> None:
        """Give the colours of the labels."""
        self._color_of = color_of
        self._all_changed()

    def set_hidden_labels(self, labels: frozenset[str]) -> None:
        """Show the objects of these labels as not shown."""
        self._hidden_labels = labels
        self._all_changed()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many objects there are."""
        return 0 if parent is not None and parent.isValid() else len(self._objects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return label, the object itself, its colour, or whether it is shown."""
        thing = self._objects[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.label
        if role == OBJECT:
            return thing
        if role == COLOR:
            return self._color_of(thing.label)
        if role == SHOWN:
            return not thing.hidden and thing.label not in self._hidden_labels
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._words(thing)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the type of dragged rows."""
        return [_ROWS]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Return the numbers of the dragged rows, after a number that only this list has: rows stay in their list."""
        carried = QMimeData()
        numbers = [id(self), *sorted(index.row() for index in indexes)]
        carried.setData(_ROWS, ",".join(map(str, numbers)).encode())
        return carried

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what was dragged where; the rows change when the annotation does."""
        del column
        if action != Qt.DropAction.MoveAction or not data.hasFormat(_ROWS):
            return False
        mine, *rows = [int(text) for text in bytes(data.data(_ROWS).data()).decode().split(",")]
        if mine != id(self):
            return False
        if row < 0:
            row = parent.row() if parent.isValid() else len(self._objects)
        self.dragged.emit(frozenset(rows), row)
        return False  # the view need not remove anything

    def _all_changed(self) -> None:
        if self._objects:
            self.dataChanged.emit(self.index(0), self.index(len(self._objects) - 1))

    def _words(self, thing: VocObject) -> str:
        bounds = thing.shape.bounds
        size = self.tr("{width} × {height} pixels").format(width=f"{bounds.width:g}", height=f"{bounds.height:g}")
        words = [thing.label, size, *(flag for flag in FLAGS if getattr(thing, flag))]
        words += [self.tr("group {number}").format(number=thing.group)] if thing.group else []
        words += [self.tr("locked")] if thing.locked else []
        words += [self.tr("hidden")] if thing.hidden else []
        words += [f"“{thing.text}”"] if thing.text else []
        return ", ".join(words)


class ObjectDelegate(RowDelegate):
    """Draws an object's row."""

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw swatch, kind, label and text, group, the first letters of the flags that are set, and the switches."""
        thing, colors, shown = index.data(OBJECT), theme.colors(), index.data(SHOWN)
        self.draw_switch(painter, row, EYE, "eye" if shown else "eye-off", on=not shown)
        self.draw_switch(painter, row, LOCK, "lock" if thing.locked else "unlock", on=thing.locked)
        rest = draw_swatch(painter, row, index.data(COLOR))
        self.draw_mark(painter, rest, kind_icon(thing.shape), colors.muted)
        rest = rest.adjusted(23, 0, -2 * SWITCH_WIDTH if self.hovered else -_switches_on(thing, shown), 0)
        for flag in reversed(FLAGS):
            rest = draw_note(painter, rest, flag[0].upper() if getattr(thing, flag) else "", colors.muted, framed=True)
        rest = draw_note(painter, rest, f"#{thing.group}" if thing.group else "", colors.accent)
        words = f"{thing.label}  {thing.text}" if thing.text else thing.label
        draw_name(painter, rest, words, muted=not shown)


class ObjectList(SwitchList):
    """The list view of the objects, whose rows can be dragged into another order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("object_list", ObjectDelegate(), 2, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)


def _switches_on(thing: VocObject, shown: bool) -> float:
    """Return the room at the right that the switches take which are drawn without the mouse on the row."""
    return 2 * SWITCH_WIDTH if thing.locked else 0 if shown else SWITCH_WIDTH


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
