"""What a dataset says, whatever format it was read from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from core.errors import AnnotrainError
from core.voc.annotation import Annotation
from core.voc.label_list import LabelList

Tell: TypeAlias = Callable[[AnnotrainError], None]
"""Takes one sentence on something that could not be read, while the rest goes on."""


@dataclass(frozen=True)
class Sample:
    """One image: its ``name`` in the dataset (path with suffix, "/" between folders), its file, and what is said of it.

    ``read`` gives the annotation, None where nothing was said of the image. It tells of parts that it left out, and
    raises an AnnotrainError where it cannot read anything.
    """

    name: str
    path: Path
    read: Callable[[Tell], Annotation | None]


@dataclass(frozen=True)
class Ids:
    """The numbers that a COCO file gave to images, by sample name, and to labels, so that they stay the same."""

    images: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Content:
    """A dataset: its images, the labels in their order as far as a list names them, and its splits by name.

    ``styles`` gives colours and number keys of labels, where the format has any.

    ``root`` is the folder that it was read from, ``other_roots`` those of the datasets that were merged into it.

    ``problems`` are those found while its lists were read, ``notes`` sentences that a person may want to know;
    ``class_lists`` counts the lists of single labels (with flags 1, 0, -1), which are no splits.
    """

    root: Path
    samples: tuple[Sample, ...]
    other_roots: tuple[Path, ...] = ()
    labels: tuple[str, ...] = ()
    styles: LabelList = field(default_factory=LabelList)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    class_lists: int = 0
    ids: Ids = field(default_factory=Ids)
    problems: tuple[AnnotrainError, ...] = ()
    notes: tuple[str, ...] = ()
