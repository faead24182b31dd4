"""The narrow column at the left that switches between the pages."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop import theme

_BADGE, _DENSE, _WORDS = "badge", "dense", "words"
_MOST = 100
_WIDE = 1000
"""A window that is narrower has no room beside its page for words that a low rail could do without."""


@dataclass(frozen=True)
class _Look:
    """How the buttons look: with or without their words, with much or little room round them."""

    words: bool
    dense: bool
    icon: int
    spacing: int
    least_width: int


_LOOKS = (
    _Look(words=True, dense=False, icon=24, spacing=theme.SPACE // 2, least_width=64),
    _Look(words=True, dense=True, icon=20, spacing=2, least_width=56),
    _Look(words=False, dense=False, icon=24, spacing=theme.SPACE // 2, least_width=0),
)
"""The roomiest first; the last one is for windows that are too low for any words."""


class Rail(QFrame):
    """Buttons of the pages from the top, of everything else from the bottom.

    Where it is low they stand closer, and where it is lower still without their words, which the tooltips begin with.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._needed: dict[_Look, int] = {}  # the height that each look takes, as far as it was tried
        self._look: _Look | None = None

    def add_page(self, action: QAction, text: str, place: int) -> None:
        """Put a page's button at ``place`` among those of the pages, 0 at the top."""
        self._column.insertWidget(place, _button(action, text))
        self._measure_anew()
        for before, after in pairwise(self._tools()):
            QWidget.setTabOrder(before, after)  # else as they were made

    def add_below(self, action: QAction, text: str) -> None:
        """Put a button at the foot of the column."""
        self._column.addWidget(_button(action, text))
        self._measure_anew()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its buttons are, and as low as a window may be."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the roomiest look that there is room for."""
        super().resizeEvent(event)
        self._choose_look()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew where the letters are others."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._needed.clear()

    def _measure_anew(self) -> None:
        self._needed.clear()
        self._look = None
        self._choose_look()

    def _choose_look(self) -> None:
        for look in _LOOKS:
            if look not in self._needed:
                self._needed[look] = self._height_of(look)
            roomy_enough = not look.dense or self.window().width() >= _WIDE  # else the page needs the width more
            if self._needed[look] <= self.height() and roomy_enough:
                break
        self._take(look)

    def _height_of(self, look: _Look) -> int:
        """Return the height that the buttons take with that look, which they have afterwards."""
        self._take(look)
        tools, margins = self._tools(), self._column.contentsMargins()
        own = sum(button.sizeHint().height() for button in tools)
        return own + len(tools) * look.spacing + margins.top() + margins.bottom()

    def _take(self, look: _Look) -> None:
        """Give all buttons that look, if they have another."""
        if look == self._look:
            return
        self._look = look
        self._column.setSpacing(look.spacing)
        side = 3 if look.dense else 6
        self._column.setContentsMargins(side, theme.SPACE, side, theme.SPACE)
        under, alone = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._tools():
            button.setToolButtonStyle(under if look.words else alone)
            button.setIconSize(QSize(look.icon, look.icon))
            button.setProperty(_DENSE, look.dense)
            button.style().unpolish(button)  # for what the style sheet says of the dense ones
            button.style().polish(button)
            words = button.fontMetrics().horizontalAdvance(button.property(_WORDS)) + theme.SPACE
            button.setMinimumWidth(max(look.least_width, words) if look.words else 0)

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
    button.setProperty(_WORDS, text)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    # An action that changes its text (a badge, another language) must not bring its menu's words here.
    action.changed.connect(lambda: button.setText(_with_badge(text, button.property(_BADGE))))
    action.changed.emit()
    return button


def _with_badge(text: str, count: int | None) -> str:
    if not count:
        return text
    return f"{text} {count if count < _MOST else f'{_MOST - 1}+'}"
