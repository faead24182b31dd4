"""The row with the count of suggestions and the verdicts on them."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop import theme
from desktop.actions import ActionBook, first_keys
from desktop.numbers import number
from desktop.review.actions import ReviewActions
from desktop.review.fitting import BarButton, FittingLabel
from desktop.review.prelabel_row import action_button
from desktop.review.suggestions import Suggestions
from desktop.review.verdicts import Verdicts


class VerdictRow(QWidget):
    """Shows where the review stands; its buttons lose their texts one by one where the window is narrow."""

    accept_all_asked = Signal()

    def __init__(
        self, suggestions: Suggestions, verdicts: Verdicts, actions: ReviewActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self._here_words = ""
        self.count_words = FittingLabel()
        self.count_words.setObjectName("suggestion_count")
        self.count_words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        accept = BarButton(
            "accept_button", self.tr("Accept"), "accept", self.tr("Make an object of the marked one"), short=""
        )
        reject = BarButton("reject_button", self.tr("Reject"), "reject", self.tr("The marked one is wrong"), short="")
        step = BarButton("next_button", self.tr("Next"), "next", self.tr("Go to the next suggestion"), short="")
        shown = BarButton(
            "accept_shown_button",
            self.tr("Accept shown"),
            "accept-all",
            self.tr("Make an object of each suggestion shown on this image that contradicts none of yours"),
            short=self.tr("Shown"),
        )
        self.accept_all_button = BarButton(
            "accept_all_button",
            self.tr("Accept all…"),
            "accept-all",
            self.tr("Accept what is above the threshold in every image; asks first"),
            short=self.tr("All…"),
        )
        for button, act in (
            (accept, verdicts.accept_current),
            (reject, verdicts.reject_current),
            (step, suggestions.next),
            (shown, verdicts.accept_shown),
            (self.accept_all_button, self.accept_all_asked),
        ):
            button.clicked.connect(act)
        self._here = (accept, reject, step, shown)
        self._buttons = (*self._here, self.accept_all_button)
        self._by_worth = (accept, reject, self.accept_all_button, shown, step)
        self._eye = action_button(actions["show_suggestions"], "show_suggestions_button")
        self._doubts = action_button(actions["show_disagreements"], "show_disagreements_button")
        self._onward = action_button(actions["next_suggested"], "next_suggested_button")
        self._views = (self._eye, self._doubts, self._onward)
        self._tips = {button: button.toolTip() for button in self._here}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE - 2)
        layout.addWidget(self.count_words, 1)
        for button in (self._eye, self._doubts, *self._here[:3], self._onward, *self._buttons[3:]):
            layout.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the short texts need."""
        return QSize(self._least(views=False), super().minimumSizeHint().height())

    def has_room_for_views(self, width: int) -> bool:
        """Tell whether the buttons for what is shown have a place in so many pixels."""
        return width >= self._least(views=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the texts that there is room for."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        for button in self._views:
            button.setVisible(self.has_room_for_views(width))
        left = width - self._least(views=True) - self._words()
        for button in self._by_worth:
            more = button.width_with(short=False) - button.width_with(short=True)
            button.set_short(more > left)
            left = left - more if more <= left else 0

    @Slot(object)
    def tell_keys(self, book: ActionBook) -> None:
        """Name in the tooltips the keys that give a verdict now: those that no action of the book has taken."""
        taken = {keys.toString() for name in book for keys in book[name].shortcuts()}
        accept, reject, step, shown = self._here
        for button, keys in ((accept, "Enter"), (step, "Tab"), (shown, "Shift+Enter")):
            own = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            self._tell_key(button, "" if keys.replace("Enter", "Return") in taken else own)
        self._tell_key(reject, first_keys(book["delete"]))  # it rejects where nothing is selected

    def _tell_key(self, button: BarButton, keys: str) -> None:
        button.setToolTip(f"{self._tips[button]} ({keys})" if keys else self._tips[button])

    @Slot()
    def show_state(self, *, may_accept_all: bool) -> None:
        """Say how many wait, and let be pressed what makes sense."""
        s = self._suggestions
        place = s.shown.index(s.current) + 1 if s.current in s.shown else 0
        if s.shown:
            here = self.tr("{place} of {count} here").format(place=place, count=len(s.shown))
        else:
            here = self.tr("none here") if s.visible else self.tr("hidden")
        if s.below:
            here += ", " + self.tr("%n below {percent} %", "", s.below).format(percent=round(100 * s.threshold))
        total = sum(s.counts.values())
        self._here_words = here
        self.count_words.setText(
            self.tr("{here}, {total} in {images}").format(
                here=here, total=number(total), images=self.tr("%n image(s)", "", len(s.counts))
            )
        )
        self.count_words.setToolTip(self.count_words.text())
        for button in self._here:
            button.setEnabled(bool(s.shown))
        self.accept_all_button.setEnabled(total > 0 and may_accept_all)
        self._onward.setEnabled(bool(s.counts))
        self._doubts.setText(str(len(s.doubts)) if s.doubts else "")
        self._fit(self.width())

    def _words(self) -> int:
        """Return the room for what is said of this image; the same for all images but those that say more."""
        usual = self.tr("{place} of {count} here").format(place=10, count=10)
        metrics = self.count_words.fontMetrics()
        return max(metrics.horizontalAdvance(words) for words in (usual, self._here_words))

    def _least(self, *, views: bool) -> int:
        """Return what the buttons take with their short texts."""
        widths = [button.width_with(short=True) for button in self._buttons]
        widths += [button.sizeHint().width() for button in self._views] if views else []
        return sum(widths) + len(widths) * (theme.SPACE - 2)
