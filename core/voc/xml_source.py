"""An XML file that is to be edited: the places of its elements, and the patches that leave all else byte for byte."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import escape, unescape  # xml.sax would import urllib, a twentieth of a second at each start
from pathlib import Path
from typing import TypeAlias

from core.errors import AnnotationFileError
from core.voc.xml_places import Element, placed
from core.voc.xml_tree import Coding

Patch: TypeAlias = tuple[int, int, str]
"""Replace the UTF-8 bytes from the first to before the second place by this text."""
NewElement: TypeAlias = tuple[str, "str | list[Node] | dict[str, str]"]
"""An element to be written: its tag (attributes may follow it) and its text, its children, or numbers by their tags."""
Node: TypeAlias = NewElement | str
"""The same, or all of it as text."""

_INDENT = re.compile(rb"(?:\r\n|\n|\r)[ \t]*\Z")
_LONGEST_INDENT = 1000
_NOT_TEXT = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


class XmlSource:
    """A whole XML file: its UTF-8 bytes ``body``, without the byte order mark, and its ``root`` with its children.

    What is in the children is placed only when it is asked for, see :meth:`inside`: most of a large file never is.
    """

    def __init__(self, source: bytes, path: Path) -> None:
        self._path = path
        self._source = source
        self._coding = Coding.of(source)
        self.body = self._coding.body(source, path)
        self.root = placed(self.body, levels=2)

    def inside(self, element: Element) -> Element:
        """Return the element with all that is in it."""
        return placed(self.body, element.start)

    def patched(self, patches: list[Patch]) -> bytes:
        """Return the file with the patches made, in its own encoding.

        Raises:
            AnnotationFileError: the file's encoding cannot give its own bytes back, so that an edit would change more.
        """
        if not self._comes_back:
            raise AnnotationFileError(
                self._path, f"cannot be edited in its encoding {self._coding.encoding}: save it as UTF-8."
            )
        return self._coding.encoded(apply(self.body, patches))

    @cached_property
    def _comes_back(self) -> bool:
        """Whether the encoding gives the file's very bytes back."""
        return self._coding.encoded(self.body) == self._source

    def indent(self, place: int) -> str:
        """Return the line break and the blanks before ``place``, "" where something else stands there in the line."""
        found = _INDENT.search(self.body, max(0, place - _LONGEST_INDENT), place)
        return found.group().decode() if found else ""

    def content(self, start: int, end: int) -> str:
        """Return the text from the first to before the second byte."""
        return self.body[start:end].decode("utf-8")

    def text(self, element: Element) -> str:
        """Return what a leaf says."""
        inner = _NOT_TEXT.sub(b"", self.body[element.inner_start : element.inner_end]).decode("utf-8")
        return "".join(  # every second piece is the inside of a CDATA section, which has no references
            piece if number % 2 else unescape(piece) for number, piece in enumerate(_CDATA.split(inner))
        )

    def new_text(self, element: Element, text: str) -> Patch:
        """Return the patch that gives a leaf another text; the blanks and comments in it stay."""
        inner = self.body[element.inner_start : element.inner_end]
        if element.inner_start == element.end:
            return element.end - 2, element.end, f">{escape(text, quote=False)}</{element.tag}>"
        kept = b"".join(_NOT_TEXT.findall(inner)).decode("utf-8")
        if kept or b"<" in inner:
            return element.inner_start, element.inner_end, kept + escape(text, quote=False)
        before = len(inner) - len(inner.lstrip())
        after = len(inner) - len(inner.rstrip()) if inner.strip() else 0
        return element.inner_start + before, element.inner_end - after, escape(text, quote=False)

    def new_attribute(self, element: Element, name: str, value: str | None) -> Patch:
        """Return the patch that sets an attribute of the element's start tag, or removes it."""
        opening = self.body[element.start : element.inner_start]
        text = "" if value is None else f' {name}="{escape(value, quote=True)}"'
        found = re.search(rb"""\s+%s\s*=\s*("[^"]*"|'[^']*')""" % name.encode(), opening)
        if found:
            return element.start + found.start(), element.start + found.end(), text
        place = element.start + 1 + len(element.tag.encode())
        return place, place, text

    def removal(self, element: Element) -> Patch:
        """Return the patch that removes an element together with its line break and indentation."""
        return element.start - len(self.indent(element.start).encode()), element.end, ""

    def appended(self, parent: Element, nodes: list[Node]) -> Patch:
        """Return the patch that adds children after the last one, indented as their neighbours are."""
        indent, unit = self.layout(parent)
        text = "".join(indent + built(node, indent, unit) for node in nodes)
        if parent.inner_start == parent.end:
            return parent.end - 2, parent.end, f">{text}{self.indent(parent.start)}</{parent.tag}>"
        place = parent.children[-1].end if parent.children else parent.inner_start
        return place, place, text

    def layout(self, parent: Element) -> tuple[str, str]:
        """Return the indentation (with its line break) of the parent's children, and of one level."""
        outer = self.indent(parent.start)
        if parent.children:
            inner = self.indent(parent.children[-1].start)
            return inner, inner.removeprefix(outer or "\n").lstrip("\r\n") if inner else ""
        if parent is self.root:
            return "\n\t", "\t"
        unit = self.layout(self.root)[1]
        return (outer + unit, unit) if outer else ("", "")


