"""What a sweep over learning rates says: the smoothed curve, and the rate at which the loss falls fastest.

After Smith, "Cyclical Learning Rates for Training Neural Networks" (WACV 2017, section 3.3): the rate grows from step
to step until the loss runs away; where it falls most steeply, the network learns fastest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LOWEST, HIGHEST = 1e-6, 1.0
"""The ends of a sweep."""
RUNAWAY = 3.0
"""A smoothed loss above this times its lowest has run away; the sweep ends there."""
_KEPT = 0.85
_LEAST = 12
"""Fewer steps than this say nothing."""
_WORTH = 0.03
"""A loss that falls by less than this share in the whole sweep teaches nothing about the rate."""


@dataclass(frozen=True, kw_only=True)
class RateCurve:
    """The rates and losses of a sweep, the losses smoothed, and the rate suggested (None where none can be)."""

    rates: tuple[float, ...]
    losses: tuple[float, ...]
    smoothed: tuple[float, ...]
    suggestion: float | None

    @property
    def sentence(self) -> str:
        """What came of the sweep, for a person at the command line."""
        if self.suggestion is None:
            return "No learning rate stands out: the loss hardly fell in the sweep; keep the recipe's."
        return f"The loss falls fastest at a learning rate of {self.suggestion:g}."


def rates_of(steps: int, lowest: float = LOWEST, highest: float = HIGHEST) -> NDArray[np.float64]:
    """Return the rates of a sweep of so many steps, each the same factor above the last."""
    return np.geomspace(lowest, highest, steps)


def smoothed(losses: Sequence[float], kept: float = _KEPT) -> NDArray[np.float64]:
    """Return the mean of two moving averages, one from either end, that keep that share of themselves at each step.

    One alone lags behind by some steps, and the rate that is read off it would be too high by as much.
    """
    return (_average(losses, kept) + _average(losses[::-1], kept)[::-1]) / 2


def _average(losses: Sequence[float], kept: float) -> NDArray[np.float64]:
    """Return the moving average without a pull to 0 at its start."""
    average, out = 0.0, np.empty(len(losses))
    for step, loss in enumerate(losses):
        average = kept * average + (1 - kept) * loss
        out[step] = average / (1 - kept ** (step + 1))
    return out


def has_run_away(losses: Sequence[float]) -> bool:
    """Tell whether the sweep may end: the loss is no number, or far above its lowest."""
    if not losses or not np.isfinite(losses[-1]):
        return bool(losses)
    line = _average(losses, _KEPT)
    return len(losses) >= _LEAST and bool(line[-1] > RUNAWAY * line.min())


def curve_of(rates: Sequence[float], losses: Sequence[float]) -> RateCurve:
    """Return the curve of a sweep, with the rate of the steepest fall before the lowest point.

    The slope is that of a straight line through a tenth of the sweep, so that one lucky batch decides nothing.
    """
    count = next((place for place, loss in enumerate(losses) if not np.isfinite(loss)), len(losses))
    line = smoothed(losses[:count])
    known = np.asarray(rates[:count], float)
    return RateCurve(
        rates=tuple(known.tolist()),
        losses=tuple(float(loss) for loss in losses[:count]),
        smoothed=tuple(line.tolist()),
        suggestion=_steepest(known, line) if count >= _LEAST else None,
    )


def _steepest(rates: NDArray[np.float64], line: NDArray[np.float64]) -> float | None:
    """Return the rate in the middle of the steepest stretch of the fall to the lowest point."""
    lowest = int(line.argmin())
    highest = float(line[: lowest + 1].max())
    if lowest < 2 or highest - line[lowest] < _WORTH * abs(highest):
        return None
    width = max(3, len(line) // 10)
    starts = range(max(1, lowest - width + 2))
    logs = np.log(rates)
    slopes = [np.polyfit(logs[start : start + width], line[start : start + width], 1)[0] for start in starts]
    best = int(np.argmin(slopes))
    middle = float(np.exp(logs[best : best + width].mean()))
    return rounded(middle) if slopes[best] < 0 else None


def rounded(rate: float) -> float:
    """Return the rate with two digits: more would pretend to an exactness that it does not have."""
    return float(f"{rate:.1e}")
