"""What a person takes hold of: the vertices of selected objects, and the part under the cursor lit up."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.editing.hit_test import TURN_HANDLE, Part, Target
from core.editing.reshape import edges, vertices
from core.editing.rotated import is_rotated, turn_handle
from core.geometry import Box, Mask, Polygon, Shape
from core.voc.annotation import VocObject
from desktop.annotate.canvas.looks import on_pixel
from desktop.annotate.canvas.viewport import Viewport

GRIP = 7.0
"""How near the mouse must come to a vertex or edge, in view pixels."""
HANDLE, HOT_HANDLE, NEW_HANDLE, TURN_RADIUS = 4.5, 5.5, 7.0, 6.0
RING = 9.5
"""The radius of the ring round the vertex under the cursor."""


def draw_handles(painter: QPainter, shape: Shape, color: QColor, viewport: Viewport) -> None:
    """Draw the vertices that can be dragged and, on a box, the middle of its edges."""
    square = isinstance(shape, Box)
    _print(painter, [viewport.to_view(vertex) for vertex in vertices(shape)], color, HANDLE, square=square)
    if isinstance(shape, Box) and min(shape.width, shape.height) * viewport.zoom > 8 * HANDLE:
        middles = [viewport.to_view(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) for a, b in edges(shape)]
        _print(painter, middles, color, HANDLE - 1, square=True)


def draw_turn_handle(painter: QPainter, thing: VocObject, color: QColor, viewport: Viewport, *, hot: bool) -> None:
    """Draw the handle that turns a rotated box, tied to the middle of its top edge."""
    if not isinstance(thing.shape, Polygon) or not is_rotated(thing):
        return
    foot, at = (viewport.to_view(turn_handle(thing.shape, far / viewport.zoom)) for far in (0.0, TURN_HANDLE * GRIP))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for pen in (QPen(QColor(0, 0, 0, 110), 3.0), QPen(color, 1.6)):
        painter.setPen(pen)
        painter.drawLine(foot, at)
    painter.setPen(QPen(Qt.GlobalColor.white if hot else color.darker(140), 1.6))
    painter.setBrush(color if hot else Qt.GlobalColor.white)
    painter.drawEllipse(at, TURN_RADIUS + hot, TURN_RADIUS + hot)


def reach_of(thing: VocObject, viewport: Viewport) -> Box:
    """Return the bounds of an object and, where it has one, of its turning handle."""
    bounds = thing.shape.bounds.grown(1) if isinstance(thing.shape, Mask) else thing.shape.bounds
    return bounds.grown(TURN_HANDLE * GRIP / viewport.zoom) if is_rotated(thing) else bounds


def draw_hot(
    painter: QPainter, thing: VocObject, color: QColor, target: Target, viewport: Viewport, cursor: QPointF | None
) -> None:
    """Light up the part under the cursor: a ring round a vertex, an edge, and a '+' where a drag adds a vertex."""
    shape = thing.shape
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if target.part is Part.VERTEX:
        at = viewport.to_view(vertices(shape)[target.number])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 130), 3.6), QPen(Qt.GlobalColor.white, 1.8)):
            painter.setPen(pen)
            painter.drawEllipse(at, RING, RING)
        painter.setBrush(color)
        _handle(painter, at, HOT_HANDLE, isinstance(shape, Box))
    elif target.part is Part.EDGE:
        edge = _edge(shape, target, viewport)
        for pen in (QPen(Qt.GlobalColor.white, 4.0), QPen(color, 2.2)):
            painter.setPen(pen)
            painter.drawLine(edge)
        if not isinstance(shape, Box) and not is_rotated(thing):
            _draw_plus(painter, nearest_on(edge, cursor) if cursor is not None else edge.center(), color)
    elif target.part is Part.TURN:
        draw_turn_handle(painter, thing, color, viewport, hot=True)


def hot_rect(shape: Shape, target: Target, viewport: Viewport, cursor: QPointF | None) -> QRect:
    """Return where the '+' of a new vertex is drawn; empty where there is none."""
    if cursor is None or target.part is not Part.EDGE or isinstance(shape, Box):
        return QRect()
    at, reach = nearest_on(_edge(shape, target, viewport), cursor), NEW_HANDLE + 3
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect()


def nearest_on(line: QLineF, at: QPointF) -> QPointF:
    """Return the point of a line's segment that is nearest to ``at``."""
    along = line.p2() - line.p1()
    square = QPointF.dotProduct(along, along)
    share = QPointF.dotProduct(at - line.p1(), along) / square if square > 0 else 0.0
    return line.pointAt(min(max(share, 0.0), 1.0))


def _edge(shape: Shape, target: Target, viewport: Viewport) -> QLineF:
    a, b = edges(shape)[target.number]
    return QLineF(viewport.to_view(a), viewport.to_view(b))


def _draw_plus(painter: QPainter, at: QPointF, color: QColor) -> None:
    painter.setPen(QPen(color.darker(150), 1.6))
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawEllipse(at, NEW_HANDLE, NEW_HANDLE)
    painter.setPen(QPen(QColor(30, 30, 30), 1.8))
    painter.drawLine(at - QPointF(3.5, 0), at + QPointF(3.5, 0))
    painter.drawLine(at - QPointF(0, 3.5), at + QPointF(0, 3.5))


def _print(painter: QPainter, places: list[QPointF], color: QColor, radius: float, *, square: bool) -> None:
    """Draw a handle at each place, on whole device pixels."""
    ratio = painter.device().devicePixelRatio()
    stamp = _stamp(color.rgb(), radius, square, ratio)
    half = stamp.width() / ratio / 2
    for at in places:
        painter.drawImage(QPointF(on_pixel(at.x() - half, ratio), on_pixel(at.y() - half, ratio)), stamp)


@lru_cache(maxsize=128)
def _stamp(rgb: int, radius: float, square: bool, ratio: float) -> QImage:
    """Return the picture of a handle: to copy it takes a sixth of the time that to draw it takes."""
    side = 2 * ceil((radius + 1) * ratio)
    stamp = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor.fromRgb(rgb).darker(140), 1.4))
    painter.setBrush(Qt.GlobalColor.white)
    _handle(painter, QPointF(side / ratio / 2, side / ratio / 2), radius, square)
    painter.end()
    return stamp


def _handle(painter: QPainter, at: QPointF, radius: float, square: bool) -> None:
    if square:
        painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))
    else:
        painter.drawEllipse(at, radius, radius)
