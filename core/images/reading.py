"""Reading an image's pixels: as they are, as 8-bit RGB, or small."""

import io
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from core.images import formats
from core.images.decoding import Pixels, decode, decode_big, decode_odd_tiff, decode_reduced
from core.images.header import SIDEWAYS, Header, check_size, header_of, is_tiff, orientation_of, told
from core.images.look import Look, natural_range, shown


def read_header(path: Path) -> Header:
    """Return what the file says of itself; its pixels are not decoded.

    Raises:
        ImageFileError: there is no file, it is of a kind that cannot be read, or its header is not that of an image.
    """
    with told(path):
        try:
            with Image.open(path) as image:
                check_size(path, image.width, image.height)
                return header_of(image)
        except UnidentifiedImageError:
            pixels = _odd(path, path.read_bytes())
            bits = 8 * pixels.dtype.itemsize
            return Header(pixels.shape[1], pixels.shape[0], bits, 1 if pixels.ndim == 2 else 3)


def read_size(path: Path) -> tuple[int, int]:
    """Return (width, height) in pixels as ``read_rgb`` would give them, from the header alone.

    Raises:
        ImageFileError: as for ``read_header``.
    """
    header = read_header(path)
    return header.width, header.height


def read_deep(path: Path, begun: Callable[[Pixels], None] = lambda _pixels: None) -> Pixels:
    """Return the image as its file has it: (height, width) of grey or (height, width, 3) of RGB values.

    They are uint8, uint16 or float32 (all other numbers become that), the way up that the EXIF tag says, what is
    transparent over white, numbers that are none 0, and of several pages the first. The array may be a turned view.
    One of more than ``formats.BIG`` bytes lies in a temporary file; ``begun`` gets it before it is filled.

    Raises:
        ImageFileError: there is no such file, or it is no image, cut short, damaged or above MAX_PIXELS.
    """
    with told(path):
        try:
            with Image.open(path) as image:
                check_size(path, image.width, image.height)
                if header_of(image).bytes_needed > formats.BIG:
                    turn = orientation_of(image)
                    return turned(decode_big(path, image, lambda room: begun(turned(room, turn))), turn)
            content = path.read_bytes()
            with Image.open(io.BytesIO(content)) as image:
                turn = orientation_of(image)
                return turned(decode(content, image), turn)
        except UnidentifiedImageError:
            return _odd(path, path.read_bytes())


def read_rgb(path: Path) -> NDArray[np.uint8]:
    """Return the image as (height, width, 3) uint8 RGB, the way up that its EXIF tag says.

    Values of more than 8 bits are shown in their natural range, see ``natural_range``: 16 bits are shifted by 8, or by
    4 where none reaches 4096, as 12-bit cameras store them. Stretching each picture to its own range would show more,
    but one grey would then differ from picture to picture.

    Raises:
        ImageFileError: as for ``read_deep``.
    """
    pixels = read_deep(path)
    return as_rgb(pixels, natural_range(pixels).look())


def as_rgb(pixels: Pixels, look: Look) -> NDArray[np.uint8]:
    """Return grey or RGB pixels of any depth as a contiguous, writeable (height, width, 3) array of that look."""
    seen = shown(pixels, look)
    rgb = cv2.cvtColor(seen, cv2.COLOR_GRAY2RGB) if seen.ndim == 2 and seen.size else seen
    return np.require(rgb, dtype=np.uint8, requirements=["C", "W"])


def read_thumbnail(path: Path, side: int) -> NDArray[np.uint8]:
    """Return the image as ``read_rgb`` does, shrunk so that its longest side has at most ``side`` (1 or more) pixels.

    A JPEG is decoded at a half, a quarter or an eighth of its size where that is enough, which takes half of the time
    and a small part of the memory. An image that is smaller already keeps its size.

    Raises:
        ImageFileError: as for ``read_deep``.
    """
    reduced = read_reduced(path, side)
    pixels = read_deep(path) if reduced is None else reduced[0]
    look = natural_range(pixels).look()
    height, width = pixels.shape[:2]
    scale = min(1.0, side / max(height, width, 1))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    if scale < 1:
        pixels = cv2.resize(np.ascontiguousarray(pixels), size, interpolation=cv2.INTER_AREA)
    return as_rgb(pixels, look)


def read_reduced(path: Path, side: int) -> tuple[NDArray[np.uint8], int] | None:
    """Return a JPEG decoded at 1/2, 1/4 or 1/8, its longest side still ``side`` or more, and that power of two.

    The pixels are as ``read_deep`` has them, sizes rounded up. None where the file is no JPEG or too small for it.

    Raises:
        ImageFileError: as for ``read_deep``.
    """
    with told(path):
        content = path.read_bytes()
        try:
            image = Image.open(io.BytesIO(content))
        except UnidentifiedImageError:
            return None
        with image:
            check_size(path, image.width, image.height)
            power = next((power for power in (3, 2, 1) if max(image.size) >= side << power), 0)
            pixels = decode_reduced(content, image, 1 << power) if power else None
            return None if pixels is None else (turned(pixels, orientation_of(image)), power)


def read_for(path: Path, factor_of: Callable[[tuple[int, int]], float]) -> tuple[NDArray[np.uint8], tuple[int, int]]:
    """Return the image as ``read_rgb`` does, perhaps smaller, and its own (width, height).

    ``factor_of`` says of (width, height) by how much the picture will be resized next; a JPEG that will be half as
    large or less is decoded at a half, a quarter or an eighth, which takes a third of the time. Its sizes are rounded
    up then.

    Raises:
        ImageFileError: as for ``read_deep``.
    """
    with told(path):
        content = path.read_bytes()
        try:
            image = Image.open(io.BytesIO(content))
        except UnidentifiedImageError:
            whole = read_rgb(path)
            return whole, (whole.shape[1], whole.shape[0])
        with image:
            check_size(path, image.width, image.height)
            header, turn = header_of(image), orientation_of(image)
            size = header.width, header.height
            if header.bytes_needed > formats.BIG:
                return read_rgb(path), size
            factor = factor_of(size)
            power = next((power for power in (3, 2, 1) if factor * (1 << power) <= 1), 0)
            small = decode_reduced(content, image, 1 << power) if power else None
            pixels = turned(decode(content, image) if small is None else small, turn)
            return as_rgb(pixels, natural_range(pixels).look()), size


def turned(pixels: Pixels, orientation: int) -> Pixels:
    """Return the pixels as the EXIF orientation (1 to 8) wants them shown: a view, nothing is copied."""
    if orientation in SIDEWAYS:
        pixels = pixels.swapaxes(0, 1)
    flip_rows = orientation in (3, 4, 7, 8)
    flip_columns = orientation in (2, 3, 6, 7)
    return pixels[:: -1 if flip_rows else 1, :: -1 if flip_columns else 1]


def _odd(path: Path, content: bytes) -> Pixels:
    """Decode what Pillow does not know: a TIFF of an unusual kind, or no image."""
    pixels = decode_odd_tiff(content) if is_tiff(content) else None
    if pixels is None:
        raise UnidentifiedImageError
    check_size(path, pixels.shape[1], pixels.shape[0])
    return pixels
