"""Masks as VOC's PNGs, both ways."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from PIL import Image

from core.errors import InvalidValueError, MaskFileError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList
from core.voc.masks import VOID, draw, export_png, found_in, import_png, shape_mask, voc_palette
from tests.core.voc.conftest import MakeDataset

NAMES = ("a", "b")
SQUARE = VocObject(label="a", shape=Polygon(((2, 2), (12, 2), (12, 8), (2, 8))))


def annotation(*objects: VocObject) -> Annotation:
    return Annotation(filename="a.png", width=20, height=10, objects=objects)


def test_the_palette_is_pascal_vocs() -> None:
    colors = np.frombuffer(voc_palette(), np.uint8).reshape(256, 3).tolist()
    assert colors[:5] == [[0, 0, 0], [128, 0, 0], [0, 128, 0], [128, 128, 0], [0, 0, 128]]
    assert colors[20] == [0, 64, 128]
    assert colors[255] == [224, 224, 192]


def test_a_polygon_fills_the_pixels_whose_centre_it_holds() -> None:
    found = shape_mask(Polygon(((2, 3), (5, 3), (5, 6), (2, 6))), (10, 10))
    expected = np.zeros((10, 10), bool)
    expected[3:6, 2:5] = True
    assert (found == expected).all()
    half = shape_mask(Polygon(((2.4, 3), (4.6, 3), (4.6, 6), (2.4, 6))), (10, 10))
    assert (half == expected).all()


def test_outlines_beyond_the_image_are_cut_off() -> None:
    assert shape_mask(Polygon(((-5, -5), (50, -5), (50, 50), (-5, 50))), (10, 20)).all()
    assert not shape_mask(Polygon(((-5, -5), (-1, -5), (-1, -1))), (10, 20)).any()


def test_a_line_has_its_thickness() -> None:
    found = shape_mask(Polyline(((2, 5), (18, 5)), 4), (10, 20))
    assert 3 <= found[:, 10].sum() <= 5
    assert found[4:6, 10].all()


def test_boxes_and_points_say_nothing_of_pixels() -> None:
    classes, objects = draw(
        annotation(replace(SQUARE, shape=Box(0, 0, 5, 5)), replace(SQUARE, shape=Point(1, 1))), NAMES
    )
    assert not classes.any()
    assert not objects.any()


def test_a_later_object_covers_an_earlier_one() -> None:
    over = VocObject(label="b", shape=Mask(10, 4, 6, 3, (0, 18)))
    classes, objects = draw(annotation(SQUARE, over), NAMES)
    assert (classes[5, 3], classes[5, 11], classes[5, 15], classes[5, 17]) == (1, 2, 2, 0)
    assert (objects[5, 3], objects[5, 11]) == (1, 2)


def test_the_void_border_lies_across_the_edge() -> None:
    touching = replace(SQUARE, shape=Polygon(((12, 2), (19, 2), (19, 8), (12, 8))))
    classes, objects = draw(annotation(SQUARE, touching), NAMES, border=5)
    row = classes[5].tolist()
    assert row[4:10] == [1] * 6
    assert row[10:14] == [VOID] * 4
    assert row[0:4] == [VOID] * 4
    assert ((classes == VOID) == (objects == VOID)).all()


def test_labels_and_numbers_beyond_the_format_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="'a' is not in the label list"):
        draw(annotation(SQUARE), ("b",))
    with pytest.raises(InvalidValueError, match="254"):
        draw(annotation(*[SQUARE] * 255), NAMES)


@given(arrays(np.uint8, (6, 9), elements=st.integers(0, 4)))
def test_what_is_drawn_is_found_again(numbers: NDArray[np.uint8]) -> None:
    objects = [
        VocObject(label=NAMES[number % 2], shape=mask)
        for number in range(1, 5)
        if (mask := Mask.from_array(numbers == number)) is not None
    ]
    start = Annotation(filename="a", width=9, height=6, objects=tuple(objects))
    assert found_in(*draw(start, NAMES), NAMES) == start.objects


def test_files_both_ways(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    entry = dataset.entry("a")
    start = annotation(SQUARE, VocObject(label="b", shape=Mask(14, 4, 2, 3, (0, 6))))
    export_png(dataset, entry, start, NAMES)
    with Image.open(dataset.root / "SegmentationClass" / "a.png") as image:
        assert image.mode == "P"
        assert image.getpalette()[:6] == [0, 0, 0, 128, 0, 0]
        assert np.unique(np.asarray(image)).tolist() == [0, 1, 2]
    first, second = import_png(dataset, entry, NAMES)
    assert first == replace(SQUARE, shape=Mask(2, 2, 10, 6, (0, 60)))
    assert second == start.objects[1]


def test_without_object_numbers_each_connected_area_is_one(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None)
    export_png(dataset, dataset.entry("a"), annotation(SQUARE, replace(SQUARE, shape=Mask(15, 1, 1, 1, (0, 1)))), NAMES)
    (dataset.root / "SegmentationObject" / "a.png").unlink()
    assert [found.shape.area for found in import_png(dataset, dataset.entry("a"), NAMES)] == [1, 60]


def test_masks_that_do_not_fit_are_an_error(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=None, b=None)
    entry = dataset.entry("a")
    path = dataset.root / "SegmentationClass" / "a.png"
    export_png(dataset, entry, annotation(SQUARE), NAMES)
    with pytest.raises(MaskFileError, match="label number 1"):
        import_png(dataset, entry, ())
    for image, says in ((Image.new("P", (5, 5)), "5 x 5 pixels"), (Image.new("RGB", (20, 10)), "palette")):
        image.save(path)
        with pytest.raises(MaskFileError, match=says):
            import_png(dataset, entry, NAMES)
    path.write_bytes(b"no image")
    with pytest.raises(MaskFileError, match="cannot be read"):
        import_png(dataset, entry, NAMES)
    assert import_png(dataset, dataset.entry("b"), NAMES) == ()


def test_real_masks_are_found_whole(magnetic_tile: Path) -> None:
    dataset = Dataset.open(magnetic_tile)
    names = LabelList.load(dataset).names
    assert names == ("Blowhole", "Break", "Crack", "Fray", "Uneven")
    for entry in dataset.entries[::40]:
        with Image.open(dataset.root / "SegmentationClass" / f"{entry.name}.png") as image:
            expected = np.asarray(image)
        found = dataset.read(entry).with_objects(import_png(dataset, entry, names))
        assert (draw(found, names)[0] == expected).all()
