"""Actions: what each is called, where its menu is, which keys reach it. One book holds all of them by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop import theme

Key = str | QKeySequence.StandardKey


class Menu(StrEnum):
    """The menus of the bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    IMAGE = "image"
    OBJECT = "object"
    TOOLS = "tools"
    DATASET = "dataset"
    TRAIN = "train"
    HELP = "help"

    @property
    def title(self) -> str:
        """The menu's title, translated, with its mnemonic."""
        titles = {
            Menu.FILE: QCoreApplication.translate("Menu", "&File"),
            Menu.EDIT: QCoreApplication.translate("Menu", "&Edit"),
            Menu.VIEW: QCoreApplication.translate("Menu", "&View"),
            Menu.IMAGE: QCoreApplication.translate("Menu", "&Image"),
            Menu.OBJECT: QCoreApplication.translate("Menu", "&Object"),
            Menu.TOOLS: QCoreApplication.translate("Menu", "T&ools"),
            Menu.DATASET: QCoreApplication.translate("Menu", "&Dataset"),
            Menu.TRAIN: QCoreApplication.translate("Menu", "&Train"),
            Menu.HELP: QCoreApplication.translate("Menu", "&Help"),
        }
        return titles[self]


@dataclass(frozen=True, kw_only=True)
class ActionSpec:
    """What an action is: everything but what it does.

    ``name`` is stable and unique: settings, presets of keys and tests refer to it. Actions of one menu are sorted by
    ``section``, with a line between two sections; without a ``menu`` an action is reached by its keys alone. Of the
    checkable actions of one ``group`` just one is checked. ``needs_project`` takes it away while none is open.
    """

    name: str
    text: str
    menu: Menu | None = None
    section: int = 0
    keys: tuple[Key, ...] = ()
    tip: str = ""
    icon: str = ""
    checkable: bool = False
    group: str = ""
    needs_project: bool = False
    suffix: str = "action"

    @property
    def object_name(self) -> str:
        """The name of the QAction, such as 'undo_action' or 'box_tool'."""
        return f"{self.name}_{self.suffix}"

    @property
    def sequences(self) -> list[QKeySequence]:
        """The keys it comes with; a platform's own key may be one of ours, and twice the same would be ambiguous."""
        by_text = {sequence.toString(): sequence for sequence in map(QKeySequence, self.keys)}
        return [sequence for text, sequence in by_text.items() if text]


class ActionBook(QObject):
    """The actions of a window or a page by name: ``book["open"]``."""

    def __init__(self, parent: QWidget, context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut) -> None:
        super().__init__(parent)
        self._context = context
        self._by_name: dict[str, QAction] = {}
        self._specs: dict[str, ActionSpec] = {}
        self._groups: dict[str, QActionGroup] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_name)

    def spec(self, name: str) -> ActionSpec:
        """Return what the action was made from."""
        return self._specs[name]

    def add(self, spec: ActionSpec, call: Callable[[], object] | None = None) -> QAction:
        """Make an action that calls ``call``; where it is None, somebody connects it later."""
        owner = self.parent()
        action = make_action(spec, owner, self._context)
        if call is not None:
            action.triggered.connect(lambda _checked=False: call())
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(owner))
            group.addAction(action)
        owner.addAction(action)
        self._by_name[spec.name], self._specs[spec.name] = action, spec
        return action

    def include(self, other: "ActionBook") -> None:
        """List another book's actions here as well, for menus, palette and keys."""
        self._by_name |= other._by_name  # noqa: SLF001  the same class
        self._specs |= other._specs  # noqa: SLF001

    def keys(self, name: str) -> str:
        """Return the keys that reach the action now, such as 'Ctrl+M'; its own name where none does, for a hint."""
        return first_keys(self._by_name[name]) or f"‘{plain(self._specs[name].text).rstrip('…')}’"

    def named(self, **wanted: object) -> list[QAction]:
        """Return the actions whose specs have these values: ``named(menu=Menu.EDIT)``."""
        return [
            self._by_name[name]
            for name, spec in self._specs.items()
            if all(getattr(spec, key) == value for key, value in wanted.items())
        ]


Offer = tuple[ActionSpec, Callable[[], object]]
"""An action and what it calls."""


def make_action(spec: ActionSpec, parent: QObject, context: Qt.ShortcutContext) -> QAction:
    """Return an action with everything a person may look for."""
    action = QAction(spec.text, parent)
    action.setObjectName(spec.object_name)
    action.setShortcuts(spec.sequences)
    action.setShortcutContext(context)
    action.setCheckable(spec.checkable)
    describe(action, spec.tip or plain(spec.text))
    if spec.icon:
        theme.dress(action, spec.icon)
    return action


def describe(action: QAction, tip: str) -> None:
    """Set the words that explain an action; its tooltip names the first shortcut as well."""
    keys = first_keys(action)
    action.setStatusTip(tip)
    action.setToolTip(f"{tip} ({keys})" if keys else tip)


def first_keys(action: QAction) -> str:
    """Return the first keys of an action as this system writes them; empty where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def share_tip(button: QWidget, action: QAction) -> None:
    """Give a button that does what an action does the action's tooltip, now and whenever its keys change."""
    action.changed.connect(lambda: button.setToolTip(action.toolTip()))
    button.setToolTip(action.toolTip())


def plain(text: str) -> str:
    """Return an action's or a menu's text without the sign of its mnemonic."""
    return text.replace("&", "")


def fill_menus(bar: QMenuBar, book: ActionBook, more: Iterable[tuple[Menu, int, QMenu]] = ()) -> dict[Menu, QMenu]:
    """Build the menu bar anew from all actions of the book; ``more`` are menus that stand within one, by section."""
    bar.clear()
    made = {}
    for which in Menu:
        entries: list[tuple[int, QAction]] = [
            (book.spec(name).section, book[name]) for name in book if book.spec(name).menu is which
        ]
        entries += [(section, inner.menuAction()) for menu, section, inner in more if menu is which]
        if entries:
            made[which] = _menu(bar, which.title, sorted(entries, key=lambda entry: entry[0]))
    return made


def _menu(bar: QMenuBar, title: str, entries: list[tuple[int, QAction]]) -> QMenu:
    menu = bar.addMenu(title)
    menu.setToolTipsVisible(True)
    for number, (_section, group) in enumerate(groupby(entries, key=lambda entry: entry[0])):
        if number:
            menu.addSeparator()
        for _, action in group:
            menu.addAction(action)
    return menu
