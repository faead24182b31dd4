"""The decoder and the pair of both: prompts in, the mask of one object out."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.errors import AssistError, PromptableModelError
from core.geometry import XY, Box, Mask
from core.inference.promptable.embedding import Embedding
from core.inference.promptable.encoder import FINE_FEATURES, Encoder, load
from core.inference.session import SESSION_ERRORS

ADDS, TAKES, CORNER, OTHER_CORNER, PADDING = 1, 0, 2, 3, -1
"""What Segment Anything's decoders call their points: the object, not the object, a box's two corners, nothing."""
_POINTS = ("point_coords", "input_points")
_LABELS = ("point_labels", "input_labels")
_PROMPTS = {*_POINTS, *_LABELS, "mask_input", "has_mask_input", "orig_im_size"}
_COARSE = ("low_res_masks", "pred_masks")
_SCORES = ("iou_predictions", "iou_scores")
_TYPES = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
}


@dataclass(frozen=True)
class Prompt:
    """What a person says of one object, in image pixels: points that belong to it (True) or not, and a box round it."""

    points: tuple[tuple[XY, bool], ...] = ()
    box: Box | None = None


class PromptableModel:
    """An encoder and a decoder that belong together, loaded. May be used from several threads."""

    def __init__(self, encoder: Path, decoder: Path) -> None:
        """Load both.

        Raises:
            PromptableModelError: one of them is missing, broken, of an unknown kind, or not made for the other.
        """
        self._encoder = Encoder.load(encoder)
        self._path = decoder
        self._decoder = load(decoder)
        inputs = [value.name for value in self._decoder.get_inputs()]
        self._outputs = [value.name for value in self._decoder.get_outputs()]
        if not (set(_POINTS) & set(inputs) and set(_LABELS) & set(inputs)) or not self._mask_name:
            raise PromptableModelError(
                decoder,
                f"is not a decoder that is known here: it wants {', '.join(inputs)} and gives "
                f"{', '.join(self._outputs)}, not masks of point_coords and point_labels. Choose the decoder's file.",
            )
        self._features = self._matched([name for name in inputs if name not in _PROMPTS])

    def embed(self, rgb: NDArray[np.uint8], size: tuple[int, int]) -> Embedding:
        """Return the embedding of a picture of ``size`` (width, height), of which ``rgb`` may be a shrunk copy.

        Raises:
            PromptableModelError: the encoder failed.
        """
        return self._encoder.embed(rgb, size)

    def stop(self) -> None:
        """Have an embedding that is being made fail soon, as every later one: the program is being closed."""
        self._encoder.stop()

    @property
    def side(self) -> int:
        """How many pixels of a picture's longest side the encoder sees."""
        return max(self._encoder.size)

    def segment(self, embedding: Embedding, prompt: Prompt) -> Mask:
        """Return the object that the prompt means.

        Raises:
            AssistError: there is nothing, or the prompt says nothing.
            PromptableModelError: the decoder failed.
        """
        if not prompt.points and prompt.box is None:
            raise AssistError("The model needs a point or a box: click the object.")
        values = self._inputs(embedding, prompt)
        try:
            results = dict(zip(self._outputs, self._decoder.run(None, values), strict=True))
        except SESSION_ERRORS as error:
            raise PromptableModelError(
                self._path, f"failed on this prompt, it may belong to another encoder ({str(error)[:200]})."
            ) from error
        mask = _to_mask(self._best(results), self._covered(embedding), embedding.size)
        if mask is None:
            raise AssistError("The model finds nothing there: point at another place, or draw a box round the object.")
        return mask

    @property
    def _mask_name(self) -> str | None:
        """The output to take: the coarse masks, because the fine ones of some exports know one aspect ratio only."""
        return next((name for name in (*_COARSE, "masks") if name in self._outputs), None)

    def _matched(self, wanted: Sequence[str]) -> dict[str, str]:
        """Return which of the encoder's outputs goes into which of the decoder's inputs.

        Raises:
            PromptableModelError: the two do not fit together.
        """
        given = self._encoder.features
        matched = {name: name for name in wanted if name in given}
        if not matched and len(wanted) == 1:
            matched = {wanted[0]: given[0]}
        missing = [name for name in wanted if name not in matched]
        if missing or not wanted:
            raise PromptableModelError(
                self._path,
                f"does not fit the encoder: it wants {', '.join(missing) or 'no features'}, the encoder gives "
                f"{', '.join(given)}. Choose two files that were exported together.",
            )
        return matched

    def _inputs(self, embedding: Embedding, prompt: Prompt) -> dict[str, NDArray[Any]]:
        points, labels = self._points(embedding, prompt)
        values: dict[str, NDArray[Any]] = {}
        for wanted in self._decoder.get_inputs():
            name, rank = wanted.name, len(wanted.shape)
            if name in self._features:
                values[name] = embedding.features[self._features[name]]
                continue
            if name in _POINTS:
                value: NDArray[Any] = points.reshape((1,) * (rank - 2) + points.shape)
            elif name in _LABELS:
                value = labels.reshape((1,) * (rank - 1) + labels.shape)
            elif name == "mask_input":
                value = np.zeros([size if isinstance(size, int) else _open(place) for place, size in _dims(wanted)])
            elif name == "has_mask_input":
                value = np.zeros(1)
            else:  # orig_im_size: what the encoder saw, so that no export makes masks of millions of pixels
                value = np.array(embedding.seen[::-1])
            values[name] = value.astype(_TYPES.get(wanted.type, np.float32))
        return values

    def _points(self, embedding: Embedding, prompt: Prompt) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return places (n, 2) in the encoder's pixels and their labels (n,)."""
        places = [at for at, _ in prompt.points]
        labels = [ADDS if adds else TAKES for _, adds in prompt.points]
        if prompt.box is not None and "input_points" not in {value.name for value in self._decoder.get_inputs()}:
            places += [(prompt.box.x0, prompt.box.y0), (prompt.box.x1, prompt.box.y1)]
            labels += [CORNER, OTHER_CORNER]
        elif prompt.box is not None:  # that export knows no boxes: its middle is the next best
            places.append(((prompt.box.x0 + prompt.box.x1) / 2, (prompt.box.y0 + prompt.box.y1) / 2))
            labels.append(ADDS)
        elif FINE_FEATURES not in self._features:  # the first decoders were trained with a point of padding
            places.append((0.0, 0.0))
            labels.append(PADDING)
        return np.array(places, float) * embedding.scale, np.array(labels, float)

    def _best(self, results: dict[str, NDArray[Any]]) -> NDArray[np.float32]:
        """Return the (h, w) logits that the model itself thinks best of."""
        assert self._mask_name is not None, "checked when the decoder was loaded"
        masks = results[self._mask_name]
        masks = masks.reshape(-1, *masks.shape[-2:])
        scores = next((results[name].ravel() for name in _SCORES if name in results), np.zeros(1))
        best = int(scores.argmax()) if scores.size == len(masks) else 0
        return np.asarray(masks[best], dtype=np.float32)

    def _covered(self, embedding: Embedding) -> XY:
        """Return how many image pixels a mask as it comes covers across and down."""
        if FINE_FEATURES in self._features or self._mask_name == "masks":
            return float(embedding.size[0]), float(embedding.size[1])
        return embedding.square / embedding.scale[0], embedding.square / embedding.scale[1]


