"""Shapes in the form that Qt draws, made once a shape and kept as long as the image is open."""

import cv2
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPolygonF

from core.geometry import Mask, Polygon, Polyline, Shape
from desktop.annotate.canvas.mask_image import MaskImage


class DrawnForms:
    """Caches by identity: shapes are frozen values, and hashing thousands of points costs more than drawing them."""

    def __init__(self) -> None:
        self._outlines: dict[int, tuple[Shape, QPolygonF]] = {}
        self._masks: dict[int, tuple[Shape, str, MaskImage]] = {}
        self._contours: dict[int, tuple[Shape, list[QPolygonF]]] = {}

    def clear(self) -> None:
        """Forget everything: another image is opened."""
        self._outlines.clear()
        self._masks.clear()
        self._contours.clear()

    def outline(self, shape: Polygon | Polyline) -> QPolygonF:
        """Return the points, in image coordinates."""
        known = self._outlines.get(id(shape))
        if known is None or known[0] is not shape:
            known = (shape, QPolygonF([QPointF(x, y) for x, y in shape.points]))
            self._outlines[id(shape)] = known
        return known[1]

    def mask_image(self, mask: Mask, color: QColor) -> MaskImage:
        """Return the mask's pixels in a colour."""
        known = self._masks.get(id(mask))
        if known is None or known[0] is not mask or known[1] != color.name():
            known = (mask, color.name(), MaskImage.of(mask, color))
            self._masks[id(mask)] = known
        return known[2]

    def contours(self, mask: Mask) -> list[QPolygonF]:
        """Return the rings round the mask's pixels, through the middle of the outermost ones."""
        known = self._contours.get(id(mask))
        if known is None or known[0] is not mask:
            found = cv2.findContours(mask.crop().view(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)[0]
            x0, y0 = mask.left + 0.5, mask.top + 0.5
            rings = [QPolygonF([QPointF(x + x0, y + y0) for x, y in ring.reshape(-1, 2).tolist()]) for ring in found]
            known = (mask, rings)
            self._contours[id(mask)] = known
        return known[1]
