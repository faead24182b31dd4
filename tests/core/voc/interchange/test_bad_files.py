"""Damaged, odd and incomplete files of other programs: one sentence each, and the rest is read."""

import base64
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.errors import AnnotrainError, InterchangeError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc.annotation import Annotation, VocObject
from core.voc.interchange.content import Content
from core.voc.interchange.conversion import survey
from core.voc.interchange.format import Format
from core.voc.interchange.formats import COCO, LABELME, VOC, VOC_PNG, YOLO, YOLO_OBB, YOLO_SEG, recognised
from core.voc.interchange.losses import LossKind
from tests.core.voc.interchange.conftest import Maker, annotations_of, everything, write


def read(content: Content) -> tuple[dict[str, Annotation | None], str]:
    """Return what is said, and all sentences in one text."""
    problems: list[AnnotrainError] = list(content.problems)
    found: dict[str, Annotation | None] = {}
    for sample in content.samples:
        try:
            found[sample.name] = sample.read(problems.append)
        except AnnotrainError as error:
            problems.append(error)
    return found, "\n".join(map(str, problems))


# -- COCO --------------------------------------------------------------------------------------------------------------

CATEGORIES = [{"id": 7, "name": "dent"}, {"id": 3, "name": "scratch"}]
IMAGE = {"id": 5, "file_name": "a.png", "width": 20, "height": 10}


def coco(maker: Maker, annotations: list[Any], images: list[Any] | None = None, **rest: Any) -> Content:
    """Return the content of a COCO file of one picture."""
    maker.picture("images/a.png")
    content = {"images": images or [IMAGE], "annotations": annotations, "categories": CATEGORIES, **rest}
    (maker.folder / "annotations").mkdir(exist_ok=True)
    (maker.folder / "annotations" / "instances_default.json").write_text(json.dumps(content))
    return COCO.read(maker.folder)


def one(**entry: Any) -> dict[str, Any]:
    return {"image_id": 5, "category_id": 7, "bbox": [1, 2, 3, 4], **entry}


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (one(category_id=99), "unknown category 99"),
        (one(category_id=[1]), "unknown category"),
        (one(bbox=[1, 2, -3, 4]), "width or height below 0"),
        (one(bbox=[1, 2]), "a bbox of 2 numbers"),
        (one(bbox=None), "no list of numbers"),
        (one(bbox=["a", 1, 2, 3]), "no number"),
        (one(segmentation=[[1, 2, 3, 4]]), "an outline of 4 numbers"),
        (one(segmentation={"size": [5, 5], "counts": [25]}), "a mask of 5 x 5 pixels for an image of 20 x 10"),
        (one(segmentation={"size": [10, 20], "counts": [25]}), "runs of 25 pixels"),
        (one(segmentation={"size": [10, 20], "counts": "\x01"}), "run-length"),
        (one(image_id=99), "1 annotations of images that it does not list"),
        ("text", ""),
        (one(keypoints=[1, 2, 2], num_keypoints=1), "keypoints on 1 objects"),
        (one(segmentation=[[0, 0, 5, 0, 5, 5], [8, 8, 9, 8, 9, 9]]), "1 outlines of several parts"),
    ],
)
def test_an_odd_coco_object_is_said_and_the_others_are_read(maker: Maker, entry: Any, words: str) -> None:
    found, said = read(coco(maker, [entry, one(category_id=3)]))
    assert words in said
    annotation = found["a.png"]
    assert annotation is not None
    assert annotation.objects[-1].label == "scratch"
    assert annotation.objects[-1].shape == Box(1, 2, 4, 6)


def test_a_coco_mask_that_is_empty_falls_back_to_its_box(maker: Maker) -> None:
    found, said = read(coco(maker, [one(segmentation={"size": [10, 20], "counts": [200]})]))
    assert (found["a.png"].objects[0].shape, said) == (Box(1, 2, 4, 6), "")


