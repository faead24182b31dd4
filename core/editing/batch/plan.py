"""What a change in the whole dataset would come to, counted before anything is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.editing.batch.operations import DeleteSmall, Measure
from core.voc.index import DatasetIndex, ImageSummary
from core.voc.search_terms import FLAGS, SHAPES

_SIZES = """
    SELECT images.name, labels.name, w, h, area, flags & ?2 FROM cache.objects
    JOIN cache.images ON images.id = objects.image JOIN cache.labels ON labels.id = objects.label WHERE kind <> ?1
"""


@dataclass(frozen=True)
class BatchPlan:
    """How many objects would change or go, by image and by label. ``locked`` ones among those meant would stay."""

    images: Mapping[str, int] = field(default_factory=dict)
    objects: Mapping[str, int] = field(default_factory=dict)
    locked: int = 0

    @property
    def count(self) -> int:
        """How many objects are concerned."""
        return sum(self.objects.values())


def plan_by_labels(summaries: Iterable[ImageSummary], labels: Collection[str]) -> BatchPlan:
    """Return the objects of those labels, from what the index knows."""
    images: dict[str, int] = {}
    objects: Counter[str] = Counter()
    for summary in summaries:
        found = {label: count for label, count in summary.objects.items() if label in labels}
        if found:
            images[summary.name] = sum(found.values())
            objects.update(found)
    return BatchPlan(images, dict(objects.most_common()))


class ObjectSizes:
    """The size of every object of a dataset but points, so that each limit is counted at once."""

    def __init__(
        self,
        images: Sequence[str],
        labels: Sequence[str],
        sizes: Mapping[Measure, NDArray[np.float64]],
        locked: NDArray[np.bool_],
    ) -> None:
        self._images = np.array(images, dtype=object)
        self._labels = np.array(labels, dtype=object)
        self._sizes = sizes
        self._locked = locked

    @classmethod
    def of(cls, index: DatasetIndex) -> "ObjectSizes":
        """Return the sizes of all objects that the index has read (``summaries`` reads everything)."""
        rows = index.rows(_SIZES, (SHAPES.index("point"), 1 << FLAGS.index("locked")))
        table = np.array([row[2:] for row in rows], np.float64).reshape(len(rows), 4)
        width, height, area, locked = table.T
        sizes = {
            Measure.LONGER_SIDE: np.maximum(width, height),
            Measure.SHORTER_SIDE: np.minimum(width, height),
            Measure.AREA: area,
        }
        return cls([row[0] for row in rows], [row[1] for row in rows], sizes, locked > 0)

    def plan(self, operation: DeleteSmall) -> BatchPlan:
        """Return what the operation would delete."""
        meant = self._sizes[operation.measure] < operation.below
        if operation.label is not None:
            meant &= self._labels == operation.label
        gone = meant & ~self._locked
        objects = Counter(self._labels[gone].tolist())
        return BatchPlan(
            dict(Counter(self._images[gone].tolist())), dict(objects.most_common()), int((meant & self._locked).sum())
        )
