"""Opening any image once and rightly: EXIF turn, 16 bits, palettes, alpha, CMYK. Source images are never written."""

import io
import struct
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import ImageFileError

IMAGE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".bmp", ".tif", ".tiff", ".webp", ".pgm", ".ppm", ".gif"}
)
"""Lower-case suffixes of the files that are taken for images."""

MAX_PIXELS = 2**30
"""Images of more pixels are refused: OpenCV cannot hold them, and a small file can claim any size."""

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit, 89 million pixels, is below what line cameras give; ours is above.

_ORIENTATION = 0x0112
_SIDEWAYS = frozenset({5, 6, 7, 8})
_DECODING_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    cv2.error,
)
_REDUCED = {
    2: cv2.IMREAD_REDUCED_COLOR_2,
    4: cv2.IMREAD_REDUCED_COLOR_4,
    8: cv2.IMREAD_REDUCED_COLOR_8,
}
"""OpenCV's flags by how many times smaller a JPEG is decoded."""
_END_MARKS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}


def read_rgb(path: Path) -> NDArray[np.uint8]:
    """Return the image as (height, width, 3) uint8 RGB, the way up that its EXIF tag says.

    16-bit values are shifted down to 8 bits: by 8, or by 4 where none reaches 4096, as 12-bit cameras store them.
    Stretching each picture to its own range would show more, but one grey would then differ from picture to picture.
    Transparent pixels are shown over white. Of several pages or frames the first is read.

    Raises:
        ImageFileError: there is no such file, or it is no image, cut short, damaged or above MAX_PIXELS.
    """
    try:
        content = path.read_bytes()
        with Image.open(io.BytesIO(content)) as header:
            _check_size(path, header)
            orientation = _orientation(header)
            pixels = _decode(content, header)
    except MemoryError as error:
        raise ImageFileError(path, "does not fit into memory: close other programs or shrink the image.") from error
    except _DECODING_ERRORS as error:
        raise _unreadable(path, error) from error
    return np.require(_turned(pixels, orientation), requirements=["C", "W"])


def read_size(path: Path) -> tuple[int, int]:
    """Return (width, height) in pixels as ``read_rgb`` would give them, from the header alone.

    Raises:
        ImageFileError: there is no such file, or its header is not that of an image.
    """
    try:
        with Image.open(path) as header:
            _check_size(path, header)
            width, height = header.size
            sideways = _orientation(header) in _SIDEWAYS
    except _DECODING_ERRORS as error:
        raise _unreadable(path, error) from error
    return (height, width) if sideways else (width, height)


def read_thumbnail(path: Path, side: int) -> NDArray[np.uint8]:
    """Return the image as ``read_rgb`` does, shrunk so that its longest side has at most ``side`` (1 or more) pixels.

    A JPEG is decoded at a half, a quarter or an eighth of its size where that is enough, which is up to ten times
    quicker. An image that is smaller already keeps its size.

    Raises:
        ImageFileError: as for ``read_rgb``.
    """
    try:
        content = path.read_bytes()
        with Image.open(io.BytesIO(content)) as header:
            _check_size(path, header)
            small = _decode_reduced(content, header, side)
            orientation = _orientation(header)
    except MemoryError as error:
        raise ImageFileError(path, "does not fit into memory: close other programs or shrink the image.") from error
    except _DECODING_ERRORS as error:
        raise _unreadable(path, error) from error
    pixels = read_rgb(path) if small is None else _turned(small, orientation)
    return np.require(_shrunk(pixels, side), requirements=["C", "W"])


def _check_size(path: Path, header: Image.Image) -> None:
    if header.width * header.height > MAX_PIXELS:
        raise ImageFileError(path, f"has {header.width} x {header.height} pixels, more than can be opened: tile it.")


def _unreadable(path: Path, error: Exception) -> ImageFileError:
    if isinstance(error, OSError) and error.strerror:
        return ImageFileError(path, f"cannot be opened ({error.strerror}).")
    return ImageFileError(path, "is not an image that can be read, or is damaged or cut short: replace or remove it.")


