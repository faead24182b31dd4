"""Small pictures of objects, cut out in the background, as examples of what a change concerns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.errors import ImageFileError
from core.geometry import Box
from core.images import read_size, read_thumbnail
from core.voc.dataset import Dataset
from desktop import theme
from desktop.jobs.executor import Executor

COUNT = 5
SIDE = 72
_DECODED = 1600
_ROOM = 0.35
"""How much of an object's size is shown round it, and at least so many pixels."""
_ROOM_PX = 8


@dataclass(frozen=True)
class Example:
    """An object: its image's name and its bounds in that image's pixels."""

    image: str
    box: Box


def cut_out(dataset: Dataset, example: Example) -> NDArray[np.uint8] | None:
    """Return the object with some room round it as (h, w, 3) RGB; None where the image cannot be read."""
    path = dataset.entry(example.image).path
    try:
        width, height = read_size(path)
        pixels = read_thumbnail(path, _DECODED)
    except ImageFileError:
        return None
    box = example.box.grown(max(_ROOM_PX, _ROOM * max(example.box.width, example.box.height))).clamped(width, height)
    scale = pixels.shape[1] / width
    x0, y0, x1, y1 = (round(edge * scale) for edge in (box.x0, box.y0, box.x1, box.y1))
    part = pixels[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
    return np.ascontiguousarray(part) if part.size else None


class Examples(QWidget):
    """A row of small pictures; empty while there is nothing to show."""

    def __init__(self, executor: Executor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("examples")
        self._executor = executor
        self._pictures = [QLabel(alignment=Qt.AlignmentFlag.AlignCenter) for _ in range(COUNT)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        for label in self._pictures:
            label.setFixedSize(SIDE, SIDE)
            label.setProperty("role", "thumbnail")
            row.addWidget(label)
        row.addStretch(1)
        self.setFixedHeight(SIDE)

    def show_objects(self, dataset: Dataset, wanted: Sequence[Example]) -> None:
        """Cut out the objects in the background and show them; a newer call replaces an older."""
        wanted = wanted[:COUNT]
        self._executor.submit(
            lambda: [cut_out(dataset, example) for example in wanted], self._show, key="examples", owner=self
        )

    def _show(self, found: Sequence[NDArray[np.uint8] | None]) -> None:
        shown = [part for part in found if part is not None]
        for place, label in enumerate(self._pictures):
            label.setVisible(place < len(shown))
            if place < len(shown):
                label.setPixmap(_pixmap(shown[place], label.devicePixelRatioF()))


def _pixmap(pixels: NDArray[np.uint8], ratio: float) -> QPixmap:
    height, width = pixels.shape[:2]
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    size = QSize(round(SIDE * ratio), round(SIDE * ratio))
    pixmap = QPixmap.fromImage(image).scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
