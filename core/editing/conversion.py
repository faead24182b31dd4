"""Edits that make masks of outlines and outlines of masks, and join and part what is selected. Pure functions.

Each returns the annotation and the places of what the selected objects have become. Locked objects stay as they are;
new objects take the place, the label and all marks of the one that they were made of.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from core.editing.edits import unlocked
from core.editing.mask_edits import parts_of, union_of, without_holes
from core.editing.outline import mask_of, polygons_of
from core.errors import InvalidValueError
from core.geometry import Box, Mask, Polygon, Polyline, Shape
from core.voc.annotation import ROTATION, Annotation, VocObject

Changed = tuple[Annotation, frozenset[int]]
Maker = Callable[[VocObject], tuple[Shape, ...]]
AREAS = (Box, Polygon, Polyline, Mask)


def holds_masks(annotation: Annotation, places: Collection[int]) -> bool:
    """Tell whether ``convert`` would make polygons: one of the objects is a mask."""
    return any(isinstance(annotation.objects[place].shape, Mask) for place in places)


def convert(annotation: Annotation, places: Collection[int], tolerance_px: float, size: tuple[int, int]) -> Changed:
    """Return masks as polygons, one for each part, or, where no mask is among them, all else as masks.

    ``size`` is that of the image; see ``outline.polygons_of`` for the tolerance and for what becomes of holes. Points
    stay, and so does what covers no pixel of the image.
    """

    def polygons(thing: VocObject) -> tuple[Shape, ...]:
        return polygons_of(thing.shape, tolerance_px) if isinstance(thing.shape, Mask) else (thing.shape,)

    def mask(thing: VocObject) -> tuple[Shape, ...]:
        return (mask_of(thing.shape, *size) or thing.shape,)

    return _exchanged(annotation, places, polygons if holds_masks(annotation, places) else mask)


def split(annotation: Annotation, places: Collection[int]) -> Changed:
    """Return each connected part of the masks as an object of its own."""

    def parts(thing: VocObject) -> tuple[Shape, ...]:
        return parts_of(thing.shape) if isinstance(thing.shape, Mask) else (thing.shape,)

    return _exchanged(annotation, places, parts)


def fill_holes(annotation: Annotation, places: Collection[int]) -> Changed:
    """Return the masks without holes."""

    def full(thing: VocObject) -> tuple[Shape, ...]:
        return (without_holes(thing.shape) if isinstance(thing.shape, Mask) else thing.shape,)

    return _exchanged(annotation, places, full)


def merge(annotation: Annotation, places: Collection[int], size: tuple[int, int]) -> Changed:
    """Return the objects as one mask, in the place of the lowest, with what was said of that.

    Raises:
        InvalidValueError: they are fewer than two free ones, of several labels, or no areas.
    """
    free = sorted(unlocked(annotation, places))
    things = [annotation.objects[place] for place in free]
    if len(things) < 2:
        raise InvalidValueError("Select two or more objects that are not locked to merge them.")
    if len({thing.label for thing in things}) > 1:
        raise InvalidValueError("Only objects of one label can be merged: give them the same label first.")
    if not all(isinstance(thing.shape, AREAS) for thing in things):
        raise InvalidValueError("Points have no area to merge: leave them out of the selection.")
    masks = [mask for thing in things if (mask := mask_of(thing.shape, *size)) is not None]
    whole = union_of(masks)
    if whole is None:
        raise InvalidValueError("The selected objects cover no pixel of the image: nothing to merge.")
    merged, rest = _made(things[0], whole), frozenset(free[1:])
    objects = tuple(
        merged if place == free[0] else thing for place, thing in enumerate(annotation.objects) if place not in rest
    )
    return annotation.with_objects(objects), frozenset((free[0],))


def _exchanged(annotation: Annotation, places: Collection[int], make: Maker) -> Changed:
    """Return the annotation with the objects at ``places`` made anew, each by as many as ``make`` returns."""
    free, objects, chosen = unlocked(annotation, places), list[VocObject](), set[int]()
    for place, thing in enumerate(annotation.objects):
        shapes = make(thing) if place in free else (thing.shape,)
        if place in places:
            chosen.update(range(len(objects), len(objects) + len(shapes)))
        objects += [_made(thing, shape, first=not number) for number, shape in enumerate(shapes)]
    return annotation.with_objects(tuple(objects)), frozenset(chosen)


def _made(thing: VocObject, shape: Shape, *, first: bool = True) -> VocObject:
    """Return the object with another shape; only the first of several is the one that its file knows."""
    if shape is thing.shape:
        return thing
    made = replace(thing, shape=shape).with_attribute(ROTATION, None)
    return made if first else replace(made, origin=None)
