"""Parts of images round what a finding is about, cut out in the background."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.errors import AnnotrainError
from core.geometry import Box
from core.images import read_size, read_thumbnail
from core.review.evaluation.mistakes import Corners
from core.voc.dataset import Dataset
from desktop import theme
from desktop.evaluate.findings import Finding
from desktop.jobs.executor import Executor

T = TypeVar("T")
_DECODED = 1600
_ROOM = 0.8
"""How much of its size is shown round what a finding is about, and at least so many pixels."""
_ROOM_PX = 24
_KEPT = 600
_AT_ONCE = 6
"""So many are cut out before the first of them is shown."""


@dataclass(frozen=True)
class Crop:
    """A part of an image as (h, w, 3) RGB, and the two boxes in its pixels. ``pixels`` is None: it cannot be read."""

    pixels: NDArray[np.uint8] | None
    box: Box | None = None
    model_box: Box | None = None


def cut(dataset: Dataset, finding: Finding) -> Crop:
    """Return the part of the image with both boxes of a finding in it. Not on the main thread."""
    return cut_round(dataset, finding.image, finding.box, finding.model_box)


def cut_round(
    dataset: Dataset, image: str, box: Corners | None, model_box: Corners | None, *, whole: bool = False
) -> Crop:
    """Return the part of the image with both boxes in it; all of it where there is none, or the ``whole`` is wanted.

    Not on the main thread.
    """
    if image not in dataset:
        return Crop(None)
    path = dataset.entry(image).path
    try:
        width, height = read_size(path)
        pixels = read_thumbnail(path, _DECODED)
    except AnnotrainError:
        return Crop(None)
    boxes = [Box(*corners) for corners in (box, model_box) if corners is not None]
    view = _round([] if whole else boxes, width, height)
    scale = pixels.shape[1] / width
    x0, y0, x1, y1 = (round(edge * scale) for edge in (view.x0, view.y0, view.x1, view.y1))
    part = np.ascontiguousarray(pixels[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)])
    return Crop(part, _inside(box, scale, x0, y0), _inside(model_box, scale, x0, y0))


def shrunk(crop: Crop, side: int) -> Crop:
    """Return the crop with its longer side at ``side`` pixels at the most, for where many are painted at once."""
    if crop.pixels is None or max(crop.pixels.shape[:2]) <= side:
        return crop
    height, width = crop.pixels.shape[:2]
    scale = side / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    pixels = np.asarray(cv2.resize(crop.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    boxes = (Box(b.x0 * scale, b.y0 * scale, b.x1 * scale, b.y1 * scale) if b is not None else None
             for b in (crop.box, crop.model_box))  # fmt: skip
    return Crop(pixels, *boxes)


def draw(painter: QPainter, crop: Crop, room: QRectF) -> None:
    """Draw the crop as large as it fits: what is labelled as a solid line, what the model found as a dashed one."""
    if crop.pixels is None:
        sign = theme.picture("warning", theme.colors().danger, 24, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(room.center().x() - 12, room.center().y() - 12), sign)
        return
    height, width = crop.pixels.shape[:2]
    scale = min(room.width() / width, room.height() / height, 12.0)
    at = QRectF(room.center().x() - width * scale / 2, room.center().y() - height * scale / 2, width * scale,
                height * scale)  # fmt: skip
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
    image = QImage(crop.pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    painter.drawImage(at, image)
    painter.setClipRect(at)
    for box, color, line in (
        (crop.box, LABELLED, Qt.PenStyle.SolidLine),
        (crop.model_box, FOUND, Qt.PenStyle.DashLine),
    ):
        if box is not None:
            _frame(painter, QRectF(at.x() + box.x0 * scale, at.y() + box.y0 * scale, box.width * scale,
                                   box.height * scale), color, line)  # fmt: skip
    painter.setClipping(False)


LABELLED, FOUND = "#35c46f", "#ff8a3d"
"""The lines lie on pictures, so that they are the same in both themes."""


def _frame(painter: QPainter, rect: QRectF, color: str, line: Qt.PenStyle) -> None:
    """Draw a box with a dark edge, so that it is seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tone, thickness, style in ((QColor(0, 0, 0, 150), 4.0, Qt.PenStyle.SolidLine), (QColor(color), 2.0, line)):
        pen = QPen(tone, thickness, style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect.normalized())


def _round(boxes: Sequence[Box], width: int, height: int) -> Box:
    """Return what of the image is shown."""
    if not boxes:
        return Box(0, 0, width, height)
    around = Box.around([corner for box in boxes for corner in ((box.x0, box.y0), (box.x1, box.y1))])
    view = around.grown(max(_ROOM_PX, _ROOM * max(around.width, around.height))).clamped(width, height)
    return view if min(view.width, view.height) >= 1 else Box(0, 0, width, height)


def _inside(corners: Corners | None, scale: float, left: int, top: int) -> Box | None:
    if corners is None:
        return None
    x0, y0, x1, y1 = (edge * scale for edge in corners)
    return Box(x0 - left, y0 - top, x1 - left, y1 - top)


class Crops(QObject, Generic[T]):
    """The crops of findings: those asked for last are cut out first, and the last ones used are kept.

    Of other things than findings too, given what cuts one out and, where the very object may be another, its key.
    """

    ready = Signal(object)  # list[T]

    def __init__(
        self,
        parent: QObject | None = None,
        cut_out: Callable[[Dataset, T], Crop] = cut,
        key_of: Callable[[T], Hashable] = id,
    ) -> None:
        super().__init__(parent)
        self._cut_out, self._key_of = cut_out, key_of
        self._dataset: Dataset | None = None
        self._made: OrderedDict[Hashable, tuple[T, Crop]] = OrderedDict()
        self._wanted: list[T] = []
        self._executor = Executor(self)

    def set_dataset(self, dataset: Dataset | None) -> None:
        """Cut out of the images of another dataset, or of none."""
        self._executor.shutdown()
        self._executor = Executor(self)
        self._dataset, self._wanted = dataset, []
        self._made.clear()

    def get(self, finding: T) -> Crop | None:
        """Return the crop if it is there."""
        found = self._made.get(self._key_of(finding))
        return found[1] if found is not None else None

    def want(self, findings: Sequence[T]) -> None:
        """Cut these out, in their order; what was wanted before and is not there yet is dropped."""
        self._wanted = [finding for finding in findings if self._key_of(finding) not in self._made]
        self._go_on()

    def shutdown(self) -> None:
        """End the thread."""
        self._executor.shutdown()

    def _go_on(self) -> None:
        dataset, some, cut_out = self._dataset, self._wanted[:_AT_ONCE], self._cut_out
        if dataset is not None and some:
            work: Callable[[], list[tuple[T, Crop]]] = lambda: [(one, cut_out(dataset, one)) for one in some]  # noqa: E731
            self._executor.submit(work, self._keep, key="crops", owner=self)

    def _keep(self, made: list[tuple[T, Crop]]) -> None:
        for finding, crop in made:
            self._made[self._key_of(finding)] = (finding, crop)  # held, so that no other finding gets its id
        while len(self._made) > _KEPT:
            self._made.popitem(last=False)
        self._wanted = [finding for finding in self._wanted if self._key_of(finding) not in self._made]
        self.ready.emit([finding for finding, _ in made])
        self._go_on()
