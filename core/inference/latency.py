"""How long a model takes on this machine."""

import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import DatasetError
from core.images import read_rgb
from core.inference.model_folder import ModelFolder

BATCH = 8
PICTURES = 32
"""So many different pictures are taken at most: enough that none is still in the processor's caches."""
SECONDS = 2.0
"""Each way is measured for so long at least, and so many times at least."""
TIMES = 10


@dataclass(frozen=True, kw_only=True)
class Timing:
    """One way of working: ``batch`` pictures at once on ``threads`` processors, decoding the files included or not.

    ``median_ms`` and ``p90_ms`` are milliseconds a picture: half, and nine in ten, took no longer. ``times`` is how
    often it was measured.
    """

    batch: int
    threads: int
    decoding: bool
    median_ms: float
    p90_ms: float
    times: int

    @property
    def images_per_second(self) -> float:
        """How many pictures a second that is."""
        return 1000 / self.median_ms


@dataclass(frozen=True, kw_only=True)
class Latency:
    """All ways that were measured, and where: the processor's name and how many there are."""

    processor: str
    processors: int
    timings: tuple[Timing, ...]


def measure_latency(
    model_folder: ModelFolder,
    paths: Sequence[Path],
    *,
    threads: Sequence[int] = (),
    seconds: float = SECONDS,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Latency:
    """Measure single pictures and batches of eight, with and without decoding, on each number of ``threads``.

    Without ``threads``: on one, on as many as a prediction takes by itself, and on all there are. All that a
    prediction does is in it, from the picture (or the file) to what was found; one way after the other.

    Raises:
        DatasetError: there is no picture.
        ImageFileError, ModelFolderError: a file cannot be read, or the model not be loaded.
    """
    from core.inference.predictor import Predictor  # not above: ONNX Runtime would delay who only reads results

    if not paths:
        raise DatasetError("There is no image to measure the time on: open a dataset with images.")
    chosen = list(paths[:PICTURES])
    pictures = [read_rgb(path) for path in chosen]
    counts = tuple(threads) or tuple(sorted({1, usual_threads(), os.cpu_count() or 1}))
    ways = [(count, batch, decoding) for count in counts for batch in (1, BATCH) for decoding in (False, True)]
    timings: list[Timing] = []
    for done, (count, batch, decoding) in enumerate(ways):
        if should_stop():
            break
        on_progress(done, len(ways))
        predict = Predictor(model_folder, threads=count).predict
        given: Iterator[Path | NDArray[np.uint8]] = cycle(chosen if decoding else pictures)
        took = _measured(partial(_once, predict, given, batch), seconds)
        timings.append(_timing(took / batch * 1000, batch, count, decoding))
    on_progress(len(ways), len(ways))
    return Latency(processor=processor_name(), processors=os.cpu_count() or 1, timings=tuple(timings))


def _once(
    predict: Callable[[list[NDArray[np.uint8]]], object], given: Iterator[Path | NDArray[np.uint8]], batch: int
) -> None:
    """Predict the next pictures, those that come as paths from their files."""
    predict([read_rgb(one) if isinstance(one, Path) else one for one in islice(given, batch)])


def usual_threads() -> int:
    """Return how many threads a prediction takes by itself: it leaves one processor to the window."""
    return max(1, (os.cpu_count() or 2) - 1)


def processor_name() -> str:
    """Return the processor's name as the system knows it."""
    about = Path("/proc/cpuinfo")
    if about.is_file():
        for line in about.read_text(errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _measured(once: Callable[[], None], seconds: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return how many seconds each call took; the first, which lays out memory, does not count."""
    once()
    took: list[float] = []
    begun = time.perf_counter()
    while len(took) < TIMES or time.perf_counter() - begun < seconds:
        start = time.perf_counter()
        once()
        took.append(time.perf_counter() - start)
    return np.array(took)


def _timing(ms: np.ndarray[tuple[int], np.dtype[np.float64]], batch: int, threads: int, decoding: bool) -> Timing:
    median, p90 = np.percentile(ms, (50, 90))
    return Timing(
        batch=batch, threads=threads, decoding=decoding, median_ms=float(median), p90_ms=float(p90), times=len(ms)
    )
