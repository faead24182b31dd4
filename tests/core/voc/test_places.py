"""The places of elements are those that expat tells, whatever stands between and inside them."""

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.voc.xml_places import Element, placed

Shape = tuple[str, int, int, list["Shape"]]
"""Tag, first byte, byte after the last, children."""
BETWEEN = (
    "",
    "\n\t",
    "\r\n  ",
    "x > y",
    "&amp;&#60;",
    "<!-- <object> ' -->",
    "<?do <a> it?>",
    "<![CDATA[</object> ]]]]>",
    "é傷",
)
TAGS = ("object", "name", "polygon", "x1", "p:own", "ä")
ATTRIBUTES = ("", " a='<'".replace("<", ">"), ' b = "/>"', '\n c="\'"', ' rle="1, 2" ')
between = st.lists(st.sampled_from(BETWEEN), max_size=3).map("".join)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    tag, attributes = draw(st.sampled_from(TAGS)), draw(st.sampled_from(ATTRIBUTES))
    if draw(st.booleans()):
        return f"<{tag}{attributes}/>"
    inside = draw(between)
    for child in draw(st.lists(elements(depth - 1), max_size=4)) if depth else ():
        inside += child + draw(between)
    return f"<{tag}{attributes}>{inside}</{tag}{draw(st.sampled_from(['', ' ']))}>"


PROLOGS = (
    "",
    "<?xml version='1.0'?>\n<!-- <object> -->",
    "<!DOCTYPE object>\n",
    '<!DOCTYPE object SYSTEM "a>b" [<!-- \' ]> -->'
    " <!ELEMENT object (#PCDATA)> <?a ]>?> <!ATTLIST object a CDATA ']>'>]>",
)


def of_expat(body: bytes) -> Shape:
    """Return the places of all elements as expat tells them."""
    parser = expat.ParserCreate("utf-8")
    open_ones: list[Shape] = [("", 0, 0, [])]

    def begin(tag: str, _attributes: dict[str, str]) -> None:
        open_ones.append((tag, parser.CurrentByteIndex, 0, []))

    def end(_tag: str) -> None:
        tag, start, _, children = open_ones.pop()
        stop = _end_of_tag(body, start)
        if not body.endswith(b"/>", start, stop):
            stop = body.index(b">", parser.CurrentByteIndex) + 1
        open_ones[-1][3].append((tag, start, stop, children))

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(body, True)
    return open_ones[0][3][0]


def _end_of_tag(body: bytes, start: int) -> int:
    """Return where a start tag ends: after the first > outside of its attributes' quotes."""
    quote, at = b"", start
    while quote or body[at : at + 1] != b">":
        sign = body[at : at + 1]
        quote = b"" if quote == sign else quote or (sign if sign in (b"'", b'"') else b"")
        at += 1
    return at + 1


def shape_of(element: Element) -> Shape:
    return element.tag, element.start, element.end, [shape_of(child) for child in element.children]


def cut(shape: Shape, levels: int) -> Shape:
    tag, start, end, children = shape
    return tag, start, end, [cut(child, levels - 1) for child in children] if levels > 1 else []


@given(st.sampled_from(PROLOGS), elements(), between.filter(lambda text: not set(text) & set("x&é[")))
def test_elements_are_where_expat_finds_them(prolog: str, root: str, behind: str) -> None:
    body = (prolog + root + behind).encode()
    wanted = of_expat(body)
    whole = placed(body)
    assert shape_of(whole) == wanted
    for levels in (1, 2, 3):
        assert shape_of(placed(body, levels=levels)) == cut(wanted, levels)
    for child in placed(body, levels=2).children:
        inside = placed(body, child.start)
        assert shape_of(inside) in wanted[3]
        assert (inside.inner_start, inside.inner_end) == (child.inner_start, child.inner_end)


@pytest.mark.parametrize("text", ["<a></a>", "<a>b</a>", "<a/>", "<a x='>'/>", "<a >\r\n</a >"])
def test_the_inside_of_an_element(text: str) -> None:
    element = placed(text.encode())
    inside = text[element.inner_start : element.inner_end]
    assert inside == (text[text.index(">") + 1 : text.index("</")] if "</" in text else "")
