"""From values to XML: the patches that make a file say what an annotation says, and touch nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.voc.annotation import Annotation, VocObject, checked_text
from core.voc.xml_objects import ObjectWriter
from core.voc.xml_places import Element
from core.voc.xml_source import Changes, NewElement, Patch, XmlSource


@dataclass(slots=True, eq=False)
class Said:
    """What a file says of an object: its text, None where it is what the source has, and how that reads, once known."""

    found: VocObject
    text: str | None
    reading: VocObject | None = None


Known = dict[tuple[int, bool], Said]
"""By an object's identity, and whether it is new."""


@dataclass(frozen=True)
class Patcher:
    """Makes the patches of one file: ``old`` is what ``source`` says, ``new`` what it shall say.

    ``known`` are the objects as they were written the time before, by the same ``writer`` or its like; ``said`` will be
    those of this time, in the order of the file, and ``saying`` the same by identity.
    """

    source: XmlSource
    old: Annotation
    new: Annotation
    writer: ObjectWriter
    known: Known = field(default_factory=dict)
    saying: Known = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)

    def patches(self) -> list[Patch]:
        """Return the patches that make the file say what ``new`` says.

        Raises:
            InvalidValueError: a text of it cannot be written in XML.
        """
        patches, appended = self._objects(list(self.source.root.all("object")))
        return [*patches, *self._header().all(*appended)]

    def of_little(self, unread: list[Said]) -> list[Patch]:
        """Return the patches of a file that says the same, but of these objects only."""
        texts = [said.text for said in unread if said.text is not None]
        objects = [(element.start, element.end, "") for element in self.source.root.all("object")]
        return [*objects, *self._header().all(*texts)]

    def _header(self) -> Changes:
        """Return what changes outside of the objects."""
        old, new = self.old, self.new
        changes = Changes(self.source, self.source.root)
        if new.filename != old.filename:
            changes.set_leaf("filename", checked_text(new.filename.strip(), "file name"))
        self._size(changes)
        self._marks(changes)
        if new.tags != old.tags:
            changes.put("tags", _tags_node(new.tags))
        return changes

    def _size(self, changes: Changes) -> None:
        names = ("width", "height", "depth")
        size = self.source.root.first("size")
        if size is not None:
            inner = Changes(self.source, self.source.inside(size))
            for name in names:
                if getattr(self.new, name) != getattr(self.old, name):
                    inner.set_leaf(name, str(getattr(self.new, name)))
            changes.patches += inner.all()
        elif self.new.width and self.new.height:
            changes.missing.append(("size", [(name, str(getattr(self.new, name))) for name in names]))

    def _marks(self, changes: Changes) -> None:
        """Patch the start tag: labelImg's attribute 'verified', and 'checked' in its likeness."""
        for name in ("verified", "checked"):
            if getattr(self.new, name) != getattr(self.old, name):
                value = "yes" if getattr(self.new, name) else None
                changes.patches.append(self.source.new_attribute(self.source.root, name, value))

    def _objects(self, elements: list[Element]) -> tuple[list[Patch], list[str]]:
        """Return the patches of the objects, and the texts of those that go to the end of a file without any.

        Kept objects share out the places of the kept ones in their new order.
        """
        groups, head = self._grouped(len(elements))
        slots = sorted(origin for origin, _, _ in groups)
        kept_places = set(slots)
        patches = [self.source.removal(element) for place, element in enumerate(elements) if place not in kept_places]
        new = self._new_texts(head)
        if head and elements:
            patches.append(self._head(elements, slots, new))
        for slot, (origin, kept, followers) in zip(slots, groups, strict=True):
            element, place = elements[origin], elements[slot]
            text = self._kept_text(element, self.old.objects[origin], kept)
            if text is None and slot != origin:
                text = self.source.content(element.start, element.end)
            if text is not None:
                patches.append((place.start, place.end, text))
            if followers:
                patches.append((place.end, place.end, self._lines(self._new_texts(followers))))
        return patches, [] if elements else new

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

    def _head(self, elements: list[Element], slots: list[int], texts: list[str]) -> Patch:
        """Return the patch of new objects that follow no kept one."""
        place = elements[slots[0]] if slots else elements[-1]
        before = place.start - len(self.source.indent(place.start).encode()) if slots else place.end
        return before, before, self._lines(texts)

    def _lines(self, texts: list[str]) -> str:
        return "".join([self.writer.indent + text for text in texts])

    def _new_texts(self, objects: list[VocObject]) -> list[str]:
        return [
            self._say(found, lambda new: Said(new, self.writer.new(new)), is_new=True).text or "" for found in objects
        ]

    def _kept_text(self, element: Element, old: VocObject, new: VocObject) -> str | None:
        """Return the object's text with only that changed which the new value says otherwise; None if nothing is."""

        def said(found: VocObject) -> Said:
            return Said(found, None, old) if found == old else Said(found, self.writer.edited(element, old, found))

        return self._say(new, said, is_new=False).text

    def _say(self, found: VocObject, said: Callable[[VocObject], Said], *, is_new: bool) -> Said:
        """Return what is said of an object, worked out only if the time before knew another one."""
        key = id(found), is_new
        self.saying[key] = self.known.get(key) or said(found)
        self.said.append(self.saying[key])
        return self.saying[key]


def _tags_node(tags: tuple[str, ...]) -> NewElement:
    return "tags", [("tag", checked_text(tag, "tag")) for tag in tags]
