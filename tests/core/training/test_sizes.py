"""What a picture size does to the objects."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from core.geometry import Box
from core.training.sizes import ObjectPlaces, PictureSize, suggest
from core.voc.annotation import VocObject
from core.voc.dataset import Dataset
from core.voc.index import DatasetIndex


def _places(boxes: list[tuple[float, float, float, float]], size: tuple[int, int] = (2000, 1000)) -> ObjectPlaces:
    count = len(boxes)
    return ObjectPlaces(
        np.array(boxes, float).reshape(-1, 4), np.tile(np.array(size, float), (count, 1)),
        np.zeros(count, np.int64), ("dent",), size[0] / size[1], float(max(size)),
    )  # fmt: skip


def test_objects_under_five_pixels_are_counted_by_label(tmp_path: Path) -> None:
    (tmp_path / "JPEGImages").mkdir()
    cv2.imwrite(str(tmp_path / "JPEGImages" / "a.png"), np.zeros((600, 800, 3), np.uint8))
    dataset = Dataset.open(tmp_path)
    entry = dataset.entry("a")
    sides = {"speck": [4, 9, 30], "dent": [9, 100]}
    things = [VocObject(label=label, shape=Box(10, 10, 10 + side, 10 + side)) for label in sides
              for side in sides[label]]  # fmt: skip
    dataset.write(entry, dataset.read(entry).with_objects(tuple(things)))
    index = DatasetIndex(dataset)
    assert len(list(index.summaries())) == 1
    places = ObjectPlaces.of(index)
    seen = places.seen_at(PictureSize(longest=400))
    assert seen.tiny == {"speck": 2, "dent": 1}
    assert (seen.objects, seen.input_size, seen.outside, seen.cut) == (5, (304, 400), 0, 0)
    assert places.seen_at(PictureSize(longest=800)).tiny == {"speck": 1}
    assert np.allclose(places.anchored(PictureSize(longest=400))[:, 0].max(), 50)


def test_a_wide_and_flat_scratch_is_not_too_small() -> None:
    assert not _places([(0, 0, 1000, 4)]).seen_at(PictureSize(longest=500)).tiny


def test_a_region_leaves_out_what_is_beyond_it_and_shows_the_rest_larger() -> None:
    places = _places([(10, 10, 30, 30), (1010, 510, 1030, 530), (990, 600, 1010, 620), (980, 600, 1005, 620)])
    whole = places.seen_at(PictureSize(longest=320))
    assert (whole.tiny, whole.outside) == ({"dent": 4}, 0)
    corner = places.seen_at(PictureSize(longest=320, region=(0.5, 0.5, 1.0, 1.0)))
    assert corner.outside == 2
    assert corner.tiny == {}
    assert corner.input_size == whole.input_size


def test_tiles_show_objects_larger_but_cut_the_large_ones() -> None:
    places = _places([(100, 100, 120, 120), (950, 450, 1050, 550), (100, 100, 1900, 300)])
    whole, tiled = (places.seen_at(PictureSize(longest=320, tiles=tiles, overlap=0.2)) for tiles in (1, 3))
    assert (whole.tiny_share, whole.cut) == (1 / 3, 0)
    assert (tiled.tiny_share, tiled.cut) == (0, 1)


@pytest.mark.parametrize("tiles", [2, 3, 5])
@pytest.mark.parametrize("overlap", [0.0, 0.2, 0.5])
def test_tiles_cover_the_region_and_nothing_more(tiles: int, overlap: float) -> None:
    size = PictureSize(longest=320, tiles=tiles, overlap=overlap)
    last = (tiles - 1) * size.piece * (1 - overlap) + size.piece
    assert last == pytest.approx(1.0)


def test_the_suggestion_is_the_smallest_that_shows_everything() -> None:
    assert suggest(_places([(0, 0, 200, 200)])) == PictureSize(longest=320)
    assert suggest(_places([(0, 0, 18, 18)])) == PictureSize(longest=640)
    tiled = suggest(_places([(0, 0, 30, 30)], (12_000, 9000)))
    assert tiled is not None
    assert (tiled.longest, tiled.tiles) == (640, 4)
    assert suggest(_places([(0, 0, 2, 2)])) is None
    assert suggest(_places([])) is None
    small = suggest(_places([(0, 0, 60, 60)], (200, 150)))
    assert small is not None
    assert small.longest == 224
