"""A dataset with smaller pictures, and everything that was drawn on them made smaller alike."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import ImageFileError, InvalidValueError
from core.files import write_new
from core.geometry import XY, Box, Mask, Point, Polygon, Polyline, Shape
from core.images import read_deep, read_size
from core.images.header import orientation_of
from core.voc.annotation import Annotation
from core.voc.interchange.content import Content, Sample, Tell
from core.voc.interchange.format import Copying

JPEG_QUALITY = 92
"""The quality of JPEGs and WebPs that are written anew, of 100."""

_WRITTEN = frozenset({".jpg", ".jpeg", ".jpe", ".png", ".bmp", ".tif", ".tiff", ".webp"})
_PARTS = (b"<part>", b"<actions>", b"<part ")


@dataclass
class Resizing:
    """Makes the longest side of pictures ``longest`` pixels long; with ``enlarge`` also that of smaller ones.

    Pictures that fit already are copied byte for byte. Others are read the way up that their EXIF tag says and written
    so, without the tag, in their own depth; JPEG and WebP with that ``quality``, kinds that cannot be written as PNG.
    """

    longest: int
    enlarge: bool = False
    quality: int = JPEG_QUALITY
    resized: int = 0
    turned: int = 0
    copying: Copying = field(default_factory=Copying)

    def __post_init__(self) -> None:
        if self.longest < 1:
            raise InvalidValueError("The longest side must have at least 1 pixel.")
        if not 1 <= self.quality <= 100:
            raise InvalidValueError("The quality must be 1 to 100.")

    def content(self, content: Content) -> Content:
        """Return the content with everything drawn as it lies on the new pictures."""
        names = self._names(content.samples)
        return replace(
            content,
            samples=tuple(Sample(names[s.name], s.path, self._reading(s)) for s in content.samples),
            sets={
                split: tuple(names[name] for name in found if name in names) for split, found in content.sets.items()
            },
        )

    def __call__(self, source: Path, target: Path) -> None:
        """Put a picture in place, resized where it has to be.

        Raises:
            AnnotrainError: it cannot be read or written.
        """
        size = self.size_for(read_size(source))
        if size is None:
            self.copying(source, target)
            return
        pixels = resized(read_deep(source), size)
        write_new(target, self._encoded(source, target, pixels))
        self.resized += 1
        self.turned += _has_turn(source)

    def size_for(self, size: tuple[int, int]) -> tuple[int, int] | None:
        """Return the new (width, height); None where the picture stays as it is."""
        longest = max(size)
        if longest == self.longest or (longest < self.longest and not self.enlarge):
            return None
        width, height = (max(1, round(side * self.longest / longest)) for side in size)
        return width, height

    @property
    def words(self) -> tuple[str, ...]:
        """What was done, in sentences."""
        said = [f"{self.resized} images were resized, {self.copying.copied} fitted already and were copied."]
        if self.turned:
            said.append(f"{self.turned} images were turned as their EXIF tag says; the new ones have no such tag.")
        return tuple(said)

    def _names(self, samples: Sequence[Sample]) -> dict[str, str]:
        """Return the new names by the old ones; where two would be one, that which changes keeps its old suffix too."""
        wanted = {sample.name: self._name(sample) for sample in samples}
        counts = Counter(new.casefold() for new in wanted.values())
        return {old: new if new == old or counts[new.casefold()] == 1 else f"{old}.png" for old, new in wanted.items()}

    def _name(self, sample: Sample) -> str:
        """Return the name with the suffix of what is written."""
        stem, _, suffix = sample.name.rpartition(".")
        if f".{suffix.lower()}" in _WRITTEN or self._fits(sample.path):
            return sample.name
        return f"{stem}.png"

    def _fits(self, path: Path) -> bool:
        try:
            return self.size_for(read_size(path)) is None
        except ImageFileError:
            return True  # said when it is read

    def _reading(self, sample: Sample) -> Callable[[Tell], Annotation | None]:
        def read(tell: Tell) -> Annotation | None:
            annotation = sample.read(tell)
            return None if annotation is None else self._scaled(annotation, read_size(sample.path))

        return read

    def _scaled(self, annotation: Annotation, old: tuple[int, int]) -> Annotation:
        """Return the annotation of a picture that really has the ``old`` size, whatever its file says of that."""
        new = self.size_for(old)
        if new is None:
            return annotation
        objects = tuple(replace(found, shape=scaled(found.shape, old, new)) for found in annotation.objects)
        # What only the XML knows, such as a person's parts, would keep its old places: then it is written anew.
        source = annotation.source
        if source is not None and any(mark in source for mark in _PARTS):
            source = None
        return replace(annotation, width=new[0], height=new[1], objects=objects, source=source)

    def _encoded(self, source: Path, target: Path, pixels: NDArray[np.generic]) -> bytes:
        suffix = target.suffix.lower() if target.suffix.lower() in _WRITTEN else ".png"
        kind = {".webp": cv2.IMWRITE_WEBP_QUALITY}.get(suffix, cv2.IMWRITE_JPEG_QUALITY if "jp" in suffix else None)
        options = [kind, self.quality] if kind is not None else []
        bgr = pixels[:, :, ::-1] if pixels.ndim == 3 else pixels
        if pixels.dtype != np.uint8 and suffix not in (".png", ".tif", ".tiff"):
            raise ImageFileError(
                source, f"has more than 8 bits a channel, which {suffix} cannot hold: convert it first."
            )
        try:
            _, coded = cv2.imencode(suffix, np.ascontiguousarray(bgr), options)
        except cv2.error as error:
            raise ImageFileError(source, f"cannot be written as {suffix}: convert it first.") from error
        return bytes(coded.tobytes())


def resized(pixels: NDArray[np.generic], size: tuple[int, int]) -> NDArray[np.generic]:
    """Return (H, W) or (H, W, 3) pixels at the new (width, height): the mean of areas when shrinking, else cubic."""
    shrinks = size[0] * size[1] < pixels.shape[0] * pixels.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(np.ascontiguousarray(pixels), size, interpolation=method))


def scaled(shape: Shape, old: tuple[int, int], new: tuple[int, int]) -> Shape:
    """Return the shape on a picture of the ``new`` (width, height) instead of the ``old`` one.

    A mask has the pixels of which half or more was on, or the one that was most, so that none is lost whole. Places are
    rounded to a thousandth of a pixel.
    """
    across, down = new[0] / old[0], new[1] / old[1]

    def moved(point: XY) -> XY:
        return round(point[0] * across, 3), round(point[1] * down, 3)

    match shape:
        case Box(x0, y0, x1, y1):
            return Box(*moved((x0, y0)), *moved((x1, y1)))
        case Point(x, y):
            return Point(*moved((x, y)))
        case Polygon(points):
            return Polygon(tuple(map(moved, points)))
        case Polyline(points, width):
            return Polyline(tuple(map(moved, points)), round(width * (across * down) ** 0.5, 3))
        case Mask():
            return _scaled_mask(shape, old, new)


def _scaled_mask(mask: Mask, old: tuple[int, int], new: tuple[int, int]) -> Mask:
    shares = np.asarray(resized(mask.to_array(*old).astype(np.float32), new), dtype=np.float32)
    found = Mask.from_array(shares >= 0.5)
    if found is None:
        found = Mask.from_array(shares >= shares.max()) if shares.max() > 0 else None
    if found is None:  # it lies outside of the picture
        x, y = round(mask.left * new[0] / old[0]), round(mask.top * new[1] / old[1])
        return Mask(x, y, 1, 1, (0, 1))
    return found


def _has_turn(path: Path) -> bool:
    """Tell whether the file's pixels lie otherwise than they are shown."""
    with Image.open(path) as image:
        return orientation_of(image) != 1
