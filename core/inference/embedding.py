"""What a picture looks like, as a row of numbers: told by a network that has learned to see, or made by hand.

A published network gives its embedding as an output of its own. Where there is no network yet, or it is of a time when
they had none, :func:`descriptor` takes its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

EMBEDDING = "embedding"
"""The name of a network's output (N, D): its coarsest features, averaged over the picture."""

Picture = NDArray[np.uint8]

SIDE = 128
"""Pictures are made this large, in pixels, before anything is measured, so that all are measured at one scale."""
_DCT = 6
_COLOURS = 4
_CELLS = 4
_DIRECTIONS = 8


@dataclass(frozen=True, kw_only=True)
class Measures:
    """What a camera decides of a picture.

    ``brightness`` is its mean grey and ``contrast`` the standard deviation of it, from 0 to 1. ``sharpness`` is the
    standard deviation of the Laplacian (Pech-Pacheco et al., ICPR 2000) of the picture at a longest side of SIDE.
    """

    brightness: float
    contrast: float
    sharpness: float


def measures_of(picture: Picture) -> Measures:
    """Return the measures of a picture, uint8 (H, W, 3) RGB of any size."""
    factor = SIDE / max(picture.shape[:2])
    size = max(1, round(picture.shape[1] * factor)), max(1, round(picture.shape[0] * factor))
    # Grey before it is made small: the other way round takes twice as long.
    grey = _resized(np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8), size)
    brightness, contrast = _level(grey)
    _, sharpness = _level(np.asarray(cv2.Laplacian(grey, cv2.CV_32F), np.float32))
    return Measures(brightness=brightness, contrast=contrast, sharpness=sharpness)


def descriptor(picture: Picture) -> NDArray[np.float32]:
    """Return what a picture, uint8 (H, W, 3) RGB of any size, looks like: float32 (D,), each part of length 1 at most.

    Its parts: brightness and contrast; the lowest frequencies (a discrete cosine transform, which says where it is
    light and dark at large); how often each colour is there; and which way the edges run in each cell of a grid
    (histograms of oriented gradients, Dalal and Triggs, CVPR 2005). Frequencies that are common weigh by their root.
    """
    small = _resized(picture, (SIDE, SIDE))
    grey = _grey(small)
    parts = [np.array([grey.mean(), grey.std()], np.float32), _light(grey), _colours(small), _edges(grey)]
    return np.concatenate(parts).astype(np.float32)


def mean_of_parts(rows: NDArray[np.float32], counts: Sequence[int]) -> NDArray[np.float32]:
    """Return the means (n, D) of consecutive rows (N, D), ``counts`` (1 or more each, N together) at a time."""
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.intp)
    sums = np.add.reduceat(rows, starts, axis=0)
    means: NDArray[np.float32] = (sums / np.array(counts, np.float32)[:, None]).astype(np.float32)
    return means


def _level(values: NDArray[np.uint8] | NDArray[np.float32]) -> tuple[float, float]:
    """Return the mean and the standard deviation of values of which 255 is 1."""
    mean, deviation = cv2.meanStdDev(values)
    return float(mean[0, 0]) / 255, float(deviation[0, 0]) / 255


def _resized(picture: Picture, size: tuple[int, int]) -> Picture:
    """Return the picture at (width, height), each pixel the mean of what it covers."""
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _grey(picture: Picture) -> NDArray[np.float32]:
    """Return the grey of a picture (H, W, 3), from 0 to 1."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32) / np.float32(255)


def _light(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the lowest frequencies of the grey but for its mean, the whole picture's contrast being 1 at most."""
    waves = np.asarray(cv2.dct(cv2.resize(grey, (32, 32), interpolation=cv2.INTER_AREA)), np.float32)
    return waves[:_DCT, :_DCT].ravel()[1:] / np.float32(16)  # the largest that a grey of 0 and 1 can give


def _colours(picture: Picture) -> NDArray[np.float32]:
    """Return the roots of the shares of the colours, of which there are four steps each of red, green and blue."""
    steps = picture.reshape(-1, 3).astype(np.intp) * _COLOURS // 256
    places = (steps[:, 0] * _COLOURS + steps[:, 1]) * _COLOURS + steps[:, 2]
    return _shares(np.bincount(places, minlength=_COLOURS**3))


def _edges(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the roots of the shares that each direction in each cell has of all that changes in the picture.

    Changes count by their square, so that a camera's noise in all directions hardly counts beside an edge.
    """
    along, down = (cv2.Sobel(grey, cv2.CV_32F, dx, 1 - dx) for dx in (1, 0))
    # Half a step on, so that the upright and level edges of made things lie in the middle of a direction.
    direction = (np.arctan2(down, along) % np.pi * (_DIRECTIONS / np.pi) + 0.5).astype(np.intp) % _DIRECTIONS
    rows, columns = np.indices(grey.shape) * _CELLS // SIDE
    places = (rows * _CELLS + columns) * _DIRECTIONS + direction
    strength = along * along + down * down
    return _shares(np.bincount(places.ravel(), strength.ravel(), minlength=_CELLS**2 * _DIRECTIONS))


def _shares(counts: NDArray[np.floating] | NDArray[np.intp]) -> NDArray[np.float32]:
    """Return the roots of the shares (Hellinger's distance is then Euclid's), a row of length 1, or 0 of nothing."""
    shares: NDArray[np.float32] = np.sqrt(counts / max(float(counts.sum()), 1e-9)).astype(np.float32)
    return shares
