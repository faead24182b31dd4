"""Copies of objects: duplicated beside the old ones, carried to another image, or on a clipboard as text."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from math import ceil, floor
from pathlib import Path

from core.clipping import clipped
from core.editing.edits import allowed_shift
from core.editing.groups import free_group
from core.errors import AnnotationFileError, InvalidValueError
from core.geometry import Shape
from core.voc import annotation_file
from core.voc.annotation import GROUP, HIDDEN, LOCKED, ROTATION, Annotation, VocObject

MOST_STEPS = 100
"""How often a copy is moved on at most until it covers no other object exactly."""
_NO_FILE = Path("the clipboard")


@dataclass(frozen=True)
class Pasted:
    """What a paste came to: the annotation and the places of the copies.

    Of these, ``brought`` lay wholly outside and were moved in, ``cut`` were cut at the border; ``dropped`` more had
    nothing inside whatever was done.
    """

    annotation: Annotation
    places: frozenset[int]
    cut: int = 0
    brought: int = 0
    dropped: int = 0


def paste(
    annotation: Annotation, objects: Iterable[VocObject], size: tuple[int, int], step: float | None = None
) -> Pasted:
    """Return the annotation with copies of ``objects`` on top, cut to an image of ``size`` (width, height) pixels.

    The copies keep their places, but for those that would lie wholly outside: these are moved to the border. With a
    ``step`` in pixels all are moved by it, right and down, as often as it takes (not at all, where nothing is in the
    way) until none of them lies exactly on an object of its kind. Copies are free (not locked), visible, and form
    groups of their own.
    """
    copies = [_free_copy(thing) for thing in objects]
    kept: list[VocObject] = []
    cut = brought = 0
    for thing in copies:
        outside = clipped(thing.shape, *size) is None
        whole = _brought_in(thing.shape, size) if outside else thing.shape
        shape = clipped(whole, *size)
        if shape is None:
            continue
        brought += outside
        if shape is not whole:
            cut += 1
            thing = thing.with_attribute(ROTATION, None)
        kept.append(replace(thing, shape=shape))
    moved = kept if step is None else _moved_on(annotation, kept, size, step)
    first = len(annotation.objects)
    after = annotation.with_objects((*annotation.objects, *_regrouped(annotation, moved)))
    return Pasted(after, frozenset(range(first, first + len(moved))), cut, brought, len(copies) - len(kept))


def duplicate(annotation: Annotation, places: Collection[int], size: tuple[int, int], step: float) -> Pasted:
    """Return the annotation with a copy of each object at ``places``, a ``step`` in pixels beside the old one."""
    return paste(annotation, [annotation.objects[place] for place in sorted(places)], size, step)


def to_text(objects: Iterable[VocObject], size: tuple[int, int]) -> str:
    """Return the objects of an image of ``size`` as Pascal VOC XML, which any program can take as text."""
    width, height = size
    free = tuple(replace(thing, origin=None) for thing in objects)
    carried = Annotation(filename="copied objects", width=width, height=height, objects=free)
    return annotation_file.to_bytes(carried, exact=True).decode("utf-8")


def from_text(text: str) -> tuple[VocObject, ...]:
    """Return the objects of a Pascal VOC XML text, be it ours or another program's.

    Raises:
        InvalidValueError: the text is no such XML, or says nothing of objects.
    """
    if not text.lstrip().startswith("<"):
        raise InvalidValueError("There are no objects on the clipboard: copy some first.")
    try:
        read = annotation_file.parse(text.strip().encode("utf-8"), _NO_FILE)
    except AnnotationFileError as error:
        raise InvalidValueError(f"The text on the clipboard cannot be pasted: {error.reason}") from error
    return tuple(replace(thing, origin=None) for thing in read.objects)


def _brought_in(shape: Shape, size: tuple[int, int]) -> Shape:
    """Return the shape moved by whole pixels, as little as needed, so that it lies in the image or fills it."""
    bounds = shape.bounds
    ways = (
        floor(min(extent - high, 0)) if high > extent else ceil(max(-low, 0))
        for low, high, extent in ((bounds.x0, bounds.x1, size[0]), (bounds.y0, bounds.y1, size[1]))
    )
    return shape.moved(*ways)


def _free_copy(thing: VocObject) -> VocObject:
    return replace(thing, origin=None).with_attribute(LOCKED, None).with_attribute(HIDDEN, None)


def _moved_on(annotation: Annotation, copies: list[VocObject], size: tuple[int, int], step: float) -> list[VocObject]:
    """Return the copies moved until none covers its like exactly; towards the other side where the border is near."""
    taken = {(thing.label, thing.shape) for thing in annotation.objects}
    shapes = [thing.shape for thing in copies]
    for way in (step, -step):
        for count in range(MOST_STEPS + 1):
            shift = allowed_shift(shapes, *size, way * count, way * count)
            moved = [replace(thing, shape=thing.shape.moved(*shift)) for thing in copies]
            if not any((thing.label, thing.shape) in taken for thing in moved):
                return moved
            if max(map(abs, shift)) < abs(way) * (count - 1):
                break  # the border is reached on both axes
    return copies


def _regrouped(annotation: Annotation, copies: list[VocObject]) -> list[VocObject]:
    """Return the copies with a new group number in the place of each that they carry."""
    numbers: dict[str, str] = {}
    first = free_group(annotation.objects)
    for thing in copies:
        if thing.group is not None and thing.group not in numbers:
            numbers[thing.group] = str(first + len(numbers))
    return [thing.with_attribute(GROUP, numbers[thing.group]) if thing.group else thing for thing in copies]
