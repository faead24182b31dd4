"""Annotation files of every tool are read; damaged ones are a clear error with their line."""

from pathlib import Path

import pytest

from core.errors import AnnotationFileError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc import annotation_file
from core.voc.annotation import Annotation, VocObject
from core.voc.annotation_file import Convention

PATH = Path("a.xml")


def parse(text: str, convention: Convention = Convention.DEVKIT) -> Annotation:
    return annotation_file.parse(text.encode(), PATH, convention)


def only_object(inside: str, convention: Convention = Convention.DEVKIT) -> VocObject:
    (found,) = parse(f"<annotation><object><name>a</name>{inside}</object></annotation>", convention).objects
    return found


BOX = "<bndbox><xmin>11</xmin><ymin>21</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>"

LABELIMG = """<annotation verified="yes">
	<folder>images</folder>
	<filename>dog.jpg</filename>
	<path>C:\\images\\dog.jpg</path>
	<source><database>Unknown</database></source>
	<size><width>500</width><height>375</height><depth>1</depth></size>
	<segmented>0</segmented>
	<object>
		<name>dog</name>
		<pose>Unspecified</pose>
		<truncated>1</truncated>
		<difficult>1</difficult>
		<bndbox><xmin>139</xmin><ymin>200</ymin><xmax>207</xmax><ymax>301</ymax></bndbox>
	</object>
</annotation>"""

DEVKIT_2007 = """<annotation>
  <folder>VOC2007</folder><filename>000005.jpg</filename>
  <source><database>The VOC2007 Database</database><flickrid>325991873</flickrid></source>
  <owner><flickrid>archintent</flickrid><name>?</name></owner>
  <size><width>500</width><height>375</height><depth>3</depth></size>
  <object><name>chair</name><pose>Rear</pose><truncated>0</truncated><difficult>0</difficult>
    <bndbox><xmin>263</xmin><ymin>211</ymin><xmax>324</xmax><ymax>339</ymax></bndbox>
  </object>
</annotation>"""

DEVKIT_2012 = """<annotation>
	<filename>2011_000003.jpg</filename>
	<folder>VOC2012</folder>
	<object>
		<name>person</name>
		<actions><jumping>0</jumping><other>1</other></actions>
		<bndbox><xmax>191</xmax><xmin>123.5</xmin><ymax>420</ymax><ymin>155</ymin></bndbox>
		<difficult>0</difficult>
		<point><x>150</x><y>200</y></point>
		<part>
			<name>head</name>
			<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>3</xmax><ymax>4</ymax></bndbox>
		</part>
	</object>
	<segmented>0</segmented>
	<size><depth>3</depth><height>375</height><width>500</width></size>
</annotation>"""

CVAT = """<?xml version="1.0" encoding="utf-8"?>
<annotation><folder></folder><filename>a b.png</filename><source><database>Unknown</database></source>
<size><width>100</width><height>80</height><depth></depth></size><segmented>0</segmented>
<object><name>scratch</name><truncated>0</truncated><occluded>1</occluded><difficult>0</difficult>
<bndbox><xmin>10.25</xmin><ymin>1.0</ymin><xmax>20.75</xmax><ymax>9.5</ymax></bndbox>
<attributes><attribute><name>depth</name><value>deep</value></attribute>
<attribute><name>rotation</name><value>0.0</value></attribute></attributes></object></annotation>"""

ROBOFLOW = """<annotation>
	<folder></folder><filename>x_jpg.rf.1.jpg</filename><path>x_jpg.rf.1.jpg</path>
	<source><database>roboflow.com</database></source>
	<size><width>640</width><height>640</height><depth>3</depth></size><segmented>0</segmented>
	<object><name>leaf</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult><occluded>0</occluded>
		<bndbox><xmin>10</xmin><xmax>31</xmax><ymin>20</ymin><ymax>41</ymax></bndbox>
		<polygon><x1>10.5</x1><y1>20</y1><x2>31</x2><y2>20</y2><x3>31</x3><y3>41</y3></polygon>
	</object>
</annotation>"""

LABELME = """<?xml version='1.0' encoding='utf-8'?>
<annotation><folder/><filename>2011_000003.jpg</filename><database/><annotation/><image/>
<size><height>338</height><width>500</width><depth>3</depth></size><segmented/>
<object><name>person</name><pose/><truncated/><difficult/>
<bndbox><xmin>191.0</xmin><ymin>107.5</ymin><xmax>313.0</xmax><ymax>329.0</ymax></bndbox></object></annotation>"""


def test_labelimg() -> None:
    read = parse(LABELIMG, Convention.UNSHIFTED)
    assert (read.filename, read.width, read.height, read.depth, read.verified) == ("dog.jpg", 500, 375, 1, True)
    assert read.objects == (VocObject(label="dog", shape=Box(139, 200, 207, 301), difficult=True, truncated=True),)
    assert parse(LABELIMG).objects[0].shape == Box(138, 199, 207, 301)


