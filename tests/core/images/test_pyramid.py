"""Any part of a picture at any zoom, from levels that lie exactly over each other."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.geometry import Box
from core.images import Pyramid, formats
from core.images.pyramid import halved
from core.images.room import release, room_for


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([np.uint8, np.uint16, np.float32]), st.booleans())
@settings(max_examples=40)
def test_half_a_picture_is_the_mean_of_fours(height: int, width: int, kind: type, color: bool) -> None:
    rng = np.random.default_rng(height * 41 + width)
    pixels = rng.integers(0, 255, (height, width, 3) if color else (height, width)).astype(kind)
    half = halved(pixels)
    padded = np.pad(pixels, [(0, height % 2), (0, width % 2), *[(0, 0)] * (pixels.ndim - 2)], mode="edge")
    expected = sum(padded[y::2, x::2].astype(float) for y in (0, 1) for x in (0, 1)) / 4
    assert half.dtype == kind
    assert half.shape[:2] == ((height + 1) // 2, (width + 1) // 2)
    assert np.abs(half - expected).max() <= 0.51


def test_strips_and_the_whole_halve_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (101, 37, 3), dtype=np.uint8)
    whole = halved(pixels)
    monkeypatch.setattr("core.images.pyramid._ROWS", 8)
    assert (halved(pixels) == whole).all()


def test_levels_end_before_they_are_too_small() -> None:
    sizes = [level.shape for level in Pyramid.of(np.zeros((3000, 4001), np.uint8)).levels.values()]
    assert sizes == [(3000, 4001), (1500, 2001), (750, 1001)]


@given(st.integers(1, 8), st.integers(0, 30), st.integers(0, 20))
def test_whole_zooms_show_each_pixel_as_a_square(zoom: int, x: int, y: int) -> None:
    pixels = np.random.default_rng(zoom).integers(0, 255, (30, 50), dtype=np.uint8)
    view = Pyramid.of(pixels).sampled(float(max(zoom, 3)), -x, -y, 20, 10)
    zoom = max(zoom, 3)
    rows, columns = (np.arange(10) + y) // zoom, (np.arange(20) + x) // zoom
    assert (view == pixels[np.minimum(rows, 29)][:, np.minimum(columns, 49)]).all()


@pytest.mark.parametrize("zoom", [0.05, 0.1, 0.33, 0.5, 0.9, 1.0, 1.7])
def test_a_slope_is_where_it_belongs_at_every_zoom(zoom: float) -> None:
    slope = np.tile(np.arange(4000, dtype=np.float32), (2000, 1))
    view = Pyramid.of(slope).sampled(zoom, -37.0, -20.0, 80, 40)
    expected = (np.arange(80) + 0.5 + 37) / zoom - 0.5  # the value at a point is its pixel's number from the left
    assert np.abs(view - expected).max() <= max(0.06 / zoom, 0.06)


def test_parts_drawn_one_by_one_meet_without_a_seam() -> None:
    pixels = np.random.default_rng(3).integers(0, 255, (900, 1300, 3), dtype=np.uint8)
    pyramid = Pyramid.of(pixels)
    whole = pyramid.sampled(0.7, -11.0, -5.0, 400, 300)
    left, right = pyramid.sampled(0.7, -11.0, -5.0, 123, 300), pyramid.sampled(0.7, -134.0, -5.0, 277, 300)
    assert np.abs(np.concatenate([left, right], axis=1).astype(int) - whole).max() <= 1


def test_a_region_is_a_copy_of_its_own() -> None:
    pixels = np.zeros((20, 30), np.uint8)
    Pyramid.of(pixels).region(Box(0, 0, 30, 20))[:] = 9
    assert not pixels.any()


def test_a_region_of_a_preview_is_as_large_and_coarser() -> None:
    small = np.repeat(np.array([[10, 200]], np.uint8), 2, axis=0)
    region = Pyramid((16, 16), {3: small}).region(Box(2, 2, 14, 10))
    assert region.shape == (8, 12)
    assert region[0, 0] < 60
    assert region[0, -1] > 150


def test_large_pictures_lie_in_a_file_that_nobody_sees(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(formats, "BIG", 1000)
    monkeypatch.setattr("core.images.room.user_cache_dir", lambda _name: str(tmp_path / "cache"))
    room = room_for((40, 50), np.uint16)
    room[:] = np.arange(2000).reshape(40, 50)
    half = halved(room)
    release(room)
    release(half)
    assert (room == np.arange(2000).reshape(40, 50)).all()
    assert not list((tmp_path / "cache").iterdir())
    room_for((10, 10), np.uint8)[:] = 1


def test_without_room_on_the_disk_memory_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(formats, "BIG", 1000)
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr("core.images.room.user_cache_dir", lambda _name: str(blocked / "cache"))
    room_for((100, 100), np.uint8)[:] = 1