def test_images_that_are_missing_or_of_another_size_or_outside(maker: Maker, tmp_path: Path) -> None:
    Image.new("RGB", (5, 5)).save(tmp_path / "secret.png")
    images = [
        {**IMAGE, "width": 40},
        {"id": 6, "file_name": "gone.png"},
        {"id": 8, "file_name": "../secret.png"},
        {"id": 9},
    ]
    found, said = read(coco(maker, [one()], images))
    assert list(found) == ["a.png"]
    assert "says 40 x 10 pixels, but the image has 20 x 10" in said
    assert "names the image 'gone.png', which is not there" in said
    assert "names the image '../secret.png', which is not there" in said


def test_names_that_clash_and_turns_that_cvat_writes(maker: Maker) -> None:
    maker.picture("images/left/a.png", seed=1)
    images = [IMAGE, {**IMAGE, "id": 6, "file_name": "left/a.png"}]
    turned = one(bbox=[4, 4, 4, 2], attributes={"rotation": 90.0, "occluded": True, "paint": "red", "n": 3})
    found, said = read(coco(maker, [turned], images))
    assert (sorted(found), said) == (["a.png", "left/a.png"], "")
    (thing,) = found["a.png"].objects
    assert thing.shape == Polygon(((7, 3), (7, 7), (5, 7), (5, 3)))
    assert (thing.occluded, thing.attributes) == (True, (("rotation", "90"), ("paint", "red"), ("n", "3")))


def test_files_that_number_their_labels_otherwise_keep_their_own(maker: Maker) -> None:
    coco(maker, [one()])
    maker.picture("images/b.png", seed=1)
    other = {"images": [{**IMAGE, "file_name": "b.png"}], "annotations": [one(), one(category_id=3)],
             "categories": [{"id": 7, "name": "hole"}, {"id": 3, "name": "dent"}]}  # fmt: skip
    (maker.folder / "annotations" / "instances_val.json").write_text(json.dumps(other))
    content = COCO.read(maker.folder)
    found, said = read(content)
    assert ([thing.label for thing in found["a.png"].objects], said) == (["dent"], "")
    assert [thing.label for thing in found["b.png"].objects] == ["hole", "dent"]
    assert content.labels == ("scratch", "dent", "hole")


def test_roboflows_folders_and_its_name_of_the_whole(maker: Maker) -> None:
    for split in ("train", "valid"):
        maker.picture(f"{split}/{split}.png")
        content = {
            "images": [{**IMAGE, "file_name": f"{split}.png"}],
            "annotations": [one(category_id=1)],
            "categories": [
                {"id": 0, "name": "parts", "supercategory": "none"},
                {"id": 1, "name": "dent", "supercategory": "parts"},
            ],
        }
        (maker.folder / split / "_annotations.coco.json").write_text(json.dumps(content))
    assert recognised(maker.folder) is COCO
    content = COCO.read(maker.folder)
    assert dict(content.sets) == {"train": ("train.png",), "val": ("valid.png",)}
    assert content.labels == ("dent",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"images": [],\n"annotations": [', ":2: is not whole JSON"),
        ('["images", "annotations"]', "holds no JSON object"),
        ('{"images": 1, "annotations": 2}', "holds no COCO file with images"),
        ('{"images": [' + "[" * 100_000 + ', "annotations"', "is not"),
    ],
)
def test_a_coco_file_that_cannot_be_read_alone(maker: Maker, text: str, words: str) -> None:
    maker.picture("a.png")
    (maker.folder / "coco.json").write_text(text)
    with pytest.raises(InterchangeError, match=words):
        COCO.read(maker.folder)


def test_ids_stay_the_same_from_coco_to_coco(maker: Maker, tmp_path: Path) -> None:
    write(coco(maker, [one()]), VOC, tmp_path / "voc")
    again = VOC.read(tmp_path / "voc")
    write(again, COCO, tmp_path / "coco")
    content = json.loads((tmp_path / "coco" / "annotations" / "instances_default.json").read_bytes())
    assert content["images"][0]["id"] == 5
    assert {entry["name"]: entry["id"] for entry in content["categories"]} == {"scratch": 3, "dent": 7}


