"""The advice on the run that is looked at: a card a finding, with its figures and a button for each thing to try."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.training.advice import Advice, Remedy
from desktop import theme
from desktop.train.advice_words import message_of, remedy_words, title_of


class AdvicePanel(QScrollArea):
    """Shows advice; what a person wants to try goes out as changes of the next run's spec."""

    next_run = Signal(object)  # dict of spec fields

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice_panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[Advice, ...] = ()
        self.hint = theme.note()
        self.hint.setObjectName("advice_hint")
        whole = QWidget()
        whole.setObjectName("advice_cards")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.SPACE)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self.hint)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.setWidget(whole)
        self.show_nothing()

    @property
    def shown(self) -> tuple[Advice, ...]:
        """The advice on show."""
        return self._shown

    def show_nothing(self) -> None:
        """Forget the run that was looked at."""
        self._put((), self.tr("What the curves of a run say, and what to try next, appears here while it learns."))

    def show_advice(self, advice: Sequence[Advice], epochs: int, *, failed: bool = False) -> None:
        """Show what there is to say of a run after so many epochs."""
        if failed:
            words = self.tr("This run failed: what went wrong stands above and in its log, not in its curves.")
        elif epochs == 0:
            words = self.tr("What the curves of a run say, and what to try next, appears here while it learns.")
        else:
            words = self.tr("The curves of %n epoch(s) show nothing that is wrong.", "", epochs)
        self._put(tuple(advice), words)

    def _put(self, advice: tuple[Advice, ...], otherwise: str) -> None:
        """Show the advice. Cards stay where only their figures have changed: one may be about to press a button."""
        self.hint.setText(otherwise)
        self.hint.setVisible(not advice)
        before, self._shown = self._shown, advice
        if [_layout_of(one) for one in before] == [_layout_of(one) for one in advice]:
            for card, one in zip(self.findChildren(AdviceCard), advice, strict=True):
                card.message.setText(message_of(one))
            return
        while (item := self._cards.takeAt(0)) is not None:
            item.widget().setParent(None)
        for one in advice:
            card = AdviceCard(one)
            card.next_run.connect(self.next_run)
            self._cards.addWidget(card)


def _layout_of(advice: Advice) -> tuple[object, ...]:
    """Return what of a card does not change with its figures."""
    return title_of(advice), advice.evidence, advice.remedies


class AdviceCard(QFrame):
    """One piece of advice."""

    next_run = Signal(object)

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName(f"advice_{advice.kind}")
        self.setAccessibleName(title_of(advice))
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        title = theme.heading(title_of(advice))
        title.setWordWrap(True)
        self.message = QLabel(message_of(advice))
        self.message.setObjectName("advice_message")
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE // 2)
        column.addWidget(title)
        column.addWidget(self.message)
        column.addSpacing(theme.SPACE // 2)
        for remedy in advice.remedies:
            if remedy.changes:
                column.addWidget(self._button(remedy), 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(theme.note(f"• {remedy_words(remedy)}"))
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.SPACE + theme.SPACE // 2] * 4)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        self._dress()
        theme.notifier().changed.connect(self._dress)

    def _button(self, remedy: Remedy) -> QPushButton:
        button = QPushButton(remedy_words(remedy))
        button.setObjectName(f"remedy_{remedy.kind}")
        button.setToolTip(self.tr("Fill in the form of the next run with this run's settings and this change"))
        theme.dress(button, "next")
        button.clicked.connect(lambda: self.next_run.emit(dict(remedy.changes)))
        return button

    def _dress(self) -> None:
        self._sign.setPixmap(theme.picture("advice", theme.colors().warning, 20, self.devicePixelRatioF()))
