"""YOLO: ``images/``, ``labels/`` and data.yaml, in its three kinds: boxes, outlines, rotated boxes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import cv2
import numpy as np
import yaml

from core.clipping import clipped
from core.files import write_new
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.outline import joined, parts_of
from core.rectangle import is_rectangle
from core.voc.annotation import ROTATION, Annotation, VocObject
from core.voc.dataset import entry_names
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.format import Plan, Writer
from core.voc.interchange.losses import LossKind, lost_attributes, lost_flags, lost_of_image
from core.voc.interchange.yolo_reading import looks_like_yolo, read_yolo
from core.voc.masks import shape_mask


class Task(StrEnum):
    """What a line of a label file holds after its label number."""

    BOXES = "boxes"
    OUTLINES = "outlines"
    ROTATED = "rotated boxes"


_BECOMES = {
    (Task.BOXES, Polygon): LossKind.POLYGON_TO_BOX,
    (Task.BOXES, Mask): LossKind.MASK_TO_BOX,
    (Task.BOXES, Polyline): LossKind.PATH_TO_BOX,
    (Task.OUTLINES, Box): LossKind.BOX_TO_OUTLINE,
    (Task.OUTLINES, Mask): LossKind.MASK_TO_OUTLINE,
    (Task.OUTLINES, Polyline): LossKind.PATH_TO_OUTLINE,
    (Task.ROTATED, Polygon): LossKind.OUTLINE_TO_ROTATED,
    (Task.ROTATED, Mask): LossKind.OUTLINE_TO_ROTATED,
    (Task.ROTATED, Polyline): LossKind.OUTLINE_TO_ROTATED,
}


@dataclass(frozen=True)
class Yolo:
    """YOLO's text files of one task; reading tells the tasks apart by itself, line by line."""

    name: str
    title: str
    task: Task
    holds_unlabelled: bool = False
    holds_splits: bool = True

    def recognises(self, folder: Path) -> bool:
        """Tell whether there is a data.yaml, or label files."""
        return looks_like_yolo(folder)

    def read(self, folder: Path) -> Content:
        """Return what the label files say.

        Raises:
            InterchangeError: there are no images, or data.yaml cannot be read.
        """
        return read_yolo(folder)

    def lost(self, annotation: Annotation) -> Iterator[LossKind]:
        """Yield all but labels and what the task's kind of shape holds."""
        yield from lost_of_image(annotation)
        for found in annotation.objects:
            if isinstance(found.shape, Point):
                yield LossKind.POINT
                continue
            part = _part_inside(found, (annotation.width, annotation.height), self.task)
            if part is None:
                yield LossKind.OUTSIDE
                continue
            yield from self._lost_of_shape(found, annotation)
            if part != found.shape:
                yield LossKind.CUT
            yield from (kind for kind in lost_attributes(found) if not self._keeps(kind, found))
            if lost_flags(found):
                yield LossKind.FLAGS

    def _lost_of_shape(self, found: VocObject, annotation: Annotation) -> Iterator[LossKind]:
        turned = _is_turned(found)
        if turned and self.task is Task.BOXES:
            yield LossKind.ROTATED_TO_BOX
        elif not (turned and self.task is Task.ROTATED) and (kind := _BECOMES.get((self.task, type(found.shape)))):
            yield kind
        if self.task is Task.OUTLINES and isinstance(found.shape, Mask | Polyline):
            parts = parts_of(shape_mask(found.shape, (annotation.height, annotation.width)))
            if len(parts) > 1 or any(part.holes for part in parts):
                yield LossKind.HOLES_CUT

    def _keeps(self, kind: LossKind, found: VocObject) -> bool:
        return kind is LossKind.ROTATION_ATTRIBUTE and self.task is not Task.OUTLINES and _is_turned(found)

    def writer(self, folder: Path, plan: Plan) -> Writer:
        """Return what writes the folder."""
        return _YoloWriter(folder, plan, self.task)


