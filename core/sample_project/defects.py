"""Scratches, dents and stains, each as the change of light that it makes on the metal it lies on.

Each is drawn about the middle of a square patch of SIDE pixels, as its strength (SIDE,SIDE, 0 to 1: how much of it is
there) and its gain (SIDE,SIDE,3: what the metal's light is multiplied by).
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from core.sample_project.parts import SHIFT
from core.sample_project.scene import LIGHT, Picture, Plane, smooth_noise

SIDE = 176
SHAPE = (SIDE, SIDE)
Y, X = np.mgrid[:SIDE, :SIDE].astype(np.float64) - SIDE / 2
Pen = Callable[[np.random.Generator], tuple[Plane, Picture]]


def scratch(rng: np.random.Generator) -> tuple[Plane, Picture]:
    """Return an irregular stroke, bright with a dark lip or dark with a bright one, often with finer ones beside it."""
    count = int(rng.uniform(45, 130) / 4)
    heading = rng.uniform(0, 2 * np.pi) + np.cumsum(rng.normal(rng.normal(0, 0.02), 0.06, count))
    path = np.cumsum(4.0 * np.stack([np.cos(heading), np.sin(heading)], axis=1), axis=0)
    path += SIDE / 2 - path.mean(axis=0)
    drawn = np.zeros(SHAPE, np.uint8)
    _stroke(drawn, path, int(rng.integers(2, 4)))
    for _ in range(rng.integers(0, 3)):
        first, last = sorted(rng.integers(0, count, 2))
        _stroke(drawn, path[first : last + 1] + rng.normal(0, 4.0, 2), 1)
    pressure = 1 + 0.18 * smooth_noise(rng, SHAPE, 6) + 0.18 * smooth_noise(rng, SHAPE, 1)
    strength = np.clip(cv2.GaussianBlur(drawn / 255 * pressure, (0, 0), 0.6) * 1.1, 0, 1)
    lip = np.roll(strength, (1, 1), (0, 1)) * (1 - strength)
    deep = rng.uniform(0.4, 0.6)
    gain = 1 + deep * strength - 0.55 * lip if rng.random() < 0.5 else 1 - deep * strength + 0.4 * lip
    return np.asarray(strength, np.float32), _grey(gain)


def _stroke(layer: NDArray[np.uint8], path: NDArray[np.float64], width: int) -> None:
    points = np.rint(path * 2**SHIFT).astype(np.int32)
    cv2.polylines(layer, [points], False, 255, width, cv2.LINE_AA, SHIFT)


def dent(rng: np.random.Generator) -> tuple[Plane, Picture]:
    """Return a crater, dark towards the lamp and bright beyond, with a raised rim."""
    away = _ellipse(rng, rng.uniform(11, 25))
    edge = _within(away, 12)
    facing = -(X * LIGHT[0] + Y * LIGHT[1]) / (np.hypot(X, Y) + 1e-6)
    bowl = facing * np.clip(away, 0, 1) * edge
    rim = np.exp(-(((away - 1.05) / 0.13) ** 2)) * -facing
    floor = edge * (1 - away.clip(0, 1))
    gain = 1 + rng.uniform(0.42, 0.62) * (bowl + 0.35 * rim - 0.22 * floor)
    return np.asarray(edge, np.float32), _grey(gain)


def stain(rng: np.random.Generator) -> tuple[Plane, Picture]:
    """Return a translucent blotch of rust, oil or coolant with a darker dried edge."""
    away = _ellipse(rng, rng.uniform(15, 36))
    ragged = away + 0.16 * smooth_noise(rng, SHAPE, 7) + 0.05 * smooth_noise(rng, SHAPE, 2)
    inside = _within(ragged, 14)
    dried = np.exp(-(((ragged - 0.93) / 0.1) ** 2)) * inside
    film = inside * (0.75 + 0.15 * smooth_noise(rng, SHAPE, 5)) + 0.5 * dried
    takes = np.array(((0.22, 0.34, 0.50), (0.36, 0.38, 0.36), (0.16, 0.30, 0.38))[rng.integers(3)], np.float32)
    gain = 1 - film[..., None] * takes * rng.uniform(0.75, 1.15)
    return np.asarray(inside, np.float32), np.clip(gain, 0.15, 1.1).astype(np.float32)


def _ellipse(rng: np.random.Generator, radius: float) -> NDArray[np.float64]:
    """Return the distance of each pixel from the middle of an ellipse, 1 at its edge."""
    turn, flat = rng.uniform(0, np.pi), rng.uniform(0.65, 1.0)
    u, v = X * np.cos(turn) + Y * np.sin(turn), -X * np.sin(turn) + Y * np.cos(turn)
    return np.asarray(np.hypot(u / radius, v / (radius * flat)))


def _within(away: NDArray[np.float64], sharpness: float) -> NDArray[np.float64]:
    """Return 1 where ``away`` is below 1 and 0 beyond, with a soft edge."""
    return np.asarray(1 / (1 + np.exp(np.clip((away - 1) * sharpness, -50, 50))))


def _grey(gain: NDArray[np.float64]) -> Picture:
    return np.repeat(gain[..., None], 3, axis=2).astype(np.float32)


PENS: dict[str, Pen] = {"scratch": scratch, "dent": dent, "stain": stain}
