"""Fill the holes of a mask."""

from PySide6.QtCore import QCoreApplication, Qt

from core.editing.hit_test import covers
from core.editing.mask_edits import hole_at, union_of, without_holes
from core.geometry import XY, Box, Mask
from desktop.annotate.tools.brush import changed_mask, is_open_mask, selected_mask
from desktop.annotate.tools.gesture import Chosen, Gesture, Happening, Kind, Outcome, Preview, Scene, Tool


class FillTool(Tool):
    """A click inside a hole of a mask fills it, Shift+click all its holes; a click on a mask selects it."""

    name = "fill"
    cursor = Qt.CursorShape.CrossCursor

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        if selected_mask(scene) is not None:
            return _tr("Click inside a hole of the selected mask to fill it. Shift+click fills all its holes.")
        return _tr("Click inside a hole of a mask to fill it. Shift+click fills all its holes.")

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture of one click."""
        outcome = _filled(scene, press.at, every=bool(press.modifiers & Qt.KeyboardModifier.ShiftModifier))
        hint = None if outcome else _tr("There is no hole here: a gap in the outline lets it run out. Close it first.")
        now = yield Preview(hint=hint)
        while now.kind is not Kind.RELEASE:
            now = yield Preview(hint=hint)
        return outcome


def _filled(scene: Scene, at: XY, *, every: bool) -> Outcome | None:
    """Return what a click comes to: the selected mask goes before those above others."""
    for place in _masks_at(scene, at):
        mask = scene.annotation.objects[place].shape
        assert isinstance(mask, Mask)
        hole = hole_at(mask, at)
        if every and (hole is not None or covers(mask, at)):
            full = without_holes(mask)
            return changed_mask(scene.annotation, place, full, _tr("Fill holes")) if full != mask else None
        if hole is not None:
            return changed_mask(scene.annotation, place, union_of((mask, hole)), _tr("Fill hole"))
    under = [place for place in _masks_at(scene, at) if covers(scene.annotation.objects[place].shape, at)]
    return Chosen(frozenset(under[:1])) if under else None


def _masks_at(scene: Scene, at: XY) -> list[int]:
    near = scene.index.touching(Box(*at, *at))
    masks = [place for place in near if is_open_mask(scene.annotation, place)]
    return sorted(masks, key=lambda place: (place not in scene.selected, -place))


def _tr(text: str) -> str:
    return QCoreApplication.translate("FillTool", text)
