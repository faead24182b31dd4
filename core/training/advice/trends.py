"""What a noisy row of figures says: its slope, how sure that is, its noise. Robust against single outliers."""

from dataclasses import dataclass
from math import floor, inf

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]

SURE = 2.33
"""Standard deviations to either side: one of a hundred flat rows seems to rise, and one to fall."""
MOST_POINTS = 240
"""Longer rows are thinned out to the medians of neighbours: the pairs of all points would be too many."""
_MAD_TO_SIGMA = 1.4826


@dataclass(frozen=True)
class Trend:
    """The slope of a row of figures for each step from one to the next, and the bounds that it surely lies between.

    Where the figures are too few to be sure of anything the bounds are infinite.
    """

    slope: float
    low: float
    high: float

    @property
    def rises(self) -> bool:
        """Whether it surely rises."""
        return self.low > 0

    @property
    def falls(self) -> bool:
        """Whether it surely falls."""
        return self.high < 0


def trend(figures: Figures) -> Trend:
    """Return the trend of the figures (n,), evenly spaced: the Theil-Sen estimator with Sen's bounds.

    The slope is the median of the slopes of all pairs, which a third of the figures may leave without moving it much;
    the bounds count pairs by the variance of Kendall's tau (P. K. Sen, 1968).
    """
    blocks = max(1, -(-len(figures) // MOST_POINTS))
    points = block_medians(figures, blocks)
    count = len(points)
    if count < 2:
        return Trend(0.0, -inf, inf)
    first, second = np.triu_indices(count, 1)
    slopes = np.sort((points[second] - points[first]) / (second - first)) / blocks
    spread = SURE * (count * (count - 1) * (2 * count + 5) / 18) ** 0.5
    low, high = floor((len(slopes) - spread) / 2), len(slopes) - 1 - floor((len(slopes) - spread) / 2)
    if low < 0:
        return Trend(float(np.median(slopes)), -inf, inf)
    return Trend(float(np.median(slopes)), float(slopes[low]), float(slopes[high]))


def noise(figures: Figures) -> float:
    """Return the standard deviation of the figures (n,) about their smooth course; 0 of fewer than four.

    From the median size of their second differences, in which a slope plays no part.
    """
    if len(figures) < 4:
        return 0.0
    bends = np.abs(np.diff(figures, 2))
    return float(_MAD_TO_SIGMA * np.median(bends) / 6**0.5)


def smoothed(figures: Figures, width: int) -> Figures:
    """Return the running median of the figures (n,) over ``width`` neighbours, fewer at the ends."""
    if width < 2 or len(figures) < 3:
        return figures
    half = width // 2
    return np.array([np.median(figures[max(0, at - half) : at + half + 1]) for at in range(len(figures))])


def block_medians(figures: Figures, size: int) -> Figures:
    """Return the medians of each ``size`` figures after one another; a last, shorter block counts with what it has."""
    if size <= 1:
        return figures
    whole = len(figures) // size * size
    medians = np.median(figures[:whole].reshape(-1, size), axis=1)
    rest = figures[whole:]
    return np.append(medians, np.median(rest)) if len(rest) else np.asarray(medians)
