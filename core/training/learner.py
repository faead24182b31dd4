"""A network that learns, on its device: the one step that runs, trials and measurements of speed all make."""

from collections.abc import Callable, Mapping
from typing import Any

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from core.training.models import Network
from core.training.models.sharing import together
from core.training.samples import Batch
from core.training.spec import Spec
from core.training.validation import on_device

LONGEST_GRADIENT = 10.0


def total(losses: Mapping[str, Tensor], _batch: Batch) -> float:
    """Return the sum of the losses as a number, which may be none."""
    return float(sum(loss.detach() for loss in losses.values()))


class Learner:
    """A network with its optimiser where ``fabric`` puts them, laid out as is quicker.

    ``group`` is torch's process group of those that learn together and share each batch, None for one alone.
    """

    def __init__(self, fabric: Fabric, network: Network, spec: Spec, group: Any = None) -> None:
        self._fabric = fabric
        self._group = group
        self._channels_last = spec.channels_last and network.channels_last
        network.to(memory_format=torch.channels_last if self._channels_last else torch.contiguous_format)
        self.model, self.optimizer = fabric.setup(network, optimizer_for(network, spec))
        self.model.mark_forward_method("losses")

    def learn(self, batch: Batch, rate: float, judge: Callable[[Mapping[str, Tensor], Batch], float] = total) -> float:
        """Learn from the batch at that rate, the network being in training mode; return its loss.

        ``judge`` makes the number of the losses, and may raise before anything is learned from them. All that a step
        needs memory for is in this function's own variables, so that none of it is left where it ran out.
        """
        fabric, optimizer = self._fabric, self.optimizer
        batch = on_device(fabric, batch, channels_last=self._channels_last)
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        with together(self._group):
            losses = self.model.losses(batch.images, batch.targets)
        value = judge(losses, batch)
        fabric.backward(sum(losses.values()))
        fabric.clip_gradients(self.model, optimizer, max_norm=LONGEST_GRADIENT, error_if_nonfinite=False)
        optimizer.step()
        return value


def optimizer_for(network: nn.Module, spec: Spec) -> torch.optim.Optimizer:
    """Return AdamW; biases and the scales of normalisation layers do not decay."""
    weights = [parameter for parameter in network.parameters() if parameter.ndim > 1]
    others = [parameter for parameter in network.parameters() if parameter.ndim <= 1]
    groups = [{"params": weights, "weight_decay": spec.weight_decay}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=spec.learning_rate)
