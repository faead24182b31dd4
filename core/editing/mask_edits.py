"""Edits of masks, all pure: fill holes, part and join masks, keep them from taking each other's pixels."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.edits import change_objects
from core.geometry import XY, Box, Mask
from core.runs import EMPTY, Spans
from core.voc.annotation import Annotation, VocObject


def union_of(masks: Iterable[Mask]) -> Mask | None:
    """Return the mask of all pixels that are on in any of the masks, None without masks."""
    return Mask.from_spans(reduce(Spans.united, (mask.spans for mask in masks), EMPTY))


def parts_of(mask: Mask) -> tuple[Mask, ...]:
    """Return the connected parts of a mask, from the top down; pixels that share a corner hold together."""
    return tuple(_areas(mask, mask.crop(), 8))


def holes_of(mask: Mask) -> tuple[Mask, ...]:
    """Return the holes of a mask: what is off and, going by pixels' edges alone, cannot leave its crop."""
    crop = mask.bounds
    return tuple(
        area
        for area in _areas(mask, ~mask.crop(), 4)
        if area.left > crop.x0 and area.top > crop.y0 and area.bounds.x1 < crop.x1 and area.bounds.y1 < crop.y1
    )


def hole_at(mask: Mask, at: XY) -> Mask | None:
    """Return the hole in which a point of the image lies, None where it lies in none."""
    x, y = int(at[0] // 1), int(at[1] // 1)
    return next((hole for hole in holes_of(mask) if hole.spans.clipped(x, y, x + 1, y + 1).area), None)


def without_holes(mask: Mask) -> Mask:
    """Return the mask with every hole filled."""
    return union_of((mask, *holes_of(mask))) or mask


def others_near(annotation: Annotation, place: int | None) -> Iterator[Spans]:
    """Yield the spans of the masks that are seen, but for that at ``place``."""
    for number, thing in enumerate(annotation.objects):
        if number != place and isinstance(thing.shape, Mask) and not thing.hidden:
            yield thing.shape.spans


def erase_from_others(annotation: Annotation, place: int | None, taken: Spans) -> Annotation:
    """Return the annotation in which masks other than that at ``place`` have lost the pixels ``taken``.

    Locked and hidden masks keep theirs, and so does one that would have none left: an object does not vanish unasked.
    """

    def lose(thing: VocObject) -> VocObject:
        shape = thing.shape
        if not isinstance(shape, Mask) or thing.locked or thing.hidden:
            return thing
        box = taken.bounds
        if box is None or not shape.spans.clipped(*box).area:
            return thing
        left = Mask.from_spans(shape.spans.without(taken))
        return replace(thing, shape=left) if left is not None and left != shape else thing

    others = (number for number in range(len(annotation.objects)) if number != place)
    return change_objects(annotation, frozenset(others), lose)


def _areas(mask: Mask, on: NDArray[np.bool_], connectivity: int) -> Iterator[Mask]:
    """Yield the connected areas of an array that lies where the mask's crop does."""
    count, numbers, stats, _ = cv2.connectedComponentsWithStats(on.view(np.uint8), connectivity=connectivity)
    for number in range(1, count):
        x, y, width, height = (int(value) for value in stats[number, :4])
        area = Mask.from_array(numbers[y : y + height, x : x + width] == number, mask.left + x, mask.top + y)
        if area is not None:
            yield area


def changed_box(old: Mask, new: Mask) -> Box | None:
    """Return the box around the pixels that only one of the two masks holds, None where they are the same."""
    bounds = old.spans.combined(new.spans, np.logical_xor).bounds
    return Box(*bounds) if bounds is not None else None
