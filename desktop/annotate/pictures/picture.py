"""A picture that can be drawn at any zoom, and whose pixels tools can have."""

import math
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage, QPainter

from core.geometry import Box
from core.images import Look, Pyramid, Range, as_rgb, auto_range, natural_range, shown
from core.images.decoding import Pixels
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.pictures.adjustment import Adjustment

KEPT_FROM = 200_000
"""Views of at least so many pixels are kept for the next time that they are drawn."""


class Picture:
    """A decoded picture with its halvings, grey or RGB at its own depth.

    Only the part that is in sight is ever made into an image of Qt's. ``pages`` is how many the file has, of which this
    is the first. A preview lacks the full resolution. ``region`` may be called from any thread.
    """

    def __init__(self, pixels: Pixels | Pyramid, pages: int = 1) -> None:
        self.pyramid = pixels if isinstance(pixels, Pyramid) else Pyramid.of(pixels)
        self.pages = pages
        self.natural = natural_range(self.pyramid.levels[min(self.pyramid.levels)])
        self._adjustment = Adjustment()
        self._look = self.natural.look()
        self._last: tuple[tuple[float, ...], Pixels] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.pyramid.width, self.pyramid.height

    @property
    def kind(self) -> str:
        """The type of its values: "uint8", "uint16" or "float32"."""
        return self.pyramid.smallest.dtype.name

    @property
    def bytes_held(self) -> int:
        """The memory, or the room in files, that it takes."""
        return self.pyramid.bytes_held

    @cached_property
    def own_range(self) -> Range:
        """The range of its own values but for the darkest and the brightest few."""
        return auto_range(self.pyramid.smallest)

    @property
    def look(self) -> Look:
        """How its values are shown."""
        return self._look

    def adjust(self, adjustment: Adjustment) -> None:
        """Show it in another way from now on."""
        if adjustment != self._adjustment:
            self._adjustment = adjustment
            own = self.own_range if adjustment.auto else self.natural
            self._look = adjustment.look(self.kind, self.natural, own)

    def region(self, box: Box) -> NDArray[np.uint8]:
        """Return the part in ``box`` as it is seen, in whole pixels and clamped: (h, w, 3) RGB at full resolution.

        It is the caller's own copy, with a side of 0 where the box lies beside the picture.
        """
        part = self.pyramid.region(box)
        return as_rgb(part, self._look) if part.size else np.zeros((*part.shape[:2], 3), np.uint8)

    def draw(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        """Draw what the viewport shows in ``rect`` of the view, sampled once for each pixel of the device."""
        ratio = painter.device().devicePixelRatio()
        zoom, x, y = viewport.zoom * ratio, viewport.x * ratio, viewport.y * ratio
        width, height = self.size
        left, right = _seen(rect.left() * ratio, (rect.right() + 1) * ratio, x, x + width * zoom)
        top, bottom = _seen(rect.top() * ratio, (rect.bottom() + 1) * ratio, y, y + height * zoom)
        if right <= left or bottom <= top:
            return
        pixels = shown(self._sampled(zoom, x - left, y - top, right - left, bottom - top), self._look)
        form = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB32
        image = QImage(pixels.data, right - left, bottom - top, pixels.strides[0], form)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(left / ratio, top / ratio), image)

    def _sampled(self, zoom: float, x: float, y: float, width: int, height: int) -> Pixels:
        """Return the pixels of a view; a large one is kept, for the look may change again while nothing else does."""
        view = (zoom, x, y, width, height)
        if self._last is not None and self._last[0] == view:
            return self._last[1]
        pixels = self.pyramid.sampled(*view)
        if width * height >= KEPT_FROM:
            self._last = view, pixels
        return pixels


def _seen(first: float, last: float, begin: float, end: float) -> tuple[int, int]:
    """Return the device pixels from ``first`` to ``last`` whose centres lie between ``begin`` and ``end``."""
    return max(math.floor(first), math.ceil(begin - 0.5)), min(math.ceil(last), math.ceil(end - 0.5))
