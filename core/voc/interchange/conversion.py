"""From a Content to a folder: first what would be lost, then the writing, all or nothing."""

import errno
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import AnnotrainError, DatasetError
from core.files import new_folder
from core.voc.annotation import Annotation
from core.voc.interchange.content import Content, Sample, Tell
from core.voc.interchange.format import Choices, Copying, Format, Place, Plan, Writer
from core.voc.interchange.losses import Loss, LossKind, in_order

_FULL = (errno.ENOSPC, errno.EDQUOT)
OnProgress = Callable[[int, int], None]
ShouldStop = Callable[[], bool]


def _silent(_done: int, _total: int) -> None:
    """Say nothing of progress."""


def _never() -> bool:
    """Go on to the end."""
    return False


@dataclass(frozen=True, kw_only=True)
class Survey:
    """What a conversion would do: the labels in use after those listed, counts, and what would be lost."""

    labels: tuple[str, ...]
    images: int
    labelled: int
    objects: int
    losses: tuple[Loss, ...]
    problems: tuple[AnnotrainError, ...]
    cancelled: bool = False


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a conversion did. ``notes`` are sentences a person may want to know; ``problems`` what was left out."""

    target: Path
    images: int
    objects: int
    notes: tuple[str, ...]
    problems: tuple[AnnotrainError, ...]
    cancelled: bool = False


class _CancelledError(Exception):
    """A person ended it; the folder that was being made goes away."""


def survey(
    content: Content,
    to: Format,
    choices: Choices | None = None,
    *,
    on_progress: OnProgress = _silent,
    should_stop: ShouldStop = _never,
) -> Survey:
    """Read everything once, write nothing, and say what would come of it.

    ``on_progress`` is told how many of how many images are done. What cannot be read is among the problems.
    """
    choices = choices or Choices()
    problems = list(content.problems)
    labels = dict.fromkeys(content.labels)
    lost: Counter[LossKind] = Counter()
    images = labelled = objects = 0
    for done, sample in enumerate(content.samples, start=1):
        if should_stop():
            return _survey(labels, (images, labelled, objects), lost, problems, cancelled=True)
        annotation = _read(sample, problems.append)
        if annotation is not None:
            labelled += 1
            objects += len(annotation.objects)
            labels.update(dict.fromkeys(found.label for found in annotation.objects))
            lost.update(to.lost(annotation))
        if annotation is not None or to.holds_unlabelled or choices.unlabelled:
            images += 1
        else:
            lost[LossKind.UNLABELLED] += 1
        on_progress(done, len(content.samples))
    lost[LossKind.CLASS_LISTS] = content.class_lists
    lost[LossKind.SETS] = 0 if to.holds_splits else len(content.sets)
    return _survey(labels, (images, labelled, objects), lost, problems)


def _survey(
    labels: Iterable[str],
    counts: tuple[int, int, int],
    lost: Counter[LossKind],
    problems: list[AnnotrainError],
    *,
    cancelled: bool = False,
) -> Survey:
    images, labelled, objects = counts
    return Survey(
        labels=tuple(labels),
        images=images,
        labelled=labelled,
        objects=objects,
        losses=in_order(lost),
        problems=tuple(problems),
        cancelled=cancelled,
    )


def convert(
    content: Content,
    labels: tuple[str, ...],
    to: Format,
    target: Path,
    choices: Choices | None = None,
    *,
    place: Place | None = None,
    on_progress: OnProgress = _silent,
    should_stop: ShouldStop = _never,
) -> Result:
    """Write the content into the new folder ``target``, which appears as a whole at the end or not at all.

    ``labels`` are those of the survey. An image that cannot be read or written is left out and among the problems.

    Raises:
        DatasetError: there is a folder of that name that is not empty, or it lies in a source.
        WriteError: the disk is full or the folder cannot be made.
    """
    choices = choices or Choices()
    for root in (content.root, *content.other_roots):
        if root.resolve() in target.resolve().parents:
            raise DatasetError(f"{target}: lies in {root}, which is not to be written: choose a folder beside it.")
    copying = Copying(choices.link)
    problems = list(content.problems)
    written: list[int] = []
    try:
        with new_folder(target) as folder:
            plan = Plan(
                names=tuple(sample.name for sample in content.samples),
                labels=labels,
                sets=content.sets,
                place=place or copying,
                choices=choices,
                ids=content.ids,
                styles=content.styles,
            )
            writer = to.writer(folder, plan)
            for done, sample in enumerate(content.samples, start=1):
                if should_stop():
                    raise _CancelledError
                written += _added(writer, sample, to, choices, problems)
                on_progress(done, len(content.samples))
            writer.finish()
    except _CancelledError:
        return Result(target=target, images=0, objects=0, notes=(), problems=tuple(problems), cancelled=True)
    notes = (*content.notes, *((copying.words,) if place is None and written else ()))
    return Result(target=target, images=len(written), objects=sum(written), notes=notes, problems=tuple(problems))


def _added(
    writer: Writer, sample: Sample, to: Format, choices: Choices, problems: list[AnnotrainError]
) -> tuple[int, ...]:
    """Write one image and return how many objects it has; nothing where it was left out."""
    annotation = _read(sample, problems.append)
    if annotation is None and not to.holds_unlabelled and not choices.unlabelled:
        return ()
    try:
        writer.add(sample, _under_its_name(annotation, sample))
    except AnnotrainError as error:
        if _is_full(error):
            raise
        problems.append(error)
        return ()
    return (len(annotation.objects) if annotation else 0,)


def _is_full(error: AnnotrainError) -> bool:
    """Tell whether the disk has no room left, so that every further file would fail as well."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL


def _under_its_name(annotation: Annotation | None, sample: Sample) -> Annotation | None:
    """Return the annotation under the name that its image has from now on."""
    name = sample.name.rpartition("/")[2]
    if annotation is None or annotation.filename == name or sample.path.name == name:
        return annotation
    return replace(annotation, filename=name)


def _read(sample: Sample, tell: Tell) -> Annotation | None:
    """Return what is said of the image; where it cannot be read, say so and go on as if nothing were."""
    try:
        return sample.read(tell)
    except AnnotrainError as error:
        tell(error)
        return None


def with_splits(content: Content, splits: Sequence[str]) -> Content:
    """Return the content with the images of these splits alone.

    Raises:
        DatasetError: there is no such split.
    """
    if missing := [split for split in splits if split not in content.sets]:
        there = ", ".join(content.sets) or "none"
        raise DatasetError(f"{content.root}: has no split {missing[0]!r}; there are: {there}.")
    sets = {split: content.sets[split] for split in splits}
    wanted = {name for names in sets.values() for name in names}
    return replace(content, samples=tuple(s for s in content.samples if s.name in wanted), sets=sets)
