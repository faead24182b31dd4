"""A small picture of what the network is given: the region that is looked at, cut into tiles."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme

Region = tuple[float, float, float, float]
WHOLE: Region = (0.0, 0.0, 1.0, 1.0)
_HEIGHT = 132
_LEAST = 0.05
"""A region has at least this share of each side; a smaller drag is a click, which takes the whole picture."""
_STEP = 0.02


class PicturePlan(QWidget):
    """Shows one of the user's pictures; a drag on it chooses the region, a click or Esc the whole picture.

    Arrow keys move the region, with Shift they move its lower right corner. ``changed`` says that it is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_plan")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Region"))
        self.setToolTip(
            self.tr("Drag to choose the part of the pictures that is looked at; click for the whole picture")
        )
        self._sample: QImage | None = None
        self._aspect = 4 / 3
        self._region: Region = WHOLE
        self._tiles, self._overlap = 1, 0.2
        self._start: QPointF | None = None

    @property
    def region(self) -> Region | None:
        """The part that is looked at, as shares from the upper left corner; None for the whole picture."""
        return None if self._region == WHOLE else self._region

    def set_region(self, region: Region | None) -> None:
        """Show another region."""
        chosen: Region = WHOLE if region is None else tuple(round(share, 4) for share in region)  # type: ignore[assignment]
        if chosen != self._region:
            self._region = chosen
            self.update()
            self.changed.emit()

    def set_tiles(self, tiles: int, overlap: float) -> None:
        """Show another grid of tiles."""
        self._tiles, self._overlap = tiles, overlap
        self.update()

    def set_sample(self, sample: QImage | None, aspect: float | None = None) -> None:
        """Show a picture, or grey of that width by height."""
        self._sample = sample
        if sample is not None and not sample.isNull():
            self._aspect = sample.width() / max(1, sample.height())
        elif aspect is not None:
            self._aspect = aspect
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size it likes."""
        return QSize(200, _HEIGHT)

    def picture_rect(self) -> QRectF:
        """Return where the picture lies, in pixels of the widget."""
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        width = min(room.width(), room.height() * self._aspect)
        height = width / self._aspect
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, dimmed beyond the region, and the tiles."""
        c, rect = theme.colors(), self.picture_rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, QColor(c.canvas))
        if self._sample is not None:
            painter.drawImage(rect, self._sample)
        region = self._placed(self._region)
        painter.setClipRect(rect)
        if self._region != WHOLE:
            self._dim(painter, rect, region)
        self._draw_tiles(painter, region)
        painter.setPen(_pen(c.accent, 2))
        painter.drawRect(region.adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a region."""
        self._start = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self._start is not None and (region := self._between(self._start, event.position())) is not None:
            self.set_region(region)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the region; a click takes the whole picture."""
        if self._start is not None:
            self.set_region(self._between(self._start, event.position()))
        self._start = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the region, or take the whole picture."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._region != WHOLE:
            self.set_region(None)
        elif (step := steps.get(Qt.Key(event.key()))) is not None:
            grow = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.set_region(_stepped(self._region, step[0] * _STEP, step[1] * _STEP, grow=grow))
        else:
            super().keyPressEvent(event)

    def _between(self, start: QPointF, end: QPointF) -> Region | None:
        rect = self.picture_rect()
        xs = sorted(min(max((point.x() - rect.x()) / rect.width(), 0.0), 1.0) for point in (start, end))
        ys = sorted(min(max((point.y() - rect.y()) / rect.height(), 0.0), 1.0) for point in (start, end))
        if xs[1] - xs[0] < _LEAST or ys[1] - ys[0] < _LEAST:
            return None
        return xs[0], ys[0], xs[1], ys[1]

    def _placed(self, region: Region) -> QRectF:
        rect = self.picture_rect()
        x0, y0, x1, y1 = region
        return QRectF(
            rect.x() + x0 * rect.width(), rect.y() + y0 * rect.height(),
            (x1 - x0) * rect.width(), (y1 - y0) * rect.height(),
        )  # fmt: skip

    def _dim(self, painter: QPainter, rect: QRectF, region: QRectF) -> None:
        veil = QColor(theme.colors().window)
        veil.setAlpha(190)
        for part in (
            QRectF(rect.left(), rect.top(), rect.width(), region.top() - rect.top()),
            QRectF(rect.left(), region.bottom(), rect.width(), rect.bottom() - region.bottom()),
            QRectF(rect.left(), region.top(), region.left() - rect.left(), region.height()),
            QRectF(region.right(), region.top(), rect.right() - region.right(), region.height()),
        ):
            painter.fillRect(part, veil)

    def _draw_tiles(self, painter: QPainter, region: QRectF) -> None:
        """Draw where tiles begin and end, the overlap of neighbours tinted."""
        if self._tiles == 1:
            return
        piece = 1 / (self._tiles - (self._tiles - 1) * self._overlap)
        tint = QColor(theme.colors().accent)
        tint.setAlpha(70)
        painter.setPen(_pen(theme.colors().accent, 1))
        for number in range(1, self._tiles):
            start = number * piece * (1 - self._overlap)
            shared = piece * self._overlap
            x, y = region.x() + start * region.width(), region.y() + start * region.height()
            painter.fillRect(QRectF(x, region.y(), max(1.0, shared * region.width()), region.height()), tint)
            painter.fillRect(QRectF(region.x(), y, region.width(), max(1.0, shared * region.height())), tint)
            painter.drawLine(QPointF(x, region.top()), QPointF(x, region.bottom()))
            painter.drawLine(QPointF(region.left(), y), QPointF(region.right(), y))


def _pen(color: str, width: int) -> QPen:
    pen = QPen(QColor(color), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _stepped(region: Region, dx: float, dy: float, *, grow: bool) -> Region:
    """Return the region moved within the picture, or its lower right corner moved."""
    x0, y0, x1, y1 = region
    if grow:
        return x0, y0, min(max(x1 + dx, x0 + _LEAST), 1.0), min(max(y1 + dy, y0 + _LEAST), 1.0)
    dx, dy = min(max(dx, -x0), 1.0 - x1), min(max(dy, -y0), 1.0 - y1)
    return x0 + dx, y0 + dy, x1 + dx, y1 + dy
