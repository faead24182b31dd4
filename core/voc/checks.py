"""What is wrong with a dataset, as values: each with its place and what to do about it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from core.errors import AnnotationFileError, DatasetError, ImageFileError
from core.geometry import Box, Polygon, Polyline
from core.images import read_rgb
from core.voc import image_sets
from core.voc.annotation import Annotation, VocObject
from core.voc.dataset import Dataset, ImageEntry
from core.voc.xml_reading import Reader
from core.voc.xml_source import XmlSource


@dataclass(frozen=True)
class Problem:
    """One thing wrong: the file and line (1-based, None where there is none), its kind, what is so and what to do."""

    path: Path
    line: int | None
    kind: str
    message: str
    remedy: str


def check(dataset: Dataset, on_progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
    """Yield every problem of the dataset; reads each annotation and decodes each image, and changes nothing.

    ``on_progress`` is told after each image how many of how many are done. The kinds are: duplicate-stem,
    names-differ-by-case, unreadable-image, unreadable-annotation, filename-differs, size-differs, box-swapped,
    box-too-small, box-out-of-image, too-few-points, annotation-without-image, labels-differ-by-case, unreadable-list,
    listed-image-missing, image-in-train-and-val.
    """
    spellings: dict[str, dict[str, Path]] = defaultdict(dict)
    yield from _duplicate_stems(dataset)
    yield from _names_by_case(dataset)
    for done, entry in enumerate(dataset.entries, start=1):
        yield from _entry_problems(dataset, entry, spellings)
        if on_progress is not None:
            on_progress(done, len(dataset.entries))
    yield from _annotations_without_image(dataset)
    yield from _spelling_problems(spellings)
    yield from _list_problems(dataset)


def _duplicate_stems(dataset: Dataset) -> Iterator[Problem]:
    stems = Counter(PurePosixPath(entry.path).with_suffix("") for entry in dataset.entries)
    for entry in dataset.entries:
        if stems[PurePosixPath(entry.path).with_suffix("")] > 1:
            message = (
                f"Another image has the name {entry.path.stem}, so its annotation is {entry.annotation_path.name}."
            )
            yield Problem(entry.path, None, "duplicate-stem", message, "Rename one of them.")


def _names_by_case(dataset: Dataset) -> Iterator[Problem]:
    names = Counter(entry.name.casefold() for entry in dataset.entries)
    for entry in dataset.entries:
        if names[entry.name.casefold()] > 1:
            message = f"Another image's name differs from {entry.name} in capitals alone."
            remedy = "Rename one of them: on Windows and macOS they would share one annotation."
            yield Problem(entry.path, None, "names-differ-by-case", message, remedy)


def _entry_problems(dataset: Dataset, entry: ImageEntry, spellings: dict[str, dict[str, Path]]) -> Iterator[Problem]:
    size = None
    try:
        height, width = read_rgb(entry.path).shape[:2]
        size = (width, height)
    except ImageFileError as error:
        yield Problem(entry.path, None, "unreadable-image", _sentence(error.reason), "Replace or remove the image.")
    if not entry.annotation_path.exists():
        return
    path = entry.annotation_path
    try:
        source = path.read_bytes()
        root = XmlSource(source, path).root
        annotation = Reader(path, dataset.convention).annotation(root, source)
    except (AnnotationFileError, OSError) as error:
        line, reason = (error.line, error.reason) if isinstance(error, AnnotationFileError) else (None, str(error))
        yield Problem(path, line, "unreadable-annotation", _sentence(reason), "Repair the file or restore a copy.")
        return
    yield from _header_problems(entry, annotation, size)
    for found, element in zip(annotation.objects, root.all("object"), strict=True):
        spellings[found.label.casefold()].setdefault(found.label, path)
        yield from _object_problems(path, element.line, found, size or (annotation.width, annotation.height))


def _header_problems(entry: ImageEntry, annotation: Annotation, size: tuple[int, int] | None) -> Iterator[Problem]:
    path = entry.annotation_path
    if annotation.filename and annotation.filename.casefold() not in (
        entry.path.name.casefold(),
        entry.path.stem.casefold(),
    ):
        message = f"The file says {annotation.filename}, but belongs to {entry.path.name}."
        yield Problem(
            path, None, "filename-differs", message, "Correct <filename>, or see whether the file was mixed up."
        )
    written = (annotation.width, annotation.height)
    if size is not None and all(written) and written != size:
        message = f"The file says {written[0]} x {written[1]} pixels, the image as shown has {size[0]} x {size[1]}."
        remedy = "See whether the boxes fit the image; correct <size> or put back the image they were drawn on."
        yield Problem(path, None, "size-differs", message, remedy)


def _object_problems(path: Path, line: int, found: VocObject, size: tuple[int, int]) -> Iterator[Problem]:
    if isinstance(found.shape, Polygon | Polyline):
        least = 3 if isinstance(found.shape, Polygon) else 2
        if len(found.shape.points) < least:
            message = f"A {type(found.shape).__name__.lower()} of {found.label} has fewer than {least} points."
            yield Problem(path, line, "too-few-points", message, "Draw it anew or remove it.")
    box = found.shape.bounds
    if isinstance(found.shape, Box):
        if box.width < 0 or box.height < 0:
            message = f"The box of {found.label} has its corners swapped."
            yield Problem(path, line, "box-swapped", message, "Exchange xmin and xmax, or ymin and ymax.")
            return
        if min(box.width, box.height) <= 1:
            message = (
                f"The box of {found.label} is {box.width:g} x {box.height:g} pixels: a slip of the hand, as it seems."
            )
            yield Problem(path, line, "box-too-small", message, "Draw it anew or remove it.")
    yield from _outside(path, line, found.label, box, size)


def _outside(path: Path, line: int, label: str, box: Box, size: tuple[int, int]) -> Iterator[Problem]:
    width, height = size
    if not (width and height) or (box.x0 >= 0 and box.y0 >= 0 and box.x1 <= width and box.y1 <= height):
        return
    by = max(-box.x0, -box.y0, box.x1 - width, box.y1 - height)
    message = f"The object {label} reaches {by:g} pixels out of the image."
    remedy = "Move its edge into the image; if many files do so at 0, choose the unshifted convention for the project."
    yield Problem(path, line, "box-out-of-image", message, remedy)


def _annotations_without_image(dataset: Dataset) -> Iterator[Problem]:
    expected = {entry.annotation_path for entry in dataset.entries}
    folder = dataset.annotations_folder
    for path in sorted(folder.rglob("*.xml")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path not in expected and not hidden:
            message = f"There is no image for {path.relative_to(folder).as_posix()}."
            yield Problem(path, None, "annotation-without-image", message, "Put the image back or remove the file.")


def _spelling_problems(spellings: dict[str, dict[str, Path]]) -> Iterator[Problem]:
    for variants in spellings.values():
        for spelling, path in list(variants.items())[1:]:
            message = f"The labels {spelling} and {next(iter(variants))} differ in capitals alone."
            yield Problem(path, None, "labels-differ-by-case", message, "Write both alike: they are learned apart.")


def _list_problems(dataset: Dataset) -> Iterator[Problem]:
    for name in image_sets.set_names(dataset):
        path = dataset.image_sets_folder / f"{name}.txt"
        try:
            lines = image_sets.numbered_lines(dataset, name)
        except DatasetError:
            message = "The list cannot be read as text."
            yield Problem(path, None, "unreadable-list", message, "Save it as UTF-8 with a name in each line.")
            continue
        for line, image in lines:
            if image not in dataset:
                message = f"The list names {image}, but there is no such image."
                yield Problem(path, line, "listed-image-missing", message, "Put the image back or remove the line.")
    yield from _leaks(dataset)


def _leaks(dataset: Dataset) -> Iterator[Problem]:
    if not {"train", "val"} <= set(image_sets.set_names(dataset)):
        return
    try:
        train = set(image_sets.read_set(dataset, "train"))
        val = image_sets.numbered_lines(dataset, "val")
    except DatasetError:
        return  # said as unreadable-list
    for line, image in val:
        if image in train:
            message = f"The image {image} is in train.txt as well, so that val measures what was learned by heart."
            path = dataset.image_sets_folder / "val.txt"
            yield Problem(path, line, "image-in-train-and-val", message, "Remove it from one of the two lists.")


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
