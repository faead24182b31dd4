"""What is written in any format is read again the same, but for what was listed as lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import InvalidValueError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc.annotation import Annotation
from core.voc.convention import Convention
from core.voc.interchange.conversion import survey
from core.voc.interchange.format import Format
from core.voc.interchange.formats import (
    COCO,
    FORMATS,
    LABELME,
    VOC,
    VOC_PNG,
    YOLO,
    YOLO_OBB,
    YOLO_SEG,
    format_named,
    recognised,
)
from core.voc.interchange.losses import LossKind
from core.voc.masks import shape_mask
from tests.core.voc.interchange.conftest import Maker, annotations_of, everything, thing, write

SETS = {"train": ["a.png", "left/b.png"], "val": ["c.png"]}


def boxes(name: str = "c.png") -> Annotation:
    found = (thing("dent", Box(0, 0, 1, 1)), thing("scratch", Box(3, 2, 19, 9)))
    return Annotation(filename=name, width=20, height=10, objects=found)


def lost(maker: Maker, to: Format, annotation: Annotation | None) -> dict[LossKind, int]:
    found = survey(maker.content({"a.png": annotation}), to)
    return {loss.kind: loss.count for loss in found.losses}


@pytest.mark.parametrize("to", FORMATS, ids=lambda to: to.name)
def test_boxes_labels_and_splits_survive_every_format(maker: Maker, tmp_path: Path, to: Format) -> None:
    start = {"a.png": boxes("a.png"), "left/b.png": boxes("b.png"), "c.png": boxes()}
    result = write(maker.content(start, ("unused", "scratch", "dent"), SETS), to, tmp_path / "out")
    assert (result.images, result.objects, result.problems) == (3, 6, ())
    assert result.notes == ("3 images were copied.",)
    assert recognised(tmp_path / "out").name == {"yolo-seg": "yolo", "yolo-obb": "yolo"}.get(to.name, to.name).replace(
        "voc-png", "voc"
    )
    content = to.read(tmp_path / "out")
    found = annotations_of(content)
    for name, annotation in start.items():
        there = found[name]
        assert there is not None
        assert (there.width, there.height, there.filename) == (20, 10, annotation.filename)
        assert [(o.label, o.shape.bounds) for o in there.objects] == [(o.label, o.shape) for o in annotation.objects]
    if to is not LABELME:
        assert {split: sorted(names) for split, names in content.sets.items()} == SETS
        assert content.labels == ("unused", "scratch", "dent")


@pytest.mark.parametrize("convention", Convention)
def test_pascal_voc_holds_everything(maker: Maker, tmp_path: Path, convention: Convention) -> None:
    assert lost(maker, VOC, everything()) == {}
    start = {"a.png": everything(), "b.png": None}
    write(maker.content(start), VOC, tmp_path / "out", convention=convention)
    assert annotations_of(VOC.read(tmp_path / "out")) == start


def test_labelme_holds_everything(maker: Maker, tmp_path: Path) -> None:
    assert lost(maker, LABELME, everything()) == {}
    start = {"a.png": everything(), "sub/b.jpg": None}
    write(maker.content(start), LABELME, tmp_path / "out")
    assert annotations_of(LABELME.read(tmp_path / "out")) == start


def test_coco_holds_all_but_what_it_lists(maker: Maker, tmp_path: Path) -> None:
    assert lost(maker, COCO, everything()) == {
        LossKind.PATH_TO_MASK: 1, LossKind.POINT: 1, LossKind.TAGS: 1, LossKind.STATE: 1,
    }  # fmt: skip
    assert lost(maker, COCO, None) == {LossKind.UNLABELLED: 1}
    write(maker.content({"a.png": everything(), "b.png": None}), COCO, tmp_path / "out")
    start = everything()
    path = start.objects[4].shape
    assert isinstance(path, Polyline)
    expected = [
        replace(found, shape=Mask.from_array(shape_mask(path, (10, 20)))) if found.shape is path else found
        for found in start.objects
        if not isinstance(found.shape, Point)
    ]
    there = annotations_of(COCO.read(tmp_path / "out"))
    assert there == {"a.png": replace(start, objects=tuple(expected), tags=(), verified=False, checked=False)}


def test_yolo_boxes_list_what_they_lose(maker: Maker, tmp_path: Path) -> None:
    assert lost(maker, YOLO, everything()) == {
        LossKind.POLYGON_TO_BOX: 1, LossKind.ROTATED_TO_BOX: 1, LossKind.MASK_TO_BOX: 1, LossKind.PATH_TO_BOX: 1,
        LossKind.POINT: 1, LossKind.FLAGS: 2, LossKind.ATTRIBUTES: 2, LossKind.TAGS: 1, LossKind.STATE: 1,
    }  # fmt: skip
    write(maker.content({"a.png": everything()}), YOLO, tmp_path / "out")
    there = annotations_of(YOLO.read(tmp_path / "out"))["a.png"]
    assert there is not None
    expected = [thing(o.label, o.shape.bounds) for o in everything().objects if not isinstance(o.shape, Point)]
    assert list(there.objects) == expected


def test_yolo_outlines_hold_the_very_pixels_of_masks(maker: Maker, tmp_path: Path) -> None:
    assert lost(maker, YOLO_SEG, everything()) == {
        LossKind.MASK_TO_OUTLINE: 1, LossKind.HOLES_CUT: 1, LossKind.PATH_TO_OUTLINE: 1, LossKind.BOX_TO_OUTLINE: 2,
        LossKind.POINT: 1, LossKind.FLAGS: 2, LossKind.ATTRIBUTES: 2, LossKind.ROTATION_ATTRIBUTE: 1,
        LossKind.TAGS: 1, LossKind.STATE: 1,
    }  # fmt: skip
    write(maker.content({"a.png": everything()}), YOLO_SEG, tmp_path / "out")
    there = annotations_of(YOLO_SEG.read(tmp_path / "out"))["a.png"]
    assert there is not None
    start = [found for found in everything().objects if not isinstance(found.shape, Point)]
    for before, after in zip(start, there.objects, strict=True):
        assert after.label == before.label
        assert isinstance(after.shape, Polygon)
        if isinstance(before.shape, Polygon):
            assert after.shape == before.shape
        elif not isinstance(before.shape, Box):
            assert (shape_mask(after.shape, (10, 20)) == shape_mask(before.shape, (10, 20))).all()


def test_yolo_rotated_boxes_keep_their_angle(maker: Maker, tmp_path: Path) -> None:
    slanted = thing("dent", Polygon(((5, 1), (9, 4), (6, 8), (2, 5))), attributes=(("rotation", "36.87"),))
    start = Annotation(filename="a.png", width=20, height=10, objects=(slanted,))
    assert lost(maker, YOLO_OBB, start) == {}
    write(maker.content({"a.png": start}), YOLO_OBB, tmp_path / "out")
    assert annotations_of(YOLO_OBB.read(tmp_path / "out")) == {"a.png": start}
    mixed = everything()
    assert lost(maker, YOLO_OBB, mixed)[LossKind.OUTLINE_TO_ROTATED] == 3


def test_pngs_hold_masks_and_the_xml_the_rest(maker: Maker, tmp_path: Path) -> None:
    start = {"a.png": everything()}
    assert lost(maker, VOC_PNG, everything()) == {LossKind.NO_PIXELS: 3, LossKind.COVERED: 2}
    write(maker.content(start, sets={"train": ["a.png"]}), VOC_PNG, tmp_path / "out", border=0)
    assert (tmp_path / "out" / "ImageSets" / "Segmentation" / "train.txt").read_text() == "a\n"
    assert annotations_of(VOC_PNG.read(tmp_path / "out")) == start
    for file in (tmp_path / "out" / "Annotations").iterdir():
        file.unlink()
    (there,) = annotations_of(VOC_PNG.read(tmp_path / "out")).values()
    assert there is not None
    assert {found.label for found in there.objects} == {"dent", "scratch"}


def test_lists_that_share_images_become_lists_of_yolo(maker: Maker, tmp_path: Path) -> None:
    sets = {"train": ["a.png"], "val": ["b.png"], "trainval": ["a.png", "b.png"]}
    write(maker.content({"a.png": boxes("a.png"), "b.png": boxes("b.png")}, sets=sets), YOLO, tmp_path / "out")
    assert (tmp_path / "out" / "trainval.txt").read_text() == "./images/a.png\n./images/b.png\n"
    content = YOLO.read(tmp_path / "out")
    assert {split: content.sets[split] for split in ("train", "val")} == {"train": ("a.png",), "val": ("b.png",)}


def test_a_format_is_found_by_its_name() -> None:
    assert format_named("yolo-obb") is YOLO_OBB
    with pytest.raises(InvalidValueError, match="'docx' is no format: choose one of voc, voc-png, coco"):
        format_named("docx")
