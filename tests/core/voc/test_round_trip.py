"""Whatever can be said is read back as it was written, and an edit of one object leaves every other byte."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from core.geometry import Box, Mask, Point, Polygon, Polyline, Shape
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject
from core.voc.annotation_file import Convention

PATH = Path("a.xml")
letters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
names = st.text(letters, min_size=1, max_size=12).map(str.strip).filter(bool) | st.sampled_from(
    ["a b", "<&>\"'", "]]>", "&amp;", "Ä 傷 😀", "--", "1"]
)
whole = st.integers(0, 5000)
thousandths = st.integers(-2_000_000, 5_000_000).map(lambda number: number / 1000)
places = st.tuples(thousandths, thousandths)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), whole, whole, st.integers(2, 500), st.integers(2, 500))


@st.composite
def masks(draw: st.DrawFn) -> Mask:
    width, height = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    cuts = sorted(draw(st.sets(st.integers(1, width * height - 1)))) if width * height > 1 else []
    edges = [0, *cuts, width * height]
    runs = [end - start for start, end in pairwise(edges)]
    return Mask(draw(whole), draw(whole), width, height, tuple([0, *runs] if draw(st.booleans()) else runs))


shapes: st.SearchStrategy[Shape] = st.one_of(
    boxes,
    st.lists(places, min_size=3, max_size=8).map(lambda points: Polygon(tuple(points))),
    st.builds(
        Polyline, st.lists(places, min_size=2, max_size=8).map(tuple), st.integers(1, 99_000).map(lambda n: n / 1000)
    ),
    st.builds(lambda place: Point(*place), places),
    masks(),
)
objects = st.builds(
    VocObject,
    label=names,
    shape=shapes,
    difficult=st.booleans(),
    truncated=st.booleans(),
    occluded=st.booleans(),
    pose=names,
    attributes=st.lists(st.tuples(names, names | st.just("")), max_size=3).map(tuple),
)
annotations = st.builds(
    Annotation,
    filename=names,
    width=st.integers(1, 5000),
    height=st.integers(1, 5000),
    depth=st.sampled_from([1, 3]),
    objects=st.lists(objects, max_size=4).map(tuple),
    tags=st.lists(names, max_size=3).map(tuple),
    verified=st.booleans(),
    checked=st.booleans(),
)
conventions = st.sampled_from(Convention)


def read_back(content: bytes, convention: Convention = Convention.DEVKIT) -> Annotation:
    """Return what the bytes say; what the writer knows of them without reading all must be the very same."""
    fresh = annotation_file.parse_with_lines(content, PATH, convention)[0]
    known = [file.reading(content, PATH, convention) for file in tuple(annotation_file._files.values())]
    for reading in filter(None, known):
        assert (reading, reading.source) == (fresh, content)
        assert [found.origin for found in reading.objects] == [found.origin for found in fresh.objects]
    return fresh


def rounded(annotation: Annotation) -> Annotation:
    """Return the annotation with every number at a thousandth of a pixel, which is what a file keeps."""
    return annotation.with_objects(tuple(replace(found, shape=_rounded(found.shape)) for found in annotation.objects))


def _rounded(shape: Shape) -> Shape:
    match shape:
        case Polygon(points):
            return Polygon(tuple((round(x, 3), round(y, 3)) for x, y in points))
        case Polyline(points, width):
            return Polyline(tuple((round(x, 3), round(y, 3)) for x, y in points), round(width, 3))
        case Point(x, y):
            return Point(round(x, 3), round(y, 3))
        case _:
            return shape


@given(annotations, conventions)
def test_what_is_written_new_is_read_back(annotation: Annotation, convention: Convention) -> None:
    content = annotation_file.to_bytes(annotation, convention)
    read = read_back(content, convention)
    assert rounded(read) == rounded(annotation)
    assert annotation_file.to_bytes(read, convention) == content


@given(annotations, annotations, conventions, st.randoms(use_true_random=False))
def test_any_file_can_be_made_to_say_anything(
    old: Annotation, new: Annotation, convention: Convention, random: Random
) -> None:
    read = annotation_file.parse(annotation_file.to_bytes(old, convention), PATH, convention)
    pool = [*read.objects, *new.objects]
    mixed = [
        replace(found, **{name: getattr(other, name)})
        for found in random.sample(pool, len(pool))
        for other in [random.choice(new.objects or read.objects)]
        for name in [random.choice(["label", "shape", "difficult", "occluded", "pose", "attributes"])]
    ]
    wanted = replace(new, source=read.source, objects=tuple(mixed))
    content = annotation_file.to_bytes(wanted, convention)
    assert rounded(read_back(content, convention)) == rounded(wanted)
    again = replace(wanted, objects=wanted.objects[1:] + wanted.objects[:1], verified=not wanted.verified)
    content = annotation_file.to_bytes(again, convention)
    assert rounded(read_back(content, convention)) == rounded(again)
    annotation_file._files.clear()
    assert annotation_file.to_bytes(again, convention) == content, "what is remembered changes nothing"


@given(
    kinds=st.lists(objects, min_size=1, max_size=4),
    change=objects,
    place=st.integers(0, 3),
    newline=st.sampled_from(["\n", "\r\n", ""]),
    indent=st.sampled_from(["\t", "  ", ""]),
    extra=st.sampled_from(["", "<!-- é & -->", "<own a='1'>x</own>", "<?do it?>"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_editing_one_object_leaves_every_byte_outside_of_it(
    kinds: list[VocObject], change: VocObject, place: int, newline: str, indent: str, extra: str, encoding: str
) -> None:
    place %= len(kinds)
    texts = [
        newline.join(
            [
                f"<object>{extra}",
                f"{indent * 2}<name>{escape(kind.label)}</name>{extra}",
                f"{indent * 2}<bndbox><ymax>9</ymax><xmin>3</xmin><ymin>4.5</ymin><xmax>8</xmax></bndbox>",
                f"{indent}</object>",
            ]
        )
        for kind in kinds
    ]
    parts = [f"<annotation>{newline}{indent}{extra}", *(f"{newline}{indent}{text}{extra}" for text in texts)]
    source = ("".join(parts) + f"{newline}</annotation>").encode(encoding)
    read = annotation_file.parse(source, PATH)
    edited = list(read.objects)
    edited[place] = replace(change, origin=place)
    after = annotation_file.to_bytes(replace(read, objects=tuple(edited)))

    before_object = "".join(parts[: place + 1]) + newline + indent
    behind_object = "".join([extra, *parts[place + 2 :], f"{newline}</annotation>"])
    assert after.startswith(before_object.encode(encoding))
    assert after.endswith(behind_object.encode(encoding).removeprefix("".encode(encoding)))
    assert read_back(after).objects[place].label == change.label
