"""What a person does to the selected objects: each method is one edit of core and one step of undo."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from core.editing import edits, groups, marks, order
from core.editing.copying import duplicate
from core.editing.hit_test import Part
from core.geometry import Shape
from core.voc.annotation import Annotation, VocObject
from desktop.annotate.canvas.view import CanvasView
from desktop.annotate.document import Document
from desktop.annotate.selection import Selection
from desktop.annotate.tools.reshape_gestures import vertex_removed

COPY_STEP = 12.0
"""How far beside the old object a copy lies, in view pixels."""
BURST_MS = 800
"""After so long without another nudge, the next one is a step of undo of its own."""


class ObjectEdits(QObject):
    """Edits of the selected objects. ``said`` carries what a person should know, such as that some are locked."""

    said = Signal(str)

    def __init__(self, document: Document, selection: Selection, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._document = document
        self._selection = selection
        self._canvas = canvas
        self._rest = QTimer(self, singleShot=True, interval=BURST_MS)
        self._rest.timeout.connect(document.end_burst)
        selection.changed.connect(document.end_burst)

    @property
    def places(self) -> frozenset[int]:
        """Which objects are selected."""
        return self._selection.places

    @property
    def selected(self) -> tuple[VocObject, ...]:
        """The selected objects, in their order."""
        annotation = self._document.annotation
        return tuple(annotation.objects[place] for place in sorted(self.places)) if annotation else ()

    def copy_step(self) -> float:
        """Return how far beside the old object a copy lies, in image pixels, at least 1."""
        scene = self._canvas.scene()
        return max(1.0, float(round(COPY_STEP * scene.pixel))) if scene is not None else COPY_STEP

    def size(self) -> tuple[int, int]:
        """Return width and height of the open image, in pixels; of its picture where that is there."""
        scene, annotation = self._canvas.scene(), self._document.annotation
        if scene is not None:
            return scene.size
        return (annotation.width, annotation.height) if annotation is not None else (0, 0)

    # Shape and place

    def delete(self) -> bool:
        """Remove the point under the cursor, or else the selected objects; tell whether there was anything."""
        scene = self._canvas.scene()
        target = scene.target if scene is not None else None
        if scene is not None and target is not None and target.part is Part.VERTEX:
            edited = vertex_removed(scene, target)
            if edited is not None:
                self._canvas.outcome.emit(edited)
                return True
        if not self.places:
            return False
        self.remove(self.tr("Delete object") if len(self.places) == 1 else self.tr("Delete objects"))
        return True

    def remove(self, text: str) -> None:
        """Remove the selected objects by an edit of that name; locked ones stay, and stay selected."""
        annotation = self._document.annotation
        free = self._free()
        if annotation is not None and free and self._edit(text, lambda now: edits.remove_objects(now, free)):
            kept = [place for place in range(len(annotation.objects)) if place not in free]
            self._selection.set(kept.index(place) for place in self.places - free)

    def nudge(self, dx: int, dy: int) -> None:
        """Move the selected objects by pixels; what follows at once belongs to the same step of undo."""
        annotation, free = self._document.annotation, self._free()
        if annotation is None or not free:
            return
        shapes = [annotation.objects[place].shape for place in free]
        shift = edits.allowed_shift(shapes, *self.size(), dx, dy)
        self._document.edit(self.tr("Move"), lambda now: edits.move_objects(now, free, *shift), burst="nudge")
        self._rest.start()

    def set_shape(self, shape: Shape) -> None:
        """Give the one selected object another shape."""
        free = self._free()
        if len(free) == 1:
            self._edit(self.tr("Resize"), lambda now: edits.set_shape(now, min(free), shape))

    def duplicate(self) -> None:
        """Put a copy beside each selected object, and select the copies."""
        annotation, places = self._document.annotation, self.places
        self._need_selection()
        if annotation is not None and places:
            done = duplicate(annotation, places, self.size(), self.copy_step())
            if self._document.commit(self.tr("Duplicate"), done.annotation):
                self._selection.set(done.places)

    # Order and groups

    def raise_up(self) -> None:
        """Bring the selected objects one step up."""
        self._arrange(self.tr("Raise"), order.raised)

    def lower(self) -> None:
        """Bring the selected objects one step down."""
        self._arrange(self.tr("Lower"), order.lowered)

    def to_top(self) -> None:
        """Bring the selected objects over all others."""
        self._arrange(self.tr("Bring to top"), order.to_top)

    def to_bottom(self) -> None:
        """Bring the selected objects under all others."""
        self._arrange(self.tr("Send to bottom"), order.to_bottom)

    def put_before(self, places: Collection[int], row: int) -> None:
        """Bring these objects just under the one that is at ``row`` now, as they were dragged in the list."""
        self._selection.set(places)
        self._arrange(self.tr("Change the order"), lambda now, chosen: order.put_before(now, chosen, row))

    def group(self) -> None:
        """Make one group of the selected objects."""
        places = self.places
        if len(places) < 2:
            self.said.emit(self.tr("Select two objects or more to group them: Shift+click adds to the selection."))
        else:
            self._edit(self.tr("Group"), lambda now: groups.group(now, places))

    def ungroup(self) -> None:
        """Dissolve the groups of the selected objects."""
        self._edit_places(self.tr("Ungroup"), groups.ungroup)

    # Marks

    def toggle_locked(self) -> None:
        """Lock the selected objects, or free them if all are locked."""
        self._need_selection()
        locked = not all(thing.locked for thing in self.selected)
        self.set_locked(self.places, locked)

    def set_locked(self, places: Collection[int], locked: bool) -> None:
        """Lock these objects, or free them."""
        text = self.tr("Lock") if locked else self.tr("Unlock")
        self._edit(text, lambda now: marks.set_locked(now, places, locked))

    def toggle_hidden(self) -> None:
        """Hide the selected objects, or show them again if all are hidden."""
        self._need_selection()
        hidden = not all(thing.hidden for thing in self.selected)
        self.set_hidden(self.places, hidden)

    def set_hidden(self, places: Collection[int], hidden: bool) -> None:
        """Hide these objects, or show them again; what is hidden is not selected, so that no key changes it unseen."""
        text = self.tr("Hide") if hidden else self.tr("Show")
        if self._edit(text, lambda now: marks.set_hidden(now, places, hidden)) and hidden:
            self._selection.set(self.places - frozenset(places))

    def show_all(self) -> None:
        """Show every hidden object of the image."""
        self._edit(self.tr("Show all"), marks.show_all)

    def set_flag(self, flag: str, value: bool) -> None:
        """Set 'difficult', 'truncated' or 'occluded' for the selected objects."""
        text = self.tr("Set {flag}").format(flag=flag)
        self._edit_places(text, lambda now, places: edits.set_flags(now, places, **{flag: value}))

    def set_pose(self, pose: str) -> None:
        """Set the pose of the selected objects."""
        self._edit_places(self.tr("Change pose"), lambda now, places: marks.set_pose(now, places, pose))

    def set_text(self, text: str) -> None:
        """Set the text of the selected objects."""
        self.set_text_of(self.places, text)

    def set_text_of(self, places: Collection[int], text: str) -> bool:
        """Set the text of these objects; tell whether it was taken."""
        return self._edit(self.tr("Change text"), lambda now: marks.set_text(now, places, text))

    def set_attribute(self, name: str, value: str | None) -> None:
        """Set an attribute of the selected objects; None removes it."""
        text = self.tr("Remove attribute") if value is None else self.tr("Change attribute")
        self._edit_places(text, lambda now, places: marks.set_attribute(now, places, name, value))

    def rename_attribute(self, old: str, new: str) -> None:
        """Give an attribute of the selected objects another name."""
        text = self.tr("Rename attribute")
        self._edit_places(text, lambda now, places: marks.rename_attribute(now, places, old, new))

    # In common

    def _free(self) -> frozenset[int]:
        """Return the selected objects that are not locked, and say so where some are."""
        annotation = self._document.annotation
        free = edits.unlocked(annotation, self.places) if annotation is not None else frozenset()
        if locked := len(self.places - free):
            words = self.tr("%n locked object(s) left alone: {keys} unlocks.", "", locked)
            self.said.emit(words.format(keys=self._canvas.keys_of("lock")))
        return free

    def _need_selection(self) -> None:
        """Say so where nothing is selected."""
        if not self.places:
            self.said.emit(self.tr("Select an object first: click it, or drag a frame round several."))

    def _arrange(self, text: str, arrange: Callable[[Annotation, Collection[int]], order.Arranged]) -> None:
        self._need_selection()
        annotation = self._document.annotation
        if annotation is not None and self.places:
            arranged, places = arrange(annotation, self.places)
            if self._document.commit(text, arranged):
                self._selection.set(places)

    def _edit_places(self, text: str, edit: Callable[[Annotation, Collection[int]], Annotation]) -> None:
        places = self.places
        self._need_selection()
        if places:
            self._edit(text, lambda now: edit(now, places))

    def _edit(self, text: str, edit: Callable[[Annotation], Annotation]) -> bool:
        return self._document.edit(text, edit)
