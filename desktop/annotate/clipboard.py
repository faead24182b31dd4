"""Objects on the system's clipboard: between images, windows, projects, and as XML text to and from other programs."""

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from core.editing.copying import Pasted, from_text, paste, to_text
from core.errors import AnnotrainError, InvalidValueError
from core.voc.annotation import VocObject
from core.voc.dataset import ImageEntry
from desktop.annotate.document import Document
from desktop.annotate.labelling import Labelling
from desktop.annotate.object_edits import ObjectEdits
from desktop.annotate.selection import Selection
from desktop.error_words import words_of

MIME_TYPE = "application/x-annotrain-objects+xml"
"""The same XML as the text beside it; which of the two a program offers does not matter to us."""


class ObjectClipboard(QObject):
    """Copies, cuts and pastes objects. ``said`` carries what a paste came to, ``warned`` that it did not fit."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(self, document: Document, selection: Selection, objects: ObjectEdits, labelling: Labelling) -> None:
        super().__init__(document)
        self._document = document
        self._selection = selection
        self._objects = objects
        self._labelling = labelling

    def copy(self) -> bool:
        """Put the selected objects on the clipboard; tell whether there were any."""
        things = self._objects.selected
        if not things:
            self.said.emit(self.tr("Select what you want to copy first."))
            return False
        text = to_text(things, self._objects.size())
        carried = QMimeData()
        carried.setData(MIME_TYPE, text.encode("utf-8"))
        carried.setText(text)
        QGuiApplication.clipboard().setMimeData(carried)
        self.said.emit(self.tr("%n object(s) copied.", "", len(things)))
        return True

    def cut(self) -> None:
        """Put the selected objects on the clipboard and remove them; locked ones stay."""
        if self.copy():
            self._objects.remove(self.tr("Cut"))

    def paste(self) -> None:
        """Put the objects of the clipboard on the open image, where they were, or beside what lies there already."""
        carried = QGuiApplication.clipboard().mimeData() or QMimeData()  # an empty clipboard may hold nothing at all
        own = carried.data(MIME_TYPE).data() if carried.hasFormat(MIME_TYPE) else b""
        try:
            things = from_text(bytes(own).decode("utf-8") if own else carried.text())
        except InvalidValueError as error:
            self.said.emit(words_of(error))
            return
        self._put(self.tr("Paste"), things)

    def copy_from(self, entry: ImageEntry) -> None:
        """Put all objects of another image of the dataset on the open one, where they were."""
        try:
            things = self._document.annotation_of(entry).objects
        except AnnotrainError as error:
            self.said.emit(words_of(error))
            return
        if things:
            self._put(self.tr("Copy from {name}").format(name=entry.name), things)
        else:
            self.said.emit(self.tr("{name} has no objects to copy.").format(name=entry.name))

    def _put(self, text: str, things: tuple[VocObject, ...]) -> None:
        annotation = self._document.annotation
        if annotation is None:
            self._document.refused.emit(self._document.reason or self.tr("Open an image first."))
            return
        done = paste(annotation, things, self._objects.size(), self._objects.copy_step())
        if done.places and self._document.commit(text, done.annotation):
            self._labelling.know_labels(thing.label for thing in things)
            self._selection.set(done.places)
        fits = not (done.cut or done.brought or done.dropped)
        (self.said if fits else self.warned).emit(self._words(done))

    def _words(self, done: Pasted) -> str:
        words = [self.tr("%n object(s) pasted.", "", len(done.places))]
        if done.cut or done.brought or done.dropped:
            words.append(self.tr("This image is smaller than where they come from."))
        if done.cut:
            words.append(self.tr("%n cut at the border.", "", done.cut))
        if done.brought:
            words.append(self.tr("%n that lay outside moved to the border.", "", done.brought))
        if done.dropped:
            words.append(self.tr("%n outside of this image left out.", "", done.dropped))
        return " ".join(words)
