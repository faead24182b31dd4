"""Why a network that has learned a few images by heart does not say what is in them: the likely cause, with numbers.

A network can learn five images by heart unless something is wrong on the way. What it then says differs from the truth
in a way that tells what: everything moved by the same distance, everything larger or smaller by the same factor, labels
exchanged, or a loss that never fell.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from core.boxes import overlaps
from core.training.marks import Marks

FITS = 0.5
"""The intersection over union from which a found box is that of an object."""
ENOUGH = 0.9
"""The share of the objects that has to be found, with the right label, for the check to pass."""
_TELLING = 0.6
"""A cause is named where it explains so many of the objects."""
_FALLEN = 0.5
"""A loss above this share of the first one has not fallen."""
_EXPLODED, _BURST = 2.0, 10.0
"""A loss that ends at so many times the first one, or ever was so many times it, has run away."""
_STEPS = 40
"""After fewer steps, as on a slow computer, a loss that has not fallen says nothing about the rate."""
_PAIRS = 400

Move = Callable[[NDArray[np.float64]], NDArray[np.float64]]


class Cause(StrEnum):
    """What is wrong, as far as it can be told."""

    NONE = "none"
    SHIFTED = "labels shifted"
    SWAPPED = "labels swapped"
    RATE_HIGH = "learning rate too high"
    RATE_LOW = "learning rate too low"
    RESIZED = "resize mismatch"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Diagnosis:
    """What was found. ``recall`` is the share of the objects found at their place with their label, 0 to 1.

    ``first_loss`` is that of the first step, ``last_loss`` the mean of the last ones, None where that is no number. By
    cause: ``shift`` (x, y) in pixels of the images by which what is found lies beside the objects; ``factor`` (x, y) by
    which it is larger; ``swaps`` pairs of a label and the one that is found in its place.
    """

    cause: Cause
    recall: float
    objects: int
    first_loss: float | None
    last_loss: float | None
    shift: tuple[float, float] | None = None
    factor: tuple[float, float] | None = None
    swaps: tuple[tuple[str, str], ...] = field(default=())

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return self.cause is Cause.NONE


def diagnose(
    losses: Sequence[float], truths: Sequence[Marks], founds: Sequence[Marks], labels: Sequence[str]
) -> Diagnosis:
    """Return why what was found on some images is not what is in them, if it is not.

    ``losses`` are those of all steps, the last may be no number. Truths and founds are per image, in its pixels.
    """
    recall, objects = _recall(truths, founds)
    first, last = _ends(losses)
    known = [loss if isfinite(loss) else None for loss in (first, last)]
    base = {"recall": recall, "objects": objects, "first_loss": known[0], "last_loss": known[1]}
    if recall >= ENOUGH:
        return Diagnosis(cause=Cause.NONE, **base)  # type: ignore[arg-type]
    if has_exploded(losses) or last > _EXPLODED * first:
        return Diagnosis(cause=Cause.RATE_HIGH, **base)  # type: ignore[arg-type]
    swaps = _swaps(truths, founds, labels)
    if swaps:
        return Diagnosis(cause=Cause.SWAPPED, swaps=swaps, **base)  # type: ignore[arg-type]
    shift, shifted = _best(_shifts(truths, founds), _moved, truths, founds)
    factor, resized = _best(_factors(truths, founds), _scaled, truths, founds)
    if max(shifted, resized) >= max(_TELLING, recall + 0.2):
        if resized > shifted:
            return Diagnosis(cause=Cause.RESIZED, factor=factor, **base)  # type: ignore[arg-type]
        return Diagnosis(cause=Cause.SHIFTED, shift=shift, **base)  # type: ignore[arg-type]
    if last > _FALLEN * first and len(losses) >= _STEPS:
        return Diagnosis(cause=_which_rate(losses), **base)  # type: ignore[arg-type]
    return Diagnosis(cause=Cause.UNKNOWN, **base)  # type: ignore[arg-type]


def _recall(
    truths: Sequence[Marks], founds: Sequence[Marks], move: Move | None = None, *, any_label: bool = False
) -> tuple[float, int]:
    """Return the share of the objects that are found, each found mark used once, and how many objects there are."""
    hit = total = 0
    for truth, found in zip(truths, founds, strict=True):
        total += len(truth.labels)
        boxes = move(truth.boxes) if move is not None else truth.boxes
        fits = overlaps(boxes, found.boxes)
        if not any_label:
            fits = fits * (truth.labels[:, None] == found.labels[None])
        hit += len(_pairs(fits))
    return (hit / total if total else 0.0), total


def _pairs(fits: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return which object goes with which found mark, the best overlap first, each used once."""
    left = fits.copy()
    chosen: list[tuple[int, int]] = []
    while left.size and left.max() >= FITS:
        row, column = np.unravel_index(int(left.argmax()), left.shape)
        chosen.append((int(row), int(column)))
        left[row, :], left[:, column] = 0, 0
    return chosen


