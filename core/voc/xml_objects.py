"""From one object to its XML: a new one, or the text of one that is there with only that changed which was edited."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import VocObject, checked_text
from core.voc.convention import Convention, Edges
from core.voc.xml_places import Element
from core.voc.xml_reading import EDGES, SHAPE_TAGS, is_point_box, point_tags
from core.voc.xml_source import Changes, NewElement, Node, XmlSource, apply, built

_FLAGS = ("truncated", "difficult", "occluded")
_FRACTION = re.compile(rb"<(?:[xy](?:min|max))\b[^>]*>(?:<!--.*?-->|[^<.eE])*+[.eE]", re.DOTALL)


@dataclass(frozen=True)
class ObjectWriter:
    """Writes the objects of one file, of an image of ``size`` (width, height; 0 where it is not known).

    New boxes are written in whole pixels unless those of the source are not, or ``exact`` is asked for.
    """

    source: XmlSource
    convention: Convention
    size: tuple[int, int]
    exact: bool

    def new(self, found: VocObject) -> str:
        """Return the text of a new object, to be put after ``indent``."""
        return built(self._node(found), *self._layout)

    @property
    def indent(self) -> str:
        """The line break and the blanks before a new object: those before the file's last one."""
        return self._layout[0]

    @cached_property
    def _layout(self) -> tuple[str, str]:
        last = [*self.source.root.all("object")][-1:]
        indent, unit = self.source.layout(self.source.root)
        indent = self.source.indent(last[0].start) if last else indent
        return indent, unit if indent else ""

    def edited(self, place: Element, old: VocObject, new: VocObject) -> str:
        """Return the text of the object that stands at ``place``, with that changed which the new value says."""
        element = self.source.inside(place)
        changes = Changes(self.source, element)
        if new.label != old.label:
            changes.set_leaf("name", new.label)
        if new.pose != old.pose:
            changes.set_leaf("pose", checked_text(new.pose, "pose"))
        for name in _FLAGS:
            if getattr(new, name) != getattr(old, name):
                changes.set_leaf(name, str(int(getattr(new, name))))
        if new.shape != old.shape:
            self._reshape(changes, old.shape, new.shape)
        if new.attributes != old.attributes:
            changes.put("attributes", _attributes_node(new.attributes))
        return apply(self.source.body[element.start : element.end], changes.all(), element.start).decode("utf-8")

    def _reshape(self, changes: Changes, old: Shape, new: Shape) -> None:
        box = changes.parent.first("bndbox")
        if box is None:
            changes.missing.append(("bndbox", _numbers_by_tag(EDGES, self._edges(new, fractional=False))))
        else:
            self._patch_edges(changes, box, self._edges(new, fractional=self._is_fractional(box)))
        node = self._shape_node(new)
        keeps_point = not isinstance(old, Point) and isinstance(new, Box) and not is_point_box(new)
        for tag in SHAPE_TAGS:
            if node is not None and _tag_of(node) == tag:
                changes.put(tag, node)
            elif not (tag == "point" and keeps_point):
                changes.remove(tag)

    def _patch_edges(self, changes: Changes, box: Element, edges: Edges) -> None:
        for tag, number in zip(EDGES, edges, strict=True):
            leaf = box.first(tag)
            if leaf is not None and round(float(self.source.text(leaf)), 3) != round(number, 3):
                changes.patches.append(self.source.new_text(leaf, number_text(number)))

    def _node(self, found: VocObject) -> NewElement:
        """Return a whole new object as the devkit orders it, with what only we and CVAT say at its end."""
        edges = self._edges(found.shape, fractional=self._any_fractional)
        children: list[Node] = [("name", found.label), ("pose", checked_text(found.pose, "pose"))]
        children += [("truncated", str(int(found.truncated))), ("difficult", str(int(found.difficult)))]
        children += [("occluded", "1")] if found.occluded else []
        children.append(("bndbox", _numbers_by_tag(EDGES, edges)))
        shape = self._shape_node(found.shape)
        children += [shape] if shape else []
        children += [_attributes_node(found.attributes)] if found.attributes else []
        return "object", children

    @cached_property
    def _any_fractional(self) -> bool:
        return self.exact or _FRACTION.search(self.source.body) is not None

    def _is_fractional(self, box: Element) -> bool:
        return any(mark in self.source.text(leaf) for leaf in box.children for mark in ".eE")

    def _edges(self, shape: Shape, *, fractional: bool) -> Edges:
        """Return the numbers of the object's box: of what is drawn otherwise, the part inside the image."""
        if isinstance(shape, Box):
            return self.convention.edges(shape, fractional=fractional)
        box = shape.bounds
        if all(self.size):
            box = box.clamped(*self.size)
        if not fractional:  # a point or an upright line still covers a pixel
            x0, y0 = floor(box.x0), floor(box.y0)
            box = Box(x0, y0, max(ceil(box.x1), x0 + 1), max(ceil(box.y1), y0 + 1))
        return self.convention.edges(box, fractional=fractional)

    def _shape_node(self, shape: Shape) -> NewElement | None:
        match shape:
            case Polygon(points):
                return "polygon", self._outline(points)
            case Polyline(points, width):
                return f'polyline width="{number_text(width)}"', self._outline(points)
            case Point(x, y):
                return "point", _numbers_by_tag("xy", self.convention.numbers((x, y)))
            case Mask(left, top, width, height, counts):
                place = f'left="{left}" top="{top}" width="{width}" height="{height}"'
                return f'mask {place} rle="{", ".join(map(str, counts))}"', []
            case _:
                return None

    def _outline(self, points: tuple[XY, ...]) -> dict[str, str]:
        return _numbers_by_tag(point_tags(len(points)), self.convention.numbers(*points))


def number_texts(numbers: Sequence[float]) -> list[str]:
    """Return numbers as they are written: to a thousandth of a pixel, without zeros that say nothing."""
    text = ("{:.3f}," * len(numbers)).format(*numbers)
    for ending in ("0,", "0,", "0,", ".,"):  # each has exactly three decimals, so that no zero before the point goes
        text = text.replace(ending, ",")
    return text.replace("-0,", "0,").split(",")[:-1]


def number_text(number: float) -> str:
    """Return one number as it is written."""
    return number_texts((number,))[0]


def _tag_of(node: NewElement) -> str:
    return node[0].split()[0]


def _numbers_by_tag(tags: Iterable[str], numbers: Sequence[float]) -> dict[str, str]:
    return dict(zip(tags, number_texts(numbers), strict=True))


def _attributes_node(attributes: tuple[tuple[str, str], ...]) -> NewElement:
    return "attributes", [
        ("attribute", [("name", checked_text(name, "attribute")), ("value", value and checked_text(value, "value"))])
        for name, value in attributes
    ]
