"""The actions of the window's menus: each with a shortcut, a tooltip and a status tip."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop import theme


@dataclass(frozen=True)
class _Words:
    """What an action is called and how it is reached."""

    name: str
    text: str
    tip: str
    shortcut: QKeySequence.StandardKey | str = ""
    icon: str = ""
    checkable: bool = False


_ALL = (
    _Words("open", "&Open Folder…", "Open a folder of images, labelled or not", QKeySequence.StandardKey.Open,
           "folder-open"),
    _Words("sample", "New &Sample Project…", "Draw pictures of parts with defects, to try everything on",
           "Ctrl+Shift+N", "sample"),
    _Words("close", "&Close Project", "Save everything and go back to the start page", "Ctrl+W", "close"),
    _Words("quit", "&Quit", "Save everything and leave the program; training goes on", "Ctrl+Q", "quit"),
    _Words("annotate", "&Annotate", "Draw and correct annotations", "Alt+1", "annotate", checkable=True),
    _Words("train", "&Train", "Start training and watch it", "Alt+2", "train", checkable=True),
    _Words("theme_system", "Theme as the &System", "Light or dark as the system has it", "Ctrl+Alt+0", "system",
           checkable=True),
    _Words("theme_light", "&Light Theme", "Dark text on a light ground", "Ctrl+Alt+1", "sun", checkable=True),
    _Words("theme_dark", "&Dark Theme", "Light text on a dark ground", "Ctrl+Alt+2", "moon", checkable=True),
    _Words("full_screen", "&Full Screen", "Use the whole screen, or the window again", "F11", "fullscreen",
           checkable=True),
    _Words("start_run", "&Start Training", "Train on what is labelled now", "Ctrl+Return", "play"),
    _Words("stop_run", "S&top Training", "Ask the run to stop; it keeps what it has learned", "Ctrl+.", "stop"),
    _Words("resume_run", "&Resume Training", "Go on from the last checkpoint", "Ctrl+Shift+.", "resume"),
    _Words("prelabel", "&Pre-label Images", "Let the model chosen in the bar propose objects", "Ctrl+Shift+P",
           "prelabel"),
    _Words("shortcuts", "&Keyboard Shortcuts", "Every action and its keys", "F1", "keyboard"),
    _Words("log", "Program &Log", "Open the folder with the log of the program", "Ctrl+Alt+L", "log"),
    _Words("about", "&About Annotrain", "Version, licence, and what it stands on", "Shift+F1", "info"),
)  # fmt: skip


class Actions(QObject):
    """The window's own actions by name: ``actions["open"]``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_name = {words.name: _action(words, parent) for words in _ALL}
        self._groups = [
            self._exclusive("annotate", "train"),
            self._exclusive("theme_system", "theme_light", "theme_dark"),
        ]
        self["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self["about"].setMenuRole(QAction.MenuRole.AboutRole)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def _exclusive(self, *names: str) -> QActionGroup:
        """Let one of the named actions be checked at a time."""
        group = QActionGroup(self)
        for name in names:
            group.addAction(self[name])
        return group


def _action(words: _Words, parent: QObject) -> QAction:
    """Return an action with everything a person may look for."""
    action = QAction(words.text, parent)
    action.setObjectName(f"{words.name}_action")
    action.setShortcut(QKeySequence(words.shortcut))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(words.checkable)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{words.tip} ({keys})" if keys else words.tip)
    action.setStatusTip(words.tip)
    if words.icon:
        theme.dress(action, words.icon)
    return action


def fill_menus(
    bar: QMenuBar, actions: Actions, page_actions: Mapping[str, Sequence[QAction | None]], recent: QMenu
) -> dict[str, QMenu]:
    """Build the menu bar of the window's actions and those of the annotate page (None is a separator)."""
    theirs = {title: list(group) for title, group in page_actions.items()}
    image = [*theirs.pop("Image", []), *theirs.pop("Go", [])]
    ours: list[tuple[str, list[QAction | QMenu | None]]] = [
        ("&File", [actions["open"], actions["sample"], recent, None, *theirs.pop("File", []), None, actions["close"],
                   actions["quit"]]),
        ("&Edit", [*theirs.pop("Edit", [])]),
        ("&View", [actions["annotate"], actions["train"], None, *theirs.pop("View", []), None, actions["theme_system"],
                   actions["theme_light"], actions["theme_dark"], None, actions["full_screen"]]),
        ("&Image", [*image]),
        *[(title, [*group]) for title, group in theirs.items()],
        ("&Train", [actions["start_run"], actions["stop_run"], actions["resume_run"], None, actions["prelabel"]]),
        ("&Help", [actions["shortcuts"], actions["log"], None, actions["about"]]),
    ]  # fmt: skip
    return {title.replace("&", ""): _menu(bar, title, entries) for title, entries in ours if any(entries)}


def _menu(bar: QMenuBar, title: str, entries: Iterable[QAction | QMenu | None]) -> QMenu:
    """Add one menu to the bar."""
    menu = bar.addMenu(title)
    menu.setToolTipsVisible(True)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            entry.setStatusTip(entry.statusTip() or entry.toolTip().split(" (")[0])
            menu.addAction(entry)
    return menu


def shortcuts_of(menus: Mapping[str, QMenu]) -> list[tuple[str, str, str]]:
    """Return (menu, action, keys) of every action in the menus that keys reach."""
    rows = []
    for title, menu in menus.items():
        for action in menu.actions():
            keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in action.shortcuts())
            if keys:
                rows.append((title, action.text().replace("&", ""), keys))
    return rows
