"""How a picture's values become the brightness that is seen: window and level, brightness, contrast, gamma.

It is applied to what is shown and never to a file. All of it is one curve from a value to 0..255, so that whole numbers
go through a table.
"""

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from core.images.decoding import Pixels

LARGEST_GAMMA = 5.0
_STEPS = 4096
"""Steps in which floats are told apart before they become 256."""


@dataclass(frozen=True)
class Range:
    """The values that are shown from black (``low``) to white (``high``, the first value above the range)."""

    low: float
    high: float

    def look(self) -> "Look":
        """Return the look that shows just this range."""
        return Look(self.low, self.high)


@dataclass(frozen=True)
class Look:
    """A curve from values to brightness: the range from ``low`` to ``high``, then contrast, brightness and gamma.

    ``brightness`` and ``contrast`` run from -1 to 1 with 0 for none, ``gamma`` from 1/5 to 5 with 1 for none; above 1
    dark parts become brighter.
    """

    low: float = 0.0
    high: float = 256.0
    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0

    @property
    def is_plain(self) -> bool:
        """Tell whether 8-bit values stay as they are."""
        return self == Look()

    def within(self, values: Range) -> "Look":
        """Return the same look for another range of values."""
        return replace(self, low=values.low, high=values.high)


def natural_range(pixels: Pixels) -> Range:
    """Return the range that values of that kind are meant in.

    8 bits: all; 16 bits: all, or the lower 4096 values where none is above, as 12-bit cameras store them; floats: 0 to
    1 or 0 to 256 where all lie in it, otherwise from the smallest to the largest.
    """
    if pixels.dtype == np.uint8:
        return Range(0.0, 256.0)
    if pixels.dtype == np.uint16:
        return Range(0.0, 4096.0 if pixels.max(initial=0) < 4096 else 65536.0)
    low, high = (float(pixels.min()), float(pixels.max())) if pixels.size else (0.0, 1.0)
    if low >= 0 and high <= 256:
        return Range(0.0, 1.0 if high <= 1 else 256.0)
    return Range(low, high)


def auto_range(pixels: Pixels, clipped: float = 0.0035) -> Range:
    """Return the range that leaves that share of the values black and that share white, widest where all are equal."""
    low, high = np.quantile(_some(pixels), [clipped, 1 - clipped]).tolist()
    step = 1.0 if pixels.dtype != np.float32 else max(abs(high), 1e-6) * 1e-6
    return Range(math.floor(low), math.floor(high) + 1.0) if step == 1.0 else Range(low, max(high, low + step))


def histogram(pixels: Pixels, values: Range, bins: int = 256) -> NDArray[np.int64]:
    """Return how many of the values lie in each of the bins of equal width over ``values``; others are left out."""
    return np.histogram(_some(pixels), bins=bins, range=(values.low, values.high))[0]


def shown(pixels: Pixels, look: Look) -> NDArray[np.uint8]:
    """Return the pixels as they are seen: 0 to 255, of the same shape; the given array itself where nothing changes."""
    if pixels.dtype == np.uint8:
        return np.asarray(pixels) if look.is_plain else _through(pixels, table(look, 256))
    if pixels.dtype == np.uint16:
        return _through(pixels, table(look, 65536))
    width = max(look.high - look.low, 1e-30)
    steps = (pixels - np.float32(look.low)) * np.float32(_STEPS / width)
    places = np.clip(steps, 0, _STEPS - 1).astype(np.uint16)
    curve = table(replace(look, low=0.0, high=float(_STEPS)), 65536)
    return _through(places, curve)


def table(look: Look, size: int) -> NDArray[np.uint8]:
    """Return the curve's values for 0, 1, ... size - 1."""
    values = (np.arange(size) - look.low) / max(look.high - look.low, 1e-30)
    slope = math.tan((min(max(look.contrast, -1.0), 0.99) + 1) * math.pi / 4)
    values = (np.clip(values, 0, 1) - 0.5) * slope + 0.5 + look.brightness
    if look.gamma != 1:
        values = np.clip(values, 0, 1) ** (1 / look.gamma)
    curve: NDArray[np.float64] = np.clip(np.floor(values * 256 + 1e-9), 0, 255)
    return curve.astype(np.uint8)


def _through(pixels: Pixels, curve: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the curve at every pixel; a fourth channel, as 32-bit pictures on a screen have it, stays at 255."""
    lut = curve.reshape(1, -1)
    if pixels.ndim == 3 and pixels.shape[2] == 4:
        lut = np.dstack([lut, lut, lut, np.full_like(lut, 255)])
    return np.asarray(cv2.LUT(np.ascontiguousarray(pixels), lut), dtype=np.uint8)


def _some(pixels: Pixels) -> Pixels:
    """Return at most about half a million of the values, evenly spread."""
    step = max(1, math.isqrt(pixels.shape[0] * pixels.shape[1] // 250_000))
    return pixels[::step, ::step].reshape(-1)
