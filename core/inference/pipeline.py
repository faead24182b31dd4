"""Many files through a network: read ahead by some threads, looked at by others, given back in their order.

Each step keeps a few things waiting for the next one and no more, so that memory does not grow with the number of
files.
Three kinds of threads take part: readers decode and fit the pictures, as small as the network needs them; runners let
the network look at batches, several at a time where there are processors for it, since two batches on a processor each
are done sooner than two after each other on both; whoever asks takes apart what the network says.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ImageFileError
from core.files import stamp_of
from core.images import read_for
from core.inference.embedding import Measures, measures_of
from core.tasks import Choice, Fitting
from core.tasks.fitting import to_batch

if TYPE_CHECKING:
    from core.inference.predictor import Answers, Predictor

BATCH = 8
READERS = 2
WAITING = 2
"""So many batches wait for each runner: one that is looked at, and the next."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What came of one file: what was ``found``, as the task has it, or why the file cannot be read.

    ``embedding`` float32 (D,) is what it looks like to the network, None where that does not tell. ``stamp`` and
    ``measures`` are of the file as it was read, None where nobody asked for them.
    """

    path: Path
    found: Any | ImageFileError
    embedding: NDArray[np.float32] | None = None
    stamp: str | None = None
    measures: Measures | None = None


@dataclass(eq=False)
class _Picture:
    """One file on its way: read, and then with a row of answers for each of its parts."""

    path: Path
    error: ImageFileError | None = None
    size: tuple[int, int] = (0, 0)
    fittings: Sequence[Fitting] = ()
    fitted: list[NDArray[np.uint8]] = field(default_factory=list)
    rows: list[tuple[NDArray[np.float32], ...]] = field(default_factory=list)
    embeddings: list[NDArray[np.float32]] = field(default_factory=list)
    stamp: str | None = None
    measures: Measures | None = None

    @property
    def complete(self) -> bool:
        return len(self.rows) == len(self.fittings)


class Pipeline:
    """The way of files through one predictor. For one use each of :meth:`seen`."""

    def __init__(
        self, predictor: "Predictor", choice: Choice, *, batch_size: int = BATCH, measured: bool = False
    ) -> None:
        """Go by batches of ``batch_size`` parts of pictures; ``measured``: the pictures' measures are wanted too."""
        self._predictor, self._choice, self._batch_size, self._measured = predictor, choice, batch_size, measured
        readers = max(READERS, predictor.at_once)
        self._ahead = max(readers, WAITING * predictor.at_once * batch_size // predictor.parts)
        self._readers = ThreadPoolExecutor(readers, thread_name_prefix="read")
        self._runners = ThreadPoolExecutor(predictor.at_once, thread_name_prefix="run")
        self._room = local()
        self._reading: deque[Future[_Picture]] = deque()
        self._pictures: deque[_Picture] = deque()
        self._gathered: list[tuple[_Picture, NDArray[np.uint8]]] = []
        self._running: deque[tuple[Future[Answers], list[_Picture]]] = deque()

    def seen(self, paths: Sequence[Path], should_stop: Callable[[], bool]) -> Iterator[Seen]:
        """Yield what comes of each file, in their order; ``should_stop`` is asked before each batch."""
        rest = iter(paths)
        try:
            while not should_stop():
                self._fill(rest)
                if not self._running and not self._pictures:
                    return
                self._take_answers()
                while self._pictures and self._pictures[0].complete:
                    yield self._told(self._pictures.popleft())
        finally:
            for pool in (self._readers, self._runners):
                pool.shutdown(cancel_futures=True)

    def _fill(self, rest: Iterator[Path]) -> None:
        """Have enough files read and enough batches looked at."""
        batches = WAITING * self._predictor.at_once
        while len(self._running) < batches:
            while len(self._reading) < self._ahead and (path := next(rest, None)) is not None:
                self._reading.append(self._readers.submit(self._read, path))
            if not self._reading:
                self._run(self._gathered)
                self._gathered = []
                return
            picture = self._reading.popleft().result()
            self._pictures.append(picture)
            self._gathered += [(picture, part) for part in picture.fitted]
            picture.fitted = []
            while len(self._gathered) >= self._batch_size:
                self._run(self._gathered[: self._batch_size])
                self._gathered = self._gathered[self._batch_size :]

    def _read(self, path: Path) -> _Picture:
        """Read a file and fit its parts; runs on a reader's thread."""
        predictor = self._predictor
        try:
            stamp = stamp_of(path) if self._measured else None
            picture, size = read_for(path, predictor.factor)
        except ImageFileError as error:
            return _Picture(path, error=error)
        fittings = predictor.fittings(size)
        measures = measures_of(picture) if self._measured else None
        fitted = [fitting.fitted(picture) for fitting in fittings]
        return _Picture(path, size=size, fittings=fittings, fitted=fitted, stamp=stamp, measures=measures)

    def _run(self, parts: Sequence[tuple[_Picture, NDArray[np.uint8]]]) -> None:
        if parts:
            fitted = [part for _, part in parts]
            self._running.append((self._runners.submit(self._look, fitted), [picture for picture, _ in parts]))

    def _look(self, fitted: Sequence[NDArray[np.uint8]]) -> "Answers":
        """Let the network look at a batch; runs on a runner's thread, which keeps the memory for the next one."""
        if not hasattr(self._room, "batch"):
            self._room.batch = np.empty((self._batch_size, 3, *self._predictor.input_size), np.float32)
        return self._predictor.answers(to_batch(fitted, self._room.batch[: len(fitted)]))

    def _take_answers(self) -> None:
        """Give the oldest batch's answers to its pictures."""
        if not self._running:
            return
        future, pictures = self._running.popleft()
        answers = future.result()
        for place, picture in enumerate(pictures):
            picture.rows.append(tuple(output[place] for output in answers.outputs))
            if answers.embedding is not None:
                picture.embeddings.append(answers.embedding[place])

    def _told(self, picture: _Picture) -> Seen:
        """Return what the answers to a picture's parts mean."""
        if picture.error is not None:
            return Seen(path=picture.path, found=picture.error)
        task = self._predictor.task
        parts = [
            task.decode(rows, fitting, self._choice)
            for rows, fitting in zip(picture.rows, picture.fittings, strict=True)
        ]
        embedding = np.mean(picture.embeddings, axis=0) if picture.embeddings else None
        return Seen(
            path=picture.path,
            found=task.merged(parts, picture.size, self._choice),
            embedding=embedding,
            stamp=picture.stamp,
            measures=picture.measures,
        )
