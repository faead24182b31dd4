import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop import language, theme
from desktop.app import build_window
from desktop.main_window import MainWindow
from desktop.preferences import PreferencesDialog
from desktop.settings import Settings


@pytest.fixture
def dialog(window: MainWindow) -> PreferencesDialog:
    window.actions_by_name["preferences"].trigger()
    return window.findChild(PreferencesDialog)


def choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_the_theme_changes_at_once(dialog: PreferencesDialog, settings: Settings) -> None:
    choose(dialog.theme, theme.Mode.DARK)
    assert theme.colors().dark
    assert settings.theme is theme.Mode.DARK
    choose(dialog.theme, theme.Mode.LIGHT)
    assert not theme.colors().dark


def test_another_language_is_remembered_and_said_to_want_a_restart(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    choose(dialog.language, "de")
    assert settings.language == "de"
    assert not dialog.restart.isHidden()
    choose(dialog.language, "")
    assert dialog.restart.isHidden()


def test_the_next_start_speaks_the_chosen_language(settings: Settings, qtbot: QtBot) -> None:
    settings.language = "de"
    window = build_window(settings)
    qtbot.addWidget(window)
    try:
        assert window.actions_by_name["open"].text() != "&Open folder…"
        assert window.actions_by_name["undo"].text() == "Rückgängig"
        assert QCoreApplication.translate("Menu", "&File") == "&Datei"
    finally:
        window.close()
        language.use("en")
