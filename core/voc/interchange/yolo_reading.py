"""YOLO's text files as a Content: boxes, outlines and rotated boxes, with data.yaml or classes.txt."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import isfinite
from pathlib import Path
from typing import Any

import yaml

from core.errors import AnnotrainError, InterchangeError, InvalidValueError
from core.geometry import XY, Box, Polygon, Shape
from core.images import read_size
from core.rectangle import angle_text, clockwise, is_rectangle
from core.voc.annotation import ROTATION, Annotation, VocObject, checked_text
from core.voc.interchange.content import Content, Sample, Tell
from core.voc.interchange.image_files import ImageFiles, inside, unique_names

_NAMES_FILES = (
    "classes.txt",
    "obj.names",
    "_darknet.labels",
    "labels/classes.txt",
    "labels.txt",
    "predefined_classes.txt",
)
_SPLITS = {"train": "train", "val": "val", "valid": "val", "validation": "val", "test": "test"}
_LINE = re.compile(r"\s*\d+(\s+[-+.\deE]+){4,}\s*")
_SNAP = 0.02  # pixels: six decimals of a side of 12,000 pixels are 0.012, and a box drawn on whole pixels stays on them


def yolo_yaml(folder: Path) -> Path | None:
    """Return the YAML file that names labels, in the folder."""
    files = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")], key=lambda path: (path.stem != "data", path.name))
    return next((path for path in files if _mentions_names(path)), None)


def looks_like_yolo(folder: Path) -> bool:
    """Tell whether there is such a YAML file, a list of names beside label files, or a label file beside an image."""
    if yolo_yaml(folder) is not None:
        return True
    texts = [*folder.glob("labels/*.txt"), *folder.glob("labels/*/*.txt"), *folder.glob("*/labels/*.txt")]
    images = ImageFiles(folder) if not texts else None
    if images is not None:
        texts = [path for path in folder.glob("*.txt") if images.of_stem(path.stem) is not None]
    return any(_is_label_file(path) for path in texts[:50])


def read_yolo(folder: Path) -> Content:
    """Return what the label files of all images below the folder say.

    Raises:
        InterchangeError: there are no images, or data.yaml cannot be read.
    """
    reading = _Reading(folder, ImageFiles(folder))
    if not reading.files.paths:
        raise InterchangeError(folder, "holds no images: put them into images/.")
    reading.read_names()
    return reading.content()


@dataclass
class _Reading:
    """Brings images, label files, names and splits together."""

    folder: Path
    files: ImageFiles
    labels: dict[int, str] = field(default_factory=dict)
    keypoint_numbers: int = 0
    named_sets: dict[str, list[str]] = field(default_factory=dict)
    problems: list[AnnotrainError] = field(default_factory=list)

    def read_names(self) -> None:
        """Read labels and splits from the YAML file, or labels from a list of names."""
        path = yolo_yaml(self.folder)
        if path is not None:
            self._read_yaml(path)
        for name in _NAMES_FILES:
            file = self.folder / name
            if not self.labels and file.is_file():
                names = [line.strip() for line in _text(file).splitlines() if line.strip()]
                self._take_names(file, dict(enumerate(names)))

    def _read_yaml(self, path: Path) -> None:
        try:
            content = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else None
            raise InterchangeError(path, f"is not whole YAML ({error.problem}): repair it.", line) from error
        except (OSError, UnicodeError, yaml.YAMLError, RecursionError) as error:
            raise InterchangeError(path, "cannot be read as YAML: repair it.") from error
        names = content.get("names")
        numbered = dict(enumerate(names)) if isinstance(names, list) else names
        self._take_names(path, numbered if isinstance(numbered, dict) else {})
        shape = content.get("kpt_shape")
        if isinstance(shape, list) and len(shape) == 2 and all(isinstance(side, int) for side in shape):
            self.keypoint_numbers = shape[0] * shape[1]
            self.problems.append(InterchangeError(path, "is of keypoints: they were left out, the boxes taken."))
        for key, split in _SPLITS.items():
            for place in _as_list(content.get(key)):
                self.named_sets.setdefault(split, []).extend(self._images_at(path, content.get("path"), place))

    def _take_names(self, path: Path, names: dict[Any, Any]) -> None:
        for number, name in names.items():
            try:
                self.labels[int(number)] = checked_text(str(name).strip(), "label")
            except (ValueError, InvalidValueError) as error:
                self.problems.append(InterchangeError(path, f"names a label that cannot be one: {error}"))

    def _images_at(self, path: Path, base: object, place: str) -> list[str]:
        """Return the images of a folder or a list that the YAML file names; Roboflow's ``../train`` is ``train``."""
        kept = place.replace("\\", "/")
        below = str(base) if isinstance(base, str) and base not in (".", "") else ""
        for wanted in (f"{below}/{kept}", kept, re.sub(r"^(\.\./)+", "", kept), _tail(below, kept)):
            found = inside(self.folder, path.parent / wanted) if not Path(wanted).is_absolute() else None
            if found is None:
                continue
            if (self.folder / found).is_dir():
                prefix = "" if found == "." else f"{found}/"
                return sorted(image for image in self.files.paths if image.startswith(prefix))
            if (self.folder / found).is_file():
                return self._images_listed(self.folder / found)
        self.problems.append(InterchangeError(path, f"names {place!r}, which is not there: that split was left out."))
        return []

    def _images_listed(self, path: Path) -> list[str]:
        found = [self.files.find(line.strip(), [""]) for line in _text(path).splitlines() if line.strip()]
        if None in found:
            reason = f"names {found.count(None)} images that are not there: they were left out."
            self.problems.append(InterchangeError(path, reason))
        return [image[0] for image in found if image is not None]

    def content(self) -> Content:
        """Return the whole."""
        images = sorted(self.files.paths)
        names = unique_names((image, _name_of(image)) for image in images)
        sets = self.named_sets or _sets_by_folder(images)
        return Content(
            root=self.folder,
            samples=tuple(self._sample(image, names[image]) for image in images),
            labels=tuple(dict.fromkeys(self.labels[number] for number in sorted(self.labels))),
            sets={
                split: tuple(names[image] for image in dict.fromkeys(found)) for split, found in sets.items() if found
            },
            problems=tuple(self.problems),
        )

    def _sample(self, image: str, name: str) -> Sample:
        path = self.folder / image
        file = next((text for text in _label_files(self.folder, image) if text.is_file()), None)
        reader = None if file is None else YoloFile(file, self.labels, self.keypoint_numbers)
        return Sample(name, path, lambda tell: None if reader is None else reader.annotation(path, tell))


