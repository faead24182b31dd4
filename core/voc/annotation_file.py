"""Reading and writing annotation XML: what was not edited is written back as the very bytes it was."""

from pathlib import Path
from weakref import WeakValueDictionary

from core.errors import AnnotationFileError, FileChangedError
from core.files import write_atomic
from core.voc.annotation import Annotation
from core.voc.convention import Convention
from core.voc.xml_file import XmlFile
from core.voc.xml_reading import Reader
from core.voc.xml_tree import line_of, tree_of

__all__ = ["Convention", "parse", "parse_with_lines", "read", "to_bytes", "write"]

_EMPTY = b"""<annotation>
\t<folder>JPEGImages</folder>
\t<filename></filename>
\t<source>
\t\t<database>Unknown</database>
\t</source>
\t<size>
\t\t<width>0</width>
\t\t<height>0</height>
\t\t<depth>3</depth>
\t</size>
\t<segmented>0</segmented>
</annotation>
"""


def read(path: Path, convention: Convention = Convention.DEVKIT) -> Annotation:
    """Return what the file says; its width and height are 0 where it does not say them.

    Raises:
        AnnotationFileError: the file cannot be read whole; with the line where known.
    """
    try:
        source = path.read_bytes()
    except OSError as error:
        raise AnnotationFileError(path, f"cannot be opened ({error.strerror or error}).") from error
    return parse(source, path, convention)


def parse(source: bytes, path: Path, convention: Convention = Convention.DEVKIT) -> Annotation:
    """Return what the bytes of an XML file say; ``path`` is named in errors only.

    Raises:
        AnnotationFileError: they are not a whole annotation.
    """
    readings = (file.reading(source, path, convention) for file in tuple(_files.values()))
    known = _read.get((source, convention)) or next(filter(None, readings), None)
    if known is None:
        return parse_with_lines(source, path, convention)[0]
    _read[source, convention] = known
    return known


def parse_with_lines(
    source: bytes, path: Path, convention: Convention = Convention.DEVKIT
) -> tuple[Annotation, list[int]]:
    """Return what the bytes of an XML file say, and the line (from 1) at which each object begins.

    Raises:
        AnnotationFileError: they are not a whole annotation.
    """
    if not source.strip():
        raise AnnotationFileError(path, "is empty: remove it or restore an older copy.")
    root = tree_of(source, path)
    annotation = Reader(path, convention).annotation(root, source)
    _read[source, convention] = annotation
    return annotation, [line_of(element) for element in root.iterchildren("object")]


def to_bytes(annotation: Annotation, convention: Convention = Convention.DEVKIT, *, exact: bool = False) -> bytes:
    """Return the file of an annotation: its own source with the edits made, or a new one in the devkit's look.

    A size that the source does not hold is added with the first edit, not by itself. With ``exact``, new boxes keep
    fractions of a pixel whether or not the source has any. What is known of the last few sources is kept, so that of
    a large file only that is worked out which changed since it was asked for last.

    Raises:
        InvalidValueError: a text has a control character or is empty where XML or the format needs one.
        AnnotationFileError: the source is not an annotation.
    """
    path = Path(annotation.filename or "annotation")
    return _file_of(annotation.source or _EMPTY, path, convention).saying(annotation, exact=exact)


def write(
    path: Path, annotation: Annotation, convention: Convention = Convention.DEVKIT, *, on_disk: bytes | None = None
) -> Annotation:
    """Write the annotation to ``path`` as a whole and return it as it now reads there.

    ``on_disk`` is what this program last wrote there, where that is no longer the annotation's source: an undo across
    saves goes back to the file that was opened. Where nothing changes the file is not touched; one that was removed
    in the meantime is written anew.

    Raises:
        FileChangedError: the file there is neither the annotation's source nor what was last written.
        InvalidValueError: a text cannot be written in XML.
        WriteError: the disk is full or the folder cannot be written; the old file is unchanged.
    """
    content = to_bytes(annotation, convention)
    written = parse(content, path, convention)
    there = bytes_at(path)
    if there is not None and there != (annotation.source if on_disk is None else on_disk):
        raise FileChangedError(path)
    if there != content:
        write_atomic(path, content)
    return written


def bytes_at(path: Path) -> bytes | None:
    """Return what the file holds; None where there is none.

    Raises:
        AnnotationFileError: it is there but cannot be opened.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise AnnotationFileError(path, f"cannot be opened ({error.strerror or error}).") from error


_KEPT = 2
"""Of how many files it is kept where what stands: the open image is written after each edit."""
_files: dict[tuple[bytes, Path, Convention], XmlFile] = {}
_read: WeakValueDictionary[tuple[bytes, Convention], Annotation] = WeakValueDictionary()
"""What files say, as long as somebody holds it: what was read need not be read again to be written."""


def _file_of(source: bytes, path: Path, convention: Convention) -> XmlFile:
    key = source, path, convention
    file = _files.pop(key, None) or XmlFile(source, parse(source, path, convention), path, convention)
    _files[key] = file
    for old in tuple(_files)[:-_KEPT]:
        _files.pop(old, None)  # another thread may have been quicker
    return file
