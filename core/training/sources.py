"""What is said of an image, wherever a dataset keeps it: its XML, its mask PNG, or the lists of image-level classes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from core.geometry import Mask
from core.images import read_size
from core.tasks import Task
from core.voc import masks
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset, ImageEntry
from core.voc.image_sets import class_tags
from core.voc.label_list import LabelList

FROM_PIXELS = frozenset({"instances", "semantic"})
"""The tasks that learn from mask PNGs."""


@dataclass(frozen=True)
class Labelled:
    """An image with what is said of it, and its size (width, height) as it really is."""

    entry: ImageEntry
    annotation: Annotation
    size: tuple[int, int]


def read_labelled(dataset: Dataset, names: Sequence[str], task: Task[Any, Any]) -> list[Labelled]:
    """Return those of the images that answer the task's question; one without objects teaches what background is.

    Raises:
        DatasetError: there is no image of a name.
        AnnotationFileError, ImageFileError, MaskFileError: a file cannot be read.
    """
    tags = class_tags(dataset) if task.name == "classification" else {}
    labels = LabelList.load(dataset).names
    found = []
    for entry in map(dataset.entry, names):
        annotation = annotation_of(dataset, entry, task, tags, labels)
        if annotation is not None:
            found.append(Labelled(entry, annotation, read_size(entry.path)))
    return found


def annotation_of(
    dataset: Dataset,
    entry: ImageEntry,
    task: Task[Any, Any],
    tags: Mapping[str, tuple[str, ...]],
    labels: Sequence[str],
) -> Annotation | None:
    """Return what is said of the image that the task can learn, None where that is nothing.

    An image whose XML draws nothing takes its pixels from its PNG, void ones as a difficult object, and one without
    tags takes them from the lists; ``labels`` are the names of the PNG's numbers.
    """
    there = entry.annotation_path.exists()
    annotation = dataset.read(entry)
    if task.name in FROM_PIXELS and not any(isinstance(thing.shape, masks.Drawn) for thing in annotation.objects):
        drawn = _from_png(dataset, entry, labels)
        there = there or drawn is not None
        annotation = annotation.with_objects((*annotation.objects, *(drawn or ())))
    if not annotation.tags and entry.name in tags:
        annotation, there = replace(annotation, tags=tags[entry.name]), True
    return annotation if there and task.is_labelled(annotation) else None


def _from_png(dataset: Dataset, entry: ImageEntry, labels: Sequence[str]) -> tuple[VocObject, ...] | None:
    """Return the objects of the image's mask PNG, the void pixels last; None where it has none."""
    path = dataset.root / "SegmentationClass" / f"{entry.name}.png"
    if not path.exists():
        return None
    objects = masks.import_png(dataset, entry, labels)
    with Image.open(path) as png:
        void = Mask.from_array(np.asarray(png) == masks.VOID)
    if void is None or not labels:
        return objects
    return (*objects, VocObject(label=labels[0], shape=void, difficult=True))