# -- YOLO --------------------------------------------------------------------------------------------------------------


def yolo(maker: Maker, lines: str, yaml: str = "names: [dent, scratch]\n") -> Content:
    """Return the content of one picture's label file."""
    maker.picture("images/a.png", (100, 50))
    (maker.folder / "labels").mkdir(exist_ok=True)
    (maker.folder / "labels" / "a.txt").write_text(lines)
    if yaml:
        (maker.folder / "data.yaml").write_text(yaml)
    return YOLO.read(maker.folder)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("9 0.5 0.5 0.2 0.2", ":2: an object was left out: the label number 9 has no name"),
        ("0 0.5 0.5 0.2", "the line holds 3 numbers"),
        ("0 0.1 0.1 0.9 0.1 0.5 0.5 0.7", "the line holds 7 numbers"),
        ("0 0.5 x 0.2 0.2", "no number"),
        ("0 nan 0.5 0.2 0.2", "no place"),
        ("0 0.5 0.5 -0.2 0.2", "below 0"),
        ("1e999 0.5 0.5 0.2 0.2", "no number"),
    ],
)
def test_an_odd_yolo_line_is_said_and_the_others_are_read(maker: Maker, line: str, words: str) -> None:
    found, said = read(yolo(maker, f"0 0.5 0.5 0.2 0.4\n{line}\n1 0.1 0.1 0.2 0.2 0.9\n"))
    assert words in said
    assert [(o.label, o.shape) for o in found["a.png"].objects] == [
        ("dent", Box(40, 15, 60, 35)),
        ("scratch", Box(0, 0, 20, 10)),
    ]


def test_a_box_beyond_the_image_is_cut_and_that_is_said_before(maker: Maker, tmp_path: Path) -> None:
    thing = VocObject(label="dent", shape=Box(-2, 3, 8, 12))
    content = maker.content({"a.png": Annotation(filename="a.png", width=20, height=10, objects=(thing,))})
    assert [loss.kind for loss in survey(content, YOLO).losses] == [LossKind.CUT]
    write(content, YOLO, tmp_path / "out")
    (found,) = annotations_of(YOLO.read(tmp_path / "out"))["a.png"].objects
    assert found.shape == Box(0, 3, 8, 10)


@pytest.mark.parametrize("to", [YOLO, YOLO_SEG, YOLO_OBB])
def test_nothing_that_is_written_lies_beyond_the_image(maker: Maker, tmp_path: Path, to: Format) -> None:
    size = 20, 10
    shapes = (
        Polygon(((-5, 2), (10, 2), (10, 30))),
        Mask.from_array(np.ones((4, 6), dtype=bool), 17, 8),
        Polyline(((-4, 5), (30, 5)), 2),
        Box(15, -3, 22, 4),
    )
    beyond = (Box(-9, 0, -2, 5), Polygon(((30, 0), (40, 0), (40, 9))), Polyline(((-9, -9), (-5, -9)), 2))
    objects = tuple(VocObject(label="dent", shape=shape) for shape in (*shapes, *beyond) if shape is not None)
    annotation = Annotation(filename="a.png", width=20, height=10, objects=objects)
    content = maker.content({"a.png": annotation})
    said = {loss.kind: loss.count for loss in survey(content, to).losses}
    assert (said[LossKind.CUT], said[LossKind.OUTSIDE]) == (4, 3)
    write(content, to, tmp_path / "out")
    (path,) = (tmp_path / "out" / "labels").glob("**/*.txt")
    rows = [[float(word) for word in line.split()[1:]] for line in path.read_text().splitlines()]
    assert len(rows) == 4
    read = [found.shape.bounds for found in annotations_of(to.read(tmp_path / "out"))["a.png"].objects]
    if to is not YOLO_OBB:  # the rectangle round what is cut may reach out
        assert all(box == box.clamped(*size) for box in read)
        assert all(0 <= value <= 1 for row in rows for value in row)
    assert read[3] == Box(15, 0, 20, 4)


