"""Objects that cannot be right: out of the image, of no area, swapped, too small to learn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from core.geometry import Box, Point, Polygon, Polyline, Shape
from core.voc.annotation import ROTATION, VocObject
from core.voc.checks.limits import Limits
from core.voc.checks.problem import ClipFix, Fix, ObjectFix, Problem

Size = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """Where an object stands: the image's name and size (width, height), the file, its line, its place there.

    ``origin`` is the number that the file has for the image's first pixel.
    """

    image: str
    size: Size
    path: Path
    line: int
    place: int
    origin: int = 1


def object_problems(at: Place, found: VocObject, limits: Limits) -> Iterator[Problem]:
    """Yield what is wrong with one object by itself."""
    shape = found.shape
    if isinstance(shape, Polygon | Polyline):
        least = 3 if isinstance(shape, Polygon) else 2
        if len(shape.points) < least:
            values = {"shape": type(shape).__name__.lower(), "label": found.label, "least": least}
            yield _problem("too-few-points", at, found, values, _without(at, found))
            return
    if isinstance(shape, Box) and (shape.width < 0 or shape.height < 0):
        mended = replace(found, shape=_unswapped(shape, at.origin))
        yield _problem("box-swapped", at, found, {"label": found.label}, ObjectFix(at.image, at.place, found, mended))
        return
    if isinstance(shape, Box) and min(shape.width, shape.height) <= 1:
        values = {"label": found.label, "size": f"{shape.width:g} x {shape.height:g}"}
        # A hair may be one pixel wide: only what has no length either is a slip for sure.
        slip = shape.area <= 0 or max(shape.width, shape.height) <= 1
        yield _problem("box-too-small", at, found, values, _without(at, found) if slip else None)
    else:
        yield from _tiny(at, found, limits)
    yield from _outside(at, found)


def begins_at_zero(found: VocObject) -> bool:
    """Tell whether the object begins exactly one pixel before the image: 0 was written where 1 is the first."""
    box = extent(found.shape)
    return isinstance(found.shape, Box) and -1 in (box.x0, box.y0) and min(box.x0, box.y0) == -1


def extent(shape: Shape) -> Box:
    """Return the box round the places that a person set: half a line's width beside them does not count."""
    return Box.around(shape.points) if isinstance(shape, Polyline) else shape.bounds


def _outside(at: Place, found: VocObject) -> Iterator[Problem]:
    width, height = at.size
    box = extent(found.shape)
    by = max(-box.x0, -box.y0, box.x1 - width, box.y1 - height)
    if not (width and height) or by <= 0 or _turned_over_the_border(found, box, at.size):
        return
    values = {"label": found.label, "by": f"{by:g}"}
    yield _problem("box-out-of-image", at, found, values, ClipFix(at.image, at.place, found, at.size))


def _turned_over_the_border(found: VocObject, box: Box, size: Size) -> bool:
    """Tell whether it is a rotated box with its middle in the image: its corners may stand out, and cannot be cut."""
    middle = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return found.attribute(ROTATION) is not None and Box(0, 0, *size).contains(*middle)


def _tiny(at: Place, found: VocObject, limits: Limits) -> Iterator[Problem]:
    width, height = at.size
    if limits.input_size is None or isinstance(found.shape, Point | Polyline) or not (width and height):
        return
    scale = min(limits.input_size[0] / height, limits.input_size[1] / width)
    box = found.shape.bounds
    if max(box.width, box.height) * scale >= limits.object_px:
        return
    trained = f"{box.width * scale:.1f} x {box.height * scale:.1f}"
    values = {"label": found.label, "size": f"{box.width:g} x {box.height:g}", "trained": trained}
    yield _problem("object-tiny", at, found, values)


def _unswapped(box: Box, origin: int) -> Box:
    """Return the box that the file's numbers give once they are exchanged; in it both end pixels count."""
    x0, x1 = (box.x1 - origin, box.x0 + origin) if box.width < 0 else (box.x0, box.x1)
    y0, y1 = (box.y1 - origin, box.y0 + origin) if box.height < 0 else (box.y0, box.y1)
    return Box(x0, y0, x1, y1)


def _problem(kind: str, at: Place, found: VocObject, values: Mapping[str, object], fix: Fix | None = None) -> Problem:
    """Return the problem; what a person has locked is not to be mended by a machine."""
    return Problem(
        kind=kind, path=at.path, line=at.line, values=values, image=at.image, place=at.place, label=found.label,
        fix=None if found.locked else fix, sign=repr(found.shape.bounds),
    )  # fmt: skip


def _without(at: Place, found: VocObject) -> ObjectFix:
    return ObjectFix(at.image, at.place, found, None)
