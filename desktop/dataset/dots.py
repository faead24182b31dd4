"""A round patch of a colour as an icon: a label's or a gravity's."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

_SIDE = 24


def dot(color: str, diameter: int) -> QIcon:
    """Return an icon of 24 pixels with a disc of ``diameter`` pixels in its middle."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    disc = QRect(0, 0, diameter, diameter)
    disc.moveCenter(pixmap.rect().center())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(disc)
    painter.end()
    return QIcon(pixmap)
