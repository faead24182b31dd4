"""What an image is expected to teach by what models said of it: doubt, disagreement and rare labels, from 0 to 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.review.next_up.material import Material, Said

REACH = 0.8
"""How far from the threshold a score may be and still leave some doubt, as a share of the way to 0, or to 1."""
BAND = 0.4
"""As far as this a suggestion is called unsure where the doubt is explained."""
SURE_ONES = 3.0
"""So many sure things are thought beside those that were found, or a single doubtful one would make an image all doubt.
"""

_STEEP = 1e-9

Numbers = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Expected:
    """For each image (n,): how much each thing counts from 0 to 1, and the numbers that explain it.

    ``unsure`` is how much of what is there is in doubt, not how many things: else a crowded image would always come
    first, which is the most work for what it teaches. ``disagreement`` is such a share too. ``unsure_count``
    suggestions score from ``low`` to below ``high``. ``differing`` is by how many things two versions differ,
    ``rare_label`` the label's place in ``labels``.
    """

    unsure: Numbers
    unsure_count: NDArray[np.intp]
    low: float
    high: float
    differing: NDArray[np.intp]
    disagreement: Numbers
    rare: Numbers
    rare_label: NDArray[np.intp]
    labels: tuple[str, ...]


def expected(material: Material, threshold: float) -> Expected:
    """Return what the images are expected to teach; ``threshold`` is the score from which suggestions are shown."""
    count = len(material.images)
    low, high = threshold * (1 - BAND), threshold + (1 - threshold) * BAND
    said = material.said or Said(image=_none(), label=_none(), score=np.zeros(0))
    below, above = max(REACH * threshold, _STEEP), max(REACH * (1 - threshold), _STEEP)  # at 0 and at 1 there is no way
    off = np.where(said.score < threshold, (threshold - said.score) / below, (said.score - threshold) / above)
    doubt = np.clip(1 - off, 0, 1)
    seen = np.bincount(said.image, np.where(said.score < threshold, doubt, 1.0), minlength=count)
    sure = np.bincount(said.image[said.score >= threshold], minlength=count)
    differing = _differing(said, material.said_before, count, threshold)
    rare, rare_label = _rare(material, said, count)
    return Expected(
        unsure=np.bincount(said.image, doubt, minlength=count) / (SURE_ONES + seen),
        unsure_count=np.bincount(said.image[doubt > 1 - BAND / REACH], minlength=count),
        low=low,
        high=high,
        differing=differing,
        disagreement=differing / (SURE_ONES + np.maximum(sure, differing)),
        rare=rare,
        rare_label=rare_label,
        labels=said.labels,
    )


def rareness(labels: Sequence[str], labelled: Mapping[str, int]) -> Numbers:
    """Return for each label how rare it is: 1 where none is labelled, 0 from the mean of all labels on."""
    counts = np.array([labelled.get(label, 0) for label in labels], np.float64)
    usual = counts.mean() if len(counts) else 0.0
    return np.clip(1 - counts / usual, 0, 1) if usual else np.zeros(len(counts))


def _rare(material: Material, said: Said, count: int) -> tuple[Numbers, NDArray[np.intp]]:
    """Return how surely something rare is on each image, and the label that says most of it."""
    weights = said.score * rareness(said.labels, material.labelled)[said.label]
    # That none of them is there is as likely as all the single doubts together.
    missing = np.exp(np.bincount(said.image, np.log1p(-np.minimum(weights, 0.99)), minlength=count))
    by_label = np.zeros((count, max(1, len(said.labels))))
    np.add.at(by_label, (said.image, said.label), weights)
    return 1 - missing, by_label.argmax(axis=1)


def _differing(said: Said, before: Said | None, count: int, threshold: float) -> NDArray[np.intp]:
    """Return by how many things two versions differ on each image that both have looked at and found something on."""
    if before is None or not len(said.image):
        return np.zeros(count, np.intp)
    labels = {label: place for place, label in enumerate(sorted({*said.labels, *before.labels}))}
    found = np.zeros((2, count, len(labels)), np.intp)
    for whole, one in zip(found, (said, before), strict=True):
        whole[:, [labels[label] for label in one.labels]] = one.counts(count, threshold)
    both = np.isin(np.arange(count), said.image) & np.isin(np.arange(count), before.image)
    differing: NDArray[np.intp] = np.abs(found[0] - found[1]).sum(axis=1) * both
    return differing


def _none() -> NDArray[np.intp]:
    return np.zeros(0, np.intp)
