"""The line that a search is typed into: it completes keys and values, and says beneath what it does not understand."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from core.errors import SearchError
from core.voc.search import Query, parse, term
from core.voc.search_terms import KEYS, Match, Words
from desktop import theme
from desktop.error_words import words_of

_REST_MS = 150
_WORD = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))*$')  # up to the cursor, spaces within quotes included
RECENT = 12


def plain_words(query: Query) -> tuple[str, ...] | None:
    """Return the parts of file names that are all that ``query`` asks for; None where it asks for more."""
    words = []
    for found in query.terms:
        (value, *more) = found.values
        if found.negated or more or not (isinstance(value, Words) and found.key is KEYS["name"]):
            return None
        if value.match is not Match.PART:
            return None
        words.append(value.text)
    return tuple(words)


class SearchLine(QWidget):
    """A line with a sentence beneath while it holds an error.

    ``asked`` carries the query: at once where it is about file names alone, after a short rest from typing otherwise.
    ``remembered`` carries the searches made last, newest first. ``left`` says that Escape was pressed in an empty line.
    """

    asked = Signal(object)
    remembered = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = Query()
        self.recent: list[str] = []
        self._labels: tuple[str, ...] = ()
        self._tags: tuple[str, ...] = ()
        self.edit = QLineEdit(placeholderText=self.tr("Name, label:…, state:…"), clearButtonEnabled=True)
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(self.tr("Search images"))
        self._add_sign()
        self.error = theme.note("", self)
        self.error.setObjectName(f"{name}_error")
        self.error.setProperty("role", "problem")
        self.error.hide()
        self._entered = self._is_kept = False
        self.kept = theme.note(self.tr("Nothing matches so far; the list stays until Enter."), self)
        self.kept.setObjectName(f"{name}_kept")
        self.kept.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.edit)
        layout.addWidget(self.error)
        layout.addWidget(self.kept)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        self._complete_by_popup()
        self.edit.textChanged.connect(self._note)
        self.edit.returnPressed.connect(self._enter)
        self.edit.installEventFilter(self)
        self.setToolTip(self._manual())

    def set_words(self, labels: Iterable[str], tags: Iterable[str]) -> None:
        """Know the labels and tags that can be completed."""
        self._labels, self._tags = tuple(labels), tuple(tags)

    def set_recent(self, searches: Sequence[str]) -> None:
        """Know the searches made last, newest first."""
        self.recent = list(searches)

    def set_text(self, text: str) -> None:
        """Search for ``text`` at once, as if it had been typed and entered."""
        self.edit.setText(text)
        self._enter()

    def text(self) -> str:
        """Return what stands in the line."""
        return self.edit.text()

    def focus(self) -> None:
        """Put the keyboard into the line."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in an empty line offers what was searched before; Escape empties the line, then leaves it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and not self.edit.text():
                self._offer("")
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.edit.clear() if self.edit.text() else self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keeps_list(self, found: Sequence[int]) -> bool:
        """Tell, and quietly say, whether what is shown stays: nothing was ``found`` by what may be half a word.

        It may be one where more can be put at its end (``lab`` on the way to ``label:``) and Enter was not pressed.
        """
        self._is_kept = not found and not self._entered and self.edit.text() != "" and bool(self._following())
        self.kept.setVisible(self._is_kept)
        return self._is_kept

    # Asking

    def _note(self, text: str) -> None:
        """Ask at once for plain words, for others once the typing rests."""
        self._rest.stop()
        self._entered = False
        self.kept.hide()
        try:
            query = parse(text)
        except SearchError:
            self._rest.start()  # it may become right with the next letter
            return
        if plain_words(query) is None:
            self._rest.start()
        else:
            self._ask()

    def _ask(self) -> None:
        try:
            query = parse(self.edit.text())
        except SearchError as error:
            self.error.setText(words_of(error))
            self.error.show()
            return
        self.error.hide()
        if query != self.query:
            self.query = query
            self.asked.emit(query)

    def _enter(self) -> None:
        self._rest.stop()
        self._entered = True
        self.kept.hide()
        before = self.query
        self._ask()
        if self._is_kept and self.query == before and self.error.isHidden():
            self.asked.emit(self.query)  # it is meant as it stands
        text = self.edit.text().strip()
        if text and self.error.isHidden():
            self.recent = [text, *(other for other in self.recent if other != text)][:RECENT]
            self.remembered.emit(self.recent)

    # Completion

    def _complete_by_popup(self) -> None:
        self._words = QStringListModel(self)
        self.completer = QCompleter(self._words, self)
        self.completer.setWidget(self.edit)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated[QModelIndex].connect(lambda index: self._take(index.data()))
        self.edit.textEdited.connect(self._offer)

    def _offer(self, _text: str) -> None:
        """Offer what may follow at the cursor: keys, the values of a key, or what was searched before."""
        if not self.edit.text():
            words, prefix = self.recent, ""
        else:
            words, prefix = self._following(), self._word_at_cursor()
        self._words.setStringList(words)
        if words and (prefix or not self.edit.text()):
            self.completer.complete()
        else:
            self.completer.popup().hide()

    def _following(self) -> list[str]:
        """Return what the word at the cursor may become by going on."""
        prefix = self._word_at_cursor()
        words = [word for word in self._possible(prefix) if word.casefold() != prefix.casefold()]
        return [word for word in words if _bare(word).startswith(_bare(prefix))]

    def _word_at_cursor(self) -> str:
        before = self.edit.text()[: self.edit.cursorPosition()]
        found = _WORD.search(before)
        return found[0] if found is not None else ""

    def _possible(self, word: str) -> list[str]:
        """Return what the word may become."""
        minus = "-" if word.startswith("-") else ""
        name, colon, _value = word.removeprefix("-").partition(":")
        if not colon:
            return [f"{minus}{key}:" for key in KEYS] if len(word) > len(minus) else []
        values: Sequence[str] = KEYS[name].choices if name in KEYS else ()
        if name in ("label", "tag"):
            values = self._labels if name == "label" else self._tags
        return [minus + term(name, value, sign=":") for value in values]

    def _take(self, chosen: str) -> None:
        """Put what was chosen in the place of the word at the cursor."""
        word, end = self._word_at_cursor(), self.edit.cursorPosition()
        text = self.edit.text()
        rest = text[end:]
        closed = chosen if chosen.endswith(":") or rest.startswith(" ") else f"{chosen} "
        self.edit.setText(text[: end - len(word)] + closed + rest)
        self.edit.setCursorPosition(end - len(word) + len(closed))
        if chosen.endswith(":"):
            self._offer(chosen)

    # Words

    def _add_sign(self) -> None:
        sign = QAction(self.edit)
        theme.dress(sign, "search")
        self.edit.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)

    def _manual(self) -> str:
        lines = (
            ("part_0*", self.tr("file name; * and ? stand for any signs")),
            ("label:scratch", self.tr("an object of that label; label:scratch,dent any of the two")),
            ("w<12  h:10..20  area>500", self.tr("an object of that size in pixels")),
            ("state:new  tag:NG  n>5", self.tr("state, tag, number of objects of the image")),
            ("score:<0.5", self.tr("a suggestion with such a score")),
            ("has:problem  has:mask", self.tr("images that have one")),
            ("-tag:OK", self.tr("a minus: images for which it does not hold")),
        )
        rows = "".join(
            f"<tr><td><code>{example.replace('<', '&lt;').replace('  ', '<br>')}</code>&nbsp;&nbsp;</td>"
            f"<td>{meaning}</td></tr>"
            for example, meaning in lines
        )
        return f"<table>{rows}</table>"


def _bare(word: str) -> str:
    """Return what a person may type of a word: without quotes, in small letters."""
    return word.casefold().replace('"', "").replace("\\", "")
