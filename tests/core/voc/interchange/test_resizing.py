"""Smaller pictures with everything on them."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from core.errors import InvalidValueError
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.images import read_deep, read_size
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.image_sets import read_set
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.conversion import Result, convert, survey
from core.voc.interchange.formats import VOC
from core.voc.interchange.resizing import Resizing, scaled
from tests.core.voc.interchange.conftest import Maker, thing


def resize(content: Content, target: Path, resizing: Resizing) -> Result:
    smaller = resizing.content(content)
    return convert(smaller, survey(smaller, VOC).labels, VOC, target, place=resizing)


def test_every_shape_shrinks_with_its_picture() -> None:
    old, new = (40, 20), (20, 10)
    assert scaled(Box(0, 0, 40, 20), old, new) == Box(0, 0, 20, 10)
    assert scaled(Point(3, 5), old, new) == Point(1.5, 2.5)
    assert scaled(Polygon(((0, 0), (40, 0), (3, 20))), old, new) == Polygon(((0, 0), (20, 0), (1.5, 10)))
    assert scaled(Polyline(((0, 0), (4, 4)), 4), old, new) == Polyline(((0, 0), (2, 2)), 2)
    assert scaled(Mask(4, 4, 8, 4, (0, 32)), old, new) == Mask(2, 2, 4, 2, (0, 8))


def test_a_mask_of_one_pixel_keeps_one() -> None:
    mask = scaled(Mask(21, 11, 1, 1, (0, 1)), (400, 200), (20, 10))
    assert (mask.left, mask.top, mask.area) == (1, 0, 1)
    assert scaled(Mask(500, 11, 1, 1, (0, 1)), (400, 200), (20, 10)).bounds.x0 == 25


def test_large_pictures_shrink_and_small_ones_are_copied(maker: Maker, tmp_path: Path) -> None:
    big = Annotation(filename="big.jpg", width=80, height=40, objects=(thing("dent", Box(8, 8, 16, 12)),))
    small = Annotation(filename="small.png", width=20, height=10, objects=(thing("dent", Box(0, 0, 1, 1)),))
    content = maker.content({"big.jpg": big, "small.png": small}, sets={"train": ["big.jpg", "small.png"]})
    resizing = Resizing(40)
    result = resize(content, tmp_path / "out", resizing)
    assert (result.images, result.problems) == (2, ())
    assert resizing.words == ("1 images were resized, 1 fitted already and were copied.",)
    dataset = Dataset.open(tmp_path / "out")
    first, second = dataset.entries
    assert read_size(first.path) == (40, 20)
    assert second.path.read_bytes() == content.samples[1].path.read_bytes()
    found = dataset.read(first)
    assert (found.width, found.height, found.objects[0].shape) == (40, 20, Box(4, 4, 8, 6))
    assert dataset.read(second) == replace(small, width=20)


def test_smaller_ones_grow_when_asked(maker: Maker, tmp_path: Path) -> None:
    small = Annotation(filename="a.png", width=20, height=10, objects=(thing("dent", Box(0, 0, 1, 1)),))
    resize(maker.content({"a.png": small}), tmp_path / "out", Resizing(40, enlarge=True))
    dataset = Dataset.open(tmp_path / "out")
    assert read_size(dataset.entries[0].path) == (40, 20)
    assert dataset.read(dataset.entries[0]).objects[0].shape == Box(0, 0, 2, 2)


def test_the_exif_turn_becomes_pixels_and_is_said(maker: Maker, tmp_path: Path) -> None:
    path = maker.folder / "a.jpg"
    maker.folder.mkdir()
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels = np.zeros((40, 80, 3), np.uint8)
    pixels[:, :8] = 255  # the left edge, which the turn by 90 degrees puts on top
    Image.fromarray(pixels).save(path, exif=exif, quality=95)
    shown = Annotation(filename="a.jpg", width=40, height=80, objects=(thing("dent", Box(0, 0, 40, 8)),))
    content = maker.content({"b.png": None})
    content = replace(
        content, samples=(replace(content.samples[0], name="a.jpg", path=path, read=lambda _tell: shown),)
    )
    resizing = Resizing(40)
    resize(content, tmp_path / "out", resizing)
    assert "turned as their EXIF tag says" in resizing.words[1]
    entry = Dataset.open(tmp_path / "out").entries[0]
    with Image.open(entry.path) as image:
        assert image.size == (20, 40)
        assert not image.getexif()
    there = read_deep(entry.path)
    assert there[1].mean() > 200
    assert there[20].mean() < 50


def test_16_bits_and_grey_stay_and_a_gif_becomes_png(maker: Maker, tmp_path: Path) -> None:
    maker.folder.mkdir()
    deep = (np.arange(40 * 80).reshape(40, 80) * 20).astype(np.uint16)
    cv2.imwrite(str(maker.folder / "deep.png"), deep)
    Image.new("L", (80, 40), 100).save(maker.folder / "grey.jpg")
    Image.new("P", (80, 40)).save(maker.folder / "old.gif")
    content = VOC.read(maker.folder)
    result = resize(content, tmp_path / "out", Resizing(40))
    assert result.problems == ()
    dataset = Dataset.open(tmp_path / "out")
    by_name = {entry.path.name: read_deep(entry.path) for entry in dataset.entries}
    assert by_name["deep.png"].dtype == np.uint16
    assert by_name["deep.png"].max() > 30_000
    assert by_name["grey.jpg"].ndim == 2
    assert by_name["old.png"].shape[:2] == (20, 40)


@pytest.mark.parametrize("wrong", [{"longest": 0}, {"longest": 5, "quality": 101}])
def test_figures_that_make_no_sense(wrong: dict[str, int]) -> None:
    with pytest.raises(InvalidValueError):
        Resizing(**wrong)


def test_what_cannot_be_read_is_left_out_and_said(maker: Maker, tmp_path: Path) -> None:
    (maker.folder / "JPEGImages").mkdir(parents=True)
    maker.picture("JPEGImages/good.png", (80, 40))
    (maker.folder / "JPEGImages" / "bad.png").write_bytes(b"no picture")
    result = resize(VOC.read(maker.folder), tmp_path / "out", Resizing(40))
    assert result.images == 1
    assert "bad.png" in str(result.problems[0])


def test_real_data_shrinks(magnetic_tile: Path, tmp_path: Path) -> None:
    content = VOC.read(magnetic_tile)
    some = replace(content, samples=content.samples[:10])
    result = resize(some, tmp_path / "out", Resizing(64))
    assert (result.images, result.problems) == (10, ())
    assert {max(read_size(entry.path)) for entry in Dataset.open(tmp_path / "out").entries} == {64}


def test_what_is_drawn_follows_the_picture_not_the_size_that_the_file_says(maker: Maker, tmp_path: Path) -> None:
    path = maker.picture("a.png", (80, 40))
    said = Annotation(filename="a.png", width=40, height=20, objects=(thing("dent", Box(8, 8, 16, 12)),))
    content = Content(root=maker.folder, samples=(Sample("a.png", path, lambda _tell: said),))
    resize(content, tmp_path / "out", Resizing(40))
    dataset = Dataset.open(tmp_path / "out")
    found = dataset.read(dataset.entry("a"))
    assert (found.width, found.height, found.objects[0].shape) == (40, 20, Box(4, 4, 8, 6))


def test_a_gif_and_a_png_of_one_name_are_both_there(maker: Maker, tmp_path: Path) -> None:
    content = maker.content({"a.gif": None, "a.png": None}, sets={"train": ["a.gif"]})
    result = resize(content, tmp_path / "out", Resizing(10))
    assert (result.images, result.problems) == (2, ())
    assert {entry.file for entry in Dataset.open(tmp_path / "out").entries} == {"a.gif.png", "a.png"}
    assert read_set(Dataset.open(tmp_path / "out"), "train") == ("a.gif",)
