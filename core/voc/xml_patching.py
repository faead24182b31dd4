"""From values to XML: the patches that make a file say what an annotation says, and touch nothing else."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor

from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.voc.annotation import Annotation, VocObject, checked_text
from core.voc.convention import Convention, Edges
from core.voc.xml_places import Element
from core.voc.xml_reading import EDGES, SHAPE_TAGS, is_point_box, point_tags
from core.voc.xml_source import NewElement, Node, Patch, XmlSource, apply, built

_FLAGS = ("truncated", "difficult", "occluded")
_FRACTION = re.compile(rb"<(?:[xy](?:min|max))\b[^>]*>(?:<!--.*?-->|[^<.eE])*+[.eE]", re.DOTALL)
Texts = dict[tuple[int, bool], tuple[VocObject, str | None]]
"""By an object's identity, and whether it is new: the object, and its text or None for what the source has."""


@dataclass(frozen=True)
class Patcher:
    """Makes the patches of one file: ``old`` is what ``source`` says, ``new`` what it shall say.

    New boxes are written in whole pixels unless those of the source are not, or ``exact`` is asked for. ``known`` are
    the texts of the objects as they were written before, of the same source and for an image of the same size;
    ``texts`` will be those that were used.
    """

    source: XmlSource
    old: Annotation
    new: Annotation
    convention: Convention
    exact: bool = False
    known: Texts = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)

    def patches(self) -> list[Patch]:
        """Return the patches that make the file say what ``new`` says.

        Raises:
            InvalidValueError: a text of it cannot be written in XML.
        """
        root = self.source.root
        missing: list[Node] = []
        patches = [*self._header(root, missing), *self._objects(root, missing)]
        return [*patches, *([self.source.appended(root, missing)] if missing else [])]

    def _header(self, root: Element, missing: list[Node]) -> list[Patch]:
        old, new = self.old, self.new
        patches: list[Patch] = []
        if new.filename != old.filename:
            _set_leaf(self.source, root, "filename", checked_text(new.filename.strip(), "file name"), patches, missing)
        self._size(root, patches, missing)
        patches += self._marks(root)
        if new.tags != old.tags:
            _replace(self.source, root, "tags", _tags_node(new.tags), patches, missing)
        return patches

    def _size(self, root: Element, patches: list[Patch], missing: list[Node]) -> None:
        names = ("width", "height", "depth")
        changed = [name for name in names if getattr(self.new, name) != getattr(self.old, name)]
        size = root.first("size")
        if size is None:
            if self.new.width and self.new.height:
                missing.append(("size", [(name, str(getattr(self.new, name))) for name in names]))
            return
        size, inner = self.source.inside(size), list[Node]()
        for name in changed:
            _set_leaf(self.source, size, name, str(getattr(self.new, name)), patches, inner)
        if inner:
            patches.append(self.source.appended(size, inner))

    def _marks(self, root: Element) -> list[Patch]:
        """Return the patches of the start tag: labelImg's attribute 'verified', and 'checked' in its likeness."""
        names = [name for name in ("verified", "checked") if getattr(self.new, name) != getattr(self.old, name)]
        return [self.source.new_attribute(root, name, "yes" if getattr(self.new, name) else None) for name in names]

    def _objects(self, root: Element, missing: list[Node]) -> list[Patch]:
        """Return the patches of the objects: kept ones share out the places of the kept ones in their new order."""
        elements = list(root.all("object"))
        groups, head = self._grouped(len(elements))
        slots = sorted(origin for origin, _, _ in groups)
        kept_places = set(slots)
        patches = [self.source.removal(element) for place, element in enumerate(elements) if place not in kept_places]
        for slot, (origin, kept, followers) in zip(slots, groups, strict=True):
            element, place = elements[origin], elements[slot]
            text = self._kept_text(element, self.old.objects[origin], kept)
            if text is None and slot != origin:
                text = self.source.content(element.start, element.end)
            if text is not None:
                patches.append((place.start, place.end, text))
            if followers:
                patches.append((place.end, place.end, self._new_lines(followers)))
        if head and elements:
            patches.append(self._head(elements, slots, head))
        elif head:
            missing += self._new_texts(head)
        return patches

    def _grouped(self, count: int) -> tuple[list[tuple[int, VocObject, list[VocObject]]], list[VocObject]]:
        """Return the kept objects by origin, each with the new ones that follow it, and the new ones before all."""
        groups: list[tuple[int, VocObject, list[VocObject]]] = []
        head: list[VocObject] = []
        used: set[int] = set()
        for found in self.new.objects:
            if found.origin is not None and found.origin < count and found.origin not in used:
                used.add(found.origin)
                groups.append((found.origin, found, []))
            else:
                (groups[-1][2] if groups else head).append(found)
        return groups, head

    def _head(self, elements: list[Element], slots: list[int], head: list[VocObject]) -> Patch:
        """Return the patch of new objects that follow no kept one."""
        place = elements[slots[0]] if slots else elements[-1]
        if not slots:
            return place.end, place.end, self._new_lines(head)
        before = place.start - len(self.source.indent(place.start).encode())
        return before, before, self._new_lines(head)

    def _new_lines(self, objects: list[VocObject]) -> str:
        """Return new objects as text, each with the line break and the indentation before it."""
        return "".join([self._layout[0] + text for text in self._new_texts(objects)])

    def _new_texts(self, objects: list[VocObject]) -> list[str]:
        return [self._once(found, self._new_text, is_new=True) or "" for found in objects]

    def _new_text(self, found: VocObject) -> str:
        return built(self._node(found), *self._layout)

    @cached_property
    def _layout(self) -> tuple[str, str]:
        """The indentation of objects, as the last one has it, and of one level."""
        last = [*self.source.root.all("object")][-1:]
        indent, unit = self.source.layout(self.source.root)
        return (self.source.indent(last[0].start), unit) if last else (indent, unit)

    def _kept_text(self, element: Element, old: VocObject, new: VocObject) -> str | None:
        """Return the object's text with only that changed which the new value says otherwise; None if nothing is."""
        if old is new:
            return None
        return self._once(new, lambda _: None if old == new else self._edited(element, old, new), is_new=False)

    def _once(self, found: VocObject, text_of: Callable[[VocObject], str | None], *, is_new: bool) -> str | None:
        """Return the object's text, worked out only if the time before knew another object."""
        key = id(found), is_new
        text = self.known.get(key) or (found, text_of(found))
        self.texts[key] = text
        return text[1]

    def _edited(self, place: Element, old: VocObject, new: VocObject) -> str:
        source, element = self.source, self.source.inside(place)
        patches: list[Patch] = []
        missing: list[Node] = []
        if new.label != old.label:
            _set_leaf(source, element, "name", new.label, patches, missing)
        if new.pose != old.pose:
            _set_leaf(source, element, "pose", checked_text(new.pose, "pose"), patches, missing)
        for name in _FLAGS:
            if getattr(new, name) != getattr(old, name):
                _set_leaf(source, element, name, str(int(getattr(new, name))), patches, missing)
        if new.shape != old.shape:
            self._reshape(element, old.shape, new.shape, patches, missing)
        if new.attributes != old.attributes:
            _replace(source, element, "attributes", _attributes_node(new.attributes), patches, missing)
        if missing:
            patches.append(source.appended(element, missing))
        return apply(source.body[element.start : element.end], patches, element.start).decode("utf-8")

    def _reshape(self, element: Element, old: Shape, new: Shape, patches: list[Patch], missing: list[Node]) -> None:
        box = element.first("bndbox")
        if box is None:
            missing.append(("bndbox", _numbers_by_tag(EDGES, self._edges(new, fractional=False))))
        else:
            self._patch_edges(box, self._edges(new, fractional=self._is_fractional(box)), patches)
        node = self._shape_node(new)
        keeps_point = not isinstance(old, Point) and isinstance(new, Box) and not is_point_box(new)
        for tag in SHAPE_TAGS:
            if node is not None and _tag_of(node) == tag:
                _replace(self.source, element, tag, node, patches, missing)
            elif not (tag == "point" and keeps_point):
                patches += [self.source.removal(child) for child in element.all(tag)]

    def _patch_edges(self, box: Element, edges: Edges, patches: list[Patch]) -> None:
        for tag, number in zip(EDGES, edges, strict=True):
            leaf = box.first(tag)
            if leaf is not None and round(float(self.source.text(leaf)), 3) != round(number, 3):
                patches.append(self.source.new_text(leaf, number_text(number)))

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
        if self.new.width and self.new.height:
            box = box.clamped(self.new.width, self.new.height)
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


