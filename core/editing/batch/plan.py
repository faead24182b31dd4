"""What a change in the whole dataset would come to, counted before anything is written."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.editing.batch.operations import DeleteSmall, Measure
from core.errors import AnnotationFileError
from core.voc import annotation_file
from core.voc.dataset import Dataset, ImageEntry
from core.voc.index import ImageSummary

_NO_SIZE = np.inf
_MEASURES = tuple(Measure)


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
    """The size of every object of a dataset, read once, so that each limit is counted at once."""

    def __init__(
        self, images: list[str], labels: list[str], sizes: NDArray[np.float64], locked: NDArray[np.bool_]
    ) -> None:
        self._images = np.array(images, dtype=object)
        self._labels = np.array(labels, dtype=object)
        self._sizes = sizes
        self._locked = locked

    @classmethod
    def read(
        cls,
        dataset: Dataset,
        entries: Iterable[ImageEntry] | None = None,
        report: Callable[[int, int], None] = lambda _done, _total: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> "ObjectSizes":
        """Return the sizes of the objects of these images, or of all; files that cannot be read are left out."""
        images: list[str] = []
        labels: list[str] = []
        rows: list[tuple[float, ...]] = []
        wanted = list(dataset.entries if entries is None else entries)
        for done, entry in enumerate(wanted, start=1):
            if should_stop():
                break
            for label, row in _objects_of(dataset, entry):
                images.append(entry.name)
                labels.append(label)
                rows.append(row)
            report(done, len(wanted))
        table = np.array(rows, np.float64).reshape(len(rows), len(_MEASURES) + 1)
        return cls(images, labels, table[:, :-1], table[:, -1] > 0)

    def plan(self, operation: DeleteSmall) -> BatchPlan:
        """Return what the operation would delete."""
        meant = self._sizes[:, _MEASURES.index(operation.measure)] < operation.below
        if operation.label is not None:
            meant &= self._labels == operation.label
        gone = meant & ~self._locked
        objects = Counter(self._labels[gone].tolist())
        return BatchPlan(
            dict(Counter(self._images[gone].tolist())), dict(objects.most_common()), int((meant & self._locked).sum())
        )


def _objects_of(dataset: Dataset, entry: ImageEntry) -> Iterable[tuple[str, tuple[float, ...]]]:
    """Return each object's label and its measures, with 1 at the end for a locked one."""
    if not entry.annotation_path.exists():
        return []
    try:
        annotation = annotation_file.read(entry.annotation_path, dataset.convention)
    except AnnotationFileError:  # the check reports it, and no batch writes it
        return []
    found = []
    for thing in annotation.objects:
        sizes = (measure.of(thing.shape) for measure in _MEASURES)
        found.append((thing.label, (*(_NO_SIZE if size is None else size for size in sizes), float(thing.locked))))
    return found
