"""An image that is proposed for labelling, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of reasons, by the fields of :class:`Reason` that each fills."""

    UNSURE = "unsure"
    """``count`` suggestions score between ``low`` and ``high``, about the threshold: it may or may not be there."""
    DISAGREE = "disagree"
    """Two versions differ by ``count`` things."""
    RARE = "rare"
    """It looks as if ``label`` were here, of which ``count`` are labelled."""
    UNLIKE = "unlike"
    """The nearest image that is labelled, or proposed before this one, is at ``distance``.

    At 1 lie two images of this dataset that were picked at random."""
    TYPICAL = "typical"
    """Nothing is labelled yet, and this image is nearest to the middle of all."""
    RANDOM = "random"
    """It was drawn by lot, whatever it shows, so that what is measured on such images holds for all of them."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason; which fields count is a matter of the kind. Scores are from 0 to 1."""

    kind: Kind
    count: int = 0
    low: float = 0.0
    high: float = 0.0
    label: str = ""
    distance: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """An image, how much it is expected to teach beside the others, and why, the weightiest reason first.

    ``score`` falls from one to the next but for those drawn by lot, which are ``random``.
    """

    image: str
    score: float
    reasons: tuple[Reason, ...]
    random: bool = False
