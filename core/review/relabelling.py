"""Changes in the whole dataset that the suggestions follow: labels that are renamed, verdicts that are given."""

import time
from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from core.editing import batch
from core.editing.batch import BatchResult, Operation, RenameLabels
from core.editing.batch.run import Report, ShouldStop
from core.errors import DatasetError, FileChangedError, FileError, WriteError
from core.review.store import Judgement, SuggestionStore
from core.voc.annotation import Annotation
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList


class FollowedOperation(Operation):
    """An operation that says something of the suggestions as well."""

    @abstractmethod
    def follow(self, store: SuggestionStore, change: str, result: BatchResult) -> bool:
        """Have the store follow, given what came of it; ``change`` names this, to take it back.

        Return whether there was anything to follow.
        """


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What became of suggestions: how many were added, said what was there already, or contradict it and wait."""

    added: int = 0
    known: int = 0
    against: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(
            added=self.added + other.added, known=self.known + other.known, against=self.against + other.against
        )


class JudgingOperation(FollowedOperation):
    """An operation that gives verdicts on the suggestions by which it changes the images.

    Its verdicts are noted before a file is written, so that a change that a crash cut short is finished with them.
    """

    def __init__(self, store: SuggestionStore) -> None:
        self.label: str | None = None
        """What accepted suggestions become objects of; None where each keeps its own label."""
        self._store = store
        self._given: dict[str, dict[int, Judgement]] = {}
        self._tallies: dict[str, Tally] = {}
        self._changed: set[str] = set()
        self._labels: dict[str, None] = {}
        self._begun: str | None = None

    def judge(
        self, image: str, given: dict[int, Judgement], before: Annotation, after: Annotation, tally: Tally
    ) -> None:
        """Keep the verdicts and the tally that the edit of an image gives, and the labels of the objects added."""
        self._given[image], self._tallies[image] = given, tally
        if after != before:
            self._changed.add(image)
        self._labels |= dict.fromkeys(thing.label for thing in after.objects[len(before.objects) :])

    def relabel(self, labels: LabelList) -> LabelList:
        """Return the list with the labels that came in."""
        for name in self._labels:
            labels = labels.with_label(name)
        return labels

    def begin(self, change: str) -> None:
        """Note all verdicts.

        Raises:
            WriteError: they cannot be kept; no file was written yet.
        """
        self._begun = change
        self._store.intend(change, self._verdicts(self._changed))

    def give_up(self) -> None:
        """Forget what was noted: all was taken back again.

        Raises:
            WriteError: it cannot be forgotten.
        """
        if self._begun is not None:
            self._store.intend(self._begun, {})

    def follow(self, store: SuggestionStore, change: str, result: BatchResult) -> bool:
        """Give the verdicts, but for images whose files could not be written; return whether there were any.

        Raises:
            WriteError: they cannot be kept.
        """
        verdicts = self._verdicts(result.images)
        store.judge(change, verdicts)
        return bool(verdicts)

    def tally(self, written: Collection[str]) -> Tally:
        """Return what became of the suggestions where these images are written."""
        return sum((self._tallies[image] for image in self._done(written)), Tally())

    def _verdicts(self, written: Collection[str]) -> dict[int, Judgement]:
        """Return the verdicts where these images are written."""
        return {number: verdict for image in self._done(written) for number, verdict in self._given[image].items()}

    def _done(self, written: Collection[str]) -> Iterator[str]:
        """Return the images whose verdicts hold: those written, and those that did not have to be."""
        there = frozenset(written)
        return (image for image in self._given if image in there or image not in self._changed)


@dataclass(frozen=True, kw_only=True)
class JudgedOnly(BatchResult):
    """What came of it where no file had to change, but the suggestions followed: ``change`` names that."""

    change: str


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
    """Do the operation as :func:`core.editing.batch.run` does, and then what it means for the suggestions."""
    result = batch.run(dataset, operation, images, text, labels=labels, report=report, should_stop=should_stop)
    if isinstance(operation, JudgingOperation) and result.cancelled:
        operation.give_up()
    if isinstance(operation, FollowedOperation) and not result.cancelled:
        followed = _followed(dataset, result, lambda store, change: operation.follow(store, change, result))
        could_follow = len(followed.problems) == len(result.problems)
        return followed if could_follow or result.journal is None else _undone(dataset, followed, result.journal)
    if isinstance(operation, RenameLabels) and result.journal is not None:
        return _followed(dataset, result, lambda store, change: store.relabel(change, operation.old, operation.new))
    return result


def _undone(dataset: Dataset, result: BatchResult, journal: Path) -> BatchResult:
    """Put the files back as they were, for what they say now would be suggested again."""
    problems = (*result.problems, *batch.take_back(dataset, journal).problems)
    return BatchResult(text=result.text, journal=None, problems=problems)


def take_back_verdicts(dataset: Dataset, result: JudgedOnly) -> None:
    """Have the suggestions wait again, as far as nobody has said anything else since.

    Raises:
        DatasetError, WriteError: the store is damaged, or cannot be written.
    """
    with closing(SuggestionStore.of(dataset)) as store:
        store.judge_again(result.change, back=True)


def take_back(
    dataset: Dataset, path: Path, *, skip: Collection[str] = (), report: Report = lambda *_: None
) -> BatchResult:
    """Take a change back as :func:`core.editing.batch.take_back` does, in what still waits as well."""
    return _stepped(dataset, batch.take_back(dataset, path, skip=skip, report=report), back=True)


def redo(dataset: Dataset, path: Path, *, skip: Collection[str] = (), report: Report = lambda *_: None) -> BatchResult:
    """Do a change again as :func:`core.editing.batch.redo` does, in what still waits as well."""
    return _stepped(dataset, batch.redo(dataset, path, skip=skip, report=report), back=False)


def _stepped(dataset: Dataset, result: BatchResult, *, back: bool) -> BatchResult:
    """Have the suggestions follow a step back or forth, as far as nobody has said anything else since.

    Where a file was left as it is, so are the verdicts on its image.
    """
    left = {
        problem.path for problem in result.problems if isinstance(problem, FileError | FileChangedError | WriteError)
    }

    def step(store: SuggestionStore, change: str) -> None:
        but = {entry.name for entry in dataset.entries if entry.annotation_path in left} if left else set()
        store.relabel_again(change, back=back)
        store.judge_again(change, back=back, but=but)

    return _followed(dataset, result, step) if result.journal is not None else result


def _followed(
    dataset: Dataset, result: BatchResult, follow: Callable[[SuggestionStore, str], bool | None]
) -> BatchResult:
    """Have the suggestions follow a change, which the name of its journal stands for; add what went wrong there.

    Where no file was changed, and so there is no journal, the time stands for it.
    """
    store = SuggestionStore.of(dataset)
    if not store.path.is_file():
        return result
    change = result.journal.name if result.journal is not None else f"verdicts {time.time_ns()}"
    with closing(store):
        try:
            judged = follow(store, change)
        except (DatasetError, WriteError) as error:
            return replace(result, problems=(*result.problems, error))
    return JudgedOnly(**vars(result), change=change) if judged and result.journal is None else result
