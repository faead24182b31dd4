"""Drawing list rows alike: a mark at the left, a name that is elided, notes and small switches at the right."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
    QWidget,
)

from desktop import theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
MARK_WIDTH = 26
SWITCH_WIDTH = 22


class RowDelegate(QStyledItemDelegate):
    """Draws the background of a row and offers the parts; what a row says is its subclass's."""

    def __init__(self) -> None:
        super().__init__()
        self.hovered = False
        self._marks: dict[tuple[str, str, float], QPixmap] = {}

    def draw_mark(self, painter: QPainter, row: QRectF, name: str, color: str) -> None:
        """Draw the icon ``name`` at the left of the row; each is rendered once."""
        self._draw_icon(painter, mark_place(row), name, color)

    def draw_switch(
        self, painter: QPainter, row: QRectF, number: int, name: str, *, on: bool, always: bool = False
    ) -> None:
        """Draw the icon of a switch in its place at the right; one that is off while the mouse is there, or always."""
        if on or always or self.hovered:
            colors = theme.colors()
            place = switch_place(row, number)
            square = QRectF(place.center().x() - 8, place.center().y() - 8, 16, 16).toRect()
            self._draw_icon(painter, square, name, colors.text if on else colors.muted)

    def _draw_icon(self, painter: QPainter, square: QRect, name: str, color: str) -> None:
        ratio = painter.device().devicePixelRatio()
        if (name, color, ratio) not in self._marks:
            self._marks[name, color, ratio] = theme.picture(name, color, 16, ratio)
        painter.drawPixmap(square.topLeft(), self._marks[name, color, ratio])

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row."""
        del option, index
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.colors()
        state = option.state
        row = QRectF(option.rect).adjusted(3, 1, -3, -1)
        self.hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.selection))
            painter.drawRoundedRect(row, 5, 5)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(row, 5, 5)
        self.draw_row(painter, content_of(option.rect), index)
        painter.restore()

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw what the row says."""
        raise NotImplementedError


def draw_swatch(painter: QPainter, row: QRectF, color: QColor) -> QRectF:
    """Draw a colour at the left of the row; return what is left of it."""
    side = 13.0
    painter.setPen(QPen(color.darker(130), 1))
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(row.left() + 2.5, row.center().y() - side / 2, side, side), 3.5, 3.5)
    return row.adjusted(MARK_WIDTH, 0, 0, 0)


def draw_note(painter: QPainter, row: QRectF, text: str, color: str, *, framed: bool = False) -> QRectF:
    """Write a short note at the right of the row; return what is left of it."""
    if not text:
        return row
    font = QFont(painter.font())
    painter.save()
    font.setPixelSize(11)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(text) + (12 if framed else 2)
    place = QRectF(row.right() - width, row.center().y() - 8.5, width, 17)
    if framed:
        painter.setPen(QPen(QColor(color), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(color))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return row.adjusted(0, 0, -width - 6, 0)


def draw_name(painter: QPainter, row: QRectF, text: str, *, middle: bool = False, muted: bool = False) -> None:
    """Write the row's name, elided where it is long."""
    colors = theme.colors()
    painter.setPen(QColor(colors.muted if muted else colors.text))
    where = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    text = painter.fontMetrics().elidedText(text, where, int(row.width()))
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


_ROW_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
View = TypeVar("View", QListView, QTreeView, QTableView)


def plain_list(name: str, delegate: RowDelegate, parent: QWidget) -> QListView:
    """Return a list view for rows of one height that never scrolls sideways."""
    view = QListView(parent)
    view.setUniformItemSizes(True)
    return _dressed(view, name, delegate)


class SwitchList(QTreeView):
    """A list for very many rows of one height whose rows have switches at their right end, the first (0) outermost.

    A press on a switch does not select its row: ``switched`` carries the row and the switch's number instead.
    """

    switched = Signal(int, int)

    def __init__(self, name: str, delegate: RowDelegate, switches: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._switches = switches
        _dressed(_flat(self), name, delegate)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a press on a switch for the switch."""
        if not self._switch(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a quick pair for another one of the switch."""
        if not self._switch(event):
            super().mouseDoubleClickEvent(event)

    def _switch(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return False
        row = content_of(self.visualRect(index))
        for number in range(self._switches):
            if switch_place(row, number).contains(event.position()):
                self.switched.emit(index.row(), number)
                return True
        return False


class _LongList(QTableView):
    """A table of one column with the keys of a list: Home, End and the page keys go through its rows."""

    def event(self, event: QEvent) -> bool:
        """Take these keys before an action elsewhere does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ROW_KEYS:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            event.setAccepted(plain)
            return plain
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last row, where a table would go to the first or last column."""
        last = self.model().rowCount() - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)


def long_list(name: str, delegate: RowDelegate, parent: QWidget) -> QTableView:
    """Return the same for a hundred thousand rows.

    A list view lays each of them out and a tree view asks for each of them; a table with rows of one height does
    neither.
    """
    view = _LongList(parent)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    return _dressed(view, name, delegate)


def _flat(view: QTreeView) -> QTreeView:
    """Have a tree look like a list."""
    view.setUniformRowHeights(True)
    view.setRootIsDecorated(False)
    view.setItemsExpandable(False)
    view.setHeaderHidden(True)
    view.setAllColumnsShowFocus(True)
    return view


def _dressed(view: View, name: str, delegate: RowDelegate) -> View:
    view.setObjectName(name)
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setItemDelegate(delegate)
    delegate.setParent(view)
    return view


def mark_place(row: QRectF) -> QRect:
    """Return the square at the left of the row that a mark is drawn in."""
    return QRectF(row.left() + 1, row.center().y() - 8, 16, 16).toRect()


def content_of(rect: QRect) -> QRectF:
    """Return where a row's content lies in the row's whole rectangle."""
    return QRectF(rect).adjusted(9, 1, -10, -1)


def switch_place(row: QRectF, number: int) -> QRectF:
    """Return where the switch lies in a row's content; 0 is the one at the right end."""
    return QRectF(row.right() - (number + 1) * SWITCH_WIDTH, row.top(), SWITCH_WIDTH, row.height())
