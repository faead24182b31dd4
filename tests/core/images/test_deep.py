"""Pictures as their files have them: depth kept, grey kept grey, odd TIFFs, several pages, very large ones."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from core.errors import ImageFileError
from core.images import formats, read_deep, read_header, read_reduced, read_rgb, read_size

GREY = np.add.outer(np.arange(40) * 3, np.arange(64) * 2).astype(np.uint8)


def encoded(path: Path, pixels: np.ndarray) -> Path:
    path.write_bytes(cv2.imencode(path.suffix, pixels)[1].tobytes())
    return path


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif", "bmp", "webp", "pgm"])
def test_grey_stays_grey_except_where_the_format_has_none(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(GREY).save(path)
    found = read_deep(path)
    assert found.dtype == np.uint8
    assert found.ndim == (3 if suffix == "webp" else 2)
    assert np.abs(np.atleast_3d(found)[:, :, 0].astype(int) - GREY).max() <= 8


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("channels", [1, 3])
def test_16_bits_stay_16_bits(tmp_path: Path, suffix: str, channels: int) -> None:
    deep = np.dstack([GREY.astype(np.uint16) * (101 + n) for n in range(channels)]).squeeze()
    path = encoded(tmp_path / f"a{suffix}", deep[..., ::-1] if channels == 3 else deep)
    assert (read_deep(path) == deep).all()
    assert read_deep(path).dtype == np.uint16
    assert read_header(path).bits == 16


@pytest.mark.parametrize("kind", [np.float32, np.float64, np.int16, np.int32])
def test_tiffs_of_any_numbers_are_read(tmp_path: Path, kind: type) -> None:
    values = GREY.astype(kind) - 50
    path = encoded(tmp_path / "a.tif", values)
    found = read_deep(path)
    assert found.dtype == np.float32
    assert (found == values).all()
    assert read_size(path) == (64, 40)


def test_a_tiff_of_rgb_floats_is_read(tmp_path: Path) -> None:
    values = np.dstack([GREY, GREY // 2, GREY // 3]).astype(np.float32) / 255
    path = encoded(tmp_path / "a.tif", values[:, :, ::-1])
    assert (read_deep(path) == values).all()
    assert np.abs(read_rgb(path).astype(int) - values * 255).max() <= 1.01
    assert (read_header(path).bits, read_header(path).channels, read_size(path)) == (32, 3, (64, 40))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_deep_tiff_is_turned_as_well(tmp_path: Path, orientation: int) -> None:
    eight, sixteen = tmp_path / "a.tif", tmp_path / "b.tif"
    Image.fromarray(GREY).save(eight, tiffinfo={274: orientation})
    Image.fromarray(GREY.astype(np.uint16) * 256).save(sixteen, tiffinfo={274: orientation})
    assert read_size(sixteen) == read_deep(sixteen).shape[1::-1] == read_deep(eight).shape[1::-1]
    assert (read_deep(sixteen) // 256 == read_deep(eight)).all()


def test_the_first_of_several_pages_is_read_and_the_rest_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    pages = [Image.fromarray(GREY + n) for n in range(3)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    assert (read_deep(path) == GREY).all()
    assert read_header(path).pages == 3


def test_one_bit_is_black_and_white(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.fromarray(GREY > 90).save(path)
    assert (read_deep(path) == np.where(GREY > 90, 255, 0)).all()


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
@pytest.mark.parametrize("grey", [False, True])
def test_very_large_pictures_are_read_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, grey: bool
) -> None:
    path = tmp_path / f"a.{suffix}"
    pixels = GREY if grey else np.dstack([GREY, GREY // 2, 255 - GREY])
    exif = Image.Exif()
    exif[0x0112] = 1 if suffix == "tif" else 6
    Image.fromarray(pixels).save(path, exif=exif)
    ordinary, begun = read_deep(path), []
    monkeypatch.setattr(formats, "BIG", 1000)
    found = read_deep(path, begun.append)
    assert (found == ordinary).all()
    assert found.shape == begun[0].shape == ordinary.shape


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif"])
def test_very_large_pictures_cut_short_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(np.random.default_rng(0).integers(0, 255, (80, 80, 3), dtype=np.uint8)).save(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    monkeypatch.setattr(formats, "BIG", 1000)
    with pytest.raises(ImageFileError, match="damaged or cut short"):
        read_deep(path)


def test_a_jpeg_is_read_small_and_other_files_are_not(tmp_path: Path) -> None:
    picture = np.tile(GREY, (10, 10))
    jpeg, png = tmp_path / "a.jpg", tmp_path / "a.png"
    Image.fromarray(picture).save(jpeg)
    Image.fromarray(picture).save(png)
    found = read_reduced(jpeg, 80)
    assert found is not None
    assert (found[0].shape, found[1]) == ((50, 80), 3)
    assert read_reduced(jpeg, 400) is None
    assert read_reduced(png, 80) is None
