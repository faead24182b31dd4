"""A run's curves as the rules look at them: losses as logarithms.

The noise of a loss is a share of it, and halving means the same anywhere.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.training.advice.curves import Curves
from core.training.advice.trends import Figures
from core.training.model_kinds import Recipe

if TYPE_CHECKING:
    from core.training.spec import Spec

_TINY = 1e-4


@dataclass(frozen=True, eq=False)
class Sight:
    """The curves of one run as the rules look at them, its spec, and the recipe that the spec departs from."""

    curves: Curves
    spec: "Spec"
    usual: Recipe
    train: Figures
    val: Figures

    @classmethod
    def of(cls, curves: Curves, spec: "Spec", usual: Recipe) -> "Sight":
        """Return the sight of curves; what is not finite counts as not measured."""
        return cls(curves, spec, usual, logs_of(curves.train), logs_of(curves.val))

    @property
    def width(self) -> int:
        """Over how many epochs figures are smoothed."""
        return int(np.clip(self.curves.count // 6, 1, 5))

    @property
    def measured(self) -> bool:
        """Whether every epoch was validated."""
        return bool(np.isfinite(self.val).all() and np.isfinite(self.curves.quality).all())

    def last(self, figures: Figures) -> float:
        """Return the median of the last few figures."""
        return float(np.median(figures[-max(2, self.width) :]))


def logs_of(figures: Figures) -> Figures:
    """Return the logarithms of losses, of very small ones that of a ten-thousandth of the largest."""
    finite = figures[np.isfinite(figures)]
    least = max(float(finite.max()) * _TINY, 1e-12) if len(finite) else 1.0
    with np.errstate(invalid="ignore"):
        return np.asarray(np.log(np.maximum(np.where(np.isfinite(figures), figures, np.nan), least)))
