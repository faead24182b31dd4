import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from core.errors import RunFolderError, WriteError
from core.training import worker
from core.training.events import RunEnded, Said, append
from core.training.journal import Journal
from core.training.run_folder import RunFolder, RunState, list_runs
from core.training.spec import Spec
from core.training.worker_mark import beat


@pytest.fixture
def spec() -> Spec:
    return Spec.for_model(name="parts")


@pytest.fixture
def run(tmp_path: Path, spec: Spec) -> RunFolder:
    return RunFolder.create(tmp_path / "data" / ".annotrain" / "runs", spec, tmp_path / "data")


@pytest.fixture
def gone() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_new_run_is_at_rest_and_knows_its_spec_and_dataset(run: RunFolder, spec: Spec, tmp_path: Path) -> None:
    again = RunFolder.open(run.path)
    assert again.spec == spec
    assert again.dataset_root == tmp_path / "data"
    assert again.state() is RunState.STOPPED
    assert again.worker is None


def test_runs_made_within_a_second_are_listed_newest_first(tmp_path: Path, spec: Spec) -> None:
    made = [RunFolder.create(tmp_path / "runs", spec, tmp_path).id for _ in range(12)]
    assert len(set(made)) == 12
    assert [run.id for run in list_runs(tmp_path / "runs")] == made[::-1]
    assert list_runs(tmp_path / "none") == []


@pytest.mark.usefixtures("run")
def test_a_moved_dataset_takes_its_runs_with_it(tmp_path: Path) -> None:
    (tmp_path / "data").rename(tmp_path / "moved")
    (moved,) = list_runs(tmp_path / "moved" / ".annotrain" / "runs")
    assert moved.dataset_root == tmp_path / "moved"


def test_a_run_with_a_living_process_runs_until_it_says_its_end(run: RunFolder) -> None:
    append(run.events_path, RunEnded(state="stopped", message="an earlier end"))
    run.mark_worker(os.getpid(), run.events_size())
    assert run.state() is RunState.RUNNING
    append(run.events_path, RunEnded(state="failed", message="its own end"))
    assert run.state() is RunState.FAILED


def test_a_run_whose_process_is_gone_without_an_end_is_lost(run: RunFolder, gone: int) -> None:
    run.mark_worker(gone, 0)
    append(run.events_path, Said(text="and then nothing more"))
    assert run.state() is RunState.LOST
    append(run.events_path, RunEnded(state="finished", message="it had ended after all"))
    assert run.state() is RunState.FINISHED


def test_another_process_of_the_same_number_is_not_taken_for_the_worker(run: RunFolder) -> None:
    run.mark_worker(os.getpid(), 0)
    mark = json.loads((run.path / "worker.json").read_text())
    (run.path / "worker.json").write_text(json.dumps({**mark, "created": mark["created"] - 3600}))
    assert run.state() is RunState.LOST


def test_a_worker_of_another_machine_lives_as_long_as_it_gives_signs_of_life(run: RunFolder, gone: int) -> None:
    run.mark_worker(gone, 0)
    assert run.state() is RunState.LOST, "here its number tells that it is gone"
    mark = json.loads((run.path / "worker.json").read_text())
    (run.path / "worker.json").write_text(json.dumps({**mark, "host": "another machine"}))
    assert run.state() is RunState.RUNNING
    long_ago = time.time() - 300
    os.utime(run.path / "alive", (long_ago, long_ago))
    assert run.state() is RunState.LOST
    beat(run.path)
    assert run.state() is RunState.RUNNING
    (run.path / "alive").unlink()
    assert run.state() is RunState.LOST
    beat(run.path)  # a disk that fails is no reason to stop a training


def test_a_run_of_another_machine_is_not_started_a_second_time(run: RunFolder) -> None:
    run.mark_worker(os.getpid(), 0)
    mark = json.loads((run.path / "worker.json").read_text())
    (run.path / "worker.json").write_text(json.dumps({**mark, "host": "elsewhere"}))
    with pytest.raises(RunFolderError, match="of elsewhere trains it already"):
        worker.main(run.path)


def test_a_listening_journal_gives_signs_of_life(run: RunFolder) -> None:
    run.mark_worker(os.getpid(), 0)
    os.utime(run.path / "alive", (0, 0))
    journal = Journal(run)
    journal.listen()
    deadline = time.monotonic() + 10
    while (run.path / "alive").stat().st_mtime == 0 and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    journal.end("finished", "done")
    assert time.time() - (run.path / "alive").stat().st_mtime < 60


def test_a_request_to_stop_is_a_file(run: RunFolder) -> None:
    run.request_stop()
    assert run.stop_path.exists()


def test_what_is_no_run_or_a_broken_one_is_an_error_that_names_the_file(run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(RunFolderError, match=r"spec\.json"):
        RunFolder.open(tmp_path)
    for name, read in (
        ("spec.json", lambda: run.spec),
        ("run.json", lambda: run.dataset_root),
        ("worker.json", run.state),
    ):
        (run.path / name).write_text("{]")
        with pytest.raises(RunFolderError, match=name):
            read()


def test_an_unwritable_place_is_an_error_of_ours(tmp_path: Path, spec: Spec) -> None:
    (tmp_path / "runs").write_text("a file where the folder should be")
    with pytest.raises(WriteError, match="runs"):
        RunFolder.create(tmp_path / "runs", spec, tmp_path)


def test_a_mark_that_is_no_process_is_no_worker(run: RunFolder) -> None:
    mark = run.path / "worker.json"
    mark.write_text('{"pid": -1, "created": 0, "after": 0}')
    assert run.state() is RunState.LOST
    mark.write_text('{"pid": "seven", "created": 0, "after": 0}')
    with pytest.raises(RunFolderError, match=r"worker\.json"):
        run.state()


def test_an_end_that_is_not_known_is_none(run: RunFolder, gone: int) -> None:
    run.mark_worker(gone, 0)
    run.events_path.write_text('{"event": "RunEnded", "state": "evaporated", "message": "gone"}\n')
    assert run.state() is RunState.LOST
