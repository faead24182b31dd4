"""Classification: which tags an image has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.geometry import Shape
from core.metrics import LabelMetrics, Metrics, mean
from core.tasks.choice import Choice
from core.tasks.fitting import Fitting
from core.tasks.target import Target
from core.tasks.task import USUAL, Outputs, Task
from core.voc.annotation import Annotation

PRESENT = 0.5
"""From this score a tag counts as found where an image may have any number of them."""
SCORE_TOLERANCE = 0.01
SUM_TOLERANCE = 1e-3


@dataclass(frozen=True)
class TruthTags:
    """Which tags an image has: ``present`` bool (C,)."""

    present: NDArray[np.bool_]


@dataclass(frozen=True)
class FoundTags:
    """How likely each tag is: ``scores`` float32 (C,) from 0 to 1. ``exclusive``: an image has exactly one of them."""

    scores: NDArray[np.float32]
    exclusive: bool = False


class Classification(Task[TruthTags, FoundTags]):
    """Tags of whole images, one or several each.

    ``macro_f1`` is the mean of the tags' F1 scores, each tag counting alike, however rare; ``accuracy`` is the share of
    images whose tags are all right. Where every image has exactly one tag the likeliest one counts as found, else all
    from 0.5 on.
    """

    name = "classification"
    outputs = ("scores",)
    metrics = ("macro_f1", "accuracy")
    counted = "images"
    averaged = "Macro F1 is the mean over the tags in these images, each counting alike."

    def labels_in(self, annotation: Annotation) -> set[str]:
        """Return the tags."""
        return set(annotation.tags)

    def is_labelled(self, annotation: Annotation) -> bool:
        """Tell whether there is a tag: nobody can tell what an image without one is."""
        return bool(annotation.tags)

    def truth(self, annotation: Annotation, labels: Sequence[str], size: tuple[int, int]) -> TruthTags:  # noqa: ARG002
        """Return which of the labels the image has as tags."""
        return TruthTags(np.array([label in annotation.tags for label in labels], bool))

    def target(self, truth: TruthTags, fitting: Fitting, shape: tuple[int, int]) -> Target:  # noqa: ARG002
        """Return the tags, the same for each part."""
        return Target(tags=truth.present.astype(np.float32))

    def decode(self, outputs: Outputs, fitting: Fitting, choice: Choice | float) -> FoundTags:  # noqa: ARG002
        """Return the scores; those of tags that exclude each other add up to 1, as the network makes them."""
        scores = outputs[0]
        return FoundTags(scores, exclusive=len(scores) > 1 and abs(float(scores.sum()) - 1) < SUM_TOLERANCE)

    def merged(self, founds: Sequence[FoundTags], size: tuple[int, int], choice: Choice = USUAL) -> FoundTags:  # noqa: ARG002
        """Return the highest score of each tag: a defect in one part is a defect of the image."""
        highest = np.max([found.scores for found in founds], axis=0)
        return FoundTags(highest, exclusive=all(found.exclusive for found in founds))

    def measure(self, pairs: Iterable[tuple[TruthTags, FoundTags]], labels: Sequence[str]) -> Metrics:
        """Return the figures over all images."""
        both = list(pairs)
        truth = np.array([one.present for one, _ in both], bool).reshape(-1, len(labels))
        scores = np.array([one.scores for _, one in both], np.float32).reshape(-1, len(labels))
        found = present_tags(scores, exclusive=is_exclusive(truth))
        hits, claims, there = (truth & found).sum(axis=0), found.sum(axis=0), truth.sum(axis=0)
        f1 = [
            float(2 * hit / (claim + all_)) if all_ else None
            for hit, claim, all_ in zip(hits, claims, there, strict=True)
        ]
        right = (truth == found).mean(axis=0) if len(truth) else np.zeros(len(labels))
        per_label = {
            name: LabelMetrics(values={"macro_f1": own, "accuracy": float(share)}, objects=int(count))
            for name, own, share, count in zip(labels, f1, right, there, strict=True)
        }
        accuracy = float((truth == found).all(axis=1).mean()) if len(truth) else None
        return Metrics(values={"macro_f1": mean(f1), "accuracy": accuracy}, per_label=per_label)

    def suggestions(self, found: FoundTags, labels: Sequence[str]) -> list[tuple[str, Shape | None, float]]:
        """Return the tags, the likeliest first; where they exclude each other, that one alone."""
        order = np.argsort(-found.scores, kind="stable")[: 1 if found.exclusive else None]
        return [(labels[int(place)], None, float(found.scores[place])) for place in order]

    def difference(self, ours: Outputs, theirs: Outputs, fitting: Fitting) -> str | None:  # noqa: ARG002
        """Compare the scores."""
        gap = float(np.abs(ours[0] - theirs[0]).max())
        return f"a tag's score differs by {gap:.3f}" if gap > SCORE_TOLERANCE else None


def is_exclusive(truth: NDArray[np.bool_]) -> bool:
    """Tell whether each image, a row of (n, C), has exactly one tag."""
    return bool(len(truth)) and bool((truth.sum(axis=1) == 1).all())


def present_tags(scores: NDArray[np.float32], *, exclusive: bool) -> NDArray[np.bool_]:
    """Return which tags (n, C) count as found: the likeliest of each image where it has ``exclusive``-ly one."""
    if not exclusive:
        return np.asarray(scores >= PRESENT)
    found = np.zeros(scores.shape, bool)
    found[np.arange(len(scores)), scores.argmax(axis=1)] = True
    return found
