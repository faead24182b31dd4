"""Every action with its keys, searchable, each of them changeable."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.actions import ActionBook, Menu, plain
from desktop.keys.key_map import KeyMap, defaults_of, presets
from desktop.room import resize_to_fit

NAME = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """Shows a key map and lets it be changed; every change goes out at once as ``changed``, a KeyMap."""

    changed = Signal(object)

    def __init__(self, book: ActionBook, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        resize_to_fit(self, 580, 600)
        self._book = book
        self._key_map = key_map
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.search = QLineEdit(placeholderText=self.tr("Search an action or a key"), clearButtonEnabled=True)
        self.search.textChanged.connect(self._filter)
        self.preset = QComboBox()
        self.preset.setObjectName("key_preset")
        for known in presets():
            self.preset.addItem(known.title, known.name)
        self.preset.setCurrentIndex(max(self.preset.findData(key_map.preset), 0))
        self.preset.activated.connect(self._take_preset)
        self.tree = self._make_tree()
        self.edit = QKeySequenceEdit()
        self.edit.setObjectName("key_edit")
        self.edit.setMaximumSequenceLength(1)
        self.edit.keySequenceChanged.connect(self._show_owner)
        self.set_button = self._button(self.tr("Set"), "set_keys", self._set)
        self.add_button = self._button(self.tr("Add"), "add_keys", self._add)
        self.clear_button = self._button(self.tr("No keys"), "clear_keys", self._clear)
        self.reset_button = self._button(self.tr("Reset"), "reset_keys", self._reset)
        self.owner = theme.note(parent=self)
        self._lay_out()
        self._fill()
        self._show_row()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        tree.setRootIsDecorated(False)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.currentItemChanged.connect(lambda _now, _before: self._show_row())
        return tree

    def _button(self, text: str, name: str, call: object) -> QPushButton:
        button = QPushButton(text, autoDefault=False)
        button.setObjectName(name)
        button.clicked.connect(call)
        return button

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(QLabel(self.tr("Keys as in")))
        top.addWidget(self.preset)
        below.addWidget(self.edit, 1)
        for button in (self.set_button, self.add_button, self.clear_button, self.reset_button):
            below.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        everything = buttons.addButton(self.tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole)
        everything.clicked.connect(lambda: self._take(KeyMap(self._key_map.preset)))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.owner)
        layout.addLayout(below)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        """Show the actions below the titles of their menus; those without a menu at the end."""
        groups: dict[str, QTreeWidgetItem] = {}
        order = {which: place for place, which in enumerate(Menu)}
        names = sorted(self._book, key=lambda name: order.get(self._book.spec(name).menu, len(order)))
        for name in names:
            menu = self._book.spec(name).menu
            title = plain(menu.title) if menu is not None else self.tr("Keys without a menu")
            if title not in groups:
                group = groups[title] = QTreeWidgetItem(self.tree, [title])
                font = group.font(0)
                font.setBold(True)
                group.setFont(0, font)
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            row = self._rows[name] = QTreeWidgetItem(groups[title], [plain(self._book.spec(name).text)])
            row.setData(0, NAME, name)
            row.setToolTip(0, self._book[name].statusTip())
        self._show_keys()
        self.tree.expandAll()

    def _show_keys(self) -> None:
        for name, keys in self._keys().items():
            row = self._rows[name]
            row.setText(1, ", ".join(_native(key) for key in keys))
            font = row.font(1)
            font.setBold(name in self._key_map.own)
            row.setFont(1, font)

    def _keys(self) -> dict[str, tuple[str, ...]]:
        return self._key_map.resolve(defaults_of(self._book))

    def _chosen(self) -> str | None:
        row = self.tree.currentItem()
        return row.data(0, NAME) if row is not None else None

    def _show_row(self) -> None:
        """Show the chosen action's first key, ready to be replaced."""
        name = self._chosen()
        for widget in (self.edit, self.set_button, self.add_button, self.clear_button):
            widget.setEnabled(name is not None)
        self.reset_button.setEnabled(name in self._key_map.own)
        keys = self._keys()[name] if name is not None else ()
        self.edit.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self._show_owner()

    def _show_owner(self) -> None:
        """Say whose the typed keys are now."""
        typed, name = self.edit.keySequence().toString(), self._chosen()
        owner = next((other for other, keys in self._keys().items() if typed in keys and other != name), None)
        if name is None:
            self.owner.setText(self.tr("Choose an action, click into the line below and press its new keys."))
        elif owner is not None and typed:
            text = self.tr("{keys} belongs to '{action}' and would be taken from it.")
            self.owner.setText(text.format(keys=_native(typed), action=plain(self._book.spec(owner).text)))
        else:
            self.owner.setText(self.tr("Press new keys in the line below, then Set or Add."))

    def _set(self) -> None:
        self._give((self.edit.keySequence().toString(),))

    def _add(self) -> None:
        name = self._chosen()
        if name is not None:
            self._give((*self._keys()[name], self.edit.keySequence().toString()))

    def _clear(self) -> None:
        self._give(())

    def _reset(self) -> None:
        name = self._chosen()
        if name is not None:
            self._take(self._key_map.without(name))

    def _give(self, keys: tuple[str, ...]) -> None:
        """Give the chosen action keys, and take them from whoever has them by a person's own choice."""
        name = self._chosen()
        if name is None:
            return
        key_map = self._key_map
        for other, theirs in self._key_map.own.items():
            if other != name and set(theirs) & set(keys):
                key_map = key_map.with_keys(other, (key for key in theirs if key not in keys))
        self._take(key_map.with_keys(name, filter(None, keys)))

    def _take_preset(self) -> None:
        self._take(KeyMap(self.preset.currentData(), self._key_map.own))

    def _take(self, key_map: KeyMap) -> None:
        self._key_map = key_map
        self._show_keys()
        self._show_row()
        self.changed.emit(key_map)

    def _filter(self, text: str) -> None:
        """Show the rows that hold ``text``."""
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            for place in range(group.childCount()):
                row = group.child(place)
                row.setHidden(text.casefold() not in f"{row.text(0)} {row.text(1)}".casefold())
            group.setHidden(all(group.child(place).isHidden() for place in range(group.childCount())))


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
