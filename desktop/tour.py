"""The tour of a first start: the whole way from a folder to a model on one page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.actions import ActionBook, plain
from desktop.room import Scrolled, resize_to_fit

ICON = 28


@dataclass(frozen=True)
class Stop:
    """One stop of the tour: an icon, a few words, and the actions whose keys are worth knowing."""

    icon: str
    title: str
    words: str
    actions: tuple[str, ...] = ()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tour", text)


def stops(book: ActionBook) -> tuple[Stop, ...]:
    """Return the stops in their order."""
    return (
        Stop("folder-open", _tr("Open a folder"),
             _tr("Any folder of images will do. What you draw is kept as Pascal VOC files beside them; the images "
                 "themselves are never written."), ("open",)),
        Stop("box", _tr("Draw"),
             _tr("Take a tool, draw round a thing and name it. Numbers choose labels. Everything is saved as you go, "
                 "and everything can be undone."), ("box", "polygon", "brush", "undo")),
        Stop("next", _tr("Go on"),
             _tr("Mark an image as done and take the next. Search the list, or look over all images in the gallery."),
             ("next", "verified")),
        Stop("train", _tr("Train"),
             _tr("Some dozens of labelled images are enough to begin with. Training runs in the background, also "
                 "while you draw or after you close the window."), ("start_run",)),
        Stop("prelabel", _tr("Let the model label the rest"),
             _tr("Its suggestions are dashed. Enter accepts one, {reject} rejects it, Tab goes to the next. Correct, "
                 "train again, and it gets better.").format(reject=book.keys("delete")), ("prelabel",)),
        Stop("search", _tr("Find anything"),
             _tr("Every command has a name and can be found by it; every key can be changed."),
             ("palette", "shortcuts")),
    )  # fmt: skip


class TourDialog(QDialog):
    """The tour; ``sample_asked`` says that a person wants to try everything on the sample project."""

    sample_asked = Signal()

    def __init__(self, book: ActionBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("tour")
        self.setWindowTitle(self.tr("First steps"))
        title = QLabel(self.tr("From a folder of images to a model that labels them"))
        title.setProperty("role", "title")
        cards = QWidget()
        self._cards = [_card(number, stop, book) for number, stop in enumerate(stops(book), start=1)]
        self._grid = QGridLayout(cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * theme.SPACE)
        self._place_cards(1)  # what the dialog needs at least
        self._area = Scrolled(cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * theme.SPACE, 3 * theme.SPACE, 3 * theme.SPACE, 2 * theme.SPACE)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(title)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._buttons())
        resize_to_fit(self, 930, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two cards side by side where there is room for them."""
        super().resizeEvent(event)
        around = self.layout().contentsMargins()
        room = event.size().width() - around.left() - around.right() - self._area.verticalScrollBar().sizeHint().width()
        widths = [card.minimumSizeHint().width() for card in self._cards]
        self._place_cards(2 if room >= max(widths[::2]) + self._grid.spacing() + max(widths[1::2]) else 1)

    def _place_cards(self, columns: int) -> None:
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)

    def _buttons(self) -> QHBoxLayout:
        sample = QPushButton(self.tr("Try it on a sample project"))
        sample.setObjectName("tour_sample")
        sample.clicked.connect(self.accept)
        sample.clicked.connect(self.sample_asked)
        begin = QPushButton(self.tr("Begin"), default=True)
        begin.setObjectName("tour_begin")
        begin.setProperty("role", "primary")
        begin.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(theme.note(self.tr("You find this page again in the Help menu."), self), 1)
        row.addWidget(sample)
        row.addWidget(begin)
        return row


def _card(number: int, stop: Stop, book: ActionBook) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
    picture.setPixmap(theme.icon(stop.icon).pixmap(ICON, ICON))
    heading = theme.heading(f"{number}. {stop.title}", card)
    words = QLabel(stop.words, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(theme.SPACE)
    column.addWidget(heading)
    column.addWidget(words, 1)
    column.addLayout(_keys(stop.actions, book))
    row = QHBoxLayout(card)
    row.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
    row.setSpacing(2 * theme.SPACE)
    row.addWidget(picture)
    row.addLayout(column, 1)
    return card


def _keys(names: Sequence[str], book: ActionBook) -> QHBoxLayout:
    """Return the named actions with the keys that they have now."""
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE)
    for name in names:
        keys = book[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys:
            cap, label = QLabel(keys), theme.note(plain(book.spec(name).text).rstrip("…"))
            cap.setProperty("role", "key")
            label.setWordWrap(False)
            row.addWidget(cap)
            row.addWidget(label)
            row.addSpacing(theme.SPACE)
    row.addStretch(1)
    return row
