"""All versions by all benchmark sets: the figures, which is best, what changed against the version before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.inference.model_folder import SPLIT, ModelFolder
from core.review.benchmark_sets.frozen import BenchmarkSet, Changes, benchmark_sets, changes_since
from core.review.benchmark_sets.pending import missing
from core.review.benchmark_sets.results import Result, Which, kept
from core.voc.dataset import Dataset

_SAME = 0.0005
"""Figures are shown with three digits: what is nearer than this to the best is as good."""


class State(StrEnum):
    """How a cell stands: not measured yet, measured on the set as it is, before a change, or not to be measured."""

    WAITING = "waiting"
    MEASURED = "measured"
    STALE = "stale"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One version on one set.

    ``results`` are those of its networks; ``change`` is by how much the headline figure of the deployed network is
    above that of the version before, None where one of them is not known. ``learned`` counts the images of the set
    that the version learned from: its figure flatters. ``chosen_by`` counts those by which its best epoch was chosen.
    ``waits``: some network is still to be measured.
    """

    state: State
    results: dict[Which, Result]
    change: float | None = None
    before: str = ""
    best: bool = False
    learned: int = 0
    chosen_by: int = 0
    waits: bool = False

    @property
    def figure(self) -> float | None:
        """The headline figure of the deployed network; None where there is none."""
        shown = self.results.get(Which.DEPLOYED)
        return None if shown is None else shown.headline

    @property
    def metric(self) -> str:
        """The name of that figure; empty where there is none."""
        shown = self.results.get(Which.DEPLOYED)
        return "" if shown is None else shown.metric

    def difference(self, which: Which) -> float | None:
        """Return by how much that network's headline figure is above the deployed one's; None where unknown."""
        other = self.results.get(which)
        if other is None or other.headline is None or self.figure is None:
            return None
        return other.headline - self.figure


@dataclass(frozen=True, kw_only=True)
class Table:
    """``cells`` are by (version's reference, set's name); ``changes`` says what of each set is no longer as frozen."""

    sets: tuple[BenchmarkSet, ...]
    changes: dict[str, Changes]
    models: tuple[ModelFolder, ...]
    cells: dict[tuple[str, str], Cell]

    @classmethod
    def of(cls, dataset: Dataset, models: Sequence[ModelFolder]) -> "Table":
        """Read what is known of these versions, in their order, on all sets.

        Raises:
            DatasetError: a set's file or a list of images cannot be read.
        """
        sets = tuple(benchmark_sets(dataset))
        changes = {one.name: changes_since(dataset, one) for one in sets}
        cells: dict[tuple[str, str], Cell] = {}
        for one in sets:
            column = {model.reference: _cell(dataset, one, model, changes[one.name]) for model in models}
            _compare(column, models)
            _mark_best(column)
            cells.update({(reference, one.name): cell for reference, cell in column.items()})
        return cls(sets=sets, changes=changes, models=tuple(models), cells=cells)

    def cell(self, model: str, name: str) -> Cell:
        """Return the cell of a version and a set."""
        return self.cells[model, name]

    @property
    def waiting(self) -> int:
        """How many cells wait for a network to be measured."""
        return sum(cell.waits for cell in self.cells.values())


def version_before(model: ModelFolder, models: Sequence[ModelFolder]) -> ModelFolder | None:
    """Return the version of the same name with the next lower number; None where there is none."""
    older = [one for one in models if one.card.name == model.card.name and one.card.version < model.card.version]
    return max(older, key=lambda one: one.card.version, default=None)


def _cell(dataset: Dataset, one: BenchmarkSet, model: ModelFolder, changes: Changes) -> Cell:
    results = kept(dataset, one, model)
    deployed = results.get(Which.DEPLOYED)
    learned, chosen_by = _overlap(model, one)
    if deployed is None:
        state = State.WAITING
    elif changes or not deployed.holds(one, model):
        state = State.STALE
    else:
        state = State.IMPOSSIBLE if deployed.problem else State.MEASURED
    return Cell(
        state=state,
        results=results,
        learned=learned,
        chosen_by=chosen_by,
        waits=not changes and bool(missing(one, model, results)),
    )


def _overlap(model: ModelFolder, one: BenchmarkSet) -> tuple[int, int]:
    """Return how many images of the set the version learned from, and by how many its best epoch was chosen."""
    try:
        said = json.loads((model.path / SPLIT).read_bytes())
        train, val = frozenset(said["train"]), frozenset(said["val"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0  # of a model that was brought along: nobody knows
    names = frozenset(one.names)
    return len(names & train), len(names & val - train)


def _compare(column: dict[str, Cell], models: Sequence[ModelFolder]) -> None:
    """Give each measured cell its change against the version before, where both were measured alike."""
    for model in models:
        before = version_before(model, models)
        own, other = column[model.reference], column.get(before.reference) if before is not None else None
        if before is None or other is None or {own.state, other.state} != {State.MEASURED}:
            continue
        if own.metric == other.metric and own.figure is not None and other.figure is not None:
            column[model.reference] = replace(own, change=own.figure - other.figure, before=before.reference)


def _mark_best(column: dict[str, Cell]) -> None:
    """Mark the best of each figure; a version that learned from the set is no candidate."""
    fair = {name: cell for name, cell in column.items() if cell.state is State.MEASURED and not cell.learned}
    for metric in {cell.metric for cell in fair.values()}:
        figures = [cell.figure for cell in fair.values() if cell.metric == metric and cell.figure is not None]
        for name, cell in fair.items():
            if figures and cell.metric == metric and cell.figure is not None and cell.figure > max(figures) - _SAME:
                column[name] = replace(cell, best=True)
