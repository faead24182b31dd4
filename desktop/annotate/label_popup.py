"""A small line at a shape that asks for its label."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from core.errors import InvalidValueError
from core.voc.annotation import checked_text
from desktop import theme

WIDTH = 220


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
        self.line.textEdited.connect(lambda _text: self.problem.hide())
        self.problem = theme.note(parent=self)
        self.problem.setProperty("role", "problem")
        self.problem.hide()
        self._answer: Callable[[str], None] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        layout.addWidget(self.line)
        layout.addWidget(self.problem)
        self.setFixedWidth(WIDTH)
        self.hide()

    def ask(self, beside: QRect, known: Sequence[str], first: str, answer: Callable[[str], None]) -> None:
        """Open beside a rectangle of the canvas; ``answer`` is called with a label that can be written."""
        completer = QCompleter(list(known), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self._answer = answer
        self.line.setText(first)
        self.line.selectAll()
        self.problem.hide()
        self.adjustSize()
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
        """Take Enter and Esc for this line alone."""
        closing = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if not isinstance(event, QKeyEvent) or event.key() not in closing:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.cancel() if event.key() == Qt.Key.Key_Escape else self._accept()
        return True

    def _accept(self) -> None:
        try:
            label = checked_text(self.line.text().strip(), "label")
        except InvalidValueError as error:
            self.problem.setText(str(error))
            self.problem.show()
            self.adjustSize()
            return
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
