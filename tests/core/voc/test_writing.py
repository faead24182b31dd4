"""What was not edited is written back byte for byte; an edit changes only what it says."""

import difflib
import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import AnnotationFileError, FileChangedError, InvalidValueError, WriteError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject
from core.voc.annotation_file import Convention
from tests.core.test_files import file_size_limit, posix_only
from tests.core.voc import test_reading as samples

PATH = Path("a.xml")
NEW = VocObject(label="new", shape=Box(1, 2, 3, 4))
Edit = Callable[[Annotation], Annotation]


def parse(text: str | bytes) -> Annotation:
    return annotation_file.parse(text.encode() if isinstance(text, str) else text, PATH)


def edit_object(place: int, **changes: object) -> Edit:
    def edit(annotation: Annotation) -> Annotation:
        objects = list(annotation.objects)
        objects[place] = replace(objects[place], **changes)
        return annotation.with_objects(tuple(objects))

    return edit


def changed_lines(before: str, after: str) -> list[str]:
    """Return the lines that differ, with - and + before them and without indentation."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[0] + line[2:].strip() for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("name", ["LABELIMG", "DEVKIT_2007", "DEVKIT_2012", "CVAT", "ROBOFLOW", "LABELME"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("convention", Convention)
def test_without_an_edit_every_byte_stays(name: str, newline: str, convention: Convention) -> None:
    source = getattr(samples, name).replace("\n", newline).encode()
    read = annotation_file.parse(source, PATH, convention)
    assert annotation_file.to_bytes(read, convention) == source


def test_without_an_edit_every_byte_of_bccd_stays(bccd: Path) -> None:
    for path in (bccd / "Annotations").glob("*.xml"):
        assert annotation_file.to_bytes(annotation_file.read(path)) == path.read_bytes()


def test_a_size_given_by_the_image_is_no_edit_but_comes_with_the_first() -> None:
    source = f"<annotation>\n\t<object><name>a</name>{samples.BOX}</object>\n</annotation>\n"
    read = replace(parse(source), width=8, height=9)
    assert annotation_file.to_bytes(read) == source.encode()
    after = annotation_file.to_bytes(replace(read, verified=True)).decode()
    assert after == (
        f'<annotation verified="yes">\n\t<object><name>a</name>{samples.BOX}</object>\n'
        "\t<size>\n\t\t<width>8</width>\n\t\t<height>9</height>\n\t\t<depth>3</depth>\n\t</size>\n</annotation>\n"
    )


ODD = (
    """<?xml version='1.0' standalone="yes"?>
<!-- made by hand -->
<annotation  custom = 'a"b' >
    <filename>a.jpg</filename><!-- the name -->
    <size><width>100</width><height>100</height><depth>3</depth></size>
    <object id='1'>
        <bndbox kind="x"><ymin> 21 </ymin><xmin><!-- left -->11</xmin><xmax>30</xmax><ymax>40</ymax></bndbox>
        <name><![CDATA[a & b]]></name>  <!-- who -->
        <mine>&#228; &amp; <sub/></mine>
        <difficult/>
    </object>

    <object><name>b</name>"""
    + samples.BOX.replace("11", "11.125")
    + """</object><!-- last -->
    <other/>
