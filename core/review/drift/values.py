"""What is said of how far new images differ from those that a model learned from."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

MEASURES = ("brightness", "contrast", "sharpness")
"""What a camera decides of a picture; the order of the columns of :class:`Seen`."""


@dataclass(frozen=True, eq=False)
class Seen:
    """What some images look like: their ``names``, ``embeddings`` float32 (n, D), ``measures`` float32 (n, 3).

    They stand in the order in which they were taken, or of their names: neighbours are probably alike.
    """

    names: tuple[str, ...]
    embeddings: NDArray[np.float32]
    measures: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.names)

    def thinned(self, most: int) -> "Seen":
        """Return at most so many of them, evenly spread over their order."""
        if len(self) <= most:
            return self
        kept = np.linspace(0, len(self) - 1, most).round().astype(int)
        return Seen(tuple(self.names[place] for place in kept), self.embeddings[kept], self.measures[kept])


class Level(StrEnum):
    """How much new images differ."""

    TOO_FEW = "too few"
    """There are too few images, on either side, for a test."""
    SAME = "same"
    UNEVEN = "uneven"
    """As a whole they are another mix, but each is like some that the model learned from: a series, or a light that was
    there before. No alarm."""
    DRIFT = "drift"
    """They are unlike what the model learned from."""


@dataclass(frozen=True, kw_only=True)
class Shift:
    """One measure of the new images against the training images: both means, and the test's p.

    ``by`` is the difference of the means in standard deviations of the training images.
    """

    measure: str
    reference: float
    recent: float
    by: float
    p: float


@dataclass(frozen=True, kw_only=True)
class Odd:
    """An image that differs much: how many times as far from the training images as these are from each other."""

    image: str
    times: float


@dataclass(frozen=True, kw_only=True)
class Drift:
    """What the tests say.

    ``p_unlike`` is how probable it would be to find images at least this far from the training images, were they of
    the same kind; ``p_mix`` likewise of the mix of images as a whole (both corrected for the number of tests).
    ``outside`` of the ``recent`` images lie farther from the training images than 19 of 20 of these do from each other.
    ``effect`` is the chance that a new image lies farther off than a training image: 0.5 is no difference, 1 is all.
    ``odd`` are the images that differ most, the worst first.
    """

    model: str
    by: str
    level: Level
    reference: int
    recent: int
    p_unlike: float = 1.0
    p_mix: float = 1.0
    effect: float = 0.5
    outside: int = 0
    shifts: tuple[Shift, ...] = ()
    odd: tuple[Odd, ...] = ()
