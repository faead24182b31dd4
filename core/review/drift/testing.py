"""Whether images differ from those a model learned from: two questions, each answered by tests of ranks.

*Are they unlike anything that it learned from?* How far each image lies from its nearest training images, against how
far training images lie from each other. A training image is not compared with its neighbours in the list, which may be
of the same series: a model that is shown a new series of the same camera is not surprised. Two tests, each one-sided:
Mann-Whitney sees that all images lie a little farther off, as those of a camera out of focus do; Savage's scores (1956)
see that some lie far off, as where one part of the images is of something new, or too dark.

This is asked of the logarithms of brightness, contrast and sharpness, for light multiplies: what a lamp at 60 % does to
dark images counts as much as what it does to bright ones. And it is asked of the principal components of the
embeddings. There some kinds of image lie closer together than others, so that a distance counts by how far the nearest
training images are from theirs, as local outlier factors do (Breunig et al., 2000).

*Are they another mix?* The energy distance (Székely and Rizzo, 2013) with permutations, and Kolmogorov-Smirnov on each
measure. A single series of a camera is always another mix than the whole of what was learned from, which is why this
alone raises no alarm. What was measured stands in ``docs/adr/0020``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.review.drift.values import MEASURES, Drift, Level, Odd, Seen, Shift

Rows = NDArray[np.float64]

LEAST = 10
"""With fewer images on either side no test says anything."""
ALPHA = 0.04
"""Of 25 looks at images of the same kind, one at most raises an alarm; as neighbours are left out, far fewer do."""
MIX_ALPHA = 0.01
LEAST_EFFECT = 0.6
"""With thousands of images a test finds what nobody would care for: so surely must a new image lie farther off, or"""
LEAST_OUTSIDE = 0.1
"""this share of them farther than 19 of 20 training images, which is twice what chance gives."""
_COMPONENTS = 32
_NEAREST = 3
_SERIES = 0.05
"""The share of the list, to each side, that may be of one series with an image."""
_MOST = 1000
_PERMUTATIONS = 999
_DARKEST = 1 / 1024
"""Black has no logarithm; this is a quarter of the first grey that is none."""
_STEADY = 0.05
"""A measure that never varied by 5 % counts as if it did,"""
_HARDLY = 0.2
"""and what lies no farther off than this, which is 1 % then, lies as near as anything."""
_ODD = 12


def compare(model: str, by: str, reference: Seen, recent: Seen) -> Drift:
    """Return how far ``recent`` images differ from the ``reference``, what the version ``model`` learned from.

    ``by`` names whose embeddings these are. Above 1,000 images on either side some are left out, evenly.
    """
    counts = len(reference), len(recent)
    if min(counts) < LEAST:
        return Drift(model=model, by=by, level=Level.TOO_FEW, reference=counts[0], recent=counts[1])
    reference, recent = reference.thinned(_MOST), recent.thinned(_MOST)
    deals = _deals(len(reference), len(recent))
    embedded = _scaled(reference.embeddings, recent.embeddings)
    measured = _measured(reference.measures, recent.measures)
    gaps = [_gaps(*embedded, local=True), _gaps(*measured, least=_HARDLY)]
    findings = [finding for old, new in gaps for finding in (_all_farther(old, new), _some_far(old, new, deals))]
    shifts = _shifts(reference, recent)
    p_mix = min(1.0, min(_energy(*embedded, deals), *(shift.p for shift in shifts)) * (1 + len(shifts)))
    times = np.max([new / max(float(np.median(old)), 1e-9) for old, new in gaps], axis=0)
    return Drift(
        model=model,
        by=by,
        level=_level(findings, p_mix),
        reference=counts[0],
        recent=counts[1],
        p_unlike=min(1.0, min(finding.p for finding in findings) * len(findings)),
        p_mix=p_mix,
        effect=max(_chance(old, new) for old, new in gaps),
        outside=round(float(np.any([_outside(old, new) for old, new in gaps], axis=0).mean()) * counts[1]),
        shifts=shifts,
        odd=_odd(recent.names, times),
    )


@dataclass(frozen=True)
class _Finding:
    """What one test says: its p, and whether so much is different that anybody would care."""

    p: float
    matters: bool


def _level(findings: Sequence[_Finding], p_mix: float) -> Level:
    if any(finding.matters and finding.p * len(findings) <= ALPHA for finding in findings):
        return Level.DRIFT
    return Level.UNEVEN if p_mix <= MIX_ALPHA else Level.SAME


def _scaled(reference: NDArray[np.float32], recent: NDArray[np.float32]) -> tuple[Rows, Rows]:
    """Return both in the principal components of the reference, whose columns were brought to one spread before."""
    old, new = np.asarray(reference, np.float64), np.asarray(recent, np.float64)
    middle, spread = old.mean(axis=0), old.std(axis=0)
    spread[spread < 1e-6] = 1.0
    old, new = (old - middle) / spread, (new - middle) / spread
    axes = np.linalg.svd(old, full_matrices=False)[2][:_COMPONENTS].T
    return old @ axes, new @ axes


def _measured(reference: NDArray[np.float32], recent: NDArray[np.float32]) -> tuple[Rows, Rows]:
    """Return the logarithms of the measures of both, turned and stretched so that the reference varies alike all round.

    So it counts by itself that contrast or sharpness are others than they are at this brightness.
    """
    old, new = (np.log(np.maximum(np.asarray(rows, np.float64), _DARKEST)) for rows in (reference, recent))
    middle = old.mean(axis=0)
    _, _, turned = np.linalg.svd(old - middle, full_matrices=False)
    old, new = (old - middle) @ turned.T, (new - middle) @ turned.T
    spread = np.maximum(old.std(axis=0), _STEADY)
    return old / spread, new / spread


def _gaps(reference: Rows, recent: Rows, *, local: bool = False, least: float = 1e-9) -> tuple[Rows, Rows]:
    """Return how far each image lies from its nearest training images: of the training images, and of the new ones.

    ``least`` is the nearest that counts; ``local`` is against how far these training images lie from theirs.
    """
    from scipy.spatial.distance import cdist

    among, across = cdist(reference, reference), cdist(recent, reference)
    places = np.arange(len(reference))
    among[np.abs(places[:, None] - places) <= round(_SERIES * len(reference))] = np.inf
    near, near_across = (np.argpartition(distances, _NEAREST, axis=1)[:, :_NEAREST] for distances in (among, across))
    old = np.maximum(np.take_along_axis(among, near, axis=1).mean(axis=1), least)
    new = np.maximum(np.take_along_axis(across, near_across, axis=1).mean(axis=1), least)
    if not local:
        return old, new
    return old / old[near].mean(axis=1), new / old[near_across].mean(axis=1)


def _all_farther(old: Rows, new: Rows) -> _Finding:
    """Ask whether the new ones as a whole lie farther off than the old ones."""
    from scipy.stats import mannwhitneyu

    return _Finding(float(mannwhitneyu(new, old, alternative="greater").pvalue), _chance(old, new) >= LEAST_EFFECT)


def _some_far(old: Rows, new: Rows, deals: Rows) -> _Finding:
    """Ask whether there are more among the new ones that lie far off: each counts by how few lie as far.

    These are Savage's scores of the ranks, each the logarithm of the share that lies nearer, dealt anew many times.
    """
    from scipy.stats import rankdata

    ranks = rankdata(np.concatenate([old, new]))
    sums = deals @ -np.log1p(-(ranks - 0.5) / len(ranks))
    return _Finding(float((sums >= sums[0] - 1e-9).mean()), float(_outside(old, new).mean()) >= LEAST_OUTSIDE)


def _chance(old: Rows, new: Rows) -> float:
    """Return the chance that a new one lies farther off than an old one; as far counts half."""
    order = np.sort(old)
    below = np.searchsorted(order, new, side="left") + np.searchsorted(order, new, side="right")
    return float(below.mean()) / (2 * len(old))


def _outside(old: Rows, new: Rows) -> NDArray[np.bool_]:
    """Return which of the new ones lie farther off than 19 of 20 old ones."""
    return np.asarray(new > np.quantile(old, 0.95))


def _deals(old: int, new: int) -> Rows:
    """Return who is new, 1 for yes, as it is and then dealt anew many times: (times, old + new)."""
    chosen = np.zeros((_PERMUTATIONS + 1, old + new))
    chosen[0, old:] = 1
    deal = np.random.default_rng(0)
    for row in chosen[1:]:
        row[deal.permutation(old + new)[:new]] = 1
    return chosen


def _shifts(reference: Seen, recent: Seen) -> tuple[Shift, ...]:
    """Return each measure's means and the p of Kolmogorov-Smirnov."""
    from scipy.stats import ks_2samp

    found = []
    for name, old, new in zip(MEASURES, reference.measures.T, recent.measures.T, strict=True):
        spread = max(float(old.std()), 1e-6)
        means = float(old.mean()), float(new.mean())
        found.append(Shift(measure=name, reference=means[0], recent=means[1], by=(means[1] - means[0]) / spread,
                           p=float(ks_2samp(old, new).pvalue)))  # fmt: skip
    return tuple(found)


def _energy(reference: Rows, recent: Rows, chosen: Rows) -> float:
    """Return the p of the energy distance between both, by dealing the images anew as ``chosen`` says."""
    from scipy.spatial.distance import cdist

    together = np.concatenate([reference, recent])
    distances = cdist(together, together)
    old, new = len(reference), len(recent)
    others = 1 - chosen
    to_new, to_old = chosen @ distances, others @ distances
    energies = (
        2 * (to_new * others).sum(axis=1) / (new * old)
        - (to_new * chosen).sum(axis=1) / new**2
        - (to_old * others).sum(axis=1) / old**2
    )
    return float((energies >= energies[0] - 1e-12).mean())


def _odd(names: Sequence[str], times: Rows) -> tuple[Odd, ...]:
    """Return the images that lie farthest off."""
    worst = np.argsort(-times, kind="stable")[:_ODD]
    return tuple(Odd(image=names[place], times=float(times[place])) for place in worst)
