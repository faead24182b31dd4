"""Lines of text that show one value, or that the selected objects differ in it, and say when a person changed it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class Field(QLineEdit):
    """A line for one value. ``entered`` carries what was typed, once it is whole: by Enter or by leaving the line.

    Esc puts back what stood there; after Enter and Esc, ``left`` asks that somebody else take the keyboard.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget, placeholder: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._placeholder = placeholder
        self._shown = ""
        self._names = QStringListModel(self)
        self.setPlaceholderText(placeholder)
        self.editingFinished.connect(self._enter)

    def show_values(self, values: Iterable[str]) -> None:
        """Show the value, or 'mixed' for several; a line that is being typed in is left alone."""
        different = set(values)
        self._shown = different.pop() if len(different) == 1 else ""
        mixed = bool(different)
        self.setPlaceholderText(QCoreApplication.translate("Field", "mixed") if mixed else self._placeholder)
        typing = self.hasFocus() and self.isModified()
        if not typing and self.text() != self._shown:  # a line that says so already need not be drawn anew
            with QSignalBlocker(self):
                self.setText(self._shown)
                self.setCursorPosition(0)  # of a long value, its beginning is seen

    def complete_from(self, names: Iterable[str]) -> None:
        """Offer these values while a person types, all of them at the arrow down."""
        if self.completer() is None:
            completer = QCompleter(self._names, self, caseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)
        wanted = list(names)
        if wanted != self._names.stringList():
            self._names.setStringList(wanted)

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts away while something is typed: they might change what it is meant for."""
        if event.type() == QEvent.Type.ShortcutOverride and self.isModified():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave after Enter and Esc; at the arrow down show all that could be completed."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.left.emit()
        elif key == Qt.Key.Key_Down and self.completer() is not None and not self.completer().popup().isVisible():
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        else:
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()

    def _enter(self) -> None:
        if self.isModified() and self.text() != self._shown:
            self.setModified(False)
            self.entered.emit(self.text())
        self.setModified(False)


class NumberField(Field):
    """A line for a number of pixels, to a hundredth; ``number_entered`` carries what was typed, if it is a number."""

    number_entered = Signal(float)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.entered.connect(self._read)

    def show_numbers(self, numbers: Iterable[float]) -> None:
        """Show the number, or 'mixed' for several."""
        self.show_values(f"{number:.2f}".rstrip("0").rstrip(".") for number in numbers)

    def _read(self, text: str) -> None:
        number, is_number = self.locale().toDouble(text.strip().replace(",", "."))
        if not is_number:
            is_number = _is_plain_number(text)
            number = float(text) if is_number else 0.0
        if is_number:
            self.number_entered.emit(number)
        else:
            self.setText(self._shown)


def _is_plain_number(text: str) -> bool:
    return text.strip().removeprefix("-").replace(".", "", 1).isdecimal()
