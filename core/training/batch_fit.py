"""The search for a batch size: some steps at each, doubled until it no longer fits or is no longer worth it.

On a graphics card a size is simply tried; without one the memory that is free is left some room, for a system that has
run out of memory does not say so: it slows to a crawl or ends a process.
"""

import sys
import time
from dataclasses import replace

import psutil
import torch

from core.training.batch_choice import ROOM, BatchFit, BatchTried, choose, may_fit, sizes_to_try
from core.training.batches import Batch
from core.training.journal import Journal
from core.training.memory import give_back, is_out_of_memory
from core.training.run_folder import RunFolder
from core.training.samples import Pictures, TrainSamples
from core.training.trial_setting import Setting, TrialLearner, endless, set_up

SECONDS = 150.0
_TIMED_STEPS = 2
_SLOW = 1.6
"""A size this much slower for an image than the quickest ends the search: larger ones would be slower still."""


def fit_batch(run: RunFolder, journal: Journal) -> BatchFit:
    """Try batch sizes with the spec's network and pictures, and return what each came to and which to take.

    Raises:
        AnnotrainError: the dataset has nothing to learn from, or the network cannot be built.
        StopError: it was asked to stop.
    """
    setting = set_up(run, journal)
    spec, begun = setting.spec, time.monotonic()
    learner = TrialLearner(setting)
    pictures = Pictures(spec.cache_mb)
    sizes = sizes_to_try(len(TrainSamples(setting.images, setting.subject, spec, pictures).parts))
    learner.begin(1, len(sizes))
    tried: list[BatchTried] = []
    for size in sizes:
        if not may_fit(tried, size, _memory(setting)) or time.monotonic() - begun > SECONDS:
            break
        samples = TrainSamples(setting.images, setting.subject, spec.changed(batch_size=size), pictures)
        tried.append(_try(setting, learner, next(endless(samples)), size))
        journal.say(_words(tried[-1]))
        journal.check_stop()
        quickest = min((one.seconds for one in tried if one.seconds), default=None)
        if not tried[-1].fits or (quickest and tried[-1].seconds and tried[-1].seconds > _SLOW * quickest):
            break
    return BatchFit(tried=tuple(tried), choice=choose(tried))


def _try(setting: Setting, learner: TrialLearner, batch: Batch, size: int) -> BatchTried:
    """Make a few steps with the batch, and return how long an image took and how much memory was in use."""
    device = setting.fabric.device
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    try:
        learner.learn(batch, setting.spec.learning_rate)
        _finish(device)
        begun = time.monotonic()
        for _ in range(_TIMED_STEPS):
            learner.learn(batch, setting.spec.learning_rate)
        _finish(device)
        seconds = (time.monotonic() - begun) / _TIMED_STEPS / len(batch.names)
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        give_back(error)
        return BatchTried(size=size, seconds=None, memory=None, fits=False)
    found = BatchTried(size=size, seconds=seconds, memory=_used(device), fits=True)
    return replace(found, fits=(found.memory or 0) <= ROOM * _memory(setting))


def _finish(device: torch.device) -> None:
    """Return when the device has done all that it was told; the end of a step is not waited for otherwise."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def _used(device: torch.device) -> int:
    """Return the most memory that was in use so far, in bytes."""
    if device.type == "cuda":
        return int(torch.cuda.max_memory_allocated(device))
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource  # not on Windows

    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * (1 if sys.platform == "darwin" else 1024)


def _memory(setting: Setting) -> int:
    """Return how much memory there is for the network, in bytes."""
    device = setting.fabric.device
    if device.type == "cuda":
        return int(torch.cuda.get_device_properties(device).total_memory)
    return int(psutil.virtual_memory().available + psutil.Process().memory_info().rss)


def _words(tried: BatchTried) -> str:
    """Return what came of one size, for the log."""
    if tried.seconds is None or tried.memory is None:
        return f"A batch of {tried.size} does not fit into the memory."
    return f"A batch of {tried.size}: {tried.seconds * 1000:.0f} ms an image, {tried.memory / 2**30:.2f} GB in use."
