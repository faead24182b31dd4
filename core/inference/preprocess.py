"""From a picture to what a network takes: the one way, for validation while training and for prediction later."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

PADDING = 114
"""The grey beside a picture that does not fill the network's input."""


def fit(image: NDArray[np.uint8], size: tuple[int, int]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return the picture resized so that it just fits ``size`` (height, width), and the scale of its boxes.

    The picture is uint8 (H, W, 3). It keeps its aspect and lies in the upper left; grey fills the right or the bottom.
    The scale is a float32 (4,): boxes (n, 4) of the picture times it are boxes of the input, and divided by it they
    are back. Its two axes differ by the rounding to whole pixels.
    """
    height, width = image.shape[:2]
    small = resized(image, _factor((width, height), size))
    canvas = np.full((*size, 3), PADDING, np.uint8)
    canvas[: small.shape[0], : small.shape[1]] = small
    return canvas, fit_scale((width, height), size)


def fit_scale(image_size: tuple[int, int], size: tuple[int, int]) -> NDArray[np.float32]:
    """Return the scale that :func:`fit` gives a picture of ``image_size`` (width, height)."""
    factor = _factor(image_size, size)
    return np.array([max(1, round(side * factor)) / side for side in image_size] * 2, np.float32)


def resized(image: NDArray[np.uint8], factor: float) -> NDArray[np.uint8]:
    """Return the picture at ``factor`` times its size, each side rounded to whole pixels."""
    rows, columns = (max(1, round(side * factor)) for side in image.shape[:2])
    # INTER_AREA averages what it leaves out, so that a scratch of one pixel does not vanish.
    method = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, (columns, rows), interpolation=method), np.uint8)


def _factor(image_size: tuple[int, int], size: tuple[int, int]) -> float:
    """Return how much a picture of (width, height) is resized to fit (height, width)."""
    return min(size[0] / image_size[1], size[1] / image_size[0])


def to_batch(images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
    """Return fitted pictures (h, w, 3) as the float32 array (N, 3, h, w) from 0 to 1 that a network takes."""
    stacked = np.stack([image.transpose(2, 0, 1) for image in images])
    return stacked.astype(np.float32) / np.float32(255)
