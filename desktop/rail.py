"""The narrow column at the left that switches between the pages."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop import theme

_BADGE, _WIDTH, _HEIGHT = "badge", "width_with_words", "height_with_words"
_MOST = 100


class Rail(QFrame):
    """Buttons of the pages from the top, of everything else from the bottom; where it is low, without their words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, theme.SPACE, 6, theme.SPACE)
        self._column.setSpacing(theme.SPACE // 2)
        self._column.addStretch(1)

    def add_page(self, action: QAction, text: str, place: int) -> None:
        """Put a page's button at ``place`` among those of the pages, 0 at the top."""
        self._column.insertWidget(place, _button(action, text))
        for before, after in pairwise(self._tools()):
            QWidget.setTabOrder(before, after)  # else as they were made

    def add_below(self, action: QAction, text: str) -> None:
        """Put a button at the foot of the column."""
        self._column.addWidget(_button(action, text))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its buttons are, and as low as a window may be."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words up where there is no room for them below the icons."""
        super().resizeEvent(event)
        tools = self._tools()
        for button in tools:
            if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon:
                button.setProperty(_HEIGHT, button.sizeHint().height())
        margins = self._column.contentsMargins()
        needed = sum(button.property(_HEIGHT) for button in tools) + len(tools) * self._column.spacing()
        low = needed + margins.top() + margins.bottom() > self.height()
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if low else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for button in tools:
            button.setToolButtonStyle(style)
            button.setMinimumWidth(0 if low else button.property(_WIDTH))

    def _tools(self) -> list[QToolButton]:
        """Return the buttons from the top."""
        widgets = [self._column.itemAt(place).widget() for place in range(self._column.count())]
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def set_badge(self, name: str, count: int) -> None:
        """Show a number in the words of the page's button of that name; 0 takes it away."""
        button = self.findChild(QToolButton, f"{name}_page_button")
        if button is not None:
            button.setProperty(_BADGE, count)
            button.defaultAction().changed.emit()


def _button(action: QAction, text: str) -> QToolButton:
    """Return a button for an action: icon above text."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setObjectName(f"{action.objectName().removesuffix('_action')}_page_button")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(QSize(24, 24))
    button.setProperty(_WIDTH, max(64, button.fontMetrics().horizontalAdvance(text) + theme.SPACE))
    button.setMinimumWidth(button.property(_WIDTH))
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    # An action that changes its text (a badge, another language) must not bring its menu's words here.
    action.changed.connect(lambda: button.setText(_with_badge(text, button.property(_BADGE))))
    action.changed.emit()
    return button


def _with_badge(text: str, count: int | None) -> str:
    if not count:
        return text
    return f"{text} {count if count < _MOST else f'{_MOST - 1}+'}"
