"""Changes in the whole dataset that the suggestions follow: what waits under a label goes with it to its new name."""

from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.editing import batch
from core.editing.batch import BatchResult, Operation, RenameLabels
from core.editing.batch.run import Report, ShouldStop
from core.errors import DatasetError, WriteError
from core.review.store import SuggestionStore
from core.voc.dataset import Dataset
from core.voc.label_list import LabelList


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
    """Do the operation as :func:`core.editing.batch.run` does; a new name is given to what waits as well."""
    result = batch.run(dataset, operation, images, text, labels=labels, report=report, should_stop=should_stop)
    if isinstance(operation, RenameLabels) and result.journal is not None:
        return _followed(dataset, result, operation)
    return result


def take_back(
    dataset: Dataset, path: Path, *, skip: Collection[str] = (), report: Report = lambda *_: None
) -> BatchResult:
    """Take a change back as :func:`core.editing.batch.take_back` does, in what still waits as well."""
    return _followed(dataset, batch.take_back(dataset, path, skip=skip, report=report), back=True)


def redo(dataset: Dataset, path: Path, *, skip: Collection[str] = (), report: Report = lambda *_: None) -> BatchResult:
    """Do a change again as :func:`core.editing.batch.redo` does, in what still waits as well."""
    return _followed(dataset, batch.redo(dataset, path, skip=skip, report=report))


def _followed(
    dataset: Dataset, result: BatchResult, operation: RenameLabels | None = None, *, back: bool = False
) -> BatchResult:
    """Have the suggestions follow a change, which the name of its journal stands for; add what went wrong there."""
    store = SuggestionStore.of(dataset)
    if result.journal is None or not store.path.is_file():
        return result
    change = result.journal.name
    with closing(store):
        try:
            if operation is not None:
                store.relabel(change, operation.old, operation.new)
            else:
                store.relabel_again(change, back=back)
        except (DatasetError, WriteError) as error:
            return replace(result, problems=(*result.problems, error))
    return result
