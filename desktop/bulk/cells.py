"""The cells of the table of suggestions: what stands in them, and how they are painted."""

from functools import cache, lru_cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.review.bulk import Column
from core.review.store import Verdict
from desktop import theme
from desktop.bulk.shown import NOTHING, Line, Shown
from desktop.bulk.words import verdict_words
from desktop.numbers import number

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    Column.IMAGE, Column.LABEL, Column.SCORE, Column.MODEL, Column.VERDICT, Column.TAGS, Column.BACKING,
)  # fmt: skip
_INSET = 6
"""Pixels left free on both sides of a cell, as the style sheet has it for the titles above."""
_DOT = 8
# Counts end below one another; scores all have the same length.
_ALIGNMENTS = tuple(
    (Qt.AlignmentFlag.AlignRight if column is Column.BACKING else Qt.AlignmentFlag.AlignLeft)
    | Qt.AlignmentFlag.AlignVCenter
    for column in COLUMNS
)
_LABEL, _VERDICT, _BACKING = (COLUMNS.index(one) for one in (Column.LABEL, Column.VERDICT, Column.BACKING))
_MARK = 3
"""Pixels that the mark of the current row is wide."""
_SELECTED, _ACTIVE = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_Active
_color = cache(QColor)


class BulkModel(QAbstractTableModel):
    """Puts rows into words when they are asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = NOTHING
        self.color_of = lambda _label: "#808080"
        self._titles = {
            Column.IMAGE: self.tr("Image"),
            Column.LABEL: self.tr("Label"),
            Column.SCORE: self.tr("Score"),
            Column.MODEL: self.tr("Version"),
            Column.VERDICT: self.tr("Verdict"),
            Column.TAGS: self.tr("Tags"),
            Column.BACKING: self.tr("Label's images"),
        }
        self._last: tuple[int, Line, tuple[str, ...]] | None = None

    def show(self, shown: Shown) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.shown, self._last = shown, None
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title, which stands over what it names."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[column]
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.BACKING:
            return self.tr("On how many images the label is drawn")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.row(index.row())[1][index.column()]

    def row(self, place: int) -> tuple[Line, tuple[str, ...]]:
        """Return a row and what stands in its cells; those of one row are asked for one after the other."""
        if self._last is None or self._last[0] != place:
            line = self.shown.line(place)
            self._last = place, line, self._words(line)
        return self._last[1:]

    def _words(self, line: Line) -> tuple[str, ...]:
        """Return what stands in a row's cells, in the order of the columns."""
        return (
            line.image,
            line.label or self.tr("nothing found"),
            number(line.score, 3) if line.suggestion else "",
            line.model,
            verdict_words(line.verdict) if line.suggestion else "",
            ", ".join(line.tags),
            number(line.images) if line.label else "",
        )


class CellPainter(QStyledItemDelegate):
    """Paints a cell from its row, without asking the model for each of its properties and the style for its looks.

    Words that stand in many rows are laid out once. So the rows in sight take a third of the time of Qt's own way,
    which a person feels while a threshold is dragged.
    """

    def __init__(self, rows: BulkModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.current = -1
        """The number of the row from which keys go on."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        column, colors, place = index.column(), theme.colors(), option.rect
        line, words = self._rows.row(index.row())
        if _SELECTED in option.state:
            painter.fillRect(place, _color(colors.selection))
        if column == 0 and index.row() == self.current:
            mark = colors.accent if _ACTIVE in option.state and self.parent().hasFocus() else colors.strong_border
            painter.fillRect(place.left(), place.top() + 2, _MARK, place.height() - 4, _color(mark))
        room = place.adjusted(_INSET, 0, -_INSET, 0)
        if column == _LABEL and line.label:
            _paint_dot(painter, room, self._rows.color_of(line.label))
            room.setLeft(room.left() + 2 * _DOT)
        painter.setPen(_color(_verdict_color(line.verdict) if column == _VERDICT else colors.text))
        text = _fitting(words[column], room.width(), painter.font())
        size = text.size()
        left = room.right() + 1 - size.width() if column == _BACKING else room.left()
        painter.drawStaticText(QPointF(left, room.top() + (room.height() - size.height()) / 2), text)


@lru_cache(maxsize=4096)
def _fitting(words: str, width: int, font: QFont) -> QStaticText:
    """Return the words, shortened to a width in pixels, laid out."""
    text = QStaticText(QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.prepare(font=font)
    return text


def _paint_dot(painter: QPainter, room: QRect, color: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_color(color))
    painter.drawEllipse(room.left(), room.center().y() - _DOT // 2 + 1, _DOT, _DOT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _verdict_color(verdict: Verdict) -> str:
    colors = theme.colors()
    return {
        Verdict.OPEN: colors.muted, Verdict.ACCEPTED: colors.success, Verdict.CORRECTED: colors.warning,
        Verdict.REJECTED: colors.danger,
    }[verdict]  # fmt: skip
