"""What the curves of a run show, one finding at most: the gravest that is sure, and nothing where nothing is.

A finding needs both: a change that matters (the constants below) and one that noise alone does not explain.
"""

from collections.abc import Callable
from math import exp, sqrt

import numpy as np

from core.training.advice import kinds, remedies
from core.training.advice.rate import rate_too_high
from core.training.advice.sight import Sight
from core.training.advice.trends import Figures, noise, smoothed, trend
from core.training.advice.values import Advice

GAP = 1.5
"""So many times the training loss, the validation loss is far above it; augmentation and chance explain less."""
ALIKE = 1.25
"""Within this factor the two losses are alike."""
RISE = 1.1
"""By this factor a loss must rise to matter."""
REST = 0.09
"""A loss that falls by a smaller share over the last half has come to rest, as far as a person cares."""
GAIN = 0.04
"""A headline figure that rises by less over the epochs looked at has too."""
STILL = 0.14
"""A run is still learning whose last third brought this share of all that its loss fell; 0.33 is a straight line."""
GOOD = 0.6
"""From here on nobody would say that a model learns too little."""
PERFECT = 0.97
"""From here on there is nothing to be gained."""
_HARDLY = 0.2
_FEW = 30
_OFTEN = 8
_NOTHING = 0.1
_HOLDS = 0.5
"""Where two sets are of one world, a fall of the one loss comes with at least this share of it in the other."""
_SIGMAS = 3.5


def diagnose(sight: Sight) -> Advice | None:
    """Return what is wrong with the run, if something is."""
    rules: tuple[Callable[[Sight], Advice | None], ...] = (
        rate_too_high, different_worlds, overfitting, plateau, underfitting, too_few_epochs,
    )  # fmt: skip
    return next((found for rule in rules if (found := rule(sight)) is not None), None)


def different_worlds(sight: Sight) -> Advice | None:
    """Tell whether the validation loss stays up while the training loss comes down, from the beginning on.

    Few images, or images seen very often, are learned by heart at once: their curves look alike, and tell nothing.
    """
    curves, count = sight.curves, sight.curves.count
    if count < 5 or not sight.measured or 0 < curves.images < _FEW or sight.spec.repeats > _OFTEN:
        return None
    val, train = smoothed(sight.val, max(3, sight.width)), smoothed(sight.train, max(3, sight.width))
    best = int(np.argmin(val))
    nothing = sight.curves.quality.max() < _NOTHING  # then the whole fall of the training loss taught nothing
    learned = train[0] - (train[-1] if nothing else train[best])
    held = val[0] - val[best] < _HOLDS * max(learned, 0.2) - (0 if nothing else noise(sight.val))
    apart = sight.last(sight.val - sight.train) > np.log(GAP) + noise(sight.val - sight.train)
    if not held or not apart or sight.last(sight.train) > train[0] + np.log(0.85):
        return None
    figures = {"train_then": exp(train[0]), "val_then": exp(val[0]), **_losses(sight)}
    return Advice(
        kind=kinds.DIFFERENT_WORLDS.name, figures=figures,
        remedies=remedies.known((
            remedies.plain(kinds.SPLIT_ANEW), remedies.more_augmentation(sight.spec, light_only=True)
        )),
    )  # fmt: skip


