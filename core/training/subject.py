"""What a run learns: images, labels, size. Settled when it begins, so that a resume goes on with the same."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from typing import Any

from core.errors import DatasetError
from core.files import natural_key
from core.tasks import Fitting, Task, task_named
from core.tasks.fitting import parts_of
from core.training.anchors import fit_anchors
from core.training.label_weights import label_weights
from core.training.sources import Labelled
from core.training.spec import Spec
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList

_GRID = 8
"""The sides of a network's input are multiples of this, as its finest level of cells wants."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Names of the training and validation images, labels, input size (height, width), hash of what is learned from.

    ``anchors`` are (width, height) in input pixels, ``label_weights`` one for each label, where the spec wants them;
    ``exclusive`` tells that each image has exactly one tag.
    """

    train: tuple[str, ...]
    val: tuple[str, ...]
    labels: tuple[str, ...]
    input_size: tuple[int, int]
    dataset_hash: str
    anchors: tuple[tuple[float, float], ...] | None = None
    label_weights: tuple[float, ...] | None = None
    exclusive: bool = False


def settle(
    dataset: Dataset,
    spec: Spec,
    train: Sequence[Labelled],
    val: Sequence[Labelled],
    parent_labels: tuple[str, ...] = (),
) -> Subject:
    """Return what a new run learns; the parent's order of labels is kept where they are the same.

    Raises:
        DatasetError: there is nothing to learn from.
    """
    task = task_named(spec.task)
    labels = learned_labels(dataset, spec, task, train, val)
    if set(labels) == set(parent_labels):
        labels = parent_labels
    counts = Counter(label for one in train for label in _countable(task, one, labels))
    if not counts:
        raise DatasetError(
            f"{dataset.root}: no image of the set '{spec.train_set}' has anything to learn: draw objects or give tags "
            "first, or choose other labels."
        )
    input_size = spec.input_size or fitting_size([part_size(one, spec) for one in train], spec.image_size)
    return Subject(
        train=tuple(one.entry.name for one in train),
        val=tuple(one.entry.name for one in val),
        labels=labels,
        input_size=input_size,
        dataset_hash=dataset_hash(train),
        anchors=_anchors(train, spec, labels, input_size) if spec.fit_anchors else None,
        label_weights=label_weights([counts[label] for label in labels]) if spec.label_weights else None,
        exclusive=task.name == "classification"
        and all(len(set(one.annotation.tags) & set(labels)) == 1 for one in (*train, *val)),
    )


def learned_labels(
    dataset: Dataset, spec: Spec, task: Task[Any, Any], train: Sequence[Labelled], val: Sequence[Labelled]
) -> tuple[str, ...]:
    """Return the labels to learn, in the order of the label list: those asked for, or all that are frequent enough."""
    used = {label for one in (*train, *val) for label in task.labels_in(one.annotation)}
    if spec.labels is not None:
        used &= set(spec.labels)
    elif not spec.throw_away:
        images = Counter(label for one in train for label in task.labels_in(one.annotation))
        used = {label for label in used if images[label] >= spec.least_images}
    if task.name == "classification":
        return tuple(sorted(used, key=natural_key))
    return tuple(name for name in LabelList.load(dataset, sorted(used)).names if name in used)


def part_size(one: Labelled, spec: Spec) -> tuple[int, int]:
    """Return width and height of the first part of the image that the network looks at."""
    return Fitting(parts_of(one.size, spec.region, spec.tiles, spec.overlap)[0], one.size, (1, 1)).size


def fitting_size(sizes: Sequence[tuple[int, int]], longest: int) -> tuple[int, int]:
    """Return the (height, width) of an input with that longest side which holds images of these (width, height).

    The other side is the least multiple of the network's grid that holds the median aspect ratio.
    """
    aspect = median(width / height for width, height in sizes)
    short = ceil(longest * min(aspect, 1 / aspect) / _GRID - 1e-6) * _GRID
    short = min(max(short, 32), longest)
    return (short, longest) if aspect >= 1 else (longest, short)


def dataset_hash(images: Sequence[Labelled]) -> str:
    """Return the SHA-256 of the images' names and what is said of each, in the names' order.

    That is the very bytes of its annotation; of an image without one, what its PNG or the lists say.
    """
    digest = hashlib.sha256()
    for one in sorted(images, key=lambda one: one.entry.name):
        source = one.annotation.source or repr((one.annotation.objects, one.annotation.tags)).encode()
        digest.update(f"{one.entry.name}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()


def _countable(task: Task[Any, Any], one: Labelled, labels: Sequence[str]) -> list[str]:
    """Return the label of each thing in the image that counts: its tags, or objects with an area."""
    if task.name == "classification":
        return [tag for tag in one.annotation.tags if tag in labels]
    return [thing.label for thing in one.annotation.objects if thing.label in labels and thing.shape.bounds.area > 0]


def _anchors(
    train: Sequence[Labelled], spec: Spec, labels: Sequence[str], input_size: tuple[int, int]
) -> tuple[tuple[float, float], ...]:
    """Return the sizes of boxes, in input pixels, from which a network's guesses begin."""
    sizes = [
        (thing.shape.bounds.width * factor, thing.shape.bounds.height * factor)
        for one in train
        for factor in [Fitting((0, 0, *part_size(one, spec)), one.size, input_size).factor]
        for thing in one.annotation.objects
        if thing.label in labels and thing.shape.bounds.area > 0
    ]
    fitted = fit_anchors(sizes).sizes
    return tuple((float(width), float(height)) for width, height in fitted)
