"""Where the image lies in the view: a frozen value and the arithmetic of zoom and pan.

View coordinates are Qt's logical pixels of the widget; image coordinates are those of ``core.geometry``.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from core.geometry import XY, Box

LARGEST_ZOOM = 256.0
"""So many view pixels show one image pixel at most: some dozens of them fill the view."""
SMALLEST_SHARE = 0.5
"""How small a picture can be made, as a share of the size at which it just fits in the view."""
MARGIN = 24.0
"""Free space around a fitted image, and how much of it stays in sight when panning, in view pixels."""


@dataclass(frozen=True)
class Viewport:
    """``zoom`` view pixels show one image pixel; the image's corner lies at (x, y) of the view."""

    zoom: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_view(self, at: XY) -> QPointF:
        """Return where an image point lies in the view."""
        return QPointF(at[0] * self.zoom + self.x, at[1] * self.zoom + self.y)

    def to_image(self, at: QPointF) -> XY:
        """Return which image point lies at a place of the view."""
        return (at.x() - self.x) / self.zoom, (at.y() - self.y) / self.zoom

    def rect(self, box: Box) -> QRectF:
        """Return where a box of the image lies in the view."""
        return QRectF(self.to_view((box.x0, box.y0)), self.to_view((box.x1, box.y1)))

    def box(self, rect: QRectF) -> Box:
        """Return which box of the image lies in a rectangle of the view."""
        return Box(*self.to_image(rect.topLeft()), *self.to_image(rect.bottomRight()))

    def transform(self) -> QTransform:
        """Return the painter's transform from image to view."""
        return QTransform(self.zoom, 0, 0, self.zoom, self.x, self.y)

    def zoomed(self, factor: float, at: QPointF, least: float = 0.0) -> "Viewport":
        """Return the viewport zoomed by ``factor``, not below ``least``; the image point at ``at`` stays there."""
        zoom = min(max(self.zoom * factor, least), LARGEST_ZOOM)
        grown = zoom / self.zoom
        return Viewport(zoom, at.x() - (at.x() - self.x) * grown, at.y() - (at.y() - self.y) * grown)

    def moved(self, dx: float, dy: float) -> "Viewport":
        """Return the viewport with the image moved by (dx, dy) view pixels."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def held(self, image: tuple[int, int], view: tuple[int, int], ratio: float) -> "Viewport":
        """Return the viewport moved as little as needed to keep the image in sight.

        Up to the fitted size that is the whole of it; a larger one shows a margin at least, for while somebody zooms,
        the point under the cursor shall stay there. The corner is put on a whole device pixel (``ratio`` of them to a
        view pixel), so that panning can scroll.
        """
        whole = self.zoom <= fitting_zoom(image, view)
        x = _held(self.x, image[0] * self.zoom, view[0], whole=whole)
        y = _held(self.y, image[1] * self.zoom, view[1], whole=whole)
        return replace(self, x=round(x * ratio) / ratio, y=round(y * ratio) / ratio)

    @classmethod
    def fitted(cls, image: tuple[int, int], view: tuple[int, int]) -> "Viewport":
        """Return the viewport that shows the whole image (width, height) in the middle of the view."""
        zoom = fitting_zoom(image, view)
        return cls(zoom, (view[0] - image[0] * zoom) / 2, (view[1] - image[1] * zoom) / 2)


def fitting_zoom(image: tuple[int, int], view: tuple[int, int]) -> float:
    """Return the zoom at which the whole image (width, height) just fits in the view, with a margin."""
    room = (max(view[0] - 2 * MARGIN, 1), max(view[1] - 2 * MARGIN, 1))
    return min(room[0] / max(image[0], 1), room[1] / max(image[1], 1), LARGEST_ZOOM)


def least_zoom(image: tuple[int, int], view: tuple[int, int], ratio: float) -> float:
    """Return how far one can zoom out: to half of the fitted size, or the actual one (``ratio``) of a small image."""
    return min(SMALLEST_SHARE * fitting_zoom(image, view), 1 / ratio)


def _held(start: float, length: float, extent: float, *, whole: bool) -> float:
    """Return where a stretch of ``length`` begins in one of ``extent``, so that all of it or a margin lies inside."""
    seen = length if whole else min(3 * MARGIN, length, extent)
    return min(max(start, seen - length), extent - seen)
