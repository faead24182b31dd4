"""What becomes of a gesture, and which label objects get."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QColor

from core.editing import edits
from core.errors import InvalidValueError
from core.geometry import Shape
from core.voc.annotation import checked_text
from core.voc.label_list import LabelList
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.document import Document
from desktop.annotate.label_popup import LabelPopup
from desktop.annotate.selection import Selection
from desktop.annotate.tools.gesture import Chosen, Drawn, Edited
from desktop.error_words import words_of


class Labelling(QObject):
    """Turns outcomes and keys into commits. It knows the label list and which label new objects get.

    A new object gets the label that was used last; where ``asks`` is on, it is asked for, the last one offered first.
    ``label_pressed`` carries a label that was used while nothing was selected or drawn, ``label_wanted`` says that
    another label was asked for then: a suggestion may be meant.
    """

    labels_changed = Signal(object)
    label_chosen = Signal(object)
    label_pressed = Signal(str)
    label_wanted = Signal()

    def __init__(self, document: Document, selection: Selection, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._document = document
        self._selection = selection
        self._canvas = canvas
        self.popup = LabelPopup(canvas)
        self.popup.closed.connect(self._after_popup)
        self.label_list = LabelList()
        self.label: str | None = None
        self.asks = False
        canvas.outcome.connect(self.take)
        canvas.relabel.connect(self.ask_label_of)

    def color_of(self, label: str) -> QColor:
        """Return the colour of a label."""
        return _color(self.label_list.color_of(label))

    def set_label_list(self, label_list: LabelList, *, fresh: bool) -> None:
        """Take over other labels; those that were added here stay unless it is a ``fresh`` dataset."""
        if not fresh:
            for name in self.label_list.names:
                label_list = label_list.with_label(name)
        self.label_list = label_list
        names = label_list.names
        self.choose_label(self.label if self.label in names and not fresh else next(iter(names), None))

    def choose_label(self, name: str | None) -> None:
        """Have new objects get this label."""
        self.label = name
        self.label_chosen.emit(name)

    def add_label(self, name: str) -> None:
        """Add a label to the list and make it the current one."""
        self.know_labels((name,))
        self.choose_label(name)

    def know_labels(self, names: Iterable[str]) -> None:
        """Add labels to the list, such as those of pasted objects; the current one stays."""
        label_list = self.label_list
        for name in names:
            label_list = label_list.with_label(name)
        self.change_labels(label_list)

    def change_labels(self, label_list: LabelList) -> None:
        """Take over other colours, keys or labels."""
        if label_list != self.label_list:
            self.label_list = label_list
            self.labels_changed.emit(label_list)

    def use_label(self, name: str) -> None:
        """Make a label the current one and give it to the shape being drawn, or else to the selected objects."""
        self.choose_label(name)
        if self._selection.places and not self._canvas.busy:
            places = self._selection.places
            self._document.edit(self.tr("Change label"), lambda now: edits.set_label(now, places, name))
        elif not self._canvas.busy:
            self.label_pressed.emit(name)

    def use_last_label(self) -> None:
        """Give the selected objects the label that was used last."""
        if self.label is not None:
            self.use_label(self.label)

    def press_number(self, key: int) -> None:
        """Use the label of a number key."""
        label = self.label_list.for_key(key)
        if label is not None:
            self.use_label(label.name)

    def take(self, outcome: Drawn | Edited | Chosen) -> None:
        """Commit what a gesture came to."""
        match outcome:
            case Chosen(places):
                self._selection.set(places)
            case Edited(text, annotation, selected):
                if self._document.commit(text, annotation):
                    self._selection.set(selected)
            case Drawn() if self.label is not None and not self.asks:
                self._add(outcome, self.label)
            case Drawn(shape=shape):
                self.ask_label_for(shape, self.label or "", lambda label: self._add(outcome, label))

    def ask_label_of(self, place: int) -> None:
        """Ask for another label for an object, or for all selected ones if it is one of them."""
        annotation = self._document.annotation
        if annotation is None or not 0 <= place < len(annotation.objects):
            return
        places = self._selection.places if place in self._selection.places else frozenset((place,))
        self._selection.set(places)
        thing = annotation.objects[place]
        self.ask_label_for(thing.shape, thing.label, lambda label: self._relabel(places, label))

    def relabel_selection(self, text: str) -> None:
        """Give the selected objects the label that was typed; what cannot be written is refused."""
        label = text.strip()
        try:
            checked_text(label, "label")
        except InvalidValueError as error:
            self._document.refused.emit(words_of(error))
        else:
            self._relabel(self._selection.places, label)

    def ask_label_of_selection(self) -> None:
        """Ask for another label for the selected objects."""
        if self._selection.places:
            self.ask_label_of(min(self._selection.places))
        else:
            self.label_wanted.emit()

    def _add(self, drawn: Drawn, label: str) -> None:
        self.add_label(label)
        annotation = drawn.below or self._document.annotation
        if annotation is None:
            return
        changed = edits.add_object(annotation, label, drawn.shape, drawn.attributes)
        if self._document.commit(drawn.text, changed):
            self._selection.set((len(annotation.objects),))

    def _relabel(self, places: frozenset[int], label: str) -> None:
        self.add_label(label)
        self._document.edit(self.tr("Change label"), lambda now: edits.set_label(now, places, label))

    def ask_label_for(self, shape: Shape, first: str, answer: Callable[[str], None]) -> None:
        """Show the shape while its label is asked for, ``first`` being offered first."""
        overlay = self._canvas.overlay
        overlay.preview = replace(overlay.preview, shape=shape)
        beside = self._canvas.view_rect(shape)
        self._canvas.update()
        self._canvas.asking = self.popup.line
        self.popup.ask(_rounded(beside), self.label_list.names, first, answer)

    def _after_popup(self) -> None:
        self._canvas.asking = None
        self._canvas.cancel()
        self._canvas.overlay.preview = replace(self._canvas.overlay.preview, shape=None)
        self._canvas.update()
        self._canvas.setFocus()


def _rounded(rect: QRectF) -> QRect:
    limited = rect.intersected(QRectF(QPointF(-9999, -9999), QPointF(9999, 9999)))
    return limited.toAlignedRect()


@lru_cache(maxsize=1024)
def _color(name: str) -> QColor:
    """Return the colour of that name, "#rrggbb"; each drawn object asks for one."""
    return QColor(name)
