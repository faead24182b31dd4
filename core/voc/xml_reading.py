"""From XML elements to values: what labelImg, CVAT, Roboflow, labelme, X-AnyLabeling and the devkits write.

The ordinary box and outline, by far the most there is in a large file, are read as a whole; whatever looks otherwise
goes the long way, number by number, which also says what is wrong with it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import NoReturn

from lxml import etree

from core.errors import AnnotationFileError, InvalidValueError
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.images import MAX_PIXELS
from core.voc.annotation import Annotation, VocObject
from core.voc.convention import Convention
from core.voc.xml_tree import line_of

EDGES = ("xmin", "ymin", "xmax", "ymax")
SHAPE_TAGS = ("mask", "polygon", "polyline", "point")
"""The elements that say more than the box, the first that is there counting most."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_OF_NUMBERS = re.compile(r"[0-9.eE+\-\s]*", re.ASCII)
"""The signs of which float() takes nothing that is no number as _NUMBER has it."""
_LARGEST = 1e9
_TRUE = frozenset({"true", "yes"})
_FALSE = frozenset({"", "false", "no", "unspecified"})
_COORDINATE = re.compile(r"([xy])(\d{0,9})", re.ASCII)


@dataclass(frozen=True)
class Reader:
    """Reads the elements of one file: ``path`` is for its messages, ``convention`` tells what its numbers mean."""

    path: Path
    convention: Convention

    def annotation(self, root: etree._Element, source: bytes) -> Annotation:
        """Return all that the file says; a width or height of 0 where it says none.

        Raises:
            AnnotationFileError: the root is another, or a needed element is missing or holds what it cannot hold.
        """
        if root.tag != "annotation":
            self._fail(root, f"is XML of another kind: it holds <{root.tag}> instead of <annotation>.")
        said = _children(root)
        size = _children(said.get("size"))
        width, height, depth = (self._count(size, tag) for tag in ("width", "height", "depth"))
        tags = (_text_of(tag) for tag in _all(said.get("tags"), "tag"))
        return Annotation(
            filename=_text_of(said.get("filename")),
            width=width,
            height=height,
            depth=depth or 3,
            objects=tuple(self.voc_object(element, place) for place, element in enumerate(_all(root, "object"))),
            tags=tuple(filter(None, tags)),
            verified=_is_marked(root, "verified"),
            checked=_is_marked(root, "checked"),
            source=source,
        )

    def voc_object(self, element: etree._Element, place: int) -> VocObject:
        """Return the object of that place among those of its file."""
        said = _children(element)
        label = _text_of(said.get("name"))
        if not label:
            self._fail(element, "has an object without a name: write its label there.")
        try:
            return VocObject(
                label=label,
                shape=self.shape(element, said),
                difficult=self._flag(said.get("difficult")),
                truncated=self._flag(said.get("truncated")),
                occluded=self._flag(said.get("occluded")),
                pose=_text_of(said.get("pose")) or "Unspecified",
                attributes=tuple(_attributes(said.get("attributes"))),
                origin=place,
            )
        except InvalidValueError as error:
            raise AnnotationFileError(self.path, str(error), line_of(element)) from error

    def shape(self, element: etree._Element, said: dict[str, etree._Element]) -> Shape:
        """Return the object's shape: the most exact of those that it has."""
        box_element = said.get("bndbox")
        box = None if box_element is None else self._box(box_element)
        for tag in SHAPE_TAGS:
            found = said.get(tag)
            shape = None if found is None else self._exact_shape(found, box)
            if shape is not None:
                return shape
        if box is None:
            self._fail(element, "has an object without a bndbox: draw it or remove the object.")
        return box

    def _exact_shape(self, element: etree._Element, box: Box | None) -> Shape | None:
        """Return the shape that the element says; None for an outline of no points, and a point beside a real box."""
        if element.tag == "mask":
            return self._mask(element)
        points = self._points(element)
        if not points:
            return None
        if element.tag == "polygon":
            return Polygon(points)
        if element.tag == "polyline":
            return Polyline(points, self._number(element.get("width", "1"), element))
        return Point(*points[0]) if box is None or is_point_box(box) else None

    def _box(self, element: etree._Element) -> Box:
        edges = _plain_numbers([*element], EDGES)
        if edges is None:
            said = _children(element)
            edges = [self._edge(element, said, tag) for tag in EDGES]
        xmin, ymin, xmax, ymax = edges
        return self.convention.box((xmin, ymin, xmax, ymax))

    def _edge(self, element: etree._Element, said: dict[str, etree._Element], tag: str) -> float:
        found = said.get(tag)
        if found is None:
            self._fail(element, f"has a bndbox without {tag}: complete it or remove the object.")
        return self._number(_text_of(found), found)

    def _points(self, element: etree._Element) -> tuple[XY, ...]:
        """Return the points of ``<x1/><y1/><x2/>..``, ``<x/><y/>`` or ``<pt><x/><y/></pt>..`` in their order."""
        children = [*element]
        numbers = _plain_numbers(children, point_tags(len(children) // 2))
        if numbers is not None:
            return self.convention.points(numbers[0::2], numbers[1::2])
        axes: dict[str, list[tuple[int, float]]] = {"x": [], "y": []}
        for leaf in (leaf for child in children for leaf in ([*child] or [child])):
            if named := _COORDINATE.fullmatch(leaf.tag):
                axes[named[1]].append((int(named[2] or 0), self._number(_text_of(leaf), leaf)))
        xs, ys = (sorted(axis, key=lambda entry: entry[0]) for axis in axes.values())
        if [number for number, _ in xs] != [number for number, _ in ys]:
            self._fail(element, f"has a {element.tag} in which an x or a y is missing: complete or remove it.")
        return self.convention.points([x for _, x in xs], [y for _, y in ys])

    def _mask(self, element: etree._Element) -> Mask:
        left, top, width, height = (
            int(self._number(element.get(name, ""), element)) for name in ("left", "top", "width", "height")
        )
        try:
            counts = tuple(int(count) for count in element.get("rle", "").split(","))
        except ValueError:
            self._fail(element, "has a mask whose rle is not a list of whole numbers: remove the mask.")
        fits = width > 0 and height > 0 and sum(counts) == width * height and min(counts) >= 0
        if not fits or width * height > MAX_PIXELS:
            self._fail(element, "has a mask whose rle does not add up to its width times height: remove the mask.")
        return Mask(left, top, width, height, counts)

    def _flag(self, element: etree._Element | None) -> bool:
        text = _text_of(element).lower()
        if element is None or text in _TRUE or text in _FALSE:
            return text in _TRUE
        return self._number(text, element) != 0

    def _count(self, size: dict[str, etree._Element], tag: str) -> int:
        found = size.get(tag)
        text = _text_of(found)
        return max(0, round(self._number(text, found))) if found is not None and text else 0

    def _number(self, text: str, element: etree._Element) -> float:
        text = text.strip()
        if not _NUMBER.fullmatch(text):
            self._fail(element, f"has {text[:40]!r} in <{element.tag}>, which must be a number: correct it.")
        number = float(text)
        if not isfinite(number) or abs(number) > _LARGEST:
            self._fail(element, f"has {text[:40]!r} in <{element.tag}>, which is no place in an image: correct it.")
        return number

    def _fail(self, element: etree._Element, reason: str) -> NoReturn:
        raise AnnotationFileError(self.path, reason, line_of(element))


def _children(element: etree._Element | None) -> dict[str, etree._Element]:
    """Return the first child of each tag; none of no element."""
    return {} if element is None else {child.tag: child for child in element.iterchildren(reversed=True)}


def _all(element: etree._Element | None, tag: str) -> Iterable[etree._Element]:
    return () if element is None else element.iterchildren(tag)


def _text_of(element: etree._Element | None) -> str:
    """Return the element's own text, that between its children included, without blanks round it; "" of no element."""
    if element is None:
        return ""
    text = element.text or ""
    return (text + "".join(child.tail or "" for child in element) if len(element) else text).strip()


def _plain_numbers(elements: list[etree._Element], tags: tuple[str, ...]) -> list[float] | None:
    """Return what elements of exactly these tags say, if that is a number in each and nothing else."""
    if tuple([element.tag for element in elements]) != tags or any(map(len, elements)):
        return None
    texts = [element.text or "" for element in elements]
    if not _OF_NUMBERS.fullmatch("".join(texts)):
        return None
    try:
        numbers = [*map(float, texts)]
    except ValueError:
        return None
    return numbers if numbers and min(numbers) >= -_LARGEST and max(numbers) <= _LARGEST else None


@lru_cache(maxsize=256)
def point_tags(count: int) -> tuple[str, ...]:
    """Return x1, y1, x2, y2 and so on for that many points."""
    return tuple(f"{axis}{number}" for number in range(1, count + 1) for axis in "xy")


def _attributes(element: etree._Element | None) -> Iterator[tuple[str, str]]:
    for said in map(_children, _all(element, "attribute")):
        if name := _text_of(said.get("name")):
            yield name, _text_of(said.get("value"))


def _is_marked(root: etree._Element, name: str) -> bool:
    """Tell whether an attribute of the start tag says yes, as labelImg's 'verified' does."""
    return root.get(name, "").strip().lower() in _TRUE


def is_point_box(box: Box) -> bool:
    """Tell whether a box is that of a point: the devkit's action lists give persons a point beside a real box."""
    return box.width <= 1 and box.height <= 1
