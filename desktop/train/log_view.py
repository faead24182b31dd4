"""The whole log of a run: what it said, and what its process printed; searched, and followed to its end."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme

LINES = 200_000
"""More than a person reads; the file holds it all."""
_MARKS = 2000
"""So many places are marked at most; they are counted all the same."""


class LogView(QWidget):
    """Text that grows at its end, with a line to search it.

    It stays at the end while ``follow`` is checked, which scrolling up unchecks and scrolling to the end checks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setObjectName("run_log")
        self.text.setReadOnly(True)
        self.text.setMaximumBlockCount(LINES)
        self.text.setUndoRedoEnabled(False)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(self.tr("What the run says appears here."))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._places: list[int] = []
        self._searched = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._bar())
        column.addWidget(self.text, 1)
        bar = self.text.verticalScrollBar()
        bar.valueChanged.connect(lambda value: self.follow.setChecked(value >= bar.maximum()))
        theme.notifier().changed.connect(self._mark)

    def _bar(self) -> QHBoxLayout:
        """Build the line above the text."""
        self.search = _SearchLine()
        self.search.setObjectName("log_search")
        self.search.setPlaceholderText(self.tr("Search the log"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search_anew)
        self.search.next_asked.connect(lambda: self._go(1))
        self.search.previous_asked.connect(lambda: self._go(-1))
        self.count = QLabel()
        self.count.setObjectName("log_count")
        self.count.setProperty("role", "note")
        self.follow = QCheckBox(self.tr("Follow"))
        self.follow.setObjectName("log_follow")
        self.follow.setToolTip(self.tr("Stay at the end while the run goes on"))
        self.follow.setChecked(True)
        self.follow.clicked.connect(self._to_end)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        for icon, tip, step in (
            ("previous", self.tr("The place before (Shift+Enter)"), -1),
            ("next", self.tr("The next place (Enter)"), 1),
        ):
            button = QToolButton()
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            theme.dress(button, icon)
            button.clicked.connect(lambda _checked=False, step=step: self._go(step))
            row.addWidget(button)
        row.addWidget(self.follow)
        return row

    def clear(self) -> None:
        """Forget the run that was shown."""
        self.text.clear()
        self.follow.setChecked(True)
        self._search_anew()

    def append(self, text: str) -> None:
        """Add lines at the end, and stay there where it follows."""
        follows = self.follow.isChecked()
        bar = self.text.verticalScrollBar()
        place = bar.value()
        self.text.appendPlainText(text)
        bar.setValue(bar.maximum() if follows else place)
        if self.search.text():
            self._search_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that find something go to the line."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus()
            self.search.selectAll()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _to_end(self) -> None:
        if self.follow.isChecked():
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.maximum())

    @Slot()
    def _search_anew(self) -> None:
        """Find the words from the beginning."""
        self._places, self._searched = [], 0
        self._search_on()

    def _search_on(self) -> None:
        """Find the words in what was added; lines that were dropped above shift all places, and all is searched."""
        words, document = self.search.text(), self.text.document()
        if document.blockCount() >= LINES:
            self._places, self._searched = [], 0
        if words:
            whole, length = document.toPlainText().casefold(), len(words)
            sought, at = words.casefold(), max(0, self._searched - length)
            while (at := whole.find(sought, at)) >= 0:
                if not self._places or at > self._places[-1]:
                    self._places.append(at)
                at += length
            self._searched = len(whole)
        self._mark()

    def _go(self, step: int) -> None:
        """Go to the next place, or to the one before, round the end."""
        if not self._places:
            return
        cursor = self.text.textCursor()
        here = cursor.selectionStart()
        if step > 0:
            later = [place for place in self._places if place > here or (place == here and not cursor.hasSelection())]
            target = later[0] if later else self._places[0]
        else:
            earlier = [place for place in self._places if place < here]
            target = earlier[-1] if earlier else self._places[-1]
        cursor.setPosition(target)
        cursor.setPosition(target + len(self.search.text()), QTextCursor.MoveMode.KeepAnchor)
        self.follow.setChecked(False)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        """Colour the places, and say how many there are and which is the one gone to."""
        looks = QTextCharFormat()
        looks.setBackground(QColor(theme.colors().selection))
        marks = []
        for place in self._places[:_MARKS]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.text.document())
            mark.cursor.setPosition(place)
            mark.cursor.setPosition(place + len(self.search.text()), QTextCursor.MoveMode.KeepAnchor)
            mark.format = looks
            marks.append(mark)
        self.text.setExtraSelections(marks)
        self.count.setText(self._count_words())

    def _count_words(self) -> str:
        """Return such as '3 of 12'."""
        if not self.search.text():
            return ""
        here = self.text.textCursor().selectionStart()
        if self.text.textCursor().hasSelection() and here in self._places:
            return self.tr("{place} of {count}").format(place=self._places.index(here) + 1, count=len(self._places))
        return self.tr("%n place(s)", "", len(self._places))


class _SearchLine(QLineEdit):
    """A line in which Enter goes on and Shift+Enter goes back."""

    next_asked = Signal()
    previous_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Shift+Enter, and Esc to clear."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_asked if back else self.next_asked).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
