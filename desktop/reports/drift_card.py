"""The card that says whether new images differ from those that the model learned from, with the ones that do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.review.drift.checking import Checked
from core.review.drift.values import Level
from core.review.drift.words import headline, measure_words, sentence
from desktop import theme
from desktop.numbers import number
from desktop.reports.words import say

SHOWN = 4
"""So many examples are shown."""
PICTURE = QSize(104, 78)
_SIGN = 20


class DriftCard(QFrame):
    """Shows a check; ``check_asked`` wants a new one, ``cancel_asked`` its end, ``image_asked`` an example opened."""

    check_asked = Signal()
    cancel_asked = Signal()
    image_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drift_card")
        self.setProperty("role", "card")
        self._checked: Checked | None = None
        self._has_model = False
        self._build()
        self.show_check(None, has_model=False)
        self.set_working(False)
        theme.notifier().changed.connect(self._dress)

    def _build(self) -> None:
        self._sign, self.title, self.words = QLabel(), theme.heading(""), QLabel()
        self.title.setObjectName("drift_title")
        self.words.setObjectName("drift_words")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._figures = theme.note()
        self.check = QPushButton(self.tr("Check now"))
        self.check.setObjectName("drift_check")
        self.check.setToolTip(self.tr("Compare the newest images with those that the model in use learned from"))
        self.check.clicked.connect(self.check_asked)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("drift_cancel")
        self.cancel.clicked.connect(self.cancel_asked)
        self.bar = QProgressBar()
        self.bar.setObjectName("drift_progress")
        self.bar.setTextVisible(False)
        head = QHBoxLayout()
        for part in (self._sign, self.title):
            head.addWidget(part)
        head.addStretch(1)
        for part in (self.bar, self.cancel, self.check):
            head.addWidget(part)
        self.examples = [self._example(place) for place in range(SHOWN)]
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        for example in self.examples:
            row.addWidget(example)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE + 4, theme.SPACE, theme.SPACE + 4, theme.SPACE + 4)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addWidget(self._figures)
        column.addStretch(1)

    def _example(self, place: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"drift_example_{place}")
        button.setIconSize(PICTURE)
        button.setAutoRaise(True)
        button.clicked.connect(lambda: self.image_asked.emit(button.toolTip()))
        return button

    @Slot(bool)
    def set_working(self, working: bool) -> None:
        """Show that a check is under way, or not."""
        self.bar.setVisible(working)
        self.bar.setRange(0, 0)
        self.cancel.setVisible(working)
        self.check.setVisible(not working)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the check is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_check(self, checked: Checked | None, *, has_model: bool) -> None:
        """Show the last check, or what it would say."""
        self._checked, self._has_model = checked, has_model
        self.check.setEnabled(has_model)
        self.show_pictures(())
        if checked is None:
            self.title.setText(self.tr("Drift"))
            self.words.setText(
                self.tr("Whether the newest images differ from those that the model learned from: not checked yet.")
                if has_model
                else self.tr(
                    "As soon as there is a model, this tells whether new images differ from those that it learned from."
                )
            )
            self._figures.setText("")
        else:
            self.title.setText(headline(checked.drift, say))
            self.words.setText(sentence(checked.drift, say))
            self._figures.setText(self._figure_words(checked))
        self._dress()

    def show_pictures(self, pictures: Sequence[tuple[str, QImage]]) -> None:
        """Show examples: the images that differ most."""
        for place, button in enumerate(self.examples):
            button.setVisible(place < len(pictures))
            if place < len(pictures):
                name, image = pictures[place]
                button.setIcon(QIcon(QPixmap.fromImage(image)))
                button.setToolTip(name)
                button.setAccessibleName(name)

    def _figure_words(self, checked: Checked) -> str:
        parts = [
            f"{measure_words(shift.measure, say)} {number(shift.recent, 3)} ({number(shift.reference, 3)})"
            for shift in checked.drift.shifts
        ]
        when = self.tr("Checked on {when}").format(when=say.moment(checked.when))
        return ". ".join([when, ", ".join(parts)]) if parts else when

    def _dress(self, *_colors: object) -> None:
        colors = theme.colors()
        level = self._checked.drift.level if self._checked is not None else Level.TOO_FEW
        sign, color = {
            Level.TOO_FEW: ("info", colors.muted),
            Level.SAME: ("success", colors.success),
            Level.UNEVEN: ("info", colors.warning),
            Level.DRIFT: ("warning", colors.danger),
        }[level]
        self._sign.setPixmap(theme.picture(sign, color, _SIGN, self.devicePixelRatioF()))
