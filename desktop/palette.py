"""The command palette: every action by name, from the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop import theme
from desktop.actions import ActionBook, plain
from desktop.annotate.rows import Index, RowDelegate, draw_name, draw_note, mark_place, plain_list

WIDTH, MOST_ROWS, TOP = 560, 12, 60
ACTION, PLACE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


def rank(query: str, text: str) -> int | None:
    """Return how well ``text`` answers ``query``, 0 best; None where a word of the query is not in it at all.

    A word that begins the text counts most, then one that begins a word of it, then one inside a word.
    """
    words, total = text.casefold(), 0
    for wanted in query.casefold().split():
        at = words.find(wanted)
        if at < 0:
            return None
        total += 0 if at == 0 else 1 if f" {wanted}" in words else 2
    return total


def _rank_of(query: str, name: str, explanation: str) -> int | None:
    """Return the rank of an action: what its name answers goes before what only its explanation does."""
    by_name = rank(query, name)
    if by_name is not None:
        return by_name
    by_both = rank(query, f"{name} {explanation}")
    return None if by_both is None else by_both + 100


class ActionListModel(QAbstractListModel):
    """The actions that answer what was typed, the best first."""

    def __init__(self, actions: Sequence[tuple[str, QAction]], recent: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._all = list(actions)
        self._recent = {name: place for place, name in enumerate(recent)}
        self._shown: list[tuple[str, QAction]] = []
        self.find("")

    def find(self, query: str) -> None:
        """Show the actions that answer ``query``; of equals those used last come first, those out of reach last."""
        found = []
        for place, (menu, action) in enumerate(self._all):
            how_well = _rank_of(query, plain(action.text()), f"{menu} {action.statusTip()}")
            if how_well is not None:
                used = self._recent.get(action.objectName(), len(self._recent))
                found.append((not action.isEnabled(), how_well, used, place))
        self.beginResetModel()
        self._shown = [self._all[place] for *_, place in sorted(found)]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many actions are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the action's text, its explanation, its menu or itself."""
        menu, action = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(action.text())
        if role == Qt.ItemDataRole.ToolTipRole:
            return action.statusTip()
        if role == ACTION:
            return action
        return menu if role == PLACE else None


class _ActionDelegate(RowDelegate):
    def draw_row(self, painter: QPainter, row: QRectF, index: Index) -> None:
        """Draw icon, name, menu and keys."""
        action, colors = index.data(ACTION), theme.colors()
        usable = action.isEnabled()
        if not action.icon().isNull():
            painter.setOpacity(1.0 if usable else 0.4)
            action.icon().paint(painter, mark_place(row))
            painter.setOpacity(1.0)
        rest = row.adjusted(26, 0, 0, 0)
        for keys in reversed(action.shortcuts()[:2]):
            text = keys.toString(QKeySequence.SequenceFormat.NativeText)
            rest = draw_note(painter, rest, text, colors.muted, framed=True)
        rest = draw_note(painter, rest, index.data(PLACE), colors.muted)
        draw_name(painter, rest, index.data(), muted=not usable)


class CommandPalette(QDialog):
    """A line to type into and the actions that answer; Enter does the chosen one."""

    def __init__(self, book: ActionBook, recent: list[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._recent = recent
        self.line = QLineEdit(placeholderText=self.tr("What do you want to do?"))
        self.line.setObjectName("palette_line")
        self.line.installEventFilter(self)
        self.model = ActionListModel(_offered(book), recent, self)
        self.view = plain_list("palette_list", _ActionDelegate(), self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setModel(self.model)
        self.view.clicked.connect(lambda _index: self.run_chosen())
        self.nothing = theme.note(self.tr("No command is called so. Try another word."), self)
        self.nothing.hide()
        frame = QFrame()
        frame.setProperty("role", "card")
        inner, outer = QVBoxLayout(frame), QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        inner.setContentsMargins(theme.SPACE, theme.SPACE, theme.SPACE, theme.SPACE)
        for widget in (self.line, self.nothing, self.view):
            inner.addWidget(widget)
        self.line.textChanged.connect(self._find)
        self._find("")
        self.setFixedSize(min(WIDTH, parent.width() - 40), min(MOST_ROWS * 28 + 80, parent.height() - 2 * TOP))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + TOP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows walk the list and Enter choose, while the line keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
            if event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run_chosen()
                return True
        return super().eventFilter(watched, event)

    def run_chosen(self) -> None:
        """Close, and do what the chosen row says, if it can be done."""
        index = self.view.currentIndex()
        action = index.data(ACTION) if index.isValid() else None
        if action is None or not action.isEnabled():
            return
        name = action.objectName()
        self._recent[:] = [name, *(other for other in self._recent if other != name)][:20]
        self.close()
        action.trigger()

    def _find(self, query: str) -> None:
        self.model.find(query)
        self.nothing.setVisible(self.model.rowCount() == 0)
        self.view.setCurrentIndex(self.model.index(0))

    def _step(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = min(max(self.view.currentIndex().row() + step, 0), rows - 1)
            self.view.setCurrentIndex(self.model.index(row))


def _offered(book: ActionBook) -> list[tuple[str, QAction]]:
    """Return every action of a menu that means something on the page that is shown, with the menu's title."""
    return [
        (plain(spec.menu.title), book[name])
        for name in book
        if (spec := book.spec(name)).menu is not None and name != "palette" and book[name].parent().isVisible()
    ]
