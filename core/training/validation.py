"""Measuring a network on the validation images, by the very steps that will predict with it later."""

from collections.abc import Callable

import torch
from lightning_fabric import Fabric

from core.inference.predictor import LOWEST_SCORE, select
from core.inference.preprocess import fit_scale
from core.metrics import DetectionMetrics, Found, detection_metrics
from core.training.models import Network
from core.training.samples import Batch, ValSamples


@torch.no_grad()
def validate(
    fabric: Fabric,
    network: Network,
    samples: ValSamples,
    labels: tuple[str, ...],
    check_stop: Callable[[], None] = lambda: None,
) -> tuple[float | None, DetectionMetrics]:
    """Return the mean loss over the images (None without any) and the metrics, with the network in evaluation mode.

    ``check_stop`` is called before each batch and may raise to break off.
    """
    network.eval()
    losses, founds = 0.0, list[Found]()
    for batch in samples.batches():
        check_stop()
        batch = on_device(fabric, batch)
        losses += float(sum(network.losses(batch.images, batch.targets).values())) * len(batch.names)
        founds += _founds(network, batch, samples, len(founds))
    val_loss = losses / len(founds) if founds else None
    return val_loss, detection_metrics(samples.truths, founds, labels)


def on_device(fabric: Fabric, batch: Batch) -> Batch:
    """Return the batch where the network is, its pictures laid out channel by channel last, which is quicker."""
    images = fabric.to_device(batch.images).contiguous(memory_format=torch.channels_last)
    return Batch(batch.names, images, fabric.to_device(batch.targets))


def _founds(network: Network, batch: Batch, samples: ValSamples, first: int) -> list[Found]:
    """Return what is found on each picture, in pixels of the image itself; the batch begins with image ``first``."""
    scores, boxes = (output.float().cpu().numpy() for output in network(batch.images))
    founds = []
    for row, image in enumerate(samples.images[first : first + len(batch.names)]):
        scale = fit_scale(image.size, samples.input_size)
        founds.append(select(scores[row], boxes[row] / scale, image.size[::-1], LOWEST_SCORE))
    return founds
