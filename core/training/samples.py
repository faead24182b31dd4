"""From labelled images to batches: decoded once, kept in memory where they fit, varied in the background.

Threads prepare what comes next; OpenCV and numpy let others run while they work. Processes, as torch's DataLoader has
them, would each need a copy of the pictures in memory and seconds to start, for little: a picture of 640 x 480 takes
5 ms of processor time, learning from it 130 ms (measured on two cores). A variation depends on seed, epoch and place
alone, so a resumed run sees the same pictures, and so do several processes that share each batch.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from itertools import islice
from math import ceil
from typing import Any, TypeVar

import numpy as np
import psutil
from numpy.typing import NDArray
from torch import Tensor

from core.images import read_rgb
from core.tasks import Fitting, task_named
from core.tasks.fitting import parts_of, resized
from core.training.batches import Batch, Sample, batch_of
from core.training.recipes import MODELS
from core.training.sources import Labelled
from core.training.spec import Spec
from core.training.subject import Subject
from core.training.transforms import TrainTransform

Job = TypeVar("Job")

_STATISTICS = 2**31
"""Added to the epoch for the pictures that batch normalisation is measured on, so that no epoch shares them."""


class Pictures:
    """Decoded pictures with what is said of them, kept until ``megabytes`` or half of what is free are used up.

    Where several processes of a machine keep pictures, ``sharers`` in all, each has its share of that.
    """

    def __init__(self, megabytes: int, *, sharers: int = 1) -> None:
        self._room = min(megabytes * 2**20, psutil.virtual_memory().available // 2) // sharers
        self._kept: dict[tuple[str, int], Sample] = {}
        self._lock = threading.Lock()

    def get(self, key: tuple[str, int], read: Callable[[], Sample]) -> Sample:
        """Return the picture of that key, read once where there is room for it."""
        sample = self._kept.get(key)
        if sample is None:
            sample = read()
            with self._lock:
                if sample.nbytes <= self._room and key not in self._kept:
                    self._room -= sample.nbytes
                    self._kept[key] = sample
        return sample


class Parts:
    """The parts of images that a network looks at: whole images, or what a region and tiles make of them."""

    def __init__(self, images: Sequence[Labelled], subject: Subject, spec: Spec) -> None:
        self.images = images
        self.task = task_named(spec.task)
        self.input_size = subject.input_size
        self.spec = spec
        self._labels = subject.labels
        self.places: tuple[tuple[int, Fitting], ...] = tuple(
            (number, Fitting(rect, image.size, subject.input_size))
            for number, image in enumerate(images)
            for rect in parts_of(image.size, spec.region, spec.tiles, spec.overlap)
        )

    def __len__(self) -> int:
        return len(self.places)

    def truth(self, number: int) -> Any:
        """Return what the image of that number says, in its pixels; of the task's own kind."""
        image = self.images[number]
        return self.task.truth(image.annotation, self._labels, image.size)

    def sample(self, place: int, factor: float | None = None) -> Sample:
        """Return a part at ``factor`` times its size; without one, fitted to the input as at prediction.

        Raises:
            ImageFileError: the image cannot be read.
        """
        number, fitting = self.places[place]
        image = self.images[number]
        whole = read_rgb(image.entry.path)
        if factor is not None:
            picture = resized(fitting.cut(whole), factor) if factor < 1 else np.ascontiguousarray(fitting.cut(whole))
            shape = picture.shape[0], picture.shape[1]
        else:
            picture, shape = fitting.fitted(whole), fitting.shape
        return Sample(image.entry.name, picture, self.task.target(self.truth(number), fitting, shape))


