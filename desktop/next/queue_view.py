"""The list of what to label next: thumbnail, name and reasons, only the rows in sight being made ready."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.voc.listing import Entries
from desktop import theme
from desktop.browse.thumbnails import Thumbnails
from desktop.next.words import distance_words, words_of

if TYPE_CHECKING:
    from core.review.next_up import Proposed

Index = QModelIndex | QPersistentModelIndex
ROW, PICTURE = 84, 92
_AHEAD = 12


class QueueModel(QAbstractListModel):
    """The proposed images in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposed: Sequence[Proposed] = ()

    def show(self, proposed: "Sequence[Proposed]") -> None:
        """Show these."""
        self.beginResetModel()
        self.proposed = proposed
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.proposed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, or with the reasons where it is explained."""
        one = self.proposed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.image
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(filter(None, (one.image, words_of(one), distance_words(one))))
        return None


class QueueView(QListView):
    """Shows the queue; ``opened`` carries the name of an image that was double-clicked or opened by Enter."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next_list")
        self.setAccessibleName(self.tr("What to label next"))
        self.thumbnails = Thumbnails(self)
        self._entries: Entries | None = None
        self._model = QueueModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(lambda index: self.opened.emit(index.data()))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._want())
        self.thumbnails.ready.connect(lambda _name: self.viewport().update())
        theme.notifier().changed.connect(self._redraw)

    @property
    def proposed(self) -> "Sequence[Proposed]":
        """What is shown."""
        return self._model.proposed

    def show_queue(self, proposed: "Sequence[Proposed]", entries: Entries | None) -> None:
        """Show these images of a dataset; the first one becomes the current one."""
        self._entries = entries
        self._model.show(proposed)
        if proposed:
            self.setCurrentIndex(self._model.index(0))
        self.scrollToTop()
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the thumbnails made that came into sight."""
        super().resizeEvent(event)
        self._want()

    def showEvent(self, event: object) -> None:
        """Have the thumbnails in sight made."""
        super().showEvent(event)
        self._want()

    @Slot()
    def _redraw(self) -> None:
        self.viewport().update()

    def _want(self) -> None:
        """Have the thumbnails of the rows in sight made, and those after them."""
        if self._entries is None or not self.isVisible():
            return
        first = self.verticalScrollBar().value() // ROW
        last = first + self.viewport().height() // ROW + _AHEAD
        places = self._entries.places
        names = [one.image for one in self._model.proposed[first:last] if one.image in places]
        self.thumbnails.want([self._entries[places[name]] for name in names])


class _Row(QStyledItemDelegate):
    """Paints a row: its number, the picture, the name, and the reasons below it."""

    def __init__(self, view: QueueView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height that all rows have."""
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one image."""
        colors, one = theme.colors(), self._view.proposed[index.row()]
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        row = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.selection if selected else colors.hover))
            painter.drawRoundedRect(row, 6, 6)
        frame = QRectF(row.left() + 44, row.top() + 4, PICTURE, row.height() - 8)
        painter.setBrush(QColor(colors.canvas))
        painter.drawRoundedRect(frame, 4, 4)
        self._picture(painter, frame, one.image)
        painter.setPen(QColor(colors.muted))
        number = QRectF(row.left(), row.top(), 40, row.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(index.row() + 1))
        self._words(painter, QRectF(frame.right() + 12, row.top(), row.right() - frame.right() - 20, row.height()), one)
        painter.restore()

    def _picture(self, painter: QPainter, frame: QRectF, name: str) -> None:
        thumbnail = self._view.thumbnails.get(name)
        if thumbnail is None or thumbnail.picture.isNull():
            return
        size = thumbnail.picture.size().toSizeF().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(frame.center().x() - size.width() / 2, frame.center().y() - size.height() / 2,
                       size.width(), size.height())  # fmt: skip
        painter.drawPixmap(place, thumbnail.picture, QRectF(thumbnail.picture.rect()))

    def _words(self, painter: QPainter, room: QRectF, one: "Proposed") -> None:
        """Write the name, and below it the reasons in two lines at most, all of it in the middle of the row."""
        colors, plain = theme.colors(), QFont(painter.font())
        bold = QFont(plain)
        bold.setBold(True)
        painter.setFont(bold)
        name = painter.fontMetrics().elidedText(one.image, Qt.TextElideMode.ElideMiddle, int(room.width()))
        line, words = painter.fontMetrics().height(), words_of(one)
        painter.setFont(plain)
        wanted = painter.boundingRect(QRectF(0, 0, room.width(), 2.1 * line), Qt.TextFlag.TextWordWrap, words).height()
        below = QRectF(room.left(), 0, room.width(), min(wanted, 2.1 * line))
        below.moveTop(room.center().y() - (below.height() - 1.15 * line) / 2)
        painter.setPen(QColor(colors.muted))
        painter.drawText(below, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)
        painter.setFont(bold)
        painter.setPen(QColor(colors.text))
        above = QRectF(room.left(), below.top() - 1.15 * line, room.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, name)
