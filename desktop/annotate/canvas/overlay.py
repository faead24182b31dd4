"""What lies over the finished shapes and changes with every move of the mouse: drawn straight, in small rectangles."""

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from core.editing.hit_test import TURN_HANDLE, ShapeIndex, Target
from core.geometry import Box
from core.voc.annotation import VocObject
from desktop.annotate.canvas.drawn_forms import Edge
from desktop.annotate.canvas.ghosts import GhostLayer
from desktop.annotate.canvas.handles import GRIP, draw_handles, draw_hot, draw_turn_handle, hot_rect, reach_of
from desktop.annotate.canvas.looks import HOVERED, REACH, SELECTED, WRONG, Look, extent
from desktop.annotate.canvas.marks import draw_marks
from desktop.annotate.canvas.painter import ShapePainter
from desktop.annotate.canvas.pointer import Pointer
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.tools.gesture import Preview

HANDLED_BELOW = 40
"""Up to how many selected objects show their handles."""
DRAFT = QColor("#ff9500")
"""The colour of a shape that has no label yet."""


@dataclass
class Overlay:
    """The values that the overlay shows; the canvas replaces them and asks for the regions that this repaints.

    Selected objects show handles only while they are ``held_by_handles``: with a tool that takes hold of them.
    """

    index: ShapeIndex
    selected: frozenset[int] = frozenset()
    held_by_handles: bool = True
    target: Target | None = None
    preview: Preview = field(default_factory=Preview)
    crossings: tuple[Edge, ...] = ()
    ghosts: GhostLayer = field(default_factory=GhostLayer)
    pointer: Pointer = field(default_factory=Pointer)
    color: QColor = field(default_factory=lambda: QColor(DRAFT))

    @property
    def cursor(self) -> QPointF | None:
        """Where in the view the mouse is, or the place that the arrow keys move."""
        return self.pointer.at

    @property
    def shown_selection(self) -> frozenset[int]:
        """What is drawn as selected: the gesture's word goes first."""
        chosen = self.selected if self.preview.selected is None else self.preview.selected
        return chosen - self.preview.hidden

    @property
    def previewed(self) -> tuple[tuple[int | None, VocObject], ...]:
        """The objects of the preview, each with the place of the one that it stands for, if that is known."""
        things, hidden = self.preview.objects, sorted(self.preview.hidden)
        places: list[int | None] = [*hidden] if len(hidden) == len(things) else [None] * len(things)
        return tuple(zip(places, things, strict=True))

    def selection_region(self, viewport: Viewport) -> QRegion:
        """Return where selected objects are drawn."""
        return self.places_region(self.shown_selection, viewport)

    def places_region(self, places: frozenset[int], viewport: Viewport) -> QRegion:
        """Return where the objects at ``places`` are drawn; one rectangle round them all where they are many."""
        rects = [
            extent(reach_of(self.index.objects[place], viewport), viewport)
            for place in places
            if place < len(self.index.objects)
        ]
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
        """Return where the gesture's shapes are drawn, but for a mask under way: that says itself what changed."""
        region, preview = QRegion(), self.preview
        for thing in preview.objects:
            region += extent(reach_of(thing, viewport), viewport)
        for box in (preview.band, preview.shape.bounds if preview.shape else None):
            if box is not None:
                region += extent(box, viewport)
        if preview.ring:
            region += extent(Box.around(preview.ring), viewport)
        return region if preview.ghost is None else region + self.ghosts.region(viewport, preview.ghost)

    def target_region(self, viewport: Viewport) -> QRegion:
        """Return where the object under the cursor lights up."""
        if self.target is None or self.target.place >= len(self.index.objects):
            return QRegion()
        return QRegion(extent(reach_of(self.index.objects[self.target.place], viewport), viewport))

    def hot_region(self, viewport: Viewport) -> QRegion:
        """Return where the sign of a new vertex is drawn, which goes along an edge with the mouse."""
        if self.target is None or self.target.place >= len(self.index.objects):
            return QRegion()
        return QRegion(hot_rect(self.index.objects[self.target.place].shape, self.target, viewport, self.cursor))

    def draw(self, painter: QPainter, region: QRegion, viewport: Viewport, shapes: ShapePainter) -> None:
        """Draw everything but pointer and captions that shows in ``region`` of the view, the painter's clip."""
        self.ghosts.draw(
            painter, region, viewport, shapes.draw_shape, handles=self.held_by_handles, cursor=self.cursor,
            without=self.preview.ghost,
        )  # fmt: skip
        target = frozenset() if self.target is None else frozenset((self.target.place,))
        near = self._seen_in(region, self.shown_selection | target, viewport)
        self._draw_selected(painter, near, viewport, shapes)
        self._draw_target(painter, near, viewport, shapes)
        self._draw_preview(painter, viewport, shapes)

    def _seen_in(self, region: QRegion, places: frozenset[int], viewport: Viewport) -> frozenset[int]:
        """Return those of the objects at ``places`` that show in the region, with their handles."""
        if len(places) > HANDLED_BELOW:  # one search in the table of all is quicker than many questions
            margin = int(REACH + TURN_HANDLE * GRIP) + 2
            area = QRectF(region.boundingRect().adjusted(-margin, -margin, margin, margin))
            return places.intersection(self.index.touching(viewport.box(area)))
        shown = filter(self.index.shows, places)
        objects = self.index.objects
        return frozenset(p for p in shown if region.intersects(extent(reach_of(objects[p], viewport), viewport)))

    def _draw_selected(self, painter: QPainter, near: frozenset[int], viewport: Viewport, shapes: ShapePainter) -> None:
        chosen = self.shown_selection
        for place in sorted(chosen & near):
            thing = self.index.objects[place]
            color = shapes.colors.of(thing, place)
            shapes.draw_shape(painter, thing.shape, color, viewport, SELECTED)
            if self.held_by_handles and len(chosen) <= HANDLED_BELOW and not thing.locked:
                draw_handles(painter, thing.shape, color, viewport)
                draw_turn_handle(painter, thing, color, viewport, hot=False)

    def _draw_target(self, painter: QPainter, near: frozenset[int], viewport: Viewport, shapes: ShapePainter) -> None:
        target = self.target
        if target is None or target.place not in near or target.place in self.preview.hidden:
            return
        thing = self.index.objects[target.place]
        color = shapes.colors.of(thing, target.place)
        if target.place not in self.shown_selection:
            shapes.draw_shape(painter, thing.shape, color, viewport, HOVERED)
        draw_hot(painter, thing, color, target, viewport, self.cursor)

    def _draw_preview(self, painter: QPainter, viewport: Viewport, shapes: ShapePainter) -> None:
        preview = self.preview
        if preview.mask is not None:
            preview.mask.draw(painter, viewport)
        for place, thing in self.previewed:
            color = shapes.colors.of(thing, place)
            shapes.draw_shape(painter, thing.shape, color, viewport, SELECTED)
            if len(preview.objects) == 1:
                draw_handles(painter, thing.shape, color, viewport)
                draw_turn_handle(painter, thing, color, viewport, hot=True)
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
        painter.setPen(QPen(WRONG, 2.6))
        painter.drawLines([QLineF(viewport.to_view(a), viewport.to_view(b)) for a, b in self.crossings])
        painter.setPen(QPen(self.color.darker(140), 1.4))
        painter.setBrush(Qt.GlobalColor.white)
        for point in points[1:-1]:
            painter.drawEllipse(point, 4.5, 4.5)
        painter.setBrush(self.color if self.preview.closes else Qt.GlobalColor.white)
        painter.drawEllipse(points[0], *((8.0, 8.0) if self.preview.closes else (5.5, 5.5)))
