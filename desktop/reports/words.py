"""What core says of reports and drift, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale


def say(text: str, count: int | None = None) -> str:
    """Return one of core's texts in the language of the window: ``make translations`` collects them from there."""
    if count is None:
        return QCoreApplication.translate("Reports", text)
    return QCoreApplication.translate("Reports", text, None, count).replace(str(count), QLocale().toString(count), 1)
