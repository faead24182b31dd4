"""Measuring a network on the validation images, by the very steps that will predict with it later."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from lightning_fabric import Fabric

from core.inference.predictor import LOWEST_SCORE
from core.metrics import Metrics
from core.training.batches import Batch
from core.training.models import Network
from core.training.samples import ValSamples


@torch.no_grad()
def validate(
    fabric: Fabric,
    network: Network,
    samples: ValSamples,
    labels: tuple[str, ...],
    check_stop: Callable[[], None] = lambda: None,
) -> tuple[float | None, Metrics]:
    """Return the mean loss over the images' parts (None without any) and the task's figures.

    The network is put into evaluation mode. ``check_stop`` is called before each batch and may raise to break off.
    """
    network.eval()
    seen = Look(fabric, network, samples, check_stop)
    metrics = samples.parts.task.measure(zip(samples.truths, seen.founds(), strict=True), labels)
    return seen.loss / seen.count if seen.count else None, metrics


def on_device(fabric: Fabric, batch: Batch, *, channels_last: bool = True) -> Batch:
    """Return the batch where the network is, its pictures laid out channel by channel last where that is quicker."""
    images = fabric.to_device(batch.images)
    memory = torch.channels_last if channels_last else torch.contiguous_format
    return replace(batch, images=images.contiguous(memory_format=memory), targets=fabric.to_device(batch.targets))


class Look:
    """Goes through the parts once, adding up the loss, and gives what is found in each image as soon as it is whole."""

    def __init__(self, fabric: Fabric, network: Network, samples: ValSamples, check_stop: Callable[[], None]) -> None:
        self.loss, self.count = 0.0, 0
        self._fabric, self._network, self._samples, self._check_stop = fabric, network, samples, check_stop

    def founds(self) -> Iterator[Any]:
        """Yield what is found in each image, in its pixels."""
        task, places = self._samples.parts.task, self._samples.parts.places
        parts: list[Any] = []
        for place, rows in enumerate(self._rows()):
            number, fitting = places[place]
            parts.append(task.decode(rows, fitting, LOWEST_SCORE))
            if place + 1 == len(places) or places[place + 1][0] != number:
                yield task.merged(parts, fitting.image_size)
                parts = []

    def _rows(self) -> Iterator[tuple[np.ndarray[Any, np.dtype[np.float32]], ...]]:
        """Yield the network's outputs for each part."""
        for batch in self._samples.batches():
            self._check_stop()
            batch = on_device(self._fabric, batch, channels_last=self._network.channels_last)
            losses = self._network.losses(batch.images, batch.targets)
            self.loss += float(sum(losses.values())) * len(batch.names)
            self.count += len(batch.names)
            outputs = [output.float().cpu().numpy() for output in self._network(batch.images)]
            yield from zip(*outputs, strict=True)
