"""What counts as labelled: an annotation file of its own, or a mask PNG or image-level classes that the dataset brings.

Everything that asks whether an image is labelled asks here, or goes by ``ImageSummary.is_labelled``, which does.
"""

import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from core.errors import DatasetError
from core.voc.dataset import Dataset, ImageEntry
from core.voc.image_sets import class_tags

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class GivenLabels:
    """What a dataset says of its images beside their annotation files, as it was when it was looked at.

    ``masks`` are the images with a PNG in SegmentationClass, ``tags`` the classes of ``image_sets.class_tags``.
    """

    masks: frozenset[str] = frozenset()
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, dataset: Dataset) -> "GivenLabels":
        """Look at the folder of masks and the lists of classes; not on the main thread.

        Lists that are not text label nothing here, as ``checks`` reports.
        """
        try:
            tags = class_tags(dataset)
        except DatasetError as error:
            _log.info("The lists of classes label nothing: %s", error)
            tags = {}
        masks = frozenset(name for name in _png_names(dataset.root / "SegmentationClass") if name in dataset)
        return cls(masks, {name: classes for name, classes in tags.items() if name in dataset})

    @cached_property
    def names(self) -> frozenset[str]:
        """The images that have either, by name."""
        return self.masks.union(self.tags)

    def is_labelled(self, entry: ImageEntry) -> bool:
        """Tell whether anything is said of the image now, be it that nothing is there; looks at the disk."""
        return entry.name in self.names or entry.annotation_path.is_file()


def unlabelled(dataset: Dataset, entries: Iterable[ImageEntry] | None = None) -> list[ImageEntry]:
    """Return those of the images, or of all, that are not labelled; looks at the disk, so not on the main thread."""
    given = GivenLabels.of(dataset)
    return [entry for entry in (dataset.entries if entries is None else entries) if not given.is_labelled(entry)]


def _png_names(folder: Path) -> Iterator[str]:
    """Yield the paths of the PNGs in and below the folder without suffix, with "/" between folders, as images go by."""
    for place, _folders, files in os.walk(folder):
        below = Path(place).relative_to(folder).as_posix()
        before = "" if below == "." else f"{below}/"
        yield from (f"{before}{file[:-4]}" for file in files if file.endswith(".png"))
