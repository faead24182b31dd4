"""The work behind the preview, done in the background: reading examples, varying them, drawing what is said of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.tasks.target import VOID_LABEL
from core.training.augmentation import Augmentation
from desktop import theme

if TYPE_CHECKING:
    from core.tasks.target import Target
    from core.training.augmentation_check import Example, Varied, Warned
    from core.training.spec import Spec
    from core.voc.dataset import Dataset

SHOWN = 9
"""So many of the user's pictures are shown."""
_TRIALS = 6
"""Each shown picture is varied so many times for the warnings, which one variation alone would make waver."""

ColorOf = Callable[[str], str]


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Preview", text, None, count)


@dataclass(frozen=True)
class Cell:
    """One picture of a grid, drawn upon; its name, and what is said below it, as a warning or not."""

    name: str
    picture: QImage
    said: str = ""
    warns: bool = False


def read(
    dataset: "Dataset", names: Sequence[str], spec: "Spec", labels: Sequence[str], aspect: float
) -> "list[Example]":
    """Read the examples; ``aspect`` is the median width by height of the dataset's pictures.

    Raises:
        AnnotrainError: an image or its annotation cannot be read.
    """
    from core.training.augmentation_check import read_examples
    from core.training.subject import fitting_size

    x0, y0, x1, y1 = spec.region or (0.0, 0.0, 1.0, 1.0)
    input_size = spec.input_size or fitting_size([(aspect * (x1 - x0), y1 - y0)], spec.image_size)
    return read_examples(dataset, names, spec, labels, input_size)


def show(
    examples: "Sequence[Example]", augmentation: Augmentation, seed: int, labels: Sequence[str],
    colors: Mapping[str, str],
) -> tuple[Cell, ...]:  # fmt: skip
    """Return one variation of each example, the same for the same seed."""
    return tuple(
        _cell(_varied(example, augmentation, (seed, number, 0)), labels, colors)
        for number, example in enumerate(examples)
    )


def warn(examples: "Sequence[Example]", augmentation: Augmentation, seed: int) -> "list[Warned]":
    """Return what is to be said of several variations of each example, the one that is shown among them."""
    from core.training.augmentation_check import warnings_of

    many = (
        _varied(example, augmentation, (seed, number, trial))
        for trial in range(_TRIALS)
        for number, example in enumerate(examples)
    )
    return warnings_of(many, augmentation)


def _varied(example: "Example", augmentation: Augmentation, seed: tuple[int, int, int]) -> "Varied":
    from core.training.augmentation_check import vary

    return vary(example, augmentation, np.random.default_rng(seed))


def _cell(varied: "Varied", labels: Sequence[str], colors: Mapping[str, str]) -> Cell:
    """Return a variation as it is shown."""
    picture, target = varied.variation.picture, varied.variation.target
    seen = _tinted(picture, target, labels, colors)
    image = image_of(seen)
    _draw_boxes(image, varied, labels, colors)
    tags = [labels[int(place)] for place in np.flatnonzero(target.tags)] if target.tags is not None else []
    warning = _words(varied)
    return Cell(varied.example.name, image, warning or ", ".join(tags), bool(warning))


def _words(varied: "Varied") -> str:
    """Return what a person should see of a variation, "" where all is well."""
    said = []
    if varied.lost:
        said.append(_tr("%n object(s) lost", len(varied.lost)))
    if varied.tiny:
        said.append(_tr("%n under 5 × 5 px", len(varied.tiny)))
    if varied.too_bright:
        said.append(_tr("too bright"))
    if varied.too_dark:
        said.append(_tr("too dark"))
    return ", ".join(said)


def _tinted(
    picture: NDArray[np.uint8], target: "Target", labels: Sequence[str], colors: Mapping[str, str]
) -> NDArray[np.uint8]:
    """Return the picture with the pixels of masks or of a class map tinted."""
    tint = picture.copy()
    if target.classes is not None:
        for value in range(1, len(labels) + 1):
            tint[target.classes == value] = _rgb(colors[labels[value - 1]])
    for (left, top, pixels), label in zip(target.masks or (), target.labels, strict=False):
        rows, columns = pixels.shape
        crop = tint[top : top + rows, left : left + columns]
        crop[pixels[: crop.shape[0], : crop.shape[1]] > 0] = _rgb(colors[labels[int(label)]])
    return np.asarray(cv2.addWeighted(picture, 0.6, tint, 0.4, 0), np.uint8)


def _draw_boxes(image: QImage, varied: "Varied", labels: Sequence[str], colors: Mapping[str, str]) -> None:
    """Draw the boxes; round those that are too small now a ring; what is not taught, since it was cut, is dashed."""
    target = varied.variation.target
    if target.classes is not None:
        return
    kept = np.flatnonzero(varied.variation.kept)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, box, label in zip(kept, target.boxes, target.labels, strict=True):
        x0, y0, x1, y1 = (float(value) for value in box)
        rect = QRectF(x0, y0, x1 - x0, y1 - y0)
        painter.setPen(_left_out_pen() if label == VOID_LABEL else pen_of(colors[labels[int(label)]]))
        painter.drawRect(rect)
        if int(place) in varied.tiny:
            painter.setPen(pen_of(theme.colors().danger))
            painter.drawEllipse(rect.center(), 9.0, 9.0)
    painter.end()


def pen_of(color: str) -> QPen:
    """Return the pen that boxes are drawn with."""
    pen = QPen(QColor(color), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _left_out_pen() -> QPen:
    """Return the pen of the boxes that are not taught."""
    pen = pen_of(theme.colors().muted)
    pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def image_of(pixels: NDArray[np.uint8]) -> QImage:
    """Return RGB pixels (h, w, 3) as a picture of its own memory."""
    height, width = pixels.shape[:2]
    content = np.ascontiguousarray(pixels)
    return QImage(content.data, width, height, 3 * width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def _rgb(color: str) -> tuple[int, int, int]:
    chosen = QColor(color)
    return chosen.red(), chosen.green(), chosen.blue()
