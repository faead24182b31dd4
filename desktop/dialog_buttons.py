"""The two buttons at the foot of a dialog."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def do_or_cancel(dialog: QDialog, do: QPushButton) -> QDialogButtonBox:
    """Return what does it, which Enter presses, and what cancels the dialog."""
    do.setProperty("role", "primary")
    do.setDefault(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
