"""Masks as the view shows them: a small raster in the screen's own pixels, made anew from the spans at each paint.

So a mask costs what is seen of it, not what it holds: nothing is kept beside it, however many values it goes through.
Seen from afar no span vanishes between two screen pixels.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, qRgba

from core.editing.brush import union
from core.geometry import Box, Mask
from core.runs import Spans, filled
from desktop.annotate.canvas.viewport import Viewport

Pixels = NDArray[np.uint8]
_HALO = 3


@dataclass(frozen=True)
class MaskLook:
    """How a mask is drawn: opacity of the fill (0-255), width of its outline and of the dark rim, in view pixels."""

    fill: int = 110
    line: float = 1.5
    halo: float = 0.0
    dashed: bool = False


class MaskImage:
    """An (H, W) uint8 array of 0 and 1 at (left, top) of the image that is being painted, in a colour.

    What is painted into ``pixels``, which is the array given, shows at the next ``draw``.
    """

    def __init__(self, pixels: Pixels, color: QColor, left: int = 0, top: int = 0) -> None:
        self.pixels = pixels
        self.color = color
        self.left, self.top = left, top

    @property
    def bounds(self) -> Box:
        """The part of the picture that it covers."""
        height, width = self.pixels.shape
        return Box(self.left, self.top, self.left + width, self.top + height)

    def spans(self, x0: int, y0: int, x1: int, y1: int) -> Spans:
        """Return what is on inside a box of the picture."""
        height, width = self.pixels.shape
        whole = Box(self.left, self.top, self.left + width, self.top + height)
        part = Box(x0, y0, x1, y1).intersection(whole)
        x0, y0, x1, y1 = int(part.x0), int(part.y0), int(part.x1), int(part.y1)
        rows = self.pixels[y0 - self.top : y1 - self.top, x0 - self.left : x1 - self.left]
        return Spans.of_array(rows.view(np.bool_), x0, y0)

    def draw(self, painter: QPainter, viewport: Viewport) -> None:
        """Draw what shows inside the painter's clip, which maps view coordinates."""
        _draw(painter, viewport, self, self.color, MaskLook())


class StrokeImage(MaskImage):
    """A stroke over a mask: ``result`` makes the spans that show of those that were there and those painted.

    The mask below is never turned into an array, and nothing is looked for outside of what was ``painted`` so far, so
    that beginning a stroke costs nothing.
    """

    def __init__(
        self, size: tuple[int, int], color: QColor, below: Spans, result: Callable[[Spans, Spans], Spans]
    ) -> None:
        super().__init__(np.zeros(size[::-1], dtype=np.uint8), color)
        self._below = below
        self._below_bounds = Box(*below.bounds) if below.bounds is not None else None
        self._result = result
        self.painted: Box | None = None

    @property
    def bounds(self) -> Box:
        """The part of the picture that mask and stroke cover."""
        return union(self._below_bounds, self.painted) or Box(0, 0, 0, 0)

    def spans(self, x0: int, y0: int, x1: int, y1: int) -> Spans:
        """Return what of the mask shows inside a box of the picture."""
        below = self._below.clipped(x0, y0, x1, y1)
        part = Box(x0, y0, x1, y1).intersection(self.painted or Box(0, 0, 0, 0))
        stroke = super().spans(int(part.x0), int(part.y0), int(part.x1), int(part.y1))
        return self._result(below, stroke) if stroke.rows.size else below


def draw_mask(painter: QPainter, viewport: Viewport, mask: Mask, color: QColor, look: MaskLook) -> None:
    """Draw what of a mask shows inside the painter's clip, which maps view coordinates."""
    _draw(painter, viewport, mask, color, look)


@dataclass(frozen=True)
class _Grid:
    """Device pixels of the view: ``zoom`` of them to an image pixel, the image's corner at (x, y), and a part."""

    zoom: float
    x: float
    y: float
    part: QRect

    def place(self, at: NDArray[np.int64], corner: float, first: int, *, up: bool) -> NDArray[np.int64]:
        """Return the device pixel, counted from ``first``, at which an image pixel's edge lies."""
        edges = at * self.zoom + corner
        if self.zoom >= 1:  # the pixels whose centres lie inside, else all that are touched
            return np.ceil(edges - 0.5).astype(np.int64) - first
        return (np.ceil(edges) if up else np.floor(edges)).astype(np.int64) - first

    def raster(self, spans: Spans) -> NDArray[np.bool_]:
        """Return what of the spans shows in the part, as a bool array."""
        size = (self.part.height(), self.part.width())
        starts = np.clip(self.place(spans.starts, self.x, self.part.x(), up=False), 0, size[1])
        ends = np.clip(self.place(spans.ends, self.x, self.part.x(), up=True), 0, size[1])
        if self.zoom < 1:
            rows = self.place(spans.rows, self.y, self.part.y(), up=False)
            seen = (rows >= 0) & (rows < size[0]) & (starts < ends)
            return filled(rows[seen], starts[seen], ends[seen], size)
        wanted = np.floor((np.arange(size[0]) + self.part.y() + 0.5 - self.y) / self.zoom).astype(np.int64)
        first, last = int(wanted[0]), int(wanted[-1])
        seen = (spans.rows >= first) & (spans.rows <= last) & (starts < ends)
        once = filled(spans.rows[seen] - first, starts[seen], ends[seen], (last - first + 1, size[1]))
        return np.asarray(once[wanted - first])


