"""Images of every kind as a person sees them; what is no image is a clear error."""

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.errors import ImageFileError
from core.images import formats, read_rgb, read_size, read_thumbnail

TURNS = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: a[::-1, ::-1],
    4: lambda a: a[::-1],
    5: lambda a: a.transpose(1, 0, 2),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: a[::-1, ::-1].transpose(1, 0, 2),
    8: lambda a: np.rot90(a, 1),
}
"""What each EXIF orientation asks for, as its standard words it."""


@pytest.fixture(scope="module")
def picture() -> NDArray[np.uint8]:
    """A smooth picture of 40 x 64 whose four corners differ, so that JPEG keeps it and no turn is missed."""
    y, x = np.mgrid[0:40, 0:64]
    return np.dstack([x * 4, y * 6, (x + y) * 2]).astype(np.uint8)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif"])
def test_the_exif_turn_is_honoured(tmp_path: Path, picture: NDArray[np.uint8], suffix: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if suffix == "webp" else {"quality": 95} if suffix == "jpg" else {}
    path = saved(tmp_path / f"a.{suffix}", Image.fromarray(picture), exif=exif, **options)
    before = path.read_bytes()
    found, expected = read_rgb(path), TURNS[orientation](picture)
    assert found.shape == expected.shape
    assert np.abs(found.astype(int) - expected).max() <= 12
    assert read_size(path) == (found.shape[1], found.shape[0])
    assert found.flags.c_contiguous
    assert found.flags.writeable
    assert path.read_bytes() == before


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
@pytest.mark.parametrize("colored", [False, True])
def test_16_bits_are_shifted_to_8(tmp_path: Path, picture: NDArray[np.uint8], suffix: str, colored: bool) -> None:
    deep = (picture if colored else picture[:, :, 0]).astype(np.uint16) * 257
    path = tmp_path / f"a{suffix}"
    path.write_bytes(cv2.imencode(suffix, deep[:, :, ::-1] if colored else deep)[1].tobytes())
    expected = picture if colored else np.repeat(picture[:, :, :1], 3, axis=2)
    assert (read_rgb(path) == expected).all()


def test_12_bits_in_16_are_not_shown_black(tmp_path: Path, picture: NDArray[np.uint8]) -> None:
    path = saved(tmp_path / "a.png", Image.fromarray(picture[:, :, 0].astype(np.uint16) * 16))
    assert (read_rgb(path)[:, :, 1] == picture[:, :, 0]).all()


def test_deep_images_with_alpha_lie_over_white(tmp_path: Path) -> None:
    deep = np.zeros((2, 2, 4), np.uint16)
    deep[0, 0] = (65535, 0, 0, 65535)  # blue, as OpenCV orders it
    path = tmp_path / "a.png"
    path.write_bytes(cv2.imencode(".png", deep)[1].tobytes())
    assert read_rgb(path)[0, 0].tolist() == [0, 0, 255]
    assert read_rgb(path)[1, 1].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [
        *[("L", "png"), ("P", "png"), ("1", "png"), ("RGB", "bmp"), ("P", "bmp"), ("L", "jpg"), ("CMYK", "jpg")],
        *[("P", "gif"), ("CMYK", "tif"), ("L", "tif"), ("L", "pgm"), ("RGB", "ppm"), ("L", "webp")],
    ],
)
def test_every_kind_becomes_rgb(tmp_path: Path, picture: NDArray[np.uint8], mode: str, suffix: str) -> None:
    image = Image.fromarray(picture).convert(mode)
    path = saved(tmp_path / f"a.{suffix}", image)
    found = read_rgb(path)
    assert found.dtype == np.uint8
    assert np.abs(found.astype(int) - np.asarray(image.convert("RGB"))).mean() < 4
    assert read_size(path) == (64, 40)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_transparent_lies_over_white(tmp_path: Path, mode: str) -> None:
    image = Image.new(mode, (2, 1), (10, 10, 10, 255) if mode == "RGBA" else (10, 255))
    image.putpixel((1, 0), (0, 0, 0, 0) if mode == "RGBA" else (0, 0))
    found = read_rgb(saved(tmp_path / "a.png", image))
    assert found.tolist() == [[[10, 10, 10], [255, 255, 255]]]


