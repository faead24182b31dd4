"""Runs by real processes: to the end, stopped, killed, resumed, failed."""

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest

from core.errors import RunFolderError
from core.images import read_rgb
from core.inference.model_folder import ModelFolder
from core.inference.predictor import Predictor
from core.training import queue
from core.training.events import CheckpointSaved, EpochEnded, RunEnded, RunStarted, StepEnded
from core.training.launch import start_worker
from core.training.run_folder import RunFolder, RunState, list_runs
from core.training.start import new_run
from core.voc.dataset import Dataset
from tests.core.training.conftest import follow, tiny_spec

pytestmark = pytest.mark.slow

LONG = {"epochs": 500}


def is_end(event: object) -> bool:
    return isinstance(event, RunEnded)


def wait_until_gone(pid: int, seconds: float) -> None:
    """Return when the process has ended; an error after so many seconds."""
    if psutil.pid_exists(pid):
        psutil.wait_procs([psutil.Process(pid)], timeout=seconds)
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_a_run_ends_with_a_model_that_predicts(
    run: RunFolder, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # it may be started from any folder
    pid = start_worker(run)
    assert run.state() is RunState.RUNNING
    follow(run, lambda event: isinstance(event, StepEnded))
    assert psutil.Process(pid).nice() == max(10, psutil.Process().nice())
    events = follow(run, is_end)
    end = events[-1]
    assert isinstance(end, RunEnded)
    assert (end.state, end.model) == ("finished", "tiny@1"), run.log_path.read_text()
    wait_until_gone(pid, 10)
    assert run.state() is RunState.FINISHED
    started = next(event for event in events if isinstance(event, RunStarted))
    assert (started.labels, started.input_size, started.step) == (("bright", "dark"), (80, 96), 0)
    assert started.images + started.val_images == 8
    steps = [event.step for event in events if isinstance(event, StepEnded)]
    assert steps == list(range(1, 2 * started.steps_per_epoch + 1))
    epochs = [event for event in events if isinstance(event, EpochEnded)]
    assert [epoch.epoch for epoch in epochs] == [1, 2]
    assert all(epoch.headline is not None and epoch.val_loss is not None for epoch in epochs)
    assert epochs[-1].seconds_left == 0
    assert sum(isinstance(event, CheckpointSaved) for event in events) == 2
    model = ModelFolder.find(dataset.models_folder)
    assert model.card.run == run.id
    assert model.card.labels == ("bright", "dark")
    assert model.card.metrics is not None
    assert model.card.metrics.headline == max(epoch.headline or 0 for epoch in epochs)
    assert [path.name for path in model.path.parent.iterdir()] == ["v1"]
    picture = read_rgb(dataset.entries[0].path)
    (found,) = Predictor(model).predict([picture], min_score=0.001)
    assert np.isfinite(found.boxes).all()
    with pytest.raises(RunFolderError, match="finished already"):
        start_worker(run)


@pytest.mark.long
def test_a_stop_comes_true_within_two_seconds_and_the_run_goes_on_later(dataset: Dataset) -> None:
    run = new_run(dataset, tiny_spec(**LONG))
    pid = start_worker(run)
    follow(run, lambda event: isinstance(event, StepEnded) and event.step == 5)
    with pytest.raises(RunFolderError, match="running already"):
        start_worker(run)
    asked = time.time()
    run.request_stop()
    end = follow(run, is_end)[-1]
    assert isinstance(end, RunEnded)
    assert end.at - asked < 2.0
    wait_until_gone(pid, 10)
    assert end.state == "stopped"
    assert run.state() is RunState.STOPPED
    before = [event for event in follow(run, is_end) if isinstance(event, CheckpointSaved)][-1].step
    assert before >= 5
    pid = start_worker(run)
    again = follow(run, lambda event: isinstance(event, StepEnded) and event.step == before + 2)
    started = [event for event in again if isinstance(event, RunStarted)]
    assert [event.step for event in started] == [0, before]
    run.request_stop()
    wait_until_gone(pid, 10)
    assert run.state() is RunState.STOPPED


@pytest.mark.long
def test_a_stop_is_heard_while_libraries_are_still_being_loaded(run: RunFolder) -> None:
    pid = start_worker(run)
    run.request_stop()
    end = follow(run, is_end)[-1]
    # Two seconds from when the process can hear; Python itself needs some time to start on a busy machine.
    assert end.at - (run.path / "alive").stat().st_mtime < 2.0
    wait_until_gone(pid, 20)
    assert run.state() is RunState.STOPPED


@pytest.mark.long
def test_a_killed_run_is_lost_and_goes_on_from_its_last_checkpoint(dataset: Dataset) -> None:
    run = new_run(dataset, tiny_spec(epochs=3))
    pid = start_worker(run)
    follow(run, lambda event: isinstance(event, CheckpointSaved))
    psutil.Process(pid).kill()
    wait_until_gone(pid, 10)
    assert run.state() is RunState.LOST
    with run.events_path.open("ab") as stream:
        stream.write(b'{"event": "StepEnded", "st')  # what a kill in the midst of a line leaves
    start_worker(run)
    events = follow(run, is_end)
    assert events[-1].state == "finished"  # type: ignore[attr-defined]
    resumed = [event for event in events if isinstance(event, RunStarted)][-1]
    assert resumed.step >= resumed.steps_per_epoch
    assert [event.epoch for event in events if isinstance(event, EpochEnded)] == [1, 2, 3]


@pytest.mark.long
def test_two_runs_are_told_apart(dataset: Dataset, run: RunFolder) -> None:
    other = new_run(dataset, tiny_spec(name="other"))
    start_worker(other)
    states = {each.id: each.state() for each in list_runs(dataset.runs_folder)}
    assert states == {run.id: RunState.STOPPED, other.id: RunState.RUNNING}
    other.request_stop()
    assert follow(other, is_end)[-1].state == "stopped"  # type: ignore[attr-defined]
    assert run.events_size() == 0


@pytest.mark.long
def test_a_missing_image_ends_the_run_with_a_sentence_that_names_it(run: RunFolder, dataset: Dataset) -> None:
    lost = dataset.entries[3].path
    lost.unlink()
    start_worker(run)
    end = follow(run, is_end)[-1]
    assert isinstance(end, RunEnded)
    assert end.state == "failed"
    assert "img3" in end.message
    assert run.state() is RunState.FAILED
    assert "Traceback" in run.log_path.read_text()


@pytest.mark.long
def test_a_pause_frees_the_computer_and_the_queue_waits_for_the_run(dataset: Dataset) -> None:
    run, later = new_run(dataset, tiny_spec(**LONG)), new_run(dataset, tiny_spec(name="later", epochs=1))
    queue.submit(run)
    queue.submit(later)
    worker = run.worker
    assert worker is not None
    follow(run, lambda event: isinstance(event, StepEnded) and event.step == 3)
    queue.pause(run)
    assert follow(run, is_end)[-1].state == "paused"  # type: ignore[attr-defined]
    wait_until_gone(worker.pid, 10)
    assert [run.state(), later.state()] == [RunState.PAUSED, RunState.QUEUED]
    start_worker(run)
    again = list(follow(run, lambda event: isinstance(event, StepEnded) and event.step == 8))
    assert [event.step for event in again if isinstance(event, StepEnded)] == list(range(1, 9)), "no step twice"
    queue.stop(run)
    events = follow(later, is_end)
    assert events[-1].state == "finished"  # type: ignore[attr-defined]
    assert run.state() is RunState.STOPPED


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="only Linux has autogroups")
def test_a_worker_lowers_its_own_session_and_never_that_of_a_terminal() -> None:
    say = "from core.training.worker import be_modest; be_modest(); print(open('/proc/self/autogroup').read())"
    own = subprocess.run(
        [sys.executable, "-c", say], check=True, capture_output=True, text=True, start_new_session=True
    )
    assert own.stdout.strip().endswith("nice 10")
    before = Path("/proc/self/autogroup").read_text()
    subprocess.run([sys.executable, "-c", say], check=True, capture_output=True)
    assert Path("/proc/self/autogroup").read_text() == before
