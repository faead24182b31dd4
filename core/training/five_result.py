"""What came of learning five images by heart, as it is kept in a trial's folder."""

from dataclasses import dataclass

from core.training.diagnosis import Cause, Diagnosis


@dataclass(frozen=True, kw_only=True)
class SeenImage:
    """One of the images: what is there and what was found, as boxes (x0, y0, x1, y1) in its pixels, with labels."""

    name: str
    size: tuple[int, int]
    truth: tuple[tuple[float, float, float, float], ...]
    truth_labels: tuple[str, ...]
    found: tuple[tuple[float, float, float, float], ...]
    found_labels: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FiveResult:
    """The likely cause where something is wrong, and what was seen in each image, after so many ``steps``."""

    diagnosis: Diagnosis
    images: tuple[SeenImage, ...]
    steps: int
    learning_rate: float

    @property
    def sentence(self) -> str:
        """What came of it, and what to do, for a person at the command line."""
        found = self.diagnosis
        share = f"{found.recall:.0%} of {found.objects} objects found"
        return {
            Cause.NONE: f"All is well: after {self.steps} steps {share}, each at its place with its label.",
            Cause.SHIFTED: f"Labels shifted: what is found lies {_pair(found.shift)} pixels beside the objects "
            f"({share}): look whether boxes were moved by another program, and at the project's pixel convention.",
            Cause.SWAPPED: f"Labels swapped: {_swaps(found.swaps)} ({share}): look at the order of the labels where "
            "they were imported.",
            Cause.RESIZED: f"Resize mismatch: what is found is {_pair(found.factor)} times as large ({share}): look "
            "whether the images were resized after they had been labelled.",
            Cause.RATE_HIGH: f"Learning rate too high at {self.learning_rate:g}: the loss went from "
            f"{_loss(found.first_loss)} to {_loss(found.last_loss)}; take a tenth of it.",
            Cause.RATE_LOW: f"Learning rate too low at {self.learning_rate:g}: in {self.steps} steps the loss went "
            f"from {_loss(found.first_loss)} to {_loss(found.last_loss)} only; take ten times as much.",
            Cause.UNKNOWN: f"Something is wrong, and what it is cannot be told: after {self.steps} steps {share}, the "
            f"loss went from {_loss(found.first_loss)} to {_loss(found.last_loss)}; look at the images and their "
            "labels, or try on a quicker computer.",
        }[found.cause]


def _pair(values: tuple[float, float] | None) -> str:
    return " and ".join(f"{value:.3g}" for value in values or ())


def _swaps(swaps: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"'{true}' is found as '{found}'" for true, found in swaps)


def _loss(value: float | None) -> str:
    return "no number" if value is None else f"{value:.3g}"
