"""What is drawn of an image's objects on its thumbnail: an outline each, in shares of the picture."""

from dataclasses import dataclass

import cv2
import numpy as np

from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc.annotation import Annotation, VocObject
from core.voc.thumbnails import SIDE

Ring = tuple[tuple[float, float], ...]
LIMIT = 400
"""More objects than this are not seen apart on a thumbnail."""


@dataclass(frozen=True)
class Outline:
    """The lines of one object: rings or open paths, with x and y from 0 to 1 across the picture."""

    label: str
    rings: tuple[Ring, ...]
    closed: bool = True


def outlines_of(annotation: Annotation) -> tuple[Outline, ...]:
    """Return the outlines of the objects that are not hidden; none where the picture's size is not known."""
    if not (annotation.width and annotation.height):
        return ()
    shown = [thing for thing in annotation.objects if not thing.hidden][:LIMIT]
    return tuple(outline_of(thing, annotation.width, annotation.height) for thing in shown)


def outline_of(thing: VocObject, width: int, height: int, side: int = SIDE) -> Outline:
    """Return the outline of an object on a picture of that size; masks are traced with a longest side of ``side``."""
    match thing.shape:
        case Polygon(points=points):
            return Outline(thing.label, (_shares(points, width, height),))
        case Polyline(points=points):
            return Outline(thing.label, (_shares(points, width, height),), closed=False)
        case Mask() as mask:
            return Outline(thing.label, _rings_of(mask, width, height, side))
        case Point(x=x, y=y):
            reach = max(width, height) / 60
            return Outline(thing.label, (_corners(Box(x, y, x, y).grown(reach), width, height),))
        case Box() as box:
            return Outline(thing.label, (_corners(box, width, height),))


def _corners(box: Box, width: int, height: int) -> Ring:
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    return _shares(corners, width, height)


def _shares(points: Ring, width: int, height: int) -> Ring:
    return tuple((x / width, y / height) for x, y in points)


def _rings_of(mask: Mask, width: int, height: int, side: int) -> tuple[Ring, ...]:
    """Return a mask's outlines, traced on a picture whose longest side is ``side``."""
    scale = min(1.0, side / max(width, height))
    size = (max(1, round(mask.width * scale)), max(1, round(mask.height * scale)))
    small = cv2.resize(mask.crop().astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA)
    contours, _order = cv2.findContours((small > 127).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    across, down = mask.width / size[0], mask.height / size[1]
    return tuple(
        tuple(((mask.left + (x + 0.5) * across) / width, (mask.top + (y + 0.5) * down) / height)
              for x, y in contour.reshape(-1, 2).tolist())
        for contour in contours
    )  # fmt: skip
