"""A layer of the canvas that is drawn once and then only copied: the picture, the finished shapes."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from desktop.annotate.canvas.viewport import Viewport

Render = Callable[[QPainter, QRect, Viewport], None]

_SINGLY = 24
"""Up to so many rectangles are drawn anew one by one; a region of a hundred overlapping shapes falls into thousands."""


class CachedLayer:
    """A pixmap as large as the view. Only what is stale is drawn anew, by ``render(painter, rect, viewport)``.

    A pan scrolls the pixmap and leaves the strips that came into sight stale; a zoom makes all of it stale, but
    stretches the old pixmap for as long as ``paint`` is told that a preview will do.
    """

    def __init__(self, render: Render) -> None:
        self._render = render
        self._pixmap = QPixmap()
        self._drawn: Viewport | None = None
        self._stale = QRegion()

    def invalidate(self, rect: QRect | None = None, viewport: Viewport | None = None) -> None:
        """Have a rectangle of the view as ``viewport`` shows it, or all of it, drawn anew at the next paint."""
        if rect is None or viewport is None or self._drawn is None or self._drawn.zoom != viewport.zoom:
            self._drawn = None
        else:
            # The pixmap may not have been scrolled yet to where the view is now.
            shift = QPointF(self._drawn.x - viewport.x, self._drawn.y - viewport.y)
            self._stale += QRectF(rect).translated(shift).toAlignedRect()

    def paint(self, painter: QPainter, size: QSize, ratio: float, viewport: Viewport, preview: bool) -> bool:
        """Bring the layer up to date for a view of ``size`` and draw it; the painter's clip limits the copying.

        Tell whether what was drawn is final, not a stretched preview.
        """
        self._fit(size, ratio)
        if self._drawn is not None and self._drawn.zoom != viewport.zoom:
            if preview:
                self._stretch(painter, self._drawn, viewport)
                return False
            self._drawn = None
        if self._drawn is None:
            self._stale = QRegion(QRect(QPointF().toPoint(), size))
        else:
            self._scroll(viewport.x - self._drawn.x, viewport.y - self._drawn.y, ratio)
        self._drawn = viewport
        self._refresh(viewport)
        painter.drawPixmap(0, 0, self._pixmap)
        return True

    def _fit(self, size: QSize, ratio: float) -> None:
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._pixmap.size() != wanted or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = QPixmap(wanted)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            self._drawn = None

    def _scroll(self, dx: float, dy: float, ratio: float) -> None:
        """Move the content and mark what came into sight; rounded outwards where device pixels are not whole ones."""
        if not (dx or dy):
            return
        columns, rows = round(dx * ratio), round(dy * ratio)
        fresh = QRegion(self._pixmap.rect())
        kept = self._pixmap.rect().translated(columns, rows) & self._pixmap.rect()
        self._pixmap.scroll(columns, rows, self._pixmap.rect())
        stale = QRegion()
        for rect in self._stale:
            moved = QRectF(rect).translated(dx, dy)
            stale += moved.toAlignedRect()
        for rect in fresh - QRegion(kept):
            logical = QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio)
            stale += logical.toAlignedRect()
        self._stale = stale

    def _refresh(self, viewport: Viewport) -> None:
        if self._stale.isEmpty():
            return
        stale, self._stale = self._stale, QRegion()
        painter = QPainter(self._pixmap)
        for rect in stale if stale.rectCount() <= _SINGLY else [stale.boundingRect()]:
            painter.setClipRect(rect)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(rect, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.save()
            self._render(painter, rect, viewport)
            painter.restore()
        painter.end()

    def _stretch(self, painter: QPainter, old: Viewport, new: Viewport) -> None:
        corner = new.to_view(old.to_image(QPointF(0, 0)))
        scale = new.zoom / old.zoom
        size = self._pixmap.deviceIndependentSize() * scale
        painter.drawPixmap(QRectF(corner, size), self._pixmap, QRectF(self._pixmap.rect()))
