"""From a file's bytes to its tree of elements, as lxml reads it, which is the judge of whether the file is whole.

Entities are refused, so that none can be expanded without end or read another file; nothing outside the file is ever
opened. Comments and processing instructions are left out of the tree, so that the text round them is in one piece.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast
from xml.parsers import expat

from lxml import etree

from core.errors import AnnotationFileError

MAX_DEPTH = 100
_MEND = "repair it or restore an older copy."
_ENTITIES = "uses XML entities, which can hide harm: replace them by plain text."
_TOO_LARGE = "holds a text or a mask of more than 10 million signs, which no file may: smooth or remove the mask."
_SAID_OF = {"entity": _ENTITIES, "too long": _TOO_LARGE, "size limit": _TOO_LARGE}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_PLACE_IN_MESSAGE = re.compile(r",? \(?(?:line \d+|column \d+|<string>).*")
_too_deep = etree.XPath("/*" * (MAX_DEPTH + 1))


@dataclass(frozen=True, slots=True)
class Coding:
    """How a file's bytes hold its text: the byte order mark, if any, and the name of the encoding."""

    bom: bytes
    encoding: str

    @classmethod
    def of(cls, source: bytes) -> "Coding":
        """Return the coding that the file's first bytes name."""
        for bom, name in _BOMS:
            if source.startswith(bom):
                return cls(bom, name)
        declared = _DECLARED.match(source)
        return cls(b"", declared.group(1).decode("ascii") if declared else "utf-8")

    def body(self, source: bytes, path: Path) -> bytes:
        """Return the file's text in UTF-8, without the byte order mark.

        Raises:
            AnnotationFileError: the encoding is not known, or the bytes are no text in it; with the line where known.
        """
        content = source[len(self.bom) :]
        try:
            text = content.decode(self.encoding)
            return content if self.encoding.lower() == "utf-8" else text.encode("utf-8")
        except LookupError as error:
            reason = f"names the encoding {self.encoding}, which is not known: save the file as UTF-8."
            raise AnnotationFileError(path, reason, 1) from error
        except UnicodeError as error:
            line = content.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else None
            reason = f"is not text in its encoding {self.encoding}: repair it or save it as UTF-8."
            raise AnnotationFileError(path, reason, line) from error

    def encoded(self, body: bytes) -> bytes:
        """Return the file of a text in UTF-8; letters that the encoding lacks become references."""
        return self.bom + body.decode("utf-8").encode(self.encoding, "xmlcharrefreplace")


def tree_of(source: bytes, path: Path) -> etree._Element:
    """Return the root of the file's tree; a tag in the file's own namespace has its bare name.

    Raises:
        AnnotationFileError: the bytes are not whole and plain XML; with the line where known.
    """
    body = Coding.of(source).body(source, path)
    parser = etree.XMLParser(
        encoding="utf-8",  # overrides what the file declares: it is UTF-8 by now
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
        if root.getroottree().docinfo.internalDTD is not None:
            _refuse_entities(body, path)
    except etree.XMLSyntaxError as error:
        what = _PLACE_IN_MESSAGE.sub("", error.msg or "it holds no element").strip()
        reason = f"is not whole XML ({what}): {_MEND}"
        reason = next((said for sign, said in _SAID_OF.items() if sign in what.lower()), reason)
        raise AnnotationFileError(path, reason, error.lineno or None) from error
    except expat.ExpatError as error:
        reason = f"is not whole XML ({expat.ErrorString(error.code)}): {_MEND}"
        raise AnnotationFileError(path, reason, error.lineno) from error
    if deep := cast("list[Any]", _too_deep(root)):
        reason = f"nests more than {MAX_DEPTH} elements: it is no annotation."
        raise AnnotationFileError(path, reason, line_of(deep[0]))
    if b"xmlns" in body:
        _drop_namespaces(root)
    return root


def line_of(element: etree._Element) -> int:
    """Return the line (from 1) in which the element's start tag ends."""
    return cast("int", element.sourceline)


def _refuse_entities(body: bytes, path: Path) -> None:
    """Go through a file that has a DOCTYPE once more, with expat, which tells of every entity and its line."""
    parser = expat.ParserCreate("utf-8")

    def refuse(*_declared: object) -> NoReturn:
        raise AnnotationFileError(path, _ENTITIES, parser.CurrentLineNumber)

    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = refuse
    parser.Parse(body, True)


def _drop_namespaces(root: etree._Element) -> None:
    """Give the elements of the file's own namespace their bare names; those with a prefix keep their long ones."""
    for element in root.iter(etree.Element):
        if element.prefix is None:
            element.tag = etree.QName(element).localname