def test_devkit_2007() -> None:
    read = parse(DEVKIT_2007)
    assert read.objects == (VocObject(label="chair", shape=Box(262, 210, 324, 339), pose="Rear"),)
    assert read.filename == "000005.jpg"


def test_devkit_2012_with_actions_points_and_parts() -> None:
    read = parse(DEVKIT_2012)
    assert read.objects == (VocObject(label="person", shape=Box(122.5, 154, 191, 420)),)
    assert (read.width, read.height) == (500, 375)


def test_cvat() -> None:
    attributes = (("depth", "deep"), ("rotation", "0.0"))
    (found,) = parse(CVAT).objects
    assert found == VocObject(label="scratch", shape=Box(9.25, 0, 20.75, 9.5), occluded=True, attributes=attributes)


def test_roboflow() -> None:
    (found,) = parse(ROBOFLOW, Convention.UNSHIFTED).objects
    assert found.shape == Polygon(((10.5, 20), (31, 20), (31, 41)))
    assert parse(ROBOFLOW).objects[0].shape == Polygon(((9.5, 19), (30, 19), (30, 40)))


def test_labelmes_exporter() -> None:
    (found,) = parse(LABELME).objects
    assert found == VocObject(label="person", shape=Box(190, 106.5, 313, 329))


def test_the_least_that_a_file_can_say() -> None:
    assert parse("<annotation/>") == Annotation(filename="", width=0, height=0)
    assert only_object(BOX) == VocObject(label="a", shape=Box(10, 20, 30, 40))


@pytest.mark.parametrize(
    ("inside", "shape"),
    [
        ("<polygon><pt><x>1</x><y>2</y></pt><pt><x>3</x><y>4</y></pt><pt><x>5</x><y>7</y></pt></polygon>", "polygon"),
        ("<polygon><x2>3</x2><y2>4</y2><x1>1</x1><y1>2</y1><x10>5</x10><y10>7</y10></polygon>", "polygon"),
        ('<polyline width="2.5"><x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2></polyline>', "polyline"),
        ("<point><x>1.5</x><y>2</y></point>", "point"),
        ('<mask left="3" top="4" width="2" height="2" rle="1, 2, 1"/>', "mask"),
    ],
)
def test_shapes_without_a_box(inside: str, shape: str) -> None:
    expected = {
        "polygon": Polygon(((0, 1), (2, 3), (4, 6))),
        "polyline": Polyline(((0, 1), (2, 3)), 2.5),
        "point": Point(0.5, 1),
        "mask": Mask(3, 4, 2, 2, (1, 2, 1)),
    }[shape]
    assert only_object(inside).shape == expected


def test_an_outline_of_no_points_is_the_box() -> None:
    assert only_object(BOX + "<polygon/>").shape == Box(10, 20, 30, 40)


@pytest.mark.parametrize("edges", [(1, 1, 1, 1), (0, -3, 5000, 2), (30, 40, 10, 20), (5, 5, 4, 4)])
def test_odd_boxes_are_read_as_they_stand(edges: tuple[int, ...]) -> None:
    inside = "".join(f"<{tag}>{n}</{tag}>" for tag, n in zip(("xmin", "ymin", "xmax", "ymax"), edges, strict=True))
    x0, y0, x1, y1 = edges
    assert only_object(f"<bndbox>{inside}</bndbox>").shape == Box(x0 - 1, y0 - 1, x1, y1)


@pytest.mark.parametrize(
    ("text", "flag"), [("1", True), ("0", False), ("", False), ("True", True), ("Unspecified", False), ("0.5", True)]
)
def test_flags_as_tools_write_them(text: str, flag: bool) -> None:
    assert only_object(f"<truncated>{text}</truncated>{BOX}").truncated is flag


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "gbk", "shift_jis"])
def test_encodings(encoding: str) -> None:
    name = {"gbk": "划痕", "shift_jis": "傷"}.get(encoding, "Ätzung é")
    declared = f'<?xml version="1.0" encoding="{encoding}"?>' if encoding != "utf-8-sig" else ""
    text = f"{declared}<annotation><object><name>{name}</name>{BOX}</object></annotation>"
    assert annotation_file.parse(text.encode(encoding), PATH).objects[0].label == name


def object_xml(inside: str) -> str:
    return f"<annotation>\n<object>\n<name>a</name>\n{inside}</object></annotation>"


