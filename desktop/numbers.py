"""Numbers as this system writes them: in one way, wherever they stand."""

from PySide6.QtCore import QLocale


def number(value: float, places: int = 0) -> str:
    """Return a number with its thousands parted and so many places behind the point."""
    return QLocale().toString(float(value), "f", places).replace("-", "−")


def counted(words: str, count: int) -> str:
    """Return words with their count, as a translation of "%n image(s)" gives them, written so."""
    return words.replace(str(count), number(count), 1)
