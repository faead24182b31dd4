"""What a report says, as values: how much a model was used, how good it was as a person judged, what it saved."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

ENOUGH = 30
"""Of so many verdicts a share is worth telling: it is then sure to within 18 points, 19 times out of 20."""


class Step(StrEnum):
    """How long one point of a curve over time is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @classmethod
    def for_days(cls, days: int) -> "Step":
        """Return the step by which so many days are about thirty points or fewer."""
        return cls.DAY if days <= 31 else cls.WEEK if days <= 366 else cls.MONTH


def _sums(one: "Tally | Effort", other: "Tally | Effort") -> dict[str, Any]:
    """Return the sum of the two for each field."""
    return {field.name: getattr(one, field.name) + getattr(other, field.name) for field in fields(one)}


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many suggestions came to which verdict, and how many objects were not suggested at all.

    ``corrected`` were put in the right place under the label that was suggested, ``relabelled`` were given another.
    ``mistaken`` are the things that are there but were suggested as something else: where labels are not told apart
    they are what was relabelled. ``overlap`` is the sum of the IoUs of what was suggested and what was made of it, of
    ``measured`` corrections.

    Of these, ``accepted_at_once`` and ``wrong_at_once`` (rejected or relabelled) were judged by gestures on several
    images: nobody need have looked at each. The rest is looked at: judged one by one, or with its image open.
    """

    accepted: int = 0
    corrected: int = 0
    relabelled: int = 0
    rejected: int = 0
    missed: int = 0
    mistaken: int = 0
    overlap: float = 0.0
    measured: int = 0
    accepted_at_once: int = 0
    wrong_at_once: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**_sums(self, other))

    @property
    def right(self) -> int:
        """How many named a thing that is there: accepted, or put in the right place."""
        return self.accepted + self.corrected

    @property
    def judged(self) -> int:
        """How many suggestions a person has judged."""
        return self.right + self.relabelled + self.rejected

    @property
    def precision(self) -> float | None:
        """The share of what was judged that was right; None where nothing was judged."""
        return self.right / self.judged if self.judged else None

    @property
    def at_once(self) -> int:
        """How many were judged by gestures on several images."""
        return self.accepted_at_once + self.wrong_at_once

    @property
    def is_bound(self) -> bool:
        """Whether precision and recall can only be lower: things were accepted at once, and nothing called wrong so."""
        return self.accepted_at_once > 0 and not self.wrong_at_once

    @property
    def looked_at(self) -> int:
        """How many were judged one by one, or with their image open."""
        return self.judged - self.at_once

    @property
    def precision_looked_at(self) -> float | None:
        """The share of what was looked at that was right; None where that is too few to say."""
        return (self.right - self.accepted_at_once) / self.looked_at if self.looked_at >= ENOUGH else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was suggested rightly; None where nothing is known to be there."""
        there = self.right + self.mistaken + self.missed
        return self.right / there if there else None

    @property
    def mean_overlap(self) -> float | None:
        """The mean IoU of corrections; None where none was measured."""
        return self.overlap / self.measured if self.measured else None


@dataclass(frozen=True, kw_only=True)
class Use:
    """What was done in one period: images looked at, suggestions found, verdicts that stand, objects drawn by hand.

    ``looks`` counts each time a version looked at an image, ``images`` each image once.
    """

    looks: int = 0
    images: int = 0
    found: int = 0
    verdicts: int = 0
    drawn: int = 0


@dataclass(frozen=True, kw_only=True)
class Pace:
    """The seconds that one object, or tag, takes by hand; ``measured`` is from how many of this person's own.

    0 measured: too few were timed, and the number is the stated default.
    """

    seconds: float
    measured: int = 0


@dataclass(frozen=True, kw_only=True)
class Effort:
    """What labelling with a model cost, and what the same objects and tags would have cost by hand.

    ``actions`` and ``seconds`` are with the model, ``hand_actions`` and ``hand_seconds`` without. What was judged at
    once on several images is in the actions alone. ``looks`` is how often it was timed how long one thing took.
    """

    objects: int = 0
    tags: int = 0
    actions: int = 0
    seconds: float = 0.0
    hand_actions: int = 0
    hand_seconds: float = 0.0
    looks: int = 0

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(**_sums(self, other))

    @property
    def saved_actions(self) -> float | None:
        """The share of actions that was saved, below 0 where the model cost more; None where nothing was labelled."""
        return 1 - self.actions / self.hand_actions if self.hand_actions else None

    @property
    def is_timed(self) -> bool:
        """Whether enough was timed to tell the time; otherwise the actions alone tell something."""
        return self.looks >= ENOUGH

    @property
    def saved_seconds(self) -> float | None:
        """The seconds saved; below 0 where the model cost more, None where too little was timed to say."""
        return self.hand_seconds - self.seconds if self.is_timed else None


@dataclass(frozen=True, kw_only=True)
class Report:
    """All that the review log shows of one dataset.

    ``periods`` are the first days of days, weeks (from Monday) or months (``step``), without gaps; ``use``,
    ``over_time`` and ``effort_over_time`` have one value for each. The others go by version (newest last), by tenth of
    the score (of ten, 0 to 0.1 first) and by label. What was missed has no score and is not in ``by_band``. ``by_lot``
    goes by version as well, but counts only images that were drawn by lot: what was labelled because a model was unsure
    of it says less of how good the model is.
    """

    dataset: str
    made: datetime
    step: Step
    periods: tuple[date, ...]
    use: tuple[Use, ...]
    total_use: Use
    total: Tally
    over_time: tuple[Tally, ...]
    by_version: dict[str, Tally]
    by_lot: dict[str, Tally]
    by_band: tuple[Tally, ...]
    by_label: dict[str, Tally]
    effort: Effort
    effort_over_time: tuple[Effort, ...]
    effort_by_version: dict[str, Effort]
    object_pace: Pace
    tag_pace: Pace

    @property
    def is_empty(self) -> bool:
        """Whether no version has looked at an image yet and nobody has judged anything."""
        return not self.periods
