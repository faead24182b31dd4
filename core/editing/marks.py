"""What is said of objects beside their label and shape: locks, visibility, poses, attributes, texts."""

from collections.abc import Collection
from dataclasses import replace

from core.editing.edits import change_objects
from core.errors import InvalidValueError
from core.voc.annotation import HIDDEN, LOCKED, RESERVED, TEXT, Annotation, VocObject, checked_text


def set_locked(annotation: Annotation, places: Collection[int], locked: bool) -> Annotation:
    """Return the annotation with the objects at ``places`` locked, or free again."""
    return _with_mark(annotation, places, LOCKED, locked)


def set_hidden(annotation: Annotation, places: Collection[int], hidden: bool) -> Annotation:
    """Return the annotation with the objects at ``places`` hidden, or shown again."""
    return _with_mark(annotation, places, HIDDEN, hidden)


def show_all(annotation: Annotation) -> Annotation:
    """Return the annotation with no object hidden."""
    return set_hidden(annotation, [place for place, thing in enumerate(annotation.objects) if thing.hidden], False)


def set_pose(annotation: Annotation, places: Collection[int], pose: str) -> Annotation:
    """Return the annotation with another pose for the objects at ``places``; none typed means 'Unspecified'.

    Raises:
        InvalidValueError: the pose cannot be written.
    """
    pose = checked_text(pose.strip() or "Unspecified", "pose")
    return change_objects(annotation, places, lambda thing: replace(thing, pose=pose))


def set_text(annotation: Annotation, places: Collection[int], text: str) -> Annotation:
    """Return the annotation with another text for the objects at ``places``; an empty one is taken away.

    Raises:
        InvalidValueError: the text cannot be written.
    """
    return set_attribute(annotation, places, TEXT, text.strip() or None)


def set_attribute(annotation: Annotation, places: Collection[int], name: str, value: str | None) -> Annotation:
    """Return the annotation with an attribute of the objects at ``places`` set; None removes it.

    Raises:
        InvalidValueError: the name or the value cannot be written.
    """
    return change_objects(annotation, places, lambda thing: thing.with_attribute(name, value))


def rename_attribute(annotation: Annotation, places: Collection[int], old: str, new: str) -> Annotation:
    """Return the annotation with an attribute of the objects at ``places`` called otherwise, its value kept.

    Raises:
        InvalidValueError: the new name cannot be written, is one of the program's own, or is there already.
    """
    checked_text(new, "attribute")
    if new in RESERVED:
        raise InvalidValueError(f"The attribute {new!r} is one of the program's own: choose another name.")
    if old != new and any(annotation.objects[place].attribute(new) is not None for place in places):
        raise InvalidValueError(f"The attribute {new!r} is there already: choose another name.")
    return change_objects(annotation, places, lambda thing: _renamed(thing, old, new))


def _renamed(thing: VocObject, old: str, new: str) -> VocObject:
    pairs = tuple((new if name == old else name, value) for name, value in thing.attributes)
    return replace(thing, attributes=pairs)


def _with_mark(annotation: Annotation, places: Collection[int], name: str, on: bool) -> Annotation:
    return set_attribute(annotation, places, name, "true" if on else None)
