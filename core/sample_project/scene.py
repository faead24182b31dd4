"""The belt under the parts, and the line camera above them.

Pictures are float32 height,width,3 RGB from 0 to 1 while they are drawn, with the origin at the upper left.
"""

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Picture: TypeAlias = NDArray[np.float32]
Plane: TypeAlias = NDArray[np.float32]
LIGHT = np.array([-0.55, -0.83])  # where the light comes from, in the picture's plane

BELT_COLOURS = ((0.17, 0.23, 0.21), (0.20, 0.21, 0.23), (0.15, 0.20, 0.25), (0.25, 0.24, 0.22))


def smooth_noise(rng: np.random.Generator, shape: tuple[int, int], sigma: float) -> Plane:
    """Return noise of mean 0 and deviation 1 whose blobs are about ``sigma`` pixels wide."""
    step = max(1, int(sigma / 2))
    small = tuple(-(-side // step) + 4 for side in shape)
    blurred = cv2.GaussianBlur(rng.standard_normal(small, np.float32), (0, 0), max(sigma / step, 0.3))
    whole = cv2.resize(blurred, (small[1] * step, small[0] * step), interpolation=cv2.INTER_CUBIC)
    noise = np.asarray(whole[: shape[0], : shape[1]], np.float32)
    return np.asarray((noise - noise.mean()) / (noise.std() + 1e-6), np.float32)


def belt(rng: np.random.Generator, shape: tuple[int, int]) -> Picture:
    """Return an empty conveyor belt: woven rubber with scuffs along its way, dust and oily shadows."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    pitch = rng.uniform(6.0, 9.0)
    weave = np.sin((x + y) * 2 * np.pi / pitch) * np.sin((x - y) * 2 * np.pi / pitch)
    scuffs = cv2.GaussianBlur(rng.standard_normal(shape, np.float32), (0, 0), sigmaX=0.8, sigmaY=40)
    tone = 1 + 0.10 * weave + 0.10 * smooth_noise(rng, shape, 30) + 0.07 * smooth_noise(rng, shape, 1.2)
    tone += 0.5 * scuffs
    colour = np.array(BELT_COLOURS[rng.integers(len(BELT_COLOURS))], np.float32)
    picture = np.asarray(tone[..., None] * colour * rng.uniform(0.85, 1.2), np.float32)
    _dust(rng, picture)
    for _ in range(rng.integers(0, 3)):
        _oil(rng, picture)
    return picture


def _dust(rng: np.random.Generator, picture: Picture) -> None:
    """Strew specks and a few metal chips on the picture."""
    height, width = picture.shape[:2]
    layer = np.zeros((height, width), np.uint8)
    for _ in range(rng.integers(20, 70)):
        centre = int(rng.integers(width)), int(rng.integers(height))
        cv2.circle(layer, centre, 0, int(rng.uniform(25, 130)), -1)
    for _ in range(rng.integers(0, 7)):
        begin = rng.uniform(0, 1, 2) * (width, height)
        end = begin + rng.normal(0, 5, 2)
        ends = [tuple(int(v) for v in np.rint(point)) for point in (begin, end)]
        cv2.line(layer, ends[0], ends[1], int(rng.uniform(75, 150)), 1, cv2.LINE_AA)
    picture += cv2.GaussianBlur(layer / np.float32(255), (0, 0), 0.6)[..., None]


def _oil(rng: np.random.Generator, picture: Picture) -> None:
    """Darken a soft patch of the belt, as old oil does."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    centre = rng.uniform(0, 1, 2) * (width, height)
    reach = rng.uniform(25, 80, 2)
    away = np.hypot((x - centre[0]) / reach[0], (y - centre[1]) / reach[1])
    away += 0.25 * smooth_noise(rng, (height, width), 12)
    picture *= (1 - rng.uniform(0.2, 0.45) / (1 + np.exp((away - 1) * 6)))[..., None].astype(np.float32)


def photographed(rng: np.random.Generator, picture: Picture) -> NDArray[np.uint8]:
    """Return what the line camera makes of the scene: light, lens, motion, uneven columns and sensor noise."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    x, y = x / width - 0.5, y / height - 0.5
    light = 1 + rng.uniform(-0.25, 0.25) * x + rng.uniform(-0.25, 0.25) * y
    light *= 1 - rng.uniform(0.25, 0.6) * (x**2 + y**2)
    light *= rng.uniform(0.85, 1.12)
    columns = 1 + 0.012 * rng.standard_normal(width, np.float32) + 0.01 * smooth_noise(rng, (4, width), 9)[0]
    seen = picture * (light * columns[None])[..., None].astype(np.float32)
    blur = rng.uniform(0.45, 0.8)
    seen = cv2.GaussianBlur(seen, (0, 0), sigmaX=blur, sigmaY=blur + rng.uniform(0, 0.5))
    seen = np.clip(seen, 0, None)
    grain = rng.standard_normal((height, width), np.float32)[..., None]
    grain = 0.7 * grain + 0.5 * rng.standard_normal(picture.shape, np.float32)
    seen += grain * (0.006 + 0.016 * np.sqrt(seen)) * np.float32(rng.uniform(0.7, 1.3))
    seen = np.where(seen > 0.8, 0.8 + 0.2 * np.tanh((seen - 0.8) / 0.2), seen)  # the sensor saturates softly
    return np.asarray(np.clip(seen * 255 + 0.5, 0, 255), np.uint8)
