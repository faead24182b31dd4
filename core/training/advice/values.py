"""Advice as a value: what is so, the figures that it rests on, what can be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.training.advice.kinds import KINDS, REMEDIES, Kind


@dataclass(frozen=True, kw_only=True)
class Remedy:
    """One thing that can be done. ``changes`` are the fields of the next run's spec; none where a person has to act."""

    kind: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    figures: Mapping[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What to do, in English."""
        return REMEDIES[self.kind].text.format(**self.figures)


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One piece of advice; ``evidence`` is which of its kind's messages is true, ``figures`` are what fills it.

    The remedies come in the order in which they are worth trying.
    """

    kind: str
    evidence: int = 0
    figures: Mapping[str, object]
    remedies: tuple[Remedy, ...]

    @property
    def about(self) -> Kind:
        """What is known of its kind."""
        return KINDS[self.kind]

    @property
    def title(self) -> str:
        """Its heading, in English."""
        return self.about.title.format(**self.figures)

    @property
    def message(self) -> str:
        """What is so, with the figures, in English."""
        return self.about.messages[self.evidence].format(**self.figures)


@dataclass(frozen=True, kw_only=True)
class LabelCounts:
    """How many images a run learns from and is measured on, and in how many of each a label is."""

    train_images: int
    val_images: int
    train: Mapping[str, int] = field(default_factory=dict)
    val: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, train: Sequence[str], val: Sequence[str], labels_of: Mapping[str, Sequence[str]]) -> "LabelCounts":
        """Count the labels on the images of the two sets; ``labels_of`` gives those on every labelled image."""
        return cls(
            train_images=sum(name in labels_of for name in train),
            val_images=sum(name in labels_of for name in val),
            train=_images_per_label(train, labels_of),
            val=_images_per_label(val, labels_of),
        )


def _images_per_label(names: Sequence[str], labels_of: Mapping[str, Sequence[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        for label in set(labels_of.get(name, ())):
            counts[label] = counts.get(label, 0) + 1
    return counts
