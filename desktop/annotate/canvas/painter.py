"""How shapes look: outlines, fills, captions, handles. Draws values into a painter and keeps nothing but caches."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from core.editing.hit_test import Part, ShapeIndex, Target
from core.editing.reshape import edges, vertices
from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject
from desktop.annotate.canvas.drawn_forms import DrawnForms
from desktop.annotate.canvas.ghosts import Ghost
from desktop.annotate.canvas.mask_image import MaskLook, draw_mask
from desktop.annotate.canvas.viewport import Viewport

SMOOTH_BELOW, FILLED_BELOW, CAPTIONED_BELOW = 300, 3000, 200
"""Up to how many visible shapes are antialiased, filled and captioned (8 us a plain polygon, 40 a fine one)."""
TINY = 10.0
"""A shape smaller than this in the view is drawn as a plain rectangle."""
HANDLE = 4.5
HOT_HANDLE = 6.5
CAPTION_WIDTH = 160.0
CAPTION_HEIGHT = 17.0
GHOST_CAPTION = 90.0
"""The room that a suggestion's caption has at least: its score, at the end, is what people look for."""
REACH = 12.0
"""How far handles and thick lines reach beyond a shape's bounds."""

ColorOf = Callable[[str], QColor]


@dataclass(frozen=True)
class Look:
    """How one object is drawn: width of the line in view pixels, opacity of the fill (0-255), and what else."""

    width: float = 2.0
    fill: int = 26
    halo: bool = False
    smooth: bool = True
    caption: bool = True
    dashed: bool = False


PLAIN = Look()
SELECTED = Look(width=2.6, fill=56, halo=True)
HOVERED = Look(width=2.6, fill=46, caption=False)


def mask_look(look: Look) -> MaskLook:
    """Return how a mask is drawn where other shapes have this look."""
    return MaskLook(fill=60 + 2 * look.fill, line=look.width - 0.5, halo=1.0 if look.halo else 0.0, dashed=look.dashed)


def extent(bounds: Box, viewport: Viewport) -> QRect:
    """Return the part of the view that a shape with these bounds may paint: outline, handles, caption."""
    rect = viewport.rect(bounds).adjusted(-REACH, -REACH - CAPTION_HEIGHT, REACH, REACH)
    rect.setWidth(max(rect.width(), CAPTION_WIDTH + 2 * REACH))
    return _limited(rect).toAlignedRect()


def _limited(rect: QRectF) -> QRectF:
    """Keep far-off coordinates within what Qt's integers hold."""
    return rect.intersected(QRectF(-100_000, -100_000, 200_000, 200_000))


def _crisp(rect: QRectF, ratio: float) -> QRectF:
    """Put a rectangle on whole device pixels: all sides come out equally thick, and it looks alike after a scroll."""
    rect = _limited(rect)
    # Not round(): it takes halves to even numbers, so that a scroll by one pixel would move things by two.
    x0, y0, x1, y1 = (floor(v * ratio + 0.5) / ratio for v in (rect.left(), rect.top(), rect.right(), rect.bottom()))
    return QRectF(QPointF(x0, y0), QPointF(x1, y1))


