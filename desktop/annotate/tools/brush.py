"""Paint and erase masks, pixel by pixel."""

from collections.abc import Callable
from functools import reduce

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from core.editing.brush import paint_line, union
from core.editing.edits import remove_objects, set_shape
from core.editing.hit_test import covers
from core.editing.mask_edits import erase_from_others, others_near
from core.geometry import XY, Box, Mask
from core.runs import EMPTY, Spans
from core.voc.annotation import Annotation
from desktop.annotate.canvas.mask_image import StrokeImage
from desktop.annotate.tools.gesture import Drawn, Edited, Gesture, Happening, Kind, Outcome, Preview, Scene, Tool

NO_LABEL = "#ff9500"


class BrushTool(Tool):
    """A stroke adds to the selected mask of the current label, or begins a new mask."""

    name = "brush"
    cursor = Qt.CursorShape.BlankCursor
    paints = True
    options = ("brush_radius", "paint_under", "erase_others")

    def __init__(self, color_of: Callable[[str], QColor]) -> None:
        self._color_of = color_of

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        if self._place(scene, None) is not None:
            return _tr("Drag to add to the selected mask, Esc begins a new one. {keys}").format(keys=_size(scene))
        return _tr("Drag to paint a new mask. {keys}").format(keys=_size(scene))

    def begin(self, scene: Scene, press: Happening) -> Gesture:
        """Return the gesture of one stroke."""
        place = self._place(scene, press.at)
        if place is None and not self._begins_masks:
            yield Preview(
                hint=_tr("There is no mask to erase from here. Polygons become masks by {keys}.").format(
                    keys=scene.keys("convert")
                )
            )
            return None
        old = spans_at(scene, place)
        result = self._result(scene, place)
        image = StrokeImage(scene.size, self._color(scene, place), old, result)
        painted: Box | None = None
        hidden = frozenset() if place is None else frozenset((place,))
        last, now = press.at, press
        while True:
            dirty = paint_line(image.pixels, last, now.at, scene.options.brush_radius, 1)
            image.painted = painted = union(painted, dirty)
            last = now.at
            if now.kind is Kind.RELEASE:
                return self._outcome(scene, place, old, _stroke(image, painted), result)
            now = yield Preview(hidden=hidden, mask=image, dirty=dirty, selected=hidden or None)

    _begins_masks = True

    def _result(self, scene: Scene, place: int | None) -> Callable[[Spans, Spans], Spans]:
        """Return what a mask becomes by a stroke: function of (mask, stroke)."""
        if not scene.options.paint_under:
            return Spans.united
        taken = reduce(Spans.united, others_near(scene.annotation, place), EMPTY)
        return lambda mask, stroke: mask.united(stroke.without(taken))

    def _color(self, scene: Scene, place: int | None) -> QColor:
        label = scene.annotation.objects[place].label if place is not None else scene.label
        return self._color_of(label) if label else QColor(NO_LABEL)

    def _place(self, scene: Scene, at: XY | None) -> int | None:
        """Return the place of the mask that a stroke changes."""
        del at
        place = selected_mask(scene)
        return place if place is not None and self._fits(scene, place) else None

    def _fits(self, scene: Scene, place: int) -> bool:
        return scene.annotation.objects[place].label == scene.label

    def _outcome(
        self, scene: Scene, place: int | None, old: Spans, stroke: Spans, result: Callable[[Spans, Spans], Spans]
    ) -> Outcome | None:
        mask = Mask.from_spans(result(old, stroke))
        annotation = scene.annotation
        if scene.options.erase_others and self._begins_masks:
            annotation = erase_from_others(annotation, place, stroke)
        if place is None:
            return Drawn(_tr("Paint mask"), mask, annotation) if mask is not None else None
        return changed_mask(annotation, place, mask, _tr("Change mask"))


class EraserTool(BrushTool):
    """A stroke takes pixels from the selected mask, or from the one under the cursor where none is selected."""

    name = "eraser"
    options = ("brush_radius",)
    _begins_masks = False

    def hint(self, scene: Scene) -> str:
        """Return one line on what the mouse does now."""
        return _tr("Drag over a mask to erase. {keys}").format(keys=_size(scene))

    def _result(self, scene: Scene, place: int | None) -> Callable[[Spans, Spans], Spans]:
        del scene, place
        return Spans.without

    def _place(self, scene: Scene, at: XY | None) -> int | None:
        selected = super()._place(scene, at)
        if selected is not None or at is None:
            return selected
        near = scene.index.touching(Box(*at, *at).grown(scene.options.brush_radius))
        masks = [place for place in near if is_open_mask(scene.annotation, place)]
        under = [place for place in masks if covers(scene.annotation.objects[place].shape, at)]
        found = under or masks
        return found[-1] if found else None

    def _fits(self, scene: Scene, place: int) -> bool:
        del scene, place
        return True


def selected_mask(scene: Scene) -> int | None:
    """Return the place of the selected object if it is a single mask that may be changed."""
    if len(scene.selected) != 1:
        return None
    (place,) = scene.selected
    return place if is_open_mask(scene.annotation, place) else None


def is_open_mask(annotation: Annotation, place: int) -> bool:
    """Tell whether the object is a mask that may be changed."""
    thing = annotation.objects[place]
    return isinstance(thing.shape, Mask) and not thing.locked and not thing.hidden


def spans_at(scene: Scene, place: int | None) -> Spans:
    """Return the spans of the mask at ``place``; none where there is no mask."""
    shape = scene.annotation.objects[place].shape if place is not None else None
    return shape.spans if isinstance(shape, Mask) else EMPTY


def changed_mask(annotation: Annotation, place: int, mask: Mask | None, text: str) -> Edited:
    """Return the edit that gives an object another mask, or removes it where nothing of it is left."""
    if mask is None:
        return Edited(_tr("Erase mask"), remove_objects(annotation, (place,)), frozenset())
    return Edited(text, set_shape(annotation, place, mask), frozenset((place,)))


def _stroke(image: StrokeImage, painted: Box | None) -> Spans:
    if painted is None:
        return EMPTY
    x0, y0, x1, y1 = (int(value) for value in (painted.x0, painted.y0, painted.x1, painted.y1))
    return Spans.of_array(image.pixels[y0:y1, x0:x1].view(np.bool_), x0, y0)


def _size(scene: Scene) -> str:
    size = f"{2 * scene.options.brush_radius:.0f}"
    return _tr("{smaller} and {larger} or Ctrl+wheel change the size, now {size} pixels.").format(
        smaller=scene.keys("smaller_brush"), larger=scene.keys("larger_brush"), size=size
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("BrushTool", text)
