"""The rows of the label list: colour, name, number key, how often it is in the open image, whether it is shown."""

from collections import Counter

from PySide6.QtCore import QAbstractListModel, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from core.editing.hit_test import unchanged_ends
from core.voc.annotation import VocObject
from core.voc.label_list import LabelList
from desktop import theme
from desktop.annotate.rows import SWITCH_WIDTH, Index, RowDelegate, draw_name, draw_note, draw_swatch

COLOR, KEY, COUNT, SHOWN = (Qt.ItemDataRole.UserRole + step for step in (1, 2, 3, 4))
EYE = 0
"""The number of a row's switch."""


class LabelListModel(QAbstractListModel):
    """The labels in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label_list = LabelList()
        self.hidden: frozenset[str] = frozenset()
        self._objects: tuple[VocObject, ...] = ()
        self._counts: Counter[str] = Counter()

    def set_label_list(self, label_list: LabelList) -> None:
        """Show these labels."""
        self.beginResetModel()
        self.label_list = label_list
        self.endResetModel()

    def set_objects(self, objects: tuple[VocObject, ...]) -> None:
        """Count how often each label is among these, the open image's."""
        first, last = unchanged_ends(self._objects, objects)
        gone = Counter(thing.label for thing in self._objects[first : len(self._objects) - last])
        come = Counter(thing.label for thing in objects[first : len(objects) - last])
        self._objects = objects
        if gone != come:
            self._counts = self._counts - gone + come
            self._all_changed()

    def set_hidden(self, labels: frozenset[str]) -> None:
        """Show these labels as hidden."""
        self.hidden = labels
        self._all_changed()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many labels there are."""
        return 0 if parent is not None and parent.isValid() else len(self.label_list.labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name, colour, number key, count, or whether the label is shown."""
        label = self.label_list.labels[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return label.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{label.name} ({label.key})" if label.key else label.name
            case _ if role == COLOR:
                return QColor(label.color)
            case _ if role == KEY:
                return label.key
            case _ if role == COUNT:
                return self._counts[label.name]
            case _ if role == SHOWN:
                return label.name not in self.hidden
        return None

    def _all_changed(self) -> None:
        if self.label_list.labels:
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))


class LabelDelegate(RowDelegate):
    """Draws a label's row."""

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw swatch, name, count, number key and the eye."""
        shown = index.data(SHOWN)
        self.draw_switch(painter, row, EYE, "eye" if shown else "eye-off", on=not shown, always=True)
        rest = draw_swatch(painter, row, index.data(COLOR)).adjusted(0, 0, -SWITCH_WIDTH, 0)
        key, count = index.data(KEY), index.data(COUNT)
        colors = theme.colors()
        rest = draw_note(painter, rest, str(key) if key else "", colors.muted, framed=True)
        rest = draw_note(painter, rest, f"{count} ×" if count else "", colors.muted)
        draw_name(painter, rest, index.data(), muted=not shown)
