"""Opening any image once and rightly: EXIF turns, 16 bits, floats, palettes, alpha, CMYK. Sources are never written.

Pixels are arrays (height, width) of grey or (height, width, 3) of RGB values, as uint8, uint16 or float32, the way up
that the file's EXIF tag says, with what is transparent over white. ``read_deep`` gives them as the file has them,
``read_rgb`` on 0 to 255.
"""

from core.images.formats import IMAGE_SUFFIXES, MAX_PIXELS, UNREADABLE_SUFFIXES
from core.images.header import Header
from core.images.look import Look, Range, auto_range, histogram, natural_range, shown
from core.images.pyramid import Pyramid
from core.images.reading import (
    as_rgb,
    read_deep,
    read_for,
    read_header,
    read_reduced,
    read_rgb,
    read_size,
    read_thumbnail,
)

__all__ = [
    "IMAGE_SUFFIXES",
    "MAX_PIXELS",
    "UNREADABLE_SUFFIXES",
    "Header",
    "Look",
    "Pyramid",
    "Range",
    "as_rgb",
    "auto_range",
    "histogram",
    "natural_range",
    "read_deep",
    "read_for",
    "read_header",
    "read_reduced",
    "read_rgb",
    "read_size",
    "read_thumbnail",
    "shown",
]
