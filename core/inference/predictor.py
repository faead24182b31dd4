"""A published model at work: pictures in, what its task finds out, through ONNX Runtime."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.errors import ImageFileError, ModelFolderError
from core.images import read_for
from core.inference.embedding import EMBEDDING, mean_of_parts
from core.inference.latency import usual_threads
from core.inference.model_card import ModelCard
from core.inference.model_folder import ModelFolder
from core.inference.pipeline import BATCH, Pipeline, Seen
from core.inference.session import SESSION_ERRORS, Session, open_session
from core.tasks import Choice, Fitting, Task, task_named
from core.tasks.fitting import parts_of, to_batch

MIN_SCORE = 0.05
LOWEST_SCORE = 0.01
"""Down to this score things found count when a model is measured, as COCO's evaluation expects."""

MOST_AT_ONCE = 4
"""Each batch that is looked at needs memory of its own."""

_RETRAIN = "remove the folder or train again."


class Answers(NamedTuple):
    """What a network says of N pictures: the task's outputs, N rows each, and the embedding float32 (N, D), if any."""

    outputs: list[NDArray[np.float32]]
    embedding: NDArray[np.float32] | None


class Predictor:
    """One model version, loaded. May be used from one thread at a time."""

    def __init__(
        self, model_folder: ModelFolder, threads: int = 0, session: Session | None = None, at_once: int = 1
    ) -> None:
        """Load the network that ``model_folder.network`` names; ``threads`` 0 leaves one processor to the window.

        A ``session`` that is loaded already, by other means, takes the network's place. ``at_once`` batches are looked
        at side by side where there are many, with a share of the threads each.

        Raises:
            ModelFolderError: the network is missing, broken, or not of the size that the card says.
        """
        self.model_folder = model_folder
        self.input_size = model_folder.card.input_size
        self.task: Task[Any, Any] = task_named(model_folder.card.task)
        self._path = model_folder.onnx_path
        self.at_once = at_once
        each = max(1, (threads or usual_threads()) // at_once)
        self._session: Session = session or _load(self._path, model_folder.card, self.task, each)
        self.has_embedding = any(value.name == EMBEDDING for value in self._session.get_outputs())
        self._one_by_one = self._session.get_inputs()[0].shape[0] == 1

    @classmethod
    def for_many(cls, model_folder: ModelFolder, threads: int = 0) -> "Predictor":
        """Load the network for many files: one thread for each batch, several batches at once.

        Raises:
            ModelFolderError: as for the constructor.
        """
        return cls(model_folder, threads, at_once=min(threads or usual_threads(), MOST_AT_ONCE))

    @property
    def parts(self) -> int:
        """How many parts of a picture the network looks at."""
        return self.model_folder.card.tiles**2

    def factor(self, size: tuple[int, int]) -> float:
        """Return by how much an image of (width, height) is resized; 1 where it is looked at in parts."""
        fittings = self.fittings(size)
        return fittings[0].factor if fittings[0].size == size else 1.0

    def predict(self, images: Sequence[NDArray[np.uint8]], min_score: Choice | float = MIN_SCORE) -> list[Any]:
        """Return what the task finds in each picture, in pixels of that picture; they go through the network together.

        Pictures are uint8 (H, W, 3) RGB of any size. What scores below ``min_score`` is left out; it may be a
        choice that says more. What comes back is the task's: ``Found`` for detection and instances, ``FoundMap``,
        ``FoundTags``.
        """
        return self._predict([(image, (image.shape[1], image.shape[0])) for image in images], Choice.of(min_score))

    def predict_file(self, path: Path, choice: Choice | float = MIN_SCORE) -> Any:
        """Return what the task finds in the picture of one file, as :meth:`predict` has it.

        Raises:
            ImageFileError: the file cannot be read.
        """
        return self._predict([read_for(path, self.factor)], Choice.of(choice))[0]

    def _predict(self, images: Sequence[tuple[NDArray[np.uint8], tuple[int, int]]], choice: Choice) -> list[Any]:
        """Return what is found in pictures, perhaps decoded small, of images of (width, height)."""
        fittings = [self.fittings(size) for _, size in images]
        fitted = [one.fitted(image) for (image, _), own in zip(images, fittings, strict=True) for one in own]
        batches = (fitted[start : start + BATCH] for start in range(0, len(fitted), BATCH))
        rows = (row for batch in batches for row in zip(*self.answers(to_batch(batch)).outputs, strict=True))
        founds = []
        for (_, size), own in zip(images, fittings, strict=True):
            parts = [self.task.decode(next(rows), fitting, choice) for fitting in own]
            founds.append(self.task.merged(parts, size, choice))
        return founds

    def fittings(self, size: tuple[int, int]) -> list[Fitting]:
        """Return the parts of an image of (width, height) that the network looks at, one after the other."""
        return fittings_of(self.model_folder.card, size)

    def embeddings(self, images: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32] | None:
        """Return what each picture looks like to the network, float32 (n, D); None where it does not tell.

        Pictures are as for :meth:`predict`; of one that is looked at in parts it is the mean over these.
        """
        fittings = [self.fittings((image.shape[1], image.shape[0])) for image in images]
        fitted = [one.fitted(image) for image, own in zip(images, fittings, strict=True) for one in own]
        embedding = self.answers(to_batch(fitted)).embedding if fitted and self.has_embedding else None
        return None if embedding is None else mean_of_parts(embedding, [len(own) for own in fittings])

    def answers(self, batch: NDArray[np.float32]) -> Answers:
        """Return what the network itself says of (N, 3, h, w).

        Raises:
            ModelFolderError: there are scores for more or fewer labels than the card names.
        """
        names = [*self.task.outputs, *([EMBEDDING] if self.has_embedding else [])]
        if self._one_by_one:
            single = [self._session.run(names, {"images": picture[None]}) for picture in batch]
            outputs = [_stacked([one[place] for one in single]) for place in range(len(names))]
        else:
            outputs = self._session.run(names, {"images": batch})
        labels = len(self.model_folder.card.labels)
        seen = outputs[0].shape[1] - 1 if self.task.name == "semantic" else outputs[0].shape[-1]
        if seen != labels:  # the network itself leaves this size open
            raise ModelFolderError(f"{self._path}: has other labels than its card; {_RETRAIN}")
        return Answers(outputs[: len(self.task.outputs)], outputs[-1] if self.has_embedding else None)

    def predict_paths(
        self,
        paths: Sequence[Path],
        *,
        min_score: float = MIN_SCORE,
        batch_size: int = BATCH,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> "Iterator[tuple[Path, Any | ImageFileError]]":
        """Yield each path with what is found there, in the order given, or why the file cannot be read.

        The next pictures are decoded while the network works. ``should_stop`` is asked before each batch.
        """
        for seen in self.look_at(paths, min_score, batch_size=batch_size, should_stop=should_stop):
            yield seen.path, seen.found

    def look_at(
        self,
        paths: Sequence[Path],
        choice: Choice | float = MIN_SCORE,
        *,
        batch_size: int = BATCH,
        measured: bool = False,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[Seen]:
        """Yield all that comes of each file, in the order given; ``choice`` says what of it is taken.

        ``batch_size`` counts parts of pictures. ``measured``: the pictures' measures are wanted as well.
        """
        pipeline = Pipeline(self, Choice.of(choice), batch_size=batch_size, measured=measured)
        return pipeline.seen(paths, should_stop)


def fittings_of(card: ModelCard, size: tuple[int, int]) -> list[Fitting]:
    """Return the parts of an image of (width, height) that the card's network looks at."""
    rects = parts_of(size, card.region, card.tiles, card.overlap)
    return [Fitting(rect, size, card.input_size) for rect in rects]


def _stacked(rows: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return answers to single pictures (1, n, ...) as one array; those with fewer rows are filled up with zeros."""
    longest = max(row.shape[1] for row in rows)
    whole = np.zeros((len(rows), longest, *rows[0].shape[2:]), np.float32)
    for place, row in enumerate(rows):
        whole[place, : row.shape[1]] = row[0]
    return whole


def _load(path: Path, card: ModelCard, task: Task[Any, Any], threads: int) -> onnxruntime.InferenceSession:
    """Open the network and check that it is what the card speaks of."""
    try:
        session = open_session(path, threads)
    except SESSION_ERRORS as error:
        raise ModelFolderError(f"{path}: cannot be loaded as a network; {_RETRAIN}") from error
    inputs = {value.name: value.shape for value in session.get_inputs()}
    if not set(task.outputs) <= {value.name for value in session.get_outputs()} or inputs.keys() != {"images"}:
        raise ModelFolderError(f"{path}: is no network for {task.name} of this program; choose another model.")
    if inputs["images"][1:] != [3, *card.input_size]:
        raise ModelFolderError(f"{path}: has another input size than its card; {_RETRAIN}")
    return session
