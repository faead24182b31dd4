"""What a person does to the open image: outcomes of gestures, labels, flags. Each action is one edit of core."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QColor

from core.editing import edits
from core.editing.hit_test import Part
from core.geometry import Shape
from core.voc.annotation import Annotation
from core.voc.label_list import LabelList
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.document import Document
from desktop.annotate.label_popup import LabelPopup
from desktop.annotate.selection import Selection
from desktop.annotate.tools.gesture import Chosen, Drawn, Edited
from desktop.annotate.tools.select import vertex_removed


class Labelling(QObject):
    """Turns outcomes and keys into commits. It knows the label list and which label new objects get."""

    labels_changed = Signal(object)
    label_chosen = Signal(object)

    def __init__(self, document: Document, selection: Selection, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._document = document
        self._selection = selection
        self._canvas = canvas
        self.popup = LabelPopup(canvas)
        self.popup.closed.connect(self._after_popup)
        self.label_list = LabelList()
        self.label: str | None = None
        canvas.outcome.connect(self.take)
        canvas.relabel.connect(self.ask_label_of)

    def color_of(self, label: str) -> QColor:
        """Return the colour of a label."""
        return QColor(self.label_list.color_of(label))

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
        if name not in self.label_list.names:
            self.label_list = self.label_list.with_label(name)
            self.labels_changed.emit(self.label_list)
        self.choose_label(name)

    def use_label(self, name: str) -> None:
        """Make a label the current one and give it to the shape being drawn, or else to the selected objects."""
        self.choose_label(name)
        if self._selection.places and not self._canvas.busy:
            self._commit(self.tr("Change label"), lambda now: edits.set_label(now, self._selection.places, name))

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
            case Drawn(text, shape) if self.label is not None:
                self._add(text, shape, self.label)
            case Drawn(text, shape):
                self._ask(shape, "", lambda label: self._add(text, shape, label))

    def ask_label_of(self, place: int) -> None:
        """Ask for another label for an object, or for all selected ones if it is one of them."""
        annotation = self._document.annotation
        if annotation is None or not 0 <= place < len(annotation.objects):
            return
        places = self._selection.places if place in self._selection.places else frozenset((place,))
        self._selection.set(places)
        thing = annotation.objects[place]
        self._ask(thing.shape, thing.label, lambda label: self._relabel(places, label))

    def ask_label_of_selection(self) -> None:
        """Ask for another label for the selected objects."""
        if self._selection.places:
            self.ask_label_of(min(self._selection.places))

    def delete(self) -> bool:
        """Remove the point under the cursor, or else the selected objects; tell whether there was anything."""
        scene = self._canvas.scene()
        target = scene.target if scene is not None else None
        if scene is not None and target is not None and target.part is Part.VERTEX:
            edited = vertex_removed(scene, target)
            if edited is not None:
                self.take(edited)
                return True
        places = self._selection.places
        if not places:
            return False
        text = self.tr("Delete object") if len(places) == 1 else self.tr("Delete objects")
        self._commit(text, lambda now: edits.remove_objects(now, places))
        self._selection.set(())
        return True

    def set_flag(self, flag: str, value: bool) -> None:
        """Set 'difficult', 'truncated' or 'occluded' for the selected objects."""
        places = self._selection.places
        self._commit(self.tr("Set {flag}").format(flag=flag), lambda now: edits.set_flags(now, places, **{flag: value}))

    def toggle_verified(self) -> None:
        """Mark the image as done, or take the mark away."""
        annotation = self._document.annotation
        if annotation is not None:
            text = self.tr("Take back 'verified'") if annotation.verified else self.tr("Mark as verified")
            self._commit(text, lambda now: edits.set_verified(now, not now.verified))

    def nudge(self, dx: int, dy: int) -> None:
        """Move the selected objects by pixels."""
        places, scene = self._selection.places, self._canvas.scene()
        if places and scene is not None:
            shapes = [scene.annotation.objects[place].shape for place in places]
            shift = edits.allowed_shift(shapes, *scene.size, dx, dy)
            self._commit(self.tr("Move"), lambda now: edits.move_objects(now, places, *shift))

    def _commit(self, text: str, edit: Callable[[Annotation], Annotation]) -> None:
        annotation = self._document.annotation
        if annotation is None:
            self._document.refused.emit(self._document.reason or "")
        else:
            self._document.commit(text, edit(annotation))

    def _add(self, text: str, shape: Shape, label: str) -> None:
        self.add_label(label)
        annotation = self._document.annotation
        if annotation is not None and self._document.commit(text, edits.add_object(annotation, label, shape)):
            self._selection.set((len(annotation.objects),))

    def _relabel(self, places: frozenset[int], label: str) -> None:
        self.add_label(label)
        self._commit(self.tr("Change label"), lambda now: edits.set_label(now, places, label))

    def _ask(self, shape: Shape, first: str, answer: Callable[[str], None]) -> None:
        """Show the shape while its label is asked for."""
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
