"""What lies over the finished shapes and changes with every move of the mouse: drawn straight, in small rectangles."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from core.editing.hit_test import ShapeIndex, Target
from core.geometry import Box, Mask
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.canvas.marks import draw_marks, marks_region
from desktop.annotate.canvas.painter import HOVERED, REACH, SELECTED, Look, ShapePainter, extent
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.tools.gesture import Preview

HANDLED_BELOW = 40
"""Up to how many selected objects show their handles."""
DRAFT = QColor("#ff9500")
"""The colour of a shape that has no label yet."""


@dataclass
class Overlay:
    """The values that the overlay shows; the canvas replaces them and asks for the regions that this repaints."""

    index: ShapeIndex
    selected: frozenset[int] = frozenset()
    target: Target | None = None
    preview: Preview = field(default_factory=Preview)
    ghosts: tuple[Ghost, ...] = ()
    cursor: QPointF | None = None
    crosshair: bool = False
    brush_radius: float | None = None
    color: QColor = field(default_factory=lambda: QColor(DRAFT))

    @property
    def shown_selection(self) -> frozenset[int]:
        """What is drawn as selected: the gesture's word goes first."""
        chosen = self.selected if self.preview.selected is None else self.preview.selected
        return chosen - self.preview.hidden

    def selection_region(self, viewport: Viewport) -> QRegion:
        """Return where selected objects are drawn."""
        return self.places_region(self.shown_selection, viewport)

    def places_region(self, places: frozenset[int], viewport: Viewport) -> QRegion:
        """Return where the objects at ``places`` are drawn; one rectangle round them all where they are many."""
        rects = [extent(self._bounds(place), viewport) for place in places if place < len(self.index.objects)]
        if len(rects) <= 50:
            region = QRegion()
            for rect in rects:
                region += rect
            return region
        around = QRect()
        for rect in rects:
            around |= rect
        return QRegion(around)

    def preview_region(self, viewport: Viewport) -> QRegion:
        """Return where the gesture's preview is drawn, but for a mask under way: that says itself what changed."""
        preview = self.preview
        region = marks_region(preview, viewport)
        for thing in preview.objects:
            region += extent(thing.shape.bounds, viewport)
        for box in (preview.band, preview.shape.bounds if preview.shape else None):
            if box is not None:
                region += viewport.rect(box).adjusted(-REACH, -REACH, REACH, REACH).toAlignedRect()
        if preview.ring:
            region += viewport.rect(Box.around(preview.ring)).adjusted(-REACH, -REACH, REACH, REACH).toAlignedRect()
        return region

    def target_region(self, viewport: Viewport) -> QRegion:
        """Return where the object under the cursor lights up."""
        if self.target is None or self.target.place >= len(self.index.objects):
            return QRegion()
        return QRegion(extent(self._bounds(self.target.place), viewport))

    def cursor_region(self, viewport: Viewport, view: QRect) -> QRegion:
        """Return where the crosshair or the brush's ring is drawn."""
        if self.cursor is None:
            return QRegion()
        at = self.cursor.toPoint()
        region = QRegion()
        if self.crosshair:
            region += QRect(view.left(), at.y() - 1, view.width(), 4)
            region += QRect(at.x() - 1, view.top(), 4, view.height())
        if self.brush_radius is not None:
            reach = round(self.brush_radius * viewport.zoom) + 3
            region += QRect(at.x() - reach, at.y() - reach, 2 * reach + 1, 2 * reach + 1)
        return region

    def draw(self, painter: QPainter, rect: QRect, viewport: Viewport, shapes: ShapePainter, view: QRect) -> None:
        """Draw everything that shows in ``rect`` of the view."""
        painter.setClipRect(rect)
        near = frozenset(self.index.touching(viewport.box(QRectF(rect.adjusted(-200, -40, 200, 40)))))
        for ghost in self.ghosts:
            if extent(ghost.shape.bounds, viewport).intersects(rect):
                shapes.draw_ghost(painter, ghost, viewport)
        self._draw_selected(painter, near, viewport, shapes)
        self._draw_target(painter, near, viewport, shapes)
        self._draw_preview(painter, viewport, shapes)
        self._draw_cursor(painter, viewport, view)

    def _draw_selected(self, painter: QPainter, near: frozenset[int], viewport: Viewport, shapes: ShapePainter) -> None:
        chosen = self.shown_selection
        for place in sorted(chosen & near):
            thing = self.index.objects[place]
            shapes.draw_object(painter, thing, viewport, SELECTED)
            if len(chosen) <= HANDLED_BELOW:
                shapes.draw_handles(painter, thing.shape, shapes.color_of(thing.label), viewport)

    def _draw_target(self, painter: QPainter, near: frozenset[int], viewport: Viewport, shapes: ShapePainter) -> None:
        target = self.target
        if target is None or target.place not in near or target.place in self.preview.hidden:
            return
        thing = self.index.objects[target.place]
        if target.place not in self.shown_selection:
            shapes.draw_shape(painter, thing.shape, shapes.color_of(thing.label), viewport, HOVERED)
        shapes.draw_hot(painter, thing, target, viewport)

    def _draw_preview(self, painter: QPainter, viewport: Viewport, shapes: ShapePainter) -> None:
        preview = self.preview
        if preview.mask is not None:
            preview.mask.draw(painter, viewport)
        for thing in preview.objects:
            shapes.draw_object(painter, thing, viewport, SELECTED)
            if len(preview.objects) == 1:
                shapes.draw_handles(painter, thing.shape, shapes.color_of(thing.label), viewport)
        if preview.shape is not None:
            shapes.draw_shape(painter, preview.shape, self.color, viewport, Look(width=2.0, fill=40, halo=True))
        if preview.ring:
            self._draw_ring(painter, viewport)
        draw_marks(painter, preview, self.color, viewport)
        if preview.band is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(QColor(255, 255, 255, 220), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(80, 140, 255, 50))
            painter.drawRect(viewport.rect(preview.band))

    def _draw_ring(self, painter: QPainter, viewport: Viewport) -> None:
        points = [viewport.to_view(point) for point in self.preview.ring]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        fill = QColor(self.color)
        fill.setAlpha(40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(points))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 110), 4.0), QPen(self.color, 2.0)):
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(self.color.darker(140), 1.4))
        painter.setBrush(Qt.GlobalColor.white)
        for point in points[1:-1]:
            painter.drawEllipse(point, 4.5, 4.5)
        painter.setBrush(self.color if self.preview.closes else Qt.GlobalColor.white)
        painter.drawEllipse(points[0], *((8.0, 8.0) if self.preview.closes else (5.5, 5.5)))

    def _draw_cursor(self, painter: QPainter, viewport: Viewport, view: QRect) -> None:
        if self.cursor is None:
            return
        at = self.cursor
        if self.crosshair:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            for pen in (QPen(QColor(0, 0, 0, 90), 1), QPen(QColor(255, 255, 255, 150), 1, Qt.PenStyle.DashLine)):
                painter.setPen(pen)
                painter.drawLine(QPointF(view.left(), at.y()), QPointF(view.right(), at.y()))
                painter.drawLine(QPointF(at.x(), view.top()), QPointF(at.x(), view.bottom()))
        if self.brush_radius is not None:
            radius = max(1.0, self.brush_radius * viewport.zoom)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (QPen(QColor(0, 0, 0, 160), 2.6), QPen(Qt.GlobalColor.white, 1.2)):
                painter.setPen(pen)
                painter.drawEllipse(at, radius, radius)

    def _bounds(self, place: int) -> Box:
        thing = self.index.objects[place]
        return thing.shape.bounds.grown(1) if isinstance(thing.shape, Mask) else thing.shape.bounds
