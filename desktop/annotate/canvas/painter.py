"""Draws shapes: outlines, fills, tiny ones and crowds cheaply. Takes values and keeps nothing but caches."""

from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from core.editing.hit_test import ShapeIndex
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject
from desktop.annotate.canvas.colors import ObjectColors
from desktop.annotate.canvas.drawn_forms import DrawnForms
from desktop.annotate.canvas.looks import PLAIN, REACH, WRONG, ColorOf, Look, crisp, mask_look
from desktop.annotate.canvas.mask_image import draw_mask
from desktop.annotate.canvas.viewport import Viewport

__all__ = ["ColorOf", "ShapePainter"]

SMOOTH_BELOW, FILLED_BELOW = 300, 3000
"""Up to how many visible shapes are antialiased and filled (8 us a plain polygon, 40 a fine one)."""
TINY = 10.0
"""A shape smaller than this in the view is drawn as a plain rectangle."""

Placed = tuple[int, VocObject]
"""An object and its place among the image's."""


class ShapePainter:
    """Draws objects in their colours."""

    def __init__(self, colors: ObjectColors) -> None:
        self.colors = colors
        self._forms = DrawnForms()

    def forget(self) -> None:
        """Empty the caches: another image or other colours."""
        self._forms.clear()

    def crosses(self, shape: Shape) -> bool:
        """Tell whether a polygon's outline crosses itself."""
        return isinstance(shape, Polygon) and bool(self._forms.crossings(shape))

    def draw_finished(
        self,
        painter: QPainter,
        rect: QRect,
        viewport: Viewport,
        view: QRectF,
        index: ShapeIndex,
        hidden: frozenset[int],
    ) -> None:
        """Draw the objects that show in ``rect``; how finely depends on how many show in the whole ``view``."""
        crowd = len(index.rows_touching(viewport.box(view)))
        look = Look(
            width=PLAIN.width if crowd < SMOOTH_BELOW else 1.0,
            fill=PLAIN.fill if crowd < FILLED_BELOW else 0,
            smooth=crowd < SMOOTH_BELOW,
        )
        self._forms.limit_to(len(index.objects))
        reach = QRectF(rect).adjusted(-REACH, -REACH, REACH, REACH)
        places = [place for place in index.touching(viewport.box(reach)) if place not in hidden]
        sizes = (index.bounds[places, 2:] - index.bounds[places, :2]).max(axis=1, initial=0.0) * viewport.zoom
        tiny = (sizes < TINY) & (sizes > 0)  # a point has no size, and a sign of its own
        small = frozenset(np.asarray(places, dtype=np.intp)[tiny].tolist())
        self._draw_tiny(painter, viewport, [(place, index.objects[place]) for place in places if place in small])
        fine = [(place, index.objects[place]) for place in places if place not in small]
        if not look.smooth:
            fine = self._draw_crowd(painter, viewport, fine, look)
        for place, thing in fine:
            self.draw_shape(painter, thing.shape, self.colors.of(thing, place), viewport, look)

    def draw_object(self, painter: QPainter, placed: Placed, viewport: Viewport, look: Look) -> None:
        """Draw one object."""
        self.draw_shape(painter, placed[1].shape, self.colors.of(placed[1], placed[0]), viewport, look)

    def draw_shape(self, painter: QPainter, shape: Shape, color: QColor, viewport: Viewport, look: Look) -> None:
        """Draw outline and fill of any shape."""
        pen = QPen(color, look.width, Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        fill = QColor(color)
        fill.setAlpha(look.fill)
        painter.setBrush(QBrush(fill) if look.fill else Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, look.smooth and not isinstance(shape, Box))
        halo = (
            QPen(QColor(255, 255, 255, 170), look.width) if look.dashed else QPen(QColor(0, 0, 0, 110), look.width + 2)
        )
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        match shape:
            case Box():
                rect = crisp(viewport.rect(shape), painter.device().devicePixelRatio())
                _stroke(painter, pen, halo, look, lambda: painter.drawRect(rect))
            case Polygon():
                outline = viewport.transform().map(self._forms.outline(shape))
                _stroke(painter, pen, halo, look, lambda: painter.drawPolygon(outline))
                self._draw_crossings(painter, shape, viewport)
            case Polyline():
                self._draw_line(painter, shape, pen, halo, look, viewport)
            case Point():
                at = viewport.to_view((shape.x, shape.y))
                painter.setBrush(color)
                pen.setColor(Qt.GlobalColor.white)
                _stroke(painter, pen, halo, look, lambda: painter.drawEllipse(at, 4.5, 4.5))
            case Mask():
                draw_mask(painter, viewport, shape, color, mask_look(look))

    def _draw_crossings(self, painter: QPainter, polygon: Polygon, viewport: Viewport) -> None:
        """Draw the edges that cross others in the colour of what is wrong."""
        crossings = self._forms.crossings(polygon)
        if not crossings:
            return
        lines = [QLineF(viewport.to_view(a), viewport.to_view(b)) for a, b in crossings]
        for pen in (QPen(QColor(255, 255, 255, 200), 4.6), QPen(WRONG, 2.6)):
            painter.setPen(pen)
            painter.drawLines(lines)

    def _draw_line(
        self, painter: QPainter, shape: Polyline, pen: QPen, halo: QPen, look: Look, viewport: Viewport
    ) -> None:
        outline = viewport.transform().map(self._forms.outline(shape))
        band = QColor(pen.color())
        band.setAlpha(70)
        if shape.width * viewport.zoom > look.width + 1:
            wide = QPen(band, shape.width * viewport.zoom)
            wide.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(wide)
            painter.drawPolyline(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _stroke(painter, pen, halo, look, lambda: painter.drawPolyline(outline))

    def _draw_crowd(self, painter: QPainter, viewport: Viewport, things: Iterable[Placed], look: Look) -> list[Placed]:
        """Draw polygons with a pen of one pixel, those of one colour after one another; return the other shapes."""
        polygons: dict[int, list[Polygon]] = {}
        others = []
        for place, thing in things:
            if isinstance(thing.shape, Polygon):
                polygons.setdefault(self.colors.of(thing, place).rgb(), []).append(thing.shape)
            else:
                others.append((place, thing))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setTransform(viewport.transform(), True)
        for rgb, same in polygons.items():
            color = QColor.fromRgb(rgb)
            painter.setPen(QPen(color, 0))
            painter.setBrush(QColor(color.red(), color.green(), color.blue(), look.fill))
            for polygon in same:
                painter.drawPolygon(self._forms.outline(polygon))
        painter.restore()
        return others

    def _draw_tiny(self, painter: QPainter, viewport: Viewport, things: Iterable[Placed]) -> None:
        """Draw small shapes as rectangles, all of one colour at once."""
        rects: dict[int, list[QRectF]] = {}
        for place, thing in things:
            rects.setdefault(self.colors.of(thing, place).rgb(), []).append(viewport.rect(thing.shape.bounds))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rgb, same in rects.items():
            painter.setPen(QPen(QColor.fromRgb(rgb), 1.0))
            painter.drawRects(same)


def _stroke(painter: QPainter, pen: QPen, halo: QPen, look: Look, draw: Callable[[], None]) -> None:
    if look.halo:
        brush = painter.brush()
        painter.setPen(halo)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw()
        painter.setBrush(brush)
    painter.setPen(pen)
    draw()
