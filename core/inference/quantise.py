"""A network of 8-bit numbers made of one of floats: a third of the size, and faster where the processor helps.

By onnxruntime's static quantisation in the QDQ format. Only convolutions and matrix products are made smaller: what a
detector does behind them (sizes by exp, scores by sigmoid, concatenation) is cheap, and 8 bits there cost a fifth of
the mAP (measured). onnxruntime's quantiser stands on the package onnx, which the window does without.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from core.errors import ExportError
from core.inference.session import SESSION_ERRORS

SMALLER = ("Conv", "ConvTranspose", "Gemm", "MatMul")


@dataclass(frozen=True, kw_only=True)
class Way:
    """How much is made smaller.

    ``last``: the layers that give the answer as well. ``seven_bits``: weights of 7 bits, whose products do not overflow
    on processors that have none of 8 bits.
    """

    last: bool
    seven_bits: bool


WAYS = (Way(last=True, seven_bits=False), Way(last=False, seven_bits=False), Way(last=False, seven_bits=True))
"""From the smallest to the most careful."""


def quantise(source: Path, target: Path, batches: Iterable[NDArray[np.float32]], way: Way) -> None:
    """Write the network of ``source`` with 8-bit numbers to ``target``.

    ``batches`` float32 (N, 3, h, w) are what the network is to work on, made by its very preprocessing: from them the
    range of each layer's numbers is taken.

    Raises:
        ExportError: onnxruntime cannot make it smaller.
    """
    with tempfile.TemporaryDirectory(prefix="annotrain-int8-") as folder:
        prepared = Path(folder) / "prepared.onnx"
        try:
            # Symbolic shapes fail on detectors' heads; the plain inference is enough for what is made smaller.
            quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
            quantize_static(
                str(prepared),
                str(target),
                _Calibration(batches),
                quant_format=QuantFormat.QDQ,
                op_types_to_quantize=list(SMALLER),
                per_channel=True,
                reduce_range=way.seven_bits,
                activation_type=QuantType.QUInt8,
                weight_type=QuantType.QInt8,
                nodes_to_exclude=[] if way.last else last_layers(prepared),
            )
        except (*SESSION_ERRORS, ValueError, KeyError, AttributeError, IndexError) as error:
            raise ExportError(
                f"{source}: cannot be made smaller by ONNX Runtime ({error}); use it as it is."
            ) from error


def last_layers(path: Path) -> list[str]:
    """Return the names of the layers with weights behind which there is no other: those that give the answer."""
    nodes = onnx.load(str(path), load_external_data=False).graph.node
    readers: dict[str, list[int]] = {}
    for number, node in enumerate(nodes):
        for name in node.input:
            readers.setdefault(name, []).append(number)
    before_another: set[int] = set()
    # Nodes stand in the order in which they work, so that backwards each one's readers are known.
    for number in range(len(nodes) - 1, -1, -1):
        following = [reader for name in nodes[number].output for reader in readers.get(name, [])]
        if any(reader in before_another or nodes[reader].op_type in SMALLER for reader in following):
            before_another.add(number)
    return [node.name for number, node in enumerate(nodes) if node.op_type in SMALLER and number not in before_another]


class _Calibration(CalibrationDataReader):  # type: ignore[misc]  # onnxruntime has no types
    """Hands the batches over one by one."""

    def __init__(self, batches: Iterable[NDArray[np.float32]]) -> None:
        self._batches: Iterator[NDArray[np.float32]] = iter(batches)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        batch = next(self._batches, None)
        return None if batch is None else {"images": batch}
