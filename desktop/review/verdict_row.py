"""The row with the count of suggestions and the verdicts on them."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop import theme
from desktop.review.fitting import BarButton, FittingLabel
from desktop.review.suggestions import Suggestions


class VerdictRow(QWidget):
    """Shows where the review stands; its buttons have short texts, or icons alone, where the window is narrow."""

    accept_all_asked = Signal()

    def __init__(self, suggestions: Suggestions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions = s = suggestions
        self.count_words = FittingLabel()
        self.count_words.setObjectName("suggestion_count")
        self.count_words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        accept = BarButton("accept_button", "Accept", "accept", "Make an object of the marked one (Enter)", short="")
        reject = BarButton("reject_button", "Reject", "reject", "The marked one is wrong (Delete)", short="")
        step = BarButton("next_button", "Next", "next", "Go to the next suggestion (Tab)", short="")
        shown = BarButton(
            "accept_shown_button",
            "Accept shown",
            "accept-all",
            "Make an object of each suggestion shown on this image (Shift+Enter)",
            short="Shown",
        )
        self.accept_all_button = BarButton(
            "accept_all_button",
            "Accept all…",
            "accept-all",
            "Accept what is above the threshold in every image; asks first",
            short="All…",
        )
        for button, act in (
            (accept, s.accept_current),
            (reject, s.reject_current),
            (step, s.next),
            (shown, s.accept_shown),
            (self.accept_all_button, self.accept_all_asked),
        ):
            button.clicked.connect(act)
        self._here = (accept, reject, step, shown)
        self._buttons = (*self._here, self.accept_all_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE - 2)
        layout.addWidget(self.count_words, 1)
        for button in self._buttons:
            layout.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the short texts need."""
        return QSize(self._width(short=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the texts that there is room for."""
        super().resizeEvent(event)
        short = event.size().width() < self._width(short=False)
        for button in self._buttons:
            button.set_short(short)

    @Slot()
    def show_state(self, *, may_accept_all: bool) -> None:
        """Say how many wait, and let be pressed what makes sense."""
        s = self._suggestions
        place = s.shown.index(s.current) + 1 if s.current in s.shown else 0
        here = f"{place} of {len(s.shown)} here" if s.shown else "none here"
        total = sum(s.counts.values())
        self.count_words.setText(f"{here}, {total} in {many(len(s.counts), 'image')}")
        self.count_words.setToolTip(self.count_words.text())
        for button in self._here:
            button.setEnabled(bool(s.shown))
        self.accept_all_button.setEnabled(total > 0 and may_accept_all)

    def _width(self, *, short: bool) -> int:
        """Return what the buttons take, and the count of those on this image."""
        words = self.count_words.fontMetrics().horizontalAdvance("10 of 10 here") if not short else 0
        widths = [button.width_with(short=short) for button in self._buttons]
        return words + sum(widths) + len(widths) * (theme.SPACE - 2)


def many(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
