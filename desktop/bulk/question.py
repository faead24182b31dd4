"""The question before many suggestions are judged of which none was selected."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop import theme
from desktop.review.confirm_row import ConfirmRow


class BulkQuestion(QFrame):
    """Stands below what can be done; Enter does what was asked for, Escape leaves it, and nothing waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._row = ConfirmRow("bulk_confirm")
        self._act: Callable[[], None] | None = None
        self._row.confirmed.connect(self._confirm)
        self._row.refused.connect(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE] * 4)
        column.addWidget(self._row)
        self.hide()

    def ask(self, question: str, yes: str, act: Callable[[], None]) -> None:
        """Ask whether to ``act``; ``yes`` is what the button says."""
        self.drop()
        self._act = act
        self.show()
        self._row.ask(question, yes)

    def drop(self) -> None:
        """Ask no longer."""
        if self._act is not None:
            self._act = None
            self._row.drop()
            self.hide()

    def _confirm(self) -> None:
        act = self._act
        self.drop()
        if act is not None:
            act()
