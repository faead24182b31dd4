"""From XML elements to values: what labelImg, CVAT, Roboflow, labelme, X-AnyLabeling and the devkits write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import NoReturn

from core.errors import AnnotationFileError, InvalidValueError
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.images import MAX_PIXELS
from core.voc.annotation import Annotation, VocObject
from core.voc.convention import Convention
from core.voc.xml_source import Element

EDGES = ("xmin", "ymin", "xmax", "ymax")
SHAPE_TAGS = ("mask", "polygon", "polyline", "point")
"""The elements that say more than the box, the first that is there counting most."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_LARGEST = 1e9
_TRUE = frozenset({"true", "yes"})
_FALSE = frozenset({"", "false", "no", "unspecified"})
_COORDINATE = re.compile(r"([xy])(\d{0,9})", re.ASCII)


@dataclass(frozen=True)
class Reader:
    """Reads the elements of one file: ``path`` is for its messages, ``convention`` tells what its numbers mean."""

    path: Path
    convention: Convention

    def annotation(self, root: Element, source: bytes) -> Annotation:
        """Return all that the file says; a width or height of 0 where it says none.

        Raises:
            AnnotationFileError: the root is another, or a needed element is missing or holds what it cannot hold.
        """
        if root.tag != "annotation":
            self._fail(root, f"is XML of another kind: it holds <{root.tag}> instead of <annotation>.")
        size = root.first("size")
        width, height, depth = (self._count(size, tag) for tag in ("width", "height", "depth"))
        tags = root.first("tags")
        return Annotation(
            filename=self._text(root, "filename"),
            width=width,
            height=height,
            depth=depth or 3,
            objects=tuple(self.voc_object(element, place) for place, element in enumerate(root.all("object"))),
            tags=tuple(filter(None, (tag.text.strip() for tag in tags.all("tag")))) if tags else (),
            verified=_is_marked(root, "verified"),
            checked=_is_marked(root, "checked"),
            source=source,
        )

    def voc_object(self, element: Element, place: int) -> VocObject:
        """Return the object of that place among those of its file."""
        label = self._text(element, "name")
        if not label:
            self._fail(element, "has an object without a name: write its label there.")
        try:
            return VocObject(
                label=label,
                shape=self.shape(element),
                difficult=self._flag(element, "difficult"),
                truncated=self._flag(element, "truncated"),
                occluded=self._flag(element, "occluded"),
                pose=self._text(element, "pose") or "Unspecified",
                attributes=tuple(self._attributes(element)),
                origin=place,
            )
        except InvalidValueError as error:
            raise AnnotationFileError(self.path, str(error), element.line) from error

    def shape(self, element: Element) -> Shape:
        """Return the object's shape: the most exact of those that it has."""
        box_element = element.first("bndbox")
        box = self._box(box_element) if box_element else None
        for tag in SHAPE_TAGS:
            found = element.first(tag)
            shape = self._exact_shape(found, box) if found else None
            if shape is not None:
                return shape
        if box is None:
            self._fail(element, "has an object without a bndbox: draw it or remove the object.")
        return box

    def _exact_shape(self, element: Element, box: Box | None) -> Shape | None:
        """Return the shape that the element says; None for an outline of no points, and a point beside a real box."""
        if element.tag == "mask":
            return self._mask(element)
        points = tuple(self._points(element))
        if not points:
            return None
        if element.tag == "polygon":
            return Polygon(points)
        if element.tag == "polyline":
            return Polyline(points, self._number(element.attributes.get("width", "1"), element))
        return Point(*points[0]) if box is None or is_point_box(box) else None

    def _box(self, element: Element) -> Box:
        xmin, ymin, xmax, ymax = (self._edge(element, tag) for tag in EDGES)
        return self.convention.box((xmin, ymin, xmax, ymax))

    def _edge(self, element: Element, tag: str) -> float:
        found = element.first(tag)
        if found is None:
            self._fail(element, f"has a bndbox without {tag}: complete it or remove the object.")
        return self._number(found.text, found)

    def _points(self, element: Element) -> Iterator[XY]:
        """Yield the points of ``<x1/><y1/><x2/>..``, ``<x/><y/>`` or ``<pt><x/><y/></pt>..`` in their order."""
        leaves = [leaf for child in element.children for leaf in (child.children or [child])]
        axes: dict[str, list[tuple[int, float]]] = {"x": [], "y": []}
        for leaf in leaves:
            if named := _COORDINATE.fullmatch(leaf.tag):
                axes[named[1]].append((int(named[2] or 0), self._number(leaf.text, leaf)))
        xs, ys = (sorted(axis, key=lambda entry: entry[0]) for axis in axes.values())
        if [number for number, _ in xs] != [number for number, _ in ys]:
            self._fail(element, f"has a {element.tag} in which an x or a y is missing: complete or remove it.")
        return (self.convention.point(x, y) for (_, x), (_, y) in zip(xs, ys, strict=True))

    def _mask(self, element: Element) -> Mask:
        left, top, width, height = (
            int(self._number(element.attributes.get(name, ""), element)) for name in ("left", "top", "width", "height")
        )
        try:
            counts = tuple(int(count) for count in element.attributes.get("rle", "").split(","))
        except ValueError:
            self._fail(element, "has a mask whose rle is not a list of whole numbers: remove the mask.")
        fits = width > 0 and height > 0 and sum(counts) == width * height and min(counts) >= 0
        if not fits or width * height > MAX_PIXELS:
            self._fail(element, "has a mask whose rle does not add up to its width times height: remove the mask.")
        return Mask(left, top, width, height, counts)

    def _attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        attributes = element.first("attributes")
        for attribute in attributes.all("attribute") if attributes else ():
            if name := self._text(attribute, "name"):
                yield name, self._text(attribute, "value")

    def _flag(self, element: Element, tag: str) -> bool:
        found = element.first(tag)
        text = found.text.strip().lower() if found else ""
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        return self._number(text, found or element) != 0

    def _count(self, size: Element | None, tag: str) -> int:
        found = size.first(tag) if size else None
        return max(0, round(self._number(found.text, found))) if found and found.text.strip() else 0

    def _text(self, element: Element, tag: str) -> str:
        found = element.first(tag)
        return found.text.strip() if found else ""

    def _number(self, text: str, element: Element) -> float:
        text = text.strip()
        if not _NUMBER.fullmatch(text):
            self._fail(element, f"has {text[:40]!r} in <{element.tag}>, which must be a number: correct it.")
        number = float(text)
        if not isfinite(number) or abs(number) > _LARGEST:
            self._fail(element, f"has {text[:40]!r} in <{element.tag}>, which is no place in an image: correct it.")
        return number

    def _fail(self, element: Element, reason: str) -> NoReturn:
        raise AnnotationFileError(self.path, reason, element.line)


def _is_marked(root: Element, name: str) -> bool:
    """Tell whether an attribute of the start tag says yes, as labelImg's 'verified' does."""
    return root.attributes.get(name, "").strip().lower() in _TRUE


def is_point_box(box: Box) -> bool:
    """Tell whether a box is that of a point: the devkit's action lists give persons a point beside a real box."""
    return box.width <= 1 and box.height <= 1
