"""SegmentationClass and SegmentationObject: palette PNGs of the objects' pixels, both ways.

A pixel of the first holds its label's place in the label list (1 for the first), of the second its object's number;
0 is background and 255 void: the border of an object, which neither counts for nor against a prediction.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import InvalidValueError, MaskFileError
from core.files import write_atomic
from core.geometry import XY, Mask, Polygon, Polyline
from core.images import read_size
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset, ImageEntry

Drawn: TypeAlias = Mask | Polygon | Polyline
"""The shapes that say which pixels are theirs; boxes and points do not."""

VOID = 255
MOST = 254
"""The most labels, and objects in one image, that such a PNG can tell apart."""

_FAR = 2**28  # what OpenCV's drawing can hold, in sixteenths of a pixel
_THICKEST = 32_767


def voc_palette() -> bytes:
    """Return the 256 RGB colours of Pascal VOC's PNGs: the bits of the number dealt to red, green and blue."""
    colors = np.zeros((256, 3), np.uint8)
    for bit in range(8):
        for channel in range(3):
            colors[:, channel] |= ((np.arange(256) >> (3 * bit + channel)) & 1).astype(np.uint8) << (7 - bit)
    return colors.tobytes()


def export_png(
    dataset: Dataset, entry: ImageEntry, annotation: Annotation, label_names: Sequence[str], *, border: int = 0
) -> None:
    """Write the two PNGs of an image; objects that are boxes or points say nothing of pixels and are left out.

    Raises:
        InvalidValueError: an object's label is not in ``label_names``, or there are more than 254 of either.
        WriteError: a file cannot be written; the old one is unchanged.
    """
    for folder, png in png_files(annotation, label_names, border=border).items():
        write_atomic(dataset.root / folder / f"{entry.name}.png", png)


def png_files(annotation: Annotation, label_names: Sequence[str], *, border: int = 0) -> dict[str, bytes]:
    """Return the two PNGs by the name of their folder.

    Raises:
        InvalidValueError: an object's label is not in ``label_names``, or there are more than 254 of either.
    """
    classes, objects = draw(annotation, label_names, border=border)
    return {"SegmentationClass": _png(classes), "SegmentationObject": _png(objects)}


def import_png(dataset: Dataset, entry: ImageEntry, label_names: Sequence[str]) -> tuple[VocObject, ...]:
    """Return the objects of the image's PNGs; none where it has no class PNG.

    Raises:
        MaskFileError: a PNG cannot be read, is not of the image's size or holds a label that is not in the list.
    """
    class_path = dataset.root / "SegmentationClass" / f"{entry.name}.png"
    object_path = dataset.root / "SegmentationObject" / f"{entry.name}.png"
    if not class_path.exists():
        return ()
    size = read_size(entry.path)
    classes = _read_png(class_path, size)
    objects = _read_png(object_path, size) if object_path.exists() else None
    if too_high := [int(value) for value in np.unique(classes) if len(label_names) < value < VOID]:
        reason = (
            f"holds the label number {too_high[0]}, but the list has {len(label_names)} labels: complete labels.txt."
        )
        raise MaskFileError(class_path, reason)
    return found_in(classes, objects, label_names)


