"""Trials: a folder like a run's, a process of its own, a result that is found again."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.errors import DatasetError, RunFolderError
from core.training.batch_choice import BatchFit, BatchTried
from core.training.batch_fit import fit_batch
from core.training.journal import Journal
from core.training.rate_curve import RateCurve
from core.training.rate_finder import find_rate
from core.training.run_folder import RunFolder, RunState, list_runs
from core.training.trials import TrialKind, new_trial, read_result, start_trial, trial_kind
from core.voc.dataset import Dataset
from tests.core.training.conftest import draw_dataset, tiny_spec


@pytest.fixture(name="blocks")
def _blocks(tmp_path: Path) -> Dataset:
    return draw_dataset(tmp_path / "blocks")


def test_a_trial_is_a_run_that_is_never_published(blocks: Dataset) -> None:
    run = new_trial(blocks, tiny_spec(time_budget_s=60.0), TrialKind.FIND_RATE)
    assert run.path.parent == blocks.program_folder / "trials"
    assert trial_kind(run) is TrialKind.FIND_RATE
    assert (run.spec.throw_away, run.spec.time_budget_s) == (True, None)
    assert run.dataset_root == blocks.root
    assert read_result(run) is None
    assert not blocks.runs_folder.exists()


def test_only_the_last_trial_of_a_kind_is_kept(blocks: Dataset) -> None:
    first = new_trial(blocks, tiny_spec(), TrialKind.FIND_RATE)
    other = new_trial(blocks, tiny_spec(), TrialKind.FIT_BATCH)
    second = new_trial(blocks, tiny_spec(), TrialKind.FIND_RATE)
    assert {run.path for run in list_runs(first.path.parent)} == {other.path, second.path}


def test_an_ordinary_run_is_no_trial(blocks: Dataset) -> None:
    run = RunFolder.create(blocks.runs_folder, tiny_spec(), blocks.root)
    assert trial_kind(run) is None
    assert read_result(run) is None


def test_a_result_is_read_as_it_was_written(blocks: Dataset) -> None:
    run = new_trial(blocks, tiny_spec(), TrialKind.FIT_BATCH)
    tried = {"size": 2, "seconds": 0.5, "memory": 10, "fits": True}
    (run.path / "result.json").write_text(json.dumps({"tried": [tried], "choice": 2}))
    assert read_result(run) == BatchFit(tried=(BatchTried(size=2, seconds=0.5, memory=10, fits=True),), choice=2)
    (run.path / "result.json").write_text("{}")
    with pytest.raises(RunFolderError, match="cannot be read"):
        read_result(run)


@pytest.mark.long
def test_a_rate_is_found_by_learning(blocks: Dataset) -> None:
    run = new_trial(blocks, tiny_spec(image_size=64, batch_size=4, threads=1), TrialKind.FIND_RATE)
    curve = find_rate(run, Journal(run))
    assert isinstance(curve, RateCurve)
    assert curve.suggestion is not None
    assert 1e-5 < curve.suggestion < 0.3
    assert curve.losses[0] > min(curve.smoothed)


@pytest.mark.long
def test_a_batch_is_found_by_trying(blocks: Dataset) -> None:
    run = new_trial(blocks, tiny_spec(image_size=64, threads=1), TrialKind.FIT_BATCH)
    found = fit_batch(run, Journal(run))
    assert [tried.size for tried in found.tried] == [1, 2]  # a third of eight images at the most
    assert all(tried.fits and tried.memory and tried.memory > 2**20 for tried in found.tried)
    assert found.choice in (1, 2)
    assert run.state() is RunState.STOPPED


def test_nothing_to_learn_is_said_before_any_process_is_started(tmp_path: Path) -> None:
    folder = tmp_path / "bare" / "JPEGImages"
    folder.mkdir(parents=True)
    cv2.imwrite(str(folder / "a.png"), np.zeros((20, 20, 3), np.uint8))
    dataset = Dataset.open(tmp_path / "bare")
    with pytest.raises(DatasetError, match="draw objects or give tags first"):
        start_trial(dataset, tiny_spec(), TrialKind.CHECK_FIVE)
    assert not (dataset.program_folder / "trials").exists()