def _swaps(truths: Sequence[Marks], founds: Sequence[Marks], labels: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the labels that are found as others, if nearly all that is out of order is so."""
    seen: Counter[tuple[int, int]] = Counter()
    for truth, found in zip(truths, founds, strict=True):
        for row, column in _pairs(overlaps(truth.boxes, found.boxes)):
            seen[int(truth.labels[row]), int(found.labels[column])] += 1
    objects = sum(len(truth.labels) for truth in truths)
    wrong = {pair: count for pair, count in seen.items() if pair[0] != pair[1]}
    by_label = Counter({label: sum(n for (true, _), n in seen.items() if true == label) for label, _ in seen})
    swapped = [pair for pair, count in wrong.items() if count >= _TELLING * by_label[pair[0]]]
    if sum(seen.values()) < _TELLING * objects or sum(wrong[pair] for pair in swapped) < (1 - ENOUGH) * objects:
        return ()
    return tuple((labels[true], labels[found]) for true, found in sorted(swapped))


def _candidates(truths: Sequence[Marks], founds: Sequence[Marks]) -> Iterator[tuple[NDArray[np.float64], ...]]:
    """Yield an object's box with a found one's, of the same label first; at most ``_PAIRS``."""
    pairs = [
        (int(truth.labels[row] != found.labels[column]), image, row, column)
        for image, (truth, found) in enumerate(zip(truths, founds, strict=True))
        for row in range(len(truth.labels))
        for column in range(len(found.labels))
    ]
    pairs.sort()
    step = max(1, len(pairs) // _PAIRS)
    for _, image, row, column in pairs[::step]:
        yield truths[image].boxes[row], founds[image].boxes[column]


def _shifts(truths: Sequence[Marks], founds: Sequence[Marks]) -> Iterator[tuple[float, float]]:
    """Yield how far, in x and y, a found box lies beside an object of about its size."""
    for box, other in _candidates(truths, founds):
        sizes = (other[2:] - other[:2]) / np.maximum(box[2:] - box[:2], 1e-6)
        if (np.abs(np.log(np.maximum(sizes, 1e-6))) < np.log(1.4)).all():
            middle = (other[:2] + other[2:] - box[:2] - box[2:]) / 2
            yield float(middle[0]), float(middle[1])


def _factors(truths: Sequence[Marks], founds: Sequence[Marks]) -> Iterator[tuple[float, float]]:
    """Yield how much larger, in x and y, a found box is than an object."""
    for box, other in _candidates(truths, founds):
        width, height = np.maximum(other[2:] - other[:2], 1e-6) / np.maximum(box[2:] - box[:2], 1e-6)
        if max(abs(np.log(width)), abs(np.log(height))) > np.log(1.1):
            yield float(width), float(height)


def _moved(by: tuple[float, float]) -> Move:
    return lambda boxes: boxes + np.array([*by, *by])


def _scaled(by: tuple[float, float]) -> Move:
    return lambda boxes: boxes * np.array([*by, *by])


def _best(
    candidates: Iterator[tuple[float, float]],
    move: Callable[[tuple[float, float]], Move],
    truths: Sequence[Marks],
    founds: Sequence[Marks],
) -> tuple[tuple[float, float] | None, float]:
    """Return the candidate under which most objects are found, and their share."""
    best, most = None, 0.0
    for candidate in candidates:
        share, _ = _recall(truths, founds, move(candidate))
        if share > most:
            best, most = candidate, share
    return best, most


def has_exploded(losses: Sequence[float]) -> bool:
    """Tell whether the loss ever ran away, or is no number any longer."""
    return bool(losses) and (not isfinite(losses[-1]) or max(losses) > _BURST * losses[0])


def _ends(losses: Sequence[float]) -> tuple[float, float]:
    """Return the loss before anything was learned, and the mean of the last steps."""
    last = losses[-max(1, min(5, len(losses) // 4)) :]
    return (losses[0], sum(last) / len(last)) if losses else (float("nan"), float("nan"))


def _which_rate(losses: Sequence[float]) -> Cause:
    """Tell a rate too high from one too low: by whether the loss jumps about more than it falls."""
    values = np.asarray(losses, float)
    half = values[len(values) // 2 :]
    if len(half) < 4:
        return Cause.RATE_LOW
    jumps = float(np.abs(np.diff(half)).mean())
    away = abs(float(half.mean()) - float(values[:5].mean()))
    return Cause.RATE_HIGH if jumps > 0.1 * float(half.mean()) and jumps > 0.25 * away else Cause.RATE_LOW
