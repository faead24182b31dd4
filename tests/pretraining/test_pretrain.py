"""Learning from drawn pictures, for two steps: what is written is what the compact networks start from."""

import sys
from pathlib import Path

import pretrain
import pytest
import torch
from safetensors.torch import load_file

from core.training.models import weights


def test_what_was_learned_has_the_names_and_shapes_of_the_file_that_travels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "weights" / "drawn.safetensors"
    words = ["pretrain.py", "--steps", "2", "--side", "64", "--batch", "4", "--threads", "2", "--target", str(target)]
    monkeypatch.setattr(sys, "argv", words)
    pretrain.main()
    assert "2 steps" in capsys.readouterr().out
    made, there = load_file(target), weights.read(pretrain.TARGET)
    assert {name: value.shape for name, value in made.items()} == {name: value.shape for name, value in there.items()}
    assert {value.dtype for value in made.values()} == {torch.float16}


def test_the_rate_rises_and_falls() -> None:
    rates = [pretrain.rate(step, 1000, 1.0) for step in range(1000)]
    assert rates[0] < 0.01 < 0.8 < max(rates) <= 1.0
    assert rates[-1] < 0.02
