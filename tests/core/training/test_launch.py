import contextlib
import sys
from pathlib import Path

import psutil
import pytest

from core.errors import RunFolderError
from core.training import launch
from core.training.launch import start_worker, worker_command
from core.training.run_folder import RunFolder
from core.training.spec import Spec


def test_a_worker_is_the_command_line_or_the_frozen_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command(Path("runs/1")) == [sys.executable, "-m", "core.cli", "worker", str(Path("runs/1"))]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command(Path("runs/1")) == [sys.executable, "worker", str(Path("runs/1"))]


def test_two_starters_of_one_run_do_not_both_start_it(tmp_path: Path) -> None:
    run = RunFolder.create(tmp_path / "runs", Spec.for_model(name="parts"), tmp_path)
    (run.path / "starting").touch()
    with pytest.raises(RunFolderError, match="being started already"):
        start_worker(run)
    assert run.worker is None


def test_a_worker_that_is_started_by_one_of_several_is_none_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = RunFolder.create(tmp_path / "runs", Spec.for_model(name="parts"), tmp_path)
    program = "import os; print({name: os.environ.get(name) for name in ('RANK', 'WORLD_SIZE')})"
    monkeypatch.setattr(launch, "worker_command", lambda _path: [sys.executable, "-c", program])
    monkeypatch.setenv("RANK", "0")
    monkeypatch.setenv("WORLD_SIZE", "2")
    pid = start_worker(run)
    with contextlib.suppress(psutil.NoSuchProcess):  # it may have come to its end already
        psutil.Process(pid).wait(20)
    assert run.log_path.read_text().strip() == "{'RANK': None, 'WORLD_SIZE': None}"