def _set_leaf(
    source: XmlSource, parent: Element, tag: str, text: str, patches: list[Patch], missing: list[Node]
) -> None:
    """Patch the text of the parent's child, or add one to the ``missing``."""
    leaf = parent.first(tag)
    if leaf is None:
        missing.append((tag, text))
    else:
        patches.append(source.new_text(leaf, text))


def _replace(
    source: XmlSource, parent: Element, tag: str, node: NewElement, patches: list[Patch], missing: list[Node]
) -> None:
    """Put ``node`` in the place of the parent's child of that tag; an empty one removes all of them."""
    element = parent.first(tag)
    empty = not node[1] and " " not in node[0]
    if element is None:
        missing += [] if empty else [node]
    elif empty:
        patches += [source.removal(child) for child in parent.all(tag)]
    else:
        indent = source.indent(element.start)
        unit = source.layout(source.root)[1] if indent else ""
        patches.append((element.start, element.end, built(node, indent, unit)))


def _tag_of(node: NewElement) -> str:
    return node[0].split()[0]


def _numbers_by_tag(tags: Iterable[str], numbers: Sequence[float]) -> dict[str, str]:
    return dict(zip(tags, number_texts(numbers), strict=True))


def _tags_node(tags: tuple[str, ...]) -> NewElement:
    return "tags", [("tag", checked_text(tag, "tag")) for tag in tags]


def _attributes_node(attributes: tuple[tuple[str, str], ...]) -> NewElement:
    return "attributes", [
        ("attribute", [("name", checked_text(name, "attribute")), ("value", value and checked_text(value, "value"))])
        for name, value in attributes
    ]
