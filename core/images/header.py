"""What an image file says of itself before its pixels are read: size, depth, pages, EXIF turn."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import cv2
from PIL import Image

from core.errors import ImageFileError
from core.images import formats

Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit, 89 million pixels, is below what line cameras give; ours is above.

ORIENTATION = 0x0112
"""The number of the EXIF tag that says how a picture is turned."""
SIDEWAYS = frozenset({5, 6, 7, 8})
"""The EXIF orientations that swap width and height."""
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
_GREY_MODES = frozenset({"1", "L", "LA", "La", "I", "F", "I;16", "I;16B", "I;16L", "I;16N"})
_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


@dataclass(frozen=True)
class Header:
    """Width and height in pixels as shown, bits and number of channels (1 or 3) kept of each, and how many pages."""

    width: int
    height: int
    bits: int = 8
    channels: int = 3
    pages: int = 1

    @property
    def bytes_needed(self) -> int:
        """The memory that the pixels take once decoded."""
        return self.width * self.height * self.channels * self.bits // 8


def header_of(image: Image.Image) -> Header:
    """Return the header of an image that Pillow has opened but not decoded."""
    width, height = image.size
    if orientation_of(image) in SIDEWAYS:
        width, height = height, width
    bits = 16 if is_deep(image) else 32 if image.mode in ("I", "F") else 8
    pages = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)  # a phone's second picture is no page
    return Header(width, height, bits, 1 if image.mode in _GREY_MODES else 3, pages)


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF turn still to be made, 1 to 8: a TIFF's is made by the decoders themselves."""
    if image.format == "TIFF" or "exif" not in image.info:  # asking a PNG for more would decode it whole
        return 1
    found = image.getexif().get(ORIENTATION, 1)
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def is_deep(image: Image.Image) -> bool:
    """Tell whether the file has 16 bits a channel, also where Pillow itself would keep only 8."""
    return ";16" in str(getattr(image, "tile", [])[:1])


def check_size(path: Path, width: int, height: int) -> None:
    """Raise ImageFileError where the image has more pixels than can be opened."""
    if width * height > formats.MAX_PIXELS:
        raise ImageFileError(path, f"has {width} x {height} pixels, more than can be opened: tile it.")


def is_tiff(start: bytes) -> bool:
    """Tell whether a file that begins so is a TIFF, whatever is in it."""
    return start[:4] in _TIFF_STARTS


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn whatever a decoder raises on a damaged or missing file into an ImageFileError that says what to do."""
    try:
        yield
    except ImageFileError:
        raise
    except MemoryError as error:
        raise ImageFileError(path, "does not fit into memory: close other programs or shrink the image.") from error
    except _DECODING_ERRORS as error:
        raise ImageFileError(path, _reason(path, error)) from error


def _reason(path: Path, error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be opened ({error.strerror})."
    if path.suffix.lower() in formats.UNREADABLE_SUFFIXES:
        kind = path.suffix[1:].upper()
        return f"is a {kind} file, which is not supported: convert it to JPEG, PNG or TIFF with another program."
    return "is not an image that can be read, or is damaged or cut short: replace or remove it."
