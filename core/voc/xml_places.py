"""Where each element stands in a file's bytes, which lxml does not tell.

The file is whole: it was read before. So its tags are found by their looks alone, and what is not asked for is passed
over: the places of a file's objects are found without those of everything in them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.voc.xml_tree import MAX_DEPTH

_ATTRIBUTES = rb"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_DOCTYPE = (
    rb"""<!DOCTYPE(?:[^\["'>]++|"[^"]*+"|'[^']*+')*+"""
    rb"""(?:\[(?:<!--.*?-->|<\?.*?\?>|"[^"]*+"|'[^']*+'|[^\]"'])*+\]\s*)?>"""
)
_NO_TAG = rb"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|" + _DOCTYPE
_MARKUP = re.compile(_NO_TAG + rb"|</[^>]*+>|<([^\s/>]++)" + _ATTRIBUTES + rb">", re.DOTALL)
_SLASH = ord("/")
_LEAVES = re.compile(rb"(?:[^<]*+<([^\s/>!?]++)>[^<]*+</\1>)*+")
"""Any number of elements after each other that have neither attributes nor anything but text in them."""


@dataclass(slots=True, eq=False)
class Element:
    """One element's bytes: start tag from ``start`` to ``inner_start``, content to ``inner_end``, end tag to ``end``.

    An element of one empty tag has its content's both ends at ``end``.
    """

    tag: str
    start: int
    inner_start: int
    inner_end: int = 0
    end: int = 0
    children: list["Element"] = field(default_factory=list)

    def all(self, tag: str) -> Iterator["Element"]:
        """Yield the children of that tag."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> "Element | None":
        """Return the first child of that tag, if any."""
        return next(self.all(tag), None)


def placed(body: bytes, start: int = 0, *, levels: int = MAX_DEPTH) -> Element:
    """Return the first element from byte ``start`` on, with those in it down to so many ``levels``."""
    top = Element("", start, start)
    open_ones, deeper, place = [top], 0, start
    while True:
        if len(open_ones) > levels and (leaves := _LEAVES.match(body, place)):
            place = leaves.end()
        found = _MARKUP.search(body, place)
        assert found is not None  # a whole file ends with the end tag that is looked for
        place, name = found.end(), found[1]
        if name is not None and len(open_ones) > levels:
            deeper += body[place - 2] != _SLASH
        elif name is not None:
            element = Element(name.decode("utf-8"), found.start(), place, place, place)
            open_ones[-1].children.append(element)
            if body[place - 2] != _SLASH:
                open_ones.append(element)
        elif body.startswith(b"</", found.start()):
            if deeper:
                deeper -= 1
                continue
            element = open_ones.pop()
            element.inner_end, element.end = found.span()
        if len(open_ones) == 1 and top.children:
            return top.children[0]
