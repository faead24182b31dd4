"""ONNX Runtime as this program uses it: on the processor, leaving the window its share."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

SESSION_ERRORS = (
    ort_errors.Fail,
    ort_errors.InvalidArgument,
    ort_errors.InvalidGraph,
    ort_errors.InvalidProtobuf,
    ort_errors.NoModel,
    ort_errors.NoSuchFile,
    ort_errors.NotImplemented,
    ort_errors.RuntimeException,
    RuntimeError,
)
"""What ONNX Runtime raises for a file that is no network, or a network that cannot do what it is asked for."""


class Session(Protocol):
    """What a predictor asks of a loaded network: ONNX Runtime's own session is one."""

    def get_inputs(self) -> Sequence[Any]:
        """Return what it takes, each with ``name`` and ``shape``; a shape's first part is 1 where it takes one only."""

    def get_outputs(self) -> Sequence[Any]:
        """Return what it gives, each with its ``name``."""

    def run(self, names: Sequence[str], feed: Mapping[str, Any]) -> list[Any]:
        """Return the outputs of these names for the inputs by name, numpy arrays all."""


def open_session(path: Path, threads: int = 0) -> onnxruntime.InferenceSession:
    """Return the network of an ONNX file, loaded; ``threads`` 0 leaves one processor to the window.

    Raises one of SESSION_ERRORS where the file is missing or broken.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or max(1, (os.cpu_count() or 2) - 1)
    # Threads that spin while they wait would take the processor from the window.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
