"""The encoder: what it wants of a picture, read from its one input, and how it is given that."""

from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.errors import PromptableModelError
from core.inference.promptable.embedding import Embedding
from core.inference.session import SESSION_ERRORS, open_session

SIDE = 1024
"""The longest side that Segment Anything's encoders see where theirs is left open."""
MEAN = np.array([123.675, 116.28, 103.53], np.float32)
DEVIATION = np.array([58.395, 57.12, 57.375], np.float32)
"""ImageNet's, with which all of these encoders were trained; on a scale from 0 to 255."""
FINE_FEATURES = "high_res_feats_0"
"""An output of this name tells SAM 2, whose pictures are squeezed to a square instead of being padded to one."""
_TYPES = {"tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(uint8)": np.uint8}


@dataclass(frozen=True)
class Encoder:
    """A loaded encoder: ``size`` (height, width) of what it sees; ``raw`` where it wants (h, w, 3) from 0 to 255."""

    path: Path
    session: onnxruntime.InferenceSession
    size: tuple[int, int]
    raw: bool
    squeezes: bool
    _run: onnxruntime.RunOptions = field(default_factory=onnxruntime.RunOptions)

    @classmethod
    def load(cls, path: Path) -> "Encoder":
        """Return the encoder in an ONNX file.

        Raises:
            PromptableModelError: it is missing, broken or no encoder.
        """
        session = load(path)
        inputs = session.get_inputs()
        shape = inputs[0].shape if inputs else []
        raw = len(shape) == 3 and shape[2] == 3
        planes = len(shape) == 4 and shape[1] == 3
        if len(inputs) != 1 or not (raw or planes) or inputs[0].type not in _TYPES:
            wants = ", ".join(f"{value.name} {value.shape}" for value in inputs)
            raise PromptableModelError(
                path,
                f"is not an encoder that is known here: it wants {wants}, not one picture of (1, 3, height, width) or "
                "(height, width, 3). Choose the encoder's ONNX file.",
            )
        height, width = shape[:2] if raw else shape[2:]
        size = height if isinstance(height, int) else SIDE, width if isinstance(width, int) else SIDE
        squeezes = FINE_FEATURES in {value.name for value in session.get_outputs()}
        return cls(path, session, size, raw, squeezes)

    @property
    def features(self) -> tuple[str, ...]:
        """The names of its outputs."""
        return tuple(value.name for value in self.session.get_outputs())

    def embed(self, rgb: NDArray[np.uint8], size: tuple[int, int]) -> Embedding:
        """Return the embedding of a picture of ``size`` (width, height), of which ``rgb`` may be a shrunk copy.

        Raises:
            PromptableModelError: the encoder failed.
        """
        rows, columns = self._fitted(rgb.shape[:2])
        method = cv2.INTER_AREA if rows < rgb.shape[0] else cv2.INTER_LINEAR
        fitted = np.asarray(cv2.resize(rgb, (columns, rows), interpolation=method), dtype=np.uint8)
        wanted = self.session.get_inputs()[0]
        batch = self._padded(fitted) if self.raw else self._planes(fitted)
        try:
            values = self.session.run(None, {wanted.name: batch.astype(_TYPES[wanted.type])}, self._run)
        except SESSION_ERRORS as error:
            raise PromptableModelError(self.path, f"failed on this picture ({_first_line(error)}).") from error
        return Embedding(
            features=dict(zip(self.features, values, strict=True)),
            size=size,
            scale=(columns / size[0], rows / size[1]),
            seen=(columns, rows),
            square=max(self.size),
        )

    def stop(self) -> None:
        """Have an embedding that is being made fail soon, as every later one: the program is being closed."""
        self._run.terminate = True

    def _fitted(self, shape: tuple[int, ...]) -> tuple[int, int]:
        """Return the (height, width) that a picture of that shape is resized to."""
        if self.squeezes:
            return self.size
        factor = min(self.size[0] / shape[0], self.size[1] / shape[1])
        return max(1, int(shape[0] * factor + 0.5)), max(1, int(shape[1] * factor + 0.5))

    def _padded(self, rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return the picture padded where the encoder does not take any size: (height, width, 3)."""
        height, width, _ = self.session.get_inputs()[0].shape
        below = height - rgb.shape[0] if isinstance(height, int) else 0
        beside = width - rgb.shape[1] if isinstance(width, int) else 0
        return np.pad(rgb, ((0, below), (0, beside), (0, 0)))

    def _planes(self, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the picture normalised and padded with zeros on the right or below: (1, 3, height, width)."""
        planes = np.zeros((1, 3, *self.size), np.float32)
        normal = (rgb.astype(np.float32) - MEAN) / DEVIATION
        planes[0, :, : rgb.shape[0], : rgb.shape[1]] = normal.transpose(2, 0, 1)
        return planes


def load(path: Path) -> onnxruntime.InferenceSession:
    """Return the network in an ONNX file.

    Raises:
        PromptableModelError: it is missing or broken.
    """
    if not path.is_file():
        raise PromptableModelError(path, "is not there: choose the ONNX file again.")
    try:
        return open_session(path)
    except SESSION_ERRORS as error:
        raise PromptableModelError(path, f"cannot be loaded as an ONNX network ({_first_line(error)}).") from error


def _first_line(error: BaseException) -> str:
    return str(error).strip().split("\n", 1)[0][:200].rstrip(".")
