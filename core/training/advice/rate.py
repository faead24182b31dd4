"""Whether the steps were too large: does the loss climb, jump, or not fall at all?"""

from math import exp

import numpy as np

from core.training.advice import kinds, remedies
from core.training.advice.sight import Sight, logs_of
from core.training.advice.trends import Figures, block_medians, noise
from core.training.advice.values import Advice

_SIGMAS = 3.5
_BLOCKS = 24
_LEAST_STEPS = 48


def rate_too_high(sight: Sight) -> Advice | None:
    """Look at the losses of the steps: is one no number, do they climb, jump, or not fall at all?"""
    losses, broke_at = sight.curves.losses, sight.curves.broke_at
    if broke_at is not None:
        return _rate(sight, 3, step=broke_at)
    if len(losses) < _LEAST_STEPS:
        return None
    logs = logs_of(losses)
    return _climbing(sight, logs) or _jumping(sight, logs) or _stuck(sight, logs)


def _climbing(sight: Sight, logs: Figures) -> Advice | None:
    """Tell whether the loss has risen from where it was, and stayed up for a while."""
    size = max(8, len(logs) // _BLOCKS)
    blocks = block_medians(logs, size)
    wobble = 1.25 * noise(logs) / size**0.5
    lowest = np.minimum.accumulate(blocks)
    # Three blocks after one another must lie higher, or the last ones there are.
    floor = np.array([blocks[at : at + 3].min() for at in range(1, max(2, len(blocks) - 2))])
    rises = floor - lowest[: len(floor)]
    at = int(np.argmax(rises))
    if len(blocks) < 5 or rises[at] < np.log(1.3) + _SIGMAS * wobble * 2**0.5:
        return None
    low = int(np.argmin(blocks[: at + 1]))
    steps = sight.curves.steps
    return _rate(sight, 0, low=exp(blocks[low]), low_step=steps[min(low * size, len(steps) - 1)],
                 high=exp(floor[at]), high_step=steps[min((at + 2) * size, len(steps) - 1)])  # fmt: skip


def _jumping(sight: Sight, logs: Figures) -> Advice | None:
    """Tell whether single steps leap far above those around them, more often than the noise of batches explains."""
    late = logs[len(logs) // 10 :]
    around = _around(late)
    above = late - around
    sigma = 1.4826 * float(np.median(np.abs(above)))
    limit = max(np.log(2.5), 4.5 * sigma)
    jumps = int((above > limit).sum())
    if jumps < 4 or jumps < 0.015 * len(late):
        return None
    return _rate(sight, 1, count=jumps, steps=len(late), times=exp(limit))


def _stuck(sight: Sight, logs: Figures) -> Advice | None:
    """Tell whether next to nothing was learned at a rate well above the recipe's."""
    curves = sight.curves
    if sight.spec.learning_rate < 3 * sight.usual.learning_rate or curves.share < 0.3:
        return None
    first, last = float(np.median(logs[:16])), float(np.median(logs[-max(16, len(logs) // 5) :]))
    if last < first + np.log(0.75) or (curves.quality > 0.1).any():
        return None
    return _rate(sight, 2, low=exp(first), high=exp(last), steps=int(curves.steps[-1]), usual=sight.usual.learning_rate)


def _rate(sight: Sight, evidence: int, **figures: object) -> Advice:
    rate = sight.spec.learning_rate
    figures = {"rate": rate, **figures}
    wanted = sight.usual.learning_rate if rate > 2 * sight.usual.learning_rate else rate / 3
    return Advice(kind=kinds.RATE_TOO_HIGH.name, evidence=evidence, figures=figures,
                  remedies=(remedies.lower_rate(wanted),))  # fmt: skip


def _around(figures: Figures) -> Figures:
    """Return for each figure the median of the block of neighbours that it lies in."""
    size = int(np.clip(len(figures) // 12, 16, 200))
    medians = block_medians(figures, size)
    places = (np.arange(len(figures)) + 0.5) / size - 0.5
    return np.interp(places, np.arange(len(medians)), medians)
