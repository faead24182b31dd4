"""Making one kind of shape of another, joining and parting: what the Object menu does to the selected shapes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.editing import conversion
from core.editing.mask_edits import holes_of
from core.errors import InvalidValueError
from core.geometry import Mask
from core.voc.annotation import Annotation
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.document import Document
from desktop.annotate.selection import Selection
from desktop.annotate.tools.options import ToolOptions
from desktop.error_words import words_of

Edit = Callable[[Annotation, frozenset[int]], conversion.Changed]


class ShapeEdits(QObject):
    """Each method is one edit of core and one step of undo. ``said`` carries what a person should know of it."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._document = document
        self._selection = selection
        self._canvas = canvas

    def convert(self) -> None:
        """Make polygons of the selected masks, or else masks of the other shapes."""
        annotation, places, tolerance = self._document.annotation, self._selection.places, self._options.simplify
        if annotation is None or not places:
            self.said.emit(self.tr("Select masks or polygons first."))
            return
        to_polygons = conversion.holds_masks(annotation, places)
        holed = to_polygons and any(_has_holes(annotation, place) for place in places)
        text = self.tr("Make polygon") if to_polygons else self.tr("Make mask")
        if self._commit(text, lambda now, chosen: conversion.convert(now, chosen, tolerance, self._size)) and holed:
            self.said.emit(self.tr("A polygon has no holes: each is joined to the outline by a cut of no width."))

    def merge(self) -> None:
        """Make one mask of the selected objects of one label."""
        self._commit(self.tr("Merge objects"), lambda now, places: conversion.merge(now, places, self._size))

    def split(self) -> None:
        """Make an object of each part of the selected masks."""
        if not self._commit(self.tr("Split mask"), conversion.split):
            self.said.emit(self.tr("Select a mask of several parts first."))

    def fill_holes(self) -> None:
        """Fill the holes of the selected masks."""
        if not self._commit(self.tr("Fill holes"), conversion.fill_holes):
            self.said.emit(self.tr("Select a mask with holes first."))

    @property
    def _options(self) -> ToolOptions:
        return self._canvas.options

    @property
    def _size(self) -> tuple[int, int]:
        scene, annotation = self._canvas.scene(), self._document.annotation
        assert annotation is not None  # there is something selected
        return scene.size if scene is not None else (annotation.width, annotation.height)

    def _commit(self, text: str, edit: Edit) -> bool:
        """Commit an edit of the selected objects; tell whether it changed anything."""
        annotation = self._document.annotation
        if annotation is None:
            return False
        try:
            changed, places = edit(annotation, self._selection.places)
        except InvalidValueError as error:
            self.said.emit(words_of(error))
            return True
        if changed == annotation or not self._document.commit(text, changed):
            return False
        self._selection.set(places)
        return True


def _has_holes(annotation: Annotation, place: int) -> bool:
    shape = annotation.objects[place].shape
    return isinstance(shape, Mask) and bool(holes_of(shape))
