"""A line across the top of the window that says what happened and offers what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop import theme


class Banner(QFrame):
    """Shows one message at a time; hidden while there is none. It never takes the focus or waits for an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel()
        self.text = QLabel()
        self.text.setObjectName("banner_text")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setObjectName("banner_button")
        self.button.clicked.connect(self._act)
        self.second = QPushButton()
        self.second.setObjectName("banner_second_button")
        self.second.clicked.connect(self._act_second)
        self._close = QToolButton()
        self._close.setToolTip(self.tr("Dismiss"))
        theme.dress(self._close, "close")
        self._close.clicked.connect(self.hide)
        self._action: Callable[[], None] | None = None
        self._second_action: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._sign)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.second)
        layout.addWidget(self._close)
        self.hide()

    def show_success(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Say that something went well, with an optional next step."""
        self._show("success", theme.colors().success, text, button, action)

    def show_problem(self, text: str, button: str = "", action: Callable[[], None] | None = None) -> None:
        """Say what did not work and what to do."""
        self._show("warning", theme.colors().warning, text, button, action)

    def offer_second(self, button: str, action: Callable[[], None]) -> None:
        """Offer another way out beside the first button of the message that is shown."""
        self.second.setText(button)
        self.second.show()
        self._second_action = action

    def _show(self, sign: str, color: str, text: str, button: str, action: Callable[[], None] | None) -> None:
        """Put the message in place of the one before."""
        self._sign.setPixmap(theme.picture(sign, color, 18, self.devicePixelRatioF()))
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.second.hide()
        self._action = action
        self.show()

    @Slot()
    def _act(self) -> None:
        """Do what the button offers and put the banner away."""
        self.hide()
        if self._action is not None:
            self._action()

    @Slot()
    def _act_second(self) -> None:
        """Do what the other button offers and put the banner away."""
        self.hide()
        if self._second_action is not None:
            self._second_action()
