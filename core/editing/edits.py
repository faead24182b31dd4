"""Edits: pure functions from one annotation to the next.

An object is named by its place among ``annotation.objects`` (0-based). Places that do not exist are an error of the
caller and raise ``IndexError``. An edit that changes nothing returns an equal annotation. A locked object keeps its
shape and is not removed, whoever asks: see ``unlocked``.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from core.geometry import Box, Shape
from core.voc.annotation import Annotation, VocObject, checked_text


def add_object(
    annotation: Annotation, label: str, shape: Shape, attributes: tuple[tuple[str, str], ...] = ()
) -> Annotation:
    """Return the annotation with a new object at the end.

    Raises:
        InvalidValueError: the label cannot be written.
    """
    return annotation.with_objects((*annotation.objects, VocObject(label=label, shape=shape, attributes=attributes)))


def remove_objects(annotation: Annotation, places: Collection[int]) -> Annotation:
    """Return the annotation without the objects at ``places``; locked ones stay."""
    gone = unlocked(annotation, places)
    return annotation.with_objects(tuple(thing for place, thing in enumerate(annotation.objects) if place not in gone))


def set_shape(annotation: Annotation, place: int, shape: Shape) -> Annotation:
    """Return the annotation with another shape for the object at ``place``, unless it is locked."""
    return change_objects(annotation, unlocked(annotation, [place]), lambda thing: replace(thing, shape=shape))


def move_objects(annotation: Annotation, places: Collection[int], dx: float, dy: float) -> Annotation:
    """Return the annotation with the objects at ``places`` moved by (dx, dy); see ``allowed_shift``."""
    free = unlocked(annotation, places)
    return change_objects(annotation, free, lambda thing: replace(thing, shape=thing.shape.moved(dx, dy)))


def unlocked(annotation: Annotation, places: Collection[int]) -> frozenset[int]:
    """Return those of ``places`` whose objects may be reshaped and removed."""
    return frozenset(place for place in places if not annotation.objects[place].locked)


def allowed_shift(shapes: Iterable[Shape], width: float, height: float, dx: float, dy: float) -> tuple[float, float]:
    """Return (dx, dy) rounded to whole pixels and shortened so that no shape is pushed out of an image of that size.

    Shapes that reach beyond the border already may come back but go no further out.
    """
    around = _bounds(shapes)
    if around is None:
        return 0.0, 0.0
    return _limited(round(dx), around.x0, around.x1, width), _limited(round(dy), around.y0, around.y1, height)


def set_label(annotation: Annotation, places: Collection[int], label: str) -> Annotation:
    """Return the annotation with another label for the objects at ``places``.

    Raises:
        InvalidValueError: the label cannot be written.
    """
    return change_objects(annotation, places, lambda thing: replace(thing, label=label))


def set_flags(
    annotation: Annotation,
    places: Collection[int],
    *,
    difficult: bool | None = None,
    truncated: bool | None = None,
    occluded: bool | None = None,
) -> Annotation:
    """Return the annotation with the flags that are not None set for the objects at ``places``."""

    def change(thing: VocObject) -> VocObject:
        return replace(
            thing,
            difficult=thing.difficult if difficult is None else difficult,
            truncated=thing.truncated if truncated is None else truncated,
            occluded=thing.occluded if occluded is None else occluded,
        )

    return change_objects(annotation, places, change)


def set_tags(annotation: Annotation, tags: Iterable[str]) -> Annotation:
    """Return the annotation with these tags, each once, in the order given.

    Raises:
        InvalidValueError: a tag cannot be written.
    """
    return replace(annotation, tags=tuple(dict.fromkeys(checked_text(tag, "tag") for tag in tags)))


def set_verified(annotation: Annotation, verified: bool) -> Annotation:
    """Return the annotation with a person's word on whether the image is done; one that is not is not checked."""
    return replace(annotation, verified=verified, checked=annotation.checked and verified)


def change_objects(
    annotation: Annotation, places: Collection[int], change: Callable[[VocObject], VocObject]
) -> Annotation:
    """Return the annotation with ``change`` made of each object at ``places``."""
    things = annotation.objects
    changed = {place: change(things[place]) for place in places}
    return annotation.with_objects(tuple(changed.get(place, thing) for place, thing in enumerate(things)))


def _bounds(shapes: Iterable[Shape]) -> Box | None:
    boxes = [shape.bounds for shape in shapes]
    if not boxes:
        return None
    return Box.around([corner for box in boxes for corner in ((box.x0, box.y0), (box.x1, box.y1))])


def _limited(shift: float, low: float, high: float, extent: float) -> float:
    """Return ``shift`` cut so that the span from ``low`` to ``high`` stays between 0 and ``extent``."""
    return min(max(shift, min(0.0, -low)), max(0.0, extent - high))
