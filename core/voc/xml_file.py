"""One annotation file that is written again and again: of a large one only that is worked out which changed."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock

from core.voc.annotation import Annotation
from core.voc.convention import Convention
from core.voc.xml_objects import ObjectWriter
from core.voc.xml_patching import Known, Patcher
from core.voc.xml_reading import Reader
from core.voc.xml_source import XmlSource
from core.voc.xml_tree import tree_of


class XmlFile:
    """The bytes ``source`` of a file, which say ``old``, and what was last written in their place."""

    def __init__(self, source: bytes, old: Annotation, path: Path, convention: Convention) -> None:
        self._bytes, self._old, self._path, self._convention = source, old, path, convention
        self._lock = Lock()  # an autosave may be under way when an image is closed
        self._known: Known = {}
        self._known_for: tuple[tuple[int, int], bool] | None = None
        self._written: tuple[bytes, Patcher] | None = None

    @cached_property
    def _source(self) -> XmlSource:
        return XmlSource(self._bytes, self._path)

    def saying(self, new: Annotation, *, exact: bool) -> bytes:
        """Return the file with the patches that make it say what ``new`` says; its own bytes where nothing differs.

        Raises:
            InvalidValueError: a text cannot be written in XML.
            AnnotationFileError: the file's encoding cannot give its own bytes back.
        """
        if new.source is not None and _says_the_same(new, self._old):
            return self._bytes
        with self._lock:
            size = new.width, new.height
            writer = ObjectWriter(self._source, self._convention, size, exact)
            known = self._known if (size, exact) == self._known_for else {}
            patcher = Patcher(self._source, self._old, new, writer, known)
            content = self._source.patched(patcher.patches())
            self._known, self._known_for = patcher.saying, (size, exact)
            self._written = content, patcher
        return content

    def reading(self, content: bytes, path: Path, convention: Convention) -> Annotation | None:
        """Return what ``content`` says if it was written last, else None; only objects that nobody has read are read.

        Raises:
            AnnotationFileError: what was written cannot be read.
        """
        written = self._written
        if written is None or convention is not self._convention or content != written[0]:
            return None
        said = written[1].said
        unread = [thing for thing in said if thing.reading is None]  # once: another thread may be reading them too
        little = self._source.patched(written[1].of_little(unread))
        read = Reader(path, convention).annotation(tree_of(little, path), content)
        for thing, found in zip(unread, read.objects, strict=True):
            thing.reading = found
        objects = [thing.reading for thing in said if thing.reading is not None]
        return read.with_objects(
            tuple(found if found.origin == at else replace(found, origin=at) for at, found in enumerate(objects))
        )


def _says_the_same(annotation: Annotation, old: Annotation) -> bool:
    """Tell whether nothing was edited; a size that the file lacks and the image gave is no edit."""
    width, height = old.width or annotation.width, old.height or annotation.height
    return annotation == replace(old, width=width, height=height)
