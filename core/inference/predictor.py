"""A published model at work: pictures in, boxes with labels and scores out, through ONNX Runtime."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.errors import ImageFileError, ModelFolderError
from core.images import read_rgb
from core.inference.model_folder import ModelFolder
from core.inference.preprocess import fit, to_batch
from core.inference.session import SESSION_ERRORS, open_session
from core.metrics import Found

MIN_SCORE = 0.05
LOWEST_SCORE = 0.01
"""Down to this score things found count when a model is measured, as COCO's evaluation expects."""
CANDIDATES = 1000
"""The best places of each image that are looked at; a place below them is never what a person would want to see."""
KEPT = 300
OVERLAP = 0.45
"""Of two boxes of one label that overlap by more than this IoU, the worse one is dropped.

Measured: from 0.6 to 0.45 the mAP50 of crowded blood cells stays at 0.89, while a third fewer doubles are suggested.
"""

_RETRAIN = "remove the folder or train again."


class Predictor:
    """One model version, loaded. May be used from one thread at a time."""

    def __init__(self, model_folder: ModelFolder, threads: int = 0) -> None:
        """Load the network; ``threads`` 0 leaves one processor to the window.

        Raises:
            ModelFolderError: the network is missing, broken, or not of the size that the card says.
        """
        self.model_folder = model_folder
        self.input_size = model_folder.card.input_size
        self._session = _load(model_folder, threads)

    def predict(self, images: Sequence[NDArray[np.uint8]], min_score: float = MIN_SCORE) -> list[Found]:
        """Return what is found in each picture, in pixels of that picture; they go through the network as one batch.

        Pictures are uint8 (H, W, 3) RGB of any size. What scores below ``min_score`` is left out.
        """
        if not images:
            return []
        fitted, scales = zip(*(fit(image, self.input_size) for image in images), strict=True)
        scores, boxes = self.answers(to_batch(fitted))
        return [
            select(own_scores, own_boxes / scale, image.shape[:2], min_score)
            for own_scores, own_boxes, scale, image in zip(scores, boxes, scales, images, strict=True)
        ]

    def answers(self, batch: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return what the network itself says of (N, 3, h, w): scores (N, A, C), boxes (N, A, 4) in input pixels.

        Raises:
            ModelFolderError: there are scores for more or fewer labels than the card names.
        """
        scores, boxes = self._session.run(["scores", "boxes"], {"images": batch})
        if scores.shape[2:] != (len(self.model_folder.card.labels),):  # the network itself leaves this size open
            raise ModelFolderError(f"{self.model_folder.onnx_path}: has other labels than its card; {_RETRAIN}")
        return scores, boxes

    def predict_paths(
        self,
        paths: Sequence[Path],
        *,
        min_score: float = MIN_SCORE,
        batch_size: int = 8,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[tuple[Path, Found | ImageFileError]]:
        """Yield each path with what is found there, in the order given, or why the file cannot be read.

        The next pictures are decoded while the network works. ``should_stop`` is asked before each batch.
        """
        pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="decode")
        try:
            decoded = _ahead(pool, paths, 2 * batch_size)
            while not should_stop() and (batch := list(islice(decoded, batch_size))):
                founds = iter(self.predict([read for _, read in batch if isinstance(read, np.ndarray)], min_score))
                for path, read in batch:
                    yield path, read if isinstance(read, ImageFileError) else next(founds)
        finally:
            pool.shutdown(cancel_futures=True)


def select(scores: NDArray[np.float32], boxes: NDArray[np.float32], size: tuple[int, ...], min_score: float) -> Found:
    """Return the best boxes of one picture, cut at its border, the best score first.

    ``scores`` (A, C) and ``boxes`` (A, 4) are the network's, the boxes in pixels of the picture, whose ``size`` is
    (height, width). Non-maximum suppression goes label by label, so one place may hold two labels.
    """
    places, labels = np.nonzero(scores >= min_score)
    values = scores[places, labels]
    best = np.argsort(-values, kind="stable")[:CANDIDATES]
    places, labels, values = places[best], labels[best], values[best]
    limit = np.array([size[1], size[0]] * 2, np.float32)
    corners = np.clip(boxes[places], 0, limit)
    real = ((corners[:, 2:] - corners[:, :2]) > 0).all(axis=1)
    corners, labels, values = corners[real], labels[real], values[real]
    kept = suppress(corners, values, labels)[:KEPT]
    return Found(boxes=corners[kept], scores=values[kept], labels=labels[kept].astype(np.int64))


def suppress(boxes: NDArray[np.float32], scores: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return which of the boxes (n, 4), sorted by falling score, have no better one of their label over them."""
    if len(boxes) == 0:
        return np.zeros(0, np.int64)
    left_top_size = np.concatenate([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]], axis=1).astype(float)
    # OpenCV's type hints speak of lists; arrays are taken as well, and without a copy.
    kept = cv2.dnn.NMSBoxesBatched(left_top_size, scores, labels.astype(np.int32), 0.0, OVERLAP)  # type: ignore[arg-type]
    return np.sort(np.asarray(kept, np.int64).reshape(-1))


def _load(model_folder: ModelFolder, threads: int) -> onnxruntime.InferenceSession:
    """Open the network and check that it is the detector of which the card speaks."""
    path, card = model_folder.onnx_path, model_folder.card
    try:
        session = open_session(path, threads)
    except SESSION_ERRORS as error:
        raise ModelFolderError(f"{path}: cannot be loaded as a network; {_RETRAIN}") from error
    inputs = {value.name: value.shape for value in session.get_inputs()}
    if not {"scores", "boxes"} <= {value.name for value in session.get_outputs()} or inputs.keys() != {"images"}:
        raise ModelFolderError(f"{path}: is not a detector of this program; choose another model.")
    if inputs["images"][1:] != [3, *card.input_size]:
        raise ModelFolderError(f"{path}: has another input size than its card; {_RETRAIN}")
    return session


def _ahead(
    pool: ThreadPoolExecutor, paths: Iterable[Path], count: int
) -> "Iterator[tuple[Path, NDArray[np.uint8] | ImageFileError]]":
    """Yield the paths with their pictures in order, ``count`` of them being decoded ahead."""
    waiting: deque[tuple[Path, Future[NDArray[np.uint8] | ImageFileError]]] = deque()
    rest = iter(paths)
    for path in islice(rest, count):
        waiting.append((path, pool.submit(_read, path)))
    while waiting:
        path, future = waiting.popleft()
        for following in islice(rest, 1):
            waiting.append((following, pool.submit(_read, following)))
        yield path, future.result()


def _read(path: Path) -> NDArray[np.uint8] | ImageFileError:
    """Return the picture, or why it cannot be read."""
    try:
        return read_rgb(path)
    except ImageFileError as error:
        return error
