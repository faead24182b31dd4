"""The page that says what to label next, and why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.voc.listing import Entries
from desktop import theme
from desktop.next.queue_view import QueueView
from desktop.numbers import number

if TYPE_CHECKING:
    from core.review.next_up import NextUp

_SIGN = 64


class NextPage(QWidget):
    """Shows the queue and says what is asked of it; it works nothing out itself.

    ``opened`` carries an image's name, ``refresh_asked`` that the order is wanted anew, ``prelabel_asked`` that the
    model should look at the images first.
    """

    opened = Signal(str)
    refresh_asked = Signal()
    prelabel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("next_page")
        self.list = QueueView()
        self.list.opened.connect(self.opened)
        self.basis = theme.note()
        self.basis.setObjectName("next_basis")
        self.doing = theme.note()
        self.doing.setObjectName("next_doing")
        self.progress = QProgressBar()
        self.progress.setObjectName("next_progress")
        self.progress.setTextVisible(False)  # it is too thin for words
        self._empty = self._build_empty()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(self._head())
        layout.addWidget(self.basis)
        layout.addWidget(self.doing)
        layout.addWidget(self.progress)
        layout.addWidget(self._stack, 1)
        theme.notifier().changed.connect(self._redraw)
        self.clear()

    # -- what the page is told -------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Show nothing: no dataset is open, or its order is not known yet."""
        self.list.show_queue((), None)
        self.basis.setText("")
        self._show_progress(False)
        self._show_empty(self.tr("What to label next"), self.tr("The order appears here in a moment."))
        self._enable(False)

    def show_working(self, done: int, total: int) -> None:
        """Say how many images have been looked at, of those that had to be; 0 of 0 while that is not known."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        words = self.tr("Looking at the images: {done} of {total}") if total else self.tr("Working out the order")
        self.doing.setText(words.format(done=number(done), total=number(total)))
        self._show_progress(True)

    def show_next(self, up: "NextUp", entries: Entries, model: str | None) -> None:
        """Show the order; ``model`` is the version in use, whether or not it has looked at the images."""
        self._show_progress(False)
        self.list.show_queue(up.proposed, entries)
        self.prelabel_button.setVisible(model is not None and up.model is None and bool(up.proposed))
        self._enable(bool(up.proposed))
        if not up.proposed:
            self.basis.setText("")
            self._show_empty(self.tr("Every image is labelled"), self.tr("There is nothing left to propose."))
            return
        self._stack.setCurrentWidget(self.list)
        if self.refresh_button.hasFocus():  # it took the keyboard while there was no list
            self.list.setFocus()
        self.basis.setText(self._basis(up, model))

    def stop_working(self) -> None:
        """Say that the work ended without an order; one that is shown stays."""
        self._show_progress(False)
        if not self.list.proposed:
            again = self.tr("'Order anew' tries it again.")
            self._show_empty(self.tr("The order could not be worked out"), again)

    def showEvent(self, event: object) -> None:
        """Give the list the keyboard."""
        super().showEvent(event)
        self.list.setFocus()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _basis(self, up: "NextUp", model: str | None) -> str:
        """Return what the order goes by, in a sentence or two."""
        count = self.tr("%n image(s) without labels.", "", len(up.proposed))
        if up.model is not None:
            words = self.tr("{model} decides by what it doubts and what looks rare to it, together with variety.")
        elif model is not None:
            words = self.tr("{model} has not looked at them yet: variety alone decides until they are pre-labelled.")
        else:
            words = self.tr("There is no model yet: variety alone decides, each image unlike those before.")
        lot = self.tr("One in ten is drawn by lot, so that what is measured on those holds for all.")
        return f"{count} {words.format(model=up.model or model)} {lot}"

    def _head(self) -> QHBoxLayout:
        self.label_button = self._button("label_these_button", self.tr("Label these"), "annotate",
                                         self.tr("Open the first one; the next ones follow by a key"))  # fmt: skip
        self.label_button.setProperty("role", "primary")
        theme.dress(self.label_button, "annotate", on_accent=True)
        self.label_button.clicked.connect(self._open_current)
        looked = self.tr("Let the model look at them, so that its doubts count")
        self.prelabel_button = self._button("next_prelabel_button", self.tr("Pre-label images"), "prelabel", looked)
        self.prelabel_button.clicked.connect(self.prelabel_asked)
        self.prelabel_button.hide()
        self.refresh_button = self._button("next_refresh_button", self.tr("Order anew"), "refresh",
                                           self.tr("Work the order out again from what is known now"))  # fmt: skip
        self.refresh_button.clicked.connect(self.refresh_asked)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(theme.heading(self.tr("What to label next")))
        head.addStretch(1)
        for button in (self.prelabel_button, self.refresh_button, self.label_button):
            head.addWidget(button)
        return head

    def _button(self, name: str, text: str, icon: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        theme.dress(button, icon)
        return button

    def _build_empty(self) -> QWidget:
        empty = QWidget()
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setObjectName("next_title")
        self._title.setProperty("role", "title")
        self._note = theme.note()
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(empty)
        column.setSpacing(theme.SPACE)
        column.addStretch(1)
        for part in (self._sign, self._title, self._note):
            column.addWidget(part)
        column.addStretch(2)
        return empty

    def _show_progress(self, there: bool) -> None:
        self.doing.setVisible(there)
        self.progress.setVisible(there)

    def _show_empty(self, title: str, note: str) -> None:
        self._title.setText(title)
        self._note.setText(note)
        self._redraw()
        self._stack.setCurrentWidget(self._empty)

    @Slot()
    def _redraw(self) -> None:
        self._sign.setPixmap(theme.picture("label_next", theme.colors().muted, _SIGN, self.devicePixelRatioF()))

    @Slot()
    def _open_current(self) -> None:
        """Open the image that is chosen in the list, at first the first one."""
        index = self.list.currentIndex()
        if index.isValid():
            self.opened.emit(index.data())

    def _enable(self, there: bool) -> None:
        self.label_button.setEnabled(there)
        if not there:
            self.prelabel_button.hide()