BAD = {
    "empty": ("", "is empty", None),
    "cut short": (LABELIMG[:400], "not whole XML", 13),
    "no XML": ("dog 1 2 3 4", "not whole XML", 1),
    "two roots": ("<annotation/>\n<annotation/>", "not whole XML", 2),
    "another root": ("<?xml version='1.0'?>\n<annotations/>", "<annotations> instead of <annotation>", 2),
    "entity": ('<!DOCTYPE a [\n<!ENTITY b "c">]><annotation/>', "entities", 2),
    "entity file": (
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><annotation>&b;</annotation>',
        "entities",
        1,
    ),
    "outer entity": ('<!DOCTYPE a SYSTEM "http://x/a.dtd">\n<annotation>&b;</annotation>', "entities", 2),
    "deep": ("<annotation>" * 200 + "</annotation>" * 200, "nests", 1),
    "no name": ("<annotation>\n<object><pose/></object></annotation>", "without a name", 2),
    "no shape": (object_xml(""), "without a bndbox", 2),
    "no xmax": (object_xml(BOX.replace("<xmax>30</xmax>", "")), "without xmax", 4),
    "words": (object_xml(BOX.replace("30", "thirty")), "'thirty' in <xmax>", 4),
    "empty number": (object_xml(BOX.replace("30", "")), "'' in <xmax>", 4),
    "nan": (object_xml(BOX.replace("30", "nan")), "'nan' in <xmax>", 4),
    "infinite": (object_xml(BOX.replace("30", "1e999")), "'1e999' in <xmax>", 4),
    "too large": (object_xml(BOX.replace("30", "9" * 5000)), "no place in an image", 4),
    "python's own": (object_xml(BOX.replace("30", "3_0")), "'3_0' in <xmax>", 4),
    "flag": (object_xml("<difficult>maybe</difficult>\n" + BOX), "'maybe' in <difficult>", 4),
    "half a point": (object_xml("<polygon><x1>1</x1><y1>1</y1><x2>3</x2></polygon>"), "x or a y is missing", 4),
    "mask too long": (object_xml('<mask left="0" top="0" width="2" height="2" rle="3,3"/>'), "does not add up", 4),
    "mask below 0": (object_xml('<mask left="0" top="0" width="2" height="2" rle="-1,5"/>'), "does not add up", 4),
    "mask no list": (object_xml('<mask left="0" top="0" width="2" height="2" rle="a"/>'), "whole numbers", 4),
    "mask no place": (object_xml('<mask width="2" height="2" rle="4"/>'), "must be a number", 4),
    "huge mask": (object_xml(f'<mask left="0" top="0" width="{10**6}" height="{10**6}" rle="{10**12}"/>'), "add up", 4),
    "tab in name": (object_xml(BOX).replace("<name>a<", "<name>a\tb<"), "XML cannot", 2),
    "unknown encoding": ('<?xml version="1.0" encoding="klingon"?><annotation/>', "not known", 1),
    "control": ("<annotation>\n\x01</annotation>", "not whole XML", 2),
}


@pytest.mark.parametrize("case", BAD)
def test_damaged_files_are_an_error_with_path_and_line(case: str) -> None:
    text, says, line = BAD[case]
    with pytest.raises(AnnotationFileError) as caught:
        parse(text)
    assert says in str(caught.value)
    assert caught.value.line == line
    assert str(caught.value).startswith("a.xml")
    assert str(caught.value).endswith(".")


def test_an_entity_bomb_is_refused_at_once() -> None:
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 30))]
    with pytest.raises(AnnotationFileError, match="entities"):
        parse(f"<!DOCTYPE annotation [{''.join(lines)}]><annotation><filename>&a29;</filename></annotation>")


def test_bytes_of_another_encoding_name_the_line() -> None:
    with pytest.raises(AnnotationFileError, match="is not text in its encoding utf-8") as caught:
        annotation_file.parse("<annotation>\n<filename>ä</filename></annotation>".encode("latin-1"), PATH)
    assert caught.value.line == 2


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(AnnotationFileError, match="cannot be opened"):
        annotation_file.read(tmp_path / "a.xml")


def test_all_of_bccd(bccd: Path) -> None:
    read = [annotation_file.read(path) for path in sorted((bccd / "Annotations").glob("*.xml"))]
    assert len(read) == 292
    assert {(annotation.width, annotation.height) for annotation in read} == {(640, 480)}
    labels = [found.label for annotation in read for found in annotation.objects]
    assert {label: labels.count(label) for label in set(labels)} == {"RBC": 3350, "WBC": 301, "Platelets": 292}


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b'<?xml version="1.0" encoding="utf-7"?><annotation><filename>+2AA-</filename></annotation>', "not text"),
        (b"<annotation><filename>" + b"a" * 10_100_000 + b"</filename></annotation>", "more than 10 million signs"),
    ],
)
def test_what_no_file_may_hold(source: bytes, says: str) -> None:
    with pytest.raises(AnnotationFileError, match=says) as caught:
        annotation_file.parse(source, PATH)
    assert len(str(caught.value).splitlines()) == 1


def test_a_point_of_an_endless_number_is_none() -> None:
    number = "9" * 5000
    with pytest.raises(AnnotationFileError, match="an x or a y is missing"):
        only_object(f"<polygon><x{number}>1</x{number}><y1>1</y1></polygon>")
