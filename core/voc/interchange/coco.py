"""COCO: ``images/`` and ``annotations/instances_SPLIT.json``."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.files import write_new
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.images import read_size
from core.voc.annotation import ROTATION, Annotation, VocObject
from core.voc.interchange.coco_objects import CROWD, FLAGS
from core.voc.interchange.coco_reading import coco_files, read_coco
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.format import Plan, Writer
from core.voc.interchange.json_files import text_of
from core.voc.interchange.losses import LossKind, lost_of_image
from core.voc.interchange.rle import packed, runs_of
from core.voc.masks import shape_mask


@dataclass(frozen=True)
class Coco:
    """COCO instances: boxes, polygons, masks as run lengths; flags and attributes in the field that CVAT uses."""

    name: str = "coco"
    title: str = "COCO"
    holds_unlabelled: bool = False
    holds_splits: bool = True

    def recognises(self, folder: Path) -> bool:
        """Tell whether there is a file that looks like COCO's."""
        return bool(coco_files(folder))

    def read(self, folder: Path) -> Content:
        """Return what all its files say.

        Raises:
            InterchangeError: not one of them can be read.
        """
        return read_coco(folder)

    def lost(self, annotation: Annotation) -> Iterator[LossKind]:
        """Yield points, paths, tags and states."""
        yield from lost_of_image(annotation)
        for found in annotation.objects:
            if isinstance(found.shape, Point):
                yield LossKind.POINT
            elif isinstance(found.shape, Polyline):
                yield LossKind.PATH_TO_MASK

    def writer(self, folder: Path, plan: Plan) -> Writer:
        """Return what writes the folder."""
        return _CocoWriter(folder, plan)


class _CocoWriter:
    """Collects the images and their objects, and writes a file for each split at the end."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._folder = folder
        self._plan = plan
        self._label_ids = numbered(plan.labels, plan.ids.labels)
        self._image_ids = numbered(plan.names, plan.ids.images)
        self._images: dict[str, dict[str, Any]] = {}
        self._objects: dict[str, list[dict[str, Any]]] = {}
        self._count = 0

    def add(self, sample: Sample, annotation: Annotation | None) -> None:
        """Write one image, and keep what is said of it."""
        self._plan.place(sample.path, self._folder / "images" / sample.name)
        annotation = annotation or _empty(sample)
        number = self._image_ids[sample.name]
        size = {"width": annotation.width, "height": annotation.height}
        self._images[sample.name] = {"id": number, **size, "file_name": sample.name}
        self._objects[sample.name] = [
            entry for found in annotation.objects if (entry := self._entry(found, annotation, number)) is not None
        ]

    def finish(self) -> None:
        """Write the files; images in no split are in ``instances_default.json``."""
        in_sets = {name for names in self._plan.sets.values() for name in names}
        rest = tuple(name for name in self._images if name not in in_sets)
        sets = dict(self._plan.sets)
        if rest or not sets:
            sets["default"] = (*sets.get("default", ()), *rest)
        for split, names in sets.items():
            there = [name for name in names if name in self._images]
            content = {
                "info": {"description": "", "version": "1.0"},
                "licenses": [],
                "categories": [{"id": k, "name": label, "supercategory": ""} for label, k in self._label_ids.items()],
                "images": [self._images[name] for name in there],
                "annotations": [entry for name in there for entry in self._objects[name]],
            }
            text = json.dumps(content, ensure_ascii=False)
            write_new(self._folder / "annotations" / f"instances_{split}.json", text.encode())

    def _entry(self, found: VocObject, annotation: Annotation, image: int) -> dict[str, Any] | None:
        """Return the object as COCO has it; None for a point."""
        if isinstance(found.shape, Point):
            return None
        self._count += 1
        entry: dict[str, Any] = {"id": self._count, "image_id": image, "category_id": self._label_ids[found.label]}
        entry |= _shape_entry(found, annotation)
        entry["iscrowd"] = int(found.attribute(CROWD) == "true")
        attributes: dict[str, Any] = {flag: True for flag in FLAGS if getattr(found, flag)}
        attributes |= {"pose": found.pose} if found.pose != "Unspecified" else {}
        attributes |= {name: _value(name, text) for name, text in found.attributes if name != CROWD}
        return entry | ({"attributes": attributes} if attributes else {})


def numbered(names: tuple[str, ...], known: Mapping[str, int]) -> dict[str, int]:
    """Return a number for each name: the one known for it, else the next ones after all of those, from 1 on."""
    following = max(known.values(), default=0) + 1
    numbers: dict[str, int] = {}
    for name in names:
        if name not in known:
            numbers[name], following = following, following + 1
        else:
            numbers[name] = known[name]
    return numbers


def _shape_entry(found: VocObject, annotation: Annotation) -> dict[str, Any]:
    """Return bbox, area and segmentation of a shape."""
    shape = found.shape
    if isinstance(shape, Polyline):
        pixels = shape_mask(shape, (annotation.height, annotation.width))
        shape = Mask.from_array(pixels) or shape.bounds
    bounds = shape.bounds
    segmentation: Any = []
    area: float = bounds.area
    if isinstance(shape, Polygon):
        segmentation, area = [[_number(side) for point in shape.points for side in point]], shape.area
    elif isinstance(shape, Mask):
        height, width = annotation.height, annotation.width
        segmentation = {"size": [height, width], "counts": packed(runs_of(shape, height, width))}
        area = shape.area
    return {"bbox": _edges(bounds), "area": _number(area), "segmentation": segmentation}


def _value(name: str, text: str) -> str | float:
    """Return an attribute's value: the rotation as a number, as CVAT has it, where that says the same."""
    try:
        return float(text) if name == ROTATION and text_of(float(text)) == text else text
    except ValueError:
        return text


def _edges(box: Box) -> list[float]:
    return [_number(box.x0), _number(box.y0), _number(box.width), _number(box.height)]


def _number(value: float) -> float:
    """Return the number to a thousandth, a whole one without a point."""
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _empty(sample: Sample) -> Annotation:
    width, height = read_size(sample.path)
    return Annotation(filename=sample.name, width=width, height=height)
