"""The gallery of suggestions: what each lies round, cut out of its image in the background."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from core.inference.suggestion import shape_from_json
from core.review.bulk import Show
from core.review.store import SuggestionStore, Verdict
from core.voc.dataset import Dataset
from desktop import theme
from desktop.browse.cell import paint_ground
from desktop.browse.gallery_view import GalleryView
from desktop.browse.grid import CAPTION
from desktop.bulk.shown import NOTHING, Line, Shown
from desktop.bulk.words import verdict_words
from desktop.evaluate.crops import Crop, Crops, cut_round, draw, shrunk
from desktop.numbers import number

_SHAPE = "SELECT shape FROM suggestion WHERE id = ?"
_FAINT = 0.45
_SIDE = 320
"""Pixels of a crop's longer side: what is painted in every repaint is no larger than it is seen."""


@dataclass(frozen=True)
class _Sought:
    """What is cut out: what lies round a suggestion, or for ``whole`` the image with the suggestion in it."""

    suggestion: int
    image: str
    whole: bool


class BulkGallery(GalleryView):
    """Shows a crop for each row; its places are the numbers of the rows from the top."""

    reject_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._paint, parent)
        self.setObjectName("bulk_gallery")
        self.setAccessibleName(self.tr("Suggestions as pictures"))
        self.shown = NOTHING
        self.color_of: Callable[[str], str] = lambda _label: "#808080"
        self._store: SuggestionStore | None = None
        self._whole = False
        self._seen: Sequence[int] = ()
        self.crops: Crops[_Sought] = Crops(self, self._cut, lambda sought: sought)
        self.crops.ready.connect(lambda _made: self.viewport().update())
        self.seen.connect(self._want)
        self.viewport().installEventFilter(self)
        theme.notifier().changed.connect(self._repaint)

    @Slot()
    def _repaint(self) -> None:
        """Take the theme's colours."""
        self.viewport().update()

    def set_source(self, dataset: Dataset | None, store: SuggestionStore | None) -> None:
        """Cut out of the images of another dataset, or of none."""
        self._store = store
        self.crops.set_dataset(dataset)

    def show_rows(self, shown: Shown, show: Show) -> None:
        """Show these rows; what was selected stays selected, and what was at the top stays near it."""
        kept = shown.again(self.shown, np.array(self.selected, np.int64)).tolist()
        current, top = self.current or 0, self.verticalScrollBar().value()
        self.shown, self._whole = shown, show.of_images
        self.set_places(range(0))
        self.set_places(range(len(shown)))
        if len(shown):
            self.show_place(kept[0] if kept else min(current, len(shown) - 1))
        self.verticalScrollBar().setValue(top)
        self.select(kept)

    def showEvent(self, event: object) -> None:
        """Have the crops in sight cut out."""
        super().showEvent(event)
        self._want(self._seen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reject what is selected by Delete; the rest is that of any gallery."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.selected:  # a single key never means all that is shown
                self.reject_asked.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say where a crop comes from."""
        if isinstance(event, QHelpEvent) and watched is self.viewport():
            place = self.place_at(event.pos())
            if place is not None and place < len(self.shown):
                QToolTip.showText(event.globalPos(), self._words(self.shown.line(place)), self)
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)

    def _want(self, places: Sequence[int]) -> None:
        self._seen = [place for place in places if place < len(self.shown)]
        if self.isVisible():
            self.crops.want([self._sought(self.shown.line(place)) for place in self._seen])

    def _sought(self, line: Line) -> _Sought:
        return _Sought(line.suggestion, line.image, self._whole)

    def _cut(self, dataset: Dataset, sought: _Sought) -> Crop:
        """Return the crop; runs in the background."""
        rows = self._store.read(_SHAPE, (sought.suggestion,)) if self._store is not None else []
        shape = shape_from_json(json.loads(rows[0][0])) if rows else None
        if shape is None:
            return shrunk(cut_round(dataset, sought.image, None, None), _SIDE)
        bounds = shape.bounds
        corners = (bounds.x0, bounds.y0, bounds.x1, bounds.y1)
        return shrunk(cut_round(dataset, sought.image, None, corners, whole=sought.whole), _SIDE)

    def _words(self, line: Line) -> str:
        words = [line.image]
        if line.suggestion:
            words += [f"{line.label} {number(line.score, 3)}", line.model, verdict_words(line.verdict)]
        else:
            words.append(self.tr("nothing found"))
        if line.tags:
            words.append(self.tr("Tags: {tags}").format(tags=", ".join(line.tags)))
        return "\n".join(words)

    # -- painting --------------------------------------------------------------------------------------------------

    def _paint(self, painter: QPainter, cell: QRectF, place: int, selected: bool, focused: bool) -> None:
        if place >= len(self.shown):
            return
        line = self.shown.line(place)
        frame = QRectF(cell.left(), cell.top(), cell.width(), cell.height() - CAPTION)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, cell, frame, selected=selected, focused=focused)
        crop = self.crops.get(self._sought(line))
        if crop is not None:
            painter.setOpacity(1.0 if line.verdict is Verdict.OPEN else _FAINT)
            draw(painter, crop, frame.adjusted(4, 4, -4, -4))
            painter.setOpacity(1.0)
        self._caption(painter, cell, line)
        painter.restore()

    def _caption(self, painter: QPainter, cell: QRectF, line: Line) -> None:
        """Write the label with its colour, and the score; the image's name where nothing was found."""
        colors = theme.colors()
        foot = QRectF(cell.left() + 4, cell.bottom() - CAPTION, cell.width() - 8, CAPTION)
        painter.setPen(QColor(colors.muted))
        if line.suggestion:
            score = number(line.score, 2)
            painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, score)
            foot = foot.adjusted(14, 0, -painter.fontMetrics().horizontalAdvance(score) - 6, 0)
            painter.setBrush(QColor(self.color_of(line.label)))
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.drawEllipse(QRectF(cell.left() + 5, foot.center().y() - 4, 8, 8))
            painter.setPen(QColor(colors.text))
        words = painter.fontMetrics().elidedText(
            line.label or line.image, Qt.TextElideMode.ElideRight, int(foot.width())
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
