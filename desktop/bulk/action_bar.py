"""What can be done with the rows that are selected, or with all that are shown: buttons that say how many."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desktop import theme
from desktop.actions import ActionBook
from desktop.bulk.shown import Reach
from desktop.numbers import number
from desktop.review.fitting import BarButton, FittingLabel


class ActionBar(QFrame):
    """Buttons with counts; each does what the action of its name does, and may be pressed where that may."""

    asked = Signal(str)  # the name of an action

    def __init__(self, book: ActionBook) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.words = FittingLabel()
        self.words.setObjectName("bulk_words")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._book = book
        self._buttons = {
            name: BarButton(f"{name}_button", "", icon, book[name].toolTip())
            for name, icon in (
                ("bulk_accept", "accept-all"), ("bulk_relabel", "label-list"), ("bulk_reject", "reject"),
                ("bulk_tag", "tag"), ("bulk_set_aside", "set-aside"),
            )
        }  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE, theme.SPACE // 2 + 2, theme.SPACE, theme.SPACE // 2 + 2)
        row.setSpacing(theme.SPACE - 2)
        row.addWidget(self.words, 1)
        for name, button in self._buttons.items():
            row.addWidget(button)
            button.clicked.connect(book[name].trigger)
        self._buttons["bulk_accept"].setProperty("role", "primary")
        theme.dress(self._buttons["bulk_accept"], "accept-all", on_accent=True)
        self._reach = Reach()
        self.show_reach(Reach())

    def show_reach(self, reach: Reach, *, selected: bool = False, busy: bool = False) -> None:
        """Say how many each act would concern."""
        self._reach = reach
        if not reach.rows:
            self.words.setText(self.tr("Nothing is shown."))
        elif selected:
            self.words.setText(self.tr("%n selected", "", reach.rows))
        else:
            self.words.setText(self.tr("Nothing selected: the buttons mean all that is shown"))
        self.words.setToolTip(self.words.text())
        counts = {
            "bulk_accept": reach.acceptable, "bulk_relabel": reach.acceptable, "bulk_reject": reach.rejectable,
            "bulk_tag": reach.images, "bulk_set_aside": reach.images,
        }  # fmt: skip
        for name, count in counts.items():
            self._book[name].setEnabled(count > 0 and not busy)
            self._buttons[name].setEnabled(count > 0 and not busy)
        self._name(short=self._is_short())

    def minimumSizeHint(self) -> QSize:
        """Return the room for the short texts."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the texts that there is room for."""
        super().resizeEvent(event)
        self._name(short=self._is_short())

    def _is_short(self) -> bool:
        least = self.fontMetrics().horizontalAdvance(self.words.text().split(":")[0])  # what the words shrink to
        return self.width() > 0 and self._widths() + least + 2 * theme.SPACE > self.width()

    def _widths(self) -> int:
        metrics, texts = self.fontMetrics(), self._texts(short=False)
        return sum(metrics.horizontalAdvance(text) + 46 for text in texts.values())

    def _name(self, *, short: bool) -> None:
        for name, text in self._texts(short=short).items():
            button = self._buttons[name]
            button.setText(text)
            button.setAccessibleName(self._book[name].text())
            button.setToolTip(self._book[name].toolTip())

    def _texts(self, *, short: bool) -> dict[str, str]:
        reach = self._reach
        accept, reject, images = number(reach.acceptable), number(reach.rejectable), number(reach.images)
        if short:
            return {"bulk_accept": accept, "bulk_relabel": "", "bulk_reject": reject, "bulk_tag": "",
                    "bulk_set_aside": images}  # fmt: skip
        return {
            "bulk_accept": self.tr("Accept {count}").format(count=accept),
            "bulk_relabel": self.tr("Relabel…"),
            "bulk_reject": self.tr("Reject {count}").format(count=reject),
            "bulk_tag": self.tr("Tag…"),
            "bulk_set_aside": self.tr("Set aside {count}").format(count=self.tr("%n image(s)", "", reach.images)),
        }
