"""Which object lies over which: the order of the objects, the last on top.

Each edit returns the annotation and where the chosen objects are now; among themselves they keep their order.
"""

from collections.abc import Collection, Sequence

from core.editing.hit_test import unchanged_ends
from core.voc.annotation import Annotation

Arranged = tuple[Annotation, frozenset[int]]


def raised(annotation: Annotation, places: Collection[int]) -> Arranged:
    """Bring the objects at ``places`` one step up, over the next object that is not one of them."""
    return _arranged(annotation, places, _stepped(len(annotation.objects), frozenset(places)))


def lowered(annotation: Annotation, places: Collection[int]) -> Arranged:
    """Bring the objects at ``places`` one step down."""
    count = len(annotation.objects)
    mirrored = _stepped(count, frozenset(count - 1 - place for place in places))
    return _arranged(annotation, places, [count - 1 - place for place in reversed(mirrored)])


def to_top(annotation: Annotation, places: Collection[int]) -> Arranged:
    """Bring the objects at ``places`` over all others."""
    return put_before(annotation, places, len(annotation.objects))


def to_bottom(annotation: Annotation, places: Collection[int]) -> Arranged:
    """Bring the objects at ``places`` under all others."""
    return put_before(annotation, places, 0)


def put_before(annotation: Annotation, places: Collection[int], row: int) -> Arranged:
    """Bring the objects at ``places`` together, just under the object that is at ``row`` now (their count: on top)."""
    chosen = sorted(set(places))
    others = sorted(set(range(len(annotation.objects))).difference(chosen))
    below = [place for place in others if place < row]
    return _arranged(annotation, places, [*below, *chosen, *others[len(below) :]])


def _stepped(count: int, places: frozenset[int]) -> list[int]:
    """Return the old places in their new order, each chosen one swapped with the next that is not chosen."""
    order = list(range(count))
    for position in range(count - 2, -1, -1):
        if order[position] in places and order[position + 1] not in places:
            order[position], order[position + 1] = order[position + 1], order[position]
    return order


def _arranged(annotation: Annotation, places: Collection[int], order: Sequence[int]) -> Arranged:
    chosen = frozenset(places)
    moved = annotation.with_objects(tuple(annotation.objects[place] for place in order))
    return moved, frozenset(position for position, place in enumerate(order) if place in chosen)


def followed(before: Annotation, after: Annotation, places: Collection[int]) -> frozenset[int]:
    """Return where the objects at ``places`` of one annotation are in a later or earlier one of its history.

    Objects that are the very same values are followed. Of the others it is known where they are only as long as their
    number stays: then they are where they were.
    """
    if len(before.objects) != len(after.objects):
        return frozenset()
    first, last = unchanged_ends(before.objects, after.objects)
    now = {id(after.objects[place]): place for place in range(first, len(after.objects) - last)}
    return frozenset(now.get(id(before.objects[place]), place) for place in places if place < len(before.objects))
