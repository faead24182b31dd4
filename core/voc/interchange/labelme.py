"""labelme: a JSON file beside each image."""

import base64
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from core.files import write_new
from core.geometry import Box, Mask, Point, Polygon, Polyline
from core.voc.annotation import GROUP, TEXT, Annotation, VocObject
from core.voc.dataset import entry_names
from core.voc.interchange.content import Content, Sample
from core.voc.interchange.format import Plan, Writer
from core.voc.interchange.labelme_reading import FLAGS, WIDTH, labelme_files, read_labelme
from core.voc.interchange.losses import LossKind

_VERSION = "5.5.0"  # the version of the format, which readers compare with their own


@dataclass(frozen=True)
class Labelme:
    """labelme's JSON with X-AnyLabeling's ``difficult`` and ``attributes``; imageData is never written."""

    name: str = "labelme"
    title: str = "labelme"
    holds_unlabelled: bool = True
    holds_splits: bool = False

    def recognises(self, folder: Path) -> bool:
        """Tell whether there is a file of labelme's in or below the folder."""
        return next(labelme_files(folder), None) is not None

    def read(self, folder: Path) -> Content:
        """Return what the files say.

        Raises:
            InterchangeError: there are no images.
        """
        return read_labelme(folder)

    def lost(self, _annotation: Annotation) -> Iterator[LossKind]:
        """Yield nothing: what labelme does not know is in keys that it keeps."""
        return iter(())

    def writer(self, folder: Path, plan: Plan) -> Writer:
        """Return what writes the folder."""
        return _LabelmeWriter(folder, plan)


class _LabelmeWriter:
    """Writes each image with its file beside it."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        self._folder = folder
        self._plan = plan
        self._entries = entry_names(plan.names)

    def add(self, sample: Sample, annotation: Annotation | None) -> None:
        """Write one image and its file."""
        self._plan.place(sample.path, self._folder / sample.name)
        if annotation is not None:
            text = json.dumps(_content(sample.name.rpartition("/")[2], annotation), ensure_ascii=False, indent=2)
            write_new(self._folder / f"{self._entries[sample.name]}.json", text.encode())

    def finish(self) -> None:
        """Write the labels, for ``labelme --labels``."""
        if self._plan.labels:
            write_new(self._folder / "labels.txt", "".join(f"{label}\n" for label in self._plan.labels).encode())


def _content(image: str, annotation: Annotation) -> dict[str, Any]:
    """Return what the file holds."""
    states = {name: True for name in ("verified", "checked") if getattr(annotation, name)}
    return {
        "version": _VERSION,
        "flags": dict.fromkeys(annotation.tags, True),
        "shapes": [_entry(found) for found in annotation.objects],
        "imagePath": image,
        "imageData": None,
        "imageHeight": annotation.height,
        "imageWidth": annotation.width,
        **states,
    }


def _entry(found: VocObject) -> dict[str, Any]:
    """Return one object."""
    group, text = found.attribute(GROUP), found.attribute(TEXT)
    attributes = {name: value for name, value in found.attributes if name not in (GROUP, TEXT)}
    attributes |= {"pose": found.pose} if found.pose != "Unspecified" else {}
    number = int(group) if group is not None and group.isdecimal() and str(int(group)) == group else None
    attributes |= {GROUP: group} if group is not None and number is None else {}
    return {
        "label": found.label,
        **_shape(found),
        "group_id": number,
        "description": text or "",
        "difficult": found.difficult,
        "flags": {name: True for name in FLAGS if getattr(found, name)},
        "attributes": attributes,
    }


def _shape(found: VocObject) -> dict[str, Any]:
    """Return the shape's kind and points, and the PNG of a mask."""
    match found.shape:
        case Box(x0, y0, x1, y1):
            return {"shape_type": "rectangle", "points": [[x0, y0], [x1, y1]], "mask": None}
        case Polygon(points):
            # Only X-AnyLabeling knows 'rotation'; labelme refuses a whole file for it, so the angle is an attribute.
            return {"shape_type": "polygon", "points": [list(point) for point in points], "mask": None}
        case Polyline(points, width):
            kind = "line" if len(points) == 2 else "linestrip"
            return {"shape_type": kind, "points": [list(point) for point in points], "mask": None, WIDTH: width}
        case Point(x, y):
            return {"shape_type": "point", "points": [[x, y]], "mask": None}
        case Mask() as mask:
            corners = [[mask.left, mask.top], [mask.left + mask.width - 1, mask.top + mask.height - 1]]
            return {"shape_type": "mask", "points": corners, "mask": _png(mask)}


def _png(mask: Mask) -> str:
    """Return the crop as a PNG of 1 bit in base64, as labelme writes it."""
    stream = io.BytesIO()
    Image.fromarray(mask.crop().astype(np.uint8) * 255).convert("1").save(stream, "PNG")
    return base64.b64encode(stream.getvalue()).decode("ascii")
