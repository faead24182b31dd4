"""Groups: objects that share a number, so that selecting one selects all of them."""

from collections.abc import Collection, Iterable, Sequence

from core.editing.edits import change_objects
from core.voc.annotation import GROUP, Annotation, VocObject


def group(annotation: Annotation, places: Collection[int]) -> Annotation:
    """Return the annotation with the objects at ``places`` in a new group of their own."""
    number = str(free_group(annotation.objects))
    return change_objects(annotation, places, lambda thing: thing.with_attribute(GROUP, number))


def ungroup(annotation: Annotation, places: Collection[int]) -> Annotation:
    """Return the annotation with the objects at ``places``, and whoever shares a group with them, on their own."""
    members = with_members(annotation.objects, places)
    return change_objects(annotation, members, lambda thing: thing.with_attribute(GROUP, None))


def with_members(objects: Sequence[VocObject], places: Collection[int]) -> frozenset[int]:
    """Return ``places`` and those of all objects that share a group with one of them."""
    groups = {objects[place].group for place in places} - {None}
    if not groups:
        return frozenset(places)
    return frozenset(places) | {place for place, thing in enumerate(objects) if thing.group in groups}


def free_group(objects: Iterable[VocObject]) -> int:
    """Return a number above those of all groups, at least 1."""
    numbers = [int(thing.group) for thing in objects if thing.group and thing.group.isdecimal()]
    return max(numbers, default=0) + 1
