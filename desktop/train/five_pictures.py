"""The five images of a check, with what is there and what was found drawn upon them; made in the background."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.images import read_thumbnail
from desktop import theme
from desktop.train.preview_work import Cell, image_of, pen_of

if TYPE_CHECKING:
    from core.training.five_result import FiveResult, SeenImage
    from core.voc.dataset import Dataset

_SIDE = 480
_UNIT = (0.0, 0.0, 1.0, 1.0)
"""The box that stands for a tag of the whole image."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FivePictures", text)


def draw_five(dataset: "Dataset", result: "FiveResult", colors: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return a cell for each image: what is there in its label's colour, what was found dashed.

    Raises:
        AnnotrainError: an image cannot be read.
    """
    return tuple(_cell(dataset, seen, colors) for seen in result.images)


def _cell(dataset: "Dataset", seen: "SeenImage", colors: Mapping[str, str]) -> Cell:
    image = image_of(read_thumbnail(dataset.entry(seen.name).path, _SIDE))
    _draw(image, seen, colors)
    words = _tr("{found} found of {count}").format(found=len(seen.found), count=len(seen.truth))
    if all(box == _UNIT for box in (*seen.truth, *seen.found)):
        words = " → ".join(", ".join(labels) or "–" for labels in (seen.truth_labels, seen.found_labels))
    return Cell(seen.name, image, words, warns=sorted(seen.truth_labels) != sorted(seen.found_labels))


def _draw(image: QImage, seen: "SeenImage", colors: Mapping[str, str]) -> None:
    scale = image.width() / max(1, seen.size[0])
    painter = QPainter(image)
    for box, label in zip(seen.truth, seen.truth_labels, strict=True):
        if box != _UNIT:
            painter.setPen(pen_of(colors.get(label, theme.colors().accent)))
            painter.drawRect(_placed(box, scale))
    for box, label in zip(seen.found, seen.found_labels, strict=True):
        if box != _UNIT:
            rect = _placed(box, scale)
            painter.setPen(QPen(QColor("#000000"), 3, Qt.PenStyle.DashLine))
            painter.drawRect(rect)
            painter.setPen(QPen(QColor(colors.get(label, "#ffffff")).lighter(150), 2, Qt.PenStyle.DashLine))
            painter.drawRect(rect)
    painter.end()


def _placed(box: tuple[float, float, float, float], scale: float) -> QRectF:
    x0, y0, x1, y1 = (value * scale for value in box)
    return QRectF(x0, y0, x1 - x0, y1 - y0)
