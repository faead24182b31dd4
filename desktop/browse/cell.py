"""How one image looks in the gallery: its thumbnail with outlines, its sign, name and tags."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from desktop import state_marks, theme
from desktop.annotate.image_list import ImageState
from desktop.browse.grid import CAPTION
from desktop.browse.outlines import Outline
from desktop.browse.thumbnails import Thumbnail

_RADIUS = 6.0


class CellPainter:
    """Paints cells; knows the colours of the labels and whether objects are drawn."""

    def __init__(self) -> None:
        self.color_of: Callable[[str], str] = lambda _label: "#808080"
        self.shows_objects = True

    def paint(
        self,
        painter: QPainter,
        cell: QRectF,
        name: str,
        state: ImageState,
        tags: Sequence[str],
        thumbnail: Thumbnail | None,
        *,
        selected: bool,
        focused: bool,
    ) -> None:
        """Paint one image into its cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(cell.left(), cell.top(), cell.width(), cell.height() - CAPTION)
        paint_ground(painter, cell, frame, selected=selected, focused=focused)
        if thumbnail is not None:
            self._picture(painter, frame.adjusted(4, 4, -4, -4), thumbnail)
        self._tags(painter, frame, tags)
        self._caption(painter, cell, name, state)
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRectF, thumbnail: Thumbnail) -> None:
        if thumbnail.picture.isNull():
            theme_picture = theme.picture("warning", theme.colors().danger, 24, painter.device().devicePixelRatio())
            painter.drawPixmap(QPointF(frame.center().x() - 12, frame.center().y() - 12), theme_picture)
            return
        size = thumbnail.picture.size().toSizeF().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(frame.center().x() - size.width() / 2, frame.center().y() - size.height() / 2,
                       size.width(), size.height())  # fmt: skip
        painter.drawPixmap(place, thumbnail.picture, QRectF(thumbnail.picture.rect()))
        if self.shows_objects:
            for outline in thumbnail.outlines:
                self._outline(painter, place, outline)

    def _outline(self, painter: QPainter, place: QRectF, outline: Outline) -> None:
        path = QPainterPath()
        for ring in outline.rings:
            points = [QPointF(place.left() + x * place.width(), place.top() + y * place.height()) for x, y in ring]
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
            if outline.closed:
                path.closeSubpath()
        color = QColor(self.color_of(outline.label))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 110), 3))
        painter.drawPath(path)
        painter.setPen(QPen(color, 1.5))
        painter.drawPath(path)

    def _tags(self, painter: QPainter, frame: QRectF, tags: Sequence[str]) -> None:
        """Write the tags as chips across the lower edge, as many as have room."""
        if not tags:
            return
        colors, left = theme.colors(), frame.left() + 6
        font = QFont(painter.font())
        font.setPixelSize(10)
        painter.setFont(font)
        for tag in tags:
            width = min(painter.fontMetrics().horizontalAdvance(tag) + 12.0, frame.right() - 6 - left)
            if width < 18:
                break
            chip = QRectF(left, frame.bottom() - 22, width, 16)
            painter.setPen(QPen(QColor(colors.strong_border), 1))
            painter.setBrush(QColor(colors.raised))
            painter.drawRoundedRect(chip, 8, 8)
            painter.setPen(QColor(colors.text))
            words = painter.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, int(width - 10))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
            left = chip.right() + 4

    def _caption(self, painter: QPainter, cell: QRectF, name: str, state: ImageState) -> None:
        colors = theme.colors()
        line = QRectF(cell.left(), cell.bottom() - CAPTION, cell.width(), CAPTION)
        mark = QRectF(line.left() + 1, line.center().y() - 8, 16, 16)
        if state.problem is not None:
            sign = theme.picture("warning", colors.danger, 16, painter.device().devicePixelRatio())
            painter.drawPixmap(mark.topLeft(), sign)
        else:
            state_marks.draw_state(painter, mark, state.state)
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        rest = line.adjusted(22, 0, -2, 0)
        count = str(state.objects) if state.objects else ""
        if count:
            painter.setPen(QColor(colors.muted))
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            rest = rest.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(count) - 6, 0)
        painter.setPen(QColor(colors.text))
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def paint_ground(painter: QPainter, cell: QRectF, frame: QRectF, *, selected: bool, focused: bool) -> None:
    """Paint what lies behind a picture and its caption, with the mark of a selected cell and of that of the keys."""
    colors = theme.colors()
    painter.setPen(Qt.PenStyle.NoPen)
    if selected:
        painter.setBrush(QColor(colors.selection))
        painter.drawRoundedRect(cell.adjusted(-3, -3, 3, 1), _RADIUS + 2, _RADIUS + 2)
    painter.setBrush(QColor(colors.canvas))
    painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
    if selected or focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(colors.accent), 2 if selected else 1.5, line))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