def _dims(value: onnxruntime.NodeArg) -> list[tuple[int, int | str | None]]:
    return list(enumerate(value.shape))


def _open(place: int) -> int:
    """Return the size of a dimension of ``mask_input`` that the export left open: (1, 1, 256, 256)."""
    return 1 if place < 2 else 256


def _to_mask(logits: NDArray[np.float32], covered: XY, size: tuple[int, int]) -> Mask | None:
    """Return the pixels of a picture of ``size`` (width, height) where (h, w) logits over ``covered`` are above 0.

    Only the part that is on is brought to the full resolution.
    """
    rows, columns = np.nonzero(logits > 0)
    if rows.size == 0:
        return None
    across, down = logits.shape[1] / covered[0], logits.shape[0] / covered[1]
    x0, y0 = max(0, floor((columns.min() - 1) / across)), max(0, floor((rows.min() - 1) / down))
    x1 = min(size[0], ceil((columns.max() + 2) / across))
    y1 = min(size[1], ceil((rows.max() + 2) / down))
    if x0 >= x1 or y0 >= y1:
        return None
    # From the middle of a pixel of the picture to the middle of one of the logits.
    back = np.array([[across, 0, (x0 + 0.5) * across - 0.5], [0, down, (y0 + 0.5) * down - 0.5]])
    fine = cv2.warpAffine(
        logits, back, (x1 - x0, y1 - y0), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
    )
    return Mask.from_array(fine > 0, x0, y0)
