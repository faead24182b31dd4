"""Pascal VOC folders as a Content and back: XML alone, or with the two folders of mask PNGs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor
from pathlib import Path

from core.errors import DatasetError
from core.files import write_new
from core.geometry import Box, Point
from core.voc import annotation_file, image_sets
from core.voc.annotation import Annotation, VocObject
from core.voc.convention import Convention
from core.voc.dataset import Dataset, ImageEntry, entry_names
from core.voc.interchange.content import Content, Ids, Sample, Tell
from core.voc.interchange.format import Plan, Writer
from core.voc.interchange.losses import LossKind
from core.voc.label_list import LabelList
from core.voc.masks import Drawn, covered, import_png, png_files

_IDS = "coco_ids.json"
_SAME = 0.5  # a mask belongs to the box of its label that it overlaps at least so far (intersection over union)


@dataclass(frozen=True)
class Voc:
    """Pascal VOC. With ``pngs`` the masks are read from and written to SegmentationClass and SegmentationObject too."""

    name: str = "voc"
    title: str = "Pascal VOC"
    pngs: bool = False
    holds_unlabelled: bool = True
    holds_splits: bool = True

    def recognises(self, folder: Path) -> bool:
        """Tell whether the folder has VOC's folders; for ``pngs`` whether masks are there."""
        if self.pngs:
            return (folder / "SegmentationClass").is_dir()
        # COCO's folder is called annotations, which is the same to Windows and macOS: only XML files tell.
        return (folder / "JPEGImages").is_dir() or any((folder / "Annotations").glob("*.xml"))

    def read(self, folder: Path) -> Content:
        """Return the dataset; a bare folder of images is one as well.

        Raises:
            DatasetError: there are no images.
        """
        dataset = Dataset.open(folder)
        styles = LabelList.load(dataset)
        files = {entry.name: _file_name(dataset, entry) for entry in dataset.entries}
        sets, class_lists, problems = _read_sets(dataset, files)
        return Content(
            root=dataset.root,
            samples=tuple(self._sample(dataset, entry, files[entry.name], styles.names) for entry in dataset.entries),
            labels=styles.names,
            styles=styles,
            sets=sets,
            class_lists=class_lists,
            ids=_read_ids(dataset),
            problems=problems,
        )

    def lost(self, annotation: Annotation) -> Iterator[LossKind]:
        """Yield boxes with fractions, and what PNGs cannot tell."""
        for found in annotation.objects:
            if annotation.source is None and isinstance(found.shape, Box) and _is_fractional(found.shape):
                yield LossKind.ROUNDED
            if self.pngs and isinstance(found.shape, Box | Point):
                yield LossKind.NO_PIXELS
        if self.pngs:
            yield from (LossKind.COVERED for _ in range(covered(annotation)))

    def writer(self, folder: Path, plan: Plan) -> Writer:
        """Return what writes the folders."""
        return _VocWriter(folder, plan, pngs=self.pngs)

    def _sample(self, dataset: Dataset, entry: ImageEntry, name: str, labels: Sequence[str]) -> Sample:
        def read(_tell: Tell) -> Annotation | None:
            annotation = dataset.read(entry) if entry.annotation_path.exists() else None
            if not self.pngs:
                return annotation
            masks = import_png(dataset, entry, labels)
            return with_masks(annotation or dataset.read(entry), masks) if masks or annotation else None

        return Sample(name, entry.path, read)


