"""What a bulk review asks of suggestions, as a value: everything that is set must hold."""

from dataclasses import dataclass, replace
from enum import StrEnum

from core.errors import InvalidValueError
from core.review.store import Verdict


class Show(StrEnum):
    """What stands in a row.

    How sure an image is, its accepted and corrected suggestions say as well as the open ones.
    """

    SUGGESTIONS = "suggestions"
    """Every suggestion within the range of scores."""
    LOOK_ALIKES = "look-alikes"
    """Suggestions below the upper threshold, of images in which no sure one (at it or above) says their label."""
    UNKNOWN = "unknown"
    """Images in which nothing is sure, each with its best suggestion: the look-alike; some have none at all."""
    LOWEST = "lowest"
    """The images whose best suggestion scores least."""

    @property
    def of_images(self) -> bool:
        """Whether a row stands for a whole image."""
        return self in (Show.UNKNOWN, Show.LOWEST)


class Marked(StrEnum):
    """What is asked of staged and synthetic images, which are told by their tags."""

    IMAGES = "images"
    """Suggestions on such images."""
    LABELS = "labels"
    """Suggestions of labels that are drawn on such images alone."""


@dataclass(frozen=True, kw_only=True)
class Criteria:
    """All that is asked; an empty set asks nothing.

    ``low`` and ``high`` are the two thresholds, 0 to 1. ``labels``, ``models`` (such as ``parts@3``) and ``verdicts``
    name what may be; of ``tags`` the image must have one. ``rare_below``: only labels that are drawn on fewer images
    than that. ``most`` is how many of the lowest images are shown.

    Raises:
        InvalidValueError: the thresholds are no range within 0 and 1, or a count is negative.
    """

    show: Show = Show.SUGGESTIONS
    low: float = 0.0
    high: float = 1.0
    labels: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()
    verdicts: frozenset[Verdict] = frozenset({Verdict.OPEN})
    tags: frozenset[str] = frozenset()
    rare_below: int | None = None
    marked: Marked | None = None
    most: int = 100

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            raise InvalidValueError(f"{self.low} to {self.high} is no range of scores: choose one within 0 and 1.")
        if self.most < 0 or (self.rare_below is not None and self.rare_below < 0):
            raise InvalidValueError("A count of images cannot be negative: choose 0 or more.")

    @property
    def but_scores(self) -> "Criteria":
        """The same without what the thresholds say: what the histogram counts."""
        return replace(self, low=0.0, high=1.0, most=0)