def test_six_decimals_do_not_make_boxes_grow(maker: Maker) -> None:
    box = Box(33, 17, 34, 50)
    x, y, width, height = (box.x0 + box.x1) / 200, (box.y0 + box.y1) / 100, box.width / 100, box.height / 50
    found, _ = read(yolo(maker, f"0 {x:.6f} {y:.6f} {width:.6f} {height:.6f}\n"))
    assert found["a.png"].objects[0].shape == box


def test_darknet_roboflow_and_poses(maker: Maker, tmp_path: Path) -> None:
    other = Maker(tmp_path / "darknet")
    other.picture("a.png", (100, 50))
    (other.folder / "a.txt").write_text("1 0.5 0.5 0.2 0.4\n")
    (other.folder / "classes.txt").write_text("dent\nscratch\n")
    assert recognised(other.folder).name == "yolo"
    found, said = read(YOLO.read(other.folder))
    assert (found["a.png"].objects[0].label, said) == ("scratch", "")

    maker.picture("train/images/b.png", (100, 50))
    (maker.folder / "train" / "labels").mkdir()
    (maker.folder / "train" / "labels" / "b.txt").write_text("0 0.5 0.5 0.2 0.4\n")
    roboflow = "train: ../train/images\nval: ../valid/images\nnc: 1\nnames: ['dent']\nkpt_shape: [1, 3]\n"
    content = yolo(maker, "0 0.5 0.5 0.2 0.4 0.1 0.1 2\n", roboflow)
    found, said = read(content)
    assert content.sets == {"train": ("b.png",)}
    assert "names '../valid/images', which is not there" in said
    assert found["a.png"].objects[0].shape == found["b.png"].objects[0].shape == Box(40, 15, 60, 35)


def test_four_corners_are_rotated_boxes_only_where_they_are(maker: Maker) -> None:
    turned, other = "0 0.5 0.2 0.6 0.2 0.6 0.6 0.5 0.6", "0 0.5 0.2 0.7 0.2 0.6 0.6 0.5 0.6"
    found, _ = read(yolo(maker, f"{turned}\n{other}\n"))
    first, second = found["a.png"].objects
    assert first.attributes == (("rotation", "0"),)
    assert second.attributes == ()
    assert YOLO_OBB.recognises(maker.folder)


def test_yaml_that_is_damaged_has_its_line(maker: Maker) -> None:
    with pytest.raises(InterchangeError, match=r"data.yaml:3: is not whole YAML"):
        yolo(maker, "", "names:\n  0: dent\n 1: [\n")
    with pytest.raises(InterchangeError, match="YAML"):
        yolo(maker, "", "names: !!python/object/apply:os.system ['true']\n")


def test_labels_without_names_are_said(maker: Maker) -> None:
    _, said = read(yolo(maker, "0 0.5 0.5 0.2 0.4\n", ""))
    assert "the label number 0 has no name" in said


# -- labelme -----------------------------------------------------------------------------------------------------------


def labelme(maker: Maker, *shapes: Any, **rest: Any) -> Content:
    """Return the content of one picture's file."""
    maker.picture("a.png")
    content = {"shapes": shapes, "imagePath": "a.png", "imageWidth": 20, "imageHeight": 10, **rest}
    (maker.folder / "a.json").write_text(json.dumps(content))
    return LABELME.read(maker.folder)


def shape(kind: str, *points: Any, **rest: Any) -> dict[str, Any]:
    return {"label": "dent", "shape_type": kind, "points": points, **rest}


