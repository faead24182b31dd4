"""Where a drawn thing lies: planes from 0 to 1, one for each pixel how much of it the thing covers."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from pretraining.textures import Plane, Rng, noise, normal

FINE = 4
"""Bits of a pixel's fraction that OpenCV is given for the corners of lines."""


def stroke(points: NDArray[np.floating], width: float, side: int) -> Plane:
    """Return the line through points (n, 2) of x, y; it is drawn at twice the size, so ``width`` may be below 1."""
    canvas = np.zeros((2 * side, 2 * side), np.uint8)
    corners = np.rint(points * 2 * 2**FINE).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(canvas, [corners], False, 255, max(1, round(2 * width)), cv2.LINE_AA, FINE)
    return shrunk(canvas)


def filled(points: NDArray[np.floating], side: int) -> Plane:
    """Return the area within points (n, 2) of x, y."""
    canvas = np.zeros((2 * side, 2 * side), np.uint8)
    corners = np.rint(points * 2 * 2**FINE).astype(np.int32).reshape(-1, 1, 2)
    cv2.fillPoly(canvas, [corners], 255, cv2.LINE_8, FINE)
    return shrunk(canvas)


def shrunk(canvas: NDArray[np.uint8]) -> Plane:
    """Return a canvas of twice the size and values up to 255 as a cover."""
    half = canvas.shape[1] // 2, canvas.shape[0] // 2
    return np.asarray(cv2.resize(canvas, half, interpolation=cv2.INTER_AREA), np.float32) / 255


def walk(rng: Rng, start: NDArray[np.floating], length: float, *, jump: float, bend: float) -> NDArray[np.floating]:
    """Return points (n, 2) of a way whose heading changes by chance at each step (``jump``) and slowly (``bend``)."""
    step = rng.uniform(1.5, 4)
    count = max(3, int(length / step))
    heading = rng.uniform(0, 2 * np.pi) + rng.normal(0, jump, count) * rng.choice([1.0, 0.5])
    turning = np.cumsum(np.cumsum(rng.normal(0, bend / count, count)) + rng.normal(0, bend / count))
    heading = heading + turning
    ways = np.stack([np.cos(heading), np.sin(heading)], axis=1) * step
    return start + np.cumsum(ways, axis=0)


def blob(rng: Rng, side: int, middle: NDArray[np.floating], radius: float, *, rough: float, soft: float) -> Plane:
    """Return an ellipse about ``middle`` with a border as uneven as ``rough`` says, ``soft`` pixels wide."""
    row, column = grid(side)
    angle, flat = rng.uniform(0, np.pi), np.exp(rng.uniform(-0.7, 0.7))
    x, y = column + np.float32(0.5 - middle[0]), row + np.float32(0.5 - middle[1])
    one, other = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    flat = np.float32(flat**0.5)
    away = np.hypot((x * one + y * other) * flat, (y * one - x * other) / flat)
    if rough:
        # Of several widths, so that a large blob's border has bays and teeth.
        uneven = sum(noise(rng, side, max(1.5, radius * width)) * width**0.7 for width in (0.1, 0.25, 0.6))
        away = away + np.float32(rough * radius) * normal(uneven)
    return np.asarray(np.clip((radius - away) / max(soft, 0.5) + 0.5, 0, 1), np.float32)


@lru_cache
def grid(side: int) -> Plane:
    """Return each pixel's row and column (2, side, side)."""
    return np.mgrid[:side, :side].astype(np.float32)


def half_plane(rng: Rng, side: int, *, rough: float, soft: float) -> Plane:
    """Return a side of the picture, or a band across it, mostly parallel to the picture's border."""
    row, column = grid(side)
    angle = rng.integers(4) * np.pi / 2 + rng.normal(0, 0.08)
    along = (column - side / 2) * np.cos(angle) + (row - side / 2) * np.sin(angle)
    if rough:
        along = along + rough * normal(noise(rng, side, rng.uniform(6, 40)))
    begin = rng.uniform(-0.4, 0.45) * side
    end = begin + rng.uniform(0.08, 0.5) * side if rng.random() < 0.5 else np.inf
    inside = np.minimum(along - begin, end - along)
    return np.asarray(np.clip(inside / max(soft, 0.5) + 0.5, 0, 1), np.float32)
