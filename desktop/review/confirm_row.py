"""The question before many images are changed."""

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop import theme
from desktop.review.fitting import BarButton


class ConfirmRow(QWidget):
    """Asks, and waits for a word; Escape takes the question back."""

    confirmed = Signal()
    refused = Signal()

    def __init__(self, name: str = "confirm", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None  # where the keyboard was
        self._question = QLabel()
        self._question.setObjectName(f"{name}_question")
        self._question.setWordWrap(True)
        self._yes = self.tr("Accept all")
        self._confirm = BarButton(f"{name}_button", self._yes, "accept-all", self.tr("Undo is offered after"))
        self._confirm.setProperty("role", "primary")
        theme.dress(self._confirm, "accept-all", on_accent=True)
        self._confirm.clicked.connect(self.confirmed)
        keep = BarButton(f"{name}_keep_button", self.tr("Cancel"), "close", self.tr("Change nothing"))
        keep.clicked.connect(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE - 2)
        row.addWidget(self._question, 1)
        row.addWidget(keep)
        row.addWidget(self._confirm)

    def ask(self, question: str, yes: str | None = None) -> None:
        """Ask, the answer ``yes`` (to accept all, if None) being one key away."""
        self._before = self.window().focusWidget()
        self._question.setText(question)
        self._confirm.set_texts(yes or self._yes, "")
        self.show()
        self._confirm.setFocus()

    def drop(self) -> None:
        """Ask no longer; the keyboard goes back to where it was."""
        before, has_keys = self._before, self.isAncestorOf(self.window().focusWidget())
        if has_keys and before is not None and shiboken6.isValid(before):
            before.setFocus()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the question back by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
        else:
            super().keyPressEvent(event)
