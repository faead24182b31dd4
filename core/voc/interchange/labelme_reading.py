"""labelme's and X-AnyLabeling's JSON files as a Content: one beside each image."""

import base64
import binascii
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import acos, ceil, cos, hypot, pi, sin
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from core.errors import AnnotrainError, InterchangeError, InvalidValueError
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.images import read_size
from core.rectangle import angle_text
from core.voc.annotation import GROUP, ROTATION, TEXT, Annotation, VocObject, checked_text
from core.voc.interchange.content import Content, Sample, Tell
from core.voc.interchange.image_files import ImageFiles
from core.voc.interchange.json_files import mentions, numbers_in, objects_in, read_object, text_of

WIDTH = "line_width"
"""Our own key of a line's width in pixels; labelme keeps it and shows none."""
FLAGS = ("truncated", "occluded")

_CIRCLE_ERROR = 0.25  # how far, in pixels, a circle's outline may lie from the circle
_POINTS = {"rectangle": 2, "polygon": 3, "circle": 2, "line": 2, "linestrip": 2, "point": 1, "mask": 2, "rotation": 4}
_BAD_MASK = (ValueError, OSError, SyntaxError, binascii.Error)


def labelme_files(folder: Path) -> Iterator[Path]:
    """Yield the JSON files in and below the folder that look like labelme's."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if name.endswith(".json") and not name.startswith(".")):
            path = Path(parent, name)
            if mentions(path, "shapes"):
                yield path


def read_labelme(folder: Path) -> Content:
    """Return what the files beside the images say; images without one are unlabelled.

    Raises:
        InterchangeError: there are no images.
    """
    images = ImageFiles(folder)
    files: dict[str, Path] = {}
    problems: list[AnnotrainError] = []
    for path in labelme_files(folder):
        image = _image_of(path, folder, images)
        if image is None:
            problems.append(InterchangeError(path, "belongs to an image that is not there: put the image beside it."))
        elif image in files:
            reason = f"belongs to {image} as {files[image].name} does: only the other was taken."
            problems.append(InterchangeError(path, reason))
        else:
            files[image] = path
    if not images.paths:
        raise InterchangeError(folder, "holds no images beside its JSON files: put them there.")
    samples = tuple(_sample(folder, image, files.get(image)) for image in sorted(images.paths))
    return Content(root=folder, samples=samples, problems=tuple(problems))


def _image_of(path: Path, folder: Path, images: ImageFiles) -> str | None:
    """Return the image of a file: that of its own name, or the one that it names."""
    beside = path.relative_to(folder).with_suffix("").as_posix()
    if (own := images.of_stem(beside)) is not None:
        return own
    try:
        named = text_of(read_object(path).get("imagePath"))
    except InterchangeError:
        return None
    parent = path.parent.relative_to(folder).as_posix()
    found = images.find(named, ["" if parent == "." else parent])
    return found[0] if found else None


def _sample(folder: Path, image: str, file: Path | None) -> Sample:
    path = folder / image

    def read(tell: Tell) -> Annotation | None:
        return None if file is None else LabelmeFile(file).annotation(path, tell)

    return Sample(image, path, read)


@dataclass(frozen=True)
class LabelmeFile:
    """One JSON file of labelme or X-AnyLabeling."""

    path: Path

    def annotation(self, image: Path, tell: Tell) -> Annotation:
        """Return what the file says of the image.

        Raises:
            AnnotrainError: the file or the image cannot be read.
        """
        content = read_object(self.path)
        size = read_size(image)
        written = (content.get("imageWidth"), content.get("imageHeight"))
        if all(isinstance(side, int) and side for side in written) and written != size:
            reason = f"says {written[0]} x {written[1]} pixels, but {image.name} has {size[0]} x {size[1]}"
            tell(InterchangeError(self.path, f"{reason}: see whether it fits."))
        objects = [found for entry in objects_in(content.get("shapes")) for found in self._objects(entry, tell)]
        flags = content.get("flags")
        tags = [" ".join(tag.split()) for tag, on in flags.items() if on is True] if isinstance(flags, dict) else []
        return Annotation(
            filename=image.name,
            width=size[0],
            height=size[1],
            objects=tuple(objects),
            tags=tuple(filter(None, tags)),
            verified=content.get("verified") is True,
            checked=content.get("checked") is True,
        )

    def _objects(self, entry: dict[str, Any], tell: Tell) -> Iterator[VocObject]:
        label = text_of(entry.get("label"))
        kind = text_of(entry.get("shape_type")) or "polygon"
        try:
            yield self._with_rest(VocObject(label=label, shape=_shape(kind, entry)), entry)
        except (ValueError, InvalidValueError) as error:
            tell(InterchangeError(self.path, f"has a {kind} of {label!r} that was left out: {error}"))

    def _with_rest(self, found: VocObject, entry: dict[str, Any]) -> VocObject:
        """Return the object with its flags, group, text and attributes."""
        flags = entry.get("flags") if isinstance(entry.get("flags"), dict) else {}
        attributes = entry.get("attributes") if isinstance(entry.get("attributes"), dict) else {}
        found = replace(
            found,
            difficult=entry.get("difficult") is True or _flag(flags, "difficult"),
            truncated=_flag(flags, "truncated"),
            occluded=_flag(flags, "occluded"),
        )
        if pose := text_of((attributes or {}).get("pose")):
            found = replace(found, pose=checked_text(pose, "pose"))
        pairs: list[tuple[str, object]] = [(GROUP, entry.get("group_id")), (TEXT, entry.get("description"))]
        pairs += [(name, on) for name, on in (flags or {}).items() if on is True and name not in ("difficult", *FLAGS)]
        pairs += [(name, value) for name, value in (attributes or {}).items() if name != "pose"]
        for name, value in pairs:
            if text := text_of(value):
                found = found.with_attribute(name, text)
        if isinstance(found.shape, Polygon) and entry.get("shape_type") == "rotation" and not found.attribute(ROTATION):
            found = found.with_attribute(ROTATION, angle_text(found.shape))
        return found


def _flag(flags: Any, name: str) -> bool:
    return isinstance(flags, dict) and flags.get(name) is True


def _shape(kind: str, entry: dict[str, Any]) -> Shape:
    """Return the shape of an entry.

    Raises:
        ValueError: it cannot be read, in words for a person.
    """
    if kind not in _POINTS:
        raise ValueError("shapes of this kind are not known here.")
    try:
        points = [(x, y) for x, y in (numbers_in(point) for point in entry.get("points") or [])]
    except (ValueError, TypeError) as error:
        raise ValueError("its points are no pairs of numbers.") from error
    if len(points) < _POINTS[kind] and not (kind == "rectangle" and len(points) == 4):
        raise ValueError(f"it has {len(points)} points and needs {_POINTS[kind]}.")
    match kind:
        case "rectangle":
            return Box.around(points)
        case "circle":
            return circle(points[0], hypot(points[1][0] - points[0][0], points[1][1] - points[0][1]))
        case "line" | "linestrip":
            width = entry.get(WIDTH)
            return Polyline(tuple(points), float(width) if isinstance(width, int | float) and width > 0 else 1.0)
        case "point":
            return Point(*points[0])
        case "mask":
            return _mask(entry.get("mask"), points[0])
        case _:
            return Polygon(tuple(points))


def circle(center: XY, radius: float) -> Polygon:
    """Return a polygon that lies within a quarter of a pixel of the circle."""
    if radius <= 0:
        raise ValueError("its radius is 0.")
    count = max(12, ceil(pi / acos(1 - _CIRCLE_ERROR / max(radius, 1.0))))
    angles = [2 * pi * place / count for place in range(count)]
    x, y = center
    return Polygon(tuple((round(x + radius * cos(a), 3), round(y + radius * sin(a), 3)) for a in angles))


def _mask(coded: object, corner: XY) -> Mask:
    try:
        if not isinstance(coded, str):
            raise ValueError("no PNG")
        with Image.open(io.BytesIO(base64.b64decode(coded, validate=True))) as image:
            pixels = np.asarray(image.convert("L")) > 0
    except _BAD_MASK as error:
        raise ValueError("its mask is no PNG.") from error
    mask = Mask.from_array(pixels, round(corner[0]), round(corner[1]))
    if mask is None:
        raise ValueError("its mask has no pixels.")
    return mask
