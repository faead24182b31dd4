"""The map in the corner: the whole picture, a frame round what is in sight, and a way to go elsewhere."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from core.geometry import XY, Box
from desktop.annotate.canvas.viewport import Viewport
from desktop.annotate.pictures import Picture

LARGEST = QSize(190, 150)
SMALLEST_SIDE = 24
GAP = 14
"""View pixels between the map and the border of the view."""
ROOM_SHARE = 3
"""The map is not shown where it would take more than this part of a side of the view."""


class Minimap(QWidget):
    """Shows a picture small. ``moved`` carries the place of the image that is to be in the middle of the view."""

    moved = Signal(float, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("minimap")
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(self.tr("Drag the frame to go elsewhere in the picture"))
        self._picture: Picture | None = None
        self._seen = Box(0, 0, 0, 0)
        self._pixmap = QPixmap()
        self._held: XY | None = None
        self.hide()

    def set_picture(self, picture: Picture | None) -> None:
        """Show another picture, or the same one after it looks different."""
        self._picture = picture
        self._pixmap = QPixmap()
        self.update()

    def show_view(self, viewport: Viewport, wanted: bool) -> None:
        """Show which part of the picture the parent shows; hide where that is all of it, or nobody wants a map."""
        parent, picture = self.parentWidget(), self._picture
        if picture is None or not wanted:
            self.hide()
            return
        whole = Box(0, 0, *picture.size)
        self._seen = viewport.box(QRectF(parent.rect())).intersection(whole)
        size = QSize(*picture.size).scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(SMALLEST_SIDE, SMALLEST_SIDE))
        fits = size.width() * ROOM_SHARE < parent.width() * 2 and size.height() * ROOM_SHARE < parent.height() * 2
        self.setVisible(fits and self._seen != whole)
        if self.size() != size:
            self.resize(size)
            self._pixmap = QPixmap()
        self.move(parent.width() - size.width() - GAP, parent.height() - size.height() - GAP)
        self.update()

    def frame(self) -> QRectF:
        """Return where on the map the part in sight lies."""
        return self._on_map().rect(self._seen)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw picture, veil and frame."""
        del event
        if self._picture is None:
            return
        if self._pixmap.isNull():
            self._render(self._picture)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        frame, whole = self.frame(), QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 110))
        for veil in _round(frame, whole):
            painter.drawRect(veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, inset in ((QPen(QColor(0, 0, 0, 190), 1), -0.5), (QPen(Qt.GlobalColor.white, 1.5), 0.75)):
            painter.setPen(pen)
            painter.drawRect(frame.adjusted(inset, inset, -inset, -inset))
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, or have it come to the mouse."""
        at = self._on_map().to_image(event.position())
        middle = (self._seen.x0 + self._seen.x1) / 2, (self._seen.y0 + self._seen.y1) / 2
        inside = self._seen.contains(*at)
        self._held = (middle[0] - at[0], middle[1] - at[1]) if inside else (0.0, 0.0)
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._held = None

    def _go(self, at: QPointF) -> None:
        x, y = self._on_map().to_image(at)
        dx, dy = self._held or (0.0, 0.0)
        self.moved.emit(x + dx, y + dy)

    def _on_map(self) -> Viewport:
        width = self._picture.size[0] if self._picture is not None else 1
        return Viewport(self.width() / max(width, 1), 0.0, 0.0)

    def _render(self, picture: Picture) -> None:
        ratio = self.devicePixelRatioF()
        self._pixmap = QPixmap(self.size() * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(QColor("#202020"))
        painter = QPainter(self._pixmap)
        picture.draw(painter, self.rect(), self._on_map())
        painter.end()


def _round(hole: QRectF, whole: QRectF) -> tuple[QRectF, ...]:
    """Return the four rectangles of ``whole`` that lie round ``hole``."""
    return (
        QRectF(whole.left(), whole.top(), whole.width(), hole.top() - whole.top()),
        QRectF(whole.left(), hole.bottom(), whole.width(), whole.bottom() - hole.bottom()),
        QRectF(whole.left(), hole.top(), hole.left() - whole.left(), hole.height()),
        QRectF(hole.right(), hole.top(), whole.right() - hole.right(), hole.height()),
    )
