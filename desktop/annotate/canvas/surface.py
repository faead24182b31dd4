"""What the canvas shows over the picture: shapes in layers, drawn anew only where they differ. It knows no mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.editing.hit_test import ShapeIndex, unchanged_ends
from core.editing.mask_edits import changed_box
from core.geometry import Box, Mask
from core.voc.annotation import Annotation, VocObject
from desktop.annotate.canvas.caption_layer import CaptionLayer
from desktop.annotate.canvas.colors import ObjectColors
from desktop.annotate.canvas.display import Display
from desktop.annotate.canvas.ghosts import Ghost, GhostLayer
from desktop.annotate.canvas.layers import CachedLayer
from desktop.annotate.canvas.looks import ColorOf, extent
from desktop.annotate.canvas.marks import changed_marks, marks_region
from desktop.annotate.canvas.overlay import DRAFT, Overlay
from desktop.annotate.canvas.painter import ShapePainter
from desktop.annotate.canvas.picture_view import PictureView
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.tools.gesture import Preview

REST_MS = 60
"""After so long without zooming the stretched preview is drawn properly."""
SINGLY_REPAINTED = 200
"""Up to how many changed objects are repainted each for itself, not the whole view."""
PARTS = 16
"""Up to how many rectangles of a region are painted each for itself, not the one round them all."""


class Surface(PictureView):
    """Paints values over the picture: annotation, selection, suggestions, a gesture's preview.

    ``display_changed`` carries the Display.
    """

    display_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.overlay = Overlay(ShapeIndex.of(()))
        self._annotation: Annotation | None = None
        self._hidden_labels: frozenset[str] = frozenset()
        self._colors = ObjectColors(lambda _label: QColor(DRAFT))
        self._shapes = ShapePainter(self._colors)
        self._captions = CaptionLayer(self.font())
        self._shape_layer = CachedLayer(self._render_shapes)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw_finally)
        self._final = True
        self._captions_stale = False

    # What is shown

    def set_colors(self, color_of: ColorOf) -> None:
        """Give the colours of the labels."""
        self._colors.of_label = color_of
        self._shapes.forget()
        self._redraw_shapes()

    def set_display(self, display: Display) -> None:
        """Show more or less beside the picture and the shapes."""
        if display == self.display:
            return
        super().set_display(display)
        self._colors.by_object, self._captions.wanted = display.by_object, display.captions
        self._redraw_shapes()
        self.display_changed.emit(display)

    def set_hidden_labels(self, labels: frozenset[str]) -> None:
        """Neither draw nor hit objects of these labels."""
        if labels != self._hidden_labels:
            self._hidden_labels = labels
            self.overlay.index = ShapeIndex.of(self.overlay.index.objects, None, labels)
            self.overlay.target = None
            self._redraw_shapes()

    @property
    def annotation(self) -> Annotation | None:
        """The annotation shown."""
        return self._annotation

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation; only where objects differ is the view drawn anew."""
        old, new = self.overlay.index.objects, annotation.objects if annotation is not None else ()
        self._annotation = annotation
        first, last = unchanged_ends(old, new)
        gone, come = old[first : len(old) - last], new[first : len(new) - last]
        stroke = _stroke(gone, come)
        self.update(self._overlay_region() if stroke is None else self._pointer_region())
        self.overlay.index = ShapeIndex.of(new, self.overlay.index, self._hidden_labels)
        self.overlay.selected = frozenset(place for place in self.overlay.selected if place < len(new))
        self.overlay.target = None
        self._colors.follow(first, len(gone), len(come))
        boxes = [stroke] if stroke is not None else [thing.shape.bounds.grown(1) for thing in (*gone, *come)]
        region = QRegion()
        for box in boxes[:SINGLY_REPAINTED]:
            region += extent(box, self.viewport)
        self._repaint_shapes(region if len(boxes) <= SINGLY_REPAINTED else QRegion(self.rect()))
        self._caption()

    def forget_shapes(self) -> None:
        """Drop what was cached for the image before."""
        self._shapes.forget()
        self._shape_layer.invalidate()

    def redraw(self) -> None:
        """Have every layer drawn anew at the next paint."""
        super().redraw()
        self._redraw_shapes()

    def set_selection(self, places: frozenset[int]) -> None:
        """Show these objects as selected."""
        if places == self.overlay.selected:
            return
        before = self.overlay.selection_region(self.viewport)
        self.overlay.selected = places
        self.update(before + self.overlay.selection_region(self.viewport))
        self._caption()

    def set_ghosts(self, ghosts: Sequence[Ghost]) -> None:
        """Show these suggestions instead of those before."""
        before, layer = self.overlay.ghosts, GhostLayer.of(ghosts)
        self.overlay.ghosts = layer
        self.update(before.region(self.viewport) + layer.region(self.viewport))
        self._caption()

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        """The suggestions shown."""
        return self.overlay.ghosts.shown

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cached layers and draw what changes over them, inside the event's region only."""
        if self._captions_stale:
            self._arrange_captions(event.region())
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._background)
        if self._picture is not None:
            ratio = self.devicePixelRatioF()
            preview = self._rest.isActive()
            self._picture_layer.paint(painter, self.size(), ratio, self.viewport, False)
            self._final = self._shape_layer.paint(painter, self.size(), ratio, self.viewport, preview)
            region = event.region() if event.region().rectCount() <= PARTS else QRegion(event.rect())
            painter.setClipRegion(region)
            self.overlay.draw(painter, region, self.viewport, self._shapes)
            self._captions.draw(painter, region, self.overlay.preview.hidden)
            self.overlay.pointer.draw(painter, self.viewport, self.rect())
        painter.end()

    def _draw_finally(self) -> None:
        if not self._final:
            self.update()

    def _render_shapes(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        view, overlay = QRectF(self.rect()), self.overlay
        self._shapes.draw_finished(painter, rect, viewport, view, overlay.index, overlay.preview.hidden)

    def _redraw_shapes(self) -> None:
        self._shape_layer.invalidate()
        self._caption()
        self.update()

    def _repaint_shapes(self, region: QRegion) -> None:
        for rect in region & self.rect():
            self._shape_layer.invalidate(rect, self.viewport)
        self.update(region)

    def _caption(self) -> None:
        """Have the captions laid out anew, once, before the next paint."""
        self._captions_stale = True
        self.update(0, 0, 1, 1)  # a paint comes for sure; what else the captions touch is asked for then

    def _arrange_captions(self, painted: QRegion) -> None:
        captions = self._captions
        self._captions_stale = False
        captions.view, captions.ratio = self.rect(), self.devicePixelRatioF()
        changed = captions.arrange(self.overlay, self._colors, self.viewport)
        changed += captions.follow(self.overlay, self._colors, self.viewport)
        self.update(changed - painted)

    def _overlay_region(self) -> QRegion:
        overlay, viewport = self.overlay, self.viewport
        shown = overlay.preview_region(viewport) + marks_region(overlay.preview, viewport)
        return overlay.selection_region(viewport) + shown + self._pointer_region()

    def _pointer_region(self) -> QRegion:
        return self.overlay.target_region(self.viewport) + self.overlay.pointer.region(self.viewport, self.rect())

    def _show_preview(self, preview: Preview) -> None:
        """Replace what the gesture shows and repaint what that touches."""
        overlay, viewport = self.overlay, self.viewport
        region, marks = overlay.preview_region(viewport), changed_marks(overlay.preview, preview, viewport)
        chosen, hidden, ghost = overlay.shown_selection, overlay.preview.hidden, overlay.preview.ghost
        overlay.preview = preview
        region += overlay.preview_region(viewport) + marks
        if preview.dirty is not None:
            region += viewport.rect(preview.dirty).adjusted(-2, -2, 2, 2).toAlignedRect()
        region += overlay.places_region(chosen ^ overlay.shown_selection, viewport)
        self.update(region)
        if hidden != preview.hidden or ghost != preview.ghost:
            self._repaint_shapes(overlay.places_region(hidden ^ preview.hidden, viewport))
            self._caption()
        else:
            self.update(self._captions.follow(overlay, self._colors, viewport))

    def _set_viewport(self, viewport: Viewport) -> None:
        zoomed = viewport.zoom != self.viewport.zoom
        super()._set_viewport(viewport)
        if self._picture is not None:
            self._caption()
            if zoomed:
                self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the captions out for the new size."""
        super().resizeEvent(event)
        self._caption()


def _stroke(gone: tuple[VocObject, ...], come: tuple[VocObject, ...]) -> Box | None:
    """Return the part of the image that differs where just the pixels of one mask were changed, else None."""
    if len(gone) != 1 or len(come) != 1 or gone[0].label != come[0].label:
        return None
    before, after = gone[0].shape, come[0].shape
    return changed_box(before, after) if isinstance(before, Mask) and isinstance(after, Mask) else None
