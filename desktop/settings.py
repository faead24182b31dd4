"""What the window remembers from one start to the next: its place, the theme, the projects opened last."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from desktop.annotate.canvas.display import Display
from desktop.annotate.tools.options import ToolOptions
from desktop.keys.key_map import KeyMap
from desktop.theme import Mode

RECENT_LIMIT = 8
F = TypeVar("F", Display, ToolOptions)


class Settings:
    """Window state in the system's own place, or in one file where ``path`` is given (tests, a portable start)."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            self._store = QSettings("Annotrain", "Annotrain")
        else:
            self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Mode:
        """The theme a person chose; the system's where none was."""
        text = str(self._store.value("theme", Mode.SYSTEM.value))
        return Mode(text) if text in set(Mode) else Mode.SYSTEM

    @theme.setter
    def theme(self, mode: Mode) -> None:
        self._store.setValue("theme", mode.value)

    @property
    def recent_projects(self) -> list[Path]:
        """The folders opened last, newest first."""
        value = self._store.value("recent", [])
        texts = [value] if isinstance(value, str) else list(value or [])
        return [Path(str(text)) for text in texts]

    def remember_project(self, folder: Path) -> None:
        """Put ``folder`` first among the recent projects."""
        others = [path for path in self.recent_projects if path != folder]
        self._store.setValue("recent", [str(path) for path in [folder, *others][:RECENT_LIMIT]])

    @property
    def recent_searches(self) -> list[str]:
        """What was searched for last, newest first."""
        return [str(text) for text in json.loads(str(self._store.value("searches", "[]")))]

    @recent_searches.setter
    def recent_searches(self, searches: list[str]) -> None:
        self._store.setValue("searches", json.dumps(searches))

    @property
    def key_map(self) -> KeyMap:
        """Which keys reach which action."""
        own = json.loads(str(self._store.value("keys/own", "{}")))
        preset = str(self._store.value("keys/preset", KeyMap().preset))
        return KeyMap(preset, {name: tuple(keys) for name, keys in own.items()})

    @key_map.setter
    def key_map(self, key_map: KeyMap) -> None:
        self._store.setValue("keys/preset", key_map.preset)
        self._store.setValue("keys/own", json.dumps({name: list(keys) for name, keys in key_map.own.items()}))

    @property
    def language(self) -> str:
        """The language a person chose, such as 'de'; empty for the system's."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def ask_label(self) -> bool:
        """Whether each new object's label is asked for, instead of repeating the last one."""
        return str(self._store.value("ask_label", "no")) == "yes"

    @ask_label.setter
    def ask_label(self, ask: bool) -> None:
        self._store.setValue("ask_label", "yes" if ask else "no")

    @property
    def tour_seen(self) -> bool:
        """Whether the tour was closed once."""
        return str(self._store.value("tour_seen", "no")) == "yes"

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._store.setValue("tour_seen", "yes" if seen else "no")

    @property
    def promptable_encoder(self) -> Path | None:
        """The ONNX file of the encoder of a promptable model, if one was chosen."""
        return self._path("promptable/encoder")

    @promptable_encoder.setter
    def promptable_encoder(self, path: Path | None) -> None:
        self._store.setValue("promptable/encoder", str(path or ""))

    @property
    def promptable_decoder(self) -> Path | None:
        """The ONNX file of the decoder of a promptable model, if one was chosen."""
        return self._path("promptable/decoder")

    @promptable_decoder.setter
    def promptable_decoder(self, path: Path | None) -> None:
        self._store.setValue("promptable/decoder", str(path or ""))

    def _path(self, name: str) -> Path | None:
        text = str(self._store.value(name, ""))
        return Path(text) if text else None

    @property
    def tool_options(self) -> ToolOptions:
        """Sizes and ways of working of the drawing tools."""
        return self._flat("tool_options", ToolOptions())

    @tool_options.setter
    def tool_options(self, options: ToolOptions) -> None:
        self._store.setValue("tool_options", json.dumps(asdict(options)))

    @property
    def display(self) -> Display:
        """What is shown beside the picture and its shapes: crosshair, minimap, captions, grid, colours by object."""
        return self._flat("display", Display())

    @display.setter
    def display(self, display: Display) -> None:
        self._store.setValue("display", json.dumps(asdict(display)))

    def _flat(self, name: str, first: F) -> F:
        """Return a dataclass of plain values; what its text lacks, or has of another kind, is as in ``first``."""
        try:
            values = json.loads(str(self._store.value(name, "{}")))
        except ValueError:
            return first
        known, plain = values.items() if isinstance(values, dict) else (), asdict(first)
        return replace(first, **{field: value for field, value in known if _alike(value, plain.get(field))})

    def geometry(self, name: str) -> QByteArray | None:
        """Return the geometry or state saved as ``name``, if any."""
        value = self._store.value(f"geometry/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_geometry(self, name: str, state: QByteArray) -> None:
        """Save a geometry or state as ``name``."""
        self._store.setValue(f"geometry/{name}", state)


def _alike(value: object, first: object) -> bool:
    """Tell whether a value from a file is of the kind of the first start's; whole numbers are numbers."""
    return type(value) is type(first) or (isinstance(first, float) and type(value) is int)
