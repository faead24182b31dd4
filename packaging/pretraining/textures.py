"""Textures drawn by formulas: brushed metal, noise, weave, wood, cells, grain; each of mean 0 and spread 1."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]
Rng = np.random.Generator

SIDE = 320
"""Rows and columns of a texture in the stock; pictures are pieces of it, turned and scaled."""


def normal(plane: NDArray[np.floating]) -> Plane:
    """Return the plane with mean 0 and spread 1."""
    mean, spread = cv2.meanStdDev(np.asarray(plane, np.float32))
    return np.asarray((plane - np.float32(mean[0, 0])) / np.float32(spread[0, 0] + 1e-6), np.float32)


def noise(rng: Rng, side: int, cell: float) -> Plane:
    """Return smooth noise whose blobs are about ``cell`` pixels wide."""
    count = max(2, int(side / cell) + 2)
    coarse = rng.standard_normal((count, count), np.float32)
    return np.asarray(cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC), np.float32)


def several_scales(rng: Rng, side: int = SIDE) -> Plane:
    """Return noise of several widths together, as of clouds, stone or skin; how rough it is differs."""
    rough = rng.uniform(0.3, 1.2)
    cells = 2.0 ** np.arange(0, 7)
    return normal(sum(noise(rng, side, cell) * cell**rough for cell in cells if rng.random() < 0.8))


def brushed(rng: Rng, side: int = SIDE) -> Plane:
    """Return lines as of brushed or ground metal: what lies along them hardly changes."""
    across = sum(noise(rng, side, cell)[:1] * cell**0.5 for cell in (1.0, 2.0, 5.0, 24.0) if rng.random() < 0.7)
    lines = normal(np.repeat(across + rng.standard_normal((1, side)) * 0.3, side, axis=0))
    spots = np.exp(rng.uniform(0.5, 3) * (rng.random((1, side)) ** 12)).astype(np.float32)  # some lines shine
    fine = rng.standard_normal((side, side)).astype(np.float32)
    long = cv2.GaussianBlur(fine, (1, 0), 0.1, sigmaY=rng.uniform(3, 20))
    fading = 1 + 0.4 * normal(noise(rng, side, rng.uniform(40, 200)))
    return normal((lines * spots + rng.uniform(0.2, 1) * normal(long)) * fading)


def weave(rng: Rng, side: int = SIDE) -> Plane:
    """Return threads that cross each other."""
    row, column = np.mgrid[:side, :side].astype(np.float32)
    pitch = rng.uniform(4, 14, 2)
    bent = noise(rng, side, 30) * rng.uniform(0, 1.5)
    wave = np.sin(2 * np.pi * (row + bent) / pitch[0]) * np.sin(2 * np.pi * (column + bent) / pitch[1])
    return normal(np.abs(wave) ** rng.uniform(0.5, 2) + 0.2 * rng.standard_normal((side, side)))


def wood(rng: Rng, side: int = SIDE) -> Plane:
    """Return rings and fibres as of wood."""
    row, column = np.mgrid[:side, :side].astype(np.float32) / side
    way = (column - rng.uniform(-1, 2)) * rng.uniform(4, 14) + row * rng.uniform(0, 2) + 0.5 * noise(rng, side, 80)
    rings = np.abs(np.mod(way, 1) - rng.uniform(0.2, 0.8))
    return normal(rings + 0.15 * brushed(rng, side))


def cells(rng: Rng, side: int = SIDE) -> Plane:
    """Return blobs or grains that touch, as of tissue, gravel or paint: thresholded or folded noise."""
    plane = normal(noise(rng, side, rng.uniform(5, 25)) + 0.4 * noise(rng, side, rng.uniform(3, 8)))
    folded = np.abs(plane) if rng.random() < 0.5 else np.tanh(plane * rng.uniform(1, 6))
    return normal(folded + 0.1 * rng.standard_normal((side, side)))


def grain(rng: Rng, side: int = SIDE) -> Plane:
    """Return the fine noise of a sensor or of sand."""
    fine = rng.standard_normal((side, side)).astype(np.float32)
    return normal(cv2.GaussianBlur(fine, (0, 0), rng.uniform(0.2, 1.2)))


def steps(rng: Rng, side: int = SIDE) -> Plane:
    """Return bands of different light along one way, as of tubes, boards or shutters."""
    edges = np.sort(rng.uniform(0, side, rng.integers(3, 12)))
    levels = rng.standard_normal(len(edges) + 1)
    across = cv2.GaussianBlur(levels[np.searchsorted(edges, np.arange(side))][None].astype(np.float32), (0, 0), 1.5)
    return normal(np.repeat(across, side, axis=0) + 0.2 * grain(rng, side))


KINDS: tuple[Callable[[Rng], Plane], ...] = (
    several_scales, several_scales, brushed, brushed, brushed, weave, wood, cells, grain, steps,
)  # fmt: skip


class Stock:
    """Textures kept in memory, of which pieces are cut; one is drawn anew for every few pieces."""

    def __init__(self, rng: Rng, count: int = 60, renew_every: int = 12) -> None:
        self._rng = rng
        self._planes = [KINDS[place % len(KINDS)](rng) for place in range(count)]
        self._renew_every = renew_every
        self._cut = 0

    def piece(self, side: int) -> Plane:
        """Return a piece ``side`` x ``side`` of one of them, turned by chance and larger or smaller."""
        rng = self._rng
        self._cut += 1
        if self._cut % self._renew_every == 0:
            self._planes[rng.integers(len(self._planes))] = KINDS[rng.integers(len(KINDS))](rng)
        angle = rng.uniform(0, np.pi) if rng.random() < 0.4 else rng.integers(4) * np.pi / 2 + rng.normal(0, 0.03)
        scale = np.exp(rng.uniform(np.log(0.5), np.log(1.8)))
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) * scale
        middle = rng.uniform(0.3, 0.7, 2) * SIDE
        matrix = np.column_stack([turn, middle - turn @ np.full(2, side / 2)])
        plane = self._planes[rng.integers(len(self._planes))]
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(plane, matrix, (side, side), flags=flags, borderMode=cv2.BORDER_REFLECT))
