"""Paint and erase masks, pixel by pixel."""

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from core.editing.brush import mask_within, paint_line, union
from core.editing.edits import remove_objects, set_shape
from core.editing.hit_test import covers
from core.geometry import XY, Box, Mask
from desktop.annotate.canvas.mask_image import MaskImage
from desktop.annotate.canvas.painter import ColorOf
from desktop.annotate.tools.gesture import Drawn, Edited, Gesture, Happening, Kind, Outcome, Preview, Scene, Tool


class BrushTool(Tool):
    """A stroke adds to the selected mask of the current label, or begins a new mask."""

    name = "brush"
    cursor = Qt.CursorShape.BlankCursor
    paints = True
    options = ("brush_radius",)
    value = 1

    def __init__(self, color_of: ColorOf) -> None:
        self._color_of = color_of

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        if self._place(scene, None) is not None:
            return _tr("Drag to add to the selected mask, Esc begins a new one. {keys}").format(keys=_size(scene))
        return _tr("Drag to paint a new mask. {keys}").format(keys=_size(scene))

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture of one stroke."""
        place = self._place(scene, press.at)
        if place is None and self.value == 0:
            return None
        old = _mask_at(scene, place)
        label = scene.annotation.objects[place].label if place is not None else scene.label
        size = scene.size
        pixels = old.to_array(*size).view(np.uint8) if old is not None else np.zeros(size[::-1], dtype=np.uint8)
        image = MaskImage(pixels, self._color_of(label) if label else QColor("#ff9500"))
        painted = old.bounds.clamped(*size) if old is not None else None
        hidden = frozenset() if place is None else frozenset((place,))
        last, now = press.at, press
        while True:
            dirty = paint_line(image.pixels, last, now.at, scene.options.brush_radius, self.value)
            painted, last = union(painted, dirty), now.at
            if now.kind is Kind.RELEASE:
                return _outcome(scene, place, mask_within(image.pixels, painted) if painted is not None else None)
            now = yield Preview(hidden=hidden, mask=image, dirty=dirty, selected=hidden or None)

    def _place(self, scene: Scene, at: XY | None) -> int | None:
        """Return the place of the mask that a stroke changes."""
        del at
        if len(scene.selected) != 1:
            return None
        (place,) = scene.selected
        return place if _mask_at(scene, place) is not None and self._fits(scene, place) else None

    def _fits(self, scene: Scene, place: int) -> bool:
        return scene.annotation.objects[place].label == scene.label


class EraserTool(BrushTool):
    """A stroke takes pixels from the selected mask, or from the one under the cursor where none is selected."""

    name = "eraser"
    value = 0

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        return _tr("Drag over a mask to erase. {keys}").format(keys=_size(scene))

    def _place(self, scene: Scene, at: XY | None) -> int | None:
        selected = super()._place(scene, at)
        if selected is not None or at is None:
            return selected
        near = scene.index.touching(Box(*at, *at).grown(scene.options.brush_radius))
        masks = [place for place in near if _mask_at(scene, place) is not None]
        under = [place for place in masks if covers(scene.annotation.objects[place].shape, at)]
        found = under or masks
        return found[-1] if found else None

    def _fits(self, scene: Scene, place: int) -> bool:
        del scene, place
        return True


def _mask_at(scene: Scene, place: int | None) -> Mask | None:
    shape = scene.annotation.objects[place].shape if place is not None else None
    return shape if isinstance(shape, Mask) else None


def _outcome(scene: Scene, place: int | None, mask: Mask | None) -> Outcome | None:
    if place is None:
        return Drawn(_tr("Paint mask"), mask) if mask is not None else None
    if mask is None:
        text = _tr("Erase mask")
        return Edited(text, remove_objects(scene.annotation, (place,)), frozenset())
    text = _tr("Change mask")
    return Edited(text, set_shape(scene.annotation, place, mask), frozenset((place,)))


def _size(scene: Scene) -> str:
    size = f"{2 * scene.options.brush_radius:.0f}"
    return _tr("[ and ] or Ctrl+wheel change the size, now {size} pixels.").format(size=size)


def _tr(text: str) -> str:
    return QCoreApplication.translate("BrushTool", text)
