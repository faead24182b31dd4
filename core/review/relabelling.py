"""Changes in the whole dataset that the suggestions follow: labels that are renamed, verdicts that are given."""

import time
from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from core.editing import batch
from core.editing.batch import BatchResult, Operation, RenameLabels
from core.editing.batch.run import Report, ShouldStop
from core.errors import DatasetError, FileChangedError, FileError, WriteError
from core.review.store import SuggestionStore
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
    if isinstance(operation, FollowedOperation) and not result.cancelled:
        return _followed(dataset, result, lambda store, change: operation.follow(store, change, result))
    if isinstance(operation, RenameLabels) and result.journal is not None:
        return _followed(dataset, result, lambda store, change: store.relabel(change, operation.old, operation.new))
    return result


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
