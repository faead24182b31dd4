"""The grid of thumbnails: it holds places and paints only the cells in sight."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.browse.grid import GAP, Grid

PaintCell = Callable[[QPainter, QRectF, int, bool, bool], None]
SMALLEST, LARGEST = 80, 256
_AHEAD = 1.5
"""So many heights of the view above and below it are made ready as well."""


class GalleryView(QAbstractScrollArea):
    """Shows images in a grid, by their places in the dataset, and lets a person choose some of them.

    ``opened`` carries the place of one that was opened, ``chosen`` says that the selection is another, ``seen`` the
    places in sight and after them those near, whose thumbnails are wanted. ``size_wanted`` asks for larger (1) or
    smaller (-1) thumbnails.
    """

    opened = Signal(int)
    chosen = Signal()
    seen = Signal(object)
    size_wanted = Signal(int)

    def __init__(self, paint_cell: PaintCell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._paint_cell = paint_cell
        self._places: Sequence[int] = ()
        self._side = 160
        self._current: int | None = None
        self._anchor = 0
        self._selected: set[int] = set()
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_seen())

    # What is shown

    @property
    def places(self) -> Sequence[int]:
        """The places shown, in their order."""
        return self._places

    def set_places(self, places: Sequence[int]) -> None:
        """Show other images; those of the selection that are still shown stay selected, the current one in sight."""
        if places == self._places:
            return
        current = self.current
        self._places = places
        if self._selected:
            self._selected &= set(places)
        number = self._number_of(current) if current is not None else None
        self._current = number if number is not None else (0 if len(places) else None)
        self._anchor = self._current or 0
        self._lay_out()
        if self._current is not None:
            self._bring_to_sight(self._current)
        self.chosen.emit()

    def set_side(self, side: int) -> None:
        """Show thumbnails of that size; what is in the middle stays in sight."""
        if side == self._side:
            return
        self._side = side
        self._lay_out()
        if self._current is not None:
            self._bring_to_sight(self._current)

    @property
    def side(self) -> int:
        """The size of the thumbnails in pixels."""
        return self._side

    @property
    def current(self) -> int | None:
        """The place of the image that keys start from."""
        if self._current is None or self._current >= len(self._places):
            return None
        return self._places[self._current]

    @property
    def selected(self) -> list[int]:
        """The places that are selected, rising."""
        return sorted(self._selected)

    def select(self, places: Sequence[int]) -> None:
        """Select these images."""
        self._selected = set(places)
        self._note_selection()

    def show_place(self, place: int) -> None:
        """Make that image the current one and bring it to sight, if it is shown."""
        number = self._number_of(place)
        if number is not None:
            self._current = self._anchor = number
            self._selected = {place}
            self._bring_to_sight(number)
            self._note_selection()

    def redraw(self, place: int) -> None:
        """Paint an image anew, if it is in sight."""
        number = self._number_of(place)
        if number is not None:
            self.viewport().update(self._cell(number))

    def cell_of(self, place: int) -> QRect:
        """Return where in the viewport an image is shown."""
        number = self._number_of(place)
        return self._cell(number) if number is not None else QRect()

    def place_at(self, point: QPoint) -> int | None:
        """Return the place of the image under a point of the viewport."""
        number = self._at(point)
        return self._places[number] if number is not None else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that are touched."""
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        for number in self._grid.between(top + event.rect().top(), top + event.rect().bottom()):
            place, cell = self._places[number], self._cell(number)
            if cell.intersects(event.rect()):
                focused = number == self._current and self.hasFocus()
                self._paint_cell(painter, QRectF(cell), place, place in self._selected, focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew, the current image kept in sight."""
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Return a size for a few rows."""
        return QSize(4 * (self._side + GAP), 3 * (self._side + GAP))

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an image; Ctrl adds it or takes it away, Shift chooses all up to it."""
        number = self._at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            if number is not None and self._places[number] not in self._selected:
                self._go(number)
            return
        if number is None:
            self._selected.clear()
            self._note_selection()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._current = self._anchor = number
            self._selected ^= {self._places[number]}
            self._note_selection()
        else:
            self._go(number, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With the button held, choose all from the image that was pressed to the one under the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._current is not None:
            number = self._at(event.position().toPoint())
            if number is not None and number != self._current:
                self._go(number, extend=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the image."""
        number = self._at(event.position().toPoint())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._places[number])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl make the thumbnails larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows and pages, open by Enter, choose by Space; Shift chooses on the way."""
        key, columns = Qt.Key(event.key()), self._grid.columns
        rows = max(1, self.viewport().height() // self._grid.row_height)
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -rows * columns, Qt.Key.Key_PageDown: rows * columns,
            Qt.Key.Key_Home: -len(self._places), Qt.Key.Key_End: len(self._places),
        }  # fmt: skip
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in steps and self._places:
            self._go(min(max((self._current or 0) + steps[key], 0), len(self._places) - 1), extend=extend)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        elif key == Qt.Key.Key_Space and self.current is not None:
            self._selected ^= {self.current}
            self._note_selection()
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.select(self._places)
        elif key == Qt.Key.Key_Escape and self._selected:
            self.select(())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Show where the keys start from."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """Take the mark of the current image away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Places and cells

    @property
    def _grid(self) -> Grid:
        return Grid(len(self._places), self.viewport().width(), self._side)

    def _cell(self, number: int) -> QRect:
        x, y, width, height = self._grid.cell(number)
        return QRect(x, y - self.verticalScrollBar().value(), width, height)

    def _at(self, point: QPoint) -> int | None:
        return self._grid.at(point.x(), point.y() + self.verticalScrollBar().value())

    def _number_of(self, place: int | None) -> int | None:
        """Return the number of the cell that shows a place: by halving where they rise, else by looking."""
        if place is None:
            return None
        if isinstance(self._places, range):
            return place if place < len(self._places) else None
        number = bisect_left(self._places, place)
        if number < len(self._places) and self._places[number] == place:
            return number
        try:
            return self._places.index(place)
        except ValueError:
            return None

    def _go(self, number: int, *, extend: bool = False) -> None:
        """Make a cell the current one and select it, or all from the anchor to it."""
        self._current = number
        if extend:
            first, last = sorted((self._anchor, number))
            self._selected = set(self._places[first : last + 1])
        else:
            self._anchor = number
            self._selected = {self._places[number]}
        self._bring_to_sight(number)
        self._note_selection()

    def _note_selection(self) -> None:
        self.viewport().update()
        self.chosen.emit()

    def _lay_out(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._grid.row_height // 3)
        bar.setRange(0, max(0, self._grid.height - self.viewport().height()))
        self.viewport().update()
        self._tell_seen()

    def _bring_to_sight(self, number: int) -> None:
        _x, top, _width, height = self._grid.cell(number)
        bar = self.verticalScrollBar()
        if top - GAP < bar.value():
            bar.setValue(top - GAP)
        elif top + height + GAP > bar.value() + self.viewport().height():
            bar.setValue(top + height + GAP - self.viewport().height())

    def _tell_seen(self) -> None:
        """Say what is in sight, and after it what may be soon."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._grid.between(top, top + height)
        near = self._grid.between(round(top - _AHEAD * height), round(top + (1 + _AHEAD) * height))
        after = [*range(seen.stop, near.stop), *range(seen.start - 1, near.start - 1, -1)]
        self.viewport().update()
        self.seen.emit([self._places[number] for number in (*seen, *after)])
