"""A button that opens a list of names to tick, with a line to search in them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop import theme

_SEARCH_FROM = 9
"""So many names are worth a line to search in them."""


class ManyChoice(QPushButton):
    """Says which names are chosen; none means all. ``words`` puts a name into words."""

    changed = Signal()

    def __init__(self, name: str, every: str, several: Callable[[int], str], tip: str) -> None:
        super().__init__(every)
        self.setObjectName(name)
        self.setProperty("compact", True)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # half a word says nothing
        theme.dress(self, "chevron-down")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands after the words
        self._every, self._several = every, several
        self._names: dict[str, str] = {}
        self._chosen: frozenset[str] = frozenset()
        self.popup = _Popup(self)
        self.popup.ticked.connect(self.choose)
        self.clicked.connect(self._open)

    @property
    def chosen(self) -> frozenset[str]:
        """The names that are ticked; those that are no longer offered count too."""
        return self._chosen

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these names, each with the words that are shown, in their order."""
        self._names = dict(names)
        self.setEnabled(bool(names))
        self._tell()

    def choose(self, names: frozenset[str]) -> None:
        """Tick these names and no others."""
        if names != self._chosen:
            self._chosen = names
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        chosen = [self._names.get(name, name) for name in sorted(self._chosen)]
        words = self._every if not chosen else chosen[0] if len(chosen) == 1 else self._several(len(chosen))
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 150))
        self.setAccessibleName(words)

    def _open(self) -> None:
        self.popup.show_names(self._names, self._chosen)
        self.popup.adjustSize()
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.popup.show()
        self.popup.begin()


class _Popup(QFrame):
    """The list below the button; a click beside it or Escape closes it."""

    ticked = Signal(object)  # frozenset[str]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setProperty("role", "card")
        self.search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.all_button = QPushButton(self.tr("All"))
        self.all_button.setProperty("compact", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE] * 4)
        for part in (self.search, self.list, self.all_button):
            column.addWidget(part)
        self.search.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._tell)
        self.list.itemActivated.connect(self._turn)
        self.all_button.clicked.connect(self._untick)

    def show_names(self, names: Mapping[str, str], chosen: frozenset[str]) -> None:
        """List the names, those that are chosen ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        for name, words in names.items():
            entry = QListWidgetItem(words, self.list)
            entry.setData(Qt.ItemDataRole.UserRole, name)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.search.clear()
        self.search.setVisible(len(names) >= _SEARCH_FROM)
        self.list.ensurePolished()  # the theme says how high a row is, and how wide the frame
        row = self.list.sizeHintForRow(0) if names else 20
        self.list.setFixedHeight(min(len(names), 12) * row + 2 * self.list.frameWidth())
        widest = max((self.fontMetrics().horizontalAdvance(words) for words in names.values()), default=80)
        self.list.setMinimumWidth(min(max(160, widest + 64), 360))

    def begin(self) -> None:
        """Give the keyboard to the line, or to the list where there is none."""
        first: QWidget = self.search if self.search.isVisible() else self.list
        first.setFocus()
        if self.list.count():
            self.list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _entries(self) -> Sequence[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        for entry in self._entries():
            entry.setHidden(text.casefold() not in entry.text().casefold())

    def _turn(self, entry: QListWidgetItem) -> None:
        """Tick or untick by Enter or a double click."""
        on = entry.checkState() is Qt.CheckState.Checked
        entry.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _untick(self) -> None:
        self.list.blockSignals(True)
        for entry in self._entries():
            entry.setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        ticked = (entry for entry in self._entries() if entry.checkState() is Qt.CheckState.Checked)
        self.ticked.emit(frozenset(entry.data(Qt.ItemDataRole.UserRole) for entry in ticked))
