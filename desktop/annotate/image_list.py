"""The list of images with their states: a model that holds values and a view that draws them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.voc.annotation import Annotation, State, state_of
from core.voc.index import ImageSummary
from core.voc.listing import Entries, ImageEntry
from core.voc.search import Query
from desktop import state_marks, theme
from desktop.annotate.rows import Index, RowDelegate, draw_name, draw_note, long_list, mark_place
from desktop.search.line import SearchLine, plain_words

STATE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class ImageState:
    """What the list says of one image."""

    has_file: bool = False
    objects: int = 0
    verified: bool = False
    problem: str | None = None
    suggestions: int = 0
    checked: bool = False

    @property
    def labelled(self) -> bool:
        """Tell whether the image has an annotation that can be read."""
        return self.problem is None and self.has_file

    @property
    def state(self) -> State:
        """How far the labelling is."""
        return state_of(has_file=self.has_file, verified=self.verified, checked=self.checked)


class ImageListModel(QAbstractListModel):
    """The images of a dataset in their order, each with an :class:`ImageState` in the role ``STATE``.

    It shows a part of them by itself: a proxy would ask a hundred thousand names one by one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[ImageEntry] = ()
        self._names: list[str] = []
        self._folded: list[str] = []
        self._places: dict[str, int] = {}
        self._states: list[ImageState] = []
        self._suggested: set[str] = set()
        self._shown: Sequence[int] = ()
        self.labelled = 0

    def set_entries(self, entries: Entries) -> None:
        """Show other images, with nothing known of them yet."""
        self.beginResetModel()
        self._entries = entries
        self._names = entries.names
        self._folded = "\0".join(entries.files).casefold().split("\0")  # in one go: no name holds that sign
        self._places = entries.places
        self._states = [ImageState()] * len(self._names)
        self._suggested = set()
        self._shown = range(len(self._names))
        self.labelled = 0
        self.endResetModel()

    def named(self, words: Sequence[str]) -> Sequence[int]:
        """Return the places of the images whose file name holds every one of ``words``, which are in small letters."""
        places: Sequence[int] = range(len(self._names))
        for word in words:
            places = [place for place in places if word in self._folded[place]]
        return places

    def show_places(self, places: Sequence[int]) -> None:
        """Show only the images of these places among all, which rise."""
        if places != self._shown:
            self.beginResetModel()
            self._shown = places
            self.endResetModel()

    @property
    def total(self) -> int:
        """How many images there are, shown or not."""
        return len(self._names)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many images are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a name, a state, or a tooltip that says the state in words."""
        place = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[place]
        if role == STATE:
            return self._states[place]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{self._names[place]}\n{self._words(self._states[place])}"
        return None

    def name_at(self, place: int) -> str:
        """Return the name of the image at that place among all, shown or not."""
        return self._names[place]

    def entry_at(self, place: int) -> ImageEntry:
        """Return the image at that place among all."""
        return self._entries[place]

    def state_at(self, place: int) -> ImageState:
        """Return what is known of the image at that place among all."""
        return self._states[place]

    def words_of(self, place: int) -> str:
        """Return in words what is known of the image at that place among all."""
        return self._words(self._states[place])

    def place_of(self, name: str) -> int | None:
        """Return the place of an image among all."""
        return self._places.get(name)

    def row_of(self, name: str) -> int | None:
        """Return the row of an image, None if it is not shown."""
        place = self._places.get(name, -1)
        row = bisect_left(self._shown, place)
        return row if row < len(self._shown) and self._shown[row] == place else None

    def neighbour(self, name: str | None, step: int) -> str | None:
        """Return the shown image that is one after (``step`` 1) or before (-1) an image, shown or not."""
        place = self._places.get(name, -1) if name is not None else -1
        row = bisect_right(self._shown, place) if step > 0 else bisect_left(self._shown, place) - 1
        return self._names[self._shown[row]] if 0 <= row < len(self._shown) else None

    def next_in_state(self, name: str | None, state: State) -> str | None:
        """Return the next shown image in that state after ``name``, going round at the end; None if there is none."""
        after = bisect_right(self._shown, self._places.get(name, -1) if name is not None else -1)
        for row in (*range(after, len(self._shown)), *range(after)):
            found = self._states[self._shown[row]]
            if found.state is state and found.problem is None and self._names[self._shown[row]] != name:
                return self._names[self._shown[row]]
        return None

    def state_of(self, name: str) -> ImageState:
        """Return what is known of an image."""
        return self._states[self._places[name]]

    def set_summaries(self, summaries: Iterable[ImageSummary]) -> None:
        """Take over what the index found out."""
        names = []
        for summary in summaries:
            if summary.name in self._places:
                self._set(summary.name, _state_of(summary, self.state_of(summary.name).suggestions))
                names.append(summary.name)
        self._note_changed(names)

    def set_annotation(self, name: str, annotation: Annotation, *, has_file: bool) -> None:
        """Take over what the open image says now, and whether there will be a file once that is saved."""
        self._set(
            name,
            replace(
                self.state_of(name),
                objects=len(annotation.objects),
                verified=annotation.verified,
                checked=annotation.checked,
                problem=None,
                has_file=has_file,
            ),
        )
        self._note_changed((name,))

    def set_problem(self, name: str, problem: str | None) -> None:
        """Mark an image that cannot be read or written, or take the mark away."""
        self._set(name, replace(self.state_of(name), problem=problem))
        self._note_changed((name,))

    def set_suggestion_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many open suggestions each image has; those not named have none."""
        before, self._suggested = self._suggested, {name for name in counts if name in self._places}
        changed = [name for name in before | self._suggested if self.state_of(name).suggestions != counts.get(name, 0)]
        for name in changed:
            self._set(name, replace(self.state_of(name), suggestions=counts.get(name, 0)))
        self._note_changed(changed)

    def _set(self, name: str, state: ImageState) -> None:
        place = self._places[name]
        self.labelled += state.labelled - self._states[place].labelled
        self._states[place] = state

    def _note_changed(self, names: Sequence[str]) -> None:
        """Have the rows between the first and the last of the named images drawn anew."""
        if names and self._shown:
            places = [self._places[name] for name in names]
            first = min(bisect_left(self._shown, min(places)), len(self._shown) - 1)
            last = min(bisect_left(self._shown, max(places)), len(self._shown) - 1)
            self.dataChanged.emit(self.index(first), self.index(last))

    def _words(self, state: ImageState) -> str:
        if state.problem is not None:
            return state.problem
        words = [state_marks.state_words(state.state)]
        if state.labelled:
            words.append(self.tr("%n object(s)", "", state.objects))
        if state.suggestions:
            words.append(self.tr("%n suggestion(s) to review", "", state.suggestions))
        return ", ".join(words)


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

    def show_current(self, name: str) -> None:
        """Highlight the open image's row, if the filter shows it."""
        self._open = name
        row = self.model.row_of(name)
        index = self.model.index(row) if row is not None else QModelIndex()
        if index.isValid() and index != self.view.currentIndex():
            self._following = False
            self.view.setCurrentIndex(index)
            self._following = True
            self.view.scrollTo(index)

    def show_found(self, places: Sequence[int]) -> None:
        """Show the images of these places, what was asked for; the open one stays open, shown or not."""
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

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and self._following:
            self.chosen.emit(current.data())

    def _count(self) -> None:
        total, shown = self.model.total, self.model.rowCount()
        text = self.tr("{labelled} of {total} labelled").format(labelled=self.model.labelled, total=total)
        if shown != total:
            text += self.tr(", {shown} shown").format(shown=shown)
        self.counts.setText(text if total else "")
        self.counted.emit(self.model.labelled, total)


def _state_of(summary: ImageSummary, suggestions: int) -> ImageState:
    return ImageState(
        has_file=summary.has_file,
        objects=sum(summary.objects.values()),
        verified=summary.verified,
        checked=summary.checked,
        problem=summary.problem,
        suggestions=suggestions,
    )