class _VocWriter:
    """Writes JPEGImages, Annotations, the PNGs where asked for, and at the end the lists and settings."""

    def __init__(self, folder: Path, plan: Plan, *, pngs: bool) -> None:
        self._folder = folder
        self._plan = plan
        self._pngs = pngs
        self._entries = entry_names(plan.names)
        self._written: set[str] = set()

    def add(self, sample: Sample, annotation: Annotation | None) -> None:
        """Write one image with its XML and PNGs."""
        name, choices = self._entries[sample.name], self._plan.choices
        files: dict[Path, bytes] = {}
        if annotation is not None:
            content = annotation_file.to_bytes(annotation, choices.convention)
            files[self._folder / "Annotations" / f"{name}.xml"] = content
            if self._pngs and any(isinstance(found.shape, Drawn) for found in annotation.objects):
                pngs = png_files(annotation, self._plan.labels, border=choices.border)
                files |= {self._folder / kind / f"{name}.png": png for kind, png in pngs.items()}
        self._plan.place(sample.path, self._folder / "JPEGImages" / sample.name)
        for path, content in files.items():
            write_new(path, content)
        self._written.add(sample.name)

    def finish(self) -> None:
        """Write the lists, the labels and what the project has to remember."""
        if not self._written:
            raise DatasetError(f"{self._folder.name}: no image could be written, so there is no dataset.")
        dataset = Dataset.open(self._folder)
        for name, images in self._plan.sets.items():
            there = [self._entries[image] for image in images if image in self._written]
            image_sets.write_set(dataset, name, there)
            if self._pngs:
                masked = [image for image in there if (self._folder / "SegmentationClass" / f"{image}.png").exists()]
                text = "".join(f"{image}\n" for image in masked)
                write_new(self._folder / "ImageSets" / "Segmentation" / f"{name}.txt", text.encode())
        if self._plan.labels:
            labels = LabelList()
            for label in self._plan.labels:
                labels = labels.with_label(label, self._plan.styles.find(label))
            labels.save(dataset)
        if self._plan.choices.convention is not Convention.DEVKIT:
            dataset.set_convention(self._plan.choices.convention)
        if self._plan.ids.images or self._plan.ids.labels:
            self._write_ids(dataset)

    def _write_ids(self, dataset: Dataset) -> None:
        images = {name: number for name, number in self._plan.ids.images.items() if name in self._written}
        ids = {"images": images, "labels": dict(self._plan.ids.labels)}
        write_new(dataset.program_folder / _IDS, json.dumps(ids, ensure_ascii=False, indent=1).encode())


def with_masks(annotation: Annotation, masks: Sequence[VocObject]) -> Annotation:
    """Return the annotation with each mask in the place of the box that it belongs to, or added.

    A mask belongs to the box of its label that it overlaps most, by an intersection over union of 0.5 or more. One
    that lies within the bounds of a polygon, path or mask of its label is the PNG of that, and says nothing new.
    """
    objects = list(annotation.objects)
    added: list[VocObject] = []
    for mask in masks:
        place = max(range(len(objects)), key=lambda place: _share(objects[place], mask), default=0)
        if objects and _share(objects[place], mask) >= _SAME:
            objects[place] = replace(objects[place], shape=mask.shape)
        elif not any(_draws(found, mask) for found in objects):
            added.append(mask)
    return annotation.with_objects((*objects, *added))


def _share(found: VocObject, mask: VocObject) -> float:
    """Return how far a box and a mask of its label overlap, 0 where the object is no such box."""
    same = isinstance(found.shape, Box) and found.label == mask.label
    return found.shape.bounds.iou(mask.shape.bounds) if same else 0.0


def _draws(found: VocObject, mask: VocObject) -> bool:
    """Tell whether the mask may be the pixels of an object that has its shape already."""
    if found.label != mask.label or not isinstance(found.shape, Drawn):
        return False
    around, inner = found.shape.bounds.grown(1), mask.shape.bounds
    return around.contains(inner.x0, inner.y0) and around.contains(inner.x1, inner.y1)


def _file_name(dataset: Dataset, entry: ImageEntry) -> str:
    return entry.path.relative_to(dataset.images_folder).as_posix()


def _read_sets(
    dataset: Dataset, files: dict[str, str]
) -> tuple[dict[str, tuple[str, ...]], int, tuple[DatasetError, ...]]:
    """Return the splits by sample name, how many lists are of single labels, and which lists cannot be read.

    A list of ImageSets/Segmentation counts where ImageSets/Main has none of its name.
    """
    sets: dict[str, tuple[str, ...]] = {}
    class_lists = 0
    problems: list[DatasetError] = []
    for name in image_sets.set_names(dataset):
        try:
            if image_sets.is_class_list(dataset, name):
                class_lists += 1
            else:
                sets[name] = tuple(files[image] for image in image_sets.read_set(dataset, name) if image in files)
        except DatasetError as error:
            problems.append(error)
    for path in sorted((dataset.root / "ImageSets" / "Segmentation").glob("*.txt")):
        try:
            names = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
        except (OSError, UnicodeError):
            problems.append(DatasetError(f"{path}: cannot be read: make it a text file with an image in each line."))
        else:
            sets.setdefault(path.stem, tuple(files[name] for name in names if name in files))
    return sets, class_lists, tuple(problems)


def _read_ids(dataset: Dataset) -> Ids:
    """Return the numbers that a COCO file gave; they are worth no error."""
    path = dataset.program_folder / _IDS
    try:
        ids = json.loads(path.read_bytes())
        images, labels = ({str(name): int(number) for name, number in ids[of].items()} for of in ("images", "labels"))
        return Ids(images, labels)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Ids()


def _is_fractional(box: Box) -> bool:
    return any(edge != floor(edge) for edge in (box.x0, box.y0, box.x1, box.y1))
