"""A small line at a shape that asks for its label."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from core.errors import InvalidValueError
from core.voc.annotation import checked_text
from desktop import theme
from desktop.error_words import words_of

WIDTH = 220
MOST_ROWS = 6


class LabelPopup(QFrame):
    """Asks for a label over the canvas. ``closed`` follows in any case; the answer goes to whoever asked."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("label_popup")
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.line = QLineEdit(placeholderText=self.tr("Label, then Enter"))
        self.line.setObjectName("label_line")
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._complete)
        self._known: Sequence[str] = ()
        self._matches = QStringListModel(self)
        self.matches = QListView(frameShape=QListView.Shape.NoFrame, focusPolicy=Qt.FocusPolicy.NoFocus)
        self.matches.setObjectName("label_matches")
        self.matches.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setModel(self._matches)
        self.matches.clicked.connect(lambda index: self._close_with(index.data()))
        self.problem = theme.note(parent=self)
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        self._answer: Callable[[str], None] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        layout.addWidget(self.matches)
        self.setFixedWidth(WIDTH)
        self.hide()

    def ask(self, beside: QRect, known: Sequence[str], first: str, answer: Callable[[str], None]) -> None:
        """Open beside a rectangle of the canvas; ``answer`` is called with a label that can be written."""
        self._known = known
        self._answer = answer
        self.line.setText(first)
        self.line.selectAll()
        self._complete("")
        self.move(self._place(beside))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def cancel(self) -> None:
        """Close without an answer."""
        if self._answer is not None:
            self._answer = None
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Esc, Tab and the arrows up and down, and every key that is a shortcut elsewhere."""
        calls = {
            Qt.Key.Key_Return: self._accept,
            Qt.Key.Key_Enter: self._accept,
            Qt.Key.Key_Escape: self.cancel,
            Qt.Key.Key_Down: lambda: self._walk(1),
            Qt.Key.Key_Up: lambda: self._walk(-1),
            Qt.Key.Key_Tab: lambda: self._walk(1),
            Qt.Key.Key_Backtab: lambda: self._walk(-1),
        }
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if not isinstance(event, QKeyEvent) or event.key() not in calls:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            calls[Qt.Key(event.key())]()
        return True

    def _complete(self, text: str) -> None:
        """Show the known labels that hold what was typed."""
        matches = [label for label in self._known if text.strip().casefold() in label.casefold()]
        self._matches.setStringList(matches)
        row = max(self.matches.sizeHintForRow(0), 1) if matches else 0
        self.matches.setFixedHeight(row * min(len(matches), MOST_ROWS) + 2 * theme.SPACE)
        self.matches.setVisible(bool(matches))
        self.problem.hide()
        self.adjustSize()

    def _walk(self, step: int) -> None:
        """Take the next or previous known label into the line."""
        count = self._matches.rowCount()
        if count:
            here = self.matches.currentIndex().row()
            row = (here + step) % count if here >= 0 else (0 if step > 0 else count - 1)
            self.matches.setCurrentIndex(self._matches.index(row))
            self.line.setText(self._matches.index(row).data())

    def _accept(self) -> None:
        try:
            label = checked_text(self.line.text().strip(), "label")
        except InvalidValueError as error:
            self.problem.setText(words_of(error))
            self.problem.show()
            self.adjustSize()
        else:
            self._close_with(label)

    def _close_with(self, label: str) -> None:
        answer, self._answer = self._answer, None
        self.hide()
        self.closed.emit()
        if answer is not None:
            answer(label)

    def _place(self, beside: QRect) -> QPoint:
        """Return a corner below the rectangle, or above it, or wherever the whole popup is in sight."""
        room = self.parentWidget().rect().adjusted(4, 4, -4, -4)
        y = beside.bottom() + 6
        if y + self.height() > room.bottom():
            y = beside.top() - self.height() - 6
        x = min(max(beside.left(), room.left()), room.right() - self.width())
        return QPoint(x, min(max(y, room.top()), room.bottom() - self.height()))
