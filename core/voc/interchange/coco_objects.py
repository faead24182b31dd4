"""The objects of one image in a COCO file: boxes, polygons, masks, and the attributes that CVAT adds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import ImageFileError, InterchangeError, InvalidValueError
from core.geometry import Box, Mask, Polygon, Shape
from core.images import read_size
from core.rectangle import rectangle
from core.voc.annotation import ROTATION, Annotation, VocObject, checked_text
from core.voc.interchange.content import Tell
from core.voc.interchange.json_files import numbers_in, text_of
from core.voc.interchange.rle import mask_of
from core.voc.masks import shape_mask

CROWD = "iscrowd"
"""Attribute of an object that COCO marks as a crowd."""
FLAGS = ("difficult", "truncated", "occluded")


def id_of(value: object) -> int:
    """Return a number that stands for an id; -1 for what is none."""
    return value if isinstance(value, int) else -1


@dataclass(frozen=True)
class ObjectReader:
    """Reads the objects of one image: ``file`` is where they stand, ``labels`` its categories by their numbers."""

    file: Path
    image_name: str
    labels: dict[int, str]

    def annotation(self, path: Path, found: Sequence[dict[str, Any]], said: tuple[int, int], tell: Tell) -> Annotation:
        """Return what the file's entries say of the image in ``path``, in the pixels that it really has.

        ``said`` is the size (width, height) that the file gives it, 0 where it gives none.

        Raises:
            ImageFileError: the image cannot be read.
        """
        size = read_size(path)
        if all(said) and said != size:
            written = f"{said[0]} x {said[1]}"
            self._tell(tell, f"says {written} pixels, but the image has {size[0]} x {size[1]}: see whether it fits")
        objects = [one for entry in found for one in self._objects(entry, size, tell)]
        return Annotation(filename=path.name, width=size[0], height=size[1], objects=tuple(objects))

    def _objects(self, entry: dict[str, Any], size: tuple[int, int], tell: Tell) -> Iterator[VocObject]:
        label = self.labels.get(id_of(entry.get("category_id")))
        if label is None:
            self._tell(tell, f"has an object of the unknown category {entry.get('category_id')!r}: it was left out")
            return
        try:
            shape = self._shape(entry, size)
            attributes = entry.get("attributes")
            found = with_attributes(
                VocObject(label=label, shape=shape), attributes if isinstance(attributes, dict) else {}
            )
        except (ValueError, InvalidValueError, ImageFileError) as error:
            self._tell(tell, f"has an object of {label} that cannot be read ({error}): it was left out")
            return
        yield found.with_attribute(CROWD, "true") if entry.get("iscrowd") else found

    def _shape(self, entry: dict[str, Any], size: tuple[int, int]) -> Shape:
        outline = entry.get("segmentation")
        if isinstance(outline, dict):
            mask = self._mask(outline, size)
            if mask is not None:
                return mask
        elif outline:
            shape = _polygons(outline, size)
            if shape is not None:
                return shape
        numbers = numbers_in(entry.get("bbox"))
        if len(numbers) != 4:
            raise ValueError(f"a bbox of {len(numbers)} numbers")
        x, y, width, height = numbers
        if width < 0 or height < 0:
            raise ValueError("a width or height below 0")
        return Box(x, y, round(x + width, 6), round(y + height, 6))

    def _mask(self, outline: dict[str, Any], size: tuple[int, int]) -> Mask | None:
        height, width = (int(side) for side in numbers_in(outline.get("size")))
        if (width, height) != size:
            raise ValueError(f"a mask of {width} x {height} pixels for an image of {size[0]} x {size[1]}")
        counts = outline.get("counts")
        return mask_of(counts if isinstance(counts, str) else [int(n) for n in numbers_in(counts)], height, width)

    def _tell(self, tell: Tell, reason: str) -> None:
        tell(InterchangeError(self.file, f"{self.image_name} {reason}."))


def with_attributes(found: VocObject, attributes: dict[str, Any]) -> VocObject:
    """Return the object with flags, pose and attributes as CVAT writes them; a box that says its turn is turned.

    Raises:
        InvalidValueError: a name or a value cannot be an attribute.
    """
    rotation = attributes.get(ROTATION)
    if isinstance(found.shape, Box) and isinstance(rotation, int | float) and rotation:
        found = replace(found, shape=_turned(found.shape, float(rotation)))
    for name, value in attributes.items():
        text = text_of(value)
        if name in FLAGS and isinstance(value, bool):
            found = replace(found, **{name: value})  # type: ignore[arg-type]  # the three flags are bools
        elif name == "pose" and text:
            found = replace(found, pose=checked_text(text, "pose"))
        elif text and not (name == ROTATION and isinstance(found.shape, Box)):
            found = found.with_attribute(name, text)
    return found


def _turned(box: Box, degrees: float) -> Polygon:
    """Return the box turned clockwise, as seen, about its centre."""
    return rectangle(((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2), box.width, box.height, degrees)


def _polygons(outline: object, size: tuple[int, int]) -> Polygon | Mask | None:
    """Return one part as a polygon, several together as a mask; None where they hold no pixel."""
    parts = outline if isinstance(outline, list) and outline and isinstance(outline[0], list) else [outline]
    polygons = []
    for part in parts:
        numbers = numbers_in(part)
        if len(numbers) < 6 or len(numbers) % 2:
            raise ValueError(f"an outline of {len(numbers)} numbers")
        polygons.append(Polygon(tuple(zip(numbers[0::2], numbers[1::2], strict=True))))
    if len(polygons) == 1:
        return polygons[0]
    pixels = np.zeros(size[::-1], dtype=bool)
    for polygon in polygons:
        pixels |= shape_mask(polygon, pixels.shape)
    return Mask.from_array(pixels)