@dataclass(frozen=True)
class YoloFile:
    """One label file. ``keypoint_numbers`` numbers follow each box where a pose was labelled."""

    path: Path
    labels: dict[int, str]
    keypoint_numbers: int = 0

    def annotation(self, image: Path, tell: Tell) -> Annotation:
        """Return what the file says of the image.

        Raises:
            AnnotrainError: the file or the image cannot be read.
        """
        width, height = read_size(image)
        try:
            lines = self.path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeError) as error:
            raise InterchangeError(self.path, "cannot be read as text: write it anew.") from error
        rows = [(number, line.split()) for number, line in enumerate(lines, start=1) if line.strip()]
        all_turned = bool(rows) and all(len(words) == 9 for _, words in rows)
        objects = []
        for number, words in rows:
            try:
                objects.append(self._object(words, (width, height), all_turned=all_turned))
            except (ValueError, InvalidValueError) as error:
                tell(InterchangeError(self.path, f"an object was left out: {error}", number))
        return Annotation(filename=image.name, width=width, height=height, objects=tuple(objects))

    def _object(self, words: list[str], size: tuple[int, int], *, all_turned: bool) -> VocObject:
        """Return the object of one line.

        Raises:
            ValueError: the line cannot be read, in words for a person.
        """
        try:
            number, values = int(float(words[0])), [float(word) for word in words[1:]]
        except (ValueError, OverflowError) as error:
            raise ValueError("the line holds something that is no number.") from error
        if not all(map(isfinite, values)):
            raise ValueError("the line holds something that is no place.")
        if number not in self.labels:
            raise ValueError(f"the label number {number} has no name in data.yaml or classes.txt.")
        if self.keypoint_numbers and len(values) == 4 + self.keypoint_numbers:
            values = values[:4]
        shape = _shape(values, size)
        found = VocObject(label=self.labels[number], shape=shape)
        if all_turned and isinstance(shape, Polygon) and is_rectangle(box := clockwise(shape)):
            return replace(found, shape=box).with_attribute(ROTATION, angle_text(box))
        return found


