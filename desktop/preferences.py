"""The settings that belong to the person and the computer, not to a dataset."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.language import LANGUAGES
from desktop.room import Scrolled, resize_to_fit
from desktop.settings import Settings


class PreferencesDialog(QDialog):
    """Everything is taken at once; there is nothing to apply. ``sections`` are further tabs, each with its title."""

    theme_chosen = Signal(object)  # theme.Mode
    shortcuts_asked = Signal()

    def __init__(
        self, settings: Settings, sections: Sequence[tuple[str, QWidget]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preferences")
        self.setWindowTitle(self.tr("Settings"))
        resize_to_fit(self, 560, 420)
        self._settings = settings
        self._language_before = settings.language
        self.tabs = QTabWidget()
        self.tabs.addTab(Scrolled(self._general()), self.tr("General"))
        for title, section in sections:
            self.tabs.addTab(Scrolled(section), title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)

    def _general(self) -> QWidget:
        """Build the tab with language, theme and keys."""
        self.language = QComboBox()
        self.language.setObjectName("language_choice")
        self.language.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(self._settings.language), 0))
        self.language.activated.connect(self._take_language)
        self.theme = QComboBox()
        self.theme.setObjectName("theme_choice")
        for mode, title in (
            (theme.Mode.SYSTEM, self.tr("As the system")),
            (theme.Mode.LIGHT, self.tr("Light")),
            (theme.Mode.DARK, self.tr("Dark")),
        ):
            self.theme.addItem(title, mode)
        self.theme.setCurrentIndex(self.theme.findData(self._settings.theme))
        self.theme.activated.connect(lambda: self.theme_chosen.emit(theme.Mode(self.theme.currentData())))
        keys = QPushButton(self.tr("Keyboard shortcuts…"), autoDefault=False)
        keys.clicked.connect(self.shortcuts_asked)
        self.restart = theme.note(self.tr("The language changes when the program is started again."), self)
        self.restart.hide()
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
        form.setSpacing(2 * theme.SPACE)
        form.addRow(self.tr("Language"), self.language)
        form.addRow("", self.restart)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow(self.tr("Keys"), keys)
        return page

    def _take_language(self) -> None:
        self._settings.language = self.language.currentData()
        self.restart.setVisible(self._settings.language != self._language_before)
