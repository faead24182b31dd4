"""Accepting suggestions in many images at once, and taking that back to the very byte."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass

from core.editing.batch import Rewrite
from core.editing.states import unchecked_where_changed
from core.errors import AnnotrainError
from core.review.acceptance import Standing, accept, agreements, offered, standings
from core.review.doubles import rejected_on, without_doubles
from core.review.prelabel import Progress
from core.review.store import Judgement, SuggestionStore, Verdict
from core.voc.dataset import Dataset, ImageEntry


@dataclass(frozen=True, kw_only=True)
class Change:
    """One image's file before and after, and the suggestions that made the difference."""

    entry: ImageEntry
    file: Rewrite
    suggestions: tuple[int, ...]
    added: int


@dataclass(frozen=True, kw_only=True)
class BulkResult:
    """What came of it: the files changed, what went wrong where, and whether a person ended it early."""

    changes: tuple[Change, ...]
    problems: tuple[AnnotrainError, ...] = ()
    cancelled: bool = False

    @property
    def accepted(self) -> int:
        """How many objects and tags were added."""
        return sum(change.added for change in self.changes)


def accept_everywhere(
    dataset: Dataset,
    store: SuggestionStore,
    min_score: float,
    *,
    model: str | None = None,
    among: Collection[str] | None = None,
    is_open: Callable[[str], bool] = lambda _name: False,
    report: Callable[[Progress], None] = lambda _progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> BulkResult:
    """Accept every open suggestion of ``min_score`` or more, image by image, each file written as a whole.

    With ``model`` only those of that version, such as ``parts@3``, are meant, with ``among`` only those images.

    An image that ``is_open`` in the window is left alone: its edits go through its document. A file that cannot be
    read or written is reported in the result and the others go on. In the log all verdicts are of the moment at which
    it began, for a person said so once.
    """
    wanted = dataset if among is None else among
    names = [name for name in store.open_counts(min_score, model) if name in dataset and name in wanted]
    begun, given = time.monotonic(), time.time()
    changes: list[Change] = []
    problems: list[AnnotrainError] = []
    for done, name in enumerate(names, start=1):
        if should_stop():
            return BulkResult(changes=tuple(changes), problems=tuple(problems), cancelled=True)
        if not is_open(name):
            try:
                changes.append(_accept_one(dataset, store, name, min_score, model, given))
            except AnnotrainError as error:
                problems.append(error)
        report(Progress(done=done, total=len(names), seconds=time.monotonic() - begun))
    return BulkResult(changes=tuple(changes), problems=tuple(problems))


def _accept_one(
    dataset: Dataset, store: SuggestionStore, name: str, min_score: float, model: str | None, given: float
) -> Change:
    """Accept what waits on one image; a suggestion of what is there already is right as well, but adds nothing.

    One that disagrees with a person goes on waiting, for that is for them to decide.
    """
    entry = dataset.entry(name)
    meant = [found for found in store.open_suggestions(name) if model in (None, found.model)]
    waiting = [found for found in meant if found.score >= min_score]
    before = dataset.read(entry)
    news = {id(one) for one in offered(before, waiting)}
    fresh = [one for one in without_doubles(meant, rejected_on(store, name)) if id(one) in news]
    after = dataset.write(entry, unchecked_where_changed(before, accept(before, fresh))) if fresh else before
    taken = {id(one) for one in fresh}
    known = [one for one, stands in zip(waiting, standings(after, waiting), strict=True)
             if stands is Standing.KNOWN and id(one) not in taken]  # fmt: skip
    verdicts = {one.id: Judgement(verdict=Verdict.ACCEPTED) for one in fresh if one.id}
    for one, iou in zip(known, agreements(after, known), strict=True):
        if one.id:
            verdicts[one.id] = Judgement(verdict=Verdict.ACCEPTED, iou=iou)
    file = Rewrite(entry.annotation_path, before.source, after.source)
    try:
        store.give_verdict(verdicts, given)
    except AnnotrainError:
        file.take_back()  # else nothing would know of it, and no undo take it back
        raise
    return Change(entry=entry, file=file, suggestions=tuple(verdicts), added=len(fresh))


def take_back(store: SuggestionStore, result: BulkResult) -> tuple[AnnotrainError, ...]:
    """Put every file back as it was and open the suggestions again; return what could not be taken back.

    A file that was changed since then is left as it is.
    """
    problems: list[AnnotrainError] = []
    given = time.time()
    for change in result.changes:
        try:
            change.file.take_back()
            store.reopen(change.suggestions, given)
        except AnnotrainError as error:
            problems.append(error)
    return tuple(problems)
