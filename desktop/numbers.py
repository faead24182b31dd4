"""Numbers as this system writes them: in one way, wherever they stand.

Counts in texts ("%n image(s)") are written so by their translations, in which "%n" is compiled as "%Ln".
"""

from PySide6.QtCore import QLocale


def number(value: float, places: int = 0) -> str:
    """Return a number with its thousands parted and so many places behind the point."""
    return QLocale().toString(float(value), "f", places).replace("-", "−")
