"""Kill -9 of the worker at any point, then resume: the very run that was never interrupted."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from core.training import checkpoints
from core.training.checkpoints import Checkpoint
from core.training.events import EpochEnded, EventReader, RunEnded, RunStarted
from core.training.run_folder import RunFolder
from core.training.start import new_run
from tests.core.training.conftest import draw_dataset, tiny_spec

pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="it forks")]
_POINTS = ("never", "step:1", "step:2", "step:4", "writing:2", "measuring")
"""The first three of the six steps are the first epoch; its last checkpoint is the fourth."""


@pytest.fixture(scope="module", name="runs")
def _runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RunFolder]:
    """One run for each point, all of the same spec on the same images, each ended."""
    dataset = draw_dataset(tmp_path_factory.mktemp("killed") / "parts")
    runs = {point: new_run(dataset, tiny_spec(patience=5, throw_away=True)) for point in _POINTS}
    words = [text for point, run in runs.items() for text in (str(run.path), point)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.training.killed_runs", *words],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return runs


def _checkpoint(run: RunFolder) -> Checkpoint:
    saved = checkpoints.read(run.checkpoint_path)
    assert saved is not None
    return saved


@pytest.mark.parametrize("point", _POINTS[1:])
def test_a_killed_and_resumed_run_equals_an_uninterrupted_one(runs: dict[str, RunFolder], point: str) -> None:
    whole, cut = _checkpoint(runs["never"]), _checkpoint(runs[point])
    assert cut.states.keys() == {"network", "average", "optimizer", "precision"}
    _assert_same(cut.states, whole.states, point)
    _assert_same(cut.random, whole.random, "random")
    for name in ("epochs", "epoch", "seen", "step", "batch_size", "best_epoch", "idle_epochs"):
        assert getattr(cut.progress, name) == getattr(whole.progress, name), name
    assert cut.progress.best_rank == pytest.approx(whole.progress.best_rank, abs=1e-6)


@pytest.mark.parametrize("point", _POINTS[1:])
def test_the_curves_are_those_of_an_uninterrupted_run(runs: dict[str, RunFolder], point: str) -> None:
    whole, cut = (list(EventReader(runs[name].events_path).read_new()) for name in ("never", point))
    starts = [event.step for event in cut if isinstance(event, RunStarted)]
    assert starts == [0, {"step:1": 0, "step:2": 1, "step:4": 3, "writing:2": 1, "measuring": 3}[point]]
    ended = [event for event in cut if isinstance(event, RunEnded)]
    assert [event.state for event in ended] == ["finished"]
    a, b = ([e for e in events if isinstance(e, EpochEnded)] for events in (whole, cut))
    for name in ("train_loss", "val_loss", "headline"):
        assert [getattr(event, name) for event in b] == pytest.approx([getattr(event, name) for event in a], abs=1e-6)


def _assert_same(a: object, b: object, where: str) -> None:
    """Compare what a checkpoint holds, number by number."""
    if isinstance(a, torch.Tensor):
        assert isinstance(b, torch.Tensor)
        torch.testing.assert_close(a, b, rtol=0, atol=1e-6, msg=lambda text: f"{where}: {text}")
    elif isinstance(a, dict):
        assert isinstance(b, dict)
        assert a.keys() == b.keys(), where
        for name, value in a.items():
            _assert_same(value, b[name], f"{where} {name}")
    elif isinstance(a, list | tuple):
        assert isinstance(b, list | tuple)
        assert len(a) == len(b), where
        for place, (one, other) in enumerate(zip(a, b, strict=True)):
            _assert_same(one, other, f"{where} {place}")
    else:
        assert a == (pytest.approx(b, abs=1e-6) if isinstance(b, float) else b), where
