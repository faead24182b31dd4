"""The buttons of the form that try something out before a run."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from desktop import theme


class TrialButtons(QObject):
    """``preview`` of the variation, ``check`` on five images, search for a ``rate`` and for a ``batch``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preview = _button(
            "preview_button",
            self.tr("Preview…"),
            "eye",
            self.tr("See on your own images what the variation does to them"),
        )
        self.check = _button(
            "check_five_button",
            self.tr("Check on 5 images…"),
            "check",
            self.tr("Learn five images by heart: shows in a minute or two whether labels, sizes and rate are right"),
        )
        self.rate = _button(
            "find_rate_button",
            self.tr("Find rate…"),
            "curve",
            self.tr("Try learning rates from low to high, and see where the loss falls fastest"),
        )
        self.batch = _button(
            "fit_batch_button",
            self.tr("Fit batch…"),
            "memory",
            self.tr("Find the largest batch that fits the memory and is not slower"),
        )


def _button(name: str, words: str, icon: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setToolTip(tip)
    theme.dress(button, icon)
    return button