</annotation>
<!-- end -->
"""
)


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (edit_object(0, shape=Box(10, 20, 31, 40)), ["11</xmin><xmax>30<", "11</xmin><xmax>31<"]),
        (edit_object(0, shape=Box(10, 22, 30, 40)), ["<ymin> 21 </ymin>", "<ymin> 23 </ymin>"]),
        (edit_object(0, shape=Box(9, 20, 30, 40)), ["<!-- left -->11<", "<!-- left -->10<"]),
        (edit_object(0, label="<"), ["<name><![CDATA[a & b]]></name>", "<name>&lt;</name>"]),
        (edit_object(0, difficult=True), ["<difficult/>", "<difficult>1</difficult>"]),
        (edit_object(1, shape=Box(10.5, 20, 30, 40)), ["<xmin>11.125<", "<xmin>11.5<"]),
        (edit_object(1, truncated=True), ["</bndbox></object>", "</bndbox><truncated>1</truncated></object>"]),
        (lambda a: replace(a, filename="ä&.png"), ["<filename>a.jpg<", "<filename>ä&amp;.png<"]),
        (lambda a: replace(a, width=101), ["<width>100<", "<width>101<"]),
        (lambda a: replace(a, verified=True), ["<annotation  custom", '<annotation verified="yes"  custom']),
    ],
)
def test_an_edit_replaces_only_its_own_text(edit: Edit, lines: list[str]) -> None:
    assert ODD.count(lines[0]) == 1
    assert annotation_file.to_bytes(edit(parse(ODD))).decode() == ODD.replace(*lines)


def test_what_is_added_is_indented_like_its_neighbours() -> None:
    read = parse(ODD)
    after = annotation_file.to_bytes(edit_object(0, occluded=True, attributes=(("k", "v"),))(read)).decode()
    added = """
        <attributes>
            <attribute>
                <name>k</name>
                <value>v</value>
            </attribute>
        </attributes>
        <occluded>1</occluded>"""
    inserted = [line for line in changed_lines(ODD, after) if line[0] == "-"]
    assert inserted == []
    assert sorted(line.strip() for line in added.strip().splitlines()) == sorted(
        line[1:] for line in changed_lines(ODD, after)
    )
    assert "\n            <attribute>\n                <name>k</name>" in after


def test_removing_an_object_removes_its_lines() -> None:
    read = parse(samples.LABELIMG)
    after = annotation_file.to_bytes(read.with_objects(())).decode()
    start = samples.LABELIMG.index("\n\t<object>")
    assert after == samples.LABELIMG[:start] + "\n</annotation>"


def test_a_new_object_follows_the_last_in_the_files_own_look() -> None:
    read = parse(samples.LABELIMG.replace("\n", "\r\n").replace("\t", "  "))
    after = annotation_file.to_bytes(read.with_objects((*read.objects, NEW))).decode()
    assert after.replace("\r\n", "\n").endswith(
        "  </object>\n  <object>\n    <name>new</name>\n    <pose>Unspecified</pose>\n    <truncated>0</truncated>\n"
        "    <difficult>0</difficult>\n    <bndbox>\n      <xmin>2</xmin>\n      <ymin>3</ymin>\n"
        "      <xmax>3</xmax>\n      <ymax>4</ymax>\n    </bndbox>\n  </object>\n</annotation>"
    )
    assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize("source", ["<annotation/>", "<annotation></annotation>", "<annotation ><a/></annotation>"])
def test_objects_tags_and_verified_go_into_any_root(source: str) -> None:
    wanted = replace(parse(source), width=9, height=9, verified=True, tags=("NG",), objects=(NEW, NEW), filename="a")
    assert parse(annotation_file.to_bytes(wanted)) == wanted


def test_order_removal_and_addition_at_once() -> None:
    source = ODD
    read = parse(source)
    first, second = read.objects
    wanted = read.with_objects((NEW, second, replace(NEW, label="between"), first, replace(first, label="copy")))
    after = annotation_file.to_bytes(wanted)
    assert parse(after) == wanted
    for kept in (
        "<!-- who -->",
        "<mine>&#228; &amp; <sub/></mine>",
        "<!-- last -->",
        "<object id='1'>",
        "<!-- end -->",
    ):
        assert after.decode().count(kept) == 1


def test_a_box_that_disagrees_with_its_polygon_is_left_until_the_shape_is_edited() -> None:
    source = samples.ROBOFLOW.replace("<xmin>10<", "<xmin>3<")
    read = parse(source)
    assert changed_lines(source, annotation_file.to_bytes(edit_object(0, label="twig")(read)).decode())[0].startswith(
        "-"
    )
    relabelled = annotation_file.to_bytes(edit_object(0, label="twig")(read)).decode()
    assert relabelled == source.replace("leaf", "twig")
    moved = annotation_file.to_bytes(edit_object(0, shape=Polygon(((1, 2), (9, 2), (9, 8))))(read)).decode()
    assert "<xmin>2</xmin><xmax>9</xmax><ymin>3</ymin><ymax>8</ymax>" in moved
    assert "<x1>2</x1>" in moved
    assert moved.count("<polygon>") == 1


SHAPES = [
    Box(10, 20, 50, 60),
    Polygon(((10.5, 20), (50, 25.25), (30, 60))),
    Polyline(((10, 20), (50, 60), (70, 30)), 3.5),
    Point(10.5, 20),
    Mask(3, 4, 3, 2, (1, 2, 1, 2)),
]


@pytest.mark.parametrize("old", SHAPES)
@pytest.mark.parametrize("new", SHAPES)
def test_every_shape_becomes_every_other(old: Box, new: Box) -> None:
    start = Annotation(filename="a.jpg", width=100, height=100, objects=(replace(NEW, shape=old), NEW))
    read = parse(annotation_file.to_bytes(start))
    wanted = edit_object(0, shape=new)(read)
    after = annotation_file.to_bytes(wanted)
    assert parse(after) == wanted
    assert after == annotation_file.to_bytes(replace(wanted, source=None, objects=tuple(wanted.objects)))


def test_the_devkits_point_beside_a_box_stays() -> None:
    read = parse(samples.DEVKIT_2012)
    after = annotation_file.to_bytes(edit_object(0, shape=Box(0, 0, 50, 50))(read)).decode()
    assert "<point><x>150</x><y>200</y></point>" in after
    assert "<name>head</name>\n\t\t\t<bndbox><xmin>1</xmin>" in after
    assert parse(after).objects[0].shape == Box(0, 0, 50, 50)


def test_a_line_at_the_border_has_its_box_inside_the_image() -> None:
    line = replace(NEW, shape=Polyline(((0, 0), (10, 10)), 6))
    text = annotation_file.to_bytes(Annotation(filename="a", width=10, height=10, objects=(line,))).decode()
    assert [text.count(part) for part in ("<xmin>1<", "<ymin>1<", "<xmax>10<", "<ymax>10<")] == [1, 1, 1, 1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "gbk"])
def test_the_files_encoding_stays_and_other_letters_are_written_as_references(encoding: str) -> None:
    declared = "" if encoding == "utf-8-sig" else f'<?xml version="1.0" encoding="{encoding}"?>'
    text = f"{declared}<annotation><filename>a</filename><object><name>b</name>{samples.BOX}</object></annotation>"
    read = parse(text.encode(encoding))
    after = annotation_file.to_bytes(edit_object(0, label="€ 傷 ž")(read))
    assert parse(after).objects[0].label == "€ 傷 ž"
    assert after.startswith(text.encode(encoding)[:50])


def test_an_encoding_that_cannot_be_kept_refuses_the_edit() -> None:
    declared = '<?xml version="1.0" encoding="utf-7"?>'
    text = f"{declared}<annotation><object><name>+AGE-</name>{samples.BOX}</object></annotation>"
    read = parse(text)
    assert annotation_file.to_bytes(read) == text.encode()
    with pytest.raises(AnnotationFileError, match="save it as UTF-8"):
        annotation_file.to_bytes(edit_object(0, label="b")(read))


@pytest.mark.parametrize(
    "annotation",
    [
        Annotation(filename="a\nb.jpg", width=1, height=1),
        Annotation(filename="a\udc80.jpg", width=1, height=1),
        Annotation(filename="a", width=1, height=1, tags=("\x07",)),
        Annotation(filename="a", width=1, height=1, tags=("",)),
        Annotation(filename="a", width=1, height=1, objects=(replace(NEW, pose="\x00"),)),
        Annotation(filename="a", width=1, height=1, objects=(replace(NEW, attributes=(("a\x1b", "b"),)),)),
        Annotation(filename="a", width=1, height=1, objects=(replace(NEW, attributes=(("a", "b\uffff"),)),)),
    ],
)
def test_what_xml_cannot_hold_is_refused(tmp_path: Path, annotation: Annotation) -> None:
    with pytest.raises(InvalidValueError):
        annotation_file.write(tmp_path / "a.xml", annotation)
    assert not (tmp_path / "a.xml").exists()


@pytest.mark.parametrize("label", ["", " a", "a ", "\t", "a\x00", "a\nb", "\ud800", "\ufffe"])
def test_labels_that_xml_cannot_hold_are_refused(label: str) -> None:
    with pytest.raises(InvalidValueError):
        VocObject(label=label, shape=Box(0, 0, 1, 1))


def test_write_returns_what_is_there_and_touches_nothing_without_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "Annotations" / "a.xml"
    start = Annotation(filename="a.jpg", width=10, height=10, objects=(replace(NEW, shape=Box(0.5, 1, 2.5, 4)),))
    written = annotation_file.write(path, start)
    assert written.objects[0].shape == Box(0, 1, 3, 4)
    assert written.source == path.read_bytes()
    stamp = path.stat().st_mtime_ns
    assert annotation_file.write(path, written) == written
    assert path.stat().st_mtime_ns == stamp


def test_another_programs_change_is_never_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    written = annotation_file.write(path, Annotation(filename="a", width=1, height=1, objects=(NEW,)))
    theirs = path.read_bytes().replace(b"new", b"theirs")
    path.write_bytes(theirs)
    with pytest.raises(FileChangedError):
        annotation_file.write(path, written.with_objects(()))
    with pytest.raises(FileChangedError):
        annotation_file.write(path, replace(written, source=None))
    assert path.read_bytes() == theirs


def test_an_undo_across_saves_goes_back_to_the_opened_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(ODD, encoding="utf-8", newline="")
    opened = annotation_file.read(path)
    saved = annotation_file.write(path, opened.with_objects(()))
    annotation_file.write(path, opened, on_disk=saved.source)
    assert path.read_bytes() == ODD.encode()


def test_a_removed_file_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    written = annotation_file.write(path, Annotation(filename="a", width=1, height=1))
    path.unlink()
    annotation_file.write(path, replace(written, verified=True))
    assert annotation_file.read(path).verified


@posix_only
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    written = annotation_file.write(path, Annotation(filename="a", width=1, height=1))
    before = path.read_bytes()
    with file_size_limit(len(before)), pytest.raises(WriteError, match="what was there is unchanged"):
        annotation_file.write(path, written.with_objects((NEW,) * 50))
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["a.xml"]


def test_a_disk_that_fills_up_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=os.strerror(errno.ENOSPC)):
        annotation_file.write(tmp_path / "a.xml", Annotation(filename="a", width=1, height=1))
    assert not [entry for entry in tmp_path.iterdir() if entry.is_file()]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "Annotations").write_bytes(b"a file where the folder should be")
    with pytest.raises(WriteError):
        annotation_file.write(tmp_path / "Annotations" / "a.xml", Annotation(filename="a", width=1, height=1))


@pytest.mark.parametrize(
    ("convention", "numbers"), [(Convention.DEVKIT, (1, 10, 4, 12)), (Convention.UNSHIFTED, (0, 9, 4, 12))]
)
def test_a_new_box_is_written_as_the_whole_pixels_that_hold_it(
    convention: Convention, numbers: tuple[int, ...]
) -> None:
    found = replace(NEW, shape=Box(0.25, 9, 3.5, 11.01))
    text = annotation_file.to_bytes(
        Annotation(filename="a", width=20, height=20, objects=(found,)), convention
    ).decode()
    tags = ("xmin", "ymin", "xmax", "ymax")
    assert all(f"<{tag}>{number}</{tag}>" in text for tag, number in zip(tags, numbers, strict=True))


def test_fractions_stay_where_the_file_has_them() -> None:
    read = parse(samples.CVAT)
    moved = replace(read.objects[0], shape=read.objects[0].shape.moved(0.5, 0.125))
    text = annotation_file.to_bytes(read.with_objects((moved, replace(NEW, shape=Box(0.5, 1, 2.25, 3))))).decode()
    assert "<xmin>10.75</xmin><ymin>1.125</ymin><xmax>21.25</xmax><ymax>9.625</ymax>" in text
    assert "<xmin>1.5</xmin>" in text


def test_tags_said_twice_are_all_removed() -> None:
    read = parse("<annotation><tags><tag>a</tag></tags><tags><tag>b</tag></tags><own/></annotation>")
    assert read.tags == ("a",)
    assert annotation_file.to_bytes(replace(read, tags=())) == b"<annotation><own/></annotation>"


def test_a_namespace_of_the_files_own_changes_nothing() -> None:
    source = samples.LABELIMG.replace("<annotation ", '<annotation xmlns="urn:x" xmlns:p="urn:y" ').replace(
        "<pose>", "<p:name>no</p:name><pose>"
    )
    read = parse(source)
    assert read == parse(samples.LABELIMG)
    after = annotation_file.to_bytes(edit_object(0, label="cat")(read)).decode()
    assert after == source.replace("<name>dog<", "<name>cat<")
    assert parse(after).objects[0].label == "cat"


@pytest.mark.parametrize("size", [(100, 80), (50, 40)])
def test_what_is_remembered_of_an_image_is_not_used_for_one_of_another_size(size: tuple[int, int]) -> None:
    line = replace(NEW, shape=Polyline(((0, 0), (90, 90)), 6))
    start = Annotation(filename="a", width=1000, height=1000, objects=(line,))
    annotation_file.to_bytes(start)
    text = annotation_file.to_bytes(replace(start, width=size[0], height=size[1])).decode()
    assert f"<xmax>{min(93, size[0])}</xmax>" in text
    assert f"<ymax>{min(93, size[1])}</ymax>" in text
