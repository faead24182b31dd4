"""Pictures with a known truth: a thing of one shade before another, blurred and noisy as a camera has it."""

import cv2
import numpy as np
from numpy.typing import NDArray

from core.editing.assist.pixels import Read
from core.geometry import Mask, Polygon


def ellipse(
    size: tuple[int, int], middle: tuple[int, int], axes: tuple[int, int], turn: float = 0
) -> NDArray[np.bool_]:
    """Return (height, width), True inside an ellipse; it may reach over the border."""
    on = np.zeros(size[::-1], np.uint8)
    cv2.ellipse(on, middle, axes, turn, 0, 360, 1, -1)
    return on.astype(bool)


def picture(
    truth: NDArray[np.bool_],
    thing: tuple[int, int, int] = (190, 70, 60),
    ground: tuple[int, int, int] = (90, 110, 120),
    noise: float = 5.0,
    seed: int = 0,
) -> NDArray[np.uint8]:
    """Return RGB pixels of the thing before its ground."""
    shades = np.where(truth[:, :, None], thing, ground).astype(np.float32)
    soft = cv2.GaussianBlur(shades, (0, 0), 0.8)
    return (soft + np.random.default_rng(seed).normal(0, noise, soft.shape)).clip(0, 255).astype(np.uint8)


def reader(rgb: NDArray[np.uint8]) -> Read:
    """Return what gives the pixels of a box."""
    return lambda box: rgb[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)]


def size_of(rgb: NDArray[np.uint8]) -> tuple[int, int]:
    return rgb.shape[1], rgb.shape[0]


def iou(found: Mask | Polygon, truth: NDArray[np.bool_]) -> float:
    """Return intersection over union with the truth, by pixels."""
    if isinstance(found, Mask):
        on = found.to_array(truth.shape[1], truth.shape[0])
    else:
        drawn = np.zeros(truth.shape, np.uint8)
        corners = np.array([(x - 0.5, y - 0.5) for x, y in found.points])
        cv2.fillPoly(drawn, [np.round(corners * 16).astype(np.int32)], 1, shift=4)
        on = drawn.astype(bool)
    return float((on & truth).sum() / (on | truth).sum())