def _orientation(header: Image.Image) -> int:
    """Return the EXIF turn still to be made, 1 to 8: a TIFF's is made by the decoders themselves."""
    if header.format == "TIFF" or "exif" not in header.info:  # asking a PNG for more would decode it whole
        return 1
    found = header.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _decode(content: bytes, header: Image.Image) -> NDArray[np.uint8]:
    """Return RGB pixels before the EXIF turn: by OpenCV where it is faster or keeps 16 bits, otherwise by Pillow."""
    if ";16" in str(getattr(header, "tile", [])[:1]):  # 16 bits, also where Pillow itself would keep only 8
        deep = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
        if deep is not None:
            return _deep_to_rgb(deep)
    if _is_plain(content, header):
        bgr = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
        if bgr is not None:
            return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)
    return _by_pillow(header)


def _decode_reduced(content: bytes, header: Image.Image, side: int) -> NDArray[np.uint8] | None:
    """Return RGB pixels, before the EXIF turn, of a JPEG at 1/2, 1/4 or 1/8; None where only the whole can be read."""
    factor = max((f for f in _REDUCED if max(header.size) >= f * side), default=1)
    if factor == 1 or header.format not in ("JPEG", "MPO") or not _is_plain(content, header):
        return None
    flags = _REDUCED[factor] | cv2.IMREAD_IGNORE_ORIENTATION
    bgr = cv2.imdecode(np.frombuffer(content, np.uint8), flags)
    return None if bgr is None else np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def _shrunk(rgb: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """Return the pixels averaged down so that no side is longer than ``side``."""
    height, width = rgb.shape[:2]
    scale = side / max(height, width, 1)
    if scale >= 1:
        return rgb
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _is_plain(content: bytes, header: Image.Image) -> bool:
    """Tell whether OpenCV reads the image as Pillow does; a file without its end mark is left to Pillow's checks."""
    end = _END_MARKS.get(header.format or "")
    opaque = header.mode in ("L", "RGB") and "transparency" not in header.info
    return opaque and end is not None and end in content[-64:]


def _deep_to_rgb(deep: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return RGB of what OpenCV read without any change: (H, W), BGR or BGRA, 8 or 16 bits."""
    pixels = _to_8_bits(np.atleast_3d(deep))
    channels = pixels.shape[2]
    if channels == 1:
        return np.repeat(pixels, 3, axis=2)
    rgb = pixels[:, :, 2::-1]
    return _over_white(rgb, pixels[:, :, 3]) if channels == 4 else rgb


def _to_8_bits(values: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return the values on 0 to 255: floats of at most 1 times 255, whole numbers shifted by the depth in use."""
    if values.dtype == np.uint8:
        return values.astype(np.uint8, copy=False)
    if np.issubdtype(values.dtype, np.floating):
        floats = np.nan_to_num(values.astype(np.float32))
        scale = 255.0 if floats.size and floats.max() <= 1.0 else 1.0
        return np.asarray(np.clip(np.rint(floats * scale), 0, 255), dtype=np.uint8)
    whole = np.clip(values.astype(np.int64), 0, 65535)
    return (whole >> (4 if whole.max(initial=0) < 4096 else 8)).astype(np.uint8)


def _over_white(rgb: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    opacity = alpha[:, :, None].astype(np.uint16)
    blended = (rgb * opacity + 255 * (255 - opacity) + 127) // 255
    return np.asarray(blended, dtype=np.uint8)


def _by_pillow(image: Image.Image) -> NDArray[np.uint8]:
    if image.mode in ("F", "I", "I;16", "I;16B", "I;16L", "I;16N"):
        return np.repeat(_to_8_bits(np.asarray(image))[:, :, None], 3, axis=2)
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "RGBa", "La"):
        layers = np.asarray(image.convert("RGBA"))
        return _over_white(layers[:, :, :3], layers[:, :, 3])
    return np.asarray(image.convert("RGB"), dtype=np.uint8)


def _turned(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Return the pixels as the EXIF orientation (1 to 8) wants them shown."""
    if orientation in _SIDEWAYS:
        pixels = pixels.transpose(1, 0, 2)
    flip_rows = orientation in (3, 4, 7, 8)
    flip_columns = orientation in (2, 3, 6, 7)
    return pixels[:: -1 if flip_rows else 1, :: -1 if flip_columns else 1]
