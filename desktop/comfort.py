"""What makes the window one's own: theme, keys, the command palette, and the pages of help."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from desktop import theme
from desktop.error_report import log_path
from desktop.help import AboutDialog
from desktop.keys import key_map as keys
from desktop.keys.editor import ShortcutsDialog
from desktop.keys.key_map import KeyMap
from desktop.main_window import MainWindow
from desktop.palette import CommandPalette
from desktop.preferences import PreferencesDialog
from desktop.settings import Settings
from desktop.tour import TourDialog


class Comfort(QObject):
    """Connects the actions that concern the person, not the project. Made when the window has all its actions."""

    keys_changed = Signal(object)  # ActionBook, whose actions have other keys now

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._recent: list[str] = []
        self._sections: list[Callable[[], tuple[str, QWidget]]] = []
        actions = window.actions_by_name
        actions["palette"].triggered.connect(self.show_palette)
        actions["shortcuts"].triggered.connect(self.show_shortcuts)
        actions["about"].triggered.connect(lambda: AboutDialog(window).show())
        actions["log"].triggered.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path().parent))))
        actions["preferences"].triggered.connect(self.show_preferences)
        actions["tour"].triggered.connect(self.show_tour)
        for mode in theme.Mode:
            actions[f"theme_{mode}"].triggered.connect(lambda _checked=False, mode=mode: self.set_theme(mode))
        actions[f"theme_{settings.theme}"].setChecked(True)
        keys.apply(settings.key_map, actions)

    def show_palette(self) -> None:
        """Let any action be found by its name."""
        CommandPalette(self._window.actions_by_name, self._recent, self._window).show()

    def show_shortcuts(self) -> None:
        """Show every action with its keys, and let them be changed."""
        window = self._window
        dialog = ShortcutsDialog(window.actions_by_name, self._settings.key_map, window)
        dialog.changed.connect(self.set_keys)
        dialog.show()

    def show_preferences(self) -> None:
        """Show the settings of the person and the computer."""
        dialog = PreferencesDialog(self._settings, [make() for make in self._sections], self._window)
        dialog.theme_chosen.connect(lambda mode: self._window.actions_by_name[f"theme_{mode}"].trigger())
        dialog.shortcuts_asked.connect(self.show_shortcuts)
        dialog.show()

    def add_section(self, make: Callable[[], tuple[str, QWidget]]) -> None:
        """Give the settings another tab; ``make`` returns its title and its widget, anew each time."""
        self._sections.append(make)

    def show_tour(self) -> None:
        """Show the whole way on one page."""
        self._settings.tour_seen = True
        tour = TourDialog(self._window.actions_by_name, self._window)
        tour.sample_asked.connect(self._window.actions_by_name["sample"].trigger)
        tour.show()

    def greet(self) -> None:
        """Show the tour to a person who starts the program for the first time."""
        if not self._settings.tour_seen:
            self.show_tour()

    def set_keys(self, key_map: KeyMap) -> None:
        """Use other keys, and remember them."""
        self._settings.key_map = key_map
        keys.apply(key_map, self._window.actions_by_name)
        self.keys_changed.emit(self._window.actions_by_name)

    def set_theme(self, mode: theme.Mode) -> None:
        """Dress the program, and remember it."""
        self._settings.theme = mode
        theme.apply(QApplication.instance(), mode)
