"""From an image file's bytes to its pixels at their own depth, before any EXIF turn."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.images.header import ORIENTATION, header_of, is_deep
from core.images.room import room_for

Pixels: TypeAlias = NDArray[Any]
"""(height, width) of grey or (height, width, 3) of RGB values, of type uint8, uint16 or float32."""

_END_MARKS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND\xaeB`\x82"}
_TAIL = 64
_DEEP_MODES = ("F", "I", "I;16", "I;16B", "I;16L", "I;16N")
_REDUCED = {
    ("L", 2): cv2.IMREAD_REDUCED_GRAYSCALE_2,
    ("L", 4): cv2.IMREAD_REDUCED_GRAYSCALE_4,
    ("L", 8): cv2.IMREAD_REDUCED_GRAYSCALE_8,
    ("RGB", 2): cv2.IMREAD_REDUCED_COLOR_2,
    ("RGB", 4): cv2.IMREAD_REDUCED_COLOR_4,
    ("RGB", 8): cv2.IMREAD_REDUCED_COLOR_8,
}
"""OpenCV's flags by Pillow's mode and by how many times smaller a JPEG is decoded."""


def decode(content: bytes, image: Image.Image) -> Pixels:
    """Return the pixels: by OpenCV where it is faster or keeps 16 bits, otherwise by Pillow."""
    if is_deep(image):
        deep = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
        if deep is not None:
            return _plain(deep)
    if _is_plain(content, image):
        pixels = cv2.imdecode(np.frombuffer(content, np.uint8), _flags(image))
        if pixels is not None:
            return _plain_8_bits(pixels)
    return _by_pillow(image)


def decode_reduced(content: bytes, image: Image.Image, factor: int) -> NDArray[np.uint8] | None:
    """Return the pixels of a JPEG at 1/2, 1/4 or 1/8, rounded up; None where only the whole can be read."""
    if image.format not in ("JPEG", "MPO") or not _is_plain(content, image):
        return None
    flags = _REDUCED[image.mode, factor] | cv2.IMREAD_IGNORE_ORIENTATION
    pixels = cv2.imdecode(np.frombuffer(content, np.uint8), flags)
    if pixels is None:
        return None
    return _plain_8_bits(pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB))


def decode_big(path: Path, image: Image.Image, begun: Callable[[Pixels], None]) -> Pixels:
    """Decode a very large file, row by row where OpenCV can, into memory that a file stands behind.

    ``begun`` gets the array before its rows are filled from the top.
    """
    if _can_fill(path, image):
        shape = (image.height, image.width, 3)[: 2 if image.mode == "L" else 3]
        room = _plain_8_bits(room_for(shape, np.uint8))
        begun(room)
        pixels = cv2.imread(os.fspath(path), room, _flags(image))
        if pixels is not None and pixels.shape == room.shape:
            return room if np.shares_memory(pixels, room) else _plain_8_bits(pixels)
    return decode(path.read_bytes(), image)


def _can_fill(path: Path, image: Image.Image) -> bool:
    """Tell whether OpenCV fills memory of ours with just the pixels that Pillow would give, and says if some lack."""
    plain = header_of(image).bits == 8 and image.mode in ("L", "RGB") and "transparency" not in image.info
    if image.format in _END_MARKS:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _TAIL))
            return plain and _END_MARKS[image.format] in file.read()
    return plain and image.format == "TIFF" and image.getexif().get(ORIENTATION, 1) == 1


def decode_odd_tiff(content: bytes) -> Pixels | None:
    """Return the pixels of a TIFF that Pillow does not know, such as one of RGB floats; None if OpenCV does not."""
    pixels = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
    return None if pixels is None else _plain(pixels)


def _flags(image: Image.Image) -> int:
    color = cv2.IMREAD_GRAYSCALE if image.mode == "L" else cv2.IMREAD_COLOR_RGB
    return color | cv2.IMREAD_IGNORE_ORIENTATION


def _is_plain(content: bytes, image: Image.Image) -> bool:
    """Tell whether OpenCV reads the image as Pillow does; a file without its end mark is left to Pillow's checks."""
    end = _END_MARKS.get(image.format or "")
    opaque = image.mode in ("L", "RGB") and "transparency" not in image.info
    return opaque and end is not None and end in content[-_TAIL:]


def _plain(values: Pixels) -> Pixels:
    """Return what OpenCV read without any change, grey, BGR or BGRA of any depth, as grey or RGB over white."""
    if values.ndim == 3 and values.shape[2] == 1:
        values = values[:, :, 0]
    if values.ndim == 3:
        alpha = values[:, :, 3] if values.shape[2] == 4 else None
        values = values[:, :, 2::-1]
        if alpha is not None and np.issubdtype(values.dtype, np.unsignedinteger):
            values = over_white(values, alpha)
    return _of_plain_depth(np.ascontiguousarray(values))


def _of_plain_depth(values: Pixels) -> Pixels:
    """Return the values as uint8, uint16 or, whatever else they are, as float32 without gaps."""
    if values.dtype in (np.uint8, np.uint16):
        return values
    if np.issubdtype(values.dtype, np.integer) and values.size and values.min() >= 0 and values.max() <= 65535:
        return values.astype(np.uint16)
    if values.dtype == bool:
        return values.astype(np.uint8) * np.uint8(255)
    return np.nan_to_num(values.astype(np.float32))


def _plain_8_bits(values: Pixels) -> NDArray[np.uint8]:
    return np.asarray(values, dtype=np.uint8)


def over_white(color: Pixels, alpha: Pixels) -> Pixels:
    """Return unsigned values of (H, W) or (H, W, 3) as they look over white with an opacity of (H, W) of their type."""
    white = int(np.iinfo(color.dtype).max)
    wide = np.dtype(np.uint32 if white > 255 else np.uint16)
    opacity: Pixels = (alpha if color.ndim == 2 else alpha[:, :, None]).astype(wide)
    blended: Pixels = (color * opacity + white * (white - opacity) + white // 2) // white
    return blended.astype(color.dtype)


def _by_pillow(image: Image.Image) -> Pixels:
    if image.mode in _DEEP_MODES:
        return _of_plain_depth(np.asarray(image))
    if image.mode in ("LA", "La") or (image.mode in ("1", "L") and "transparency" in image.info):
        layers = np.asarray(image.convert("LA"))
        return _plain_8_bits(over_white(layers[:, :, 0], layers[:, :, 1]))
    if "transparency" in image.info or image.mode in ("RGBA", "PA", "RGBa"):
        layers = np.asarray(image.convert("RGBA"))
        return _plain_8_bits(over_white(layers[:, :, :3], layers[:, :, 3]))
    return np.asarray(image.convert("L" if image.mode in ("1", "L") else "RGB"), dtype=np.uint8)