@dataclass
class Changes:
    """What becomes of the children of ``parent``, which is placed: patches of those it has, and those it lacks."""

    source: XmlSource
    parent: Element
    patches: list[Patch] = field(default_factory=list)
    missing: list[Node] = field(default_factory=list)

    def set_leaf(self, tag: str, text: str) -> None:
        """Give the child of that tag another text."""
        leaf = self.parent.first(tag)
        if leaf is None:
            self.missing.append((tag, text))
        else:
            self.patches.append(self.source.new_text(leaf, text))

    def put(self, tag: str, node: NewElement) -> None:
        """Put ``node`` in the place of the child of that tag; an empty one removes all of them."""
        element, empty = self.parent.first(tag), not node[1] and " " not in node[0]
        if element is None:
            self.missing += [] if empty else [node]
        elif empty:
            self.remove(tag)
        else:
            indent = self.source.indent(element.start)
            unit = self.source.layout(self.source.root)[1] if indent else ""
            self.patches.append((element.start, element.end, built(node, indent, unit)))

    def remove(self, tag: str) -> None:
        """Remove all children of that tag."""
        self.patches += [self.source.removal(child) for child in self.parent.all(tag)]

    def all(self, *more: Node) -> list[Patch]:
        """Return the patches, with one that adds at the end what is missing and ``more``."""
        missing = [*self.missing, *more]
        return [*self.patches, *([self.source.appended(self.parent, missing)] if missing else [])]


def apply(body: bytes, patches: list[Patch], offset: int = 0) -> bytes:
    """Return ``body``, which begins at byte ``offset``, with the patches made; they must not overlap."""
    parts: list[bytes] = []
    done = 0
    for start, end, text in sorted(patches, key=lambda patch: patch[:2]):
        parts += (body[done : start - offset], text.encode("utf-8"))
        done = end - offset
    return b"".join((*parts, body[done:]))


def built(node: Node, indent: str, unit: str) -> str:
    """Return the text of a new element; ``indent`` is its own, line break included, "" for all in one line."""
    if isinstance(node, str):
        return node
    tag, content = node
    name = tag.partition(" ")[0]
    if isinstance(content, str):
        return f"<{tag}>{escape(content, quote=False)}</{name}>"
    inner = indent + unit
    if isinstance(content, dict):
        children = "".join([f"{inner}<{leaf}>{number}</{leaf}>" for leaf, number in content.items()])
    else:
        children = "".join([inner + built(child, inner, unit) for child in content])
    return f"<{tag}>{children}{indent}</{name}>" if content else f"<{tag}/>"
