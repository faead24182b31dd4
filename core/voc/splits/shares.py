"""How much of a dataset goes to each side of a split."""

from dataclasses import dataclass
from typing import NamedTuple

from core.errors import InvalidValueError

ENOUGH_FOR_A_TEST = 100
"""From so many labelled images on some are kept for a test that no choice of epoch or spec has seen."""


class SideCounts(NamedTuple):
    """How many images there are on each side."""

    train: int
    val: int
    test: int


@dataclass(frozen=True, kw_only=True)
class Shares:
    """How the labelled images are dealt: ``train`` of them to learn from, the rest split again.

    ``test`` is the share of all that is kept for the test, the remainder validates. None: half of the rest where
    there are at least 100 labelled images, else none.

    Raises:
        InvalidValueError: a side that a training cannot do without would get nothing.
    """

    train: float = 0.8
    test: float | None = None

    def __post_init__(self) -> None:
        if not 0 < self.train < 1:
            raise InvalidValueError(f"The share to learn from is between 0 and 1, not {self.train:g}.")
        if self.test is not None and not 0 <= self.test < 1 - self.train:
            most = f"{1 - self.train:g}, for validation needs some as well"
            raise InvalidValueError(f"The share of the test is 0 or more and below {most}, not {self.test:g}.")

    def of(self, count: int) -> tuple[float, float, float]:
        """Return the shares of train, val and test, one in all, of so many labelled images."""
        rest = 1 - self.train
        test = self.test
        if test is None:
            test = rest / 2 if count >= ENOUGH_FOR_A_TEST else 0.0
        return self.train, rest - test, test
