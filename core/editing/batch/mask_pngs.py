"""Taking the objects of mask PNGs into the annotations of a whole dataset."""

from dataclasses import dataclass

from core.editing.batch.operations import Operation
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.interchange.voc import with_masks
from core.voc.masks import import_png


@dataclass(frozen=True)
class TakeMasks(Operation):
    """Take the masks of SegmentationClass and SegmentationObject; ``label_names`` are in the order of their numbers."""

    dataset: Dataset
    label_names: tuple[str, ...]

    def edit(self, image: str, annotation: Annotation) -> Annotation:
        """Return the annotation with the image's masks in the place of their boxes, or added.

        Raises:
            MaskFileError: a PNG cannot be read, or does not fit its image or the labels.
        """
        return with_masks(annotation, import_png(self.dataset, self.dataset.entry(image), self.label_names))


def images_with_masks(dataset: Dataset) -> tuple[str, ...]:
    """Return the images that have a PNG in SegmentationClass."""
    folder = dataset.root / "SegmentationClass"
    there = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.png")}
    return tuple(entry.name for entry in dataset.entries if entry.name in there)
