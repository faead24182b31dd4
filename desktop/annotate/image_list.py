"""The images of a dataset as rows, each with its state."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from core.voc.annotation import Annotation, State, state_of
from core.voc.index import ImageSummary
from core.voc.listing import Entries, ImageEntry
from desktop import state_marks
from desktop.annotate.rows import Index

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
    is_given: bool = False

    @property
    def is_touched(self) -> bool:
        """Tell whether it has an annotation, or masks or classes that come with the dataset."""
        return self.has_file or self.is_given

    @property
    def labelled(self) -> bool:
        """Tell whether the image is labelled, by what can be read."""
        return self.problem is None and self.is_touched

    @property
    def state(self) -> State:
        """How far the labelling is."""
        return state_of(has_file=self.is_touched, verified=self.verified, checked=self.checked)


class ImageListModel(QAbstractListModel):
    """The images of a dataset in their order, each with an :class:`ImageState` in the role ``STATE``.

    It shows a part of them by itself: a proxy would ask a hundred thousand names one by one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[ImageEntry] = ()
        self._names: list[str] = []
        self._folded: Sequence[str] = ()
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
        self._folded = entries.folded
        self._places = entries.places
        self._states = [ImageState()] * len(self._names)
        self._suggested = set()
        self._shown = range(len(self._names))
        self.labelled = 0
        self.endResetModel()

    def grow(self, entries: Entries) -> None:
        """Show further images behind those there are, with nothing known of them yet; a part that is shown stays so."""
        before, count = len(self._names), len(entries)
        whole = len(self._shown) == before
        if whole:
            self.beginInsertRows(QModelIndex(), before, count - 1)
        self._entries, self._names = entries, entries.names
        self._folded, self._places = entries.folded, entries.places
        self._states += [ImageState()] * (count - before)
        if whole:
            self._shown = range(count)
            self.endInsertRows()

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

    def shown_names(self) -> list[str]:
        """Return the names of the images that are shown, in their order."""
        return [self._names[place] for place in self._shown]

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

    def next_suggested(self, name: str | None) -> str | None:
        """Return the next shown image with suggestions after ``name``, going round; None if there is none."""
        after = bisect_right(self._shown, self._places.get(name, -1) if name is not None else -1)
        rows = chain(range(after, len(self._shown)), range(after))
        found = (self._names[self._shown[row]] for row in rows if self._states[self._shown[row]].suggestions)
        return next((one for one in found if one != name), None)

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
        before = self.state_of(name)
        now = replace(
            before,
            objects=len(annotation.objects),
            verified=annotation.verified,
            checked=annotation.checked,
            problem=None,
            has_file=has_file,
        )
        if now != before:
            self._set(name, now)
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
        if state.labelled and state.has_file:
            words.append(self.tr("%n object(s)", "", state.objects))
        if state.suggestions:
            words.append(self.tr("%n suggestion(s) to review", "", state.suggestions))
        return ", ".join(words)


def _state_of(summary: ImageSummary, suggestions: int) -> ImageState:
    return ImageState(
        has_file=summary.has_file,
        is_given=summary.is_given,
        objects=sum(summary.objects.values()),
        verified=summary.verified,
        checked=summary.checked,
        problem=summary.problem,
        suggestions=suggestions,
    )
