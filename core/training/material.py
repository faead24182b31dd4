"""What a dataset has for each task to learn from, counted from the index."""

from dataclasses import dataclass

from core.errors import DatasetError
from core.voc.dataset import Dataset
from core.voc.image_sets import class_tags
from core.voc.index import DatasetIndex
from core.voc.label_list import LabelList
from core.voc.search_terms import SHAPES

_OUTLINED = ("polygon", "rotated", "path", "mask")
_NEEDS = {"instances": "outlined", "semantic": "outlined", "classification": "tagged"}


@dataclass(frozen=True, kw_only=True)
class Material:
    """How many images have an object with an area, an object whose outline is known, a tag; labels and tags by name."""

    boxed: int = 0
    outlined: int = 0
    tagged: int = 0
    labels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, dataset: Dataset, index: DatasetIndex) -> "Material":
        """Count in all files that the index has read so far, and in mask PNGs and the lists of image-level classes.

        Raises:
            DatasetError: a list of images cannot be read.
        """
        listed = class_tags(dataset)
        pngs = len(list((dataset.root / "SegmentationClass").glob("*.png")))
        labels = _names(index, "labels", "SELECT label FROM cache.objects")
        tags = _names(index, "tags", "SELECT tag FROM cache.tagged")
        return cls(
            boxed=_images_with(index, [kind for kind in SHAPES if kind != "point"]),
            outlined=max(_images_with(index, _OUTLINED), pngs),
            tagged=max(int(index.rows("SELECT count(DISTINCT image) FROM cache.tagged")[0][0]), len(listed)),
            labels=labels or (LabelList.load(dataset).names if pngs else ()),
            tags=tags or tuple(sorted({tag for own in listed.values() for tag in own})),
        )

    def need(self, task: str) -> str:
        """Return what the task learns from: ``boxed``, ``outlined`` or ``tagged`` images."""
        return _NEEDS.get(task, "boxed")

    def images(self, task: str) -> int:
        """Return how many images the task can learn something from."""
        return int(getattr(self, self.need(task)))

    def names(self, task: str) -> tuple[str, ...]:
        """Return the labels that the task tells apart; for a task on whole images the tags."""
        return self.tags if self.need(task) == "tagged" else self.labels


def check_material(dataset: Dataset, task: str) -> None:
    """Return if the dataset has something for the task; reads all files that were changed since the last time.

    Raises:
        DatasetError: it has nothing, or a list of images cannot be read.
    """
    index = DatasetIndex(dataset)
    list(index.summaries())
    if not Material.of(dataset, index).images(task):
        raise nothing_to_learn(dataset)


def nothing_to_learn(dataset: Dataset) -> DatasetError:
    """Return the error that the images have nothing to learn."""
    return DatasetError(
        f"{dataset.root}: no image has anything to learn: draw objects or give tags first, or choose other labels."
    )


def _images_with(index: DatasetIndex, kinds: list[str] | tuple[str, ...]) -> int:
    wanted = sum(1 << SHAPES.index(kind) for kind in kinds)
    return int(index.rows("SELECT count(*) FROM cache.images WHERE shape_bits & ?", (wanted,))[0][0])


def _names(index: DatasetIndex, table: str, used: str) -> tuple[str, ...]:
    return tuple(name for (name,) in index.rows(f"SELECT name FROM cache.{table} WHERE id IN ({used}) ORDER BY name"))
