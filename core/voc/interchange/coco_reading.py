"""COCO's instances files as a Content: boxes, polygons, masks, and the attributes that CVAT adds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import AnnotrainError, ImageFileError, InterchangeError, InvalidValueError
from core.geometry import Box, Mask, Polygon, Shape
from core.images import read_size
from core.voc.annotation import ROTATION, Annotation, VocObject, checked_text
from core.voc.interchange.content import Content, Ids, Sample, Tell
from core.voc.interchange.image_files import ImageFiles, unique_names
from core.voc.interchange.json_files import mentions, numbers_in, objects_in, read_object, text_of
from core.voc.interchange.rle import mask_of
from core.voc.masks import shape_mask

CROWD = "iscrowd"
"""Attribute of an object that COCO marks as a crowd."""
FLAGS = ("difficult", "truncated", "occluded")

_YEAR = re.compile(r"(train|val|test)(\d{4})")
_NO_SPLIT = frozenset({"", "default", "all", "annotations", "coco", "instances"})
_OTHER_TASKS = ("person_keypoints_", "captions_", "stuff_", "panoptic_", "image_info_")


def coco_files(folder: Path) -> list[Path]:
    """Return the JSON files that may be COCO's: in the folder, in ``annotations``, or in a folder of a split."""
    found = [*folder.glob("*.json"), *folder.glob("*/*.json")]
    likely = [path for path in sorted(found) if mentions(path, "images", "annotations")]
    instances = [path for path in likely if path.name.startswith("instances_")]
    return instances or [path for path in likely if not path.name.startswith(_OTHER_TASKS)]


def read_coco(folder: Path) -> Content:
    """Return what all the files say together; a file's name or folder is the name of its split.

    Raises:
        InterchangeError: not one of the files can be read.
    """
    reading = _Reading(folder, ImageFiles(folder))
    for path in coco_files(folder):
        try:
            reading.add(path)
        except InterchangeError as error:
            reading.problems.append(error)
    if not reading.images:
        raise next(iter(reading.problems), InterchangeError(folder, "holds no COCO file with images."))
    return reading.content()


@dataclass
class _Image:
    """An image as the files name it: its path below the folder, its number, its size and its objects there."""

    path: str
    name: str
    number: int
    size: tuple[int, int]
    file: Path
    found: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class _Reading:
    """Collects several files of one dataset."""

    folder: Path
    files: ImageFiles
    images: dict[str, _Image] = field(default_factory=dict)
    labels: dict[Path, dict[int, str]] = field(default_factory=dict)
    sets: dict[str, list[str]] = field(default_factory=dict)
    problems: list[AnnotrainError] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """Take in one file."""
        content = read_object(path)
        split = split_of(path, self.folder)
        self._add_labels(path, content)
        by_number: dict[int, _Image] = {}
        for entry in objects_in(content.get("images")):
            image = self._image(path, split, entry)
            if image is not None:
                by_number[_key(entry.get("id"))] = image
                self.sets.setdefault(split, []).append(image.path)
        self._add_objects(path, content, by_number)

    def _add_labels(self, path: Path, content: dict[str, Any]) -> None:
        self.labels[path] = {}
        used = {_key(entry.get("category_id")) for entry in objects_in(content.get("annotations"))}
        categories = objects_in(content.get("categories"))
        groups = {text_of(entry.get("supercategory")) for entry in categories}
        for entry in categories:
            number, name = entry.get("id"), text_of(entry.get("name"))
            if _key(number) not in used and name in groups and len(categories) > 1:
                continue  # Roboflow's name of the whole, which no object has
            try:
                self._add_label(path, number, checked_text(name, "label"))
            except InvalidValueError as error:
                self.problems.append(InterchangeError(path, f"has a category that cannot be a label: {error}"))

    def _add_label(self, path: Path, number: object, name: str) -> None:
        if not isinstance(number, int):
            self.problems.append(InterchangeError(path, f"has the category {name!r} without a number: give it an id."))
        elif self.labels[path].setdefault(number, name) != name:
            reason = f"calls the category {number} {name!r} and {self.labels[path][number]!r}: the first is taken."
            self.problems.append(InterchangeError(path, reason))

    def _image(self, path: Path, split: str, entry: dict[str, Any]) -> _Image | None:
        named = text_of(entry.get("file_name"))
        bases = _bases(self.folder, path, split)
        found = self.files.find(named, bases)
        if found is None:
            reason = f"names the image {named!r}, which is not there: it was left out; put it into images/."
            self.problems.append(InterchangeError(path, reason))
            return None
        number = entry.get("id")
        size = tuple(side if isinstance(side := entry.get(name), int) else 0 for name in ("width", "height"))
        new = _Image(found[0], found[1], number if isinstance(number, int) else 0, (size[0], size[1]), path)
        return self.images.setdefault(found[0], new)

    def _add_objects(self, path: Path, content: dict[str, Any], by_number: dict[int, _Image]) -> None:
        strangers = keypoints = of_parts = 0
        for entry in objects_in(content.get("annotations")):
            image = by_number.get(_key(entry.get("image_id")))
            keypoints += bool(entry.get("num_keypoints") or entry.get("keypoints"))
            of_parts += _has_parts(entry.get("segmentation"))
            if image is None:
                strangers += 1
            elif image.file == path:  # one that another file had before comes with that file's objects
                image.found.append(entry)
        if strangers:
            reason = f"has {strangers} annotations of images that it does not list or that are missing: left out."
            self.problems.append(InterchangeError(path, reason))
        if keypoints:
            self.problems.append(InterchangeError(path, f"has keypoints on {keypoints} objects: they were left out."))

        if of_parts:
            reason = f"has {of_parts} outlines of several parts: they became masks, which can have parts."
            self.problems.append(InterchangeError(path, reason))

    def content(self) -> Content:
        """Return the whole."""
        names = unique_names((image.path, image.name) for image in self.images.values())
        labels = [label for own in self.labels.values() for _, label in sorted(own.items())]
        numbers = {label: number for own in self.labels.values() for number, label in own.items() if number > 0}
        numbers = numbers if len(set(numbers.values())) == len(numbers) else {}  # files number their labels otherwise
        ids = {names[image.path]: image.number for image in self.images.values() if image.number > 0}
        return Content(
            root=self.folder,
            samples=tuple(self._sample(image, names[image.path]) for image in self.images.values()),
            labels=tuple(dict.fromkeys(labels)),
            sets={split: tuple(names[path] for path in paths) for split, paths in self.sets.items() if split},
            ids=Ids(ids if len(set(ids.values())) == len(ids) else {}, numbers),
            problems=tuple(self.problems),
        )

    def _sample(self, image: _Image, name: str) -> Sample:
        path = self.folder / image.path
        reader = _ObjectReader(image.file, image.name, self.labels[image.file])
        return Sample(name, path, lambda tell: reader.annotation(path, image, tell))


