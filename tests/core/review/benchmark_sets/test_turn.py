"""Only one process measures at a time, and a dead one holds nobody up."""

import os
import subprocess
import sys

from core.review.benchmark_sets.turn import own_turn
from core.training.worker_mark import WorkerMark
from core.voc.dataset import Dataset
from core.voc.held_out import frozen_folder


def test_a_turn_leaves_nothing_behind(dataset: Dataset) -> None:
    with own_turn(dataset):
        assert WorkerMark.read(frozen_folder(dataset)).pid == os.getpid()
    assert list(frozen_folder(dataset).iterdir()) == []


def test_another_process_is_waited_for_until_it_ends(dataset: Dataset) -> None:
    folder = frozen_folder(dataset)
    folder.mkdir(parents=True)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        WorkerMark.of(other.pid, 0).write(folder)
        waited: list[bool] = []

        def end() -> None:
            waited.append(True)
            other.communicate(b"\n")

        with own_turn(dataset, end):
            assert waited == [True]
    with own_turn(dataset, lambda: waited.append(False)):  # its mark is gone with it
        assert waited == [True]


def test_the_mark_of_a_killed_process_holds_nobody_up(dataset: Dataset) -> None:
    folder = frozen_folder(dataset)
    folder.mkdir(parents=True)
    WorkerMark(pid=os.getpid(), created=1.0, after=0).write(folder)
    with own_turn(dataset, lambda: sys.exit("waited")):
        assert WorkerMark.read(folder).created > 1.0
