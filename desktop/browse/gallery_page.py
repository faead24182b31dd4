"""The page of all images: search line, order and size above, the grid, and below it what to do with those selected."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
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
    """Shows the images that a search finds, and lets a person open them or mark many at once.

    The states come from ``model``, the annotate page's list, tags from ``tags_of``. ``opened`` carries the name of an
    image; ``state_asked`` (names, State) and ``tag_asked`` (names, tag, on) what to do with the selected ones;
    ``dates_asked`` that the order by date is wanted of these places.
    """

    opened = Signal(str)
    state_asked = Signal(object, object)
    tag_asked = Signal(object, str, bool)
    new_tag_asked = Signal(object)
    dates_asked = Signal(object)

    def __init__(self, model: ImageListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tags: dict[str, tuple[str, ...]] = {}
        self.known_tags: tuple[str, ...] = ()
        self._found: Sequence[int] = ()
        self._painter = CellPainter()
        self.thumbnails = Thumbnails(self)
        self.search = SearchLine("gallery_search", self)
        self.view = GalleryView(self._paint, self)
        self.view.setAccessibleName(self.tr("Images"))
        self.count = theme.note("", self)
        self.count.setObjectName("gallery_count")
        self.count.setWordWrap(False)
        self._build()
        self.view.seen.connect(self._want)
        self.view.opened.connect(lambda place: self.opened.emit(self._model.name_at(place)))
        self.view.chosen.connect(self._show_selection)
        self.view.size_wanted.connect(lambda step: self.size.setValue(self.size.value() + step * _STEP))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
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
        self.view.viewport().update()

    def set_colors(self, color_of: object) -> None:
        """Draw the objects in these colours, by label."""
        self._painter.color_of = color_of
        self.view.viewport().update()

    def show_found(self, places: Sequence[int]) -> None:
        """Show the images of these places, which rise, in the chosen order."""
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
        layout.addWidget(self._selection_bar())

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

    def _selection_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        self.selection_words = QLabel()
        self.selection_words.setObjectName("gallery_selection")
        self.state_button = QPushButton(self.tr("Set state"))
        self.state_button.setObjectName("gallery_state")
        self.state_button.setMenu(self._state_menu())
        self.tag_button = QPushButton(self.tr("Tags"))
        self.tag_button.setObjectName("gallery_tags")
        self._tag_menu = QMenu(self)
        self._tag_menu.aboutToShow.connect(lambda: self._fill_tags(self._tag_menu))
        self.tag_button.setMenu(self._tag_menu)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setObjectName("gallery_open")
        self.open_button.setToolTip(self.tr("Open the image to draw on it (Enter)"))
        self.open_button.clicked.connect(self._open_current)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        row.addWidget(self.selection_words, 1)
        for button in (self.state_button, self.tag_button, self.open_button):
            row.addWidget(button)
        return bar

    def _state_menu(self) -> QMenu:
        menu = QMenu(self.tr("Set state"), self)
        for state in (State.IN_WORK, State.DONE, State.CHECKED):
            action = menu.addAction(state_marks.state_words(state))
            action.setObjectName(f"gallery_state_{state.name.lower()}")
            action.triggered.connect(lambda _on=False, state=state: self.state_asked.emit(self.selected_names, state))
        return menu

    def _fill_tags(self, menu: QMenu) -> None:
        """Offer the known tags: checked where all selected images have them."""
        menu.clear()
        names = self.selected_names
        for tag in self.known_tags:
            everywhere = all(tag in self._tags.get(name, ()) for name in names)
            action = menu.addAction(tag)
            action.setCheckable(True)
            action.setChecked(everywhere)
            action.triggered.connect(
                lambda _on=False, tag=tag, on=not everywhere: self.tag_asked.emit(self.selected_names, tag, on)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Other tag…")).triggered.connect(lambda: self.new_tag_asked.emit(self.selected_names))

    def _show_menu(self, point: QPoint) -> None:
        if not self.view.selected:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Open")).triggered.connect(self._open_current)
        menu.addMenu(self._state_menu())
        tags = menu.addMenu(self.tr("Tags"))
        self._fill_tags(tags)
        menu.popup(self.view.viewport().mapToGlobal(point))

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
        count = len(self.view.selected)
        self.selection_words.setText(self.tr("%n image(s) selected", "", count) if count else self.tr(
            "Double-click or Enter opens an image; Ctrl and Shift select several."))  # fmt: skip
        for button in (self.state_button, self.tag_button, self.open_button):
            button.setEnabled(count > 0)

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
