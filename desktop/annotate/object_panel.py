"""The list of the open image's objects."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.voc.annotation import Annotation
from desktop import theme
from desktop.annotate.object_list import EYE, OBJECT, ObjectList, ObjectListModel


class ObjectPanel(QWidget):
    """The objects, the one on top of all others last.

    ``chosen`` carries the selected places, ``opened`` that of a double-clicked object, ``hid`` and ``locked`` a place
    whose switch was pressed and the value that it asks for.
    """

    chosen = Signal(object)
    opened = Signal(int)
    hid = Signal(int, bool)
    locked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ObjectListModel(self)
        self.view = ObjectList(self)
        self.view.setModel(self.model)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.view.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.view.switched.connect(self._switch)
        self.count = QLabel()
        self.count.setProperty("role", "note")
        top = QHBoxLayout()
        top.addWidget(theme.heading(self.tr("Objects"), self), 1)
        top.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE // 2)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)

    def show_annotation(self, annotation: Annotation | None, selected: frozenset[int]) -> None:
        """Show another annotation."""
        objects = annotation.objects if annotation is not None else ()
        with QSignalBlocker(self.view.selectionModel()):
            self.model.set_objects(objects)
        self.count.setText(str(len(objects)) if objects else "")
        self.show_selection(selected)

    def show_selection(self, places: frozenset[int]) -> None:
        """Highlight the selected objects."""
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

    def _choose(self) -> None:
        self.chosen.emit(frozenset(index.row() for index in self.view.selectionModel().selectedRows()))

    def _switch(self, row: int, number: int) -> None:
        thing = self.model.index(row).data(OBJECT)
        if number == EYE:
            self.hid.emit(row, not thing.hidden)
        else:
            self.locked.emit(row, not thing.locked)


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last place of each unbroken run, in order."""
    runs: list[tuple[int, int]] = []
    for place in sorted(places):
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
