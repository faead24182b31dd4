"""From what a run recorded, its spec and its dataset's counts to advice."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from core.training.advice import kinds, remedies
from core.training.advice.curves import Curves
from core.training.advice.diagnosis import diagnose
from core.training.advice.sight import Sight
from core.training.advice.values import Advice, LabelCounts
from core.training.recipes import MODELS

if TYPE_CHECKING:
    from core.training.spec import Spec

FEW_IMAGES = 40
"""A label in so many training images or more is not rare."""
VERY_FEW = 15
"""A label in fewer is rare in any case; one in more where the others are in twice as many."""
WORSE = 0.15
"""By so much its figure lies below that of the others before anybody need care that it is rare."""
_SHARES_APART = 0.15
_SIGMAS = 3.5


def advise(curves: Curves, spec: "Spec", counts: LabelCounts | None = None) -> tuple[Advice, ...]:
    """Return the advice on a run, the gravest first; nothing where all is well, or nothing is sure yet.

    ``counts`` are those of the dataset, None where they are not known. Of a run that failed nothing is said but why its
    loss broke: it was ended by something else than what its curves show.
    """
    failed = curves.state == "failed"
    if failed and curves.broke_at is None:
        return ()
    kind = MODELS[spec.model]
    recipe = next((one for one in kind.recipes if one.name == spec.recipe), kind.recipe)
    found = diagnose(Sight.of(curves, spec, recipe))
    of_data = () if counts is None or failed else (*_worlds(counts), *_rare_labels(curves, spec, counts))
    if found is not None and found.kind == kinds.DIFFERENT_WORLDS.name:
        of_data = tuple(one for one in of_data if one.kind != found.kind)
    return ((found,) if found is not None else ()) + of_data


def _worlds(counts: LabelCounts) -> tuple[Advice, ...]:
    """Return the label whose share of the images differs most between the sets, if no chance explains that."""
    if not counts.train_images or not counts.val_images:
        return ()
    apart = {label: _apart(counts, label) for label in counts.train if counts.val.get(label, 0)}
    sure = {label: sigmas for label, sigmas in apart.items() if sigmas > _SIGMAS}
    if not sure:
        return ()
    label = max(sure, key=lambda label: sure[label])
    shares = _shares(counts, label)
    figures = {"label": label, "train_share": shares[0], "val_share": shares[1]}
    return (Advice(kind=kinds.DIFFERENT_WORLDS.name, evidence=1, figures=figures,
                   remedies=(remedies.plain(kinds.SPLIT_ANEW),)),)  # fmt: skip


def _shares(counts: LabelCounts, label: str) -> tuple[float, float]:
    return counts.train.get(label, 0) / counts.train_images, counts.val.get(label, 0) / counts.val_images


def _apart(counts: LabelCounts, label: str) -> float:
    """Return how many deviations the label's two shares lie apart (two-proportion z-test); 0 if they are near."""
    train, val = _shares(counts, label)
    both = (counts.train.get(label, 0) + counts.val.get(label, 0)) / (counts.train_images + counts.val_images)
    variance = both * (1 - both) * (1 / counts.train_images + 1 / counts.val_images)
    if abs(train - val) < _SHARES_APART or variance <= 0:
        return 0.0
    return float(abs(train - val) / np.sqrt(variance))


def _rare_labels(curves: Curves, spec: "Spec", counts: LabelCounts) -> tuple[Advice, ...]:
    """Return advice on the labels that are too rare to be learned or measured, the rarest first."""
    if not curves.count:
        return ()
    found = []
    for label in sorted({*counts.train, *counts.val}, key=lambda label: (counts.train.get(label, 0), label)):
        advice = _rare(label, curves, spec, counts)
        found += [advice] if advice is not None else []
    return tuple(found)


def _usual(images: Mapping[str, int], label: str) -> float:
    """Return in how many images the other labels are, by their median."""
    others = [count for name, count in images.items() if name != label]
    return float(np.median(others)) if others else 0.0


def _rare(label: str, curves: Curves, spec: "Spec", counts: LabelCounts) -> Advice | None:
    images, val_images = counts.train.get(label, 0), counts.val.get(label, 0)
    figures: dict[str, object] = {"label": label, "images": images, "val_images": val_images}
    more = remedies.plain(kinds.MORE_OF_LABEL, label=label)
    if not images:
        return Advice(kind=kinds.RARE_LABEL.name, evidence=2, figures=figures, remedies=(more,))
    if images >= FEW_IMAGES or (images >= VERY_FEW and images > _usual(counts.train, label) / 2):
        return None
    if not val_images and counts.val_images:
        return Advice(kind=kinds.RARE_LABEL.name, evidence=1, figures=figures, remedies=(more,))
    value = curves.per_label.get(label)
    others = [other for name, other in curves.per_label.items() if name != label and other is not None]
    if value is None or not others or value > float(np.mean(others)) - WORSE:
        return None
    figures |= {"metric": curves.metric, "value": value, "others": float(np.mean(others))}
    ways = remedies.known((more, remedies.weigh_labels(spec), remedies.leave_out(label, curves.per_label)))
    return Advice(kind=kinds.RARE_LABEL.name, figures=figures, remedies=ways)
