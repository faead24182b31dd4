import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.keys.editor import NAME, ShortcutsDialog
from desktop.main_window import MainWindow
from desktop.settings import Settings


@pytest.fixture
def dialog(opened: MainWindow) -> ShortcutsDialog:
    opened.actions_by_name["shortcuts"].trigger()
    return opened.findChild(ShortcutsDialog)


def choose(dialog: ShortcutsDialog, name: str) -> None:
    for number in range(dialog.tree.topLevelItemCount()):
        group = dialog.tree.topLevelItem(number)
        for place in range(group.childCount()):
            if group.child(place).data(0, NAME) == name:
                dialog.tree.setCurrentItem(group.child(place))
                return
    raise AssertionError(name)


def press(dialog: ShortcutsDialog, key: Qt.Key, button: str) -> None:
    QTest.keyClick(dialog.edit, key)
    QTest.mouseClick(dialog.findChild(QPushButton, button), Qt.MouseButton.LeftButton)


def keys_of(window: MainWindow, name: str) -> list[str]:
    return [keys.toString() for keys in window.actions_by_name[name].shortcuts()]


def test_every_action_is_listed(dialog: ShortcutsDialog, opened: MainWindow) -> None:
    listed = sum(dialog.tree.topLevelItem(n).childCount() for n in range(dialog.tree.topLevelItemCount()))
    assert listed == len(list(opened.actions_by_name))


def test_new_keys_work_at_once_and_are_remembered(
    dialog: ShortcutsDialog, opened: MainWindow, settings: Settings
) -> None:
    choose(dialog, "verified")
    press(dialog, Qt.Key.Key_F8, "set_keys")
    assert keys_of(opened, "verified") == ["F8"]
    assert settings.key_map.own == {"verified": ("F8",)}
    assert "F8" in opened.actions_by_name["verified"].toolTip()


def test_taking_anothers_keys_is_said_first_and_then_done(dialog: ShortcutsDialog, opened: MainWindow) -> None:
    choose(dialog, "verified")
    QTest.keyClick(dialog.edit, Qt.Key.Key_D)
    assert "Next image" in dialog.owner.text()
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert keys_of(opened, "verified") == ["Q", "D"]
    assert keys_of(opened, "next") == []


def test_own_keys_are_taken_away_and_reset(dialog: ShortcutsDialog, opened: MainWindow) -> None:
    choose(dialog, "next")
    QTest.mouseClick(dialog.clear_button, Qt.MouseButton.LeftButton)
    assert keys_of(opened, "next") == []
    QTest.mouseClick(dialog.reset_button, Qt.MouseButton.LeftButton)
    assert keys_of(opened, "next") == ["D"]


def test_a_preset_brings_the_keys_of_another_program(dialog: ShortcutsDialog, opened: MainWindow) -> None:
    dialog.preset.setCurrentIndex(dialog.preset.findData("labelimg"))
    dialog.preset.activated.emit(dialog.preset.currentIndex())
    assert keys_of(opened, "box") == ["W"]
    assert keys_of(opened, "verified") == ["Space"]


def test_the_search_finds_actions_by_name_and_by_key(dialog: ShortcutsDialog) -> None:
    dialog.search.setText("ctrl+s")
    shown = [
        dialog.tree.topLevelItem(n).child(place).data(0, NAME)
        for n in range(dialog.tree.topLevelItemCount())
        for place in range(dialog.tree.topLevelItem(n).childCount())
        if not dialog.tree.topLevelItem(n).child(place).isHidden()
    ]
    assert "save" in shown
    assert "open" not in shown
