"""The labels of a dataset in their order, each with its colour and number key."""

import colorsys
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import DatasetError, InvalidValueError
from core.files import write_atomic
from core.voc.annotation import checked_text
from core.voc.dataset import Dataset

if TYPE_CHECKING:
    from core.voc.label_style import Style

_COLORS = ("#e6194b", "#3cb44b", "#4363d8", "#f58231", "#911eb4", "#00b8d4", "#f032e6", "#9a6324", "#ffd21f")
_NOT_LABELS = frozenset({"__ignore__", "_background_"})  # labelme's lists begin with them; they are no labels


@dataclass(frozen=True)
class Label:
    """One label: its name, its colour as "#rrggbb" and the number key (1 to 9) that chooses it, if any."""

    name: str
    color: str
    key: int | None = None


@dataclass(frozen=True)
class LabelList:
    """The labels in their order, which is that of the class numbers in masks and models: the first is 1 in a mask."""

    labels: tuple[Label, ...] = ()

    @classmethod
    def load(cls, dataset: Dataset, names_in_use: Iterable[str] = ()) -> "LabelList":
        """Return the labels of labels.txt, and after them those in use that it does not name.

        Raises:
            DatasetError: labels.txt or .annotrain/labels.json cannot be read.
        """
        styles = _read_styles(_styles_path(dataset))
        labels = cls()
        for name in (*_read_names(dataset.root / "labels.txt"), *names_in_use):
            labels = labels.with_label(name, styles.get(name))
        return labels

    def save(self, dataset: Dataset) -> None:
        """Write the names to labels.txt, colours and keys to .annotrain/labels.json.

        Raises:
            WriteError: one of them cannot be written; the old file is unchanged.
        """
        for path, content in self.files(dataset).items():
            write_atomic(path, content)

    def files(self, dataset: Dataset) -> dict[Path, bytes]:
        """Return what ``save`` writes, by file."""
        names = "".join(f"{name}\n" for name in self.names)
        styles = {label.name: {"color": label.color, "key": label.key} for label in self.labels}
        return {
            dataset.root / "labels.txt": names.encode(),
            _styles_path(dataset): json.dumps(styles, indent=2, ensure_ascii=False).encode() + b"\n",
        }

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in order."""
        return tuple(label.name for label in self.labels)

    @cached_property
    def _by_name(self) -> dict[str, Label]:
        return {label.name: label for label in self.labels}

    def color_of(self, name: str) -> str:
        """Return the label's colour as "#rrggbb"; grey for one that is not in the list."""
        label = self._by_name.get(name)
        return label.color if label else "#808080"

    def for_key(self, key: int) -> Label | None:
        """Return the label that the number key chooses, if any."""
        return next((label for label in self.labels if label.key == key), None)

    def find(self, name: str) -> Label | None:
        """Return the label of that name, if it is in the list."""
        return self._by_name.get(name)

    def with_label(self, name: str, style: "Style | Label | None" = None) -> "LabelList":
        """Return the list with the label at its end, in the next free colour and with the next free key.

        A ``style`` gives both; a key that another label has already is not taken from it.

        Raises:
            InvalidValueError: the name is empty or holds what XML cannot.
        """
        if name in self._by_name:
            return self
        color = style.color if style else self._free_color()
        key = style.key if style else self._free_key()
        if key is not None and self.for_key(key) is not None:
            key = self._free_key()
        return LabelList((*self.labels, Label(checked_text(name, "label"), color, key)))

    def renamed(self, old: Collection[str], new: str) -> "LabelList":
        """Return the list with the labels ``old`` as one, ``new``: where and as that is, or else as the first of them.

        Raises:
            InvalidValueError: the name is empty or holds what XML cannot.
        """
        kept = self._by_name.get(new) or next((label for label in self.labels if label.name in old), None)
        if kept is None:
            return self
        one = replace(kept, name=checked_text(new, "label"))
        rest = (one if label is kept else label for label in self.labels if label is kept or label.name not in old)
        return LabelList(tuple(rest))

    def without(self, name: str) -> "LabelList":
        """Return the list without a label; the others keep colours and keys."""
        return LabelList(tuple(label for label in self.labels if label.name != name))

    def with_color(self, name: str, color: str) -> "LabelList":
        """Return the list with another colour, "#rrggbb", for the label of that name."""
        return LabelList(tuple(replace(label, color=color) if label.name == name else label for label in self.labels))

    def with_key(self, name: str, key: int | None) -> "LabelList":
        """Return the list with another number key (1 to 9, None for none) for that label; who had it gets the old."""
        old = next((label.key for label in self.labels if label.name == name), None)
        keys = {label.name: old if key is not None and label.key == key else label.key for label in self.labels}
        keys[name] = key
        return LabelList(tuple(replace(label, key=keys[label.name]) for label in self.labels))

    def _free_color(self) -> str:
        taken = {label.color for label in self.labels}
        return next(color for place in count(len(self.labels)) if (color := _color(place)) not in taken)

    def _free_key(self) -> int | None:
        taken = {label.key for label in self.labels}
        return next((key for key in range(1, 10) if key not in taken), None)


def _color(place: int) -> str:
    """Return the colour of the label at that place: nine chosen ones, then hues a golden angle apart."""
    if place < len(_COLORS):
        return _COLORS[place]
    rgb = colorsys.hsv_to_rgb(place * 0.618034 % 1, 0.75, 0.9)
    return "#" + "".join(f"{round(255 * part):02x}" for part in rgb)


def _styles_path(dataset: Dataset) -> Path:
    return dataset.program_folder / "labels.json"


def _read_names(path: Path) -> list[str]:
    if not path.exists():
        return []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeError) as error:
        raise DatasetError(f"{path}: cannot be read: it must be UTF-8 text with a label in each line.") from error
    names = [(number, line.strip()) for number, line in enumerate(lines, start=1)]
    return [_checked(path, number, name) for number, name in names if name and name not in _NOT_LABELS]


def _checked(path: Path, line: int, name: str) -> str:
    try:
        return checked_text(name, "label")
    except InvalidValueError as error:
        raise DatasetError(f"{path}:{line}: {error}") from error


def _read_styles(path: Path) -> Mapping[str, "Style"]:
    if not path.exists():
        return {}
    from core.voc.label_style import read_styles  # not above: pydantic would delay the window's start

    return read_styles(path)
