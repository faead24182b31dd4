"""The keys of all actions as a value: those that actions come with, a preset over them, a person's own over both."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from PySide6.QtGui import QKeySequence

from desktop.actions import ActionBook, describe

Keys = Mapping[str, tuple[str, ...]]
"""Key sequences in Qt's portable text, such as 'Ctrl+K', by the action's name."""
OWN = "annotrain"
"""The name of the keys that the program comes with."""


@dataclass(frozen=True)
class Preset:
    """The keys of a program that people come from; what it does not name keeps ours."""

    name: str
    title: str
    keys: Keys = field(default_factory=dict)


@cache
def presets() -> tuple[Preset, ...]:
    """Return the presets there are, our own first."""
    found = [Preset(OWN, "Annotrain")]
    for file in sorted(files("resources").joinpath("presets").iterdir(), key=lambda entry: entry.name):
        content = json.loads(file.read_text(encoding="utf-8"))
        keys = {name: tuple(texts) for name, texts in content["keys"].items()}
        found.append(Preset(file.name.removesuffix(".json"), content["title"], keys))
    return tuple(found)


@dataclass(frozen=True)
class KeyMap:
    """Which preset is chosen and what a person changed; an empty tuple takes an action's keys away."""

    preset: str = OWN
    own: Keys = field(default_factory=dict)

    def with_keys(self, name: str, keys: Iterable[str]) -> "KeyMap":
        """Return the map with other keys for one action."""
        return replace(self, own={**self.own, name: tuple(keys)})

    def without(self, name: str) -> "KeyMap":
        """Return the map without a person's own keys for the action."""
        return replace(self, own={other: keys for other, keys in self.own.items() if other != name})

    def resolve(self, defaults: Keys) -> dict[str, tuple[str, ...]]:
        """Return the keys of every action in ``defaults``.

        A key belongs to one action: to the one that a person gave it, else to the preset's, else to the one that
        comes with it.
        """
        preset = next((known for known in presets() if known.name == self.preset), presets()[0])
        taken: set[str] = set()
        result: dict[str, tuple[str, ...]] = {}
        for layer in (self.own, preset.keys, defaults):
            for name in [name for name in layer if name in defaults and name not in result]:
                keys = dict.fromkeys(map(_portable, layer[name]))
                result[name] = tuple(key for key in keys if key not in taken)
                taken.update(keys)
        return {name: result[name] for name in defaults}


def defaults_of(book: ActionBook) -> dict[str, tuple[str, ...]]:
    """Return the keys that the actions come with."""
    return {name: tuple(sequence.toString() for sequence in book.spec(name).sequences) for name in book}


def apply(key_map: KeyMap, book: ActionBook) -> None:
    """Give every action of the book its keys."""
    for name, keys in key_map.resolve(defaults_of(book)).items():
        action = book[name]
        sequences = [QKeySequence(key) for key in keys]
        if action.shortcuts() != sequences:
            action.setShortcuts(sequences)
            describe(action, action.statusTip())


def _portable(text: str) -> str:
    return QKeySequence(text).toString()
