"""Whether an earlier version did clearly better than the one that is used, as far as their cards can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.inference.model_folder import ModelFolder

if TYPE_CHECKING:
    from core.inference.model_card import ModelCard

CLEARLY = 0.03
"""A headline figure (0 to 1) that is lower by less may be chance: few dozens of validation images sway it as much."""


@dataclass(frozen=True)
class Better:
    """An earlier version and the one that is used, by the figure ``metric`` on the same ``images``."""

    earlier: ModelFolder
    used: ModelFolder
    metric: str
    figures: tuple[float, float]
    """Of the earlier one and of the one that is used, 0 to 1."""
    images: int
    """On how many validation images both were measured."""


def better_than(used: ModelFolder, versions: Iterable[ModelFolder]) -> Better | None:
    """Return the best of the versions made before ``used``, if its headline figure is clearly better.

    Only those are compared that do the same task with the same labels and were measured by the same figure on the very
    same validation images (as their cards' hashes say); of all others it is not known. Each figure is of its own time:
    annotations that were changed in between show in it.
    """
    own, split = _headline(used.card), used.card.split
    if own is None or split is None:
        return None
    metric, figure = own
    found = None
    for one in versions:
        theirs = _headline(one.card)
        if theirs is None or theirs[0] != metric or not _alike(one.card, used.card):
            continue
        if theirs[1] - figure >= CLEARLY and (found is None or theirs[1] > found.figures[0]):
            found = Better(one, used, metric, (theirs[1], figure), split.val_images)
    return found


def _headline(card: "ModelCard") -> tuple[str, float] | None:
    """Return the figure that a version is first judged by, with its name."""
    for name, value in card.metrics.values.items() if card.metrics is not None else ():
        return None if value is None else (name, value)
    return None


def _alike(earlier: "ModelCard", used: "ModelCard") -> bool:
    """Tell whether the figures of two versions can be compared, and the first one is the older."""
    return (
        earlier.created < used.created
        and earlier.task == used.task
        and sorted(earlier.labels) == sorted(used.labels)
        and earlier.split is not None
        and used.split is not None
        and earlier.split.val_hash == used.split.val_hash
    )