def overfitting(sight: Sight) -> Advice | None:
    """Tell whether the training loss goes on falling while the validation loss rises, or is left far behind."""
    curves, count = sight.curves, sight.curves.count
    if count < 6 or not sight.measured:
        return None
    width = max(3, sight.width)
    val, train = smoothed(sight.val, width), smoothed(sight.train, width)
    best = int(np.argmin(val[: count - 2]))
    after = slice(best, count)
    span = count - best
    if span < max(4, count // 8) or _surely_gains(curves.quality[-max(4, span // 2) :]):
        return None
    wobble = noise(sight.val) * (2 / width) ** 0.5
    rise, fall = sight.last(sight.val) - val[best], sight.last(sight.train) - train[best]
    risen = rise > np.log(RISE) + 2 * wobble and trend(sight.val[after]).rises
    gap = sight.last(sight.val - sight.train)
    left_behind = gap > np.log(GAP) and gap - (val[best] - train[best]) > np.log(1.2) + _SIGMAS * wobble and rise > 0
    if not (risen or left_behind) or fall > np.log(0.95):
        return None
    figures = {"best": int(curves.epochs[best]), "lowest": exp(val[best]), "train_then": exp(train[best])}
    return Advice(
        kind=kinds.OVERFITTING.name, figures={**figures, **_losses(sight)},
        remedies=remedies.known((
            remedies.plain(kinds.MORE_DATA), remedies.more_augmentation(sight.spec),
            remedies.backbone(sight.spec, -1),
        )),
    )  # fmt: skip


def plateau(sight: Sight) -> Advice | None:
    """Tell whether for a good while nothing has become better, with a good while to come or just gone by in vain."""
    curves, count = sight.curves, sight.curves.count
    left = max(0, curves.planned - count)
    if count < 10 or not sight.measured or (curves.running and left < max(3, 0.2 * curves.planned)):
        return None
    shares = (0.65, 0.5, 0.4) if curves.running else (0.6,)
    windows = [last for share in shares if 8 <= (last := round(share * count)) <= count - 2]
    rested = next((last for last in windows if _at_rest(sight, last)), None)
    full = next((last for last in windows if curves.running and curves.quality[-last:].min() >= PERFECT), None)
    window, value = rested or full, sight.last(curves.quality)
    if window is None or (not curves.running and value < GOOD):
        return None  # with a poor figure at the end, that it learns too little is the graver finding
    figures = {"change": exp(trend(sight.val[-window:]).slope * window) - 1, "value": value, "left": left,
               "gain": trend(curves.quality[-window:]).slope * window}  # fmt: skip
    return Advice(
        kind=kinds.PLATEAU.name, evidence=2 if rested is None else 0 if curves.running else 1,
        figures={"epochs": window, "metric": curves.metric, **figures},
        remedies=(remedies.fewer_epochs(max(1, count - window + 2)),),
    )  # fmt: skip


def _at_rest(sight: Sight, window: int) -> bool:
    """Tell whether over the last ``window`` epochs no figure becomes better, as far as their noise lets one tell."""
    for row, by, at_most in ((-sight.train, 0.045, 0.14), (-sight.val, 0.06, 0.15), (sight.curves.quality, 0.03, 0.06)):
        recent = row[-window:]
        better = trend(recent).slope * window
        if better > by or better + _unsure(recent) > at_most:
            return False
    return True


def _unsure(row: Figures) -> float:
    """Return how far a straight line's change over the row (n,) may be off by the row's noise, in 19 of 20 cases."""
    return 1.64 * noise(row) * sqrt(12 / len(row))


def _surely_gains(quality: Figures) -> bool:
    """Tell whether the headline figure has risen over the row (n,) by more than its noise explains."""
    return trend(quality).slope * len(quality) - _unsure(quality) > GAIN / 2


def underfitting(sight: Sight) -> Advice | None:
    """Tell whether both losses have come to rest side by side while the headline figure is poor."""
    curves, count = sight.curves, sight.curves.count
    if count < 6 or not sight.measured or curves.share < 0.6:
        return None
    window = max(5, count // 2)
    quality = trend(curves.quality[-window:]).slope * window
    change = trend(sight.train[-window:]).slope * window
    value = sight.last(curves.quality)
    gap = float(np.median((sight.val - sight.train)[-window:]))
    slow = _seen_little(sight) and _still_learning(sight)
    if value >= GOOD or gap > np.log(ALIKE) or _falls(sight) or quality > GAIN or slow:
        return None
    figures = {"epochs": window, "change": exp(change) - 1, "value": value, "metric": curves.metric}
    return Advice(
        kind=kinds.UNDERFITTING.name, figures={**figures, **_losses(sight)},
        remedies=remedies.known((
            remedies.backbone(sight.spec, 1), remedies.less_augmentation(sight.spec),
            remedies.larger_pictures(sight.spec),
        )),
    )  # fmt: skip


def too_few_epochs(sight: Sight) -> Advice | None:
    """Tell whether a run that is over was still becoming better at its end."""
    curves, count = sight.curves, sight.curves.count
    if curves.running or curves.state == "failed" or not sight.measured or not _still_learning(sight):
        return None
    if not (_falls(sight) or _seen_little(sight)):
        return None
    third = max(2, count // 3)
    value, gain = sight.last(curves.quality), trend(curves.quality[-max(3, -(-count // 2)) :]).slope * third
    if value >= PERFECT or (gain < GAIN and value > _HARDLY):
        return None
    change = trend(sight.val[-max(3, -(-count // 2)) :]).slope * third
    figures = {"epochs": third, "change": exp(change) - 1, "gain": gain, "value": value, "metric": curves.metric}
    return Advice(
        kind=kinds.TOO_FEW_EPOCHS.name, figures=figures,
        remedies=remedies.known((
            remedies.more_epochs(sight.spec, count), remedies.going_on(curves.model, count),
        )),
    )  # fmt: skip


def _falls(sight: Sight) -> bool:
    """Tell whether a loss still fell by a share that matters over the last half."""
    window = max(5, sight.curves.count // 2)
    return any(trend(losses[-window:]).slope * window < -REST for losses in (sight.train, sight.val))


def _seen_little(sight: Sight) -> bool:
    """Tell whether each image was seen less than half as often as the recipe has it."""
    return sight.curves.count * sight.spec.repeats < sight.usual.epochs * sight.usual.repeats / 2


def _still_learning(sight: Sight) -> bool:
    """Tell whether the last third brought a good share of all that the validation loss has fallen, and surely so.

    A run that has learned what it can falls steeply at first and little at its end, whatever the loss is made of.
    """
    count = sight.curves.count
    if count < 3:
        return False
    half, third = max(3, -(-count // 2)), max(1, count // 3)
    for losses in (sight.curves.val, sight.curves.train):
        recent = trend(losses[-half:])
        fallen = float(np.median(losses[: max(1, sight.width // 2)])) - sight.last(losses)
        if fallen <= 0 or -recent.slope * third < STILL * fallen:
            return False
    recent = trend(sight.curves.val[-half:])
    return recent.falls or trend(sight.curves.train[-half:]).falls or _only_falls(sight.curves.val[-half:])


def _only_falls(figures: Figures) -> bool:
    """Tell whether each of these few figures is lower than the one before."""
    return bool((np.diff(figures) < 0).all())


def _losses(sight: Sight) -> dict[str, float]:
    """Return the two losses as they are now."""
    return {"train_loss": exp(sight.last(sight.train)), "val_loss": exp(sight.last(sight.val))}
