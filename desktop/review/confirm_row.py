"""The question before all images are changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop import theme
from desktop.review.fitting import BarButton


class ConfirmRow(QWidget):
    """Asks, and waits for a word."""

    confirmed = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel()
        self._question.setObjectName("confirm_question")
        self._question.setWordWrap(True)
        self._confirm = BarButton(
            "confirm_button", self.tr("Accept all"), "accept-all", self.tr("Accept them; Undo is offered after")
        )
        self._confirm.setProperty("role", "primary")
        theme.dress(self._confirm, "accept-all", on_accent=True)
        self._confirm.clicked.connect(self.confirmed)
        keep = BarButton("keep_button", self.tr("Cancel"), "close", self.tr("Change nothing"))
        keep.clicked.connect(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE - 2)
        row.addWidget(self._question, 1)
        row.addWidget(keep)
        row.addWidget(self._confirm)

    def ask(self, question: str) -> None:
        """Ask, the answer yes being one key away."""
        self._question.setText(question)
        self.show()
        self._confirm.setFocus()
