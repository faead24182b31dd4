"""What is kept of a model's work and of a person's answers to it: the values that go into the review log."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.geometry import Shape
from core.inference.suggestion import Suggestion


class Verdict(StrEnum):
    """What a person said of a suggestion; OPEN stands for nothing yet, or for a verdict taken back."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A verdict with what is known beside it.

    ``iou`` (0 to 1) is how much the suggested shape and the one that a person made of it have in common, for what was
    corrected; for what was accepted but was there already, and so spared nobody any work, what it has in common with
    that. ``label`` is what it was made, where that is another than was suggested.
    """

    verdict: Verdict
    iou: float | None = None
    label: str | None = None


class Source(StrEnum):
    """Why a version looked at an image."""

    PRELABEL = "prelabel"
    """A person had it look at many."""
    ASSIST = "assist"
    """The image was opened."""
    WATCH = "watch"
    """The image arrived in a watched folder."""
    COMMAND = "command"
    """The command line asked."""


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """One look of a version (``model``, such as ``parts@3``) at an image, with all that it suggests there."""

    image: str
    model: str
    suggestions: Sequence[Suggestion] = ()
    source: Source = Source.PRELABEL


@dataclass(frozen=True, kw_only=True)
class Missed:
    """An object that a person drew on an image at which a version had looked without suggesting it.

    ``shape`` None is a tag.
    """

    image: str
    model: str
    label: str
    shape: Shape | None


class Doing(StrEnum):
    """What a person did by hand, without a suggestion."""

    DRAWN = "drawn"
    MOVED = "moved"
    RELABELLED = "relabelled"
    DELETED = "deleted"
    TAGGED = "tagged"


@dataclass(frozen=True, kw_only=True)
class Work:
    """One thing done by hand on an image, to an object or a tag of that label."""

    image: str
    what: Doing
    label: str
