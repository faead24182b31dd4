"""The batch whose loss or gradient is none, as the network saw it: its pictures with their boxes, and what to do."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.errors import AnnotrainError, RunFolderError
from core.training.events import LossBroke
from desktop import theme
from desktop.error_words import words_of
from desktop.jobs.executor import Executor

_SIDE = 220
_FINE = 2 * _SIDE


@dataclass(frozen=True)
class _Seen:
    """One picture of the batch: its image's name and what the network was shown, boxes drawn."""

    name: str
    picture: QImage
    objects: int


class BrokenView(QScrollArea):
    """A sentence, and below it the pictures of the batch."""

    def __init__(self, executor: Executor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("broken_view")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._executor = executor
        self.sentence = theme.note()
        self.sentence.setObjectName("broken_sentence")
        self.sentence.setProperty("role", "problem")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pictures: list[QLabel] = []
        self._cards: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(2 * theme.SPACE)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(2 * theme.SPACE)
        column.addWidget(self.sentence)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(whole)

    def show_batch(self, folder: Path, event: LossBroke) -> None:
        """Read the batch in ``folder`` in the background and show it."""
        self.clear()
        words = self.tr(
            "The loss is {loss} at step {step}. These are the pictures of that step, as the network saw them: look "
            "whether they and their boxes are sound. If they are, start again with a lower learning rate."
        )
        if event.of_gradient:
            words = self.tr(
                "The gradient is {loss} at step {step}. These are the pictures of that step, as the network saw them: "
                "look whether they and their boxes are sound. If they are, start again with a lower learning rate."
            )
        self.sentence.setText(words.format(loss=event.loss, step=event.step))
        self._executor.submit(lambda: _read(folder), self._show, self._tell, key="broken", owner=self)

    def clear(self) -> None:
        """Forget the batch."""
        self.sentence.clear()
        for card in self._cards:
            card.deleteLater()
        self.pictures, self._cards = [], []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many pictures beside each other as there is room for."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(1, (self.viewport().width() + 2 * theme.SPACE) // (_SIDE + 2 * theme.SPACE))
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)

    def _show(self, batch: Sequence[_Seen]) -> None:
        for seen in batch:
            card = QWidget()
            column = QVBoxLayout(card)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.SPACE // 2)
            picture = QLabel()
            ratio = self.devicePixelRatioF()
            size = QSize(round(_SIDE * ratio), round(_SIDE * ratio))
            scaled = seen.picture.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            scaled.setDevicePixelRatio(ratio)
            picture.setPixmap(QPixmap.fromImage(scaled))
            picture.setAccessibleName(seen.name)
            name = self.fontMetrics().elidedText(seen.name, Qt.TextElideMode.ElideMiddle, _SIDE)
            words = theme.note(f"{name}\n{self.tr('%n object(s)', '', seen.objects)}")
            words.setToolTip(seen.name)
            words.setMaximumWidth(_SIDE)
            column.addWidget(picture)
            column.addWidget(words)
            self.pictures.append(picture)
            self._cards.append(card)
        self._place()

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, AnnotrainError):
            self.sentence.setText(f"{self.sentence.text()} {words_of(error)}")


def _read(folder: Path) -> list[_Seen]:
    """Read a batch that a worker saved.

    Raises:
        RunFolderError: it is not there, or is none.
    """
    try:
        content: dict[str, Any] = json.loads((folder / "batch.json").read_text(encoding="utf-8"))
        return [_seen(folder, one) for one in content["pictures"]]
    except (OSError, ValueError, KeyError) as error:
        raise RunFolderError(
            QCoreApplication.translate("BrokenView", "Its pictures in {folder} are gone.").format(folder=folder)
        ) from error


def _seen(folder: Path, one: dict[str, Any]) -> _Seen:
    """Read one picture and draw its boxes, which are in its pixels."""
    whole = QImage(str(folder / one["file"])).convertToFormat(QImage.Format.Format_RGB32)
    picture = whole.scaled(
        QSize(_FINE, _FINE), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    factor = picture.width() / max(1, whole.width())
    boxes = one.get("boxes", [])
    painter = QPainter(picture)
    painter.setPen(QPen(QColor("#ffd400"), 2 * _FINE / _SIDE))
    for x0, y0, x1, y1 in boxes:
        painter.drawRect(QRectF(x0 * factor, y0 * factor, (x1 - x0) * factor, (y1 - y0) * factor))
    painter.end()
    return _Seen(one["image"], picture, len(boxes))
