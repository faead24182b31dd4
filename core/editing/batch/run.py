"""Doing a change in the whole dataset, taking it back, and mending one that a crash cut short."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from core.editing.batch.journal import KEPT, Journal, Stage, paths
from core.editing.batch.operations import Operation
from core.editing.batch.rewrite import Rewrite
from core.errors import AnnotrainError, BatchError, FileChangedError, WriteError
from core.files import remove, settle
from core.voc import annotation_file
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset, ImageEntry
from core.voc.label_list import LabelList

Report = Callable[[int, int], None]
ShouldStop = Callable[[], bool]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class BatchResult:
    """What came of it. ``images`` are those whose files were written, ``problems`` say what was left alone and why.

    ``journal`` is what ``take_back`` and ``redo`` ask for; None where nothing was changed or all was taken back.
    """

    text: str
    journal: Path | None
    images: tuple[str, ...] = ()
    problems: tuple[AnnotrainError, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True)
class Interrupted:
    """A change that was cut short: some of its ``files`` are changed, some are not."""

    path: Path
    text: str
    files: int


def run(
    dataset: Dataset,
    operation: Operation,
    images: Iterable[str],
    text: str,
    *,
    labels: LabelList | None = None,
    report: Report = lambda _done, _total: None,
    should_stop: ShouldStop = lambda: False,
) -> BatchResult:
    """Do the operation to these images; ``labels`` are the label list as it is, where it is to follow.

    First every file's bytes after the change are worked out and noted, then they are written one after the other.
    A file that cannot be read, or was changed by another program in between, is left alone and reported. Where
    ``should_stop``, all is taken back. ``report`` is told how many of how many steps are done, two for each image.

    Raises:
        BatchError: another change is under way or was cut short, or the journal cannot be written.
    """
    _refuse_unless_whole(dataset)
    entries = [dataset.entry(name) for name in dict.fromkeys(images)]
    problems: list[AnnotrainError] = []
    journal = Journal.begin(dataset, text)
    with journal:
        halfway = partial(_report_of, report, 0, 2 * len(entries))
        prepared = _prepared(dataset, operation, entries, problems, halfway, should_stop)
        count = journal.prepare(chain(prepared, _beside(dataset, operation, labels)))
        if not count or should_stop():
            journal.discard()
            return BatchResult(text=text, journal=None, problems=tuple(problems), cancelled=should_stop())
        try:
            operation.begin(journal.path.name)
        except AnnotrainError:
            journal.discard()  # nothing was written yet
            raise
        total = len(entries) + count
        result = _forward(journal, problems, partial(_report_of, report, len(entries), total), should_stop)
        if result.cancelled and journal.stage is Stage.TAKEN_BACK:
            journal.discard()
    _forget_old(dataset)
    return result


def redo(dataset: Dataset, path: Path, *, skip: Collection[str] = (), report: Report = lambda *_: None) -> BatchResult:
    """Do again, or to its end, what the journal says; images in ``skip`` are left to the caller.

    Raises:
        BatchError: the journal cannot be opened.
    """
    with Journal.open(dataset, path) as journal:
        journal.stage = Stage.APPLYING
        return _forward(journal, [], partial(_report_of, report, 0, len(journal)), lambda: False, skip)


def take_back(
    dataset: Dataset, path: Path, *, skip: Collection[str] = (), report: Report = lambda *_: None
) -> BatchResult:
    """Put back the very bytes that every file held before; images in ``skip`` are left to the caller.

    A file that was changed since is left as it is and reported.

    Raises:
        BatchError: the journal cannot be opened.
    """
    with Journal.open(dataset, path) as journal:
        images, problems = _back(journal, partial(_report_of, report, 0, len(journal)), skip)
        return BatchResult(text=journal.text, journal=path, images=images, problems=problems)


def interrupted(dataset: Dataset) -> tuple[Interrupted, ...]:
    """Return the changes that a crash cut short; those that had not written yet are forgotten.

    What another window or command works on at this moment is not among them.
    """
    found = []
    for path in paths(dataset):
        try:
            journal = Journal.open(dataset, path)
        except BatchError:
            continue
        with journal:
            if journal.stage is Stage.PREPARING:
                journal.discard()
            elif journal.stage.is_half:
                found.append(Interrupted(path, journal.text, len(journal)))
    return tuple(found)


def _report_of(report: Report, before: int, total: int, done: int) -> None:
    report(before + done, total)


def _refuse_unless_whole(dataset: Dataset) -> None:
    for path in paths(dataset):
        with Journal.open(dataset, path) as journal:
            if journal.stage.is_half:
                raise BatchError(f"{journal.text!r} was cut short: take it back or finish it first.")


def _prepared(
    dataset: Dataset,
    operation: Operation,
    entries: Iterable[ImageEntry],
    problems: list[AnnotrainError],
    report: Callable[[int], None],
    should_stop: ShouldStop,
) -> Iterator[tuple[str | None, Rewrite]]:
    """Yield the rewriting of each image that the operation changes; ends early where it should."""
    for done, entry in enumerate(entries, start=1):
        if should_stop():
            return
        try:
            before = dataset.read(entry)
            after = operation.done(entry.name, before)
            if after != before:
                yield entry.name, _rewrite(dataset, entry, before, after)
        except AnnotrainError as error:
            problems.append(error)
        report(done)


def _rewrite(dataset: Dataset, entry: ImageEntry, before: Annotation, after: Annotation) -> Rewrite:
    content = annotation_file.to_bytes(after, dataset.convention)
    annotation_file.parse(content, entry.annotation_path, dataset.convention)  # what is written can be read
    return Rewrite(entry.annotation_path, before.source, content)


def _beside(dataset: Dataset, operation: Operation, labels: LabelList | None) -> Iterator[tuple[str | None, Rewrite]]:
    """Yield what changes beside the annotations."""
    for rewrite in operation.other_files(dataset):
        yield None, rewrite
    changed = operation.relabel(labels) if labels is not None else None
    if changed is not None and changed != labels:
        for path, content in changed.files(dataset).items():
            before = annotation_file.bytes_at(path)
            if before != content:
                yield None, Rewrite(path, before, content)


def _forward(
    journal: Journal,
    problems: list[AnnotrainError],
    report: Callable[[int], None],
    should_stop: ShouldStop,
    skip: Collection[str] = (),
) -> BatchResult:
    images = []
    for done, (image, rewrite) in enumerate(journal.rewrites(), start=1):
        if should_stop():
            _, undone = _back(journal, lambda _done: None, ())
            return BatchResult(text=journal.text, journal=None, problems=(*problems, *undone), cancelled=True)
        if image not in skip:
            try:
                if rewrite.apply() and image is not None:
                    images.append(image)
            except AnnotrainError as error:
                problems.append(error)
        report(done)
    _settle(journal)
    journal.stage = Stage.DONE
    return BatchResult(text=journal.text, journal=journal.path, images=tuple(images), problems=tuple(problems))


def _back(
    journal: Journal, report: Callable[[int], None], skip: Collection[str]
) -> tuple[tuple[str, ...], tuple[AnnotrainError, ...]]:
    """Take every file back; return the images written and what went wrong.

    Where a file could not be opened or written, the change can be taken back again once that is mended.
    """
    journal.stage = Stage.TAKING_BACK
    images = []
    problems: list[AnnotrainError] = []
    for done, (image, rewrite) in enumerate(journal.rewrites(), start=1):
        if image not in skip:
            try:
                if rewrite.take_back() and image is not None:
                    images.append(image)
            except AnnotrainError as error:
                problems.append(error)
        report(done)
    _settle(journal)
    settled = all(isinstance(problem, FileChangedError) for problem in problems)
    journal.stage = Stage.TAKEN_BACK if settled else Stage.DONE
    return tuple(images), tuple(problems)


def _settle(journal: Journal) -> None:
    """Have the disk keep the files' new names before the journal says that all is done."""
    for folder in journal.folders:
        settle(folder)


def _forget_old(dataset: Dataset) -> None:
    for path in paths(dataset)[:-KEPT]:
        try:
            remove(path)
        except WriteError as error:  # another window looks at it: the next change forgets it
            _log.info("An old journal stays: %s", error)
