"""What the dataset itself says beside the suggestions: the tags of its images, and how many images back a label."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from core.voc.index import DatasetIndex

_ROWS = "SELECT name, labels, tags FROM cache.images WHERE objects > 0 OR tags <> '[]'"


@dataclass(frozen=True)
class Backing:
    """What suggestions are seen against.

    ``tags`` by image (those without any are left out); ``images`` counts the images of each label, ``unmarked`` those
    of them that have none of the ``marks``.
    """

    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    images: Mapping[str, int] = field(default_factory=dict)
    unmarked: Mapping[str, int] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()

    @classmethod
    def of(cls, index: DatasetIndex, marks: Collection[str]) -> Self:
        """Return what the index knows of the dataset; ``marks`` are the tags of staged and synthetic images."""
        return cls.from_images(
            ((name, json.loads(labels), tuple(json.loads(tags))) for name, labels, tags in index.rows(_ROWS)), marks
        )

    @classmethod
    def from_images(cls, images: Iterable[tuple[str, Iterable[str], tuple[str, ...]]], marks: Collection[str]) -> Self:
        """Return the same from each image's name, labels and tags."""
        chosen = frozenset(marks)
        tags: dict[str, tuple[str, ...]] = {}
        every: Counter[str] = Counter()
        unmarked: Counter[str] = Counter()
        for name, labels, own in images:
            if own:
                tags[name] = own
            there = set(labels)  # an image counts once, however often a label is drawn on it
            every.update(there)
            if chosen.isdisjoint(own):
                unmarked.update(there)
        return cls(tags, dict(every), dict(unmarked), chosen)

    def rests_on_marked(self, label: str) -> bool:
        """Tell whether the label is drawn, and on staged or synthetic images alone."""
        return self.images.get(label, 0) > 0 and self.unmarked.get(label, 0) == 0
