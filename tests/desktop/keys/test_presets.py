from PySide6.QtGui import QKeySequence

from desktop.keys.key_map import KeyMap, defaults_of, presets
from desktop.main_window import MainWindow


def test_every_preset_names_actions_that_exist_and_keys_that_can_be_pressed(opened: MainWindow) -> None:
    for preset in presets():
        unknown = [name for name in preset.keys if name not in opened.actions_by_name]
        assert unknown == [], preset.title
        wrong = [key for keys in preset.keys.values() for key in keys if QKeySequence(key).isEmpty()]
        assert wrong == [], preset.title


def test_no_preset_leaves_an_action_without_the_keys_it_had(opened: MainWindow) -> None:
    defaults = defaults_of(opened.actions_by_name)
    for preset in presets():
        keys = KeyMap(preset.name).resolve(defaults)
        assert [name for name in keys if defaults[name] and not keys[name]] == [], preset.title
