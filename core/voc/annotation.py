"""What is said of one image: frozen values, equal when they say the same."""

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.errors import InvalidValueError
from core.geometry import Shape

ROTATION = "rotation"
"""Attribute of a rotated box kept as a Polygon of 4 points: degrees, clockwise as seen, 0 to below 360. The edge from
its first to its second point is the top edge, which at rotation 0 runs from left to right."""
TEXT = "text"
"""Attribute: the characters or words that the object shows, in one line."""
GROUP = "group_id"
"""Attribute: the whole number (as text) that the members of one group share."""
LOCKED = "locked"
"""Attribute, "true" or absent: tools take no hold of the object, edits leave its shape alone and do not delete it."""
HIDDEN = "hidden"
"""Attribute, "true" or absent: the object is neither drawn nor hit."""
RESERVED = frozenset({ROTATION, TEXT, GROUP, LOCKED, HIDDEN})
"""The attribute names that mean something to the program; all others are the person's own."""
POSES = ("Unspecified", "Frontal", "Rear", "Left", "Right")
"""The poses that Pascal VOC knows; a file may say others."""

_TRUE = frozenset({"true", "yes", "1"})


class State(StrEnum):
    """How far the labelling of an image is."""

    NEW = "new"
    """It has no annotation file."""
    IN_WORK = "in work"
    """It has one, and nobody has said that it is done."""
    DONE = "done"
    """A person has verified it."""
    CHECKED = "checked"
    """It is done, and was looked at once more."""


def checked_text(text: str, what: str) -> str:
    """Return ``text`` if XML can hold it and a person can see it.

    Raises:
        InvalidValueError: it is empty, has a control character, a lone surrogate, or begins or ends with a space.
    """
    if not text:
        raise InvalidValueError(f"A {what} must not be empty: type at least one letter.")
    if text != text.strip():
        raise InvalidValueError(f"The {what} {text!r} begins or ends with a space: remove it.")
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff":
            raise InvalidValueError(
                f"The {what} {text!r} holds the character {character!r}, which XML cannot: remove it."
            )
    return text


@dataclass(frozen=True, kw_only=True)
class VocObject:
    """One thing in an image: its label, its shape and what else is known of it.

    ``attributes`` are free name and value pairs. ``origin`` is the object's place among those of the file it was
    read from (None for a new one), so that the writer can leave alone what was not edited; it takes no part in
    comparisons.
    """

    label: str
    shape: Shape
    difficult: bool = False
    truncated: bool = False
    occluded: bool = False
    pose: str = "Unspecified"
    attributes: tuple[tuple[str, str], ...] = ()
    origin: int | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        checked_text(self.label, "label")

    def attribute(self, name: str) -> str | None:
        """Return the value of the first attribute of that name, None where there is none."""
        for known, value in self.attributes:
            if known == name:
                return value
        return None

    def with_attribute(self, name: str, value: str | None) -> "VocObject":
        """Return the object with that attribute set in its old place, or else at the end; None removes it.

        Raises:
            InvalidValueError: the name or the value cannot be written.
        """
        if value is None:
            return replace(self, attributes=tuple(pair for pair in self.attributes if pair[0] != name))
        pair = checked_text(name, "attribute"), value and checked_text(value, "value")
        names = [known for known, _ in self.attributes]
        place = names.index(name) if name in names else len(names)
        rest = tuple(kept for kept in self.attributes[place + 1 :] if kept[0] != name)
        return replace(self, attributes=(*self.attributes[:place], pair, *rest))

    @property
    def group(self) -> str | None:
        """The number (as text) of the group that the object belongs to, None where it stands alone."""
        return self.attribute(GROUP) or None

    @property
    def text(self) -> str:
        """The characters or words that the object shows, "" where none were typed."""
        return self.attribute(TEXT) or ""

    @property
    def locked(self) -> bool:
        """Whether tools and edits leave the object's shape alone."""
        return (self.attribute(LOCKED) or "").lower() in _TRUE

    @property
    def hidden(self) -> bool:
        """Whether the object is neither drawn nor hit."""
        return (self.attribute(HIDDEN) or "").lower() in _TRUE


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """All that is said of one image.

    ``width`` and ``height`` are those of the image as shown, that is, after its EXIF turn. ``tags`` are image-level
    labels such as OK or NG. ``verified`` is a person's word that the image is done, ``checked`` that it was looked at
    once more. ``source`` are the bytes of the file that it was read from (None if there was none); they take no part
    in comparisons.
    """

    filename: str
    width: int
    height: int
    depth: int = 3
    objects: tuple[VocObject, ...] = ()
    tags: tuple[str, ...] = ()
    verified: bool = False
    checked: bool = False
    source: bytes | None = field(default=None, compare=False, repr=False)

    def with_objects(self, objects: tuple[VocObject, ...]) -> "Annotation":
        """Return the annotation with these objects instead."""
        return replace(self, objects=objects)

    @property
    def state(self) -> State:
        """How far the labelling is, given that there is a file: NEW is said only of an image without one."""
        return state_of(has_file=True, verified=self.verified, checked=self.checked)


def state_of(*, has_file: bool, verified: bool, checked: bool) -> State:
    """Return the state of an image; a checked mark counts only where the image is verified as well."""
    if verified:
        return State.CHECKED if checked else State.DONE
    return State.IN_WORK if has_file else State.NEW
