"""The window and the command line import these parts: none of them may bring torch along, which takes seconds."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module",
    [
        "core.metrics",
        "core.inference.predictor",
        "core.inference.suggestion",
        "core.training.events",
        "core.training.launch",
        "core.training.run_folder",
        "core.training.spec",
        "core.training.start",
        "core.training.worker",
    ],
)
def test_it_is_imported_without_torch(module: str) -> None:
    program = f"import sys, {module}; print([n for n in ('torch', 'lightning_fabric', 'onnx') if n in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
