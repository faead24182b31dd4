import shutil
from pathlib import Path

import pytest

from core.errors import RunFolderError
from core.review.run_comparison import ComparedRun, compare, flat, read_run
from core.training.run_folder import RunFolder
from core.training.spec import Spec

RECORDED = Path(__file__).parents[1] / "training" / "advice" / "recorded"


@pytest.fixture
def runs(tmp_path: Path) -> list[ComparedRun]:
    """Three recorded runs as they lie on disk."""
    found = []
    for name in ("too_few_epochs", "overfitting", "healthy"):
        folder = tmp_path / name
        folder.mkdir()
        shutil.copyfile(RECORDED / f"{name}.json", folder / "spec.json")
        shutil.copyfile(RECORDED / f"{name}.jsonl", folder / "events.jsonl")
        found.append(read_run(RunFolder(folder)))
    return found


def test_the_best_by_a_metric_comes_first(runs: list[ComparedRun]) -> None:
    assert [run.title for run in compare(runs).runs] == ["healthy@1", "overfitting@1", "too-few-epochs@1"]
    by_map = compare(runs, "map")
    assert (by_map.metric, by_map.metrics) == ("map", ("map50", "map"))
    assert compare(runs, "miou").metric == "map50"
    assert compare(runs[:1]).runs[0].curves.count == 6


def test_settings_that_differ_are_told_apart(runs: list[ComparedRun]) -> None:
    found = compare(runs)
    assert {"epochs", "train_set", "augmentation.noise"} <= found.differing
    assert not {"model", "val_set", "device", "augmentation.keep"} & found.differing
    assert set(found.settings) >= found.differing
    assert compare(runs[:1]).differing == frozenset()


def test_a_run_that_was_not_measured_comes_last(runs: list[ComparedRun], tmp_path: Path) -> None:
    fresh = RunFolder.create(tmp_path / "runs", Spec.for_model(name="new"), tmp_path)
    assert [run.title for run in compare([read_run(fresh), *runs]).runs][-1] == "new"
    assert compare([read_run(fresh)]).metric == ""


def test_a_run_without_a_spec_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RunFolderError):
        read_run(RunFolder(tmp_path))


def test_groups_are_named_with_a_dot() -> None:
    assert list(flat({"a": 1, "b": {"c": [1, 2], "d": {"e": None}}})) == [("a", 1), ("b.c", [1, 2]), ("b.d.e", None)]
