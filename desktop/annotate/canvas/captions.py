"""Captions: what each object is, on a small tab that is legible at any zoom.

Captions are laid out in the view, not in the picture: they keep their size, stay in sight as long as any of their
object does, and get out of each other's way. One that finds no free place is left out, unless it is ``strong``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from core.voc.annotation import VocObject
from desktop.annotate.canvas.looks import crisp, legible_on

HEIGHT, WIDEST, PADDING = 16.0, 160.0, 5.0
LEAST_WIDTH = 40.0
"""A caption may be this wide even where its object is narrower."""
EASY_WIDTH = 80.0
"""A caption may be this wide where its object is narrower but there is a free place: a word that can be read."""
NARROWEST = 26.0
"""Objects narrower than this in the view get a caption only if it is strong."""
MOST = 200
"""Where more objects are in sight, only the strong captions are shown: all of them would hide the picture."""
LOCK = 11.0
CELL = 4
"""The side of the squares of the view, in view pixels, that are free or taken."""


@dataclass(frozen=True)
class Wish:
    """A caption that wants a place by ``around``, a rectangle of the view. ``owner`` is an object's place, if one."""

    text: str
    color: QColor
    around: QRectF
    owner: int | None = None
    strong: bool = False
    locked: bool = False
    least: float = LEAST_WIDTH


@dataclass(frozen=True)
class Caption:
    """A wish that got its place: the ``text`` as it fits there, and the rectangle of the view."""

    wish: Wish
    text: str
    rect: QRectF


def words_for(thing: VocObject) -> str:
    """Return what the caption of an object says: its label, its text, its group."""
    words = [thing.label]
    if thing.text:
        words.append(f"“{thing.text}”")
    if thing.group:
        words.append(f"#{thing.group}")
    return " ".join(words)


class Captions:
    """Lays captions out and draws them."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPixelSize(11)
        self._metrics = QFontMetricsF(self._font)
        self._fitted: dict[tuple[str, int], tuple[str, float]] = {}

    def lay_out(self, wishes: Iterable[Wish], view: QRectF, ratio: float) -> tuple[Caption, ...]:
        """Return captions in the order of their importance: strong ones first, then those of large objects."""
        seen = [wish for wish in wishes if wish.around.intersects(view)]
        seen = [wish for wish in seen if wish.strong or wish.around.width() >= NARROWEST]
        seen.sort(key=lambda wish: (not wish.strong, -wish.around.width() * wish.around.height()))
        taken = np.zeros((int(view.height()) // CELL + 2, int(view.width()) // CELL + 2), dtype=bool)
        placed = (self._place(wish, view, ratio, taken) for wish in seen)
        return tuple(caption for caption in placed if caption is not None)

    def draw(self, painter: QPainter, caption: Caption) -> None:
        """Draw one caption."""
        wish, rect = caption.wish, caption.rect
        back, ink = QColor(wish.color), legible_on(wish.color)
        back.setAlpha(255 if wish.strong else 225)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(QColor(0, 0, 0, 90), 1) if wish.strong else Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(rect, 2.5, 2.5)
        if wish.locked:
            _draw_lock(painter, QPointF(rect.left() + PADDING, rect.center().y()), ink)
            rect = rect.adjusted(LOCK, 0, 0, 0)
        painter.setFont(self._font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, caption.text)

    def _place(self, wish: Wish, view: QRectF, ratio: float, taken: NDArray[np.bool_]) -> Caption | None:
        seen = wish.around & view
        tabs = ((text, rect) for text, width in self._fits(wish) for rect in _places(seen, width, view))
        free = next(((text, rect) for text, rect in tabs if not taken[_cells(rect, view)].any()), None)
        if free is None and wish.strong:
            text, width = self._fit(wish, WIDEST)
            free = text, next(_places(seen, width, view))
        if free is None:
            return None
        text, rect = free
        taken[_cells(rect, view)] = True
        return Caption(wish, text, crisp(rect, ratio))

    def _fits(self, wish: Wish) -> Iterator[tuple[str, float]]:
        """Yield how the text may be written, best first, each with the width of its tab."""
        if wish.strong:
            yield self._fit(wish, WIDEST)
            return
        least = max(wish.around.width(), wish.least)
        for room in dict.fromkeys((max(least, EASY_WIDTH), least)):
            yield self._fit(wish, min(WIDEST, room))

    def _fit(self, wish: Wish, room: float) -> tuple[str, float]:
        """Return the text, elided where its tab would be wider than ``room``, and the width of the tab."""
        extra = 2 * PADDING + (LOCK if wish.locked else 0)
        key = wish.text, int(room - extra)
        if key not in self._fitted:
            if len(self._fitted) > 5000:
                self._fitted.clear()
            text = self._metrics.elidedText(wish.text, Qt.TextElideMode.ElideRight, key[1])
            self._fitted[key] = text, self._metrics.horizontalAdvance(text)
        text, width = self._fitted[key]
        return text, width + extra


def _places(seen: QRectF, width: float, view: QRectF):  # noqa: ANN202  an iterator of QRectF
    """Yield where a tab may be for the part of an object that is in sight, best first, all inside the view."""
    left, right = seen.left() - 1, seen.right() + 1 - width
    above, below = seen.top() - HEIGHT, seen.bottom()
    corners = ((left, above), (left, seen.top()), (right, above), (left, below), (right, below - HEIGHT))
    for x, y in corners:
        x = min(max(x, view.left()), view.right() - width)
        y = min(max(y, view.top()), view.bottom() - HEIGHT)
        yield QRectF(x, y, width, HEIGHT)


def _cells(rect: QRectF, view: QRectF) -> tuple[slice, slice]:
    x, y = rect.left() - view.left(), rect.top() - view.top()
    return (
        slice(max(0, int(y + 1) // CELL), int(y + rect.height() - 1) // CELL + 1),
        slice(max(0, int(x + 1) // CELL), int(x + rect.width() - 1) // CELL + 1),
    )


def _draw_lock(painter: QPainter, at: QPointF, ink: QColor) -> None:
    """Draw a closed padlock, 7 x 9 view pixels, its left edge's middle at ``at``."""
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(at.x() + 1.4, at.y() - 4.8, 4.2, 6), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(at.x(), at.y() - 1.4, 7, 5.4), 1, 1)
