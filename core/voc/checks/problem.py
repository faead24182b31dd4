"""A problem of a dataset as a value, and what a machine can safely do about it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from core.voc.annotation import VocObject
from core.voc.checks.kinds import KINDS, Kind, Severity


@dataclass(frozen=True)
class ObjectFix:
    """Put ``replacement`` (None: nothing) where an object is, if that still is ``expected``."""

    image: str
    place: int
    expected: VocObject
    replacement: VocObject | None


@dataclass(frozen=True)
class ClipFix:
    """Cut off what of an object lies outside an image of ``size`` (width, height), if it still is ``expected``."""

    image: str
    place: int
    expected: VocObject
    size: tuple[int, int]


@dataclass(frozen=True)
class FilenameFix:
    """Write the image's own file name into its annotation."""

    image: str
    filename: str


@dataclass(frozen=True)
class LabelFix:
    """Rename a label in the whole dataset to another that is there."""

    old: str
    new: str


@dataclass(frozen=True)
class LineFix:
    """Remove a line (1-based) of a list, if it still names ``image``."""

    path: Path
    line: int
    image: str


Fix: TypeAlias = ObjectFix | ClipFix | FilenameFix | LabelFix | LineFix
"""What a machine can safely do: nothing is lost that cannot be taken back."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong: its kind, the file and line (1-based; None where there is none) and what fills the sentences.

    ``image`` is the name of the image it concerns, ``place`` that of the object among the image's (0-based), ``other``
    a second image, ``label`` the label in question: each None where there is none.
    """

    kind: str
    path: Path
    line: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    image: str | None = None
    place: int | None = None
    other: str | None = None
    label: str | None = None
    fix: Fix | None = None
    sign: str = ""
    """What tells the problem's object from others of the image; for ``fingerprint``."""

    @property
    def about(self) -> Kind:
        """What is known of its kind."""
        return KINDS[self.kind]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.about.severity

    @property
    def message(self) -> str:
        """What is so, one sentence."""
        return _sentence(self.about.message.format(**self.values))

    @property
    def remedy(self) -> str:
        """What to do, one sentence."""
        return self.about.remedy

    @property
    def fingerprint(self) -> str:
        """A name that stays the same as long as the problem does, wherever the dataset lies."""
        parts = (self.kind, self.image or self.path.name, self.other or "", self.label or "", self.sign)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
