"""The list of images with their states: a model that holds values and a view that draws them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QRectF,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from core.voc.annotation import Annotation
from core.voc.dataset import ImageEntry
from core.voc.index import ImageSummary
from desktop import theme
from desktop.annotate.rows import Index, RowDelegate, draw_name, draw_note, mark_place, plain_list

STATE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class ImageState:
    """What the list says of one image."""

    has_file: bool = False
    objects: int = 0
    verified: bool = False
    problem: str | None = None
    suggestions: int = 0

    @property
    def labelled(self) -> bool:
        """Tell whether the image has an annotation that can be read."""
        return self.problem is None and self.has_file


class ImageListModel(QAbstractListModel):
    """The images of a dataset in their order, each with an :class:`ImageState` in the role ``STATE``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._rows: dict[str, int] = {}
        self._states: list[ImageState] = []
        self.labelled = 0

    def set_entries(self, entries: Iterable[ImageEntry]) -> None:
        """Show other images, with nothing known of them yet."""
        self.beginResetModel()
        self._names = [entry.name for entry in entries]
        self._rows = {name: row for row, name in enumerate(self._names)}
        self._states = [ImageState()] * len(self._names)
        self.labelled = 0
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many images there are."""
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a name, a state, or a tooltip that says the state in words."""
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[row]
        if role == STATE:
            return self._states[row]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{self._names[row]}\n{self._words(self._states[row])}"
        return None

    def row_of(self, name: str) -> int | None:
        """Return the row of an image."""
        return self._rows.get(name)

    def name_at(self, row: int) -> str:
        """Return the image of a row."""
        return self._names[row]

    def state_of(self, name: str) -> ImageState:
        """Return what is known of an image."""
        return self._states[self._rows[name]]

    def set_summaries(self, summaries: Iterable[ImageSummary]) -> None:
        """Take over what the index found out."""
        for summary in summaries:
            if (row := self._rows.get(summary.name)) is not None:
                self._set(row, _state_of(summary, self._states[row].suggestions))
        self._all_changed()

    def set_annotation(self, name: str, annotation: Annotation) -> None:
        """Take over what the open image says now."""
        row = self._rows.get(name)
        if row is not None:
            known = replace(
                self._states[row],
                objects=len(annotation.objects),
                verified=annotation.verified,
                problem=None,
                has_file=self._states[row].has_file or bool(annotation.objects) or annotation.verified,
            )
            self._set(row, known)
            self.dataChanged.emit(self.index(row), self.index(row))

    def set_problem(self, name: str, problem: str | None) -> None:
        """Mark an image that cannot be read or written, or take the mark away."""
        row = self._rows.get(name)
        if row is not None:
            self._set(row, replace(self._states[row], problem=problem))
            self.dataChanged.emit(self.index(row), self.index(row))

    def set_suggestion_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many open suggestions each image has; those not named have none."""
        for row, name in enumerate(self._names):
            count = counts.get(name, 0)
            if count != self._states[row].suggestions:
                self._states[row] = replace(self._states[row], suggestions=count)
        self._all_changed()

    def _set(self, row: int, state: ImageState) -> None:
        self.labelled += state.labelled - self._states[row].labelled
        self._states[row] = state

    def _all_changed(self) -> None:
        if self._names:
            self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    def _words(self, state: ImageState) -> str:
        if state.problem is not None:
            return state.problem
        words = [self.tr("%n object(s)", "", state.objects)] if state.labelled else [self.tr("Not labelled yet")]
        if state.verified:
            words.append(self.tr("verified"))
        if state.suggestions:
            words.append(self.tr("%n suggestion(s) to review", "", state.suggestions))
        return ", ".join(words)


class ImageDelegate(RowDelegate):
    """Draws an image's row: a ring for nothing yet, a dot for labelled, a tick for verified, a sign for a problem."""

    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw what the row says."""
        state, colors = index.data(STATE), theme.colors()
        place = QRectF(mark_place(row))
        if state.problem is not None or state.verified:
            name, color = ("warning", colors.danger) if state.problem is not None else ("success", colors.success)
            painter.drawPixmap(place.topLeft(), theme.picture(name, color, 16, painter.device().devicePixelRatio()))
        else:
            painter.setPen(QPen(QColor(colors.accent if state.labelled else colors.strong_border), 1.4))
            painter.setBrush(QColor(colors.accent) if state.labelled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.center(), 4.0, 4.0)
        rest = row.adjusted(24, 0, 0, 0)
        rest = draw_note(painter, rest, str(state.objects) if state.objects else "", colors.muted)
        rest = draw_note(
            painter, rest, f"+{state.suggestions}" if state.suggestions else "", colors.accent, framed=True
        )
        draw_name(painter, rest, index.data(), middle=True)


class ImageListPanel(QWidget):
    """The list with a filter above and a line of counts below. ``chosen`` carries the name of a clicked image."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ImageListModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit(placeholderText=self.tr("Filter images"), clearButtonEnabled=True)
        self.filter.setObjectName("image_filter")
        self.filter.textChanged.connect(self._filter)
        self.view = plain_list("image_list", ImageDelegate(), self)
        self.view.setModel(self._shown)
        self.counts = QLabel()
        self.counts.setObjectName("image_counts")
        self.counts.setProperty("role", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(theme.heading(self.tr("Images"), self))
        layout.addWidget(self.filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.counts)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)

    def show_current(self, name: str) -> None:
        """Highlight the open image's row, if the filter shows it."""
        row = self.model.row_of(name)
        if row is None:
            return
        index = self._shown.mapFromSource(self.model.index(row))
        if index.isValid() and index != self.view.currentIndex():
            chosen = self.view.selectionModel()
            chosen.blockSignals(True)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            chosen.blockSignals(False)
            self.view.scrollTo(index)
            self.view.viewport().update()

    def neighbour(self, name: str | None, step: int) -> str | None:
        """Return the image ``step`` rows after (before, if negative) in the filtered list, None at its end."""
        row = self.model.row_of(name) if name is not None else None
        here = self._shown.mapFromSource(self.model.index(row)).row() if row is not None else -1
        if here < 0 and step < 0:
            return None
        there = self._shown.index(here + step, 0)
        return there.data() if there.isValid() else None

    def _filter(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        self._count()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data())

    def _count(self) -> None:
        total = self.model.rowCount()
        text = self.tr("{labelled} of {total} labelled").format(labelled=self.model.labelled, total=total)
        if self._shown.rowCount() != total:
            text += self.tr(", {shown} shown").format(shown=self._shown.rowCount())
        self.counts.setText(text if total else "")


def _state_of(summary: ImageSummary, suggestions: int) -> ImageState:
    return ImageState(
        has_file=summary.has_file,
        objects=sum(summary.objects.values()),
        verified=summary.verified,
        problem=summary.problem,
        suggestions=suggestions,
    )
