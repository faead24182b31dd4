"""Where a part of an image comes to lie in a network's input, and the way back: for training, validation and use."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

PADDING = 114
"""The grey beside a picture that does not fill the network's input."""

Picture = NDArray[np.uint8]
Rect = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of an image, in its whole pixels, half-open."""


@dataclass(frozen=True)
class Fitting:
    """A part ``rect`` of an image of ``image_size`` (width, height), resized so that it just fits ``input_size``.

    ``input_size`` is (height, width). The part keeps its aspect and lies in the input's upper left; grey fills the
    right or the bottom.
    """

    rect: Rect
    image_size: tuple[int, int]
    input_size: tuple[int, int]

    @classmethod
    def whole(cls, image_size: tuple[int, int], input_size: tuple[int, int]) -> "Fitting":
        """Return the fitting of a whole image of (width, height)."""
        return cls((0, 0, *image_size), image_size, input_size)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the part, in pixels of the image."""
        return self.rect[2] - self.rect[0], self.rect[3] - self.rect[1]

    @property
    def factor(self) -> float:
        """How much the part is resized."""
        return fit_factor(self.size, self.input_size)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the input that the part fills."""
        width, height = self.size
        return max(1, round(height * self.factor)), max(1, round(width * self.factor))

    @cached_property
    def scale(self) -> NDArray[np.float32]:
        """What boxes (n, 4) of the part are multiplied by; its axes differ by the rounding to whole pixels."""
        return fit_scale(self.size, self.input_size)

    @property
    def offset(self) -> NDArray[np.float32]:
        """What to add to boxes (n, 4) of the part to have boxes of the image."""
        return np.array([self.rect[0], self.rect[1]] * 2, np.float32)

    def cut(self, image: Picture) -> Picture:
        """Return the part of the whole image (H, W, 3), without a copy."""
        x0, y0, x1, y1 = self.rect
        return image[y0:y1, x0:x1]

    def fitted(self, image: Picture) -> Picture:
        """Return what the network is given, uint8 (h, w, 3), of an image (H, W, 3).

        Where the part is the whole image, that may have been decoded smaller; see :func:`core.images.read_for`.
        """
        canvas = np.full((*self.input_size, 3), PADDING, np.uint8)
        rows, columns = self.shape
        part = self.cut(image) if image.shape[1::-1] == self.image_size else image
        cv2.resize(part, (columns, rows), dst=canvas[:rows, :columns], interpolation=_method(self.factor))
        return canvas


@lru_cache(maxsize=256)
def parts_of(
    image_size: tuple[int, int],
    region: tuple[float, float, float, float] | None = None,
    tiles: int = 1,
    overlap: float = 0.0,
) -> tuple[Rect, ...]:
    """Return the parts of an image of (width, height) that a network looks at, row by row.

    ``region`` is the part of interest as shares of width and height: left, top, right, bottom; None is all. It is cut
    into ``tiles`` x ``tiles`` parts of one size, neighbours sharing ``overlap`` of their side.
    """
    width, height = image_size
    x0, y0, x1, y1 = region or (0.0, 0.0, 1.0, 1.0)
    left, top = min(int(x0 * width), width - 1), min(int(y0 * height), height - 1)
    right, bottom = max(left + 1, round(x1 * width)), max(top + 1, round(y1 * height))
    columns, rows = _stretches(left, right, tiles, overlap), _stretches(top, bottom, tiles, overlap)
    return tuple((start, above, end, below) for above, below in rows for start, end in columns)


def _stretches(start: int, end: int, count: int, overlap: float) -> list[tuple[int, int]]:
    """Return ``count`` stretches of one length that cover start to end."""
    length = min(end - start, round((end - start) / (count - (count - 1) * overlap) + 0.4999))
    places = np.linspace(start, end - length, count).round().astype(int)
    return sorted({(int(place), int(place) + length) for place in places})


def fit_scale(image_size: tuple[int, int], size: tuple[int, int]) -> NDArray[np.float32]:
    """Return what boxes (4,) of a picture of ``image_size`` (width, height) are multiplied by; see Fitting.scale."""
    factor = fit_factor(image_size, size)
    return np.array([max(1, round(side * factor)) / side for side in image_size] * 2, np.float32)


def fit_factor(image_size: tuple[int, int], size: tuple[int, int]) -> float:
    """Return how much a picture of (width, height) is resized to fit (height, width)."""
    return min(size[0] / image_size[1], size[1] / image_size[0])


def resized(image: Picture, factor: float) -> Picture:
    """Return the picture at ``factor`` times its size, each side rounded to whole pixels."""
    rows, columns = (max(1, round(side * factor)) for side in image.shape[:2])
    return np.asarray(cv2.resize(image, (columns, rows), interpolation=_method(factor)), np.uint8)


def _method(factor: float) -> int:
    # INTER_AREA averages what it leaves out, so that a scratch of one pixel does not vanish.
    return cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR


def to_batch(images: Sequence[Picture], room: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
    """Return fitted pictures (h, w, 3) as the float32 array (N, 3, h, w) from 0 to 1 that a network takes.

    ``room`` is such an array to be filled; without it there is a new one.
    """
    batch = np.empty((len(images), 3, *images[0].shape[:2]), np.float32) if room is None else room
    for place, image in enumerate(images):
        for channel, values in enumerate(cv2.split(image)):  # quicker than a division that strides over the others
            np.divide(values, np.float32(255), out=batch[place, channel])
    return batch