class _YoloWriter:
    """Writes ``images/SPLIT/`` and ``labels/SPLIT/``; without the split's folder where splits share images."""

    def __init__(self, folder: Path, plan: Plan, task: Task) -> None:
        self._folder = folder
        self._plan = plan
        self._task = task
        self._numbers = {label: number for number, label in enumerate(plan.labels)}
        self._entries = entry_names(plan.names)
        splits = [(name, split) for split, names in plan.sets.items() for name in names]
        self._split_of = dict(splits)
        self._in_folders = len(self._split_of) == len(splits)
        self._written: set[str] = set()

    def add(self, sample: Sample, annotation: Annotation | None) -> None:
        """Write one image and its label file; an image without objects has an empty one."""
        below = f"{self._split_of[sample.name]}/" if self._in_folders and sample.name in self._split_of else ""
        self._plan.place(sample.path, self._folder / "images" / f"{below}{sample.name}")
        lines = [line for found in annotation.objects if (line := self._line(found, annotation))] if annotation else []
        path = self._folder / "labels" / f"{below}{self._entries[sample.name]}.txt"
        write_new(path, "".join(f"{line}\n" for line in lines).encode())
        self._written.add(sample.name)

    def finish(self) -> None:
        """Write data.yaml, classes.txt, and the lists where splits share images."""
        content: dict[str, object] = {"path": "."}
        for split, names in self._plan.sets.items():
            content[split] = f"images/{split}" if self._in_folders else f"{split}.txt"
            if not self._in_folders:
                lines = "".join(f"./images/{name}\n" for name in names if name in self._written)
                write_new(self._folder / f"{split}.txt", lines.encode())
        if not self._plan.sets:
            content["train"] = "images"
        content["names"] = {number: label for label, number in self._numbers.items()}
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
        write_new(self._folder / "data.yaml", text.encode())
        write_new(self._folder / "classes.txt", "".join(f"{label}\n" for label in self._plan.labels).encode())

    def _line(self, found: VocObject, annotation: Annotation) -> str | None:
        """Return the line of an object, None for a point and for what lies outside of the image."""
        size = annotation.width, annotation.height
        part = None if isinstance(found.shape, Point) else _part_inside(found, size, self._task)
        if part is None:
            return None
        if self._task is Task.BOXES:
            box = part.bounds
            values = _shares([((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2), (box.width, box.height)], size)
        elif self._task is Task.OUTLINES:
            values = _shares(_outline(part, size), size)
        else:
            values = _shares(_corners(part, size, turned=_is_turned(found)), size)
        return " ".join([str(self._numbers[found.label]), *values])


def _part_inside(found: VocObject, size: tuple[int, int], task: Task) -> Shape | None:
    """Return the part of a shape in its image, None where there is none; the very shape where it lies wholly inside.

    Readers leave out whole images for one number beyond the border. Only a rotated box stays a rectangle.
    """
    shape, within = found.shape, found.shape.bounds.clamped(*size)
    if within == shape.bounds or (task is Task.ROTATED and _is_turned(found)):
        return shape
    if task is Task.BOXES:
        return within if within.area > 0 else None
    if isinstance(shape, Mask | Polyline):
        return Mask.from_array(shape_mask(shape, size[::-1]))
    return clipped(shape, *size)


def _is_turned(found: VocObject) -> bool:
    """Tell whether the object is a rotated box."""
    return isinstance(found.shape, Polygon) and found.attribute(ROTATION) is not None and is_rectangle(found.shape)


def _shares(points: list[XY], size: tuple[int, int]) -> list[str]:
    """Return the numbers of points as shares of width and height, with ten figures."""
    return [f"{value / side:.10g}" for point in points for value, side in zip(point, size, strict=True)]


def _outline(shape: Shape, size: tuple[int, int]) -> list[XY]:
    """Return the outline of a shape; of pixels, the one along their edges, with cuts between parts and holes."""
    if isinstance(shape, Polygon):
        return list(shape.points)
    if isinstance(shape, Mask | Polyline):
        parts = parts_of(shape_mask(shape, size[::-1]))
        if parts:
            return list(joined(parts))
    return _box_corners(shape.bounds)


def _corners(shape: Shape, size: tuple[int, int], *, turned: bool) -> list[XY]:
    """Return the four corners of a shape's rotated box; of a box its own, and of one that is ``turned`` already."""
    outline = _outline(shape, size)
    if turned or isinstance(shape, Box):
        return outline
    points = np.asarray(outline, dtype=np.float32)
    return [(float(x), float(y)) for x, y in cv2.boxPoints(cv2.minAreaRect(points))]


def _box_corners(box: Box) -> list[XY]:
    return [(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]
