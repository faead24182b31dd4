"""Masks as images that Qt draws: one byte a pixel, 0 transparent, 1 in the label's colour."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, qRgba

from core.geometry import Box, Mask

OPACITY = 130


class MaskImage:
    """An (H, W) uint8 array of 0 and 1 at (left, top) of the image, and a QImage over the same memory.

    Painting into ``pixels`` changes the image at once. The array lives as long as this object does, which is what
    Qt needs, because the QImage copies nothing.
    """

    def __init__(self, pixels: NDArray[np.uint8], color: QColor, left: int = 0, top: int = 0) -> None:
        height, width = pixels.shape
        self.pixels = np.zeros((height, (width + 3) // 4 * 4), dtype=np.uint8)[:, :width]
        self.pixels[:] = pixels
        self.left, self.top = left, top
        stride = self.pixels.strides[0]
        self._memory = self.pixels.base
        self._image = QImage(self._memory.data, width, height, stride, QImage.Format.Format_Indexed8)
        self._image.setColorTable([0, qRgba(color.red(), color.green(), color.blue(), OPACITY)])

    @classmethod
    def of(cls, mask: Mask, color: QColor) -> "MaskImage":
        """Return the image of a mask's crop."""
        return cls(mask.crop().view(np.uint8), color, mask.left, mask.top)

    @property
    def bounds(self) -> Box:
        """The part of the picture that it covers."""
        height, width = self.pixels.shape
        return Box(self.left, self.top, self.left + width, self.top + height)

    def draw(self, painter: QPainter, part: Box) -> None:
        """Draw what lies in ``part`` of the picture; the painter maps image coordinates."""
        wanted = part.grown(2).intersection(self.bounds)
        x0, y0, x1, y1 = int(wanted.x0), int(wanted.y0), int(np.ceil(wanted.x1)), int(np.ceil(wanted.y1))
        if x0 < x1 and y0 < y1:
            source = QRectF(x0 - self.left, y0 - self.top, x1 - x0, y1 - y0)
            painter.drawImage(QRectF(x0, y0, x1 - x0, y1 - y0), self._image, source)
