"""What core says of reports and drift, in the language of the window."""

from PySide6.QtCore import QCoreApplication


def say(text: str) -> str:
    """Return one of core's texts in the language of the window: ``make translations`` collects them from there."""
    return QCoreApplication.translate("Reports", text)
