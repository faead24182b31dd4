"""A picture of what a problem is about: the image with the object framed, or the two that look alike."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.errors import AnnotrainError
from core.geometry import Box
from core.images import read_size, read_thumbnail
from core.voc.dataset import Dataset
from desktop import theme

_DECODED = 1600
_ROOM = 1.2
"""How much of an object's size is shown round it, and at least so many pixels of the image."""
_ROOM_PX = 60


@dataclass(frozen=True)
class Seen:
    """A part of an image as (h, w, 3) RGB, the object's box in its pixels, and the image's name."""

    pixels: NDArray[np.uint8]
    box: Box | None
    name: str


def look(dataset: Dataset, image: str, place: int | None) -> Seen | None:
    """Return the image, or the part round one of its objects; None where it cannot be read. Not on the main thread."""
    if image not in dataset:
        return None
    entry = dataset.entry(image)
    try:
        width, height = read_size(entry.path)
        pixels = read_thumbnail(entry.path, _DECODED)
        objects = dataset.read(entry).objects if place is not None else ()
    except AnnotrainError:
        return None
    if place is None or place >= len(objects):
        return Seen(pixels, None, image)
    return _round(pixels, objects[place].shape.bounds, pixels.shape[1] / width, (width, height), image)


def _round(pixels: NDArray[np.uint8], box: Box, scale: float, size: tuple[int, int], image: str) -> Seen:
    """Cut out the object with some room round it; one that lies outside is shown with the whole image."""
    room = max(_ROOM_PX, _ROOM * max(abs(box.width), abs(box.height)))
    view = box.grown(room).clamped(*size)
    if min(view.width, view.height) < 1:
        view = Box(0, 0, *size)
    x0, y0, x1, y1 = (round(edge * scale) for edge in (view.x0, view.y0, view.x1, view.y1))
    part = np.ascontiguousarray(pixels[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)])
    edges = [(edge * scale) for edge in (box.x0, box.y0, box.x1, box.y1)]
    return Seen(part, Box(edges[0] - x0, edges[1] - y0, edges[2] - x0, edges[3] - y0), image)


class ProblemPicture(QWidget):
    """Shows one or two :class:`Seen` side by side, as large as they fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_picture")
        self.setMinimumHeight(140)
        self._seen: list[Seen] = []

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the images that are shown."""
        return tuple(seen.name for seen in self._seen)

    def show_seen(self, seen: list[Seen]) -> None:
        """Show these."""
        self._seen = seen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pictures, the box round the object, and the names where there are two."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        count = len(self._seen)
        gap = theme.SPACE
        for place, seen in enumerate(self._seen):
            width = (self.width() - gap * (count - 1)) / count
            self._draw(painter, seen, QRectF(place * (width + gap), 0, width, self.height()), named=count > 1)

    def _draw(self, painter: QPainter, seen: Seen, room: QRectF, *, named: bool) -> None:
        line = self.fontMetrics().height() + 4 if named else 0
        height, width = seen.pixels.shape[:2]
        scale = min(room.width() / width, (room.height() - line) / height, 12.0)
        at = QRectF(room.x() + (room.width() - width * scale) / 2, room.y(), width * scale, height * scale)
        image = QImage(seen.pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        painter.drawImage(at, image)
        if named:
            words = QRectF(room.x(), at.bottom(), room.width(), line)
            name = self.fontMetrics().elidedText(seen.name, Qt.TextElideMode.ElideMiddle, int(room.width()))
            painter.setPen(QColor(theme.colors().muted))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, name)
        if seen.box is not None:
            self._frame(painter, seen.box, at, scale)

    def _frame(self, painter: QPainter, box: Box, at: QRectF, scale: float) -> None:
        """Frame the object, dark and light, so that it is seen on any ground."""
        rect = QRectF(at.x() + box.x0 * scale, at.y() + box.y0 * scale, box.width * scale, box.height * scale)
        for color, thickness in ((QColor(0, 0, 0, 160), 4.0), (QColor(theme.colors().danger), 2.0)):
            pen = QPen(color, thickness)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(rect.normalized())
