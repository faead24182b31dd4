"""Dialogs on small screens: no larger than there is room for, and scrolled where they want more."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

FRAME = QSize(16, 48)
"""What the frame and the title of a window take of the screen, in device-independent pixels; no system takes more."""


def room_for(widget: QWidget) -> QSize:
    """Return how large a widget can be: the screen without its bars and a frame, or the window that it belongs to."""
    owner = widget.parentWidget()
    within = owner.window().size() if owner is not None else QSize()  # a screen may be only made up, as in tests
    return (widget.screen().availableGeometry().size() - FRAME).expandedTo(within)


def resize_to_fit(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog the size that it likes best, or what of it there is room for."""
    dialog.resize(QSize(width, height).boundedTo(room_for(dialog)))


class Scrolled(QScrollArea):
    """Content that is scrolled where it is too high for its place, and else looks as if nothing were round it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As wide as the content needs, for it is not scrolled sideways, and a few lines high."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, 5 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """As the content has it."""
        return self.widget().sizeHint()
