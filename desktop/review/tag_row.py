"""The tags that a model suggests for the whole image, as chips to accept or reject."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from core.inference.suggestion import Suggestion
from desktop import theme
from desktop.numbers import number
from desktop.review.suggestions import Suggestions
from desktop.review.verdicts import Verdicts


class TagRow(QWidget):
    """There only while tags are suggested. A click on a chip accepts, one on its cross rejects."""

    def __init__(self, suggestions: Suggestions, verdicts: Verdicts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggested_tags")
        self._suggestions = suggestions
        self._verdicts = verdicts
        self._shown: list[tuple[Suggestion, bool, bool]] = []
        self._chips: list[QWidget] = []
        words = QLabel(self.tr("Suggested tags"))
        words.setProperty("role", "note")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.SPACE - 2)
        self._row.addWidget(words)
        self._row.addStretch(1)
        self.hide()
        suggestions.changed.connect(self.show_tags)

    @Slot()
    def show_tags(self) -> None:
        """Show the tags that are suggested now; the current one is framed."""
        current, doubts = self._suggestions.current, self._suggestions.doubts
        shown = [(one, one is current, one.id in doubts) for one in self._suggestions.shown if one.shape is None]
        if shown == self._shown:
            return
        self._shown = shown
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.setObjectName("")  # nobody finds it any more
            chip.deleteLater()
        self._chips = [self._chip(*one) for one in shown]
        for place, chip in enumerate(self._chips, start=1):
            self._row.insertWidget(place, chip)
        self.setVisible(bool(shown))

    def _chip(self, suggestion: Suggestion, current: bool, doubts: bool) -> QFrame:
        chip = QFrame(self)
        chip.setObjectName("suggested_tag")
        chip.setProperty("role", "ghost-chip")
        chip.setProperty("current", current)
        chip.setProperty("doubts", doubts)
        doubt = self._suggestions.doubts.get(suggestion.id)
        text = f"{suggestion.label} {number(suggestion.score, 2)}"
        accept_tip = self.tr("Give the image the tag {tag}").format(tag=suggestion.label)
        if doubt is not None and doubt.tag is not None:
            text += f" ≠ {doubt.tag}"
            accept_tip = self.tr("Give the image the tag {tag} in the place of {other}").format(
                tag=suggestion.label, other=doubt.tag
            )
        accept = _button(text, "accept", "accept_tag", accept_tip)
        reject = _button("", "close", "reject_tag", self.tr("The tag {tag} is wrong").format(tag=suggestion.label))
        accept.clicked.connect(lambda: self._verdicts.accept_one(suggestion))
        reject.clicked.connect(lambda: self._verdicts.reject_one(suggestion))
        row = QHBoxLayout(chip)
        row.setContentsMargins(4, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(accept)
        row.addWidget(reject)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return chip


def _button(text: str, icon: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    if text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 200))
    theme.dress(button, icon)
    return button
