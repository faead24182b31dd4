"""Pictures ready to be drawn: decoded in the background, read ahead, kept while there is room."""

import math
from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QImage, QPainter

from core.errors import AnnotrainError
from core.geometry import Box
from core.images import read_rgb
from desktop.annotate.canvas.viewport import Viewport
from desktop.jobs.executor import Executor

ROOM = 800 * 1024 * 1024
"""Decoded pictures kept at most, in bytes; the newest three are kept whatever they need."""
SMALLEST_LEVEL = 600
PIXELS_SEEN_FROM = 3.0
"""From this zoom on the picture's pixels are shown as squares instead of being smoothed."""


class Picture:
    """A decoded picture and its halvings down to some hundred pixels, all as 32-bit QImages."""

    def __init__(self, rgb: NDArray[np.uint8]) -> None:
        self.height, self.width = rgb.shape[:2]
        self._levels = [_to_image(rgb)]
        while max(rgb.shape[:2]) >= 2 * SMALLEST_LEVEL:
            half = ((rgb.shape[1] + 1) // 2, (rgb.shape[0] + 1) // 2)
            rgb = np.asarray(cv2.resize(rgb, half, interpolation=cv2.INTER_AREA), dtype=np.uint8)
            self._levels.append(_to_image(rgb))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width, self.height

    @property
    def bytes_held(self) -> int:
        """The memory that the levels take."""
        return sum(level.sizeInBytes() for level in self._levels)

    def region(self, box: Box) -> NDArray[np.uint8]:
        """Return the part of the picture in ``box``, in whole pixels and clamped: (h, w, 3) RGB at full resolution.

        It is the caller's own copy, (0, 0, 3) or narrower where the box lies beside the picture.
        """
        part = box.clamped(self.width, self.height)
        rows, columns = slice(int(part.y0), math.ceil(part.y1)), slice(int(part.x0), math.ceil(part.x1))
        image = self._levels[0]
        whole = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
        return np.ascontiguousarray(whole[rows, columns, 2::-1])

    def draw(self, painter: QPainter, rect: QRect, viewport: Viewport) -> None:
        """Draw the part in ``rect`` of the view, from the smallest level that has a pixel for each one shown."""
        zoom = viewport.zoom * painter.device().devicePixelRatio()
        level = self._levels[0]
        for smaller in self._levels[1:]:
            if smaller.width() < self.width * zoom:
                break
            level = smaller
        part = viewport.box(QRectF(rect)).grown(3 * self.width / level.width()).clamped(self.width, self.height)
        if part.area <= 0:
            return
        part = Box(int(part.x0), int(part.y0), int(part.x1 + 1), int(part.y1 + 1)).clamped(self.width, self.height)
        across, down = level.width() / self.width, level.height() / self.height
        painter.setTransform(viewport.transform(), True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom < PIXELS_SEEN_FROM)
        painter.drawImage(
            QRectF(part.x0, part.y0, part.width, part.height),
            level,
            QRectF(part.x0 * across, part.y0 * down, part.width * across, part.height * down),
        )


class Pictures(QObject):
    """Hands out pictures by path. ``ready`` says that one wanted has come, ``failed`` that it cannot be opened."""

    ready = Signal(object)
    failed = Signal(object, str)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._kept: OrderedDict[Path, Picture] = OrderedDict()
        self._wanted: Path | None = None
        self._ahead: tuple[Path, ...] = ()
        self._decoding: set[Path] = set()

    def get(self, path: Path) -> Picture | None:
        """Return the picture if it is at hand."""
        picture = self._kept.get(path)
        if picture is not None:
            self._kept.move_to_end(path)
        return picture

    def want(self, path: Path, ahead: Iterable[Path] = ()) -> None:
        """Have a picture decoded, ``ready`` or ``failed`` follows, and then those that will be wanted next."""
        self._wanted, self._ahead = path, tuple(ahead)
        if path in self._kept:
            self.ready.emit(path)
            self._read_ahead()
        else:
            self._decode(path)

    def clear(self) -> None:
        """Forget all pictures: another dataset is opened."""
        self._kept.clear()
        self._wanted, self._ahead = None, ()

    def _decode(self, path: Path) -> None:
        if path in self._decoding:
            return
        self._decoding.add(path)
        self._executor.submit(
            partial(self._load, path),
            partial(self._take, path),
            partial(self._refuse, path),
            owner=self,
        )

    def _load(self, path: Path) -> Picture | None:
        """Decode on the background thread, unless nobody wants the picture any more."""
        if path != self._wanted and path not in self._ahead:
            return None
        return Picture(read_rgb(path))

    def _take(self, path: Path, picture: Picture | None) -> None:
        self._decoding.discard(path)
        if picture is not None:
            self._kept[path] = picture
            self._drop_oldest()
            if path == self._wanted:
                self.ready.emit(path)
        self._read_ahead()

    def _refuse(self, path: Path, error: BaseException) -> None:
        self._decoding.discard(path)
        if isinstance(error, AnnotrainError) and path == self._wanted:
            self.failed.emit(path, str(error))
        self._read_ahead()

    def _read_ahead(self) -> None:
        if self._wanted is not None and self._wanted not in self._kept and self._wanted not in self._decoding:
            return
        for path in self._ahead:
            if path not in self._kept:
                self._decode(path)
        self._ahead = tuple(path for path in self._ahead if path in self._decoding)

    def _drop_oldest(self) -> None:
        while len(self._kept) > 3 and sum(picture.bytes_held for picture in self._kept.values()) > ROOM:
            self._kept.popitem(last=False)


def _to_image(rgb: NDArray[np.uint8]) -> QImage:
    """Return a QImage of its own memory in the format that Qt's raster painter draws fastest."""
    rgb = np.ascontiguousarray(rgb)
    height, width = rgb.shape[:2]
    return QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