def draw(
    annotation: Annotation, label_names: Sequence[str], *, border: int = 0
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the class and the object numbers as (height, width) uint8; a later object covers an earlier one.

    ``border`` pixels across each object's edge become void, half of them inside: VOC has 5.

    Raises:
        InvalidValueError: an object's label is not in ``label_names``, or there are more than 254 of either.
    """
    classes = np.zeros((annotation.height, annotation.width), np.uint8)
    objects = np.zeros_like(classes)
    drawn = [(found.label, found.shape) for found in annotation.objects if isinstance(found.shape, Drawn)]
    if len(drawn) > MOST or len(label_names) > MOST:
        raise InvalidValueError(f"A mask PNG tells at most {MOST} objects and labels apart: use fewer.")
    for number, (label, shape) in enumerate(drawn, start=1):
        if label not in label_names:
            raise InvalidValueError(f"The label {label!r} is not in the label list: add it there.")
        mask = shape_mask(shape, classes.shape)  # one at a time: each is as large as the image
        classes[mask] = label_names.index(label) + 1
        objects[mask] = number
    if border > 0:
        edge = _edge(objects, border)
        classes[edge] = objects[edge] = VOID
    return classes, objects


def covered(annotation: Annotation) -> int:
    """Return how many objects lose pixels to later ones where each pixel belongs to one."""
    drawn = [found.shape for found in annotation.objects if isinstance(found.shape, Drawn)]
    if len(drawn) < 2:
        return 0
    over = np.zeros((annotation.height, annotation.width), dtype=bool)
    lost = 0
    for shape in reversed(drawn):
        mask = shape_mask(shape, over.shape)
        lost += bool((mask & over).any())
        over |= mask
    return lost


def found_in(
    classes: NDArray[np.uint8], objects: NDArray[np.uint8] | None, label_names: Sequence[str]
) -> tuple[VocObject, ...]:
    """Return the objects as masks: one for each number and label, or each connected area where there are no numbers."""
    found = []
    for value in (int(value) for value in np.unique(classes) if 0 < value < VOID):
        if objects is None:
            _, numbers = cv2.connectedComponents((classes == value).astype(np.uint8), connectivity=8)
        else:
            numbers = np.where((classes == value) & (objects != VOID), objects, 0).astype(np.int32)
        found += [(number, value, mask) for number, mask in _masks_of(numbers)]
    if objects is not None:
        found.sort(key=lambda entry: entry[0])
    return tuple(VocObject(label=label_names[value - 1], shape=mask) for _, value, mask in found)


def shape_mask(shape: Drawn, size: tuple[int, ...]) -> NDArray[np.bool_]:
    """Return the shape's pixels as a bool array of ``size`` (height, width)."""
    height, width = size
    match shape:
        case Mask():
            return shape.to_array(width, height)
        case Polygon(points):
            return _filled(points, height, width)
        case Polyline(points, thickness):
            return _stroked(points, thickness, height, width)


def _filled(points: tuple[XY, ...], height: int, width: int) -> NDArray[np.bool_]:
    """Return the pixels whose centre lies inside by the even-odd rule: exact, where cv2.fillPoly adds the outline."""
    x, y = np.asarray(points, dtype=float).T
    x_next, y_next = np.roll(x, -1), np.roll(y, -1)
    inside = np.zeros((height, width), dtype=bool)
    for row in range(max(0, int(np.floor(y.min()))), min(height, int(np.ceil(y.max())))):
        center = row + 0.5
        crossing = (y <= center) != (y_next <= center)
        x0, y0, x1, y1 = x[crossing], y[crossing], x_next[crossing], y_next[crossing]
        places = np.sort(x0 + (center - y0) * (x1 - x0) / (y1 - y0))
        columns = np.clip(np.ceil(places - 0.5), 0, width).astype(int)
        for start, end in columns.reshape(-1, 2):
            inside[row, start:end] = True
    return inside


def _stroked(points: tuple[XY, ...], thickness: float, height: int, width: int) -> NDArray[np.bool_]:
    """Return the pixels of a line of that thickness, at least 1."""
    canvas = np.zeros((height, width), np.uint8)
    sixteenths = np.clip(np.rint((np.asarray(points, dtype=float) - 0.5) * 16), -_FAR, _FAR).astype(np.int32)
    pixels = min(max(1, round(thickness)), _THICKEST)
    cv2.polylines(canvas, [sixteenths.reshape(-1, 1, 2)], False, 1, thickness=pixels, shift=4)
    return canvas.astype(bool)


def _edge(objects: NDArray[np.uint8], border: int) -> NDArray[np.bool_]:
    """Return where an object meets another or the background: ``border`` pixels across, the odd one outside."""
    inner, outer = border // 2, border - border // 2
    near = [cv2.dilate(objects, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) for reach in (inner, outer)]
    least = cv2.erode(objects, np.ones((2 * inner + 1, 2 * inner + 1), np.uint8))
    inside = (objects > 0) & ((near[0] != objects) | (least != objects))
    return np.asarray(inside | ((objects == 0) & (near[1] > 0)))


def _masks_of(numbers: NDArray[np.int32]) -> list[tuple[int, Mask]]:
    """Return the mask of every number above 0 in the array."""
    masks = []
    for number in (int(number) for number in np.unique(numbers) if number > 0):
        mask = Mask.from_array(numbers == number)
        if mask is not None:
            masks.append((number, mask))
    return masks


def _png(indices: NDArray[np.uint8]) -> bytes:
    image = Image.fromarray(indices).convert("P")
    image.putpalette(voc_palette())
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def _read_png(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    try:
        with Image.open(path) as image:
            mode, pixels = image.mode, np.asarray(image)
    except (OSError, ValueError, SyntaxError) as error:
        raise MaskFileError(path, "cannot be read as an image: write the mask anew or remove it.") from error
    if mode not in ("P", "L"):
        raise MaskFileError(path, f"is of the kind {mode} instead of a palette PNG, so that its labels are not known.")
    if pixels.shape != size[::-1]:
        found = f"{pixels.shape[1]} x {pixels.shape[0]}"
        raise MaskFileError(path, f"has {found} pixels, its image {size[0]} x {size[1]}: write the mask anew.")
    return np.asarray(pixels, dtype=np.uint8)