def test_a_transparent_palette_colour_lies_over_white(tmp_path: Path) -> None:
    image = Image.new("P", (2, 1), 0)
    image.putpalette([10, 20, 30, 40, 50, 60])
    image.putpixel((1, 0), 1)
    found = read_rgb(saved(tmp_path / "a.png", image, transparency=1))
    assert found.tolist() == [[[10, 20, 30], [255, 255, 255]]]


def test_floats_from_0_to_1_fill_the_range(tmp_path: Path) -> None:
    values = np.array([[0.0, 0.5, 1.0]], np.float32)
    assert read_rgb(saved(tmp_path / "a.tif", Image.fromarray(values)))[0, :, 0].tolist() == [0, 128, 255]
    assert read_rgb(saved(tmp_path / "b.tif", Image.fromarray(values * 250)))[0, :, 0].tolist() == [0, 125, 250]


def test_floats_of_any_other_range_are_shown_from_the_smallest_to_the_largest(tmp_path: Path) -> None:
    heights = np.array([[-20.0, 490.0, 1000.0, np.nan]], np.float32)
    assert read_rgb(saved(tmp_path / "a.tif", Image.fromarray(heights)))[0, :, 0].tolist() == [0, 128, 255, 5]


def test_odd_names_can_be_read(tmp_path: Path, picture: NDArray[np.uint8]) -> None:
    path = saved(tmp_path / "Bild ä 画像 & 1.PNG", Image.fromarray(picture))
    assert (read_rgb(path) == picture).all()


def test_real_photographs_are_as_pillow_has_them(bccd: Path) -> None:
    path = bccd / "JPEGImages" / "BloodImage_00000.jpg"
    with Image.open(path) as image:
        expected = np.asarray(image.convert("RGB")).astype(int)
    assert np.abs(read_rgb(path) - expected).max() <= 3
    assert read_size(path) == (640, 480)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "bmp", "webp"])
def test_a_picture_cut_short_is_an_error(tmp_path: Path, suffix: str) -> None:
    stream = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 255, (80, 80, 3), dtype=np.uint8)
    Image.fromarray(noise).save(stream, {"jpg": "JPEG", "tif": "TIFF"}.get(suffix, suffix))
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(stream.getvalue()[: len(stream.getvalue()) // 2])
    with pytest.raises(ImageFileError, match="damaged or cut short"):
        read_rgb(path)


@pytest.mark.parametrize("content", [b"", b"this is no image", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_image_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    for read in (read_rgb, read_size):
        with pytest.raises(ImageFileError) as caught:
            read(path)
        assert caught.value.path == path


def test_a_missing_file_and_a_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ImageFileError, match="cannot be opened"):
        read_rgb(tmp_path / "missing.jpg")
    with pytest.raises(ImageFileError, match="cannot be opened"):
        read_size(tmp_path)


def test_an_image_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path / "a.png", Image.new("L", (20, 20)))
    monkeypatch.setattr(formats, "MAX_PIXELS", 399)
    for read in (read_rgb, read_size):
        with pytest.raises(ImageFileError, match="20 x 20 pixels"):
            read(path)


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("suffix", ["jpg", "png"])
@pytest.mark.parametrize("side", [4, 5, 16, 31, 32, 63, 64, 500])
def test_a_thumbnail_is_the_picture_made_small(
    tmp_path: Path, picture: NDArray[np.uint8], suffix: str, orientation: int, side: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path / f"a.{suffix}", Image.fromarray(picture), exif=exif)
    found, whole = read_thumbnail(path, side), read_rgb(path)
    longest = min(side, 64)
    size = (longest, round(longest * 40 / 64))
    assert found.shape[:2] == (size if orientation >= 5 else size[::-1])
    expected = cv2.resize(whole, found.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(found.astype(int) - expected).max() <= 24
    assert found.flags.c_contiguous


def test_a_thumbnail_of_no_image_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"this is no image")
    with pytest.raises(ImageFileError):
        read_thumbnail(path, 100)
