"""What a run learns: images, labels, size. Settled when it begins, so that a resume goes on with the same."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from core.errors import DatasetError
from core.images import read_size
from core.inference.truth import truth_of
from core.metrics import Truth
from core.training.spec import Spec
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset, ImageEntry
from core.voc.label_list import LabelList

_GRID = 8
"""The sides of a network's input are multiples of this, as its finest level of cells wants."""


@dataclass(frozen=True)
class Labelled:
    """An image with what is said of it, and its size (width, height) as it really is."""

    entry: ImageEntry
    annotation: Annotation
    size: tuple[int, int]

    def truth(self, labels: Sequence[str]) -> Truth:
        """Return the boxes of the objects whose label is among ``labels``, in pixels of the image."""
        return truth_of(self.annotation, labels)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Names of the training and validation images, labels, input size (height, width), hash of what is learned from."""

    train: tuple[str, ...]
    val: tuple[str, ...]
    labels: tuple[str, ...]
    input_size: tuple[int, int]
    dataset_hash: str


def read_labelled(dataset: Dataset, names: Sequence[str]) -> list[Labelled]:
    """Return those of the images that have an annotation; one without objects teaches what background looks like.

    Raises:
        DatasetError: there is no image of a name.
        AnnotationFileError, ImageFileError: a file cannot be read.
    """
    entries = [entry for entry in map(dataset.entry, names) if entry.annotation_path.exists()]
    return [Labelled(entry, dataset.read(entry), read_size(entry.path)) for entry in entries]


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
    used = {thing.label for one in (*train, *val) for thing in one.annotation.objects}
    labels = tuple(name for name in LabelList.load(dataset, sorted(used)).names if name in used)
    if set(labels) == set(parent_labels):
        labels = parent_labels
    if not any(len(one.truth(labels).labels) for one in train):
        raise DatasetError(
            f"{dataset.root}: no image of the set '{spec.train_set}' has an object with an area; draw some first."
        )
    return Subject(
        train=tuple(one.entry.name for one in train),
        val=tuple(one.entry.name for one in val),
        labels=labels,
        input_size=spec.input_size or fitting_size([one.size for one in train], spec.image_size),
        dataset_hash=dataset_hash(train),
    )


def fitting_size(sizes: Sequence[tuple[int, int]], longest: int) -> tuple[int, int]:
    """Return the (height, width) of an input with that longest side which holds images of these (width, height).

    The other side is the least multiple of the network's grid that holds the median aspect ratio.
    """
    aspect = median(width / height for width, height in sizes)
    short = ceil(longest * min(aspect, 1 / aspect) / _GRID - 1e-6) * _GRID
    short = min(max(short, 32), longest)
    return (short, longest) if aspect >= 1 else (longest, short)


def dataset_hash(images: Sequence[Labelled]) -> str:
    """Return the SHA-256 of the images' names and the very bytes of their annotations, in the names' order."""
    digest = hashlib.sha256()
    for one in sorted(images, key=lambda one: one.entry.name):
        source = one.annotation.source or b""
        digest.update(f"{one.entry.name}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()
