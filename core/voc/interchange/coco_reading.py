"""COCO's instances files as a Content: images, labels and splits of all of them together."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import AnnotrainError, InterchangeError, InvalidValueError
from core.voc.annotation import checked_text
from core.voc.interchange.coco_objects import ObjectReader, id_of
from core.voc.interchange.content import Content, Ids, Sample
from core.voc.interchange.image_files import ImageFiles, unique_names
from core.voc.interchange.json_files import mentions, objects_in, read_object, text_of

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
                by_number[id_of(entry.get("id"))] = image
                self.sets.setdefault(split, []).append(image.path)
        self._add_objects(path, content, by_number)

    def _add_labels(self, path: Path, content: dict[str, Any]) -> None:
        self.labels[path] = {}
        used = {id_of(entry.get("category_id")) for entry in objects_in(content.get("annotations"))}
        categories = objects_in(content.get("categories"))
        groups = {text_of(entry.get("supercategory")) for entry in categories}
        for entry in categories:
            number, name = entry.get("id"), text_of(entry.get("name"))
            if id_of(number) not in used and name in groups and len(categories) > 1:
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
            image = by_number.get(id_of(entry.get("image_id")))
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
        reader = ObjectReader(image.file, image.name, self.labels[image.file])
        return Sample(name, path, lambda tell: reader.annotation(path, image.found, image.size, tell))


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


def _has_parts(outline: object) -> bool:
    return isinstance(outline, list) and len(outline) > 1 and isinstance(outline[0], list)
