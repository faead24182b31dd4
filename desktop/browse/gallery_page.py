"""The page of all images: search line, order and size above, the grid, and below it what to do with those selected."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QStackedLayout,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from core.voc.annotation import State
from desktop import state_marks, theme
from desktop.annotate.image_list import ImageListModel
from desktop.browse.cell import CellPainter
from desktop.browse.gallery_view import LARGEST, SMALLEST, GalleryView
from desktop.browse.marking_bar import MarkingBar
from desktop.browse.thumbnails import Thumbnails
from desktop.remembering import remembered
from desktop.search.line import SearchLine

_STEP = 16


class Order(Enum):
    """How the images are sorted."""

    NAME = "name"
    STATE = "state"
    OBJECTS = "objects"
    DATE = "date"


class GalleryPage(QWidget):
    """Shows the images that a search finds, and lets a person open them or, by the bar of ``marks``, mark many at once.

    The states come from ``model``, the annotate page's list, tags from ``set_tags``. ``opened`` carries the name of an
    image; ``dates_asked`` that the order by date is wanted of these places.
    """

    opened = Signal(str)
    dates_asked = Signal(object)

    def __init__(self, model: ImageListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tags: dict[str, tuple[str, ...]] = {}
        self._found: Sequence[int] = ()
        self._painter = CellPainter()
        self.thumbnails = Thumbnails(self)
        self.search = SearchLine("gallery_search", self)
        self.view = GalleryView(self._paint, self)
        self.view.setAccessibleName(self.tr("Images"))
        self.count = theme.note("", self)
        self.count.setObjectName("gallery_count")
        self.count.setWordWrap(False)
        self.marks = MarkingBar(self)
        self.marks.open_asked.connect(self._open_current)
        self._build()
        self.view.seen.connect(self._want)
        self.view.opened.connect(lambda place: self.opened.emit(self._model.name_at(place)))
        self.view.chosen.connect(self._show_selection)
        self.view.size_wanted.connect(lambda step: self.size.setValue(self.size.value() + step * _STEP))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(
            lambda point: self.marks.show_menu(self.view.viewport().mapToGlobal(point))
        )
        self.view.viewport().installEventFilter(self)
        self.search.left.connect(lambda: self.view.setFocus())
        self.thumbnails.ready.connect(self._show_ready)
        model.dataChanged.connect(self._redraw)
        theme.notifier().changed.connect(self._redraw)
        self._show_selection()

    # What is shown

    def set_tags(self, tags: dict[str, tuple[str, ...]]) -> None:
        """Show these tags, by image name; images without any may be left out."""
        self._tags = tags
        self._show_selection()
        self.view.viewport().update()

    def set_colors(self, color_of: object) -> None:
        """Draw the objects in these colours, by label."""
        self._painter.color_of = color_of
        self.view.viewport().update()

    def show_found(self, places: Sequence[int]) -> None:
        """Show the images of these places, which rise, in the chosen order; as before if half a search finds none."""
        if self.search.keeps_list(places):
            return
        self._found = places
        total = self._model.total
        words = self.tr("{shown} of {total} images") if len(places) != total else self.tr("{total} images")
        self.count.setText(words.format(shown=len(places), total=total))
        self._stack.setCurrentIndex(0 if len(places) else 1)
        self._empty.setText(
            self.tr("No image matches this search.\nEmpty the line to see all of them.")
            if total
            else self.tr("Open a folder to see its images.")
        )
        self._sort()

    def show_sorted(self, places: Sequence[int]) -> None:
        """Show the images in this order."""
        self.view.set_places(places)

    def note_saved(self, name: str) -> None:
        """Show an image's objects as they are now."""
        self.thumbnails.note_changed(name)
        if self.isVisible():
            self.view.set_places(self.view.places)
            self._want(self._in_sight)

    @property
    def selected_names(self) -> list[str]:
        """The names of the selected images."""
        return [self._model.name_at(place) for place in self.view.selected]

    def showEvent(self, event: object) -> None:
        """Give the grid the keyboard."""
        super().showEvent(event)
        self.view.setFocus()
        self._want(self._in_sight)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Say an image's name, state and tags where the mouse rests."""
        if isinstance(event, QHelpEvent) and watched is self.view.viewport():
            place = self.view.place_at(event.pos())
            if place is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._words(place), self.view)
            return True
        return super().eventFilter(watched, event)

    # Building

    def _build(self) -> None:
        self._in_sight: Sequence[int] = ()
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("gallery_empty")
        self._empty.setProperty("role", "note")
        grid = QWidget()
        self._stack = QStackedLayout(grid)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._head())
        layout.addWidget(grid, 1)
        layout.addWidget(self.marks)

    def _head(self) -> QHBoxLayout:
        self.order = remembered(QComboBox(), "gallery_order")
        self.order.setToolTip(self.tr("The order of the images"))
        for order, text in (
            (Order.NAME, self.tr("By name")),
            (Order.STATE, self.tr("By state")),
            (Order.OBJECTS, self.tr("Most objects first")),
            (Order.DATE, self.tr("Newest first")),
        ):
            self.order.addItem(text, order)
        self.order.currentIndexChanged.connect(lambda _row: self._sort())
        self.objects = remembered(QToolButton(checkable=True, checked=True), "gallery_objects")
        self.objects.setToolTip(self.tr("Draw the objects on the thumbnails"))
        theme.dress(self.objects, "polygon")
        self.objects.toggled.connect(self._show_objects)
        self.size = QSlider(Qt.Orientation.Horizontal, minimum=SMALLEST, maximum=LARGEST, value=160)
        remembered(self.size, "gallery_size")
        self.size.setFixedWidth(110)
        self.size.setToolTip(self.tr("The size of the thumbnails (Ctrl and the wheel)"))
        self.size.setAccessibleName(self.tr("The size of the thumbnails"))
        self.size.valueChanged.connect(self.view.set_side)
        sign = QLabel("?")
        sign.setObjectName("gallery_legend")
        sign.setProperty("role", "key")
        sign.setToolTip(state_marks.legend())
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, theme.SPACE, 0)
        head.setSpacing(theme.SPACE)
        self.search.setMinimumWidth(200)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head.addWidget(self.search, 1)
        for widget in (self.count, self.order, self.objects, self.size, sign):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    # Doing

    def _open_current(self) -> None:
        if self.view.current is not None:
            self.opened.emit(self._model.name_at(self.view.current))

    def _sort(self) -> None:
        order = self.order.currentData()
        state_at = self._model.state_at
        if order is Order.DATE:
            self.dates_asked.emit(self._found)
        elif order is Order.STATE:
            rank = {state: number for number, state in enumerate(State)}
            self.show_sorted(sorted(self._found, key=lambda place: rank[state_at(place).state]))
        elif order is Order.OBJECTS:
            self.show_sorted(sorted(self._found, key=lambda place: -state_at(place).objects))
        else:
            self.show_sorted(self._found)

    def _show_objects(self, shown: bool) -> None:
        self._painter.shows_objects = shown
        self.view.viewport().update()

    def _show_selection(self) -> None:
        self.marks.show_selection({name: self._tags.get(name, ()) for name in self.selected_names})

    def _want(self, places: Sequence[int]) -> None:
        """Have the thumbnails in sight and near made, while the page is shown."""
        self._in_sight = places
        if self.isVisible():
            self.thumbnails.want([self._model.entry_at(place) for place in places])

    @Slot()
    def _redraw(self) -> None:
        self.view.viewport().update()

    def _show_ready(self, name: str) -> None:
        place = self._model.place_of(name)
        if place is not None:
            self.view.redraw(place)

    def _paint(self, painter: QPainter, cell: QRectF, place: int, selected: bool, focused: bool) -> None:
        name = self._model.name_at(place)
        self._painter.paint(
            painter, cell, name, self._model.state_at(place), self._tags.get(name, ()), self.thumbnails.get(name),
            selected=selected, focused=focused,
        )  # fmt: skip

    def _words(self, place: int) -> str:
        name = self._model.name_at(place)
        thumbnail = self.thumbnails.get(name)
        words = [name, self._model.words_of(place)]
        if tags := self._tags.get(name):
            words.append(self.tr("Tags: {tags}").format(tags=", ".join(tags)))
        if thumbnail is not None and thumbnail.problem and thumbnail.problem not in words[1]:
            words.append(thumbnail.problem)
        return "\n".join(words)
