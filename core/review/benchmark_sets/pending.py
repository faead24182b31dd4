"""What is still to be measured: every network of every version on every set, unless its result still holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.inference.model_folder import ModelFolder
from core.review.benchmark_sets.frozen import BenchmarkSet, changes_since
from core.review.benchmark_sets.results import Result, Which, kept
from core.voc.dataset import Dataset


@dataclass(frozen=True)
class Pending:
    """One network to be measured on one set."""

    set: BenchmarkSet
    model: ModelFolder
    which: Which


def pending(dataset: Dataset, sets: Iterable[BenchmarkSet], models: Sequence[ModelFolder]) -> list[Pending]:
    """Return what has no result that holds: all deployed networks first, which are what a person waits for.

    A set that is no longer as it was frozen is left out: its figures could be compared with none of before.

    Raises:
        DatasetError: a list of images cannot be read.
    """
    found = [
        Pending(one, model, which)
        for one in sets
        if not changes_since(dataset, one)
        for model in models
        for which in missing(one, model, kept(dataset, one, model))
    ]
    order = (Which.DEPLOYED, Which.INT8, Which.TRAINED)
    return sorted(found, key=lambda one: order.index(one.which))


def missing(one: BenchmarkSet, model: ModelFolder, results: dict[Which, Result]) -> list[Which]:
    """Return the networks of a version that are still to be measured on a set."""
    return [
        which
        for which in Which
        if which.is_there(model) and not (which in results and results[which].holds(one, model))
    ]
