"""Typing the text of each object where it lies: characters, words, numbers on a plate."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from core.voc.annotation import Annotation
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.document import Document
from desktop.annotate.object_edits import ObjectEdits
from desktop.annotate.selection import Selection

LEAST_WIDTH = 120
GAP = 4


class TextEditor(QLineEdit):
    """A line over the canvas at one object. Enter keeps what was typed, Tab goes on to the next object, Esc drops it.

    Whatever takes the keyboard away keeps what was typed as well.
    """

    def __init__(self, document: Document, selection: Selection, objects: ObjectEdits, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.setObjectName("text_editor")
        self.setPlaceholderText(self.tr("Text of this object"))
        self._document = document
        self._selection = selection
        self._objects = objects
        self._canvas = canvas
        self._place: int | None = None
        self.hide()

    def open(self) -> None:
        """Edit the text of the first selected object, or else of the first object of all."""
        annotation = self._document.annotation
        places = sorted(self._selection.places) or (self._places(annotation) if annotation is not None else [])
        if not places:
            self._objects.said.emit(self.tr("Draw or select an object first; its text is typed there."))
        elif self._document.read_only:
            self._document.refused.emit(self._document.reason or "")
        else:
            self._open_at(places[0])

    def finish(self) -> None:
        """Keep what was typed and close."""
        place, self._place = self._place, None
        if place is None:
            return
        self.hide()
        annotation = self._document.annotation
        if annotation is not None and place < len(annotation.objects) and self.isModified():
            self._objects.set_text_of((place,), self.text())

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt does, and every key that is a shortcut elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._go_on(-1 if back else 1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, drop with Esc."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
            self._canvas.setFocus()
        elif key == Qt.Key.Key_Escape:
            self.setModified(False)
            self.finish()
            self._canvas.setFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when something else takes the keyboard; a menu of ours gives it back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _open_at(self, place: int) -> None:
        annotation = self._document.annotation
        assert annotation is not None  # it was open when the place was found
        thing = annotation.objects[place]
        self._selection.set((place,))
        self._place = place
        rect = self._canvas.view_rect(thing.shape)
        room = self._canvas.rect().adjusted(GAP, GAP, -GAP, -GAP)
        words = thing.text or self.placeholderText()
        needed = self.fontMetrics().horizontalAdvance(words) + 3 * self.fontMetrics().height()
        width = min(max(round(rect.width()), LEAST_WIDTH, needed), room.width())
        self.resize(width, self.sizeHint().height())
        below = round(rect.bottom()) + GAP
        y = below if below + self.height() <= room.bottom() else round(rect.top()) - self.height() - GAP
        x = min(max(round(rect.left()), room.left()), room.right() - width)
        self.move(QPoint(x, min(max(y, room.top()), room.bottom() - self.height())))
        self.setText(thing.text)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, step: int) -> None:
        """Keep what was typed and open the next or previous object that is shown; round after the last."""
        annotation, place = self._document.annotation, self._place
        if annotation is None or place is None:
            return
        places = self._places(annotation)
        here = places.index(place) if place in places else 0
        self.finish()
        self._open_at(places[(here + step) % len(places)])

    @staticmethod
    def _places(annotation: Annotation) -> list[int]:
        return [place for place, thing in enumerate(annotation.objects) if not thing.hidden]
