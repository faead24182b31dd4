"""An XML file's text with the place of every element in it, so that an edit can leave all else byte for byte.

lxml reads the file and judges whether it is whole; expat then tells the byte at which each tag begins, which lxml does
not. Entities are refused, so that none can be expanded without end or read another file; nothing outside the file is
ever opened.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape  # xml.sax would import urllib, a twentieth of a second at each start
from pathlib import Path
from typing import TypeAlias
from xml.parsers import expat

from lxml import etree

from core.errors import AnnotationFileError

MAX_DEPTH = 100
_MEND = "repair it or restore an older copy."
_ENTITIES = "uses XML entities, which can hide harm: replace them by plain text."
_TOO_LARGE = "holds a text or a mask of more than 10 million signs, which no file may: smooth or remove the mask."
_SAID_OF = {"entity": _ENTITIES, "too long": _TOO_LARGE, "size limit": _TOO_LARGE}
Patch: TypeAlias = tuple[int, int, str]
"""Replace the UTF-8 bytes from the first to before the second place by this text."""
Node: TypeAlias = tuple[str, "str | list[Node]"]
"""An element to be written: its tag (attributes may follow it) and its text or its children."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_START_TAG = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""")
_INDENT = re.compile(rb"(?:\r\n|\n|\r)[ \t]*\Z")
_PLACE_IN_MESSAGE = re.compile(r",? \(?(?:line \d+|column \d+|<string>).*")
_NOT_TEXT = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)


@dataclass(slots=True, eq=False)
class Element:
    """One element: what it says, its line (1-based) and its bytes in the UTF-8 of the file.

    The start tag is ``start`` to ``inner_start``, the content reaches to ``inner_end``, the end tag to ``end``. An
    element of one empty tag has its content's both ends at ``end``.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    start: int
    inner_start: int
    inner_end: int = 0
    end: int = 0
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, tag: str) -> Iterator["Element"]:
        """Yield the children of that tag."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> "Element | None":
        """Return the first child of that tag, if any."""
        return next(self.all(tag), None)


class XmlSource:
    """A whole XML file: its UTF-8 bytes ``body``, without the byte order mark, and its ``root``.

    Raises:
        AnnotationFileError: the bytes are not whole and plain XML; with the line where known.
    """

    def __init__(self, source: bytes, path: Path) -> None:
        self._path = path
        self._bom, self._encoding = _encoding_of(source)
        self.body = self._in_utf8(source[len(self._bom) :])
        self._source = source
        self.root = self._parse()

    def patched(self, patches: list[Patch]) -> bytes:
        """Return the file with the patches made, in its own encoding.

        Raises:
            AnnotationFileError: the file's encoding cannot give its own bytes back, so that an edit would change more.
        """
        if self._encoded(self.body) != self._source:
            raise AnnotationFileError(
                self._path, f"cannot be edited in its encoding {self._encoding}: save it as UTF-8."
            )
        return self._encoded(apply(self.body, patches))

    def indent(self, place: int) -> str:
        """Return the line break and the blanks before ``place``, "" where something else stands there in the line."""
        start = max(self.body.rfind(b"\n", 0, place), self.body.rfind(b"\r", 0, place))
        found = _INDENT.search(self.body, max(0, start - 1), place) if start >= 0 else None
        return found.group().decode() if found else ""

    def content(self, start: int, end: int) -> str:
        """Return the text from the first to before the second byte."""
        return self.body[start:end].decode("utf-8")

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

    def _encoded(self, body: bytes) -> bytes:
        return self._bom + body.decode("utf-8").encode(self._encoding, "xmlcharrefreplace")

    def _in_utf8(self, content: bytes) -> bytes:
        try:
            return content.decode(self._encoding).encode("utf-8")
        except LookupError as error:
            reason = f"names the encoding {self._encoding}, which is not known: save the file as UTF-8."
            raise AnnotationFileError(self._path, reason, 1) from error
        except UnicodeError as error:
            line = content.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else None
            reason = f"is not text in its encoding {self._encoding}: repair it or save it as UTF-8."
            raise AnnotationFileError(self._path, reason, line) from error

    def _parse(self) -> Element:
        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
        )
        try:
            root = etree.fromstring(self.body, parser)
            return _Placing(self.body, self._path).place(root)
        except etree.XMLSyntaxError as error:
            what = _PLACE_IN_MESSAGE.sub("", error.msg or "it holds no element").strip()
            reason = f"is not whole XML ({what}): {_MEND}"
            reason = next((said for sign, said in _SAID_OF.items() if sign in what.lower()), reason)
            raise AnnotationFileError(self._path, reason, error.lineno or None) from error
        except expat.ExpatError as error:
            reason = f"is not whole XML ({expat.ErrorString(error.code)}): {_MEND}"
            raise AnnotationFileError(self._path, reason, error.lineno) from error


class _Placing:
    """Gives each element that lxml read its place in the bytes, as expat meets them in the same order."""

    def __init__(self, body: bytes, path: Path) -> None:
        self._body = body
        self._path = path
        self._open: list[Element] = []
        self._expat = expat.ParserCreate("utf-8")  # overrides what the file declares: it is UTF-8 by now
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.EntityDeclHandler = self._refuse_entity
        self._expat.SkippedEntityHandler = self._refuse_entity

    def place(self, root: etree._Element) -> Element:
        """Return the root with all that is in it."""
        self._read = root.iter(etree.Element)
        self._root = Element("", {}, 1, 0, 0)
        self._open = [self._root]
        self._expat.Parse(self._body, True)
        return self._root.children[0]

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise self._error(f"nests more than {MAX_DEPTH} elements: it is no annotation.")
        read = next(self._read)
        start = self._expat.CurrentByteIndex
        opening = _START_TAG.match(self._body, start)
        inner = opening.end() if opening else start  # expat has just seen a whole start tag there
        text = (read.text or "") + "".join(child.tail or "" for child in read)
        element = Element(tag, attributes, self._expat.CurrentLineNumber, start, inner, text=text)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _tag: str) -> None:
        element = self._open.pop()
        if self._body.endswith(b"/>", element.start, element.inner_start):
            element.inner_end = element.end = element.inner_start
        else:
            element.inner_end = self._expat.CurrentByteIndex
            element.end = self._body.index(b">", element.inner_end) + 1

    def _refuse_entity(self, *_declared: object) -> None:
        raise self._error(_ENTITIES)

    def _error(self, reason: str) -> AnnotationFileError:
        return AnnotationFileError(self._path, reason, self._expat.CurrentLineNumber)


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
    tag, content = node
    if isinstance(content, str):
        return f"<{tag}>{escape(content, quote=False)}</{tag.split()[0]}>"
    inner = indent + unit
    children = "".join(inner + built(child, inner, unit) for child in content)
    return f"<{tag}>{children}{indent}</{tag.split()[0]}>" if content else f"<{tag}/>"


def _encoding_of(source: bytes) -> tuple[bytes, str]:
    """Return the byte order mark, if any, and the name of the encoding."""
    for bom, name in _BOMS:
        if source.startswith(bom):
            return bom, name
    declared = _DECLARED.match(source)
    return b"", declared.group(1).decode("ascii") if declared else "utf-8"
