"""The queue: who waits, who is next, what holds it. No network learns here; a process of ours stands for the worker."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from core.errors import RunFolderError
from core.training import deleting, queue
from core.training.events import RunEnded, append
from core.training.run_folder import RunFolder, RunState
from core.training.spec import Spec

Maker = Callable[[str], RunFolder]


@pytest.fixture(name="make")
def _make(tmp_path: Path) -> Maker:
    return lambda name: RunFolder.create(tmp_path / ".annotrain" / "runs", Spec.for_model(name=name), tmp_path)


@pytest.fixture(name="started")
def _started(monkeypatch: pytest.MonkeyPatch) -> list[RunFolder]:
    """Runs that were started: this process is their worker, for a real one would take seconds to load torch."""
    begun: list[RunFolder] = []

    def start(run: RunFolder) -> int:
        run.queued_path.unlink(missing_ok=True)
        run.mark_worker(os.getpid(), run.events_size())
        begun.append(run)
        return os.getpid()

    monkeypatch.setattr(queue, "start_worker", start)
    return begun


@pytest.fixture(name="process")
def _process() -> Iterator["subprocess.Popen[bytes]"]:
    """A process that waits until it is ended."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    yield process
    process.kill()
    process.communicate()


def _end(run: RunFolder, state: str) -> None:
    append(run.events_path, RunEnded(state=state, message=state))  # type: ignore[arg-type]


def test_the_first_starts_at_once_and_the_others_wait_in_their_order(make: Maker, started: list[RunFolder]) -> None:
    a, b, c = make("a"), make("b"), make("c")
    assert [queue.submit(run) for run in (a, b, c)] == [a, None, None]
    assert started == [a]
    assert [run.state() for run in (a, b, c)] == [RunState.RUNNING, RunState.QUEUED, RunState.QUEUED]
    assert queue.waiting(a.path.parent) == [b, c]
    queue.submit(b)
    assert queue.waiting(a.path.parent) == [b, c], "one that waits keeps its place"
    with pytest.raises(RunFolderError, match="is running already"):
        queue.submit(a)


@pytest.mark.parametrize("end", ["finished", "stopped", "failed"])
def test_the_next_begins_when_one_has_ended(make: Maker, started: list[RunFolder], end: str) -> None:
    a, b = make("a"), make("b")
    queue.submit(a)
    queue.submit(b)
    assert queue.start_next(a.path.parent) is None
    _end(a, end)
    queue.go_on(a.path.parent)
    assert started == [a, b]
    assert b.state() is RunState.RUNNING


def test_a_killed_worker_does_not_block_the_queue(
    make: Maker, started: list[RunFolder], process: "subprocess.Popen[bytes]"
) -> None:
    a, b = make("a"), make("b")
    queue.submit(a)
    a.mark_worker(process.pid, 0)
    queue.submit(b)
    assert started == [a]
    process.kill()
    process.wait()
    assert a.state() is RunState.LOST
    assert queue.start_next(a.path.parent) == b


def test_a_paused_run_holds_the_queue_until_it_is_resumed_or_stopped(make: Maker, started: list[RunFolder]) -> None:
    a, b, c = make("a"), make("b"), make("c")
    queue.submit(a)
    queue.submit(b)
    _end(a, "paused")
    assert a.state() is RunState.PAUSED
    assert queue.start_next(a.path.parent) is None
    queue.submit(c)
    assert started == [a], "b waits, and c behind it"
    queue.stop(a)
    assert a.state() is RunState.STOPPED
    assert started == [a, b]


def test_a_paused_run_goes_on_before_those_that_waited_for_it(make: Maker, started: list[RunFolder]) -> None:
    a, b, c = make("a"), make("b"), make("c")
    for run in (a, b, c):
        queue.submit(run)
    _end(a, "paused")
    queue.submit(a)
    assert started == [a, a]
    assert queue.waiting(a.path.parent) == [b, c]


def test_what_is_asked_for_alone_starts_beside_a_paused_run(make: Maker, started: list[RunFolder]) -> None:
    a, b = make("a"), make("b")
    queue.submit(a)
    _end(a, "paused")
    queue.submit(b)
    assert started == [a, b]


def test_a_resumed_run_waits_for_its_turn_and_remembers_what_it_was(make: Maker, started: list[RunFolder]) -> None:
    a, b = make("a"), make("b")
    queue.submit(a)
    _end(a, "stopped")
    queue.submit(b)
    queue.submit(a)
    assert a.state() is RunState.QUEUED
    queue.stop(a)
    assert a.state() is RunState.STOPPED
    assert started == [a, b]


def test_a_waiting_run_moves(make: Maker, started: list[RunFolder]) -> None:
    runs = [make(name) for name in "abcd"]
    for run in runs:
        queue.submit(run)
    folder = runs[0].path.parent
    queue.move(runs[3], -2)
    assert queue.waiting(folder) == [runs[3], runs[1], runs[2]]
    queue.move(runs[3], 9)
    assert queue.waiting(folder) == [runs[1], runs[2], runs[3]]
    (runs[2].queued_path).write_text("?")
    assert queue.waiting(folder)[-1] == runs[2]
    with pytest.raises(RunFolderError, match="does not wait"):
        queue.move(started[0], 1)


def test_only_what_runs_is_paused_and_only_what_has_not_ended_is_stopped(make: Maker, started: list[RunFolder]) -> None:
    run = make("a")
    with pytest.raises(RunFolderError, match="nothing to pause"):
        queue.pause(run)
    with pytest.raises(RunFolderError, match="nothing to stop"):
        queue.stop(run)
    queue.submit(run)
    queue.pause(run)
    assert run.asked == "paused"
    queue.stop(run)
    assert run.asked == "stopped"
    assert started == [run]


def test_a_deleted_run_is_gone_and_the_queue_goes_on(
    make: Maker, started: list[RunFolder], process: "subprocess.Popen[bytes]"
) -> None:
    a, b, c = make("a"), make("b"), make("c")
    queue.submit(a)
    queue.submit(b)
    queue.submit(c)
    deleting.delete(b)
    assert queue.waiting(a.path.parent) == [c]
    a.mark_worker(process.pid, 0)
    process.kill()
    process.wait()
    assert deleting.size(a) > 0
    deleting.delete(a)
    assert started == [a, c]
    assert not a.path.exists()
    assert not (a.path.parent.parent / "trash").exists()


def test_a_run_that_does_not_stop_is_not_deleted(
    make: Maker, started: list[RunFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make("a")
    queue.submit(run)
    monkeypatch.setattr(deleting, "_STOP_S", 0.1)
    with pytest.raises(RunFolderError, match=f"end process {os.getpid()}"):
        deleting.delete(run)
    assert run.path.is_dir()
    assert run.asked == "stopped"
    assert psutil.pid_exists(os.getpid())
    assert started == [run]


def test_a_broken_run_can_be_deleted_and_holds_nobody_up(make: Maker, started: list[RunFolder]) -> None:
    broken, sound = make("a"), make("b")
    (broken.path / "worker.json").write_text("{]")
    assert queue.submit(sound) == sound
    deleting.delete(broken)
    assert not broken.path.exists()
    assert started == [sound]