@dataclass(frozen=True)
class _ObjectReader:
    """Reads the objects of one image."""

    file: Path
    image_name: str
    labels: dict[int, str]

    def annotation(self, path: Path, image: _Image, tell: Tell) -> Annotation:
        """Return what is said of the image, in the pixels that it really has."""
        size = read_size(path)
        if all(image.size) and image.size != size:
            written = f"{image.size[0]} x {image.size[1]}"
            self._tell(tell, f"says {written} pixels, but the image has {size[0]} x {size[1]}: see whether it fits")
        objects = [found for entry in image.found for found in self._objects(entry, size, tell)]
        return Annotation(filename=path.name, width=size[0], height=size[1], objects=tuple(objects))

    def _objects(self, entry: dict[str, Any], size: tuple[int, int], tell: Tell) -> Iterator[VocObject]:
        label = self.labels.get(_key(entry.get("category_id")))
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
        found = replace(found, shape=turned(found.shape, float(rotation)))
    for name, value in attributes.items():
        text = text_of(value)
        if name in FLAGS and isinstance(value, bool):
            found = replace(found, **{name: value})  # type: ignore[arg-type]  # the three flags are bools
        elif name == "pose" and text:
            found = replace(found, pose=checked_text(text, "pose"))
        elif text and not (name == ROTATION and isinstance(found.shape, Box)):
            found = found.with_attribute(name, text)
    return found


def turned(box: Box, degrees: float) -> Polygon:
    """Return the corners of a box turned clockwise, as seen, about its centre; the first edge is its top."""
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    right, down = cos(radians(degrees)), sin(radians(degrees))
    corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    return Polygon(
        tuple(
            (round(x + (cx - x) * right - (cy - y) * down, 3), round(y + (cx - x) * down + (cy - y) * right, 3))
            for cx, cy in corners
        )
    )


def split_of(path: Path, root: Path) -> str:
    """Return the name of the split that a file is of, "" for a whole dataset: ``instances_train2017`` is train."""
    below = path.parent.relative_to(root).parts
    split = path.stem.removeprefix("instances_").removesuffix("annotations.coco").strip("_")
    if split.lower() in _NO_SPLIT and below and below[-1].lower() not in ("annotations", *_NO_SPLIT):
        split = below[-1]
    if split.lower() in _NO_SPLIT:
        return ""
    year = _YEAR.fullmatch(split)
    return "val" if split == "valid" else year[1] if year else re.sub(r"[^\w.-]", "_", split)


def _bases(root: Path, path: Path, split: str) -> list[str]:
    """Return the folders below which the file's images may lie."""
    own = path.parent.relative_to(root).as_posix()
    own = "" if own == "." else own
    stem = path.stem.removeprefix("instances_")
    bases = ["images", f"images/{stem}", f"images/{split}", stem, split, own, "JPEGImages", ""]
    return list(dict.fromkeys(base.rstrip("/") for base in bases))


def _key(value: object) -> int:
    """Return a number that stands for an id; -1 for what is none."""
    return value if isinstance(value, int) else -1


def _has_parts(outline: object) -> bool:
    return isinstance(outline, list) and len(outline) > 1 and isinstance(outline[0], list)


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
