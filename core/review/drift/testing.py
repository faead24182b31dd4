"""Whether images differ from those a model learned from: two questions, each answered by tests of SciPy.

*Are they unlike anything that it learned from?* How far each image lies from its nearest training images, against how
far training images lie from each other (Mann-Whitney, one-sided). A training image is not compared with its neighbours
in the list, which may be of the same series: a model that is shown a new series of the same camera is not surprised.
This is asked of brightness, contrast and sharpness, and of the principal components of the embeddings. There some kinds
of image lie closer together than others, so that a distance counts by how far the nearest training images are from
theirs, as local outlier factors do (Breunig et al., 2000).

*Are they another mix?* The energy distance (Székely and Rizzo, 2013) with permutations, and Kolmogorov-Smirnov on each
measure. A single series of a camera is always another mix than the whole of what was learned from, which is why this
alone raises no alarm. What was measured stands in ``docs/adr/0020``.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.review.drift.values import MEASURES, Drift, Level, Odd, Seen, Shift

Rows = NDArray[np.float64]

LEAST = 10
"""With fewer images on either side no test says anything."""
ALPHA = 0.02
"""Of fifty looks at images of the same kind, one at most raises an alarm; as neighbours are left out, far fewer do."""
MIX_ALPHA = 0.01
LEAST_EFFECT = 0.6
"""With thousands of images a test finds what nobody would care for; this much must be different as well."""
_COMPONENTS = 32
_NEAREST = 3
_SERIES = 0.05
"""The share of the list, to each side, that may be of one series with an image."""
_MOST = 1000
_PERMUTATIONS = 499
_ODD = 12


def compare(model: str, by: str, reference: Seen, recent: Seen) -> Drift:
    """Return how far ``recent`` images differ from the ``reference``, what the version ``model`` learned from.

    ``by`` names whose embeddings these are. Above 1,000 images on either side some are left out, evenly.
    """
    counts = len(reference), len(recent)
    if min(counts) < LEAST:
        return Drift(model=model, by=by, level=Level.TOO_FEW, reference=counts[0], recent=counts[1])
    reference, recent = reference.thinned(_MOST), recent.thinned(_MOST)
    spaces = [_scaled(reference.embeddings, recent.embeddings, _COMPONENTS),
              _scaled(reference.measures, recent.measures, len(MEASURES))]  # fmt: skip
    gaps = [_gaps(*spaces[0], local=True), _gaps(*spaces[1])]
    tests = [_farther(*pair) for pair in gaps]
    p_unlike = min(1.0, min(p for p, _ in tests) * len(tests))
    effect = max(effect for _, effect in tests)
    shifts = _shifts(reference, recent)
    p_mix = min(1.0, min(_energy(*spaces[0]), *(shift.p for shift in shifts)) * (1 + len(shifts)))
    times = np.max([new / max(float(np.median(old)), 1e-9) for old, new in gaps], axis=0)
    outside = np.any([new > np.quantile(old, 0.95) for old, new in gaps], axis=0)
    return Drift(
        model=model,
        by=by,
        level=_level(p_unlike, effect, p_mix),
        reference=counts[0],
        recent=counts[1],
        p_unlike=p_unlike,
        p_mix=p_mix,
        effect=effect,
        outside=round(float(outside.mean()) * counts[1]),
        shifts=shifts,
        odd=_odd(recent.names, times),
    )


def _level(p_unlike: float, effect: float, p_mix: float) -> Level:
    if p_unlike <= ALPHA and effect >= LEAST_EFFECT:
        return Level.DRIFT
    return Level.UNEVEN if p_mix <= MIX_ALPHA else Level.SAME


def _scaled(reference: NDArray[np.float32], recent: NDArray[np.float32], most: int) -> tuple[Rows, Rows]:
    """Return both in the principal components of the reference, whose columns were brought to one spread before."""
    old, new = np.asarray(reference, np.float64), np.asarray(recent, np.float64)
    middle, spread = old.mean(axis=0), old.std(axis=0)
    spread[spread < 1e-6] = 1.0
    old, new = (old - middle) / spread, (new - middle) / spread
    axes = np.linalg.svd(old, full_matrices=False)[2][:most].T
    return old @ axes, new @ axes


def _gaps(reference: Rows, recent: Rows, *, local: bool = False) -> tuple[Rows, Rows]:
    """Return how far each image lies from its nearest training images: of the training images, and of the new ones.

    ``local`` is against how far these training images lie from theirs.
    """
    from scipy.spatial.distance import cdist

    among, across = cdist(reference, reference), cdist(recent, reference)
    places = np.arange(len(reference))
    among[np.abs(places[:, None] - places) <= round(_SERIES * len(reference))] = np.inf
    near, near_across = (np.argpartition(distances, _NEAREST, axis=1)[:, :_NEAREST] for distances in (among, across))
    old = np.take_along_axis(among, near, axis=1).mean(axis=1)
    new = np.take_along_axis(across, near_across, axis=1).mean(axis=1)
    if not local:
        return old, new
    usual = np.maximum(old, 1e-9)
    return old / usual[near].mean(axis=1), new / usual[near_across].mean(axis=1)


def _farther(old: Rows, new: Rows) -> tuple[float, float]:
    """Return the p of the new ones lying no farther off than the old ones, and the chance that one does."""
    from scipy.stats import mannwhitneyu

    found = mannwhitneyu(new, old, alternative="greater")
    return float(found.pvalue), float(found.statistic) / (len(new) * len(old))


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


def _energy(reference: Rows, recent: Rows) -> float:
    """Return the p of the energy distance between both, by dealing the images anew many times."""
    from scipy.spatial.distance import cdist

    together = np.concatenate([reference, recent])
    distances = cdist(together, together)
    count, new = len(together), len(recent)
    chosen = np.zeros((_PERMUTATIONS + 1, count))
    chosen[0, len(reference) :] = 1
    deal = np.random.default_rng(0)
    for row in chosen[1:]:
        row[deal.permutation(count)[:new]] = 1
    others = 1 - chosen
    to_new, to_old = chosen @ distances, others @ distances
    old = count - new
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