def _shape(values: list[float], size: tuple[int, int]) -> Shape:
    """Return the shape of a line's numbers, shares of width and height: a box of 4 (5 with a score), or an outline."""
    width, height = size
    if len(values) in (4, 5):
        x, y, w, h = (value * side for value, side in zip(values, (width, height, width, height), strict=False))
        if w < 0 or h < 0:
            raise ValueError("the box has a width or height below 0.")
        return Box(_snapped(x - w / 2), _snapped(y - h / 2), _snapped(x + w / 2), _snapped(y + h / 2))
    if len(values) < 6 or len(values) % 2:
        raise ValueError(
            f"the line holds {len(values)} numbers after the label; a box has 4, an outline 6, 8, 10 or more."
        )
    points: list[XY] = [
        (_snapped(x * width), _snapped(y * height)) for x, y in zip(values[0::2], values[1::2], strict=True)
    ]
    return Polygon(tuple(points))


def _snapped(value: float) -> float:
    """Return a place as it was before it was written with six decimals: a whole pixel where that is near enough."""
    whole = round(value)
    return float(whole) if abs(value - whole) <= _SNAP else round(value, 3)


def _label_files(folder: Path, image: str) -> Iterator[Path]:
    """Yield where the label file of an image may lie: ``images`` in its path as ``labels``, else beside it."""
    stem = image.rpartition(".")[0]
    parts = stem.split("/")
    for place in reversed([place for place, part in enumerate(parts[:-1]) if part.lower() in ("images", "jpegimages")]):
        yield folder.joinpath(*parts[:place], "labels", *parts[place + 1 :]).with_name(f"{parts[-1]}.txt")
    yield folder / f"{stem}.txt"
    yield folder / "labels" / f"{stem}.txt"


def _name_of(image: str) -> str:
    """Return the path of an image without the folders of the layout."""
    parts = image.split("/")
    kept = [part for part in parts[:-1] if part.lower() not in ("images", "jpegimages", *_SPLITS)]
    return "/".join([*kept, parts[-1]])


def _sets_by_folder(images: list[str]) -> dict[str, list[str]]:
    """Return the splits of images that lie in folders named after them."""
    sets: dict[str, list[str]] = {}
    for image in images:
        split = next((_SPLITS[part.lower()] for part in image.split("/")[:-1] if part.lower() in _SPLITS), None)
        if split is not None:
            sets.setdefault(split, []).append(image)
    return sets


def _as_list(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return [entry for entry in value if isinstance(entry, str)] if isinstance(value, list) else []


def _tail(base: str, place: str) -> str:
    """Return ``place`` below the last folder of an absolute base that was another computer's."""
    return place if not base else os.path.normpath(place).lstrip("/")


def _mentions_names(path: Path) -> bool:
    return re.search(r"^names\s*:", _text(path), re.MULTILINE) is not None


def _is_label_file(path: Path) -> bool:
    lines = [line for line in _text(path).splitlines()[:20] if line.strip()]
    return bool(lines) and all(_LINE.fullmatch(line) for line in lines)


def _text(path: Path) -> str:
    """Return what a file says, as far as it is text; nothing of one that cannot be opened."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