def _draw(painter: QPainter, viewport: Viewport, source: Mask | MaskImage, color: QColor, look: MaskLook) -> None:
    for part in _parts(painter):
        _draw_part(painter, part, viewport, source, color, look)


def _parts(painter: QPainter) -> list[QRectF]:
    """Return the rectangles of the painter's clip, or the one round them where most of that is to be painted."""
    region = painter.clipRegion()
    rects, around = [*region], region.boundingRect()
    area = sum(rect.width() * rect.height() for rect in rects)
    return [QRectF(rect) for rect in (rects if 2 * area < around.width() * around.height() else (around,))]


def _draw_part(
    painter: QPainter, part: QRectF, viewport: Viewport, source: Mask | MaskImage, color: QColor, look: MaskLook
) -> None:
    """Draw what shows in one rectangle of the view, which may reach a little further."""
    ratio = painter.device().devicePixelRatio()
    reach = round((look.line + look.halo) * ratio) + 2
    grid = _grid(part, viewport, source.bounds, ratio, reach)
    if grid is None:
        return
    box = viewport.box(part).grown(2 * reach / grid.zoom)
    x0, y0, x1, y1 = int(np.floor(box.x0)), int(np.floor(box.y0)), int(np.ceil(box.x1)), int(np.ceil(box.y1))
    spans = source.spans.clipped(x0, y0, x1, y1) if isinstance(source, Mask) else source.spans(x0, y0, x1, y1)
    indices = _indices(grid.raster(spans), look, ratio, (grid.part.x(), grid.part.y()))
    height, width = indices.shape
    image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(_palette(color, look))
    image.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(grid.part.x() / ratio, grid.part.y() / ratio), image)


def _grid(clip: QRectF, viewport: Viewport, bounds: Box, ratio: float, reach: int) -> _Grid | None:
    """Return the device pixels that the mask may touch inside the clip, with what its outline needs beyond."""
    seen = viewport.rect(bounds) & clip.adjusted(-reach, -reach, reach, reach)
    if seen.isEmpty():
        return None
    x0, y0 = (int(np.floor(value * ratio)) - reach for value in (seen.left(), seen.top()))
    x1, y1 = (int(np.ceil(value * ratio)) + reach for value in (seen.right(), seen.bottom()))
    return _Grid(viewport.zoom * ratio, viewport.x * ratio, viewport.y * ratio, QRect(x0, y0, x1 - x0, y1 - y0))


def _indices(on: NDArray[np.bool_], look: MaskLook, ratio: float, corner: tuple[int, int]) -> Pixels:
    """Return the colour of every device pixel: fill, line, halo or nothing."""
    pixels = on.view(np.uint8)
    inner = cv2.erode(pixels, _disc(look.line * ratio), borderType=cv2.BORDER_REPLICATE)
    line = pixels - inner
    if look.dashed:
        rows, columns = np.ogrid[: on.shape[0], : on.shape[1]]
        line &= ((rows + columns + sum(corner)) // round(5 * ratio) % 2 == 0).view(np.uint8)
    indices: Pixels = pixels + line  # 1 where filled, 2 along the border
    if look.halo:
        outer = cv2.dilate(pixels, _disc(look.halo * ratio), borderType=cv2.BORDER_REPLICATE)
        indices += (outer - pixels) * np.uint8(_HALO)
    return indices


def _palette(color: QColor, look: MaskLook) -> list[int]:
    """Return the colours of nothing, fill, line and halo."""
    red, green, blue = color.red(), color.green(), color.blue()
    return [0, qRgba(red, green, blue, look.fill), qRgba(red, green, blue, 255), qRgba(0, 0, 0, 110)]


def _disc(radius: float) -> Pixels:
    reach = max(1, round(radius))
    kernel: Pixels = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1)).astype(np.uint8)
    return kernel