def test_every_shape_of_labelme_and_x_anylabeling(maker: Maker) -> None:
    stream = io.BytesIO()
    Image.new("1", (2, 3), 1).save(stream, "PNG")
    png = base64.b64encode(stream.getvalue()).decode()
    found, said = read(
        labelme(
            maker,
            shape("rectangle", [8, 6], [2, 1]),
            shape("rectangle", [2, 1], [8, 1], [8, 6], [2, 6]),
            shape("polygon", [1, 1], [5, 1], [5, 5]),
            shape("line", [1, 1], [5, 1]),
            shape("linestrip", [1, 1], [5, 1], [5, 5]),
            shape("point", [3, 4]),
            shape("mask", [4, 5], [5, 7], mask=png),
            shape("circle", [10, 5], [13, 5]),
            shape("rotation", [7, 3], [7, 7], [5, 7], [5, 3], direction=1.57),
            flags={"OK": True, "NG": False},
        )
    )
    annotation = found["a.png"]
    shapes = [thing.shape for thing in annotation.objects]
    assert said == ""
    assert annotation.tags == ("OK",)
    assert shapes[:7] == [
        Box(2, 1, 8, 6), Box(2, 1, 8, 6), Polygon(((1, 1), (5, 1), (5, 5))), Polyline(((1, 1), (5, 1))),
        Polyline(((1, 1), (5, 1), (5, 5))), Point(3, 4), Mask(4, 5, 2, 3, (0, 6)),
    ]  # fmt: skip
    assert shapes[7].bounds == Box(7, 2, 13, 8)
    assert abs(shapes[7].area - 28.27) < 1.5
    assert annotation.objects[8].attributes == (("rotation", "90"),)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (shape("cuboid", [1, 1], [2, 2]), "not known here"),
        (shape("polygon", [1, 1], [2, 2]), "it has 2 points and needs 3"),
        (shape("rectangle", [1, 1], ["x", 2]), "no pairs of numbers"),
        (shape("mask", [1, 1], [2, 2], mask="AAAA"), "its mask is no PNG"),
        (shape("circle", [1, 1], [1, 1]), "radius is 0"),
        ({"label": "", "points": [[1, 1], [2, 2], [3, 1]]}, "must not be empty"),
    ],
)
def test_an_odd_labelme_shape_is_said_and_the_others_are_read(maker: Maker, entry: Any, words: str) -> None:
    found, said = read(labelme(maker, entry, shape("point", [3, 4]), imageWidth=99))
    assert words in said
    assert "says 99 x 10 pixels, but a.png has 20 x 10" in said
    assert [thing.shape for thing in found["a.png"].objects] == [Point(3, 4)]


def test_labelme_files_without_their_image_and_damaged_ones(maker: Maker) -> None:
    content = labelme(maker, shape("point", [3, 4]))
    (maker.folder / "gone.json").write_text('{"shapes": [], "imagePath": "gone.png"}')
    maker.picture("b.png")
    (maker.folder / "b.json").write_text('{"shapes": [')
    found, said = read(LABELME.read(maker.folder))
    assert "gone.json: belongs to an image that is not there" in said
    assert "b.json:1: is not whole JSON" in said
    assert found["a.png"] == read(content)[0]["a.png"]


# -- Pascal VOC --------------------------------------------------------------------------------------------------------


def test_a_damaged_xml_and_a_mask_that_does_not_fit(maker: Maker, tmp_path: Path) -> None:
    write(maker.content({"a.png": everything(), "b.png": everything("b.png")}), VOC_PNG, tmp_path / "out")
    (tmp_path / "out" / "Annotations" / "a.xml").write_text("<annotation>\n<object>")
    Image.new("P", (3, 3)).save(tmp_path / "out" / "SegmentationClass" / "b.png")
    _, said = read(VOC_PNG.read(tmp_path / "out"))
    assert "a.xml:2: is not whole XML" in said
    assert "b.png: has 3 x 3 pixels, its image 20 x 10" in said


# -- anything ----------------------------------------------------------------------------------------------------------

values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["id", "image_id", "category_id", "bbox", "segmentation", "counts", "size", "points", "label"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values)
def test_no_json_breaks_the_readers(maker: Maker, value: Any) -> None:
    read(coco(maker, [value, one(segmentation=value)], [IMAGE, value]))
    maker.picture("a.png")
    entries = [value, shape("polygon", value), shape("mask", [1, 1], [2, 2], mask=value, attributes=value)]
    read(labelme(maker, *entries, flags=value))
