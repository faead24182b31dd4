"""What the canvas shows: a picture and its shapes in layers, zoomed and panned. It knows no mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.editing.hit_test import ShapeIndex, unchanged_ends
from core.geometry import XY, Shape
from core.voc.annotation import Annotation
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.canvas.layers import CachedLayer
from desktop.annotate.canvas.overlay import DRAFT, Overlay
from desktop.annotate.canvas.painter import ColorOf, ShapePainter, extent
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.pictures import Picture
from desktop.annotate.tools.gesture import Preview

REST_MS = 60
"""After so long without zooming the stretched preview is drawn properly."""
SINGLY_REPAINTED = 200
"""Up to how many changed objects are repainted each for itself, not the whole view."""


class Surface(QWidget):
    """A widget that paints values: picture, annotation, selection, suggestions, a gesture's preview."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 150)
        self.viewport = Viewport()
        self.overlay = Overlay(ShapeIndex.of(()))
        self._background = QColor("#2b2d31")
        self._fitting = True
        self._picture: Picture | None = None
        self._last_size = (0, 0)
        self._annotation: Annotation | None = None
        self._shapes = ShapePainter(lambda _label: QColor(DRAFT), self.font())
        self._picture_layer = CachedLayer(self._render_picture)
        self._shape_layer = CachedLayer(self._render_shapes)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw_finally)
        self._final = True

    def set_colors(self, color_of: ColorOf) -> None:
        """Give the colours of the labels."""
        self._shapes = ShapePainter(color_of, self.font())
        self._shape_layer.invalidate()
        self.update()

    def set_background(self, color: str) -> None:
        """Set the colour round the picture, "#rrggbb"."""
        self._background = QColor(color)
        self.update()

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture, fitted where its size differs from the last one's or the whole was shown."""
        self._picture = picture
        self._picture_layer.invalidate()
        if picture is not None and (picture.size != self._last_size or self._fitting):
            self._last_size = picture.size
            self.fit()
        self.update()

    @property
    def annotation(self) -> Annotation | None:
        """The annotation shown."""
        return self._annotation

    def set_annotation(self, annotation: Annotation | None) -> None:
        """Show another annotation; only where objects differ is the view drawn anew."""
        old, new = self.overlay.index.objects, annotation.objects if annotation is not None else ()
        self._annotation = annotation
        first, last = unchanged_ends(old, new)
        changed = [*old[first : len(old) - last], *new[first : len(new) - last]]
        self.update(self._overlay_region())
        self.overlay.index = ShapeIndex.of(new, self.overlay.index)
        self.overlay.selected = frozenset(place for place in self.overlay.selected if place < len(new))
        self.overlay.target = None
        region = QRegion()
        for thing in changed[:SINGLY_REPAINTED]:
            region += extent(thing.shape.bounds.grown(1), self.viewport)
        self._repaint_shapes(region if len(changed) <= SINGLY_REPAINTED else QRegion(self.rect()))

    def forget_shapes(self) -> None:
        """Drop what was cached for the image before."""
        self._shapes.forget()
        self._shape_layer.invalidate()

    def redraw(self) -> None:
        """Have every layer drawn anew at the next paint."""
        self._picture_layer.invalidate()
        self._shape_layer.invalidate()
        self.update()

    def set_selection(self, places: frozenset[int]) -> None:
        """Show these objects as selected."""
        if places == self.overlay.selected:
            return
        before = self.overlay.selection_region(self.viewport)
        self.overlay.selected = places
        self.update(before + self.overlay.selection_region(self.viewport))

    def set_ghosts(self, ghosts: Sequence[Ghost]) -> None:
        """Show these suggestions instead of those before."""
        region = QRegion()
        for ghost in (*self.overlay.ghosts, *ghosts):
            region += extent(ghost.shape.bounds, self.viewport)
        self.overlay.ghosts = tuple(ghosts)
        self.update(region)

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        """The suggestions shown."""
        return self.overlay.ghosts

    def to_image(self, at: QPointF) -> XY:
        """Return which image point lies at a place of the view."""
        return self.viewport.to_image(at)

    def to_view(self, at: XY) -> QPointF:
        """Return where an image point lies in the view."""
        return self.viewport.to_view(at)

    def view_rect(self, shape: Shape) -> QRectF:
        """Return where a shape's bounds lie in the view."""
        return self.viewport.rect(shape.bounds)

    def fit(self) -> None:
        """Show the whole picture."""
        if self._picture is not None:
            self._set_viewport(Viewport.fitted(self._picture.size, (self.width(), self.height())))
            self._fitting = True

    def actual_size(self) -> None:
        """Show one image pixel as one pixel of the screen."""
        self.zoom_by(1 / (self.viewport.zoom * self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom round a place of the view, by default its middle."""
        self._set_viewport(self.viewport.zoomed(factor, at or QRectF(self.rect()).center()))

    def _set_viewport(self, viewport: Viewport) -> None:
        if self._picture is None:
            return
        zoomed = viewport.zoom != self.viewport.zoom
        size = (self.width(), self.height())
        self.viewport = viewport.held(self._picture.size, size, self.devicePixelRatioF())
        self._fitting = False
        self.update()
        if zoomed:
            self._rest.start()
            self.zoom_changed.emit(self.viewport.zoom * self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cached layers and draw what changes over them, inside the event's region only."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._background)
        if self._picture is not None:
            ratio = self.devicePixelRatioF()
            preview = self._rest.isActive()
            self._picture_layer.paint(painter, self.size(), ratio, self.viewport, False)
            self._final = self._shape_layer.paint(painter, self.size(), ratio, self.viewport, preview)
            self.overlay.draw(painter, event.rect(), self.viewport, self._shapes, self.rect())
        painter.end()

    def _draw_finally(self) -> None:
        if not self._final:
            self.update()

    def _render_picture(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        if self._picture is not None:
            self._picture.draw(painter, rect, viewport)

    def _render_shapes(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        self._shapes.draw_finished(
            painter, rect, viewport, QRectF(self.rect()), self.overlay.index, self.overlay.preview.hidden
        )

    def _repaint_shapes(self, region: QRegion) -> None:
        for rect in region & self.rect():
            self._shape_layer.invalidate(rect, self.viewport)
        self.update(region)

    def _overlay_region(self) -> QRegion:
        overlay, viewport = self.overlay, self.viewport
        return (
            overlay.selection_region(viewport)
            + overlay.preview_region(viewport)
            + overlay.target_region(viewport)
            + overlay.cursor_region(viewport, self.rect())
        )

    def _show_preview(self, preview: Preview) -> None:
        """Replace what the gesture shows and repaint what that touches."""
        overlay, viewport = self.overlay, self.viewport
        region = overlay.preview_region(viewport)
        chosen, hidden = overlay.shown_selection, overlay.preview.hidden
        overlay.preview = preview
        region += overlay.preview_region(viewport)
        if preview.dirty is not None:
            region += viewport.rect(preview.dirty).adjusted(-4, -4, 4, 4).toAlignedRect()
        region += overlay.places_region(chosen ^ overlay.shown_selection, viewport)
        self.update(region)
        if hidden != preview.hidden:
            self._repaint_shapes(overlay.places_region(hidden ^ preview.hidden, viewport))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        if self._fitting:
            self.fit()
        super().resizeEvent(event)