class ShapePainter:
    """Draws objects in the colours of their labels."""

    def __init__(self, color_of: ColorOf, font: QFont) -> None:
        self.color_of = color_of
        self._font = QFont(font)
        self._font.setPixelSize(11)
        self._metrics = QFontMetricsF(self._font)
        self._forms = DrawnForms()

    def forget(self) -> None:
        """Empty the caches: another image or other colours."""
        self._forms.clear()

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
        crowd = len(index.touching(viewport.box(view)))
        look = Look(
            width=PLAIN.width if crowd < SMOOTH_BELOW else 1.0,
            fill=PLAIN.fill if crowd < FILLED_BELOW else 0,
            smooth=crowd < SMOOTH_BELOW,
            caption=crowd < CAPTIONED_BELOW,
        )
        reach = QRectF(rect).adjusted(-REACH, -REACH, REACH, REACH)
        if look.caption:
            reach.adjust(-CAPTION_WIDTH, 0, 0, CAPTION_HEIGHT)
        places = [place for place in index.touching(viewport.box(reach)) if place not in hidden]
        sizes = (index.bounds[places, 2:] - index.bounds[places, :2]).max(axis=1) * viewport.zoom if places else []
        tiny = [place for place, size in zip(places, sizes, strict=True) if size < TINY]
        self._draw_tiny(painter, viewport, [index.objects[place] for place in tiny])
        small = frozenset(tiny)
        fine = [index.objects[place] for place in places if place not in small]
        if not look.smooth:
            fine = self._draw_crowd(painter, viewport, fine, look)
        for thing in fine:
            self.draw_shape(painter, thing.shape, self.color_of(thing.label), viewport, look)
        if look.caption:
            for thing in fine:
                self.draw_caption(painter, thing.shape.bounds, thing.label, self.color_of(thing.label), viewport)

    def draw_object(self, painter: QPainter, thing: VocObject, viewport: Viewport, look: Look) -> None:
        """Draw one object with its caption."""
        color = self.color_of(thing.label)
        self.draw_shape(painter, thing.shape, color, viewport, look)
        if look.caption:
            self.draw_caption(painter, thing.shape.bounds, thing.label, color, viewport, strong=look.halo)

    def draw_ghost(self, painter: QPainter, ghost: Ghost, viewport: Viewport) -> None:
        """Draw a suggestion, dashed; the current one stands out."""
        look = Look(width=3.0 if ghost.selected else 2.0, fill=50 if ghost.selected else 12, halo=True, dashed=True)
        self.draw_shape(painter, ghost.shape, ghost.color, viewport, look)
        self.draw_caption(
            painter,
            ghost.shape.bounds,
            ghost.caption,
            ghost.color,
            viewport,
            strong=ghost.selected,
            least=GHOST_CAPTION,
        )

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
                rect = _crisp(viewport.rect(shape), painter.device().devicePixelRatio())
                self._stroke(painter, pen, halo, look, lambda: painter.drawRect(rect))
            case Polygon():
                outline = viewport.transform().map(self._forms.outline(shape))
                self._stroke(painter, pen, halo, look, lambda: painter.drawPolygon(outline))
            case Polyline():
                self._draw_line(painter, shape, pen, halo, look, viewport)
            case Point():
                at = viewport.to_view((shape.x, shape.y))
                painter.setBrush(color)
                pen.setColor(Qt.GlobalColor.white)
                self._stroke(painter, pen, halo, look, lambda: painter.drawEllipse(at, 4.5, 4.5))
            case Mask():
                draw_mask(painter, viewport, shape, color, mask_look(look))

    def draw_handles(self, painter: QPainter, shape: Shape, color: QColor, viewport: Viewport) -> None:
        """Draw the vertices that can be dragged and, on a box, the middle of its edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(color.darker(140), 1.4))
        painter.setBrush(Qt.GlobalColor.white)
        for vertex in vertices(shape):
            _handle(painter, viewport.to_view(vertex), HANDLE, isinstance(shape, Box))
        if isinstance(shape, Box) and min(shape.width, shape.height) * viewport.zoom > 8 * HANDLE:
            for a, b in edges(shape):
                middle = viewport.to_view(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
                _handle(painter, middle, HANDLE - 1, square=True)

    def draw_hot(self, painter: QPainter, thing: VocObject, target: Target, viewport: Viewport) -> None:
        """Light up the part under the cursor: a vertex, an edge, and on a polygon where a new vertex would come."""
        color = self.color_of(thing.label)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if target.part is Part.VERTEX:
            painter.setPen(QPen(Qt.GlobalColor.white, 1.6))
            painter.setBrush(color)
            _handle(
                painter,
                viewport.to_view(vertices(thing.shape)[target.number]),
                HOT_HANDLE,
                isinstance(thing.shape, Box),
            )
        elif target.part is Part.EDGE:
            a, b = (viewport.to_view(end) for end in edges(thing.shape)[target.number])
            painter.setPen(QPen(Qt.GlobalColor.white, 3.0))
            painter.drawLine(a, b)
            painter.setPen(QPen(color, 1.6))
            painter.drawLine(a, b)
            if not isinstance(thing.shape, Box):
                painter.setPen(QPen(color.darker(140), 1.4))
                painter.setBrush(QColor(255, 255, 255, 190))
                _handle(painter, (a + b) / 2, HANDLE, square=False)

    def draw_caption(
        self,
        painter: QPainter,
        bounds: Box,
        text: str,
        color: QColor,
        viewport: Viewport,
        strong: bool = False,
        least: float = 40.0,
    ) -> None:
        """Write ``text`` on a small tab at the upper left of the bounds, elided where wider than both and ``least``."""
        rect = _crisp(viewport.rect(bounds), painter.device().devicePixelRatio())
        if not strong and rect.width() < 26:
            return
        room = CAPTION_WIDTH if strong else min(CAPTION_WIDTH, max(rect.width(), least))
        text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room - 10)
        width = self._metrics.horizontalAdvance(text) + 10
        tab = QRectF(rect.left() - 1, rect.top() - CAPTION_HEIGHT + 1, width, CAPTION_HEIGHT - 1)
        back = QColor(color)
        back.setAlpha(255 if strong else 215)
        painter.setFont(self._font)
        painter.fillRect(tab, back)
        painter.setPen(legible_on(color))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, text)

    def _stroke(self, painter: QPainter, pen: QPen, halo: QPen, look: Look, draw: Callable[[], None]) -> None:
        if look.halo:
            brush = painter.brush()
            painter.setPen(halo)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw()
            painter.setBrush(brush)
        painter.setPen(pen)
        draw()

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
        self._stroke(painter, pen, halo, look, lambda: painter.drawPolyline(outline))

    def _draw_crowd(
        self, painter: QPainter, viewport: Viewport, things: Iterable[VocObject], look: Look
    ) -> list[VocObject]:
        """Draw polygons with a pen of one pixel, those of one colour after one another; return the other shapes."""
        polygons: dict[str, list[Polygon]] = {}
        others = []
        for thing in things:
            if isinstance(thing.shape, Polygon):
                polygons.setdefault(thing.label, []).append(thing.shape)
            else:
                others.append(thing)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setTransform(viewport.transform(), True)
        for label, same in polygons.items():
            color = self.color_of(label)
            painter.setPen(QPen(color, 0))
            painter.setBrush(QColor(color.red(), color.green(), color.blue(), look.fill))
            for polygon in same:
                painter.drawPolygon(self._forms.outline(polygon))
        painter.restore()
        return others

    def _draw_tiny(self, painter: QPainter, viewport: Viewport, things: Iterable[VocObject]) -> None:
        """Draw small shapes as rectangles, all of one colour at once."""
        rects: dict[str, list[QRectF]] = {}
        for thing in things:
            rects.setdefault(thing.label, []).append(viewport.rect(thing.shape.bounds))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for label, same in rects.items():
            painter.setPen(QPen(self.color_of(label), 1.0))
            painter.drawRects(same)


def legible_on(color: QColor) -> QColor:
    """Return black or white, whichever is easier to read on ``color`` (ITU-R BT.601 luma)."""
    luma = 0.299 * color.red() + 0.587 * color.green() + 0.114 * color.blue()
    return QColor(Qt.GlobalColor.black) if luma > 150 else QColor(Qt.GlobalColor.white)


def _handle(painter: QPainter, at: QPointF, radius: float, square: bool) -> None:
    if square:
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
    else:
        painter.drawEllipse(at, radius, radius)
