"""A dialog that shows how far long work has come, and lets it be cancelled."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.review.prelabel import Progress
from desktop import theme


class ProgressDialog(QDialog):
    """Stands in front of the window while every image may change; closing it is cancelling.

    Work that cannot be cancelled has no button for it.
    """

    cancelled = Signal()

    def __init__(self, words: str, *, can_cancel: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_progress")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(words)
        self.setMinimumWidth(380)
        self._text = QLabel(words)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel and take back"))
        self._cancel.setObjectName("batch_cancel_button")
        self._cancel.setVisible(can_cancel)
        self._cancel.clicked.connect(self._ask_to_cancel)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        layout.addLayout(buttons)

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how many of how many steps are done."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def reject(self) -> None:
        """Escape is cancelling, not closing: the files are put back first."""
        self._ask_to_cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross is cancelling, too."""
        event.ignore()
        self._ask_to_cancel()

    @Slot()
    def _ask_to_cancel(self) -> None:
        if self._cancel.isHidden():
            return
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Taking back what was written…"))
        self.cancelled.emit()
