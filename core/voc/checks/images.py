"""What is wrong with one image: its picture, its annotation, the objects in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.errors import AnnotationFileError
from core.voc.annotation import Annotation
from core.voc.annotation_file import bytes_at, parse_with_lines
from core.voc.checks.limits import Limits
from core.voc.checks.objects import Place, begins_at_zero, object_problems
from core.voc.checks.pairs import pair_problems
from core.voc.checks.pictures import PictureFacts
from core.voc.checks.problem import FilenameFix, Problem
from core.voc.convention import Convention
from core.voc.dataset import Dataset, ImageEntry


@dataclass(frozen=True)
class Findings:
    """What was found in one image: problems, objects by label, and what the check of the whole dataset needs."""

    problems: tuple[Problem, ...] = ()
    labels: Mapping[str, int] | None = None
    """Objects by label; None where there is no annotation that can be read."""
    begin_at_zero: int = 0
    hash: bytes | None = None


def look_at(dataset: Dataset, entry: ImageEntry, facts: PictureFacts, limits: Limits) -> Findings:
    """Return what is found in one image; reads its annotation."""
    problems = []
    if facts.size is None:
        problems.append(
            Problem(kind="unreadable-image", path=entry.path, values={"reason": facts.reason}, image=entry.name)
        )
    try:
        source = bytes_at(entry.annotation_path)
        if source is None:
            return Findings(tuple(problems), hash=facts.hash)
        annotation, lines = parse_with_lines(source, entry.annotation_path, dataset.convention)
    except AnnotationFileError as error:
        problems.append(_unreadable(entry, error))
        return Findings(tuple(problems), hash=facts.hash)
    problems += _header_problems(entry, annotation, facts.size)
    problems += _object_problems(dataset, entry, annotation, lines, facts.size, limits)
    labels = Counter(found.label for found in annotation.objects)
    zero = sum(map(begins_at_zero, annotation.objects)) if dataset.convention is Convention.DEVKIT else 0
    return Findings(tuple(problems), labels, zero, facts.hash)


def _unreadable(entry: ImageEntry, error: AnnotationFileError) -> Problem:
    return Problem(
        kind="unreadable-annotation", path=entry.annotation_path, line=error.line, values={"reason": error.reason},
        image=entry.name,
    )  # fmt: skip


def _header_problems(entry: ImageEntry, annotation: Annotation, size: tuple[int, int] | None) -> Iterator[Problem]:
    path, own = entry.annotation_path, (entry.path.name.casefold(), entry.path.stem.casefold())
    if annotation.filename and annotation.filename.casefold() not in own:
        values = {"written": annotation.filename, "image": entry.path.name}
        fix = FilenameFix(entry.name, entry.path.name)
        yield Problem(
            kind="filename-differs", path=path, values=values, image=entry.name, fix=fix, sign=annotation.filename
        )
    written = (annotation.width, annotation.height)
    if size is not None and all(written) and written != size:
        values = {"written": f"{written[0]} x {written[1]}", "shown": f"{size[0]} x {size[1]}"}
        yield Problem(kind="size-differs", path=path, values=values, image=entry.name, sign=values["written"])


def _object_problems(
    dataset: Dataset,
    entry: ImageEntry,
    annotation: Annotation,
    lines: list[int],
    size: tuple[int, int] | None,
    limits: Limits,
) -> Iterator[Problem]:
    size = size or (annotation.width, annotation.height)
    places = [
        Place(entry.name, size, entry.annotation_path, line, place, dataset.convention.origin)
        for place, line in enumerate(lines)
    ]
    for at, found in zip(places, annotation.objects, strict=True):
        yield from object_problems(at, found, limits)
    yield from pair_problems(places, annotation.objects, limits)
