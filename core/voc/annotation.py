"""What is said of one image: frozen values, equal when they say the same."""

import unicodedata
from dataclasses import dataclass, field, replace

from core.errors import InvalidValueError
from core.geometry import Shape


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


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """All that is said of one image.

    ``width`` and ``height`` are those of the image as shown, that is, after its EXIF turn. ``tags`` are image-level
    labels such as OK or NG. ``verified`` is a person's word that the image is done. ``source`` are the bytes of the
    file that it was read from (None if there was none); they take no part in comparisons.
    """

    filename: str
    width: int
    height: int
    depth: int = 3
    objects: tuple[VocObject, ...] = ()
    tags: tuple[str, ...] = ()
    verified: bool = False
    source: bytes | None = field(default=None, compare=False, repr=False)

    def with_objects(self, objects: tuple[VocObject, ...]) -> "Annotation":
        """Return the annotation with these objects instead."""
        return replace(self, objects=objects)
