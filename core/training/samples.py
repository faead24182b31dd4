"""From labelled images to batches: decoded once, kept in memory where they fit, varied in the background.

Threads prepare what comes next; OpenCV and numpy let others run while they work. Processes, as torch's DataLoader has
them, would each need a copy of the pictures in memory and seconds to start, for little: a picture of 640 x 480 takes
5 ms of processor time, learning from it 130 ms (measured on two cores). A variation depends on seed, epoch and place
alone, so a resumed run sees the same pictures.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from math import ceil
from typing import TypeVar

import numpy as np
import psutil
import torch
from numpy.typing import NDArray
from torch import Tensor

from core.images import read_rgb
from core.inference.preprocess import fit, fit_scale, resized
from core.training.spec import Spec
from core.training.subject import Labelled, Subject
from core.training.transforms import TrainTransform, to_tensor

Picture = NDArray[np.uint8]
Job = TypeVar("Job")

_STATISTICS = 2**31
"""Added to the epoch for the pictures that batch normalisation is measured on, so that no epoch shares them."""


@dataclass(frozen=True)
class Sample:
    """A picture at the input's size, uint8 (h, w, 3), with its boxes (n, 4) in its pixels and their labels (n,)."""

    name: str
    picture: Picture
    boxes: NDArray[np.float32]
    labels: NDArray[np.int64]


@dataclass(frozen=True)
class Batch:
    """Pictures (N, 3, h, w) from 0 to 1 with their targets: ``boxes`` (n, 4) and ``labels`` (n,) each."""

    names: tuple[str, ...]
    images: Tensor
    targets: list[dict[str, Tensor]]


class Pictures:
    """Decoded pictures, kept in memory until ``megabytes`` or half of what is free are used up."""

    def __init__(self, megabytes: int) -> None:
        self._room = min(megabytes * 2**20, psutil.virtual_memory().available // 2)
        self._kept: dict[tuple[str, int], Picture] = {}
        self._lock = threading.Lock()

    def get(self, key: tuple[str, int], read: Callable[[], Picture]) -> Picture:
        """Return the picture of that key, read once where there is room for it."""
        picture = self._kept.get(key)
        if picture is None:
            picture = read()
            with self._lock:
                if picture.nbytes <= self._room and key not in self._kept:
                    self._room -= picture.nbytes
                    self._kept[key] = picture
        return picture


class TrainSamples:
    """The images that a run learns from."""

    def __init__(self, images: Sequence[Labelled], subject: Subject, spec: Spec, pictures: Pictures) -> None:
        self.images = images
        self._spec = spec
        self._input_size = subject.input_size
        self._pictures = pictures
        self._transform = TrainTransform(subject.input_size, spec.augmentation)
        self._truths = [one.truth(subject.labels) for one in images]

    @property
    def steps_per_epoch(self) -> int:
        """How many batches an epoch has."""
        return ceil(len(self.images) * self._spec.repeats / self._spec.batch_size)

    def batches(self, epoch: int, skip: int = 0) -> Iterator[Batch]:
        """Yield the epoch's batches in an order of its own, without the first ``skip``; sizes differ by one at most.

        Raises:
            ImageFileError: an image cannot be read.
        """
        rng = np.random.default_rng((self._spec.seed, epoch))
        order = np.concatenate([rng.permutation(len(self.images)) for _ in range(self._spec.repeats)])
        parts = np.array_split(np.arange(len(order)), self.steps_per_epoch)[skip:]
        yield from self._prepared([[(int(order[place]), epoch, int(place)) for place in part] for part in parts])

    def for_statistics(self, epoch: int, count: int) -> Iterator[Tensor]:
        """Yield ``count`` batches of varied pictures alone, others after each epoch.

        Raises:
            ImageFileError: an image cannot be read.
        """
        rng = np.random.default_rng((self._spec.seed, _STATISTICS + epoch))
        chosen = rng.integers(0, len(self.images), (count, self._spec.batch_size))
        places = np.arange(chosen.size).reshape(chosen.shape)
        work = [
            [(int(index), _STATISTICS + epoch, int(place)) for index, place in zip(*row, strict=True)]
            for row in zip(chosen, places, strict=True)
        ]
        for batch in self._prepared(work):
            yield batch.images

    def _prepared(self, work: Sequence[Sequence[tuple[int, int, int]]]) -> Iterator[Batch]:
        """Yield a batch for each row of (image, epoch, place)."""
        jobs = [job for row in work for job in row]
        samples = _made_ahead(self._varied, jobs, self._spec)
        for row in work:
            yield _batch(list(islice(samples, len(row))))

    def _varied(self, job: tuple[int, int, int]) -> Sample:
        """Return the variation of an image that belongs to an epoch and a place in it."""
        index, epoch, place = job
        image, truth = self.images[index], self._truths[index]
        picture = self._pictures.get(("train", index), lambda: self._reduced(read_rgb(image.entry.path)))
        scale = np.array([picture.shape[1] / image.size[0], picture.shape[0] / image.size[1]] * 2, np.float32)
        rng = np.random.default_rng((self._spec.seed, epoch, place))
        return Sample(image.entry.name, *self._transform(picture, truth.boxes * scale, truth.labels, rng))

    def _reduced(self, picture: Picture) -> Picture:
        """Return the picture no larger than its largest variation needs it."""
        height, width = picture.shape[:2]
        fitting = min(self._input_size[0] / height, self._input_size[1] / width)
        largest = fitting * max(1.0, self._spec.augmentation.scale[1])
        return resized(picture, largest) if largest < 1 else picture


class ValSamples:
    """The images that a run is measured on, plainly fitted to the network's input as at prediction."""

    def __init__(self, images: Sequence[Labelled], subject: Subject, spec: Spec, pictures: Pictures) -> None:
        self.images = images
        self.truths = [one.truth(subject.labels) for one in images]
        self.input_size = subject.input_size
        self._spec = spec
        self._pictures = pictures

    def batches(self) -> Iterator[Batch]:
        """Yield the images in their order.

        Raises:
            ImageFileError: an image cannot be read.
        """
        samples = _made_ahead(self._fitted, range(len(self.images)), self._spec)
        while part := list(islice(samples, self._spec.batch_size)):
            yield _batch(part)

    def _fitted(self, index: int) -> Sample:
        """Return an image as the network will be given it."""
        image, truth = self.images[index], self.truths[index]
        picture = self._pictures.get(("val", index), lambda: fit(read_rgb(image.entry.path), self.input_size)[0])
        limit = np.array([self.input_size[1], self.input_size[0]] * 2, np.float32)
        boxes = np.clip(truth.boxes * fit_scale(image.size, self.input_size), 0, limit)
        return Sample(image.entry.name, picture, boxes, truth.labels)


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


def _batch(samples: Sequence[Sample]) -> Batch:
    """Return the samples as tensors."""
    return Batch(
        names=tuple(sample.name for sample in samples),
        images=torch.stack([to_tensor(sample.picture) for sample in samples]),
        targets=[
            {"boxes": torch.from_numpy(sample.boxes), "labels": torch.from_numpy(sample.labels)} for sample in samples
        ],
    )
