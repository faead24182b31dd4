import sys
from pathlib import Path

import pytest

from core.training.launch import worker_command


def test_a_worker_is_the_command_line_or_the_frozen_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command(Path("runs/1")) == [sys.executable, "-m", "core.cli", "worker", str(Path("runs/1"))]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command(Path("runs/1")) == [sys.executable, "worker", str(Path("runs/1"))]