class TrainSamples:
    """The images that a run learns from; ``batch_size`` may be lowered where memory is short."""

    def __init__(self, images: Sequence[Labelled], subject: Subject, spec: Spec, pictures: Pictures) -> None:
        self.images = images
        self.batch_size = spec.batch_size
        self.parts = Parts(images, subject, spec)
        self._spec = spec
        self._pictures = pictures
        self._transform = TrainTransform(subject.input_size, spec.augmentation, MODELS[spec.model].leaves_out)

    @property
    def per_epoch(self) -> int:
        """How many pictures an epoch learns from."""
        return len(self.parts) * self._spec.repeats

    @property
    def steps_per_epoch(self) -> int:
        """How many batches an epoch has."""
        return ceil(self.per_epoch / self.batch_size)

    @property
    def smallest_batch(self) -> int:
        """How many pictures the smallest batch of an epoch has."""
        return self.per_epoch // self.steps_per_epoch

    def batches(self, epoch: int, seen: int = 0, share: tuple[int, int] = (0, 1)) -> Iterator[Batch]:
        """Yield the epoch's batches in an order of its own, without the first ``seen`` pictures.

        Sizes differ by one at most, the larger ones first; so what is left is divided as it would have been.
        ``share`` is (number, count) of the processes that learn together: each gets its part of every batch.

        Raises:
            ImageFileError: an image cannot be read.
        """
        rng = np.random.default_rng((self._spec.seed, epoch))
        order = np.concatenate([rng.permutation(len(self.parts)) for _ in range(self._spec.repeats)])
        rows = self.rows(seen, len(order))
        own = [np.array_split(row, share[1])[share[0]] for row in rows]
        work = [[(int(order[place]), epoch, int(place)) for place in row] for row in own]
        for row, batch in zip(rows, self._prepared(work), strict=True):
            yield replace(batch, end=int(row[-1]) + 1)

    def rows(self, seen: int, count: int) -> list[NDArray[np.int64]]:
        """Return the places of each batch in an epoch of ``count`` pictures, from that after ``seen`` on."""
        left = np.arange(seen, count)
        return np.array_split(left, ceil(len(left) / self.batch_size)) if len(left) else []

    def for_statistics(self, epoch: int, count: int) -> Iterator[Tensor]:
        """Yield ``count`` batches of varied pictures alone, others after each epoch.

        Raises:
            ImageFileError: an image cannot be read.
        """
        rng = np.random.default_rng((self._spec.seed, _STATISTICS + epoch))
        chosen = rng.integers(0, len(self.parts), (count, self.batch_size))
        places = np.arange(chosen.size).reshape(chosen.shape)
        work = [
            [(int(index), _STATISTICS + epoch, int(place)) for index, place in zip(*row, strict=True)]
            for row in zip(chosen, places, strict=True)
        ]
        for batch in self._prepared(work):
            yield batch.images

    def _prepared(self, work: Sequence[Sequence[tuple[int, int, int]]]) -> Iterator[Batch]:
        """Yield a batch for each row of (part, epoch, place)."""
        jobs = [job for row in work for job in row]
        samples = _made_ahead(self._varied, jobs, self._spec)
        for row in work:
            yield batch_of(list(islice(samples, len(row))), self.parts.input_size)

    def _varied(self, job: tuple[int, int, int]) -> Sample:
        """Return a variation of a part; the place in the epoch tells two of the same part from each other."""
        part, epoch, place = job
        sample = self._pictures.get(("train", part), lambda: self._reduced(part))
        rng = np.random.default_rng((self._spec.seed, epoch, place))
        varied = self._transform(sample.picture, sample.target, rng)
        return Sample(sample.name, varied.picture, varied.target)

    def _reduced(self, part: int) -> Sample:
        """Return the part no larger than its largest variation needs it."""
        fitting = self.parts.places[part][1]
        return self.parts.sample(part, min(1.0, fitting.factor * max(1.0, self._spec.augmentation.scale[1])))


class ValSamples:
    """The images that a run is measured on, plainly fitted to the network's input as at prediction."""

    def __init__(self, images: Sequence[Labelled], subject: Subject, spec: Spec, pictures: Pictures) -> None:
        self.images = images
        self.batch_size = spec.batch_size
        self.parts = Parts(images, subject, spec)
        self._spec = spec
        self._pictures = pictures

    @cached_property
    def truths(self) -> list[Any]:
        """What each image says, of the task's own kind."""
        return [self.parts.truth(number) for number in range(len(self.images))]

    def batches(self) -> Iterator[Batch]:
        """Yield the images' parts in their order.

        Raises:
            ImageFileError: an image cannot be read.
        """
        samples = _made_ahead(self._fitted, range(len(self.parts)), self._spec)
        while row := list(islice(samples, self.batch_size)):
            yield batch_of(row, self.parts.input_size)

    def _fitted(self, place: int) -> Sample:
        """Return a part as the network will be given it."""
        return self._pictures.get(("val", place), lambda: self.parts.sample(place))


def _made_ahead(make: Callable[[Job], Sample], jobs: Iterable[Job], spec: Spec) -> Iterator[Sample]:
    """Yield what ``make`` gives for each job, in order, two batches of them being made ahead by other threads."""
    rest = iter(jobs)
    pool = ThreadPoolExecutor(spec.workers or 1, thread_name_prefix="samples")
    try:
        waiting: deque[Future[Sample]] = deque(pool.submit(make, job) for job in islice(rest, 2 * spec.batch_size))
        while waiting:
            future = waiting.popleft()
            waiting.extend(pool.submit(make, job) for job in islice(rest, 1))
            yield future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
