"""The list of images, with a search line above and a line of counts below."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.voc.search import Query
from desktop import state_marks, theme
from desktop.annotate.image_list import STATE, ImageListModel
from desktop.annotate.rows import Index, RowDelegate, draw_name, draw_note, long_list, mark_place
from desktop.search.line import SearchLine, plain_words


class ImageDelegate(RowDelegate):
    """Draws an image's row: the sign of its state, or of a problem, its name, suggestions and objects."""

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw what the row says."""
        state, colors = index.data(STATE), theme.colors()
        if state.problem is not None:
            self.draw_mark(painter, row, "warning", colors.danger)
        else:
            state_marks.draw_state(painter, QRectF(mark_place(row)), state.state)
        rest = row.adjusted(24, 0, 0, 0)
        rest = draw_note(painter, rest, str(state.objects) if state.objects else "", colors.muted)
        rest = draw_note(
            painter, rest, f"+{state.suggestions}" if state.suggestions else "", colors.accent, framed=True
        )
        draw_name(painter, rest, index.data(), middle=True)


class ImageListPanel(QWidget):
    """The list with a search line above and a line of counts below.

    ``chosen`` carries the name of a clicked image, ``counted`` how many images are labelled and how many there are.
    ``asked`` carries a query about more than file names; :meth:`show_found` takes the answer.
    """

    chosen = Signal(str)
    asked = Signal(object)
    counted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ImageListModel(self)
        self._open: str | None = None
        self._following = True
        self.search = SearchLine("image_filter", self)
        self.filter = self.search.edit
        self.search.asked.connect(self._search)
        self.search.left.connect(lambda: self.view.setFocus())
        self.view = long_list("image_list", ImageDelegate(), self)
        self.view.setModel(self.model)
        self._none = self._note_of_none()
        self.counts = QLabel()
        self.counts.setObjectName("image_counts")
        self.counts.setProperty("role", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._head())
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.counts)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        self.model.rowsInserted.connect(self._count)

    def show_current(self, name: str) -> None:
        """Highlight the open image's row, if the filter shows it."""
        self._open = name
        row = self.model.row_of(name)
        index = self.model.index(row) if row is not None else QModelIndex()
        # current and yet not selected: so a list makes its first row when the keyboard comes to it
        if index.isValid() and not self.view.selectionModel().isSelected(index):
            self._following = False
            self.view.setCurrentIndex(index)
            self._following = True
            self.view.scrollTo(index)

    def show_found(self, places: Sequence[int]) -> None:
        """Show the images of these places, what was asked for; the open one stays open, shown or not.

        Where half a search finds nothing the list is left as it is.
        """
        if self.search.keeps_list(places):
            return
        self._following = False
        self.model.show_places(places)
        self._following = True
        if self._open is not None:
            self.show_current(self._open)
        self._count()

    def search_again(self) -> None:
        """Ask once more, for files were read or saved; what is about names alone stays as it is."""
        if plain_words(self.search.query) is None:
            self.asked.emit(self.search.query)

    def _search(self, query: Query) -> None:
        words = plain_words(query)
        if words is None:
            self.asked.emit(query)
        else:
            self.show_found(self.model.named(words))

    def _head(self) -> QHBoxLayout:
        """Return the heading with a sign whose tooltip explains the signs of the list."""
        sign = QLabel("?", self)
        sign.setObjectName("state_legend")
        sign.setProperty("role", "key")
        sign.setToolTip(state_marks.legend())
        sign.setAccessibleName(state_marks.legend())
        head = QHBoxLayout()
        head.addWidget(theme.heading(self.tr("Images"), self))
        head.addStretch(1)
        head.addWidget(sign)
        return head

    def _note_of_none(self) -> QLabel:
        """Return the words that stand in the list where a search finds nothing."""
        words = theme.note(self.tr("No image matches this search."))
        words.setObjectName("image_list_empty")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.hide()
        QVBoxLayout(self.view.viewport()).addWidget(words)
        return words

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and self._following:
            self.chosen.emit(current.data())

    def _count(self) -> None:
        total, shown, labelled = self.model.total, self.model.rowCount(), self.model.labelled
        text = self.tr("{labelled} of {total} labelled").format(labelled=labelled, total=total)
        if shown != total:
            text += self.tr(", {shown} shown").format(shown=shown)
        self.counts.setText(text if total else "")
        self._none.setVisible(bool(total) and not shown)
        self.counted.emit(labelled, total)
