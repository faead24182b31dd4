from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.keys.key_map import OWN, KeyMap, presets
from desktop.settings import Settings

DEFAULTS = {"box": ("B", "W"), "next": ("D",), "verified": ("Q",), "select_all": ("Ctrl+A",), "quiet": ()}


def test_without_a_choice_the_actions_keep_the_keys_they_come_with() -> None:
    assert KeyMap().resolve(DEFAULTS) == DEFAULTS


def test_a_preset_goes_before_the_defaults_and_leaves_the_others_alone() -> None:
    keys = KeyMap("labelimg").resolve(DEFAULTS)
    assert keys["box"] == ("W",)
    assert keys["verified"] == ("Space",)
    assert keys["select_all"] == ("Ctrl+Alt+A",)
    assert keys["quiet"] == ()


def test_a_persons_own_keys_go_before_the_preset_and_are_taken_from_the_others() -> None:
    keys = KeyMap("labelimg").with_keys("quiet", ["w"]).resolve(DEFAULTS)
    assert keys["quiet"] == ("W",)
    assert keys["box"] == ()


def test_keys_can_be_taken_away_and_given_back() -> None:
    without = KeyMap().with_keys("next", [])
    assert without.resolve(DEFAULTS)["next"] == ()
    assert without.without("next").resolve(DEFAULTS) == DEFAULTS


def test_an_unknown_preset_is_ours() -> None:
    assert KeyMap("gone").resolve(DEFAULTS) == DEFAULTS


key = st.sampled_from(["A", "B", "Ctrl+A", "W", "Space", "Ctrl+Shift+D"])


@given(
    st.dictionaries(st.sampled_from(list(DEFAULTS)), st.lists(key, max_size=2).map(tuple)),
    st.sampled_from([known.name for known in presets()]),
)
def test_whatever_is_chosen_a_key_belongs_to_one_action(own: dict[str, tuple[str, ...]], preset: str) -> None:
    keys = [text for texts in KeyMap(preset, own).resolve(DEFAULTS).values() for text in texts]
    assert len(keys) == len(set(keys))


def test_the_choice_is_remembered(tmp_path: Path) -> None:
    chosen = KeyMap("x-anylabeling").with_keys("next", ["N", "Ctrl+N"])
    Settings(tmp_path / "settings.ini").key_map = chosen
    assert Settings(tmp_path / "settings.ini").key_map == chosen
    assert Settings(tmp_path / "other.ini").key_map == KeyMap(OWN)
