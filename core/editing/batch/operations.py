"""What can be done to a whole dataset at once; each is a pure edit of every image, and of the label list."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from core.editing import edits, states
from core.editing.batch.rewrite import Rewrite
from core.geometry import Point, Shape
from core.voc.annotation import Annotation, State, VocObject, checked_text
from core.voc.dataset import Dataset
from core.voc.index_rows import area_of
from core.voc.label_list import LabelList


class Operation(ABC):
    """A change that is meant for many images."""

    says_otherwise: ClassVar[bool] = True
    """Whether what it changes is no longer what a person has checked; under another name it still is."""

    @abstractmethod
    def edit(self, image: str, annotation: Annotation) -> Annotation:
        """Return the annotation of that image as it is to be; an equal one where nothing is to change."""

    def done(self, image: str, annotation: Annotation) -> Annotation:
        """Return the annotation after the operation as it is written: what changes a checked image makes it done."""
        edited = self.edit(image, annotation)
        return states.unchecked_where_changed(annotation, edited) if self.says_otherwise else edited

    def relabel(self, labels: LabelList) -> LabelList:
        """Return the label list as it is to be."""
        return labels

    def begin(self, change: str) -> None:  # noqa: B027  few operations need to know
        """Hear that every file's bytes are noted, in the journal of that name, and that they are written next."""

    def other_files(self, dataset: Dataset) -> Iterator[Rewrite]:  # noqa: ARG002  for those that have some
        """Yield what is to change beside annotations and labels."""
        yield from ()


@dataclass(frozen=True)
class RenameLabels(Operation):
    """Give the objects of one or more labels another: a renaming, or a merging where the other is there already."""

    old: tuple[str, ...]
    new: str
    says_otherwise: ClassVar[bool] = False

    def __post_init__(self) -> None:
        checked_text(self.new, "label")

    def edit(self, image: str, annotation: Annotation) -> Annotation:  # noqa: ARG002
        """Return the annotation with the label renamed, locked objects too: their shape stays."""
        places = [place for place, thing in enumerate(annotation.objects) if thing.label in self.old]
        return edits.set_label(annotation, places, self.new)

    def relabel(self, labels: LabelList) -> LabelList:
        """Return the list with one label in the place of them all."""
        return labels.renamed(self.old, self.new)


@dataclass(frozen=True)
class DeleteLabel(Operation):
    """Remove a label with all its objects; locked ones stay, and with them the label."""

    label: str

    def edit(self, image: str, annotation: Annotation) -> Annotation:  # noqa: ARG002
        """Return the annotation without the label's objects."""
        places = [place for place, thing in enumerate(annotation.objects) if thing.label == self.label]
        return edits.remove_objects(annotation, places)

    def relabel(self, labels: LabelList) -> LabelList:
        """Return the list without the label."""
        return labels.without(self.label)


class Measure(StrEnum):
    """What of an object is measured, in pixels of its image: a side of the box round it, or the area of its shape."""

    LONGER_SIDE = "longer-side"
    SHORTER_SIDE = "shorter-side"
    AREA = "area"

    def of(self, shape: Shape) -> float | None:
        """Return the shape's measure; None for a point, which has none."""
        if isinstance(shape, Point):
            return None
        box = shape.bounds
        if self is Measure.AREA:
            return area_of(shape)
        return max(box.width, box.height) if self is Measure.LONGER_SIDE else min(box.width, box.height)


@dataclass(frozen=True)
class DeleteSmall(Operation):
    """Remove objects that measure less than ``below``, of one label or (None) all; points and locked ones stay."""

    below: float
    measure: Measure = Measure.LONGER_SIDE
    label: str | None = None

    def edit(self, image: str, annotation: Annotation) -> Annotation:  # noqa: ARG002
        """Return the annotation without the small objects."""
        places = [place for place, thing in enumerate(annotation.objects) if self.means(thing)]
        return edits.remove_objects(annotation, places)

    def means(self, thing: VocObject) -> bool:
        """Tell whether the object is of the label and too small."""
        size = self.measure.of(thing.shape)
        return size is not None and size < self.below and self.label in (None, thing.label)


@dataclass(frozen=True)
class SetState(Operation):
    """Say how far the labelling of the images is."""

    state: State

    def edit(self, image: str, annotation: Annotation) -> Annotation:  # noqa: ARG002
        """Return the annotation in that state."""
        return states.set_state(annotation, self.state)


@dataclass(frozen=True)
class SetTag(Operation):
    """Give the images a tag, or (not ``on``) take it away."""

    tag: str
    on: bool = True

    def __post_init__(self) -> None:
        checked_text(self.tag, "tag")

    def edit(self, image: str, annotation: Annotation) -> Annotation:  # noqa: ARG002
        """Return the annotation with or without the tag."""
        return states.add_tag(annotation, self.tag) if self.on else states.remove_tag(annotation, self.tag)
