"""Networks are measured on sets, what is known is not done again, and the table compares."""

import json
import os
import shutil
from dataclasses import replace

import pytest

from core.inference.model_folder import INT8, ONNX, SPLIT, ModelFolder, list_models
from core.review.benchmark_sets.frozen import BenchmarkSet, freeze
from core.review.benchmark_sets.measuring import Step, measure_all
from core.review.benchmark_sets.pending import pending
from core.review.benchmark_sets.results import Which
from core.review.benchmark_sets.table import State, Table
from core.voc.dataset import Dataset
from tests.core.review.benchmark_sets.conftest import draw
from tests.core.review.versions import publish


@pytest.fixture
def hard(dataset: Dataset) -> BenchmarkSet:
    return freeze(dataset, "hard", ["c", "d"])[0]


@pytest.fixture
def models(dataset: Dataset) -> list[ModelFolder]:
    """Version 2 finds the cells beside their places, version 3 as well as the first."""
    publish(dataset.models_folder, 1)
    publish(dataset.models_folder, 2, moved=6.0)
    publish(dataset.models_folder, 3, pale=0.9)
    return list_models(dataset.models_folder)


def measure(dataset: Dataset, sets: list[BenchmarkSet], models: list[ModelFolder]) -> list[tuple[str, str, str]]:
    """Measure what is pending; return what was."""
    made = measure_all(dataset, pending(dataset, sets, models), open_trained=None)
    return [(one.set.name, one.model.reference, str(one.which)) for one, _result in made]


def test_every_version_is_measured_once(dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]) -> None:
    steps: list[Step] = []
    made = measure_all(dataset, pending(dataset, [hard], models), open_trained=None, on_step=steps.append)
    assert [one.model.reference for one, _ in made] == ["bright@3", "bright@2", "bright@1"]
    assert [result.headline for _, result in made] == [pytest.approx(1.0), pytest.approx(0.0), pytest.approx(1.0)]
    assert (steps[0].number, steps[0].of, steps[0].done, steps[0].images) == (1, 3, 0, 2)
    assert (steps[-1].number, steps[-1].done) == (3, 2)
    assert measure(dataset, [hard], models) == []


def test_a_new_version_an_other_network_and_a_frozen_change_are_measured(
    dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]
) -> None:
    measure(dataset, [hard], models)
    new = publish(dataset.models_folder, 4)
    assert measure(dataset, [hard], [new, *models]) == [("hard", "bright@4", "deployed")]
    shutil.copy(models[0].path / ONNX, models[0].path / INT8)
    assert measure(dataset, [hard], models) == [("hard", "bright@3", "int8")]
    os.utime(models[0].path / INT8, (1, 1))
    assert measure(dataset, [hard], models) == [("hard", "bright@3", "int8")]
    draw(dataset, dataset.entry("c"), 0, 0)
    assert measure(dataset, [hard], models) == []  # it is not what was frozen
    again, _ = freeze(dataset, "hard", hard.names)
    assert len(measure(dataset, [again], models)) == 4


def test_it_can_be_stopped_and_goes_on(dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]) -> None:
    steps: list[Step] = []
    waiting = pending(dataset, [hard], models)
    measure_all(dataset, waiting, open_trained=None, on_step=steps.append, should_stop=lambda: len(steps) > 3)
    assert len(pending(dataset, [hard], models)) == 2


def test_the_table_compares_versions(dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]) -> None:
    assert Table.of(dataset, models).waiting == 3
    measure(dataset, [hard], models)
    table = Table.of(dataset, models)
    assert table.waiting == 0
    cells = {model.reference: table.cell(model.reference, "hard") for model in models}
    assert [cells[f"bright@{k}"].best for k in (1, 2, 3)] == [True, False, True]
    assert cells["bright@1"].change is None
    assert cells["bright@2"].change == pytest.approx(-1.0)
    assert (cells["bright@3"].before, cells["bright@3"].change) == ("bright@2", pytest.approx(1.0))
    assert cells["bright@2"].results[Which.DEPLOYED].per_label["bright"]["objects"] == 2


def test_stale_figures_are_marked_and_compared_with_nothing(
    dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]
) -> None:
    measure(dataset, [hard], models)
    draw(dataset, dataset.entry("c"), 0, 0)
    table = Table.of(dataset, models)
    assert table.changes["hard"].labels == ("c",)
    cell = table.cell("bright@3", "hard")
    assert (cell.state, cell.best, cell.change, cell.waits) == (State.STALE, False, None, False)
    assert cell.figure == pytest.approx(1.0)


def test_a_version_that_learned_from_the_set_is_never_the_best(
    dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]
) -> None:
    (models[0].path / SPLIT).write_text(json.dumps({"train": ["a", "c"], "val": ["c", "d"]}))
    measure(dataset, [hard], models)
    table = Table.of(dataset, models)
    assert (table.cell("bright@3", "hard").learned, table.cell("bright@3", "hard").chosen_by) == (1, 1)
    assert not table.cell("bright@3", "hard").best
    assert table.cell("bright@1", "hard").best


def test_a_version_that_cannot_be_measured_says_why_and_is_not_tried_again(
    dataset: Dataset, hard: BenchmarkSet
) -> None:
    model = publish(dataset.models_folder, 1, labels=("other",))
    assert measure(dataset, [hard], [model]) == [("hard", "bright@1", "deployed")]
    cell = Table.of(dataset, [model]).cell("bright@1", "hard")
    assert (cell.state, cell.figure) == (State.IMPOSSIBLE, None)
    assert "has a label that bright@1 knows" in cell.results[Which.DEPLOYED].problem
    assert measure(dataset, [hard], [model]) == []


def test_figures_of_the_networks_side_by_side(dataset: Dataset, hard: BenchmarkSet, models: list[ModelFolder]) -> None:
    worse, good = models[1], models[0]
    shutil.copy(worse.path / ONNX, good.path / INT8)
    measure(dataset, [hard], models)
    cell = Table.of(dataset, models).cell("bright@3", "hard")
    assert cell.difference(Which.INT8) == pytest.approx(-1.0)
    assert cell.difference(Which.TRAINED) is None
    assert replace(cell, results={}).difference(Which.INT8) is None
